"""The encoder beside the rules: what it is asked, what its answers mean, and what becomes of the drafts."""

from __future__ import annotations

import math

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentflow.model import Document
from talentflow.reader.claims.hints import LEAST, hints_of
from talentflow.reader.claims.second_look import load_mixture, look_again
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.relations.answers import KINDS, STATUSES, Answers, ask
from talentflow.reader.relations.network import (
    LONGEST_WINDOW,
    answers_to,
    marks_of,
    pooled,
    seams,
    sight_of,
    vectors_in_context,
    windows,
)
from talentflow.reader.relations.pieces import cut, vectors_of
from talentflow.reader.relations.questions import (
    LONGEST_ASKED,
    MARKS,
    MOST_QUESTIONS,
    ORGANIZATION,
    PERSON,
    Questions,
    paragraphs_of,
    questions_of,
)
from talentflow.reader.why_not import why_not
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

TEXT = "Ada Moreno works for Borealis Systems. Tom Berg of Google met her on Monday. The weather was fine."


VOICES = 3  # of the shipped network; here of answers by hand


def understood(text: str, lang: str = "en", title: str = "") -> Understanding:
    """A text published in June 2025 with its people and organizations."""
    return understand(make_page(Document(text, "a", lang, title, "2025-06-11"), lexicon_for(lang)))


def asked(text: str, lang: str = "en", title: str = "") -> Questions:
    """What is asked of a text that names somebody."""
    found = understood(text, lang, title)
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    return questions


def answered(questions: Questions, told: float, start: int, goal: int) -> Answers:
    """Answers by hand: every question's first sentence tells, with log-odds `told`, a move between two of its orgs."""
    count, choices = len(questions.whose), len(questions.organizations) + 1
    raw = {
        "told": numpy.full((count, VOICES), -30.0),
        **{end: numpy.zeros((count, VOICES, choices)) for end in ("from", "to")},
        "kind": numpy.zeros((count, VOICES, len(KINDS))), "status": numpy.zeros((count, VOICES, len(STATUSES))),
    }  # fmt: skip
    raw["told"][0, 0] = told
    raw["from"][0, 0, start] = raw["to"][0, 0, goal] = 50.0
    return Answers(questions, raw)


def test_asks_of_each_person_and_each_sentence_near_them():
    questions = asked(TEXT, title="A day out")
    rows = [
        (questions.people[who].name, sentence.number)
        for who, sentence in zip(questions.whose, questions.sentences, strict=True)
    ]
    assert rows == [("Ada Moreno", 1), ("Ada Moreno", 2), ("Ada Moreno", 3), ("Tom Berg", 2), ("Tom Berg", 3)]
    assert [org.name for org in questions.organizations] == ["Borealis Systems", "Google"]
    assert (questions.choices[:, 1] > 0).tolist() == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        (TEXT, "en", ["Ada Moreno", "Borealis Systems", "Tom Berg", "Google"]),
        ("غادرت ليلى حداد شركة OpenAI وانضمت إلى Meta.", "ar", ["ليلى حداد", "OpenAI", "Meta"]),
        ("前OpenAI研究员王小明已加入Meta。", "zh", ["王小明", "OpenAI", "Meta"]),
    ],
)
def test_spans_are_the_characters_of_the_names(text, lang, names):
    questions = asked(text, lang, "Title")
    read = {questions.text[start:end] for stretches in questions.spans for start, end in stretches}
    assert set(names) <= read


def test_nothing_is_asked_where_nobody_is_named():
    for text in ("The weather was fine.", "Google met Meta.", "", "\ud800\x00"):
        found = understood(text)
        assert questions_of(found.page, found.topic) is None
        assert ask(found.page, found.topic) is None


@settings(deadline=None)
@given(st.integers(1, 5000))
def test_windows_cover_every_piece_once(count):
    cut_into = windows(count)
    kept = [place for first, last in seams(cut_into) for place in range(first, last)]
    assert kept == list(range(count))
    assert all(end - start <= LONGEST_WINDOW for start, end in cut_into)
    assert all(
        start <= first <= last <= end for (start, end), (first, last) in zip(cut_into, seams(cut_into), strict=True)
    )


