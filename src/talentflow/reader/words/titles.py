"""Where posts stand around a name in languages whose verb comes last: before it, right behind it, and in brackets."""

from __future__ import annotations

from talentflow.reader.words.page import Mention, Sentence

_PARTING = frozenset({"subject", "object", "toward", "as", "by"})
_POSTS = ("role", "former", "current", "acting", "new")
_LONGEST_BRACKET = 14


def zones_around(sentence: Sentence, mention: Mention, low: int) -> list[tuple[int, int]]:
    """The stretches that may describe a name: from `low` on before it, with a post right behind it; a bracket."""
    low = _after_particles(sentence, low, mention.start)
    end = _end_of_posts(sentence, end_of_employer(sentence, mention))
    zones = [(low, end if end > mention.end else mention.start)]
    surface = sentence.tokens.surface
    opener = max([hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "title"], default=end)
    if opener < len(surface) and surface[opener] == "(":
        stop = min(len(surface), opener + _LONGEST_BRACKET)
        close = next((index for index in range(opener, stop) if surface[index] == ")"), None)
        if close is not None:
            zones.append((opener + 1, close))
    return zones


def end_of_employer(sentence: Sentence, mention: Mention) -> int:
    """Where the employer ends that stands between a name and the post there: "田中|ボレアリス|社長"; else the name."""
    for other in sentence.mentions:
        if other.kind == "org" and other.start == mention.end and sentence.opens(other.end, _POSTS):
            return other.end
    return mention.end


def _after_particles(sentence: Sentence, low: int, high: int) -> int:
    """Where the words begin that no particle parts from the name: "Meta-TOPIC | Borealis's chief Ada"."""
    for hit in sentence.of_kind("mark"):
        if (
            hit.payload in _PARTING
            and low <= hit.start < high
            and hit.end > low
            and not _is_in_post(sentence, hit.start)
        ):
            low = min(high, hit.end)
    return low


def _is_in_post(sentence: Sentence, index: int) -> bool:
    return any(hit.start <= index < hit.end for hit in sentence.of_kinds(_POSTS))


def _end_of_posts(sentence: Sentence, index: int) -> int:
    """Where a post ends that stands right behind a name: "Nat Friedman | former CEO"."""
    end = index
    while True:
        ends = [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind in _POSTS]
        if not ends:
            return end
        end = max(ends)
