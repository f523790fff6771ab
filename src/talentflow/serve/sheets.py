"""Moves and entities as sheets to read: headings, lists, quotes in their own script."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.app.views import EntityView, MoveView, NameView, PositionView
from talentflow.serve.careers import print_career
from talentflow.serve.present import STATUS_STYLES, evidence_source, listed, party_name, what_words, when_words
from talentflow.serve.terminal import counted, paragraph, say, shown


def move_line(move: MoveView) -> str:
    """One move in words: "Barret Zoph: Thinking Machines Lab → OpenAI, move, done (2 origins)"."""
    origins = "1 origin" if move.origins == 1 else f"{move.origins} origins"
    ends = f"{shown(party_name(move.from_org))} → {shown(party_name(move.to_org))}"
    what = what_words(move.kind, move.how)
    person = shown(party_name(move.person))
    return f"{person}: {ends}, {what}, {move.status} ({origins})"


def print_move(move: MoveView, *, quotes: bool) -> None:
    """One move with its posts, accounts, history and, if asked, every sentence behind it."""
    style = "bold" if move.status == "done" else f"bold {STATUS_STYLES.get(move.status, '')}"
    paragraph(move_line(move), indent=12, label=when_words(move) or "undated", style=style)
    if move.role_from or move.role_to:
        paragraph(f"post: {shown(move.role_from)} → {shown(move.role_to)}", indent=12)
    if move.reasons:
        paragraph(f"why: {listed(move.reasons)}", indent=12)
    if len(move.history) > 1:
        steps = "; ".join(f"{step.published or 'undated'} {step.status} ({step.article})" for step in move.history)
        paragraph(f"history: {shown(steps)}", indent=12)
    for account in move.accounts:
        who = listed(account.according_to) or listed(f"article {article}" for article in account.articles)
        version = " ".join(part for part in (account.how or "left", account.when or "") if part)
        paragraph(f"account: {version}, according to {who}", indent=12)
    if quotes:
        for evidence in move.evidence:
            paragraph(shown(f"“{evidence.quote}”"), indent=12)
            paragraph(f"— {evidence_source(evidence)}", indent=14, style="dim")


def print_entity(entity: EntityView, *, why: bool) -> None:
    """A person or an organization: spellings, moves with their sentences, posts and, if asked, the identity."""
    paragraph(f"{shown(entity.name or entity.id)}  [{entity.id}]", style="bold underline")
    if not entity.listed:
        paragraph("not in the registry: known from the articles alone", indent=2, style="dim")
    _print_names(entity)
    print_career(entity.career, of_person=entity.type == "person")
    for heading, moves in _parted(entity):
        say(f"\n{heading}")
        for move in moves:
            print_move(move, quotes=entity.type == "person")
    if entity.positions:
        say("\nPosts that articles state")
        _print_positions(entity.positions, of_person=entity.type == "person")
    if why:
        say("\nWhy these mentions are held to be one")
        for judgement in entity.judgements:
            mention = f"{shown(judgement.mention)} in {shown(judgement.article)}"
            paragraph(f"{judgement.score:.2f}  {mention}: {shown(judgement.reason)} ({judgement.author})", indent=2)


def _parted(entity: EntityView) -> list[tuple[str, list[MoveView]]]:
    """The moves under headings: of an organization those into it, out of it, and within."""
    if entity.type == "person":
        return [("Moves", list(entity.moves))] if entity.moves else []
    parts: dict[str, list[MoveView]] = {"Moves in": [], "Moves out": [], "Moves within": []}
    for move in entity.moves:
        has_come = move.to_org is not None and move.to_org.id == entity.id
        has_left = move.from_org is not None and move.from_org.id == entity.id
        parts["Moves within" if has_come == has_left else "Moves in" if has_come else "Moves out"].append(move)
    return [(heading, moves) for heading, moves in parts.items() if moves]


def _print_names(entity: EntityView) -> None:
    others = [name for name in entity.names if name.name != entity.name]
    if not others:
        return
    chosen = _telling_names(others)
    spelt = "; ".join(f"{shown(name.name)}{_seen(name)}" for name in chosen)
    more = f"; and {counted(len(others) - len(chosen), 'spelling')} more" if len(others) > len(chosen) else ""
    paragraph(f"also: {spelt}{more}", indent=2)


def _telling_names(names: Sequence[NameView]) -> list[NameView]:
    """The spellings that articles use, and one for every further script that only the registry knows."""
    used = [name for name in names if name.articles]
    scripts = {name.script for name in used}
    for name in names:
        if name.script not in scripts:
            scripts.add(name.script)
            used.append(name)
    return used


def _seen(name: NameView) -> str:
    return f" ({counted(name.articles, 'article')})" if name.articles else ""


def _print_positions(positions: Sequence[PositionView], *, of_person: bool) -> None:
    lines = []
    for position in positions:
        other = party_name(position.org) if of_person else party_name(position.person)
        span = f"{position.since or ''}–{position.until or ''}" if position.since or position.until else position.when
        lines.append(f"{shown(position.role, 'post not named')}, {shown(other)} ({span})")
    for line in dict.fromkeys(lines):  # the same post from several articles is one line
        paragraph(line, indent=2)