@settings(deadline=None)
@given(st.text(min_size=1))
def test_pieces_lie_in_the_text_and_cover_what_is_asked_for(text):
    pieces = cut(text)
    assert all(0 <= start <= end <= len(text) for start, end in zip(pieces.start, pieces.end, strict=True))
    if len(pieces):
        for place in range(len(text)):
            first, last = pieces.covering(place, place + 1)
            assert 0 <= first < last <= len(pieces)


def test_pieces_know_where_words_stand_in_any_script():
    for text, word in (
        ("Sie verließ die Firma OpenAI.", "OpenAI"),
        ("انضمت ليلى إلى شركة", "ليلى"),
        ("王小明加入了公司", "加入"),
    ):
        pieces, start = cut(text), text.index(word)
        first, last = pieces.covering(start, start + len(word))
        assert word in text[pieces.start[first] : pieces.end[last - 1]]
        assert vectors_of(pieces.numbers[first:last]).shape == (last - first, 384)


def test_a_move_is_told_unless_every_sentence_leaves_it_untold():
    questions = asked(TEXT)
    mine = [number for number, who in enumerate(questions.whose) if who == 0]
    answers = answered(questions, 0.0, 1, 2)
    answers._raw["told"][mine[1], 0] = 0.0
    answers._raw["from"][mine[1], 0, 1] = answers._raw["to"][mine[1], 0, 2] = 50.0
    ada, (one, other) = questions.people[0], questions.organizations
    answers = Answers(questions, answers._raw)
    assert answers.chance(ada, one, other) == pytest.approx(0.75, abs=1e-3)
    assert answers.chance(ada, other, one) == pytest.approx(0.0, abs=1e-3)
    assert answers.chance(ada, None, None) == pytest.approx(0.0, abs=1e-3)


def test_pieces_are_marked_as_parts_of_the_names_that_they_are_in():
    questions = asked("Ada Moreno left Google. She had joined the company in May.")
    pieces = cut(questions.text)
    marks = marks_of(questions, pieces)
    text = dict.fromkeys(range(MARKS), "")
    for mark, start, end in zip(marks.tolist(), pieces.start, pieces.end, strict=True):
        text[mark] += questions.text[start:end]
    assert "Moreno" in text[PERSON]
    assert text[ORGANIZATION].strip() == "Google"
    assert "joined" in text[0]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ada Moreno left Google for Meta.", [[1, 1, 1], [1, 1 / 2, 0]]),
        ("Google and Meta both want Ada Moreno.", [[-1, 1 / 2, 0], [-1, 1, 1]]),
        ("Google is large. Ada Moreno left Meta.", [[0, 0, 0], [1, 1, 1]]),
    ],
)
def test_choices_say_how_an_organization_stands_to_the_person(text, figures):
    questions = asked(text)
    (mine,) = [
        numbers
        for numbers, sentence, asking in zip(
            questions.choice_numbers, questions.sentences, questions.numbers, strict=True
        )
        if asking[0] and "Moreno" in text[sentence.start : sentence.end]
    ]
    assert mine[:, -3:].tolist() == pytest.approx(numpy.array(figures))


def test_likely_moves_come_with_their_sentence_the_likeliest_first():
    questions = asked(TEXT)
    (told,) = answered(questions, 1.0, 1, 0).likely(0.3)
    assert (told.person.name, told.from_org, told.to_org) == ("Ada Moreno", questions.organizations[0], None)
    assert told.sentence is questions.sentences[0]
    assert told.chance == pytest.approx(1 / (1 + math.exp(-1.0)), abs=1e-3)


def test_what_the_encoder_alone_is_sure_of_becomes_a_draft():
    found = understood("Ada Moreno has cleared her desk at Google.")
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    (draft,) = look_again(found, answered(questions, 6.0, 1, 0), 0.3, [])
    assert (draft.person.name, draft.kind, draft.from_org.name, draft.to_org) == ("Ada Moreno", "leave", "Google", None)
    assert draft.confidence >= 0.3
    assert look_again(found, answered(questions, -6.0, 1, 0), 0.3, []) == []


