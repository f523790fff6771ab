"""The words of the record in the interface: kinds, statuses, ways, orders; marked here for the catalogs."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from talentflow.app import MoveView
from talentflow.app.views import ConflictView, EvidenceView
from talentflow.model.notes import NUMBER_PLACES, SAID_PLACES, read_note
from talentflow.model.reasons import taken_apart
from talentflow.serve.web.interface import Interface
from talentflow.text.visible import FIRST_STRONG_ISOLATE, POP_ISOLATE, is_right_to_left, visible


def _mark(message: str) -> str:
    """A message that the catalogs must have."""
    return message


KINDS = {
    "move": _mark("move"),
    "leave": _mark("leaves"),
    "join": _mark("joins"),
    "found": _mark("founds"),
    "change": _mark("new post"),
    "offer": _mark("offer"),
    "absence": _mark("absence"),
}
STATUSES = {
    "done": _mark("done"),
    "planned": _mark("planned"),
    "rumored": _mark("rumored"),
    "denied": _mark("denied"),
    "declined": _mark("declined"),
}
# A shape beside the word: never colour alone.
SHAPES = {"done": "●", "planned": "◔", "rumored": "◌", "denied": "✕", "declined": "⊘"}
HOWS = {"dismissed": _mark("dismissed"), "resigned": _mark("resigned"), "poached": _mark("poached")}
SORTS = {
    "date": _mark("newest first"),
    "known": _mark("latest known first"),
    "person": _mark("by person"),
    "origins": _mark("most origins first"),
    "confidence": _mark("surest first"),
}
WHEN = {"current": _mark("current"), "past": _mark("past")}
# As languages/data/*/reasons.toml names them.
REASONS = {
    "compensation": _mark("compensation"),
    "conduct": _mark("conduct"),
    "disagreement": _mark("disagreement"),
    "new venture": _mark("new venture"),
    "performance": _mark("performance"),
    "personal": _mark("personal reasons"),
    "research freedom": _mark("research freedom"),
    "restructuring": _mark("restructuring"),
    "retirement": _mark("retirement"),
    "retirement age": _mark("retirement age"),
    "safety concerns": _mark("safety concerns"),
    "scandal": _mark("scandal"),
}
FACTS = {
    "funding": _mark("funding"),
    "valuation": _mark("valuation"),
    "compensation": _mark("compensation"),
    "compute": _mark("computing"),
    "lawsuit": _mark("lawsuit"),
    "product": _mark("product"),
    "model": _mark("model"),
    "reason": _mark("reason"),
}
DEEDS = {
    "same": _mark("held to be one"),
    "different": _mark("held to be two"),
    "unsure": _mark("left open"),
    "merged": _mark("merged"),
    "split": _mark("split"),
    "right": _mark("confirmed"),
    "wrong": _mark("rejected"),
    "undone": _mark("taken back"),
    "token made": _mark("token made"),
    "token revoked": _mark("token revoked"),
    "hidden": _mark("hidden"),
    "shown again": _mark("shown again"),
    "added": _mark("added"),
}
CONFLICTS = {
    "overlap": _mark("elsewhere at the same time"),
    "start": _mark("said to have come twice"),
    "end": _mark("said to have left twice"),
    "after": _mark("said to be there after having left"),
    "accounts": _mark("sources differ"),
}
_WITH_BOTH = _mark("with both from {start} to {end}, as far as is told")
_SINCE_BOTH = _mark("with both since {start}, as far as is told")
_STILL_THERE = _mark("left by {left}, but said to be there on {seen}")
_UNDATED = _mark("undated")
_OR = _mark("or")
SCRIPTS = {
    "Latin": _mark("Latin letters"),
    "Arabic": _mark("Arabic letters"),
    "Han": _mark("Chinese characters"),
    "Japanese": _mark("Japanese kana"),
    "Korean": _mark("Korean letters"),
    "other": _mark("other letters"),
}
_NO_OUTLET = _mark("outlet unknown")
_WORKED_OUT = re.compile("[0-9a-f]{16}")
_LANGUAGE_UNKNOWN = "?"


def said(interface: Interface, words: dict[str, str], key: str) -> str:
    """The word for a key in the visitor's language; the key itself where there is none."""
    return interface.say(words[key]) if key in words else key


