"""Measures the window on the web: how soon each page and each endpoint of the API answers over a large record.

`python bench/window.py growth.db` copies the database (as bench/growth.py --database leaves it), adds facts to the
copy, serves it with `talentflow serve` and asks each kind of page and endpoint, one request after the other, with
names, periods, filters and cursors drawn by a seed: people and organizations as often as they are met. Prints for each
kind the number of calls, the median, the 95th percentile and the largest of the milliseconds until the whole answer is
there, the 95th percentile of the server's processor time, which other work on the machine changes less, and the bytes;
then all of it as JSON. Nothing is asked for under an ETag: every answer is made.

`--load 50` has so many clients ask at once over the mix of pages, while `talentflow add` adds articles to the same
database in another process, and prints errors, percentiles and requests a second.

Example:

    python bench/growth.py 10000 --database growth.db
    python bench/window.py growth.db
    python bench/window.py growth.db --load 50 --seconds 60
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parent))
from generated import generated

from talentflow.app import Library
from talentflow.app.insight import FIGURES
from talentflow.model import Amount, EntityMention, FactClaim, FactParty, Span
from talentflow.serve.web.cursors import Cursor
from talentflow.store import Database
from talentflow.store.facts import insert_parties
from talentflow.store.payloads import write_claim
from talentflow.store.rows import insert_new
from talentflow.store.schema import claims

PAGE_BAR, SEARCH_BAR, LOAD_BAR = 100, 50, 300  # milliseconds within which 95 of a hundred answers are to come
LANGUAGES = ("en", "ar", "es")
_FIRST = 5  # calls that do not count: templates are compiled, and what is remembered is made, when first needed
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1"}
# Given and family names of bench/names.toml as Arabic and Russian newsrooms spell them.
SPELLED = (
    "آدا مورينو", "عمر حسن", "نادية حداد", "سارة خليل", "كريم منصور", "مريم أحمد", "Ада Морено", "Ирина Соколова",
    "Сергей Волков", "Дмитрий Петров", "Елена Попова", "Борис Иванов", "田中", "佐藤", "鈴木", "中村", "木村", "伊藤",
)  # fmt: skip
WORDS = (
    "researcher",
    "has left",
    "shares",
    "Park",
    "the round brought dollars",
    "chief scientist",
    "questions did not",
)
NOTHING = ("zzyzx qwrt", "xylophonic", "нетникого", "لاأحدهنا", "qqqq")
KINDS_OF_MOVES = ("move", "join", "leave", "found", "change")
SORTS = ("known", "origins", "confidence")


@dataclass(frozen=True, slots=True)
class Met:
    """What the record holds, drawn from: people and organizations stand there as often as moves name them."""

    people: list[tuple[str, str]]
    organizations: list[tuple[str, str]]
    ends: list[tuple[str, str]]
    moves: list[str]
    articles: list[tuple[str, str]]
    days: tuple[str, str]
    count: int
    kept: list[tuple[str, str]]  # organizations with the days after which somebody who came is there or is not


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page or endpoint: how an address of it is drawn, its bar, and how often a visitor asks for it."""

    name: str
    draw: Callable[[random.Random], str]
    bar: int | None = PAGE_BAR
    weight: int = 0
    calls: int | None = None
    needs_token: bool = False