def test_the_confidence_of_a_draft_follows_the_encoder():
    text = "Ada Moreno left Google."
    moved = []
    for told in (-4.0, 4.0):
        found = understood(text)
        questions = questions_of(found.page, found.topic)
        assert questions is not None
        from talentflow.reader.careers.career import candidates

        drafts, judge = candidates(found.events, found.ties, found.topic, found.places)
        judge.judge(drafts)
        first = next(draft for draft in drafts if draft.kind == "leave" and draft.from_org is not None)
        look_again(found, answered(questions, told, 1, 0), 0.3, drafts)
        moved.append(first.confidence)
    assert moved[0] < moved[1]


def test_a_sentence_that_says_it_is_not_so_makes_no_draft():
    found = understood("Ada Moreno has not left Google.")
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    assert look_again(found, answered(questions, 6.0, 1, 0), 0.3, []) == []


def test_a_rumour_stays_one_however_sure_the_encoder_is():
    found = understood("Ada Moreno may be leaving Google, two people say.")
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    (draft,) = look_again(found, answered(questions, 6.0, 1, 0), 0.3, [])
    assert draft.status == "rumored"


@pytest.mark.parametrize(("text", "kind"), [("She founded Meta.", "found"), ("Her desk is at Meta now.", "join")])
def test_only_words_of_founding_make_a_founding(text, kind):
    found = understood(f"Ada Moreno is happy. {text}")
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    answers = answered(questions, 6.0, 0, 1)
    answers._raw["told"][0], answers._raw["told"][1, 0] = -30.0, 6.0
    answers._raw["from"][1, 0, 0] = answers._raw["to"][1, 0, 1] = 50.0
    answers._raw["kind"][1, 0, KINDS.index("found")] = 50.0
    (draft,) = look_again(found, Answers(questions, answers._raw), 0.3, [])
    assert draft.kind == kind


def test_the_mixture_follows_both():
    mixture = load_mixture()
    assert mixture.own > 0
    assert mixture.told > 0
    assert mixture.alone_told > 0


def test_the_same_text_gives_the_same_answers():
    questions = asked(TEXT)
    pieces = cut(questions.text)
    marks = marks_of(questions, pieces)
    vectors = [vectors_in_context(pieces, marks) for _ in range(2)]
    one, other = (
        answers_to(questions, pooled(questions, pieces, own), own, sight_of(questions, pieces))["told"]
        for own in vectors
    )
    assert one.tolist() == other.tolist()


def test_one_sentence_can_tell_two_moves_of_one_person():
    questions = asked("Ada Moreno went from Google to Meta in 2019, and from there to Apple.")
    answers = answered(questions, -30.0, 0, 0)
    (ada,), (google, meta, apple) = questions.people, questions.organizations
    assert answers.chance(ada, google, meta) == pytest.approx(0.0, abs=1e-3)
    answers._raw["from"][0] = answers._raw["to"][0] = 0.0
    for voice, (start, goal, kind) in enumerate(((1, 2, "move"), (2, 3, "change"))):
        answers._raw["told"][0, voice] = 6.0
        answers._raw["from"][0, voice, start] = answers._raw["to"][0, voice, goal] = 50.0
        answers._raw["kind"][0, voice, KINDS.index(kind)] = 50.0
    answers = Answers(questions, answers._raw)
    for start, goal, likely in ((google, meta, True), (meta, apple, True), (google, apple, False)):
        assert (answers.chance(ada, start, goal) or 0.0) == pytest.approx(float(likely), abs=0.01)
    told = {(one.from_org, one.to_org): one.kind for one in answers.likely(0.5)}
    assert told == {(google, meta): "move", (meta, apple): "change"}


def test_a_question_looks_at_its_own_sentence_only():
    questions = asked(TEXT.replace(". Tom", ".\n\nTom") + " Then it rained." * 3)
    pieces = cut(questions.text)
    sight = sight_of(questions, pieces)
    assert sight.shape[0] == len(questions.asked)
    for row, sentence in zip(sight, questions.sentences, strict=True):
        seen = row[row >= 0]
        text = questions.text[pieces.start[seen[0]] : pieces.end[seen[-1]]].strip()
        assert text == questions.text[1 + sentence.start : 1 + sentence.end].strip()  # behind a title without words
        assert (row[len(seen) :] == -1).all()


