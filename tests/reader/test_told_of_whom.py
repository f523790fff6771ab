"""Of whom words tell: crowds, reports and companies that move nobody, times of one's own, aims, and roundups."""

from __future__ import annotations

import pytest

from talentflow.reader.careers.career import candidates
from talentflow.reader.claims.second_look import draft_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import Draft
from talentflow.reader.events.one_breath import stand_in_list, stand_with_aims
from talentflow.reader.relations.answers import Told
from talentflow.reader.words.page import Entity
from tests.reader.sentences import claims_of, moves_of, understood


def drafts_of(text: str, lang: str = "en") -> list[Draft]:
    found = understood(text, lang)
    drafts, judge = candidates(found.events, found.ties, found.topic, found.places)
    judge.judge(drafts)
    return drafts


def told(found: Understanding, kind: str) -> Told:
    """That the encoder finds the first person of the first sentence leave its first employer."""
    mentions = found.page.sentences[0].mentions
    person = next(m.entity for m in mentions if m.kind == "person" and m.entity is not None)
    org = next(m.entity for m in mentions if m.kind == "org" and m.entity is not None and m.entity.name)
    return Told(person, org, org if kind == "change" else None, 0.9, kind, "done", found.page.sentences[0])


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Borealis Systems dismissed a report that Ada Moreno had left.", ["denied"]),
        ("en", "A report that Ada Moreno had left Borealis Systems was dismissed as false.", ["denied"]),
        ("en", "A lawsuit by Ada Moreno against Borealis Systems was dismissed in May.", []),
        ("fr", "Borealis Systems a écarté l'idée d'Ada Moreno.", []),
        ("pt", "A Borealis Systems afastou a hipótese de Ada Moreno.", []),
        ("es", "El rumor de que Ada Moreno dejaba Borealis Systems fue desmentido como falso.", ["denied"]),
        # near misses: it is the person who is dismissed
        ("en", "Borealis Systems dismissed Ada Moreno over the report.", ["done"]),
        ("en", "According to the report, Ada Moreno was dismissed by Borealis Systems.", ["done"]),
        ("en", "Ada Moreno, who wrote the report, was dismissed by Borealis Systems.", ["done"]),
        ("pt", "A Borealis Systems afastou Ada Moreno da direção.", ["done"]),
    ],
)
def test_a_report_that_is_dismissed_is_nobody(lang: str, text: str, moves: list[str]) -> None:
    claims = claims_of(text, lang)
    assert [claim.status for claim in claims] == moves
    assert not any(claim.how == "dismissed" for claim in claims if claim.status == "denied")


@pytest.mark.parametrize(
    ("lang", "text", "movers"),
    [
        ("en", "Ada Moreno announced a shake-up of Intel after the departure of two founders.", set()),
        ("es", "Ada Moreno anunció cambios en Intel tras la salida de dos cofundadores.", set()),
        ("ar", "أعلنت سلمى الحداد تغييرات في إنتل بعد استقالة اثنين من المؤسسين.", set()),
        ("ar", "أعلنت سلمى الحداد خروج 3 مديرين من إنتل.", set()),
        ("en", "Ada Moreno announced the departure of two founders of Intel, Tom Berg and Lea Stern.",
         {"Tom Berg", "Lea Stern"}),
        ("es", "Ada Moreno anunció cambios en Intel tras la salida de dos cofundadores: Tomás Berg y Lea Stern.",
         {"Tomás Berg", "Lea Stern"}),
    ],
)  # fmt: skip
def test_whoever_tells_of_a_crowd_does_not_go_with_it(lang: str, text: str, movers: set[str]) -> None:
    assert {move.partition(":")[0] for move in moves_of(text, lang)} == movers


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno left Intel (which became part of Google in March) in July.", "Ada Moreno: Intel -> -"),
        ("es", "Ada Moreno dejó Intel (que pasó a ser parte de Google) en julio.", "Ada Moreno: Intel -> -"),
        ("ar", "غادرت سلمى الحداد شركة إنتل (التي أصبحت جزءا من غوغل) في مايو.", "سلمى الحداد: إنتل -> -"),
        ("en", "Ada Moreno left Intel (for Google, insiders say) in July.", "Ada Moreno: Intel -> Google"),
    ],
)
def test_brackets_behind_a_company_tell_of_it(lang: str, text: str, move: str) -> None:
    assert [found.partition(",")[0] for found in moves_of(text, lang)] == [move]


