"""Names of people and organizations: listed or not, with capitals or without, and other names for one of them."""
