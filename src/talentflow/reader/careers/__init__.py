"""The likeliest readings that fit together: how sure each draft is, and what can be true of one career."""