def test_a_text_that_names_hundreds_is_bounded():
    names = [
        f"{first} {last}" for first in ("Ada", "Tom", "Lia", "Max") for last in ("Moreno", "Berg", "Stone", "Field")
    ]
    text = " ".join(f"{name} left Google for Meta in {year}." for year in range(1990, 2030) for name in names)
    questions = asked(text)
    assert len(questions.whose) <= MOST_QUESTIONS + len(questions.sentences)
    assert len(questions.text) <= LONGEST_ASKED


def test_the_reader_says_which_it_is_and_the_quick_one_does_without_the_encoder():
    document = Document("Ada Moreno left Google for Meta.", "a", "en", "", "2025-06-11")
    whole, quick = EmbeddedReader().read(document), EmbeddedReader(is_quick=True).read(document)
    assert (whole.reader, quick.reader) == ("embedded", "rules")
    assert any("encoder" in step for move in whole.moves for step in move.explanation)
    assert not any("encoder" in step for move in quick.moves for step in move.explanation)


def test_every_claim_of_the_encoder_has_its_sentence():
    document = Document(
        "Ada Moreno has cleared her desk at Google. She left Meta in 2020.", "a", "en", "", "2025-06-11"
    )
    for move in EmbeddedReader().read(document).moves:
        for span in move.evidence:
            assert document.text[span.start : span.end] == span.quote


def test_why_not_tells_what_the_encoder_says():
    (answer,) = why_not(Document("Ada Moreno left Google for Meta.", "a", "en", "", "2025-06-11"), "left")
    assert any("encoder" in line or "a claim" in line for line in answer.lines)


@pytest.mark.parametrize(("told", "is_hint"), [(-6.0, False), (-1.0, True), (3.0, True)])
def test_what_may_be_told_is_a_hint(told, is_hint):
    found = understood(TEXT)
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    hints = hints_of(found, [], answered(questions, told, 1, 2))
    assert [(hint.person.name, str(hint.from_org), str(hint.to_org)) for hint in hints] == (
        [("Ada Moreno", str(questions.organizations[0]), str(questions.organizations[1]))] if is_hint else []
    )
    assert all(hint.confidence >= LEAST and hint.date is None for hint in hints)


@pytest.mark.parametrize(("start", "goal"), [(1, 0), (0, 2)])
def test_half_a_move_is_no_hint(start, goal):
    found = understood(TEXT)
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    assert hints_of(found, [], answered(questions, 3.0, start, goal)) == []


def test_what_is_claimed_is_not_hinted_at_too():
    text = (
        "Ada Moreno has left Borealis Systems for Google. Ada Moreno, once of Google, met Tom Berg of Borealis Systems."
    )
    reading = EmbeddedReader().read(Document(text, "a", "en", "", "2025-06-11"))
    assert reading.moves
    claimed = {
        (move.person.id, move.from_org and move.from_org.id, move.to_org and move.to_org.id) for move in reading.moves
    }
    for hint in reading.hints:
        assert (hint.person.id, hint.from_org and hint.from_org.id, hint.to_org and hint.to_org.id) not in claimed
        assert hint.evidence
        assert all(text[span.start : span.end] == span.quote for span in hint.evidence)


TWO_STORIES = "Ada Moreno of Borealis met Tom Berg. The weather was fine.\n\nTom Berg works for Quanta."


def test_a_paragraph_is_asked_about_as_if_it_were_all_there_is():
    found = understood(TWO_STORIES, title="Borealis and Quanta")
    first, second = paragraphs_of(found.page)
    stretches = [(told[0].start, told[-1].end) for told in (first, second)]
    assert [TWO_STORIES[start:end] for start, end in stretches] == TWO_STORIES.split("\n\n")
    questions = questions_of(found.page, None, second)
    assert questions is not None
    assert questions.text == "\nTom Berg works for Quanta."
    assert ([one.name for one in questions.people], [one.name for one in questions.organizations]) == (
        ["Tom Berg"], ["Quanta"],
    )  # fmt: skip
    assert [questions.text[start:end] for start, end in questions.spans[int(questions.asked[0, 0])]] == ["Tom Berg"]