def outlet_of(interface: Interface, evidence: EvidenceView) -> str:
    """Who published an article: the outlet that it names, else the host of its address, else its id.

    An id that was worked out of the text tells a visitor nothing; then it is said that no outlet is known.
    """
    if evidence.publisher:
        return evidence.publisher
    try:
        host = urlsplit(evidence.url or "").hostname
    except ValueError:  # as of an address in broken brackets
        host = None
    if host:
        return host.removeprefix("www.")
    return interface.say(_NO_OUTLET) if _WORKED_OUT.fullmatch(evidence.article) else evidence.article


def versions_of(interface: Interface, conflict: ConflictView) -> str:
    """The dates or versions that cannot all be true, in the visitor's language."""
    days = [interface.date(day) for _, day in conflict.versions]
    if conflict.sort == "overlap" and not days[1]:
        return interface.say(_SINCE_BOTH).format(start=days[0])
    if conflict.sort == "overlap":
        return interface.say(_WITH_BOTH).format(start=days[0], end=days[1])
    if conflict.sort == "after":
        return interface.say(_STILL_THERE).format(left=days[0], seen=days[1])
    nothing = "?" if conflict.sort == "accounts" else interface.say(_UNDATED)
    told = [
        interface.comma.join(filter(None, (said(interface, HOWS, how or ""), day))) or nothing
        for (how, _), day in zip(conflict.versions, days, strict=True)
    ]
    return f" {interface.say(_OR)} ".join(told)


def why(interface: Interface, reason: str) -> Markup:
    """Why names are held to be one, in the visitor's language with each name set off; else as it is kept.

    The catalogs have a message for every template of `model/reasons`.
    """
    parts = taken_apart(reason)
    if parts is None:
        return Markup('<bdi lang="en">{}</bdi>').format(visible(reason))
    told = [
        Markup(escape(interface.say(template))).format(
            **{slot: Markup("<bdi>{}</bdi>").format(visible(value)) for slot, value in values.items()}
        )
        for template, values in parts
    ]
    return Markup(interface.semicolon).join(told)


def how_read(interface: Interface, note: str, language: str | None) -> Markup:
    """A step of how a claim was read, in the visitor's language, with what is of the article set off in its own.

    The catalogs have a message for every form of `model/notes` and for what we say in its places.
    """
    found = read_note(note)
    if found is None:
        return Markup('<bdi lang="en">{}</bdi>').format(visible(note))
    form, places = found
    filled = {place: _filled(interface, place, words, language) for place, words in places.items()}
    return Markup(escape(interface.say(form))).format(**filled)


def _filled(interface: Interface, place: str, words: str, language: str | None) -> Markup:
    if place in SAID_PLACES:
        return escape(interface.say(words))
    if place in NUMBER_PLACES:
        return escape(interface.share(float(words)) if place == "chance" else interface.number(float(words)))
    # An outlet has the name that the record gives it, not the article's spelling.
    return Markup("<bdi{}>{}</bdi>").format(
        Markup(' lang="{}"').format(language) if language and place != "outlet" else "", visible(words)
    )


def language_name(interface: Interface, code: str | None) -> str:
    """The name of a language in the visitor's."""
    if not code:
        return _LANGUAGE_UNKNOWN
    return str(interface.locale.languages.get(code, code))


def sentence(interface: Interface, move: MoveView) -> str:
    """A move in one line, for titles: "Ada Moreno: Borealis → Quanta"; fit to be shown as it is."""
    return f"{set_off(interface, str(move.person))}: {ends_of(interface, move)}"


def set_off(interface: Interface, name: str) -> str:
    """A name, fit to be shown, that keeps its own direction and its place where no element can do it for it.

    An arrow between two names of the other direction would else point from the second to the first.
    """
    shown = visible(name)
    if interface.direction == "rtl" or is_right_to_left(shown):
        return f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}"
    return shown


def ends_of(interface: Interface, move: MoveView) -> str:
    """From where to where: "Borealis → Quanta"; of a new post, where it is. Fit to be shown as it is."""
    ends = [set_off(interface, str(end)) for end in (move.from_org, move.to_org) if end is not None]
    if move.kind == "change" and ends:
        ends = ends[:1]
    return f" {interface.arrow} ".join(ends) or "?"
