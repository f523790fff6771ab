"""What somebody joins or leaves within an employer: a team, whose members they become, and a seat on a board."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.cast.scene import Event
from talentflow.reader.events.boards import SEAT, board_at
from talentflow.reader.events.drafts import TOLD, Draft
from talentflow.reader.posts.fields import is_team, words_before
from talentflow.reader.posts.post_fields import modifiers_of, words_left, words_right
from talentflow.reader.words.page import Entity, Sentence

_REACH = 12  # words between a verb and the team that it takes
_JOINING = ("join", "shift", "change")
_STOPS = frozenset(",،;؛:.!?؟—–、，。；：")


def fill_memberships(drafts: Iterable[Draft]) -> None:
    """Gives those who join a team or leave a board, and of whom no post is told, what they are or were there."""
    for draft in drafts:
        if draft.role_to is None and draft.to_org is not None and draft.kind in ("move", "join", "change"):
            draft.role_to = next((post for event in draft.events if (post := member_post(event))), None)
            if draft.role_to is None and draft.from_source == TOLD:
                draft.role_to = _team_of(draft.event.sentence, draft.to_org)
        if draft.from_org is not None and draft.kind == "leave" and _leaves_board(draft):
            draft.role_from = SEAT


def _team_of(sentence: Sentence, org: Entity) -> str | None:
    """As a member of which team of an employer somebody comes whose move no phrase opened."""
    for mention in sentence.mentions:
        if mention.kind == "org" and mention.entity is org:
            for index in range(max(0, mention.start - _BESIDE), min(len(sentence.tokens), mention.end + _BESIDE)):
                field = _team_at(sentence, index, is_open=False)
                if field:
                    return f"member of the {' '.join(field)}"
    return None


_BESIDE = 5  # words between a team and whose it is


def _leaves_board(draft: Draft) -> bool:
    """Whether the words of a leaving lead to a board and give no post on it."""
    if "board" in (draft.role_from or ""):
        return False
    return any(e.yields == "leave" and not e.role_from and board_at(e) >= 0 for e in draft.events)


def member_post(event: Event) -> str | None:
    """The post of whoever joins a team, in English: "joined the | robotics team": "member of the robotics team"."""
    if event.reading is None or event.rank:
        return None
    language, sentence = event.reading.lexicon.language, event.sentence
    others = {trigger.start for trigger in event.reading.triggers if trigger.payload.event != "work"}
    places = range(event.start - 1, max(-1, event.start - _REACH), -1)
    if not language.head_final:
        begin = event.start + 1 if event.yields in _JOINING else _goal_at(event)
        places = range(begin, min(len(sentence.tokens), event.end + _REACH))
    elif event.yields not in _JOINING:
        return None
    for index in places:
        if sentence.tokens.surface[index] in _STOPS and not sentence.opens(index + 1, ("where",)):
            return None
        if index in others:
            return None
        field = _team_at(sentence, index, is_open=bool(language.open_posts))
        if field:
            return f"member of the {' '.join(field)}"
    return None


def _goal_at(event: Event) -> int:
    """Where what follows a verb of leaving says where to: "quitte Borealis | pour l'équipe de robotique de Quanta"."""
    marks = [
        hit.end for hit in event.sentence.of_kind("mark")
        if event.yields == "leave" and hit.payload == "toward" and event.end <= hit.start < event.end + _GOAL_REACH
    ]  # fmt: skip
    return min(marks, default=len(event.sentence.tokens))


_GOAL_REACH = 6  # words: the employer left stands between


def _team_at(sentence: Sentence, index: int, *, is_open: bool) -> list[str]:
    """The words of a team whose word stands at a token, none where it says nothing of what the team is for."""
    if is_open:
        word = sentence.tokens.folded[index]
        if not is_team(word):
            return []
        words = words_before(sentence, index, -1)[1]
        return [*words, word] if words else []
    ends = [
        hit.end for hit in sentence.by_start.get(index, ()) if hit.kind in ("unit", "field") and is_team(hit.payload)
    ]
    if not ends:
        return []
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor]
    modifiers = modifiers_of(sentence, names, is_open=False)
    for words in (
        words_left(sentence, max(ends), -1, modifiers, names, is_open=False)[2],
        words_right(sentence, index, is_field=True)[2],
    ):
        team = next((word for word in words if is_team(word)), None)
        if team is not None and len(words) > 1:
            return [*(word for word in words if word != team), team]
    return []
