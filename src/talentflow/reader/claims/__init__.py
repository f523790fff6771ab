"""A page understood, weighed beside the encoder's second look, and put forward: moves, positions, facts, hints."""
