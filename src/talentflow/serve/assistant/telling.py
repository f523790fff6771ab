"""The record told in a few lines of plain text: each move with its status in words, a quote and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from talentflow.app.plain_data import move_as_dict
from talentflow.app.views import AccountView, EntityView, EvidenceView, MoveView, StayView
from talentflow.exports.rows import web_address
from talentflow.exports.wording import in_words
from talentflow.text.visible import visible

_LONGEST_QUOTE = 280  # characters
_MOST_QUOTES = 3  # of an origin
_MOST_ORIGINS = 8


class Telling:
    """How things are told; `pages` is the address of the pages, if they are served somewhere, for links."""

    def __init__(self, pages: str | None = None) -> None:
        self.pages = pages.rstrip("/") if pages else None

    def move(self, move: MoveView, quotes: int = 1) -> list[str]:
        """A move: when, who, from where to where, status, and the first sentences that say so."""
        when = move.date or (f"known {move.known_on}" if move.known_on else "undated")
        how = f", {move.how}" if move.how else ""
        disputed = "; sources differ, see accounts" if len(move.accounts) > 1 else ""
        lines = [
            f"- {when}: {in_words(move_as_dict(move))}{how}; {_counted(move.origins, 'independent origin')}, "
            f"confidence {move.confidence:.2f}{disputed}. [move {move.id}]{self.link('move', move.id)}"
        ]
        return lines + [f"  {self.quote(item)}" for item in move.evidence[:quotes]]

    def quote(self, item: EvidenceView) -> str:
        """A sentence of an article, with who published it when, and where."""
        said = f", according to {', '.join(item.according_to)}" if item.according_to else ""
        address = web_address(item.url)
        where = f" <{address}>" if address else ""
        source = source_of(item.publisher, item.published, item.language)
        return f"“{short(item.quote)}” ({source}{visible(said)}; article {visible(item.article)}){where}"

    def moves(self, moves: Sequence[MoveView], limit: int) -> list[str]:
        """Moves, one after the other; what is left out is said."""
        lines = [line for move in moves[:limit] for line in self.move(move)]
        return lines + (["More match: narrow the filter or raise the limit."] if len(moves) > limit else [])

    def entity(self, entity: EntityView, limit: int) -> list[str]:
        """A person or an organization: spellings, stays, moves, posts."""
        sort = "person" if entity.type == "person" else "organization"
        name = visible(entity.name or entity.id)
        spellings = [visible(row.name) for row in entity.names if row.name != entity.name][:6]
        lines = [f"{name} ({sort}, id {visible(entity.id)}){self.link(sort, entity.id)}"]
        if spellings:
            lines.append(f"Also written: {', '.join(spellings)}")
        if entity.type == "person" and entity.career.stays:
            lines.append("Where they worked, as far as articles tell:")
            lines += [f"- {_stay(stay)}" for stay in entity.career.stays]
            lines += [f"- nothing is told from {gap.since} to {gap.until}" for gap in entity.career.gaps]
        for conflict in entity.career.conflicts[:3] if entity.type == "person" else ():
            lines.append(f"- Sources conflict: {visible(conflict.words)}")
        lines.append("Moves, newest first:" if entity.moves else "No move is told.")
        lines += self.moves(entity.moves, limit)
        return lines

    def accounts(self, move: MoveView, articles: Iterable[tuple[str, str]]) -> list[str]:
        """All that is told of one move: each account, how its status came about, quotes by origin.

        `articles` are the articles with the origin of each.
        """
        lines = self.move(move, quotes=0)
        lines += [f"Account: {_account(account)}" for account in move.accounts]
        if not move.accounts:
            lines.append("The sources agree on how and when, as far as they say.")
        lines += [
            f"On {step.published or 'an unknown day'}: {step.status} ({visible(step.article)})" for step in move.history
        ]
        by_origin: dict[str, list[EvidenceView]] = {}
        origin_of = dict(articles)
        for item in move.evidence:
            by_origin.setdefault(origin_of.get(item.article, item.article), []).append(item)
        for origin, items in list(by_origin.items())[:_MOST_ORIGINS]:
            lines += [f"Origin {visible(origin)}, {item.status}: {self.quote(item)}" for item in items[:_MOST_QUOTES]]
        left = len(by_origin) - _MOST_ORIGINS
        return lines + ([f"And {_counted(left, 'more origin')}."] if left > 0 else [])

    def link(self, sort: str, identity: str) -> str:
        """Where the pages show it, if they are served somewhere."""
        return f" <{self.pages}/en/{sort}/{quote(identity, safe='/')}>" if self.pages else ""

    def flow(self, left: str, joined: str, *, since: str | None = None, until: str | None = None) -> str:
        """Where the pages show who went from one organization to another."""
        fields = {"from": left, "to": joined, "since": since, "until": until}
        wanted = urlencode({field: value for field, value in fields.items() if value})
        return f" <{self.pages}/en/counted?{wanted}>" if self.pages else ""


def _account(account: AccountView) -> str:
    told = " and ".join(part for part in (account.how, account.when) if part) or "nothing of how or when"
    who = ", ".join((*account.according_to, *account.articles))
    return visible(f"{told}, say {who}")


def _stay(stay: StayView) -> str:
    began = stay.since or (f"by {stay.since_by}" if stay.since_by else "?")
    ended = stay.until or (f"by {stay.until_by}" if stay.until_by else "no end told" if stay.is_open else "ended")
    seen = f", there on {stay.seen_on}" if stay.is_open and stay.seen_on else ""
    posts = ", ".join(post.role for post in stay.posts)
    sources = ", ".join([*(f"move {move}" for move in stay.moves), *(f"article {one}" for one in stay.articles[:3])])
    return visible(f"{stay.org}: {began} – {ended}{seen}{f' ({posts})' if posts else ''} [{sources}]")


def source_of(publisher: str | None, published: str | None, language: str | None) -> str:
    """Who published it when, and in which language, as far as is known."""
    named = f"“{publisher}”" if publisher else None
    return visible(", ".join(part for part in (named, published, language) if part))


def short(quote: str) -> str:
    """The quote on one line, cut where it is long."""
    told = visible(quote)
    return told if len(told) <= _LONGEST_QUOTE else told[: _LONGEST_QUOTE - 1] + "…"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
