"""Scripts, folding, tokens and sentences; offsets always point into the untouched text."""