@dataclass(slots=True)
class Figures:
    """What came of the calls of one kind."""

    milliseconds: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)

    def summary(self) -> dict[str, Any]:
        """Counts and percentiles."""
        took, worked = sorted(self.milliseconds), sorted(self.worked)
        return {
            "calls": len(took),
            "median_ms": round(percentile(took, 0.5), 1),
            "p95_ms": round(percentile(took, 0.95), 1),
            "largest_ms": round(took[-1], 1),
            **({"p95_processor_ms": round(percentile(worked, 0.95), 1)} if worked else {}),
            "median_bytes": sorted(self.sizes)[len(self.sizes) // 2],
            **({"troubles": dict(self.troubles)} if self.troubles else {}),
            "errors": sum(count for status, count in self.refused.items() if status >= 500 or status == 0),
        }


def percentile(ordered: list[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return ordered[max(0, min(len(ordered) - 1, int(len(ordered) * share + 0.999) - 1))]


def copied(path: Path, folder: Path) -> Path:
    """A copy of a database in one state, whoever writes to it meanwhile."""
    out = folder / "window.db"
    with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as source, sqlite3.connect(out) as target:
        source.backup(target)
    target.close()
    source.close()
    return out


def add_facts(path: Path) -> None:
    """Let every tenth article state a fact: the generated ones tell of moves alone."""
    database = Database(f"sqlite:///{path}")
    with database.writing() as connection:
        rows = connection.exec_driver_sql(
            "SELECT r.key, r.article_key, min(m.id), m.reader_id, m.mention FROM readings r "
            "JOIN mentions m ON m.reading_key = r.key "
            "WHERE r.current AND m.sort = 'organization' AND r.key % 10 = 0 GROUP BY r.key"
        ).all()
        for key, article, mention, reader_id, name in rows:
            party = FactParty("organization", EntityMention(reader_id, name, name))
            year = 2015 + key % 9
            millions = key % 900 + 1
            fact = FactClaim(
                "funding", party, words="raised", amount=Amount(f"${millions} million", millions * 1e6, "USD"),
                date=f"{year}-{key % 12 + 1:02d}", evidence=(Span("text", 0, len(name), name),),
            )  # fmt: skip
            identity, (sort, payload) = f"c-fact-{key}", write_claim(fact)
            told = {"id": identity, "reading_key": key, "ordinal": 900, "sort": sort, "kind": fact.type}
            told |= {"status": fact.status, "date": fact.date, "confidence": fact.confidence, "payload": payload}
            insert_new(connection, claims, [told])
            named = {"sort": "organization", "reader_id": reader_id, "id": mention}
            insert_parties(connection, article, [(identity, fact)], [named])
    database.close()


def met(path: Path) -> Met:
    """What is met in a database."""
    with sqlite3.connect(path) as connection:
        people = connection.execute(
            "SELECT e.id, coalesce(e.name, e.mention) FROM moves m JOIN entities e ON e.id = m.person"
        )
        found = people.fetchall()
        ends = connection.execute(
            "SELECT f.id, f.name, t.id, t.name FROM moves m JOIN entities f ON f.id = m.from_org "
            "JOIN entities t ON t.id = m.to_org WHERE f.name IS NOT NULL AND t.name IS NOT NULL"
        ).fetchall()
        moves = [row[0] for row in connection.execute("SELECT id FROM moves")]
        articles = connection.execute(
            "SELECT a.id, g.story FROM articles a JOIN article_groups g ON g.article_key = a.key WHERE a.current"
        ).fetchall()
        days = connection.execute("SELECT min(day), max(last_day) FROM moves WHERE day != ''").fetchone()
        kept = connection.execute(
            "SELECT to_org, days FROM (SELECT to_org, min(last_day) AS first FROM moves WHERE status = 'done' AND "
            "kind IN ('move', 'join', 'found') AND to_org IS NOT NULL AND to_org IS NOT from_org AND day != '' "
            "GROUP BY to_org), (SELECT '182' AS days UNION SELECT '365' UNION SELECT '730') "
            "WHERE date(first, '+' || days || ' days', '+31 days') < ? ORDER BY to_org, days",
            (days[1],),
        ).fetchall()
    connection.close()
    organizations = [row[:2] for row in ends] + [row[2:] for row in ends]
    return Met(found, organizations, [(row[1], row[3]) for row in ends], moves, articles, days, len(articles), kept)


def kinds_of(known: Met) -> list[Kind]:
    """Every kind of page and endpoint that shows something."""

    def language(chance: random.Random) -> str:
        return chance.choice(LANGUAGES)

    def day(chance: random.Random, exact: int = 7) -> str:
        first, last = (int(value[:4]) for value in known.days)
        return f"{chance.randint(first, last)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"[:exact]

    def period(chance: random.Random) -> dict[str, str]:
        one, other = sorted((day(chance), day(chance)))
        year = one[:4]
        quarter = chance.choice((1, 4, 7, 10))
        return chance.choice((
            {}, {"since": one}, {"since": one, "until": other}, {"since": year, "until": year},
            {"since": f"{year}-{quarter:02d}", "until": f"{year}-{quarter + 2:02d}"},
        ))  # fmt: skip

    def organization(chance: random.Random) -> tuple[str, str]:
        return chance.choice(known.organizations)

    def filters(chance: random.Random) -> dict[str, str]:
        sent = dict(period(chance))
        ends = chance.choice(known.ends)
        which = chance.randrange(6)
        if which == 0:
            sent["person"] = chance.choice(known.people)[1]
        elif which in (1, 2):
            sent["org"] = organization(chance)[1]
        elif which == 3:
            sent |= {"from": ends[0], "to": ends[1]}
        elif which == 4:
            sent["to"] = ends[1]
        if chance.random() < 0.3:
            sent["status"] = chance.choice(("done", "rumored"))
        if chance.random() < 0.2:
            sent["kind"] = chance.choice(KINDS_OF_MOVES)
        if chance.random() < 0.2:
            sent["lang"] = chance.choice(("en", "ar"))
        return sent

    def typed(chance: random.Random) -> str:
        """What somebody types: a name, part of one as it is being typed, with a slip, in another script, words."""
        name = chance.choice((chance.choice(known.people)[1], organization(chance)[1]))
        place = chance.randrange(1, max(2, len(name) - 1))
        slip = name[:place] + name[place + 1 :] if chance.random() < 0.5 else name[:place] + "e" + name[place:]
        choices = (
            name, name[: chance.randrange(2, max(3, len(name)))], slip, name.split()[-1],
            chance.choice(SPELLED), chance.choice(WORDS), chance.choice(NOTHING),
        )  # fmt: skip
        return chance.choice(choices)

    def name_of_person(chance: random.Random) -> str:
        name = chance.choice(known.people)[1]
        return chance.choice((name, name, name.split()[-1], name[:-1] + "e", chance.choice(SPELLED)))

    def query(path: str, values: dict[str, Any]) -> str:
        return f"{path}?{urlencode(values)}" if values else path

    def cursor(chance: random.Random) -> str:
        count = chance.randrange(1, max(2, len(known.moves) // 50)) * 50
        return Cursor("gone", count).written()

    def person(chance: random.Random) -> str:
        return quote(chance.choice(known.people)[0], safe="")

    def org(chance: random.Random) -> str:
        return quote(organization(chance)[0], safe="")

    def article(chance: random.Random) -> str:
        return quote(chance.choice(known.articles)[0], safe="")

    def story(chance: random.Random) -> str:
        return quote(chance.choice(known.articles)[1], safe="")

    def part(chance: random.Random) -> dict[str, str]:
        return chance.choice(({}, {}, {"part": "there"}, {"part": "left"}))

    def kept(chance: random.Random) -> str:
        """Who stayed with an organization to which somebody came early enough to tell."""
        where, days = chance.choice(known.kept)
        return query(f"{quote(where, safe='')}/retention", {"days": days, "of": chance.choice(("left", "came"))})

    def begun(chance: random.Random) -> str:
        """A name as somebody has begun to type it."""
        name = chance.choice((chance.choice(known.people)[1], organization(chance)[1], chance.choice(SPELLED)))
        return name[: chance.randrange(1, max(2, len(name) + 1))]

    def page(chance: random.Random) -> int:
        return chance.randrange(2, max(3, len(known.moves) // 50))

    api = "/api/v1"
    pages = [
        Kind("page /", lambda c: f"/{language(c)}/", weight=15),
        Kind("page /, filtered", lambda c: query(f"/{language(c)}/", filters(c)), weight=12),
        Kind("page /, ordered", lambda c: query(f"/{language(c)}/", {**filters(c), "sort": c.choice(SORTS)}), weight=3),
        Kind("page /, by name", lambda c: query(f"/{language(c)}/", {**period(c), "sort": "person"}), weight=1),
        Kind("page /, deep", lambda c: query(f"/{language(c)}/", {"page": page(c)}), weight=3),
        Kind("page /, nobody", lambda c: query(f"/{language(c)}/", {"person": typed(c)[:40] + "q"}), weight=1),
        Kind("page flows", lambda c: query(f"/{language(c)}/flows", period(c)), weight=8),
        Kind("page person", lambda c: f"/{language(c)}/person/{person(c)}", weight=14),
        Kind("page organization", lambda c: f"/{language(c)}/organization/{org(c)}", weight=10),
        Kind("page roster", lambda c: query(f"/{language(c)}/organization/{org(c)}/roster", part(c)), weight=3),
        *([Kind("page retention", lambda c: f"/{language(c)}/organization/{kept(c)}", weight=1)] if known.kept else []),
        Kind("page move", lambda c: f"/{language(c)}/move/{c.choice(known.moves)}", weight=10),
        Kind("page article", lambda c: f"/{language(c)}/article/{article(c)}", weight=10),
        Kind("page story", lambda c: f"/{language(c)}/story/{story(c)}", weight=4),
        Kind("page search", lambda c: query(f"/{language(c)}/search", {"q": typed(c)}), SEARCH_BAR, weight=10),
        Kind("page typed", lambda c: query(f"/{language(c)}/typed", {"q": begun(c)}), SEARCH_BAR, weight=6),
        Kind("page about", lambda c: f"/{language(c)}/about", weight=2),
        Kind("page sign-in", lambda c: f"/{language(c)}/sign-in"),
        Kind("feed.atom", lambda c: query(f"/{language(c)}/feed.atom", filters(c)), weight=3),
        Kind("feed.json", lambda c: query(f"/{language(c)}/feed.json", filters(c)), weight=2),
    ]
    shown = [
        Kind("api moves", lambda c: query(f"{api}/moves", filters(c)), weight=6),
        Kind("api moves, all", lambda c: f"{api}/moves"),
        Kind("api moves, deep", lambda c: query(f"{api}/moves", {"cursor": cursor(c), "limit": c.choice((20, 50))})),
        Kind("api moves, ordered", lambda c: query(f"{api}/moves", {**filters(c), "sort": c.choice(SORTS)})),
        Kind("api moves, by name", lambda c: query(f"{api}/moves", {**period(c), "sort": "person"})),
        Kind("api move", lambda c: f"{api}/moves/{c.choice(known.moves)}", weight=2),
        Kind("api people", lambda c: query(f"{api}/people", {"name": name_of_person(c)}), weight=2),
        Kind("api organizations", lambda c: query(f"{api}/organizations", {"name": organization(c)[1]})),
        Kind("api entity, person", lambda c: f"{api}/entities/{person(c)}", weight=2),
        Kind("api entity, organization", lambda c: f"{api}/entities/{org(c)}", weight=1),
        Kind("api profile", lambda c: f"{api}/organizations/{org(c)}/profile", weight=1),
        Kind("api roster", lambda c: query(f"{api}/organizations/{org(c)}/roster", part(c)), weight=1),
        Kind("api companions", lambda c: f"{api}/entities/{person(c)}/companions"),
        Kind("api article", lambda c: f"{api}/articles/{article(c)}", weight=2),
        Kind("api story", lambda c: f"{api}/stories/{story(c)}"),
        Kind("api search", lambda c: query(f"{api}/search", {"q": typed(c)}), SEARCH_BAR, weight=3),
        Kind(
            "api search, deep",
            lambda c: query(f"{api}/search", {"q": c.choice(WORDS), "cursor": cursor(c)}),
            SEARCH_BAR,
        ),
        Kind("api facts", lambda c: query(f"{api}/facts", period(c))),
        Kind("api facts, about", lambda c: query(f"{api}/facts", {**period(c), "about": organization(c)[1]})),
        Kind("api facts, deep", lambda c: query(f"{api}/facts", {"cursor": cursor(c)})),
        *(
            Kind(
                f"api figure {figure}",
                lambda c, figure=figure: query(  # type: ignore[misc]
                    f"{api}/figures/{figure}",
                    {**period(c), **({"org": organization(c)[1]} if c.random() < 0.5 else {})},
                ),
            )
            for figure in FIGURES
        ),
        Kind("api status", lambda c: f"{api}/status", weight=1),
        Kind("api description", lambda c: f"{api}/openapi.json"),
    ]
    then = [
        Kind("api moves, as of", lambda c: query(f"{api}/moves", {"as_of": day(c, 10)}), calls=10),
        Kind(
            "api people, as of", lambda c: query(f"{api}/people", {"name": c.choice(known.people)[1], "as_of": day(c)})
        ),
        Kind("api status, as of", lambda c: query(f"{api}/status", {"as_of": day(c)}), calls=5),
    ]
    desk = [
        Kind("page review", lambda c: f"/{language(c)}/review", needs_token=True),
        Kind("page review claims", lambda c: f"/{language(c)}/review/claims", needs_token=True),
        Kind("page review log", lambda c: f"/{language(c)}/review/log", needs_token=True),
        Kind("page review entity", lambda c: f"/{language(c)}/review/entity/{person(c)}", needs_token=True),
        Kind("page add", lambda c: f"/{language(c)}/add", needs_token=True),
        Kind("api review pairs", lambda c: f"{api}/review/pairs", needs_token=True),
        Kind("api review claims", lambda c: f"{api}/review/claims", needs_token=True),
        Kind("api review names", lambda c: f"{api}/review/names/{person(c)}", needs_token=True),
        Kind("api review deeds", lambda c: f"{api}/review/deeds", needs_token=True),
    ]
    whole = [
        Kind("bulk moves of one", lambda c: query(f"{api}/moves.ndjson", {"org": organization(c)[1]}), None, calls=10),
        Kind("bulk moves", lambda c: f"{api}/moves.ndjson", None, calls=1),
        Kind("bulk facts", lambda c: f"{api}/facts.ndjson", None, calls=1),
        Kind("bulk export json", lambda c: f"{api}/exports/json", None, calls=1),
    ]
    return [*pages, *shown, *desk, *then, *whole]


def worked_by(process: int) -> float:
    """The milliseconds of processor time that a process and its own have had; 0 where the system does not say."""
    out = 0.0
    for path in Path(f"/proc/{process}/task").glob("*"):
        with suppress(OSError):  # a thread that has just ended
            out += int((path / "schedstat").read_text().split()[0]) / 1e6
            out += sum(worked_by(int(child)) for child in (path / "children").read_text().split())
    return out


@contextmanager
def served(path: Path, processes: int | None = None) -> Iterator[tuple[str, int]]:
    """The address at which `talentflow serve` serves a database, and the number of its (first) process."""
    command = [sys.executable, "-m", "talentflow", "--db", str(path), "serve", "--port", "0"]
    command += [] if processes is None else ["--processes", str(processes)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield next(word for word in line.split() if word.startswith("http://")).rstrip("/"), process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def token_for(path: Path) -> str:
    """A token that opens the desk."""
    command = [sys.executable, "-m", "talentflow", "--db", str(path), "token", "make", "bench"]
    made = subprocess.run(
        [*command, "--scope", "review", "--scope", "add"], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    return next(word for word in made.stdout.split() if word.startswith("tf_"))


def ask(connection: HTTPConnection, address: str, headers: dict[str, str]) -> tuple[int, int]:
    """The status and the size of an answer."""
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    return response.status, len(response.read())


def one_by_one(address: str, server: int, kinds: list[Kind], options: argparse.Namespace, token: str) -> dict[str, Any]:
    """Each kind asked for so many times, or for so many seconds; the slowest kinds are not asked for longer."""
    where, out = urlsplit(address), {}
    for kind in kinds:
        chance = random.Random(f"{options.seed} {kind.name}")
        headers = {"Authorization": f"Bearer {token}"} if kind.needs_token else {}
        figures, connection = Figures(), HTTPConnection(where.hostname or "", where.port, timeout=options.patience)
        for _ in range(min(kind.calls or options.calls, _FIRST)):
            try:
                ask(connection, kind.draw(chance), headers)
            except TimeoutError:
                connection.close()
        began = time.perf_counter()
        for _ in range(kind.calls or options.calls):
            wanted = kind.draw(chance)
            worked, start = worked_by(server), time.perf_counter()
            try:
                status, size = ask(connection, wanted, headers)
            except TimeoutError:
                status, size = 0, 0
                connection.close()  # it opens again by itself
            figures.milliseconds.append((time.perf_counter() - start) * 1000)
            figures.worked.append(worked_by(server) - worked)
            figures.sizes.append(size)
            figures.refused[status] += 1
            if options.verbose and figures.milliseconds[-1] > (kind.bar or 10**9):
                print(f"    {figures.milliseconds[-1]:8.1f} ms  {wanted}", file=sys.stderr)
            if time.perf_counter() - began > options.longest:
                break
        connection.close()
        out[kind.name] = {**figures.summary(), "bar_ms": kind.bar, "statuses": dict(figures.refused)}
        tell(kind.name, out[kind.name])
    return out


def tell(name: str, row: dict[str, Any]) -> None:
    """A line of the table."""
    bar = row.get("bar_ms")
    mark = "" if bar is None or row["p95_ms"] <= bar else "  over"
    print(
        f"{name:26} {row['calls']:5}  {row['median_ms']:9.1f} {row['p95_ms']:9.1f} {row['largest_ms']:9.1f} "
        f"{row.get('p95_processor_ms', 0.0):9.1f} ms {row['median_bytes']:10,} B  "
        f"{'' if bar is None else bar!s:>4}{mark}"
        f"{'' if not row['errors'] else '  errors ' + str(row['errors'])}",
        flush=True,
    )


def write_articles(known: Met, count: int, path: Path) -> None:
    """The generated articles that follow those of the record, as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in islice(generated(known.count + count), known.count, None):
            document = article.document
            names = ("id", "lang", "title", "text", "published", "publisher")
            file.write(json.dumps({name: getattr(document, name) for name in names}) + "\n")


def at_once(
    path: Path, address: str, server: int, kinds: list[Kind], known: Met, options: argparse.Namespace
) -> dict[str, Any]:
    """So many clients over the mix of pages, while articles are added by another process."""
    for kind in kinds:  # templates are compiled, and what is remembered is made, when first needed
        where, chance = urlsplit(address), random.Random(options.seed)
        for _ in range(3 if kind.weight else 0):
            connection = HTTPConnection(where.hostname or "", where.port, timeout=options.patience)
            ask(connection, kind.draw(chance), {})
            connection.close()
    news = path.with_name("news.jsonl")
    write_articles(known, options.articles, news)
    command = [sys.executable, "-m", "talentflow", "--db", str(path), "add", str(news), "--reader", options.reader]
    with news.with_suffix(".log").open("w") as log:
        adding = subprocess.Popen(command, stdout=log, stderr=log, env=ENVIRONMENT)
        try:
            worked = worked_by(server)
            seconds, by_kind = asyncio.run(_clients(address, kinds, options))
            worked = worked_by(server) - worked
            ended = adding.poll()
        finally:
            adding.terminate()  # an interrupt is passed over where this was itself started in the background
            adding.wait(60)
    with sqlite3.connect(path) as connection:
        (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    connection.close()
    took = sorted(each for figures in by_kind.values() for each in figures.milliseconds)
    errors = sum(figures.summary()["errors"] for figures in by_kind.values())
    return {
        "clients": options.load,
        "pause_s": options.pause,
        "seconds": round(seconds, 1),
        "requests": len(took),
        "requests_a_second": round(len(took) / seconds, 1),
        "errors": errors,
        "processor_ms_a_request": round(worked / max(len(took), 1), 1),  # with what is done beside them
        "median_ms": round(percentile(took, 0.5), 1),
        "p95_ms": round(percentile(took, 0.95), 1),
        "largest_ms": round(took[-1], 1),
        "bar_ms": LOAD_BAR,
        "articles_added": articles - known.count,
        "add_ended_with": ended,
        "kinds": {name: figures.summary() for name, figures in sorted(by_kind.items())},
    }


async def _clients(address: str, kinds: list[Kind], options: argparse.Namespace) -> tuple[float, dict[str, Figures]]:
    import httpx2

    mix = [kind for kind in kinds if kind.weight]
    weights = [kind.weight for kind in mix]
    by_kind: dict[str, Figures] = defaultdict(Figures)
    start = time.perf_counter()

    async def visitor(number: int, client: Any) -> None:
        chance = random.Random(f"{options.seed} {number}")
        await asyncio.sleep(chance.random() * max(options.pause, 0.2))
        while time.perf_counter() - start < options.seconds:
            (kind,) = chance.choices(mix, weights)
            began = time.perf_counter()
            try:
                answer = await client.get(kind.draw(chance))
                status, size = answer.status_code, len(answer.content)
                trouble = f"{status}: {answer.text[:200]}" if status >= 500 else ""
            except httpx2.HTTPError as error:
                status, size, trouble = 0, 0, f"{type(error).__name__}: {error}"
            figures = by_kind[kind.name]
            if trouble:
                figures.troubles[trouble] += 1
            figures.milliseconds.append((time.perf_counter() - began) * 1000)
            figures.sizes.append(size)
            figures.refused[status] += 1
            if options.pause:
                await asyncio.sleep(chance.expovariate(1 / options.pause))

    limits = httpx2.Limits(max_connections=options.load, max_keepalive_connections=options.load)
    async with httpx2.AsyncClient(base_url=address, timeout=options.patience, limits=limits) as client:
        await asyncio.gather(*(visitor(number, client) for number in range(options.load)))
    return time.perf_counter() - start, by_kind


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path, help="a SQLite file; it is copied and stays as it is")
    parser.add_argument("--calls", type=int, default=200, help="how often each kind is asked for")
    parser.add_argument("--longest", type=float, default=60.0, help="seconds after which a kind is asked for no more")
    parser.add_argument(
        "--patience", type=float, default=120.0, help="seconds after which an answer counts as an error"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only the kinds with these characters in their name")
    parser.add_argument("--verbose", action="store_true", help="tell the addresses of answers over their bar")
    parser.add_argument("--load", type=int, default=0, metavar="CLIENTS", help="so many clients at once instead")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long they ask")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds, on average, between a client's requests")
    parser.add_argument("--articles", type=int, default=2000, help="how many articles are there to be added meanwhile")
    parser.add_argument("--reader", default="rules", help="the reader of the articles that are added")
    parser.add_argument("--processes", type=int, help="how many processes answer, else as many as serve takes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.database.absolute().parent) as folder:
        path = copied(options.database, Path(folder))
        add_facts(path)
        with Library(str(path)) as library:
            library.refresh()
        known = met(path)
        token = token_for(path)
        kinds = [kind for kind in kinds_of(known) if options.only in kind.name]
        with served(path, options.processes) as (address, server):
            if options.load:
                told = at_once(path, address, server, kinds, known, options)
            else:
                told = one_by_one(address, server, kinds, options, token)
        print(json.dumps({"articles": known.count, "moves": len(known.moves), "answers": told}, indent=1))


if __name__ == "__main__":
    main()
