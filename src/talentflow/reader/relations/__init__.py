"""A second look without triggers: for each person and each sentence near them, is a move told there, and between whom?

A small multilingual encoder, learnt from the annotated moves of the practice articles alone, knows no list of phrases:
it sees what the words mean where the rules of the embedded reader know only the words that somebody has written down.
"""
