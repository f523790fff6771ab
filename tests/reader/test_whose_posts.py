"""Whose posts are told: without an employer, at several, by whom somebody is led, and beside whom they founded."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.careers.career import compose
from talentflow.reader.claims.presenting import position_claims
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.posts.employer_meant import is_of_state, singular
from talentflow.reader.words.page import Entity

from .sentences import HARDLY_SURE, understood


def _positions(lang: str, text: str) -> set[str]:
    """The positions that the rules tell, as "person, employer"."""
    found = understood(text, lang)
    drafts = compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE)
    return {f"{one.person.name}, {one.org.name}" for one in position_claims(found, drafts) if one.org is not None}


def _read(lang: str, text: str) -> set[str]:
    """The same by the whole reader."""
    found = EmbeddedReader().read(Document(text, "a", lang, "", "2025-06-11")).positions
    return {f"{one.person.name}, {one.org.name}" for one in found if one.org is not None}


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("en", "Intel is losing Ada Moreno. CEO Tom Berg thanked her at Intel's yearly meeting.", "Tom Berg"),
        ("es", "Intel pierde a Ada Moreno. El director general de ventas de Intel calla; el presidente, Tom Berg, no.",
         "Tom Berg"),
        ("fr", "Intel perd Ada Moreno. Le directeur général Tom Berg a remercié les équipes d'Intel.", "Tom Berg"),
        ("de", "Intel verliert Ada Moreno. Vorstandschef Tom Berg dankte ihr bei Intel.", "Tom Berg"),
        ("pt", "A Intel perde Ada Moreno. O presidente Tom Berg agradeceu em nome da Intel.", "Tom Berg"),
        ("zh", "英特尔宣布李明离职。首席执行官王伟代表英特尔致谢。", "Wei Wang"),
        ("ja", "インテルは田中健一氏が退社すると発表した。佐藤誠CEOはインテルの社員に感謝した。", "Makoto Sato"),
    ],
)  # fmt: skip
def test_an_office_without_an_employer_is_one_of_the_articles_own(lang: str, text: str, person: str) -> None:
    assert f"{person}, Intel" in _positions(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("en", "Meta chief executive Lena Roth is hiring: four researchers have left OpenAI for Meta. CEO Tom Berg had "
         "claimed that Meta offered bonuses.", "Tom Berg"),
        ("es", "El consejero delegado de Meta, Iván Roth, ficha: cuatro investigadores han dejado OpenAI por Meta. El "
         "consejero delegado Tomás Berg aseguró que Meta ofreció primas.", "Tomás Berg"),
        ("fr", "Le PDG de Meta, Jean Roth, recrute : quatre chercheurs ont quitté OpenAI pour Meta. Le PDG Tom Berg a "
         "affirmé que Meta proposait des primes.", "Tom Berg"),
        ("de", "Meta-Chefin Lena Roth wirbt ab: Vier Forscher wechseln von OpenAI zu Meta. Die Meta-CEO Lena Roth "
         "schweigt. CEO Tom Berg hatte behauptet, Meta biete hohe Prämien.", "Tom Berg"),
        ("pt", "O CEO da Meta, Ivan Roth, contrata: quatro pesquisadores trocaram a OpenAI pela Meta. O CEO Tom Berg "
         "disse que a Meta ofereceu bônus.", "Tom Berg"),
        ("ar", "ضمّت ميتا أربعة باحثين من OpenAI، بحسب الرئيس التنفيذي لشركة ميتا ماركو روث. "
         "وقال الرئيس التنفيذي توم بيرغ إن ميتا عرضت على موظفيه مكافآت كبيرة.", "Tom Berg"),
        ("zh", "Meta首席执行官李明继续招人，四名研究员离开OpenAI加入Meta。首席执行官王伟此前称，Meta开出高额奖金。",
         "Wei Wang"),
        ("ja", "メタの田中健一CEOは採用を続けており、研究者4人がOpenAIからメタに移った。佐藤誠CEOは、メタが高額の報酬を"
         "提示したと述べていた。", "Makoto Sato"),
    ],
)  # fmt: skip
def test_an_employer_has_one_chief_executive(lang: str, text: str, person: str) -> None:
    found = _positions(lang, text)
    assert f"{person}, OpenAI" in found
    assert f"{person}, Meta" not in found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Intel has named Ada Moreno chief of staff. Prime Minister Tom Berg congratulated her at Intel."),
        ("es", "Intel nombra directora general a Ada Moreno. El ministro de Transportes, Tom Berg, felicitó a Intel."),
        ("fr", "Intel nomme Ada Moreno directrice générale. Le ministre Tom Berg a félicité Intel."),
        ("de", "Intel beruft Ada Moreno zur Chefin. Ministerpräsident Tom Berg gratulierte Intel."),
        ("pt", "A Intel nomeou Ada Moreno presidente. O ministro dos Transportes, Tom Berg, elogiou a Intel."),
        ("ar", "عيّنت إنتل آدا مورينو رئيسة تنفيذية. وهنأ وزير النقل توم بيرغ شركة إنتل."),
        ("zh", "英特尔任命李明为首席执行官。交通部长王伟向英特尔表示祝贺。"),
        ("ja", "インテルは田中健一氏が社長に就任すると発表した。佐藤誠大臣はインテルに祝意を示した。"),
    ],
)
def test_ministers_work_for_no_company(lang: str, text: str) -> None:
    assert not {
        one for one in _read(lang, text) if one.split(",")[0] in ("Tom Berg", "Wei Wang", "Wang Wei", "Makoto Sato")
    }


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("en", "Tom Berg, the former head of infrastructure at both Intel and Nvidia, has joined OpenAI.", "Tom Berg"),
        ("es", "Tom Berg, exinvestigador de Intel y Nvidia, ha fichado por OpenAI.", "Tom Berg"),
        ("fr", "Tom Berg, ancien chercheur d'Intel et de Nvidia, rejoint OpenAI.", "Tom Berg"),
        ("de", "Tom Berg, früher Forscher bei Intel und Nvidia, wechselt zu OpenAI.", "Tom Berg"),
        ("pt", "Tom Berg, ex-pesquisador da Intel e da Nvidia, entrou na OpenAI.", "Tom Berg"),
        ("ar", "انضم توم بيرغ، الباحث السابق في إنتل وإنفيديا، إلى OpenAI.", "Tom Berg"),
        ("zh", "曾任英特尔和英伟达研究员的李明加入OpenAI。", "Ming Li"),
        ("ja", "インテルとエヌビディアの元研究者である田中健一氏がOpenAIに加わった。", "Kenichi Tanaka"),
    ],
)
def test_a_post_is_held_at_all_employers_named_with_it(lang: str, text: str, person: str) -> None:
    assert {f"{person}, Intel", f"{person}, Nvidia"} <= _positions(lang, text)


def test_the_employer_of_somebody_elses_post_is_not_one_of_them() -> None:
    text = "Tom Berg, a researcher at Intel, and Nvidia's chairman Luis Roth have joined OpenAI."
    assert "Tom Berg, Nvidia" not in _positions("en", text)


@pytest.mark.parametrize(
    ("lang", "text", "leaders", "org"),
    [
        ("en", "Ada Moreno has left Intel for Periodic Labs, the start-up led by Tom Berg and Lena Roth.",
         ("Tom Berg", "Lena Roth"), "Periodic Labs"),
        ("en", "Meta has poached Lena Roth from Intel. The Tom Berg-led company is said to be paying well.",
         ("Tom Berg",), "Meta"),
        ("es", "Ada Moreno deja Intel por Periodic Labs, la empresa dirigida por Tom Berg y Lena Roth.",
         ("Tom Berg", "Lena Roth"), "Periodic Labs"),
        ("fr", "Ada Moreno quitte Intel pour Periodic Labs, la société dirigée par Tom Berg et Lena Roth.",
         ("Tom Berg", "Lena Roth"), "Periodic Labs"),
        ("pt", "Ada Moreno troca a Intel pela Periodic Labs, empresa liderada por Tom Berg e Lena Roth.",
         ("Tom Berg", "Lena Roth"), "Periodic Labs"),
        ("ar", "غادرت آدا مورينو إنتل إلى OpenAI، الشركة التي يقودها توم بيرغ ولويس روث.", ("Tom Berg", "Louis Ruth"),
         "OpenAI"),
        ("zh", "李明离开英特尔，加入由王伟领导的月之暗面。", ("Wei Wang",), "Moonshot AI"),
    ],
)  # fmt: skip
def test_whoever_leads_an_employer_needs_no_second_word_for_it(
    lang: str, text: str, leaders: tuple[str, ...], org: str
) -> None:
    assert {f"{one}, {org}" for one in leaders} <= _read(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno has left Intel for a round of meetings led by Tom Berg and Lena Roth."),
        ("es", "Ada Moreno deja Intel tras una ronda de inversión liderada por Tom Berg y Lena Roth."),
        ("fr", "Ada Moreno quitte Intel après une enquête dirigée par Tom Berg et Lena Roth."),
        ("pt", "Ada Moreno troca a Intel após uma rodada liderada por Tom Berg e Lena Roth."),
    ],
)
def test_whoever_leads_something_else_leads_no_employer(lang: str, text: str) -> None:
    assert not any(one.startswith(("Tom Berg", "Lena Roth")) for one in _positions(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom Berg, a co-founder of Mistral AI together with Lena Roth, joins Google."),
        ("es", "Tom Berg, cofundador de Mistral AI junto con Lena Roth, ficha por Google."),
        ("fr", "Tom Berg, cofondateur de Mistral AI en 2023 avec Lena Roth, rejoint Google."),
        ("pt", "Tom Berg, cofundador da Mistral AI com Lena Roth, entra na Google."),
    ],
)
def test_with_whom_somebody_is_a_founder(lang: str, text: str) -> None:
    assert "Lena Roth, Mistral AI" in _positions(lang, text)


def test_whoever_joins_with_a_founder_is_none() -> None:
    text = "Tom Berg, a co-founder of Mistral AI, joins Google together with Lena Roth."
    assert "Lena Roth, Mistral AI" not in _positions("en", text)


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("en", "Cisco has hired Ada Moreno. Before this she also worked with firms like Microsoft, Intel and Nvidia.",
         "Ada Moreno"),
        ("es", "Cisco ficha a Ada Moreno. Antes trabajó en Microsoft, Intel y Nvidia.", "Ada Moreno"),
        ("fr", "Cisco recrute Ada Moreno. Elle a travaillé auparavant chez Microsoft, Intel et Nvidia.", "Ada Moreno"),
        ("de", "Cisco holt Ada Moreno. Zuvor arbeitete sie für Microsoft, Intel und Nvidia.", "Ada Moreno"),
        ("pt", "A Cisco contratou Ada Moreno. Antes ela trabalhou na Microsoft, na Intel e na Nvidia.", "Ada Moreno"),
        ("ar", "عيّنت شركة سيسكو آدا مورينو مديرة تقنية. وعملت مورينو سابقا في مايكروسوفت وإنتل وإنفيديا.",
         "Ada Moreno"),
        ("zh", "思科任命李明为首席技术官。李明此前曾在微软、英特尔和英伟达工作。", "Ming Li"),
        ("ja", "シスコは田中健一氏を起用した。田中氏は以前、マイクロソフト、インテル、エヌビディアに勤務していた。",
         "Kenichi Tanaka"),
    ],
)  # fmt: skip
def test_whoever_worked_at_several_worked_at_each(lang: str, text: str, person: str) -> None:
    assert {f"{person}, {org}" for org in ("Microsoft", "Intel", "Nvidia")} <= _positions(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno worked at Intel and now fears that Nvidia will buy it."),
        ("de", "Ada Moreno arbeitete bei Intel, und Nvidia holt sie nun."),
        ("es", "Ada Moreno trabajó en Intel, que compite con Nvidia."),
    ],
)
def test_employers_of_another_clause_are_none_of_them(lang: str, text: str) -> None:
    assert "Ada Moreno, Nvidia" not in _positions(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno is leaving Intel. Tom Berg, who chairs the supervisory board of directors, praised Intel."),
        ("es", "Ada Moreno deja Intel. Tom Berg, que preside el consejo, elogió a Intel."),
        ("fr", "Ada Moreno quitte Intel. Tom Berg, qui préside le conseil, a salué Intel."),
        ("pt", "Ada Moreno deixa a Intel. Tom Berg, que preside o conselho, elogiou a Intel."),
    ],
)
def test_who_presides_over_a_board_that_is_the_articles_own(lang: str, text: str) -> None:
    assert "Tom Berg, Intel" in _positions(lang, text)


def test_who_meets_a_board_presides_over_none() -> None:
    text = "Ada Moreno is leaving Intel. Tom Berg, who met the board of Nvidia, praised Intel."
    assert "Tom Berg, Intel" not in _positions("en", text)


def test_a_ticker_parts_no_employer_from_its_chief() -> None:
    text = "Ada Moreno may leave Intel to become the right hand of IBM (NYSE:IBM) chief Tom Berg."
    assert "Tom Berg, IBM" in _positions("en", text)


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        # the letter glued on joins the second name, and what stands before the comma is of the first
        ("غادرت آدا مورينو إنتل، وبقي توم بيرغ، مدير المبيعات في إنتل، ولويس روث، مدير التسويق في ميتا.",
         {"Tom Berg, Intel", "Louis Ruth, Meta"}),
    ],
)  # fmt: skip
def test_arabic_lists_of_names_with_their_posts(text: str, positions: set[str]) -> None:
    found = _positions("ar", text)
    assert positions <= found
    assert "Louis Ruth, Intel" not in found


def test_a_french_title_of_one_letter_is_no_initial() -> None:
    text = "Intel a choisi Brian Moreno. M. Moreno dirigeait les ventes chez Nvidia. L'arrivée de M. Moreno est proche."
    found = understood(text, "fr")
    named = {m.entity.name for s in found.page.sentences for m in s.mentions if m.kind == "person" and m.entity}
    assert named == {"Brian Moreno"}


def test_a_line_is_no_button_for_a_word_that_holds_one() -> None:
    assert understood("Ada Moreno joined Intel as head of design in May.", "en").page.sentences
    assert not understood("Sign in to read Ada Moreno's letter.", "en").page.sentences


@pytest.mark.parametrize(
    ("post", "offices"),
    [
        ("chairman and CEO", {"chair", "CEO"}), ("chief research officer", {"chief research officer"}),
        ("head of sales", set()), ("chief of staff", set()), (None, set()),
    ],
)  # fmt: skip
def test_offices_of_which_an_employer_has_one(post: str | None, offices: set[str]) -> None:
    assert singular(post) == offices


def test_posts_of_the_state() -> None:
    assert all(map(is_of_state, ("minister of transport", "prime minister", "secretary of state of trade", "mayor")))
    assert not any(map(is_of_state, ("CEO", "secretary of the board", "chief of staff", None)))


def test_an_employer_without_a_name_gives_no_position() -> None:
    found = understood("Tom Berg, chief executive of Intel, spoke. Ada Moreno has left Nvidia.", "en")
    (tie,) = [tie for tie in found.ties if tie.org is not None]
    assert [one.person.name for one in position_claims(found, [])] == ["Tom Berg"]
    tie.org = Entity("org", "org:?1", None, listed=False, surfaces=["a start-up of his"])
    assert not position_claims(found, [])
