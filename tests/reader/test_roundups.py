"""Roundups, whose items are articles of their own, and appointments of which the article says what they are.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.model.notes import LIST_OF_MOVES
from talentflow.reader.careers.career import compose

from .sentences import ends_of, understood


def _confidences(text: str, lang: str, title: str = "") -> dict[str, float]:
    """How sure each chosen move is, by the mention of its person and its kind."""
    found = understood(text, lang, title)
    drafts = compose(found.events, found.ties, found.topic, found.places, 0.0)
    out: dict[str, float] = {}
    for draft in drafts:
        key = f"{draft.person.mention} {draft.kind}"
        out[key] = max(out.get(key, 0.0), draft.confidence)
    return out


_ROUNDUPS = [
    (
        "en",
        "Nora Whitfield has been named dean of engineering at Stanford University.\n\n"
        "Tom Berg becomes the new managing director of Deutsche Bank.\n\n"
        "At Adobe, Ruth Keller takes over as head of design.\n\nErik Lund is the new director of SAP.",
        4,
    ),
    (
        "es",
        "Marta Pons asume como rectora de la Universidad de Sevilla.\n\nLuis Vidal es el nuevo director de Adobe.\n\n"
        "Carmen Ortiz ha sido nombrada presidenta de Telefónica.\n\n"
        "Andrés Soler asume la dirección del Banco Santander.",
        4,
    ),
    (
        "fr",
        "Hélène Vasseur est nommée à la tête de Danone.\n\nPaul Meunier prend la direction générale de Renault.\n\n"
        "Julien Roche est le nouveau directeur d'Airbus.\n\nKarim Lahlou prend les rênes d'Orange.",
        4,
    ),
    (
        "de",
        "Petra Lang ist neue Präsidentin der Universität Bremen.\n\nJens Kröger wird neuer Chef von Adobe.\n\n"
        "Zum neuen Vorstandsvorsitzenden von Bayer wurde Jonas Reuter bestellt.\n\n"
        "Neuer Geschäftsführer von SAP ist Uwe Hartmann.",
        4,
    ),
    (
        "pt",
        "Joana Freitas é a nova reitora da Universidade do Porto.\n\nRui Matos é o novo presidente da Embraer.\n\n"
        "Caio Nunes assume a presidência da Petrobras.\n\nRita Lemos foi nomeada diretora da Vale.",
        4,
    ),
    (
        "ar",
        "عُيّن سامي خوري مديرًا عامًا لبنك القاهرة.\n\nكُلّف رامي عون برئاسة شركة إنتل.\n\n"
        "عُيّنت ليلى حداد رئيسة لشركة أوراكل.",
        3,
    ),
    ("zh", "周明远任浙江大学校长。\n\n陈雨晴履新武汉大学校长。\n\n何晓峰出任四川大学校长。", 3),
]


@pytest.mark.parametrize(("lang", "text", "count"), _ROUNDUPS, ids=[row[0] for row in _ROUNDUPS])
def test_each_item_of_a_roundup_is_read_as_an_article_of_its_own(lang: str, text: str, count: int) -> None:
    found = understood(text, lang)
    assert len({id(item) for item in found.places.items.values()}) == count


def test_an_item_is_surer_than_beside_items_that_tell_of_others() -> None:
    """What the article is about elsewhere says nothing of an item."""
    text = _ROUNDUPS[1][1]
    assert _confidences(text, "es")["Carmen Ortiz join"] >= 0.3


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "en",
            "Borealis loses three",
            "Nora Whitfield has joined Adobe.\n\nTom Berg goes to Deutsche Bank.\n\nErik Lund founded Quanta Labs.",
        ),
        (
            "en",
            "",
            "Nora Whitfield has joined Adobe.\n\nTom Berg goes to Deutsche Bank.\n\n"
            "Whitfield was a dean at Stanford University.",
        ),
        (
            "de",
            "Bayer ordnet seine Spitze neu",
            "Petra Lang wird neue Chefin von Bayer.\n\nJens Kröger wird neuer Chef von Adobe.\n\n"
            "Uwe Hartmann geht zu SAP.",
        ),
        (
            "es",
            "",
            "Marta Pons asume como directora de Adobe.\n\nLuis Vidal deja Adobe.\n\nCarmen Ortiz se marcha de Adobe.",
        ),
    ],
)
def test_an_article_about_one_employer_or_person_is_no_roundup(lang: str, title: str, text: str) -> None:
    assert not understood(text, lang, title).places.items


def test_an_item_about_others_is_not_made_surer_of_who_is_only_named_in_it() -> None:
    text = next(text for code, text, _ in _ROUNDUPS if code == "en")
    others = "Nine engineers have left Borealis since Ada Moreno opened its new laboratory there."
    found = understood(f"{text}\n\n{others}", "en", "")
    drafts = compose(found.events, found.ties, found.topic, found.places, 0.0)
    of_list = {draft.person.mention for draft in drafts if LIST_OF_MOVES in draft.notes}
    assert of_list
    assert "Ada Moreno" not in of_list


def test_nobody_comes_from_an_employer_that_only_another_item_names() -> None:
    text = (
        "Nora Whitfield has been named dean at Stanford University.\n\n"
        "Tom Berg becomes managing director of Deutsche Bank.\n\nRuth Keller has joined Adobe as head of design."
    )
    starts = {move for move in ends_of(text, "en") if "Ruth Keller" in move}
    assert starts == {"Ruth Keller: - -> Adobe"}


_INSIDERS = [
    ("en", "Delta Air Lines named Ruth Keller chief executive. Keller joined the airline in 2009.", "Ruth Keller"),
    ("en", "Pfizer has appointed Omar Rashid finance chief. The company veteran starts in March.", "Omar Rashid"),
    ("es", "Iberdrola ha nombrado a Marta Pons directora general. Pons entró en la compañía en 2009.", "Marta Pons"),
    ("es", "Inditex ha nombrado director financiero a Luis Vidal, un hombre de la casa.", "Luis Vidal"),
    (
        "fr",
        "Danone a nommé Hélène Vasseur directrice générale. Elle est entrée dans le groupe en 2009.",
        "Hélène Vasseur",
    ),
    (
        "fr",
        "Renault a nommé Paul Meunier directeur financier. Le groupe a préféré une solution interne.",
        "Paul Meunier",
    ),
    ("de", "Bayer hat Petra Lang zur Finanzchefin ernannt. Das Eigengewächs beginnt im März.", "Petra Lang"),
    (
        "pt",
        "A Embraer nomeou Joana Freitas presidente executiva. Freitas entrou na companhia em 2009.",
        "Joana Freitas",
    ),
    ("pt", "A Petrobras nomeou Caio Nunes diretor financeiro. O executivo da casa começa em março.", "Caio Nunes"),
    ("ar", "عيّنت شركة إنتل سامي خوري مديرًا ماليًا. وكان خوري قد التحق بالشركة في عام 2009.", "سامي خوري"),
    ("zh", "百度宣布陈雨晴出任首席财务官，她是公司内部培养的高管。", "陈雨晴"),
    ("ja", "ソニーは最高技術責任者に坂本誠氏を起用する。生え抜きの登用となる。", "坂本誠"),
]


@pytest.mark.parametrize(("lang", "text", "person"), _INSIDERS)
def test_whoever_came_years_ago_or_is_called_an_insider_gets_a_new_post(lang: str, text: str, person: str) -> None:
    kinds = _confidences(text, lang)
    assert kinds.get(f"{person} change", 0.0) >= 0.3


_OUTSIDERS = [
    ("en", "Boeing has named Erik Lund chief executive, the first outsider in the job.", "Erik Lund"),
    ("en", "Adobe names former senior executive Nora Whitfield as chief executive.", "Nora Whitfield"),
    ("es", "Telefónica ha nombrado director de tecnología a Andrés Soler, que llega de fuera.", "Andrés Soler"),
    ("fr", "Airbus a nommé Julien Roche directeur. L'avionneur choisit un candidat externe.", "Julien Roche"),
    ("de", "Adidas hat Jens Kröger zum Finanzvorstand ernannt. Der Manager kommt von außen.", "Jens Kröger"),
    ("pt", "A Vale nomeou Nuno Teles diretor financeiro. O executivo vem de fora.", "Nuno Teles"),
    ("zh", "美团宣布，空降的何晓峰出任首席技术官。", "何晓峰"),
    ("ja", "ソニーは最高技術責任者に坂本誠氏を起用する。社外からの登用は初めて。", "坂本誠"),
]


@pytest.mark.parametrize(("lang", "text", "person"), _OUTSIDERS)
def test_whoever_is_called_an_outsider_or_a_former_one_comes(lang: str, text: str, person: str) -> None:
    kinds = _confidences(text, lang)
    assert kinds.get(f"{person} join", 0.0) >= 0.3
    assert kinds.get(f"{person} change", 0.0) < 0.3


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("en", "Adobe named Erik Lund chief executive. Ruth Keller, an insider, had been tipped.", "Erik Lund"),
        ("en", "Adobe named Erik Lund chief executive. He is not an insider.", "Erik Lund"),
    ],
)
def test_that_others_are_insiders_says_nothing_of_whom_is_named(lang: str, text: str, person: str) -> None:
    assert f"{person} join" in _confidences(text, lang)
    assert understood(text, lang).places.choices.get(0) != "insider"
