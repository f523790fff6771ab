"""How likely a part of a name in one script is spelled so in Latin letters: P(latin | units), learnt from public names.

Each unit, or pair of units, becomes a chunk of up to four Latin letters with a cost (minus the logarithm of how often
it does); the cost of a spelling is that of the cheapest way to cut both into chunks. The costs are in
`data/letters_<script>.txt`; eval/train_name_letters.py makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

Chunks = Mapping[str, float]
Leasts = tuple[tuple[int, float], ...]  # letters that a chunk needs, as bits, and what it costs; the cheapest first

LONGEST = 4  # letters of a chunk
LONGEST_SYLLABLE = 6  # of a Chinese character read otherwise: cheung
UNSEEN = 5.5  # a unit that is not spelled at all
OTHER_VOWEL = 3.8  # a vowel that was not learnt for a unit that is a vowel
PUT_IN = {**dict.fromkeys("aeiouy", 2.5), **dict.fromkeys("hw", 3.0)}  # a Latin letter that nothing stands for
PUT_IN_OTHER = 4.5
DOUBLED = 1.2  # a letter once more
NEVER = 1e9
VOWELS = frozenset("aeiouy")
_BEAM = 7.0
_SURE = 0.01  # more than what rounding can add up to
_BITS = {letter: 1 << place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
_EMPTY: Chunks = {}
_NOTHING: Chunks = {"": UNSEEN}


class Row(NamedTuple):
    """What a unit can become: alone, together with the next, and for each chunk both costs."""

    one: Chunks
    two: Chunks
    costs: Mapping[str, tuple[float, float]]
    one_at_least: Leasts
    two_at_least: Leasts
    letters: int  # that it can become in any way, as bits


class Letters:
    """The costs of one script."""

    def __init__(self, costs: Mapping[str, Chunks]) -> None:
        """Takes the chunks of each unit, and of each pair of units joined by a space."""
        self.costs = costs
        self._rows: dict[tuple[str, str], Row] = {}

    def rows_of(self, units: Sequence[str]) -> tuple[Row, ...]:
        """What each unit can become, alone and with the next."""
        followers = (*units[1:], "") if units else ()
        return tuple(self._row(unit, following) for unit, following in zip(units, followers, strict=True))

    def _row(self, unit: str, following: str) -> Row:
        found = self._rows.get((unit, following))
        if found is None:
            one, two = self.costs.get(unit, _NOTHING), self.costs.get(f"{unit} {following}", _EMPTY)
            found = self._rows[unit, following] = row_of(one, two)
        return found


def row_of(one: Chunks, two: Chunks) -> Row:
    """The costs of a unit alone, and of it and the next together."""
    costs = {chunk: (one.get(chunk, NEVER), two.get(chunk, NEVER)) for chunk in (*one, *two)}
    return Row(one, two, costs, _at_least(one), _at_least(two), bits_of("".join(costs)))


def bits_of(latin: str) -> int:
    """The letters of a word, as bits."""
    found = 0
    for letter in latin:
        found |= _BITS[letter]
    return found


def _at_least(chunks: Chunks) -> Leasts:
    """What the chunks that some letters allow cost at least: dearer ones of the same letters or more are left out."""
    kept: list[tuple[int, float]] = []
    for chunk, cost in sorted(chunks.items(), key=lambda item: item[1]):
        letters = bits_of(chunk)
        if all(fewer & ~letters for fewer, _ in kept):
            kept.append((letters, cost))
    return tuple(kept)


class _Word:
    """A word in Latin letters, cut as it is looked at: most words are given up before their end."""

    __slots__ = ("_latin", "_longest", "_pieces", "letters", "put_in")

    def __init__(self, latin: str, longest: int) -> None:
        self._latin, self._longest = latin, longest
        self._pieces: list[tuple[str, ...] | None] = [None] * (len(latin) + 1)
        self.letters = bits_of(latin)
        self.put_in = _put_in(latin)

    def pieces(self, place: int) -> tuple[str, ...]:
        """The chunks that can begin at a place, by length, the empty one first."""
        found = self._pieces[place]
        if found is None:
            latin = self._latin
            ends = range(place, min(place + self._longest, len(latin)) + 1)
            found = self._pieces[place] = tuple([latin[place:end] for end in ends])
        return found


@lru_cache(maxsize=65536)
def _word(latin: str, longest: int) -> _Word:
    return _Word(latin, longest)


def _put_in(latin: str) -> list[float]:
    """What each letter costs where nothing stands for it."""
    found = [PUT_IN.get(letter, PUT_IN_OTHER) for letter in latin]
    for place in range(1, len(latin)):
        if latin[place] == latin[place - 1]:
            found[place] = DOUBLED
    return found


@lru_cache(maxsize=65536)
def cost_of_strange(latin: str, known: int) -> float:
    """What the letters cost that are none of the known ones (as bits): nothing stands for them."""
    if not bits_of(latin) & ~known:
        return 0.0
    return sum(cost for letter, cost in zip(latin, _put_in(latin), strict=True) if not known & _BITS[letter])


def _strange_rests(word: _Word, latin: str, known: int) -> list[float] | None:
    """What the strange letters from each place on cost; None where there are none."""
    if not word.letters & ~known:
        return None
    rests = [0.0] * (len(latin) + 1)
    for place in range(len(latin) - 1, -1, -1):
        rests[place] = rests[place + 1] + (0.0 if known & _BITS[latin[place]] else word.put_in[place])
    return rests


def _rests(rows: Sequence[Row], lacking: int) -> list[float]:
    """What the units from each on cost at least, spelled with no letter that is lacking."""
    rests = [-_SURE] * (len(rows) + 2)
    for place in range(len(rows) - 1, -1, -1):
        _, _, _, ones, twos, _ = rows[place]
        least = NEVER
        for letters, cost in ones:
            if not letters & lacking:
                least = cost + rests[place + 1]
                break
        for letters, cost in twos:
            if not letters & lacking:
                together = cost + rests[place + 2]
                if together < least:
                    least = together
                break
        rests[place] = least
    return rests


def letters_of_rows(rows: Sequence[Row]) -> int:
    """The letters that units can become in any way, as bits."""
    known = 0
    for row in rows:
        known |= row[5]
    return known


def cost_of(rows: Sequence[Row], latin: str, most: float = NEVER, longest: int = LONGEST) -> float:
    """The cost of spelling the units so; `NEVER` where it is more than `most`.

    The best way through a lattice of units and letters, in which ways far behind the best are given up, and those that
    would cost more than `most` by what the remaining units cost at least with the letters that there are.
    """
    word, known = _word(latin, longest), letters_of_rows(rows)
    rests = _rests(rows, ~word.letters)
    if rests[0] > most:
        return NEVER
    strange = _strange_rests(word, latin, known)
    if strange is not None and rests[0] + strange[0] > most:
        return NEVER
    put_in = word.put_in
    count = len(latin)
    now, following = [NEVER] * (count + 1), [NEVER] * (count + 1)
    now[0] = 0.0
    for place, row in enumerate(rows):
        beyond = [NEVER] * (count + 1)
        most_here = most - rests[place]
        limit = min(min(now) + _BEAM, most_here)
        costs = row[2]
        is_alive = False
        for j, cost in enumerate(now):
            if cost > limit or (strange is not None and cost + strange[j] > most_here):
                continue
            is_alive = True
            if j < count and cost + put_in[j] < now[j + 1]:
                now[j + 1] = cost + put_in[j]
            at = j
            for piece in word.pieces(j):
                if piece in costs:
                    alone, both = costs[piece]
                    alone += cost
                    both += cost
                    if alone < following[at]:
                        following[at] = alone
                    if both < beyond[at]:
                        beyond[at] = both
                at += 1
        if not is_alive and min(following) > most:
            return NEVER
        now, following = following, beyond
    for j in range(count):
        now[j + 1] = min(now[j + 1], now[j] + put_in[j])
    return now[count] if now[count] <= most else NEVER


def likeliest(rows: Sequence[Row]) -> tuple[str, float]:
    """The spelling that costs least, without regard to how the letters go together; and its cost."""
    now, following = ("", 0.0), ("", NEVER)
    for one, two, *_ in rows:
        letters, cost = now
        best = min(one.items(), key=lambda item: (item[1], item[0]), default=("", UNSEEN))
        here = (letters + best[0], cost + best[1])
        both = min(two.items(), key=lambda item: (item[1], item[0]), default=("", NEVER))
        now = following if following[1] <= here[1] else here
        following = (letters + both[0], cost + both[1])
    return now


def cheapest(rows: Sequence[Row], count: int) -> dict[str, float]:
    """The spellings that cost least, with what they cost: of short stretches only."""
    ways: list[dict[str, float]] = [{"": 0.0}] + [{} for _ in rows]
    for place, (one, two, *_) in enumerate(rows):
        best = sorted(ways[place].items(), key=lambda item: (item[1], item[0]))[: 2 * count]
        for letters, cost in best:
            for step, chunks in ((1, one), (2, two)):
                if place + step <= len(rows):
                    further = ways[place + step]
                    for chunk, more in chunks.items():
                        spelling = letters + chunk
                        further[spelling] = min(cost + more, further.get(spelling, NEVER))
    return dict(sorted(ways[-1].items(), key=lambda item: (item[1], item[0]))[:count])


@cache
def letters_of(script: str) -> Letters | None:
    """The costs of a script; None where none were learnt."""
    path = files("talentflow.resolver") / "data" / f"letters_{script}.txt"
    if not path.is_file():
        return None
    costs: dict[str, Chunks] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            unit, *chunks = line.split("\t")
            found = {chunk: int(cost) / 100 for chunk, _, cost in (item.partition(":") for item in chunks)}
            if " " not in unit:
                if min(found, key=lambda chunk: found[chunk] if chunk else NEVER)[:1] in VOWELS:
                    found = {**dict.fromkeys("aeiouy", OTHER_VOWEL), **found}
                found[""] = min(UNSEEN, found.get("", UNSEEN))
            costs[unit] = found
    return Letters(costs)
