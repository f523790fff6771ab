"""A record of many moves in few articles, for pages that have much to show."""

from __future__ import annotations

from pathlib import Path

from talentflow.app import Library
from talentflow.model import Document, MoveClaim, PositionClaim, Reading
from tests.app.make import mention

PEOPLE = 120  # who each left the same organization, and each told of in an article of many
_ARTICLES = 6
_FIRST = ("Ada", "Boris", "Carla", "Dieudonné", "Emil", "Farida", "Goran", "Hana", "Ivo", "Jun", "Kalila", "Lin")
_LAST = ("Moreno", "Ilin", "Roth", "Lindqvist", "Osei", "Haddad", "Petrov", "Sato", "Keller", "Umarov")
_ENDS = ("Anthropic", "Google DeepMind", "Meta", "Mistral AI", "Thinking Machines Lab", "xAI", "Cohere")
PERSON = "Lin Osei-Bonsu"  # who is told of by every article
_SENTENCE = "{} has left OpenAI, which sells large models by the word, for another laboratory on the same street."


def _name(number: int) -> str:
    return f"{_FIRST[number % len(_FIRST)]} {_LAST[number // len(_FIRST)]}"


class HeavyReader:
    """Knows who moves in each article."""

    name = "heavy"
    version = "1"

    def read(self, document: Document) -> Reading:
        """Twenty moves, and the post that each leaves; one of the moves is told by every article."""
        share = PEOPLE // _ARTICLES
        first = int(document.id.split("-")[1]) * share
        moves, posts = [], []
        for name in [*(_name(number) for number in range(first, first + share)), PERSON]:
            start = document.text.index(name)
            evidence = (document.span("text", start, start + len(_SENTENCE.format(name))),)
            joined = "Anthropic" if name == PERSON else _ENDS[len(moves) % len(_ENDS)]
            move = MoveClaim(
                mention(name), mention("OpenAI"), mention(joined), "move", role_to="chief scientist",
                role_from="head of the foundation models team", date="2025-03", confidence=0.9, evidence=evidence,
            )  # fmt: skip
            moves.append(move)
            role = "vice president of research for the Middle East and Africa"
            posts.append(PositionClaim(mention(name), mention("OpenAI"), role, "past", evidence=evidence))
        return Reading(document.id, document.lang, "heavy 1", tuple(moves), tuple(posts))


def fill_heavily(path: Path) -> Library:
    """A database with all of it."""
    library, share = Library(str(path)), PEOPLE // _ARTICLES
    documents = [
        Document(
            text="\n\n".join(
                _SENTENCE.format(name)
                for name in [*(_name(number) for number in range(place * share, (place + 1) * share)), PERSON]
            ),
            id=f"many-{place}", lang="en", title=f"Those who left, part {place}", published=f"2025-03-{10 + place}",
            publisher="Harbour Ledger", url=f"https://harbour-ledger.example.org/{place}",
        )
        for place in range(_ARTICLES)
    ]  # fmt: skip
    assert [added.outcome for added in library.add(documents, HeavyReader())] == ["added"] * _ARTICLES
    library.refresh()
    return library