def test_of_a_long_page_only_the_paragraphs_that_are_asked_about_are_read_alone():
    long = "\n\n".join(f"Ada Moreno works for Borealis. The year {number} was fine." for number in range(600))
    found = understood(long)
    told = paragraphs_of(found.page)
    asked_about = LONGEST_ASKED // len(long.split("\n\n")[0])
    assert 0 < len(told) <= asked_about < 600
    assert told[-1][-1].end <= LONGEST_ASKED
    assert len(found.page.sentences) > 2 * sum(map(len, told))


def beside(start: int, goal: int, told: float, alone: tuple[int, int, float]) -> Answers:
    """Answers about the second paragraph's person, by the page and by their paragraph alone; ends count from 1."""
    found = understood(TWO_STORIES)
    whole = questions_of(found.page, None)
    part = questions_of(found.page, None, paragraphs_of(found.page)[1])
    assert whole is not None
    assert part is not None

    def made(questions: Questions, start: int, goal: int, told: float, others: tuple[Answers, ...] = ()) -> Answers:
        raw = answered(questions, -30.0, 0, 0)._raw
        row = max(number for number in range(len(questions.whose)) if answers_about(questions, number) == "Tom Berg")
        raw["told"][row, 0], raw["from"][row, 0], raw["to"][row, 0] = told, 0.0, 0.0
        raw["from"][row, 0, start] = raw["to"][row, 0, goal] = 50.0
        return Answers(questions, raw, alone=others)

    return made(whole, start, goal, told, (made(part, *alone),))


def answers_about(questions: Questions, number: int) -> str:
    return questions.people[questions.whose[number]].name or ""


@pytest.mark.parametrize(
    ("page", "alone", "low", "high"),
    [
        pytest.param((2, 0, 8.0), (1, 0, 8.0), 0.99, 1.0, id="both say so"),
        pytest.param((2, 1, 8.0), (1, 0, 8.0), 0.25, 0.35, id="the page sends him where another paragraph speaks of"),
        pytest.param((2, 0, 8.0), (1, 0, -8.0), 0.65, 0.75, id="the paragraph tells nothing"),
        pytest.param((2, 0, -8.0), (1, 0, 8.0), 0.25, 0.35, id="the paragraph alone tells it"),
    ],
)
def test_a_paragraph_alone_counts_beside_the_page(page, alone, low, high):
    answers = beside(*page, alone)
    (berg,) = (one for one in answers._questions.people if one.name == "Tom Berg")
    quanta = answers._questions.organizations[1]
    assert low <= answers.chance(berg, quanta, None) <= high


def test_a_goal_that_the_paragraph_does_not_name_stands_where_it_tells_no_other():
    answers = beside(2, 1, 8.0, (1, 0, -8.0))
    (berg,) = (one for one in answers._questions.people if one.name == "Tom Berg")
    borealis, quanta = answers._questions.organizations
    assert answers.chance(berg, quanta, borealis) > 0.99


@pytest.mark.parametrize(
    ("lang", "text", "person", "start"),
    [
        (
            "de",
            "Die bisherige Siemens-Managerin Eva Lindner geht zu Bosch.\n\nJonas Reuter wurde von Helsing entlassen.",
            "Jonas Reuter", "Helsing",
        ),
        (
            "es",
            "Mateo Rossi regresa a OpenAI tras dos años en Meta.\n\nPablo Urrutia abandona Indra en mayo.",
            "Pablo Urrutia", "Indra",
        ),
    ],
)  # fmt: skip
def test_who_leaves_in_a_paragraph_goes_nowhere_that_only_another_tells_of(lang, text, person, start):
    reading = EmbeddedReader().read(Document(text, "a", lang, "", "2026-02-10"))
    (move,) = (move for move in reading.moves if move.person.name == person)
    assert move.from_org is not None
    assert (move.from_org.name, move.to_org) == (start, None)
