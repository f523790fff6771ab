"""A reader and a library with known answers, so that these tests are about the command line alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from talentflow.app.views import (
    AccountView,
    Added,
    ArticleView,
    CareerView,
    ConflictView,
    DecisionView,
    EntityView,
    EvidenceView,
    JudgementView,
    Lookup,
    MoveFilter,
    MoveView,
    NameView,
    PairView,
    PartyView,
    PositionView,
    SearchHit,
    SideView,
    StatusView,
    StayView,
)
from talentflow.model import Document, EntityMention, Gap, HistoryStep, MoveClaim, PositionClaim, Post, Reading

SENTENCE = re.compile(r"(\w+ \w+) left (\w+) for (\w+)")
BODY = "Ada Moreno left Borealis for Quanta.\n\nThe papers said so."
TEXT = f"A goodbye\n\n{BODY}"  # as a text file has it: title, blank line, text
ARABIC = "غادرت آدا مورينو شركة بورياليس إلى كوانتا."


class ScriptedReader:
    """Knows one sentence: "Ada Moreno left Borealis for Quanta"."""

    name = "scripted"
    version = "1"

    def __init__(self, *, without_registry_people: bool = False, is_quick: bool = False) -> None:
        self.is_quick = is_quick
        self.without_registry_people = without_registry_people

    def read(self, document: Document) -> Reading:
        """One move a sentence, surer at the beginning than at the end; "explode" makes it fail."""
        if "explode" in document.text:
            raise ValueError("a mistake of ours")
        moves = tuple(
            MoveClaim(
                person=EntityMention(f"p-{number}", match[1], match[1]),
                from_org=EntityMention("o-1", match[2], match[2]),
                to_org=EntityMention("o-2", match[3], match[3]),
                kind="move",
                confidence=0.9 if number == 0 else 0.4,
                evidence=(document.span("text", match.start(), match.end()),),
                explanation=("trigger: left",),
            )
            for number, match in enumerate(SENTENCE.finditer(document.text))
        )
        person = EntityMention("p-0", "Ada Moreno", "Ada Moreno")
        post = PositionClaim(person, EntityMention("o-1", "Borealis", "Borealis"), "researcher", "past", confidence=0.5)
        return Reading(document.id, document.lang or "en", "scripted 1", moves, (post,) if moves else ())


def evidence(quote: str = "Ada Moreno left Borealis for Quanta.") -> EvidenceView:
    """A quote from article a-1."""
    language = "en" if quote.isascii() else "ar"
    return EvidenceView(
        "a-1", "text", 0, len(quote), quote, language, "2026-01-15", "The Harbour", None, ("Reuters",), "done"
    )


def move(**changes: Any) -> MoveView:
    """A move of the scripted library, with whatever a test wants different."""
    facts: dict[str, Any] = {
        "id": "m-1",
        "person": PartyView("p-1", "Ada Moreno", "آدا مورينو"),
        "from_org": PartyView("o-1", "Borealis", "Borealis"),
        "to_org": PartyView("o-2", None, "كوانتا"),
        "kind": "move",
        "status": "done",
        "how": "resigned",
        "role_from": "researcher",
        "role_to": "chief scientist",
        "date": "2026-01-14",
        "known_on": "2026-01-15",
        "confidence": 0.91234,
        "origins": 2,
        "articles": ("a-1", "a-2"),
        "languages": ("ar", "en"),
        "according_to": ("Reuters",),
        "reasons": ("compensation",),
        "history": (HistoryStep("2026-01-13", "rumored", "a-2"), HistoryStep("2026-01-15", "done", "a-1")),
        "accounts": (
            AccountView("resigned", None, ("Reuters",), ("a-1",)),
            AccountView("dismissed", None, (), ("a-2",)),
        ),
        "evidence": (evidence(), evidence(ARABIC)),
    }
    return MoveView(**{**facts, **changes})


def career() -> CareerView:
    """Two stays with a gap between them, and two conflicts."""
    ada, borealis = PartyView("p-1", "Ada Moreno", "Ada Moreno"), PartyView("o-1", "Borealis", "Borealis")
    quanta = PartyView("o-2", None, "كوانتا")
    posts = (Post("researcher", "2019"), Post("chief scientist", "2020"))
    twice, after = ((None, "2024-05"), (None, "2024-06")), ((None, "2021-03-01"), (None, "2022-01-09"))
    return CareerView(
        stays=(
            StayView(ada, borealis, "2019", None, None, "2021-03-01", None, False, posts, ("m-1",), ("a-1",)),
            StayView(ada, quanta, "2024-05", None, None, None, "2025-01-02", True, (), ("m-2",), ("a-2",)),
        ),
        gaps=(Gap("2021-03-01", "2024-05-01"),),
        conflicts=(
            ConflictView("start", ada, (quanta, borealis), "2024-05 or 2024-06", twice, ("m-1", "m-2"), ("a-1", "a-2")),
            ConflictView(
                "after", ada, (borealis,), "left by 2021-03-01, but said to be there", after, ("m-1",), ("a-2",)
            ),
        ),
    )


class ScriptedLibrary:
    """Answers from memory; `asked` keeps what the commands wanted."""

    moves_held: tuple[MoveView, ...] = (move(),)
    articles_held = 2
    asked: list[Any]
    opened: list[str | None]

    def __init__(self, url: str | None = None) -> None:
        type(self).opened.append(url)

    def __enter__(self) -> ScriptedLibrary:
        return self

    def __exit__(self, *reason: object) -> None:
        return None

    def add(self, documents: Iterable[Document], reader: ScriptedReader) -> Iterator[Added]:
        for number, document in enumerate(documents):
            if "interrupt" in document.text:
                raise KeyboardInterrupt
            if "broken" in document.text:
                yield Added(document.id, "failed", problem=f"{document.origin}: broken. Mend it.")
                continue
            reading = reader.read(document)
            outcome = "known" if "known" in document.text else "added"
            yield Added(document.id or str(number), outcome, len(reading.moves), len(reading.positions))

    def moves(self, wanted: MoveFilter | None = None) -> list[MoveView]:
        type(self).asked.append(wanted)
        if wanted is not None and wanted.person not in (None, "Ada Moreno"):
            return []
        return list(self.moves_held)

    def person(self, name: str, *, as_of: str | None = None) -> Lookup:
        return self._lookup(name, "person", "Ada Moreno")

    def organization(self, name: str, *, as_of: str | None = None) -> Lookup:
        return self._lookup(name, "organization", "Borealis")

    def _lookup(self, name: str, sort: str, held: str) -> Lookup:
        if name != held:
            return Lookup(name, (), (held,))
        posts = (
            PositionView(
                PartyView("p-1", "Ada Moreno", "Ada Moreno"),
                PartyView("o-1", "Borealis", "Borealis"),
                "researcher",
                "past",
                "2020",
                None,
                "a-1",
                (),
            ),
        ) * 2
        names = (
            NameView(held, "Latin", 2),
            NameView("آدا مورينو", "Arabic", 1),
            NameView("Ада Морено", "Cyrillic", 0),
            NameView("آدة", "Arabic", 0),
        )
        judgements = (JudgementView("a-1", "آدا مورينو", 0.97, "same consonants", "machine 1", "2026-01-16"),)
        entity = EntityView("e-1", sort, held, False, names, self.moves_held, posts, judgements, career())
        return Lookup(name, (entity,), ())

    def article(self, article_id: str, *, as_of: str | None = None) -> ArticleView | None:
        if article_id != "a-1":
            return None
        document = Document(
            text=f"{BODY}\n\n{ARABIC}\x1b[2J", id="a-1", lang="en", title="Ada goes", published="2026-01-15"
        )
        reading = ScriptedReader().read(document)
        return ArticleView(document, reading, "scripted", "1", "2026-01-16", 1, "or-1", "st-1", ("a-2",), ("a-2",))

    def open_pairs(self, limit: int = 100) -> list[PairView]:
        sides = [
            SideView(f"person||{name}", (name,), f"p-{name}", name, ("Borealis",), (f"a-{name}",))
            for name in ("Ada Moreno", "آدا مورينو", "Ada Moran")
        ]
        return [
            PairView("person", sides[0], sides[1], 0.72, "sounds alike; nothing in common"),
            PairView("person", sides[0], sides[2], 0.7, "a spelling"),
        ][:limit]

    def decide(self, one: str, other: str, verdict: str, *, reviewer: str, reason: str = "") -> None:
        type(self).asked.append((other, verdict, reviewer, reason))

    def undo(self, *, reviewer: str) -> DecisionView | None:
        made = [asked for asked in type(self).asked if asked[0] != "undo"]
        type(self).asked.append(("undo", reviewer))
        return self.decisions()[0] if made else None

    def decisions(self) -> list[DecisionView]:
        return [DecisionView("person||Ada", "person||آدا", "same", "Carla", "seen", "2026-01-02T03:04:05Z")]

    def refresh(self) -> None:
        return None

    def similar_ids(self, part: str, limit: int = 5) -> list[str]:
        return ["a-1"] if part in "a-1" else []

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        return [SearchHit("a-1", "Ada goes", "en", "2026-01-15", None, "...", 1.0)] if text == "Ada" else []

    def status(self, *, as_of: str | None = None) -> StatusView:
        return StatusView("sqlite:///x.db", "1", self.articles_held, 2, 3, 4, 5, 6, 7, 8, {"en": 2}, {"scripted 1": 2})

    def export_ledger(self, *, as_of: str | None = None) -> dict[str, Any]:
        party = {"id": "p-1", "name": "Ada Moreno"}
        ends = {"from": {"id": "o-1", "name": "Borealis"}, "to": None}
        moves = [{"person": party, **ends, "kind": "leave", "status": "done", "date": "2026", "articles": ["a-1"]}]
        return {"articles": [{"id": "a-1", "story": "s", "origin": "o"}], "entities": [], "moves": moves}

    @contextmanager
    def walked_ledger(self, *, as_of: str | None = None) -> Iterator[dict[str, Any]]:
        yield self.export_ledger(as_of=as_of)
