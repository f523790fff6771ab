"""`talentflow show`: one article with its evidence marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.serve.options import AsOf, Database, open_library
from talentflow.serve.terminal import complain, console, is_terminal, paragraph, say, shown
from talentflow.text.visible import isolate, json_text, visible

if TYPE_CHECKING:
    from rich.text import Text

    from talentflow.app.library import Library
    from talentflow.app.views import ArticleView
    from talentflow.serve.marked import Piece


def show(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id, or words that occur in it.")],
    output: Annotated[
        Literal["text", "json"],
        typer.Option("--format", metavar="text|json", help="How to print; json gives the claims as `read` does."),
    ] = "text",
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Show an article, its evidence marked.

    The claims that rest on it are listed under it, numbered. On a terminal evidence is underlined; elsewhere ⟦1⟧
    begins the evidence of claim 1 and ⟦/1⟧ ends it. Where no article has the id, those whose words match are named.

    Example:

    \b
        talentflow show en-thinking-machines-exits
        talentflow show "Thinking Machines"
    """
    with open_library(context, db) as library:
        view = library.article(article, as_of=as_of)
        if view is None:
            _name_others(library, article)
            raise typer.Exit(1)
    if output == "json":
        from talentflow.serve.commands.read import reading_as_dict

        say(json_text(reading_as_dict(view.document, view.reading, explain=False)))
    else:
        _print_article(view)


def _name_others(library: Library, words: str) -> None:
    similar = library.similar_ids(words)
    if similar:
        complain(f'no article has the id "{words}". Did you mean: {", ".join(similar)}?')
        return
    hits = library.search(words, limit=10)
    if not hits:
        complain(f'no article has the id "{words}", and none holds these words.')
        return
    complain(f'no article has the id "{words}". These hold the words; name one of them:')
    for hit in hits:
        words = hit.title or f"{hit.excerpt[:80].strip()} …"
        complain(f"  {hit.article}  {words} ({hit.language}, {hit.published or 'undated'})")


def _print_article(view: ArticleView) -> None:
    from talentflow.serve.marked import numbered_claims, pieces

    document, claims = view.document, numbered_claims(view.reading)
    if document.title:
        _print_marked(list(pieces(document, "title", claims)), style="bold")
    about = (document.publisher, document.published, document.lang, document.url, f"article {document.id}")
    paragraph(", ".join(shown(part) for part in about if part), style="dim")
    if view.same_origin:
        paragraph(f"one origin with: {shown(', '.join(view.same_origin))}", style="dim")
    say()
    _print_marked(list(pieces(document, "text", claims)))
    say()
    if not claims:
        say("Nobody's move or post is told here.")
    for claim in claims:
        paragraph(f"[{claim.number}] {shown(claim.words)}")


def _print_marked(parts: list[Piece], style: str = "") -> None:
    from talentflow.serve.marked import with_markers

    if not is_terminal():
        for plain in with_markers(parts).split("\n"):
            say(isolate(plain))
        return
    from talentflow.serve.isolated import IsolatedText

    for line in _underlined(parts, style).split("\n", allow_blank=True):
        console().print(IsolatedText(_isolated(line)))


def _underlined(parts: list[Piece], style: str) -> Text:
    from rich.text import Text

    text = Text(style=style)
    for part in parts:
        if part.opens:
            text.append(f"[{','.join(map(str, part.opens))}]", style="bold cyan")
        text.append(visible(part.text, lines=True), style="underline" if part.numbers else "")
    return text


def _isolated(line: Text) -> Text:
    from rich.text import Text

    from talentflow.text.visible import FIRST_STRONG_ISOLATE, POP_ISOLATE, is_right_to_left

    if not is_right_to_left(line.plain):
        return line
    return Text.assemble(FIRST_STRONG_ISOLATE, line, POP_ISOLATE)
