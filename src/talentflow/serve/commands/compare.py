"""`talentflow compare`: whether two spellings can be one name, and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

import typer

from talentflow.resolver import same_organization, same_person
from talentflow.serve.terminal import say, shown
from talentflow.text.visible import json_text


def compare(
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any script.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another spelling.")],
    org: Annotated[bool, typer.Option("--org", help="They are names of organizations.")] = False,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="text|json", help="How to print.")
    ] = "text",
) -> None:
    """Say whether two spellings can be one person's name, in whatever scripts.

    The score goes from 0 (no) to 1 (yes); from 0.5 on they are more likely one name than not. It speaks of the
    names alone: that two people bear one name it cannot know. The reasons stand under it.

    Example:

    \b
        talentflow compare "Barret Zoph" "باريت زوف"
        talentflow compare --org Twitter X
    """
    found = same_organization(one, other) if org else same_person(one, other)
    if output == "json":
        say(json_text({"one": one, "other": other, "same": found.is_same, **asdict(found)}))
        return
    say(f"{found.score:.2f}  {'the same' if found.is_same else 'not the same'}: {shown(one)}, {shown(other)}")
    for reason in found.reasons:
        say(f"      {shown(reason)}")
