"""Idioms with their subject inside them, and words whose clitics make them another word."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def triggers_of(text: str) -> list[tuple[str, str]]:
    """The triggers found in an Arabic text: the event with the words that it covers."""
    page = make_page(Document(text, "a", "ar", "", "2025-06-11"), lexicon_for("ar", True))
    return [
        (hit.payload.event, " ".join(sentence.tokens.surface[hit.start : hit.end]))
        for sentence in page.sentences
        for hit in sentence.of_kind("trigger")
    ]


@pytest.mark.parametrize(
    ("text", "event", "words"),
    [
        ("طوى توم بيرغ صفحة بورياليس.", "leave", "طوى"),
        ("حزمت المهندسة ليلى حداد أمتعتها.", "leave", "حزمت"),  # with a pronoun behind
        ("حل سامي الخطيب محل توم بيرغ.", "replace", "حل"),
        ("تنازل سامي الخطيب عن الرئاسة.", "leave", "تنازل"),  # with an article before
        ("رفضت ليلى حداد، مهندسة الصوت في شركة كوانتا، منصب مديرة التطوير.", "decline", "رفضت"),
    ],
)
def test_a_subject_may_stand_inside_an_idiom(text: str, event: str, words: str) -> None:
    """The hit covers the verb alone, for names stand in the gap."""
    assert (event, words) in triggers_of(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("طوى توم بيرغ الورقة. صفحة بورياليس بيضاء.", "leave"),  # not across sentences
        ("طوى توم بيرغ الورقة: صفحة بورياليس بيضاء.", "leave"),  # nor what a colon parts
        ("طوى توم بيرغ الورقة وصفحة أخرى.", "leave"),  # nor after "and"
        (
            "طوى توم بيرغ الورقة مع رسالة قصيرة من زملائه القدامى في فرع المدينة ثم قرأ هو والحاضرون كلهم صفحة.",
            "leave",
        ),
        ("التقى وزير النقل توم بيرغ.", "appoint"),  # no verb has an article
        ("إحالة الملف إلى القضاء.", "dismiss"),
    ],
)
def test_what_is_no_trigger(text: str, event: str) -> None:
    assert event not in [found for found, _ in triggers_of(text)]


def test_what_tells_of_nothing_takes_the_place_of_all() -> None:
    assert "join" in [event for event, _ in triggers_of("جاء سامي الخطيب من شركة كوانتا.")]
    assert [event for event, _ in triggers_of("جاء الرد من قبل شركة كوانتا.")] == ["none"]


def test_a_feminine_ending_is_no_pronoun() -> None:
    """ "إحالة" folds like "أحاله" and is the noun all the same."""
    text = "قررت بورياليس إحالة توم بيرغ على التقاعد."
    assert ("dismiss", "إحالة") in triggers_of(text)
    page = make_page(Document(text, "a", "ar", "", "2025-06-11"), lexicon_for("ar", True))
    labels = {hit.payload.label for sentence in page.sentences for hit in sentence.of_kind("trigger")}
    assert not any(label.startswith("أحال") for label in labels)
