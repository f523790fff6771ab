"""Words built of others, of which the last says what they are, and what a lexicon keeps of verbs that end a clause."""

from __future__ import annotations

from collections.abc import Iterator

COMPOUND_KINDS = frozenset({"role", "company", "person_noun", "title", "product_noun", "colleague", "house_part"})
# See verb_last.py.
VERB_KINDS = (
    "relative_article", "subordinator", "finite", "finite_being", "cluster", "passive_verb", "infinitive_mark",
    "complementizer",
)  # fmt: skip
# Posts behind which English names their field: "head of logistics", but "logistics manager".
OF_A_FIELD = frozenset({
    "head", "deputy head", "co-head", "interim head", "director", "deputy director", "vice president", "professor",
})  # fmt: skip
_SHORTEST_PART, _SHORTEST_TAIL = 2, 4  # letters of a compound's first part and of its last
_LONG_PART = 5  # of a first part where the last is common in family names: "Anlagenbauer", but "Neubauer"


def tails(word: str, *, is_like_name: bool) -> Iterator[str]:
    """What may be the last part of a word, the longest first."""
    for cut in range(_LONG_PART if is_like_name else _SHORTEST_PART, len(word) - _SHORTEST_TAIL + 1):
        yield word[cut:]
