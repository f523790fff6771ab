"""A sentence as a string with one letter a token: what stands between two words, for features to look at."""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading

# Kinds of phrases and their letters; what comes later in this order covers what came before.
_LETTERS = (
    ("role", "r"), ("company", "c"), ("person_noun", "h"), ("product_noun", "h"), ("determiner", "d"), ("former", "f"),
    ("new", "n"), ("and", "&"), ("copula", "i"), ("negation", "!"), ("cue", "?"), ("together", "t"),
)  # fmt: skip
_CLAUSES = (("relative", "R"), ("said", "S"), ("break", "B"))
_MARKS = {"away": "<", "toward": ">", "at": "@", "of": "o", "by": "b", "as": "a", "with": "u"}
_SIGNS = {
    **dict.fromkeys(",،", ","), **dict.fromkeys(":;؛—–-", ":"), **dict.fromkeys('«»"“”', '"'), "(": "(", ")": ")",
}  # fmt: skip
_LONGEST = 24  # tokens: of a longer stretch only its two ends are looked at


def sketch_of(reading: Reading) -> str:
    """One letter for each token of a sentence: P a person, O an organization, V or N a trigger, w a word, ..."""
    if not reading.sketch:
        reading.sketch = _draw(reading)
    return reading.sketch


def _draw(reading: Reading) -> str:
    sentence = reading.sentence
    out = [
        _SIGNS.get(word) or ("w" if word[0].isalpha() else "#" if word[0].isdigit() else ".")
        for word in sentence.tokens.surface
    ]
    for kind, letter in _LETTERS:
        for hit in sentence.of_kind(kind):
            out[hit.start : hit.end] = letter * (hit.end - hit.start)
    for hit in sentence.of_kind("mark"):
        out[hit.start : hit.end] = _MARKS.get(hit.payload, "m") * (hit.end - hit.start)
    for kind, letter in _CLAUSES:
        for hit in sentence.of_kind(kind):
            out[hit.start : hit.end] = letter * (hit.end - hit.start)
    for mention in sentence.mentions:
        letter = "P" if mention.kind == "person" else "O"
        if mention.is_anaphor:
            letter = "p" if mention.kind == "person" else "Q"
        out[mention.start : mention.end] = letter + "_" * (mention.end - mention.start - 1)
    for hit in reading.triggers:
        out[hit.start : hit.end] = ("N" if hit.payload.noun else "V") + "_" * (hit.end - hit.start - 1)
    return "".join(out)


def stretch(sketch: str, low: int, high: int) -> str:
    """The letters from `low` to `high`, of a long stretch its two ends."""
    if high - low <= _LONGEST:
        return sketch[low:high]
    return sketch[low : low + _LONGEST // 2] + "…" + sketch[high - _LONGEST // 2 : high]
