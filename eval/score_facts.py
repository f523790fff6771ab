"""Score the facts that the reader finds around the moves against those that a careful reader listed.

    python eval/score_facts.py            the figures by type, and whether each floor of eval/floors.toml is kept
    python eval/score_facts.py --errors   with every fact missed and every false find

A fact found agrees with a listed one when its subject and its type are right and its evidence overlaps one of the
quotes of the listed one in the same article. A subject is right when the names are equal after case, accents and
punctuation are folded or families.json lists them together, or when the words that name it overlap; a fact about labs
in general has a subject without a name. Of the listed facts only those of the types that are to be found count; a
fact found that agrees with none of them is false. The listed facts lie outside the repository, in
../shared/gold/facts: where they are missing there is nothing to score, which is no failure except in CI.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from talentflow.model import FACT_TYPES, Document, FactClaim
from talentflow.reader.embedded import EmbeddedReader

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("TALENTFLOW_GOLD") or ROOT.parent / "shared" / "gold")
FLOORS = ROOT / "eval" / "floors.toml"
FIELD = "AI industry"  # what the listed facts call labs in general


class Listed(NamedTuple):
    """A fact that a careful reader listed, as one article tells it."""

    id: str
    type: str
    subject: str
    quotes: tuple[str, ...]
    statement: str = ""


class Figures(NamedTuple):
    """How many facts are listed, how many of them are found, how many were claimed and how many of those are right."""

    listed: int
    found: int
    claimed: int
    right: int

    @property
    def recall(self) -> float:
        """The share of the listed facts that are found."""
        return self.found / self.listed if self.listed else 0.0

    @property
    def precision(self) -> float:
        """The share of the claimed facts that are right."""
        return self.right / self.claimed if self.claimed else 0.0


def agree(listed: Listed, fact: FactClaim, document: Document, scorer: Any) -> bool:
    """Whether a fact found in an article is the listed one."""
    if listed.type != fact.type or not _same_subject(listed.subject, fact, scorer):
        return False
    return any(
        span.start < place + len(quote) and place < span.end
        for quote in listed.quotes
        for span in fact.evidence
        for place in _places(document.field(span.field), quote)
    )


def _same_subject(name: str, fact: FactClaim, scorer: Any) -> bool:
    entity = fact.subject.entity
    if entity.is_unnamed:
        return name == FIELD
    found = {"name": entity.name, "mention": entity.mention}
    return any(scorer.same({"name": one, "mention": one}, found) for one in _spellings().get(name, (name,)))


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """How the articles spell whom and what they speak of, by the name that the listed facts use."""
    entities = json.loads((GOLD / "facts" / "entities.json").read_text(encoding="utf-8"))
    return {
        entity["name"]: (entity["name"], *(word for words in entity["mentions"].values() for word in words))
        for entity in entities
    }


def _places(text: str, quote: str) -> list[int]:
    place = text.find(quote)
    return [place] if place >= 0 else []


def score(listed: list[Listed], facts: list[FactClaim], document: Document, scorer: Any) -> dict[str, Figures]:
    """The figures of one article by type."""
    pairs = [(one, fact) for one in listed for fact in facts if agree(one, fact, document, scorer)]
    found, right = {one.id for one, _ in pairs}, {id(fact) for _, fact in pairs}
    out = {}
    for kind in FACT_TYPES:
        mine = [fact for fact in facts if fact.type == kind]
        theirs = [one for one in listed if one.type == kind]
        out[kind] = Figures(
            len(theirs), sum(one.id in found for one in theirs), len(mine), sum(id(fact) in right for fact in mine)
        )
    return out


def _added(one: Figures, other: Figures) -> Figures:
    return Figures(
        one.listed + other.listed, one.found + other.found, one.claimed + other.claimed, one.right + other.right
    )


def main(arguments: list[str]) -> int:
    """Score, print, and give the exit code."""
    if not (GOLD / "facts" / "facts.json").is_file():
        print("facts: no ../shared/gold/facts here, so nothing was scored.")
        return 1 if os.environ.get("CI") == "true" else 0
    scorer = _scorer()
    gold = json.loads((GOLD / "facts" / "facts.json").read_text(encoding="utf-8"))
    total = dict.fromkeys(FACT_TYPES, Figures(0, 0, 0, 0))
    reader = EmbeddedReader()
    for file in sorted((GOLD / "seeds").glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        document = Document(data["text"], data["id"], data["lang"], data.get("title") or "", data.get("published"))
        facts = list(reader.read(document).facts)
        listed = _listed(gold, file.stem)
        for kind, figures in score(listed, facts, document, scorer).items():
            total[kind] = _added(total[kind], figures)
        if "--errors" in arguments:
            _print_errors(file.stem, listed, facts, document, scorer)
    whole = Figures(0, 0, 0, 0)
    for kind, figures in total.items():
        whole = _added(whole, figures)
        _print_row(kind, figures)
    _print_row("all", whole)
    return _judge(whole)


def _judge(figures: Figures) -> int:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["facts"][0]
    low = [
        f"facts: {key} {getattr(figures, key):.3f} is below {floors[key]}"
        for key in ("recall", "precision")
        if getattr(figures, key) < floors[key]
    ]
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


def _listed(gold: list[dict[str, Any]], stem: str) -> list[Listed]:
    out = []
    for fact in gold:
        if stem not in fact["files"] or fact["type"] not in FACT_TYPES:
            continue
        quotes = fact.get("quotes") or [{"file": stem, "span": fact["quote"]}]
        mine = tuple(quote["span"] for quote in quotes if quote["file"] == stem)
        out.append(Listed(fact["id"], fact["type"], fact["subject"], mine, fact["statement"]))
    return out


def _print_row(name: str, figures: Figures) -> None:
    print(
        f"{name:<14} listed {figures.listed:>3}  found {figures.found:>3}  claimed {figures.claimed:>3}  "
        f"right {figures.right:>3}  recall {figures.recall:.2f}  precision {figures.precision:.2f}"
    )


def _print_errors(stem: str, listed: list[Listed], facts: list[FactClaim], document: Document, scorer: Any) -> None:
    for one in listed:
        if not any(agree(one, fact, document, scorer) for fact in facts):
            print(f"{stem} missed {one.id} {one.type} {one.subject}: {one.statement}")
    for fact in facts:
        if not any(agree(one, fact, document, scorer) for one in listed):
            print(f"{stem} false {fact} [{fact.words}]: {fact.evidence[0].quote}")


def _scorer() -> Any:
    """The rules by which names of the scored articles are equal."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