@pytest.mark.parametrize(
    ("lang", "text", "dates"),
    [
        ("en", "Ada Moreno left Intel in May, Tom Berg in April and Lea Stern in March.", "2025-05 2025-04 2025-03"),
        ("es", "Ada Moreno dejó Intel en mayo, Tomás Berg en abril y Lea Stern en marzo.", "2025-05 2025-04 2025-03"),
        ("de", "Ada Moreno verließ Intel im Mai, Tom Berg im April.", "2025-05 2025-04"),
        ("fr", "Ada Moreno a quitté Intel en mai, Tom Berg en avril.", "2025-05 2025-04"),
        ("en", "Ada Moreno left Intel in May and met Tom Berg in April.", "2025-05"),
        ("en", "Ada Moreno left Intel in May, a week before Tom Berg.", "2025-05"),
    ],
)
def test_who_follows_with_a_time_of_their_own_does_the_same(lang: str, text: str, dates: str) -> None:
    assert " ".join(claim.date or "" for claim in claims_of(text, lang)) == dates


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("أكد مؤسس إنتل، سامي الخطيب، أنه سيستقيل من منصبه كرئيس تنفيذي لإنتل.", "سامي الخطيب: إنتل -> -"),
        ("استقال المدير المالي لشركة إنتل التابعة لسامي الخطيب، عمر ناصر، من منصبه.", "عمر ناصر: إنتل -> -"),
        ("انضم سامي الخطيب إلى شركة غوغل رئيسا لشركة إنتل.", "سامي الخطيب: - -> غوغل"),
        ("انتقل سامي الخطيب من غوغل لشركة إنتل.", "سامي الخطيب: غوغل -> إنتل"),  # here it does lead somewhere
    ],
)
def test_to_behind_a_post_says_whose_it_is(text: str, move: str) -> None:
    assert [found.partition(",")[0] for found in moves_of(text, "ar")] == [move]


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("سيترك سامي الخطيب منصبه في إنتل ليحل محله عمر ناصر.", ["سامي الخطيب: إنتل -> -", "عمر ناصر: إنتل -> إنتل"]),
        ("سيترك سامي الخطيب منصبه في غوغل ليحل محل عمر ناصر في إنتل.", ["سامي الخطيب: غوغل -> إنتل"]),
    ],
)
def test_an_aim_with_a_subject_of_its_own_is_not_the_leavers(text: str, movers: list[str]) -> None:
    assert [found.partition(",")[0] for found in moves_of(text, "ar")] == movers


def test_a_name_ends_before_a_preposition() -> None:
    """ "إلى" leads from the second name to where both go, which nobody lists."""
    assert moves_of("انضم كل من سلمى الحداد وعمر ناصر إلى كوانتا قادمين من غوغل.", "ar") == [
        "سلمى الحداد: غوغل -> كوانتا, done",
        "عمر ناصر: غوغل -> كوانتا, done",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "After ten years at Intel, Ada Moreno joined Quanta Labs in 2018. Meta has hired her.", "Intel"),
        ("es", "Tras diez años en Intel, Ada Moreno fichó por Quanta Labs en 2018. Meta la ha contratado.", "Intel"),
        ("de", "Nach zehn Jahren bei Intel ging Ada Moreno 2018 zu Quanta Labs. Meta hat sie geholt.", "Intel"),
        ("en", "Ada Moreno, who runs Intel, spoke. Formerly of Meta, Tom Berg joined Quanta Labs.", "Meta"),
    ],
)
def test_a_former_employer_beside_the_name_is_where_somebody_comes_from(lang: str, text: str, move: str) -> None:
    assert f"{move} -> Quanta Labs" in " ".join(moves_of(text, lang))
    assert sum("-> Quanta Labs" in found for found in moves_of(text, lang)) == 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Intel is in the hands of Ada Moreno. The head of supply was named interim chief executive.", {"Ada Moreno"}),
        ("Ada Moreno quit Intel for Meta. A second engineer, Tom Berg, goes with her.", {"Ada Moreno", "Tom Berg"}),
        ("Ada Moreno has founded Quanta Labs with a former colleague: Tom Berg.", {"Ada Moreno", "Tom Berg"}),
        ("Intel said its chief executive would be joined by three new directors: Ada Moreno, a banker; and Tom Berg.",
         {"Ada Moreno", "Tom Berg"}),
    ],
)  # fmt: skip
def test_who_is_taken_up_and_who_comes_along(text: str, people: set[str]) -> None:
    assert {move.partition(":")[0] for move in moves_of(text, "en")} == people


