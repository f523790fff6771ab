"""Figures that are counted in columns are those of their plain definitions, also after the moves have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as some

from talentflow import insight
from talentflow.insight import Telling, Tellings, Timeline
from talentflow.insight.changes import changes, days_between, happened, is_after, is_within
from talentflow.model import Move, PartialDate

PEOPLE = ("Ada", "Bo", "Cid", "Dua")
ORGANIZATIONS = ("Borealis", "Quanta", "Umbra")
OUTLETS = ("Daily", "Post", "بوابة")
PERIODS = ((None, None), ("2024-03", None), (None, "2024-06-15"), ("2024-02", "2024-05"), ("2031", None))


def _moves(name: str) -> some.SearchStrategy[list[Move]]:
    """Moves of few people between few organizations in one year, so that much of it meets."""
    day = some.sampled_from((None, "2024", *(f"2024-{month:02d}" for month in range(1, 7)), "2024-03-04", "2024-05-31"))

    def made(number: int, drawn: tuple[str, str | None, str | None, str, str, str | None, str | None]) -> Move:
        person, from_org, to_org, kind, status, date, known = drawn
        return Move(
            id=f"{name}{number}", person=person, from_org=from_org, to_org=to_org, kind=kind, status=status, how=None,
            role_from=None, role_to=None, date=date, known_on=known, articles=(), origins=1, claims=(), history=(),
            accounts=(), languages=("en",), confidence=0.9,
        )  # fmt: skip

    ends = some.sampled_from((*ORGANIZATIONS, None))
    row = some.tuples(
        some.sampled_from(PEOPLE), ends, ends, some.sampled_from(("move", "join", "leave", "found", "offer")),
        some.sampled_from(("done", "done", "done", "rumored", "denied", "declined")), day, day,
    )  # fmt: skip
    return some.lists(row, max_size=14).map(lambda rows: [made(number, row) for number, row in enumerate(rows)])


def _tellings(moves: Sequence[Move], draw: some.DataObject) -> list[Telling]:
    ids = [move.id for move in moves] + ["gone"]
    days = some.integers(0, 9).map(lambda more: date(2024, 3, 1) + timedelta(more))
    row = some.builds(
        Telling, some.sampled_from(ids), some.sampled_from(OUTLETS), days, some.sampled_from(("done", "rumored"))
    )
    return draw.draw(some.lists(row, max_size=20))


def plain_outlets(
    moves: Sequence[Move], tellings: Sequence[Telling], since: str | None, until: str | None
) -> list[insight.OutletRecord]:
    """Of each outlet's tellings of one move the first counts, of one day the surest; by move, then by outlet."""
    status = {move.id: move.status for move in moves if is_within(move, since, until)}
    first: dict[tuple[str, str], Telling] = {}
    for telling in sorted(tellings, key=lambda one: (one.day, one.status == "rumored")):
        if telling.move in status:
            first.setdefault((telling.outlet, telling.move), telling)
    out = []
    for outlet in {telling.outlet for telling in first.values()}:
        own = {move: telling for (who, move), telling in first.items() if who == outlet}
        became = Counter(status[move] for move, telling in own.items() if telling.status == "rumored")
        ahead = []
        for move, telling in own.items():
            others = [other.day for (who, told), other in first.items() if told == move and who != outlet]
            if others and telling.day < min(others):
                ahead.append((min(others) - telling.day).days)
        denied = became["denied"] + became["declined"]
        out.append(
            insight.OutletRecord(
                outlet, len(own), became.total(), became["done"], denied, became.total() - became["done"] - denied,
                len(ahead), float(median(ahead)) if ahead else None, tuple(sorted(own)),
            )
        )  # fmt: skip
    return sorted(out, key=lambda record: (-record.told, record.outlet))


