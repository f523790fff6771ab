"""What a longer article tells of one house: who left it after whom, who came with whom, and whose post is told.

Each row stands for a construction of long features; people and most employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.reader.careers.career import compose
from talentflow.reader.cast.attribution import sources_of
from talentflow.reader.events.counted import fill_counted

from .sentences import claims_of, ends_of, moves_of, understood


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Nvidia has lost people this year, and Nvidia knows it.\n\n"
            "Nora Whitfield left in June and joined Adobe in September. Tom Berg, an engineer, resigned as well.",
            "Tom Berg: Nvidia -> -",
        ),
        (
            "es",
            "Telefónica pierde directivos. Telefónica lo sabe.\n\n"
            "Marta Pons presentó su dimisión en junio y en septiembre fichó por Amazon. También se fue Luis Vidal.",
            "Luis Vidal: Telefónica -> -",
        ),
        (
            "fr",
            "Orange perd des cadres, et Orange le sait.\n\n"
            "Nora Benkirane est partie chez Renault en avril. En juillet, Julien Roche a démissionné.",
            "Julien Roche: Orange -> -",
        ),
        (
            "pt",
            "A Petrobras perdeu quadros este ano. A Petrobras confirma.\n\n"
            "Joana Freitas trocou a empresa pela Embraer em abril. Em julho, Caio Nunes também se demitiu.",
            "Caio Nunes: Petrobras -> -",
        ),
    ],
)
def test_whoever_leaves_next_does_not_leave_where_another_just_went(lang: str, text: str, move: str) -> None:
    assert move in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno founded Quanta with Tom Berg, a month after her departure from Nvidia.",
            {"Ada Moreno: Nvidia -> Quanta", "Tom Berg: - -> Quanta"},
        ),
        (
            "fr",
            "Ada Moreno a fondé Quanta avec Tom Berg, un mois après son départ de Renault.",
            {"Ada Moreno: Renault -> Quanta", "Tom Berg: - -> Quanta"},
        ),
        (
            "de",
            "Ada Moreno gründete Quanta gemeinsam mit Tom Berg, einen Monat nach ihrem Abschied von Siemens.",
            {"Ada Moreno: Siemens -> Quanta", "Tom Berg: - -> Quanta"},
        ),
        (
            "ar",
            "أسست ليلى حداد شركة كوانتا مع سامي عمران، بعد شهر من مغادرتها مايكروسوفت.",
            {"ليلى حداد: مايكروسوفت -> كوانتا", "سامي عمران: - -> كوانتا"},
        ),
        (  # all had been there
            "en",
            "Ada Moreno and Tom Berg founded Quanta a month after they had left Nvidia.",
            {"Ada Moreno: Nvidia -> Quanta", "Tom Berg: Nvidia -> Quanta"},
        ),
    ],
)
def test_where_one_founder_came_from_says_nothing_of_the_others(lang: str, text: str, move: set[str]) -> None:
    assert ends_of(text, lang) == move


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Ada Moreno said on Monday that she had become chief executive of Nvidia, replacing its founder Tom Berg.",
        ),
        (
            "es",
            "Ada Moreno dijo que es la nueva directora ejecutiva de Telefónica en sustitución del fundador, Tom Berg.",
        ),
        ("ar", "أعلنت ليلى حداد أنها أصبحت الرئيسة التنفيذية لشركة كوانتا، خلفًا لشريكها في تأسيسها سامي عمران."),
    ],
)
def test_a_post_and_whose_it_was_are_one_step(lang: str, text: str) -> None:
    posts = [move.role_to for move in claims_of(text, lang) if move.person.mention in ("Ada Moreno", "ليلى حداد")]
    assert posts == ["CEO"]


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "en",
            "Nvidia told its staff that Tom Berg had left the company and that Ada Moreno, a long-time Adobe engineer, "
            "was its new chief technology officer.",
            {"Ada Moreno": "CTO"},
        ),
        (
            "es",
            "Telefónica comunicó que Tom Berg se marcha y que Ada Moreno será su nueva directora de tecnología.",
            {"Ada Moreno": "CTO"},
        ),
        (
            "ar",
            "قالت مايكروسوفت إن سامي عمران غادرها وأن ليلى حداد أصبحت مديرة التكنولوجيا فيها.",
            {"ليلى حداد": "CTO"},
        ),
    ],
)
def test_what_and_that_opens_tells_of_its_own_person(lang: str, text: str, moves: dict[str, str]) -> None:
    told = {move.person.mention: move.role_to for move in claims_of(text, lang) if move.to_org is not None}
    assert told == moves


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        (
            "pt",
            "Joana Freitas foi promovida de gerente a diretora de pesquisa na Petrobras.",
            ("manager", "director of research"),
        ),
        ("de", "Ada Moreno stieg bei Siemens von der Entwicklerin zur Technikchefin auf.", (None, "CTO")),
        (
            "es",
            "Marta Pons asciende de gerente a directora de investigación en Telefónica.",
            ("manager", "director of research"),
        ),
    ],
)
def test_the_post_left_for_another_is_not_the_one_taken(lang: str, text: str, posts: tuple[str | None, str]) -> None:
    assert [(move.role_from, move.role_to) for move in claims_of(text, lang)] == [posts]


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("de", "Als Ada Moreno von SAP zu Adobe kam, hatte das Unternehmen elf Mitarbeiter.", None),
        ("en", "When Ada Moreno moved from Adobe to Nvidia, the company had forty engineers.", None),
        ("en", "Ada Moreno moved from Adobe to Nvidia as an engineer.", "engineer"),
    ],
)
def test_a_number_of_people_is_nobodys_post(lang: str, text: str, post: str | None) -> None:
    assert [move.role_to for move in claims_of(text, lang)] == [post]


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("en", "Eight researchers, engineers and managers have left Nvidia. Ada Moreno left Nvidia in May.", None),
        ("en", "Eight researchers have left Nvidia. Ada Moreno left Nvidia in May.", "researcher"),
        ("es", "Ocho investigadores, ingenieros y directivos han dejado Telefónica. Ada Moreno se fue en mayo.", None),
        ("fr", "Huit chercheurs, ingénieurs et cadres ont quitté Renault. Ada Moreno est partie en mai.", None),
    ],
)
def test_who_is_counted_as_several_things_has_none_of_them_for_a_post(lang: str, text: str, post: str | None) -> None:
    found = understood(text, lang)
    drafts = compose(found.events, found.ties, found.topic, found.places, 0.05)
    fill_counted(drafts, found.groups, found.page.sentences)
    assert {draft.role_from for draft in drafts if draft.person.name == "Ada Moreno"} == {post}


def test_an_employer_that_is_gone_to_says_nothing() -> None:
    """Whoever moves there and says something is the speaker; the employer as subject is one."""
    row = "Ada Moreno left Nvidia in May. She has moved to Anthropic and says that she wants to build tools."
    page = understood(row, "en").page
    sentence, language = page.sentences[-1], page.language
    assert "Anthropic" not in sources_of(sentence, language)
    said = understood("Ada Moreno has left Nvidia for Adobe, Anthropic said.", "en").page.sentences[-1]
    assert sources_of(said, language) == ("Anthropic",)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (
            "Lia Sandoval is unsure. Ada Moreno left Nvidia for Adobe, after she had turned down an offer of Tom Berg.",
            "Ada Moreno",
        ),
        ("Adobe wooed Lia Sandoval. She turned down the offer.", "Lia Sandoval"),
    ],
)
def test_whoever_refuses_is_named_in_the_sentence_if_anybody_is(text: str, refused: str) -> None:
    assert {person.name for person, _ in understood(text, "en").refusals} == {refused}


def test_by_him_means_whoever_was_just_hired() -> None:
    told = ends_of("星野智能的林若溪从阿里巴巴挖来了赵景行，由他出任首席技术官。", "zh")
    assert told == {"赵景行: 阿里巴巴 -> 星野智能"}


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "أسست ريم الخالدي شركة كوانتا عام 2019. وعيّنت الخالدي يوسف بركات مديرًا للتقنية.",
            {"ريم الخالدي: - -> كوانتا", "يوسف بركات: كوانتا -> كوانتا"},
        ),
        (
            "أكدت مايكروسوفت أن سامي عمران سيتركها، وذكر موقع كوانتا، وهو أول من أورد الخبر، أنه يستعد للراحة.",
            {"سامي عمران: مايكروسوفت -> -"},
        ),
        ("غادر مايكروسوفت في الفترة الأخيرة أيضًا سامي عمران.", {"سامي عمران: مايكروسوفت -> -"}),
    ],
)
def test_arabic_verbs_and_adjectives_are_nobody(text: str, moves: set[str]) -> None:
    assert ends_of(text, "ar") == moves


def test_arabic_months_end_no_name_and_clitics_stand_before_quotation_marks() -> None:
    dates = [move.date for move in claims_of("أسست ليلى حداد «بوريالس لاب» في فبراير 2024.", "ar")]
    assert dates == ["2024-02"]
    assert moves_of("غادر سامي عمران شركة «فايد» إلى مايكروسوفت.", "ar") == ["سامي عمران: فايد -> مايكروسوفت, done"]


def test_a_verb_and_who_does_it_are_no_name() -> None:
    found = understood("غادر سامي عمران مايكروسوفت، وعيّن القائمون على المشروع لجنة قراءة.", "ar")
    people = {m.entity.name for m in found.page.sentences[0].mentions if m.kind == "person" and m.entity is not None}
    assert people == {"Sami Imran"}


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "en",
            "Two months in, Nvidia is losing people",
            "At least eight people have left Nvidia since June.\n\nRuth Keller was at Nvidia for nine years. She is "
            "joining Adobe.\n\nErik Lund spent a decade at Nvidia. He has moved to SAP.\n\nNora Whitfield and Tom Berg "
            "had come over from Bayer this summer.",
        ),
        (
            "de",
            "Siemens verliert Leute",
            "Acht Fachleute haben Siemens seit Juni verlassen.\n\nPetra Lang war neun Jahre bei Siemens. Sie geht zu "
            "Adobe.\n\nJens Kröger arbeitete zehn Jahre bei Siemens. Er wechselt zu SAP.\n\nUwe Hartmann und Tom Berg "
            "waren im Sommer von Bayer gekommen.",
        ),
    ],
)
def test_whoever_came_without_a_word_of_where_came_to_the_house_that_the_page_is_about(
    lang: str, title: str, text: str
) -> None:
    found = understood(text, lang, title)
    house = "Nvidia" if lang == "en" else "Siemens"
    assert not found.places.items
    assert any(move.endswith(f": Bayer -> {house}, done") for move in moves_of(text, lang, title))
