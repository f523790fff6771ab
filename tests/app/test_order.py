from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from talentflow.app import Library
from talentflow.model import Document, EntityMention, MoveClaim, Person
from talentflow.registry import Registry
from tests.app.make import mention, move
from tests.app.scripted import ScriptedReader

# A listed person whose Latin spelling another bears too.
REGISTRY = Registry(people={"wang-yi": Person("wang-yi", "Wang Yi", {"zh": ("王毅",), "en": ("Wang Yi",)})})
PEOPLE = (
    mention("Barret Zoph"),
    mention("Zoph"),
    mention("باريت زوف", "Baryt Zwf"),
    mention("بريت زوف", "Barret Zoph"),
    mention("Daniel Levy"),
    mention("Dan Levy"),
    mention("ダニエル・レヴィ", "Daniel Levy"),
    mention("Ilya Sutskever", listed="ilya-sutskever"),
    mention("Elia Sutskiver"),
    mention("إيليا سوتسكيفر", "Ilya Sutskever"),
    mention("姚顺雨", "Shunyu Yao"),
    mention("姚顺宇", "Shunyu Yao"),
    mention("Yao Shunyu"),
    mention("Yao Shunyu"),
    mention("王毅", "Wang Yi", listed="wang-yi"),
    mention("Wang Yi", listed="wang-yi"),
    mention("王怡", "Wang Yi"),
)
ORGANIZATIONS = (
    None,
    mention("OpenAI", listed="openai"),
    mention("Open AI"),
    mention("Thinking Machines"),
    mention("Meta"),
    mention("her own start-up", None),
)
TEXTS = (
    "On Monday Barret Zoph and Luke Metz left Thinking Machines Lab for OpenAI, Fidji Simo told 1,400 people.",
    "El lunes Barret Zoph y Luke Metz dejaron Thinking Machines Lab por OpenAI, dijo Fidji Simo a 1.400 personas.",
    "Ilya Sutskever of Toronto said that Safe Superintelligence has what it needs, and Daniel Levy agreed.",
    "Meta has hired a number of people whom nobody had heard of, and it will hire more before the summer ends.",
)


@st.composite
def claims(draw: st.DrawFn, people: Sequence[EntityMention] = PEOPLE) -> MoveClaim:
    ends = draw(st.tuples(st.sampled_from(ORGANIZATIONS), st.sampled_from(ORGANIZATIONS)).filter(any))
    return move(
        draw(st.sampled_from(people)),
        *ends,
        kind=draw(st.sampled_from(["", "", "found", "change"])),
        status=draw(st.sampled_from(["done", "done", "rumored", "planned", "denied"])),
        date=draw(st.sampled_from([None, "2025", "2025-03", "2025-03-04", "2024-01", "2019"])),
        how=draw(st.sampled_from([None, None, "resigned", "dismissed"])),
        according_to=draw(st.sampled_from([(), (), ("Axios",), ("Ilya Sutskever", "OpenAI")])),
    )


@st.composite
def article_sets(draw: st.DrawFn, people: Sequence[EntityMention] = PEOPLE) -> tuple[list[Document], ScriptedReader]:
    count = draw(st.integers(2, 6))
    days = st.sampled_from([None, "2025-03-01", "2025-03-03", "2025-03-05", "2025-03-20"])
    documents = [
        Document(
            text=f"{draw(st.sampled_from(TEXTS))} {number}",
            id=f"a{number}",
            lang=draw(st.sampled_from(["en", "es", "ar"])),
            published=draw(days),
            publisher=draw(st.sampled_from([None, "Axios", "Harbour Ledger"])),
        )
        for number in range(count)
    ]
    told = {doc.id: draw(st.lists(claims(people), max_size=3)) for doc in documents}
    everything = [claim for claims_of_one in told.values() for claim in claims_of_one]
    hinted = st.lists(st.sampled_from(everything), max_size=2) if everything else st.just([])
    return documents, ScriptedReader(told, hints={doc.id: draw(hinted) for doc in documents})


@cache
def empty_database() -> bytes:
    """An empty database: making one takes longer than all the rest."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "empty.db")
        Library(str(path), registry=REGISTRY).close()
        return path.read_bytes()


def ledger_of(batches: list[list[Document]], reader: ScriptedReader, as_of: str | None = None) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "test.db")
        path.write_bytes(empty_database())
        with Library(str(path), registry=REGISTRY) as library:
            for batch in batches:
                list(library.add(batch, reader))
                library.refresh()
            return library.export_ledger(as_of=as_of)


def told(ledger: dict[str, Any]) -> list[tuple[object, ...]]:
    """What a ledger says, without ids and names, which further articles may settle otherwise."""
    keys = ("kind", "status", "how", "role_to", "date", "known_on", "origins", "articles", "history", "accounts")
    return sorted(str([move[key] for key in keys]) for move in ledger["moves"])


def groups_in(ledger: dict[str, Any], key: str) -> set[frozenset[str]]:
    """Which articles a ledger puts together."""
    return {
        frozenset(article["id"] for article in ledger["articles"] if article[key] == value)
        for value in {article[key] for article in ledger["articles"]}
    }


SURE = [person for person in PEOPLE if person.mention in ("Barret Zoph", "Daniel Levy", "Ilya Sutskever")]


@settings(max_examples=40, deadline=None)
@given(articles=article_sets(people=SURE), day=st.sampled_from(["2025-03-01", "2025-03-04", "2025-03-19"]))
def test_as_of_a_day_the_ledger_is_what_the_articles_until_then_make(
    articles: tuple[list[Document], ScriptedReader], day: str
) -> None:
    documents, reader = articles
    known = [document for document in documents if document.published is not None and document.published <= day]
    expected, then = ledger_of([known], reader), ledger_of([documents], reader, as_of=day)
    assert told(then) == told(expected)
    for key in ("origin", "story"):
        assert groups_in(then, key) == groups_in(expected, key)


@settings(max_examples=40, deadline=None)
@given(articles=article_sets(), seed=st.randoms(use_true_random=False))
def test_the_ledger_is_the_same_in_any_order_of_arrival(
    articles: tuple[list[Document], ScriptedReader], seed: random.Random
) -> None:
    documents, reader = articles
    expected = ledger_of([documents], reader)
    shuffled = documents + seed.sample(documents, len(documents) // 2)
    seed.shuffle(shuffled)
    middle = seed.randrange(len(shuffled))
    assert ledger_of([shuffled[:middle], shuffled[middle:]], reader) == expected
