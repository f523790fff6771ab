"""Which post a mover leaves, where the clause of the move does not say it: of the ties that tell one, the fittest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from talentflow.reader.posts.affiliations import Affiliation

if TYPE_CHECKING:
    from talentflow.reader.events.drafts import Draft

# What somebody is rather than does there, which a post told beside it makes more exact.
_LOOSE = frozenset(
    {"founder", "co-founder", "engineer", "researcher", "scientist", "professor", "leader", "expert", "developer",
     "specialist", "employee", "member", "head", "executive"}
)  # fmt: skip


_VAGUE = _LOOSE | {"president", "director"}


def is_loose(post: str | None) -> bool:
    """Whether a post only says what somebody is."""
    return post in _LOOSE


def is_calling(post: str | None) -> bool:
    """Whether a post is one of many alike, as a founder had it before: "software engineer", "member of"."""
    if post is None:
        return True
    what = post.split(" of ")[0].split()
    return what[-1] in _LOOSE and "founder" not in post and what[0] not in ("chief", "lead", "principal")


def more_exact(one: str | None, other: str | None) -> str | None:
    """The first of two wordings of a post, unless the other says more."""
    return other if one is None or (one in _VAGUE and other is not None and other not in _VAGUE) else one


def post_left(draft: Draft, ties: list[Affiliation], same: list[Affiliation]) -> str | None:
    """The post of a draft's former employer: `same` are the ties that tell of it, `ties` those of the person."""
    at_other = draft.from_tie is not None and draft.from_source != "same"
    own = draft.from_tie.post if draft.from_tie is not None and at_other else None
    if own is not None and own not in _LOOSE:
        return own
    known = [
        tie for tie in same if tie.post != draft.role_to and not (draft.kind == "change" and _is_result(tie, draft))
    ]
    fittest = _fittest(known) or own
    if fittest is not None:
        return fittest
    nowhere = [tie for tie in ties if tie.org is None and tie.post != draft.role_to]
    is_here = at_other or draft.kind == "change"
    return _fittest(tie for tie in nowhere if not is_here or tie.sentence is draft.event.sentence)


def _fittest(ties: Iterable[Affiliation]) -> str | None:
    """The first post that says what somebody does, else that of a founder, else the first."""
    posts = [tie.post for tie in ties]
    exact = next((post for post in posts if post not in _LOOSE), None)
    founding = next((post for post in posts if post is not None and "founder" in post), None)
    return exact or founding or (posts[0] if posts else None)


def _is_result(tie: Affiliation, draft: Draft) -> bool:
    """Whether another verb of the sentence tells the tie: what a change within one employer leads to."""
    return tie.by_event and tie.sentence is draft.event.sentence
