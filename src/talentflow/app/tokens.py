"""Tokens: made, checked and revoked. A token is shown once; what is kept of it opens nothing."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from talentflow.model import TalentflowError
from talentflow.store import Database
from talentflow.store.columns import plain
from talentflow.store.deeds import insert_deed
from talentflow.store.tokens import TokenRow, all_tokens, get_token, insert_token, revoke

# What a token may open. Whoever may change something may read, and "admin" may do everything.
SCOPES = ("read", "add", "review", "admin")
_TOKEN = re.compile(r"tf_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token without its secret: whose it is and what it opens."""

    id: str
    name: str
    scopes: tuple[str, ...]
    made_at: str
    expires_on: str | None
    revoked_at: str | None

    def opens(self, scope: str) -> bool:
        """Whether it opens what asks for this scope."""
        return scope in self.scopes or "admin" in self.scopes or (scope == "read" and bool(self.scopes))

    def stands(self, today: date) -> bool:
        """Whether it is neither revoked nor past its last day."""
        return self.revoked_at is None and (self.expires_on is None or today.isoformat() <= self.expires_on)


class Tokens:
    """The tokens of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, name: str, scopes: Sequence[str], *, author: str, days: int | None = None) -> tuple[TokenView, str]:
        """A new token for somebody, and its text, which is told here and never again.

        `days` is for how long it holds. Raises TalentflowError for a missing name or a scope that does not exist.
        """
        name = " ".join(plain(name).split())
        if not name or len(name) > _LONGEST_NAME:
            raise TalentflowError(f"A token needs a name of at most {_LONGEST_NAME} characters: whose it is.")
        for scope in scopes:
            if scope not in SCOPES:
                raise TalentflowError(f"{scope}: no scope. Use one of: {', '.join(SCOPES)}.")
        kept = tuple(scope for scope in SCOPES if scope in scopes) or ("read",)
        identity, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        expires_on = None if days is None else (_today() + timedelta(days=days)).isoformat()
        with self._database.writing() as connection:
            insert_token(connection, identity, name, _digest(secret), kept, expires_on)
            insert_deed(connection, author, "token made", f"{identity} ({name}): {', '.join(kept)}")
            row = get_token(connection, identity)
        assert row is not None
        return _view(row), f"tf_{identity}_{secret}"

    def all(self) -> list[TokenView]:
        """Every token that was ever made, oldest first."""
        with self._database.reading() as connection:
            return [_view(row) for row in all_tokens(connection)]

    def revoke(self, identity: str, *, author: str) -> TokenView:
        """Let a token open nothing any more. Raises TalentflowError where there is none with this id."""
        with self._database.writing() as connection:
            row = get_token(connection, identity)
            if row is None:
                raise TalentflowError(f"{identity}: no such token. List them with: talentflow token list")
            if row.revoked_at is not None:
                raise TalentflowError(f"{identity}: revoked already, at {row.revoked_at}.")
            revoke(connection, identity)
            insert_deed(connection, author, "token revoked", f"{identity} ({row.name})")
            row = get_token(connection, identity)
        assert row is not None
        return _view(row)

    def check(self, presented: str) -> TokenView | None:
        """The token that a text is, if it is one that stands; None for everything else."""
        match = _TOKEN.fullmatch(presented)
        if match is None:
            return None
        with self._database.reading() as connection:
            row = get_token(connection, match[1])
        # Compared even where there is no such token, so that the time taken tells nothing.
        fits = hmac.compare_digest(_digest(match[2]), row.digest if row is not None else _digest(""))
        view = _view(row) if row is not None and fits else None
        return view if view is not None and view.stands(_today()) else None

    def standing(self, identity: str) -> TokenView | None:
        """The token with this id, as long as it stands: a session ends with the token that opened it."""
        with self._database.reading() as connection:
            row = get_token(connection, identity)
        view = None if row is None else _view(row)
        return view if view is not None and view.stands(_today()) else None


def _today() -> date:
    return datetime.now(UTC).date()


def _digest(secret: str) -> str:
    # 256 random bits need no slow hash: nobody can guess them, however fast the digest.
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()


def _view(row: TokenRow) -> TokenView:
    return TokenView(row.id, row.name, row.scopes, row.made_at, row.expires_on, row.revoked_at)
