"""Brace patterns: `{leave,leaves,left} {her,his} job` stands for every combination."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product
from math import prod
from typing import Generic, TypeVar, overload

Meaning = TypeVar("Meaning")
_GROUP = re.compile(r"\{([^{}]*)\}")


def expand(pattern: str) -> list[str]:
    """All the phrases that a brace pattern stands for; an empty choice drops out with its space.

    Raises ValueError on unbalanced braces.

    >>> expand("step{s,ped} {right ,}down")
    ['steps right down', 'steps down', 'stepped right down', 'stepped down']
    """
    return [" ".join("".join(combination).split()) for combination in product(*choices_of(pattern))]


def choices_of(pattern: str) -> list[list[str]]:
    """The parts of a pattern in order, each with what may stand there.

    Raises ValueError on unbalanced braces.
    """
    parts = _GROUP.split(pattern)
    if any("{" in part or "}" in part for part in parts):
        raise ValueError(f"unbalanced braces in {pattern!r}")
    return [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]


def _phrase(pattern: str, number: int) -> str:
    """The phrase that comes at this place, from 0, among all those of a pattern."""
    chosen = []
    for choices in reversed(choices_of(pattern)):  # the last one is chosen anew first
        number, place = divmod(number, len(choices))
        chosen.append(choices[place])
    return " ".join("".join(reversed(chosen)).split())


class Phrases(Generic[Meaning], Sequence[tuple[str, Meaning]]):
    """The phrases that brace patterns stand for, each with the meaning of its pattern, in order.

    A language has tens of thousands, of which few are ever met: each is made when it is asked for.

    >>> list(Phrases([("{leave,leaves} home", "goes"), ("stay", "stays")]))
    [('leave home', 'goes'), ('leaves home', 'goes'), ('stay', 'stays')]
    """

    def __init__(self, patterns: Iterable[tuple[str, Meaning]]) -> None:
        """Raises ValueError on unbalanced braces."""
        self._patterns: list[tuple[str, Meaning]] = []
        self._ends = array("L")  # of each pattern the number of the first phrase behind its own
        for pattern, meaning in patterns:
            self._add(pattern, meaning)

    def _add(self, pattern: str, meaning: Meaning) -> None:
        choices = choices_of(pattern)
        if all(any(not choice.strip() for choice in some) for some in choices):  # it stands for nothing, too
            for phrase in filter(None, expand(pattern)):
                self._add(phrase, meaning)
            return
        self._patterns.append((pattern, meaning))
        self._ends.append(len(self) + prod(map(len, choices)))

    def __len__(self) -> int:
        """How many phrases there are."""
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[tuple[str, Meaning]]:
        """Expands one pattern after the other."""
        for pattern, meaning in self._patterns:
            for phrase in expand(pattern):
                yield phrase, meaning

    @overload
    def __getitem__(self, number: int) -> tuple[str, Meaning]: ...

    @overload
    def __getitem__(self, number: slice) -> list[tuple[str, Meaning]]: ...

    def __getitem__(self, number: int | slice) -> tuple[str, Meaning] | list[tuple[str, Meaning]]:
        """The phrase at a place."""
        if isinstance(number, slice):
            return [self[place] for place in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        if not 0 <= number < len(self):
            raise IndexError(number)
        (found,) = self.at([number])
        return found

    def at(self, numbers: Iterable[int]) -> list[tuple[str, Meaning]]:
        """The phrases at some places, which must be in order."""
        out: list[tuple[str, Meaning]] = []
        for place, some in groupby(numbers, lambda number: bisect_right(self._ends, number)):
            pattern, meaning = self._patterns[place]
            start = self._ends[place - 1] if place else 0
            wanted = [number - start for number in some]
            if len(wanted) * _WORTH_ALL < self._ends[place] - start:
                out += [(_phrase(pattern, number), meaning) for number in wanted]
            else:
                phrases = expand(pattern)
                out += [(phrases[number], meaning) for number in wanted]
        return out


def phrases_at(phrases: Sequence[tuple[str, Meaning]], numbers: Iterable[int]) -> list[tuple[str, Meaning]]:
    """The phrases at some places, which must be in order."""
    return phrases.at(numbers) if isinstance(phrases, Phrases) else [phrases[number] for number in numbers]


_WORTH_ALL = 10  # making one phrase of a pattern takes as long as so many, when all of them are made at once
