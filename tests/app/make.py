"""Short ways to write documents and claims in tests."""

from __future__ import annotations

from talentflow.model import Document, EntityMention, MoveClaim, Span


def mention(written: str, name: str | None = "", *, listed: str = "") -> EntityMention:
    """A mention; its name is as it is written unless another is given, and None for what has no name."""
    usual = written if name == "" else name
    return EntityMention(listed or f"x:{usual}", usual, written, listed=bool(listed))


def move(
    person: str | EntityMention,
    from_org: str | EntityMention | None,
    to_org: str | EntityMention | None,
    *,
    status: str = "done",
    kind: str = "",
    date: str | None = None,
    how: str | None = None,
    according_to: tuple[str, ...] = (),
    evidence: tuple[Span, ...] = (),
) -> MoveClaim:
    """A move claim; its kind follows from the ends unless it is given."""
    usual = "move" if from_org and to_org else "leave" if from_org else "join"
    return MoveClaim(
        person=mention(person) if isinstance(person, str) else person,
        from_org=mention(from_org) if isinstance(from_org, str) else from_org,
        to_org=mention(to_org) if isinstance(to_org, str) else to_org,
        kind=kind or usual,
        status=status,
        date=date,
        how=how,
        according_to=according_to,
        confidence=0.9,
        evidence=evidence,
    )


def document(name: str, text: str = "", *, published: str | None = None, **more: str) -> Document:
    """A document with a text of its own."""
    own = " ".join(f"{name}{number}word" for number in range(30))
    return Document(text=text or own, id=name, published=published, **{"lang": "en", **more})
