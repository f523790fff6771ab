"""Readers: documents to claims with evidence. One file a reader; the embedded one works offline without a key."""
