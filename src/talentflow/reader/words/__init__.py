"""A page cut into sentences and words in place, the phrases of its language in them, and the triggers of moves."""