def plain_retention(moves: Sequence[Move], since: str | None, until: str | None, days: int) -> list[insight.Retention]:
    """Each arrival of a known month, early enough before the end, with the next departure that is certainly later."""
    told = changes(moves)
    dated = [day.last_day for day in map(happened, told) if day is not None]
    if not dated:
        return []
    end = max(dated) if until is None else min(max(dated), PartialDate.parse(until).last_day)
    came: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for one in told:
        day = happened(one)
        if one.to_org is None or day is None or day.month is None or not is_within(one, since, until):
            continue
        if day.last_day > end - timedelta(days=days):
            continue
        later = [other for other in told if other.person == one.person and is_after(other, one)]
        next_one = next((other for other in later if one.to_org in (other.from_org, other.to_org)), None)
        is_gone = next_one is not None and next_one.from_org == one.to_org
        stayed = None if next_one is None or not is_gone else days_between(one, next_one)
        if is_gone and stayed is None:
            continue  # nobody knows when
        came.setdefault(one.to_org, []).append(one.id)
        if next_one is not None and stayed is not None and stayed < days:
            left.setdefault(one.to_org, []).append(next_one.id)
    rows = [
        insight.Retention(
            org, days, len(ids), len(ids) - len(left.get(org, ())), tuple(dict.fromkeys([*ids, *left.get(org, ())]))
        )
        for org, ids in came.items()
    ]
    return sorted(rows, key=lambda row: (-row.came, row.organization))


def plain_flows(moves: Sequence[Move], since: str | None, until: str | None) -> Counter[tuple[str, str]]:
    """How many people went along each route."""
    went = {
        (move.from_org, move.to_org, move.person)
        for move in changes(moves, since, until)
        if move.from_org and move.to_org
    }
    return Counter((str(from_org), str(to_org)) for from_org, to_org, _ in went)


def compare(timeline: Timeline, told: Tellings, moves: Sequence[Move], tellings: Sequence[Telling]) -> None:
    for since, until in PERIODS:
        assert insight.outlets(timeline, told, since, until) == plain_outlets(moves, tellings, since, until)
        for days in (0, 31, 365):  # 31: exactly from one month to the next
            found = insight.retention(timeline, since, until, days=days)
            assert found == plain_retention(moves, since, until, days)
        flows = plain_flows(moves, since, until)
        assert timeline.people_by_route(since, until) == flows
        compare_routes(timeline, flows, since, until)
        ends = [(move.from_org, move.to_org) for move in changes(moves, since, until)]
        assert timeline.people_by_end(since, until) == (
            Counter(goal for _, goal in ends if goal),
            Counter(source for source, _ in ends if source),
        )


def compare_routes(timeline: Timeline, flows: Counter[tuple[str, str]], since: str | None, until: str | None) -> None:
    routes, name = timeline.routes_within(since, until), timeline.name_of_end
    weights: Counter[str] = Counter()
    for (source, goal), people in flows.items():
        weights.update({source: people})
        weights.update({goal: people})
    assert {name(end): weight for end, weight in routes.weights()} == weights
    largest = Counter({(name(one), name(other)): people for one, other, people in routes.largest(2)})
    assert insight.largest_flows(largest, 2) == insight.largest_flows(flows, 2)
    among = [end for end, _ in routes.weights()][:2]
    names = set(map(name, among))
    assert {(name(one), name(other)): people for one, other, people in routes.among(among)} == {
        route: people for route, people in flows.items() if names.issuperset(route)
    }


@settings(max_examples=150, deadline=None)
@given(before=_moves("a"), come=_moves("b"), draw=some.data())
def test_columns_count_what_the_plain_definitions_do(
    before: list[Move], come: list[Move], draw: some.DataObject
) -> None:
    tellings = _tellings(before, draw)
    timeline, told = Timeline(before), Tellings(tellings)
    if draw.draw(some.booleans()):  # what was not asked for before is made later
        compare(timeline, told, before, tellings)
    gone = draw.draw(some.lists(some.sampled_from(before), unique_by=lambda one: one.id)) if before else []
    away = {move.id for move in gone}
    left = [move for move in before if move.id not in away]
    new = _tellings(come, draw)
    new = [telling for telling in new if telling.move != "gone"]
    kept = [telling for telling in tellings if telling.move not in away]
    compare(timeline.changed(gone, come), told.changed(gone, new), [*left, *come], [*kept, *new])
    compare(timeline, told, before, tellings)  # what was made of it before stands as it is
