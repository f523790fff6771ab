"""Tokens: who may do what over the network. Only digests of the secrets are kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from talentflow.store.rows import now
from talentflow.store.schema import tokens


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token without its secret."""

    id: str
    name: str
    digest: str
    scopes: tuple[str, ...]
    made_at: str
    expires_on: str | None
    revoked_at: str | None


def insert_token(
    connection: Connection, identity: str, name: str, digest: str, scopes: tuple[str, ...], expires_on: str | None
) -> None:
    """Keep a new token."""
    row = {"id": identity, "name": name, "digest": digest, "scopes": " ".join(scopes), "expires_on": expires_on}
    connection.execute(insert(tokens).values({**row, "made_at": now()}))


def get_token(connection: Connection, identity: str) -> TokenRow | None:
    """A token by its id."""
    row = connection.execute(select(tokens).where(tokens.c.id == identity)).first()
    return None if row is None else _token(row)


def all_tokens(connection: Connection) -> list[TokenRow]:
    """Every token that was ever made, oldest first."""
    return [_token(row) for row in connection.execute(select(tokens).order_by(tokens.c.made_at, tokens.c.id))]


def revoke(connection: Connection, identity: str) -> None:
    """Let a token open nothing any more; it stays on file."""
    connection.execute(update(tokens).where(tokens.c.id == identity).values(revoked_at=now()))


def _token(row: Row[tuple[object, ...]]) -> TokenRow:
    return TokenRow(
        row.id, row.name, row.digest, tuple(row.scopes.split()), row.made_at, row.expires_on, row.revoked_at
    )
