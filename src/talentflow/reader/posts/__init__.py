"""Posts, read from their heads outwards, and who holds which of them where."""
