"""What the encoder sees of one person: how likely each move is, here and anywhere, and each of its rivals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from talentflow.reader.words.page import Entity, Sentence

NONE = 0.0


class Outlook:
    """The encoder's chances for one person.

    `chances` ((m + 1) x (m + 1)) are those of the page for each pair of ends, `cells` (n x (m + 1) x (m + 1)) those of
    each of the n questions about the person, `told` (n) how likely each of their `sentences` tells any move at all,
    and `kinds(question, start, goal)` how likely which kind it is. `number` gives the place of an organization among
    the ends, 0 for none and None where it was not asked about.
    """

    def __init__(
        self, chances: Any, cells: Any, told: Any, sentences: Sequence[Sentence],
        number: Callable[[Entity | None], int | None], kinds: Callable[[int, int, int], dict[str, float]],
    ) -> None:  # fmt: skip
        """See the class."""
        self._chances, self._cells, self._told = chances, cells, told
        self._sentences, self._number, self._kinds = sentences, number, kinds

    def of(self, from_org: Entity | None, to_org: Entity | None) -> dict[str, float]:
        """The chance of a move on the page, and of what would rival it: other ends, or one of them open."""
        ends = self._place(from_org, to_org)
        if ends is None:
            return dict.fromkeys(("told", "told other", "told other goal", "told other start", "told elsewhere",
                                  "told only left", "told only joined", "told staying", "told rising", "tells most",
                                  "tells"), NONE)  # fmt: skip
        start, goal = ends
        others = self._chances.copy()
        others[start, goal] = 0.0
        apart = others.copy()
        apart[start, :] = apart[:, goal] = 0.0
        best = int(self._cells[:, start, goal].argmax())
        return {
            "told": float(self._chances[start, goal]),
            "told other": float(others.max()),
            "told other goal": float(others[start].max()),
            "told other start": float(others[:, goal].max()),
            "told elsewhere": float(apart.max()),
            "told only left": float(self._chances[start, 0]),
            "told only joined": float(self._chances[0, goal]),
            "told staying": float(self._chances[start, start]) if start else NONE,
            "told rising": float(self._chances[goal, goal]) if goal else NONE,
            "tells most": float(self._told.max()),
            "tells": float(self._told[best]),
        }

    def here(self, from_org: Entity | None, to_org: Entity | None, sentence: Sentence) -> dict[str, float]:
        """The chance that one sentence tells a move, and the best chance of any that it tells."""
        ends = self._place(from_org, to_org)
        own = [number for number, other in enumerate(self._sentences) if other is sentence]
        if ends is None or not own:
            return {"told here": NONE, "told best here": NONE}
        cells = self._cells[own]
        return {"told here": float(cells[:, ends[0], ends[1]].max()), "told best here": float(cells.max())}

    def kind(self, from_org: Entity | None, to_org: Entity | None, kind: str) -> float:
        """How likely a move is of this kind, where it is told most likely."""
        ends = self._place(from_org, to_org)
        if ends is None:
            return NONE
        best = int(self._cells[:, ends[0], ends[1]].argmax())
        return self._kinds(best, *ends).get(kind, NONE)

    def _place(self, from_org: Entity | None, to_org: Entity | None) -> tuple[int, int] | None:
        start, goal = self._number(from_org), self._number(to_org)
        return None if start is None or goal is None else (start, goal)
