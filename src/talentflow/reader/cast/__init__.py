"""Who and what a page speaks of: one cast for the article, whom its pronouns mean, and who moves in a sentence."""
