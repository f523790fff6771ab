"""Careers told step by step, items of a digest, and who leaves a house: what one sentence tells settles for the next.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.careers.career import candidates, compose
from talentflow.reader.claims.understanding import understand
from talentflow.reader.events.drafts import Draft
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import HARDLY_SURE, moves_of


def _ends(draft: Draft) -> str:
    return " -> ".join(org.mention if org is not None else "-" for org in (draft.from_org, draft.to_org))


def _steps(text: str, lang: str) -> set[str]:
    """The chosen moves that are steps of a career."""
    found = understand(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True)))
    drafts = compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE)
    return {_ends(draft) for draft in drafts if any("a step of a career" in note for note in draft.notes)}


def _beside(text: str, lang: str) -> set[str]:
    """All readings whose start is told beside the name."""
    found = understand(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True)))
    drafts, _ = candidates(found.events, found.ties, found.topic, found.places)
    return {_ends(draft) for draft in drafts if draft.from_source == "near"}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "en",
            "OpenAI has grown. OpenAI is large. In 2012 Ada Moreno joined Google, in 2015 she moved to Meta and in "
            "2018 she went to Apple.",
            {"- -> Google", "Google -> Meta", "Meta -> Apple"},
        ),
        (
            "de",
            "OpenAI wächst. OpenAI ist groß. 2012 kam Ada Moreno zu Google, 2015 wechselte sie zu Meta und 2018 ging "
            "sie zu Apple.",
            {"- -> Google", "Google -> Meta", "Meta -> Apple"},
        ),
        (
            "zh",
            "OpenAI扩张。OpenAI规模很大。王晓明2012年加入谷歌，2015年转投微软，2018年跳槽到苹果。",
            {"- -> 谷歌", "谷歌 -> 微软", "微软 -> 苹果"},
        ),
        (
            "ja",
            "OpenAIが拡大している。OpenAIは大きい。田中一郎氏は2012年にグーグルに入社し、2015年にメタに移り、"
            "2018年にアップルに転職した。",
            {"- -> グーグル", "グーグル -> メタ", "メタ -> アップル"},
        ),
        # after studies nobody comes from an employer
        ("zh", "小米变阵。小米很大。王晓明博士毕业后先加入谷歌。2019年他跳槽到微软。", {"- -> 谷歌", "谷歌 -> 微软"}),
        # the second verb tells of earlier days: no step leads back
        ("en", "Ada Moreno joined Google in 2018. Ada Moreno had joined Meta in 2012.", set()),
        ("zh", "王晓明2018年加入谷歌。王晓明2012年加入微软。", set()),
    ],
)
def test_a_step_of_a_career_starts_where_the_step_before_led(lang: str, text: str, moves: set[str]) -> None:
    assert _steps(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("zh", "在加入谷歌之前，王晓明曾在苹果任职。", "王晓明: 苹果 -> 谷歌, done"),
        ("zh", "在加入谷歌前，王晓明曾担任苹果副总裁。", "王晓明: 苹果 -> 谷歌, done"),
        ("en", "Before joining Google, Ada Moreno worked at Apple.", "Ada Moreno: Apple -> Google, done"),
        ("es", "Antes de entrar en Google, Ada Moreno trabajó en Apple.", "Ada Moreno: Apple -> Google, done"),
    ],
)
def test_where_somebody_worked_before_an_arrival_is_where_they_came_from(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "starts"),
    [
        ("en", "Ada Moreno joined Google in 2019 and led the design team of Apple.", set()),
        ("zh", "王晓明2019年加入谷歌，先后负责苹果业务。", set()),
        ("de", "Ada Moreno kam 2019 zu Google und leitete den Vertrieb von Apple.", set()),
        # told of earlier days
        ("en", "Ada Moreno joined Google in 2019, having previously worked at Apple.", {"Apple -> Google"}),
    ],
)
def test_what_was_done_from_an_arrival_on_is_no_start_of_it(lang: str, text: str, starts: set[str]) -> None:
    assert _beside(text, lang) == starts


@pytest.mark.parametrize(
    ("lang", "title", "text", "move"),
    [
        (
            "zh",
            "微软换帅",
            "微软总裁王晓明宣布辞职。微软称将另选新人。\n\n张文斌也已离开谷歌。副总裁李建国升任总裁。",
            "李建国: 谷歌 -> 谷歌, done",
        ),
        (
            "en",
            "Microsoft changes its top",
            "Microsoft's president Ada Moreno has resigned. Microsoft looks for another one.\n\nEva Lang has left "
            "Google as well. The vice president, Tom Berg, was promoted to president.",
            "Tom Berg: Google -> Google, done",
        ),
        # whoever other paragraphs name too, or where the article's own company is named again: not the item's
        (
            "zh",
            "微软换帅",
            "微软总裁王晓明、副总裁李建国谈谷歌。\n\n张文斌也已离开谷歌。微软方面，副总裁李建国升任总裁。",
            "李建国: 微软 -> 微软, done",
        ),
    ],
)
def test_an_item_of_a_digest_speaks_of_the_employer_that_it_has_named(
    lang: str, title: str, text: str, move: str
) -> None:
    assert move in moves_of(text, lang, title)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("zh", "王晓明2022年加入阿里。王晓明从阿里离职。王晓明2023年从达摩院调到阿里云。", "王晓明: 阿里 -> -, done"),
        (
            "en",
            "Ada Moreno left Alphabet. In 2019 Ada Moreno had moved from DeepMind to Google.",
            "Ada Moreno: Alphabet -> -, done",
        ),
    ],
)
def test_a_move_within_a_house_tells_of_no_leaving(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)