@pytest.mark.parametrize(
    ("text", "is_clear"),
    [
        ("Intel relies on Ada Moreno. The head of supply was named interim chief executive.", True),
        ("Intel relies on Ada Moreno. The head of supply at Meta was named interim chief executive.", False),
        ("Intel relies on Ada Moreno. The heads of supply were named joint chief executives.", False),
        ("Intel relies on Ada Moreno. A head of supply was named interim chief executive.", False),
    ],
)
def test_a_post_takes_up_whoever_was_spoken_of(text: str, is_clear: bool) -> None:
    events = [event for event in understood(text, "en").events if event.yields == "appoint"]
    assert any(event.person_score > 0.5 for event in events) == is_clear


@pytest.mark.parametrize(
    ("text", "kind", "is_drafted"),
    [
        ("Ada Moreno announced the departure of two founders of Intel.", "leave", False),
        ("Intel, owned by Ada Moreno, has an exit less.", "leave", False),
        ("Ada Moreno resigned from her post at Intel.", "change", False),
        ("Intel and Ada Moreno have an exit less.", "leave", True),
        ("Ada Moreno was promoted at Intel.", "change", True),
    ],
)
def test_the_encoder_moves_nobody_of_whom_the_words_do_not_tell(text: str, kind: str, is_drafted: bool) -> None:
    found = understood(text, "en")
    assert (draft_of(found, told(found, kind)) is not None) == is_drafted


def test_an_aim_is_as_sure_as_the_leaving_that_serves_it() -> None:
    drafts = drafts_of("Ada Moreno left Intel to start her own company. She met Tom Berg, who joined Meta.")
    leaving = next(d for d in drafts if d.kind == "leave" and d.person.name == "Ada Moreno" and len(d.events) == 1)
    founding = next(d for d in drafts if d.kind == "found" and d.from_org is leaving.from_org and len(d.events) == 2)
    other = next(d for d in drafts if d.person.name == "Tom Berg")
    leaving.confidence, founding.confidence, other.confidence = 0.8, 0.2, 0.1
    stand_with_aims(drafts)
    assert (founding.confidence, leaving.confidence, other.confidence) == (0.8, 0.8, 0.1)


_ROUNDUP = "- Ada Moreno joined Intel.\n\n- Tom Berg left Meta.\n\n- Lea Stern joined Quanta Labs from Google."


@pytest.mark.parametrize(
    ("text", "sure", "gains"),
    [
        (_ROUNDUP, 0.8, True),
        (_ROUNDUP, 0.2, False),  # most items tell no move
        (_ROUNDUP.replace("- ", ""), 0.8, False),  # no list
    ],
)
def test_items_of_a_roundup_gain_by_one_another(text: str, sure: float, gains: bool) -> None:
    drafts = drafts_of(text)
    of_person = {name: [d for d in drafts if d.person.name == name] for name in ("Ada Moreno", "Tom Berg", "Lea Stern")}
    for name, own in of_person.items():
        own.sort(key=lambda draft: -draft.confidence)
        for place, draft in enumerate(own):
            draft.confidence = 0.01 if place else 0.15 if name == "Ada Moreno" else sure
    stand_in_list(drafts)
    assert (of_person["Ada Moreno"][0].confidence > 0.3) == gains


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "Intel has named former Meta executive Ada Moreno head of design.", {"move", "join"}),
        ("es", "Intel nombró a la exdirectora de Meta Ada Moreno jefa de diseño.", {"move", "join"}),
        ("ar", "عينت إنتل سلمى الحداد، المديرة السابقة في شركة ميتا، رئيسة للتصميم.", {"move", "join"}),
        ("en", "Intel has named former Intel executive Ada Moreno head of design.", {"change", "join"}),
        ("en", "Intel has named Ada Moreno head of design.", {"change", "join"}),
    ],
)
def test_whom_a_house_takes_from_another_it_does_not_promote(lang: str, text: str, kinds: set[str]) -> None:
    drafts = drafts_of(text, lang)
    assert {d.kind for d in drafts if _is_at(d.to_org, "Intel") and d.event.yields == "appoint"} == kinds


def _is_at(org: Entity | None, name: str) -> bool:
    return org is not None and org.name == name


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("تعلن إنتل أنه يأتي من شركتي سامي الخطيب الأخريين عمر ناصر، رئيس الهندسة في غوغل.", "عمر ناصر"),
        ("غادر الشركة الناشئة سامي الخطيب، مدير المبيعات في إنتل.", "سامي الخطيب"),  # nobody's firm
    ],
)
def test_whose_firm_it_is_does_not_move(text: str, move: str) -> None:
    assert {found.partition(":")[0] for found in moves_of(text, "ar")} == {move}
