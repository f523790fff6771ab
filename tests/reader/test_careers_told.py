"""Careers told in the background: stays and steps, "there", years later, whose firm, which bank, who "she" is.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.reader.names.genders import gender_of

from .sentences import claims_of, moves_of, understood


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "en",
            "Vantra has picked Ruth Moreno as chief executive. After 19 years at Intel, where she met Paul Berg, "
            "she moved to Nvidia in 2014 and rose to the top job there in 2019.",
            {"Ruth Moreno: Nvidia -> Vantra", "Ruth Moreno: Intel -> Nvidia", "Ruth Moreno: Nvidia -> Nvidia"},
        ),
        (
            "de",
            "Vantra hat Ruth Moreno zur Chefin gemacht. Nach 19 Jahren bei Intel, wo sie mit Paul Berg arbeitete, ging "
            "sie 2014 zu Nvidia und stieg dort 2019 zur Leiterin des Vertriebs auf.",
            {"Ruth Moreno: Intel -> Nvidia", "Ruth Moreno: Nvidia -> Nvidia"},
        ),
        (
            "es",
            "Julia Peris estuvo de 2010 a 2018 en Indra y cambió entonces a Amadeus. Dos años más tarde la fichó "
            "Telefónica.",
            {"Julia Peris: Indra -> Amadeus", "Julia Peris: Amadeus -> Telefónica"},
        ),
        (
            "fr",
            "Hugo Vasseur a travaillé chez Meta de 2013 à 2019, avant de passer chez DeepMind. Il en est parti quatre "
            "ans plus tard pour Mistral AI.",
            {"Hugo Vasseur: Meta -> DeepMind", "Hugo Vasseur: DeepMind -> Mistral AI"},
        ),
        (
            "pt",
            "Caio Brandão começou a carreira na Embraer em 2002. Em 2008 transferiu-se para a Vale e em 2012 foi para "
            "a Petrobras.",
            {"Caio Brandão: Embraer -> Vale", "Caio Brandão: Vale -> Petrobras"},
        ),
        (
            "ar",
            "بدأ سامي الحداد مسيرته في أوراكل عام 2002، ثم انتقل إلى مايكروسوفت عام 2008، وبعد أربع سنوات التحق بشركة "
            "أمازون.",
            {"سامي الحداد: أوراكل -> مايكروسوفت", "سامي الحداد: مايكروسوفت -> أمازون"},
        ),
        (
            "zh",
            "陈若琳在英特尔工作19年后，于2014年转投英伟达，2019年在那里升任数据中心业务负责人。",
            {"陈若琳: 英特尔 -> 英伟达", "陈若琳: 英伟达 -> 英伟达"},
        ),
        (
            "ja",
            "山岸健太氏は2003年に富士通に入社。2010年にヤフーに転職し、4年後にメルカリへ移った。",
            {"山岸健太: 富士通 -> ヤフー", "山岸健太: ヤフー -> メルカリ"},
        ),
    ],
)
def test_a_career_is_read_station_by_station(lang: str, text: str, moves: set[str]) -> None:
    told = {move.rsplit(", ", 1)[0] for move in moves_of(text, lang)}
    assert moves <= told


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        # told back: what stands behind came before
        (
            "en",
            "Ada Moreno joined Meta in 2021 after ten years at Apple. In 2023 she moved to Nvidia.",
            "Apple -> Nvidia",
        ),
        (
            "es",
            "Ada Moreno llegó a Meta en 2012, después de veinte años en Apple. En 2019 se marchó a Nvidia.",
            "Apple -> Nvidia",
        ),
        # where the news leads is no start of what was years ago
        (
            "en",
            "Vantra has picked Ruth Moreno as chief executive. She moved to Nvidia in 2014.",
            "Vantra -> Nvidia",
        ),
        ("zh", "万启科技选定陈若琳担任首席执行官。她2014年转投英伟达。", "万启科技 -> 英伟达"),
        # previously tells of a stay before the other
        (
            "es",
            "Borealis ha fichado a Ada Moreno. Moreno fue directora de Indra y anteriormente trabajó en BBVA.",
            "BBVA -> Borealis",
        ),
    ],
)
def test_no_step_starts_elsewhere(lang: str, text: str, move: str) -> None:
    assert not any(move in told for told in moves_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Jon Petrie runs Sequoia. From 2008 to 2012 he was at Google, then spent three years at Dropbox.",
        ),
        ("es", "Andrés Gil trabajó en Repsol entre 1998 y 2006, luego cuatro años en Cepsa y después en Enagás."),
        ("fr", "Luc Morel a été chez Orange de 2005 à 2010, puis chez SFR et chez Free."),
        ("de", "Stationen von Frank Tölle: 1999 bis 2005 bei Daimler, danach bei der Telekom und bei Infineon."),
        ("ar", "عمل نبيل شاهين في أرامكو بين 1998 و2005، ثم في سابك وفي معادن."),
        ("zh", "周启明1998年至2005年任职于联想，此后先后在百度、网易工作。"),
        ("ja", "堀田誠氏は1998年から2005年まで日立製作所、その後NECや東芝で勤務した。"),
    ],
)
def test_a_bare_list_of_posts_moves_nobody(lang: str, text: str) -> None:
    assert moves_of(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Ada Moreno joined Google in 2012. Three years later she moved to Apple.", "2015"),
        ("es", "Ada Moreno entró en Google en 2012. Tres años después fichó por Apple.", "2015"),
        ("fr", "Ada Moreno a rejoint Google en 2012. Trois ans plus tard, elle a rejoint Apple.", "2015"),
        ("pt", "Ada Moreno entrou na Google em 2012. Três anos depois foi para a Apple.", "2015"),
        ("de", "Ada Moreno kam 2012 zu Google. Drei Jahre später wechselte sie zu Apple.", "2015"),
        ("ar", "انضم توم بيرغ إلى غوغل عام 2012. وبعد ثلاث سنوات انتقل إلى أبل.", "2015"),
        ("zh", "王晓明2012年加入谷歌。三年后他跳槽到苹果。", "2015"),
        ("ja", "田中一郎氏は2012年にグーグルに入社した。3年後にアップルに転職した。", "2015"),
        # a year of its own goes first, and each verb of two has its own
        ("en", "Ada Moreno joined Google in 2012. Three years later, in 2016, she moved to Apple.", "2016"),
        ("en", "Ada Moreno joined Google in 2012 and moved to Apple in 2019.", "2019"),
        ("zh", "2012年，王晓明加入谷歌，2019年加入苹果。", "2019"),
    ],
)
def test_years_later_are_counted_from_what_was_told_before(lang: str, text: str, date: str) -> None:
    apple = ("Apple", "أبل", "苹果", "アップル")
    assert [m.date and str(m.date) for m in claims_of(text, lang) if m.to_org and m.to_org.mention in apple] == [date]


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno spent ten years at IBM. From there she went to Adobe in 2012.",
            "Ada Moreno: IBM -> Adobe, done",
        ),
        ("es", "Inés Caro trabajó en Zara. De allí dio el salto a Amazon en 2016.", "Inés Caro: Zara -> Amazon, done"),
        (
            "de",
            "Ada Moreno war zehn Jahre bei IBM. Von dort wechselte sie 2012 zu Adobe.",
            "Ada Moreno: IBM -> Adobe, done",
        ),
        ("pt", "Ada Moreno trabalhou na IBM. Dali foi para a Adobe em 2012.", "Ada Moreno: IBM -> Adobe, done"),
        ("ar", "عملت ليلى قاسم في غوغل. ومن هناك انتقلت عام 2023 إلى أنثروبيك.", "ليلى قاسم: غوغل -> أنثروبيك, done"),
        ("zh", "孙立人曾在腾讯工作。2023年，他离开那里，加入小米。", "孙立人: 腾讯 -> 小米, done"),
    ],
)
def test_there_is_where_somebody_was_told_to_work(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


def test_there_is_and_there_are_point_nowhere() -> None:
    page = understood("Ada Moreno left Google. There are people who joined.", "en").page
    assert not any(m.mark_word == "there" for sentence in page.sentences for m in sentence.mentions)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Dana Whitlock entered Verizon in 2011, when the carrier bought her company, Signalbox.",
            "Dana Whitlock: Signalbox -> Verizon, done",
        ),
        (
            "es",
            "Rubén Solís entró en Vodafone en 2013, cuando esta compró su empresa, Cripta Sur.",
            "Rubén Solís: Cripta Sur -> Vodafone, done",
        ),
        (
            "pt",
            "Duarte Paiva entrou na Vodafone em 2012, quando a operadora comprou a sua empresa, a Redelab.",
            "Duarte Paiva: Redelab -> Vodafone, done",
        ),
    ],
)
def test_whoever_came_with_their_firm_comes_from_it(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


def test_a_firm_that_nothing_says_was_bought_is_no_start() -> None:
    text = "Her company, Signalbox, grew. Dana Whitlock entered Verizon in 2011."
    assert not any("Signalbox -> Verizon" in move and "near" in move for move in moves_of(text, "en"))


@pytest.mark.parametrize(
    ("lang", "text", "org"),
    [
        # the bank is the one that the article is about, not whichever has the word in its name
        (
            "en",
            "HSBC has a new board. HSBC is large. Eva Lang came from Deutsche Bank. Tom Berg joined the bank in 2015.",
            "HSBC",
        ),
        ("es", "Telefónica crece y LaLiga la demanda. Ada Moreno entró en la operadora en 2012.", "Telefónica"),
        ("es", "LaLiga crece y Telefónica la demanda. Ada Moreno entró en la operadora en 2012.", "Telefónica"),
        ("de", "Porsche verklagt die Commerzbank. Ada Moreno kam 2012 zum Geldhaus.", "Commerzbank"),
        ("de", "Porsche verklagt die Commerzbank. Ada Moreno kam 2012 zum Autobauer.", "Porsche"),
        ("fr", "Renault et BNP Paribas s'allient. Ada Moreno a rejoint le constructeur en 2012.", "Renault"),
        ("pt", "A Petrobras e o Itaú fecharam acordo. Ada Moreno entrou no banco em 2012.", "Itaú"),
    ],
)
def test_a_class_word_means_an_employer_of_its_sort(lang: str, text: str, org: str) -> None:
    last = understood(text, lang).events[-1]
    assert last.to_org is not None
    assert last.to_org.mention == org


@pytest.mark.parametrize(
    ("lang", "text", "town"),
    [
        ("en", "Ada Moreno, who was born in Sandwick, joined Google.", "Sandwick"),
        ("de", "In Zuffendorf kennt man Ada Moreno, die zu Google wechselte.", "Zuffendorf"),
    ],
)
def test_what_only_in_leads_to_is_a_town(lang: str, text: str, town: str) -> None:
    page = understood(text, lang).page
    assert not any(m.kind == "org" and m.surface == town for s in page.sentences for m in s.mentions)


def test_what_other_words_lead_to_may_be_an_employer() -> None:
    page = understood("Ada Moreno worked at Sandwick. In Sandwick she led design before she joined Google.", "en").page
    assert any(m.kind == "org" and m.surface == "Sandwick" for s in page.sentences for m in s.mentions)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "en",
            "Mark Elwood succeeded Jane Doyle at Lantern. She now joins Aviva. He came from Allianz.",
            {"Jane Doyle": "Aviva"},
        ),
        (
            "fr",
            "Anne Delmas remplace Marc Rivière à la tête de Novalys. Il quitte l'entreprise pour Sanofi.",
            {"Marc Rivière": "Sanofi"},
        ),
        ("pt", "Ana Teles substitui Rui Matos na Brisa. Ele vai para a EDP.", {"Rui Matos": "EDP"}),
        ("de", "Petra Falk löst Jürgen Stamm bei Heidler ab. Er wechselt zu Bosch.", {"Jürgen Stamm": "Bosch"}),
        # nothing tells the gender of either: the one spoken of first
        ("en", "Robin Elwood succeeded Sasha Doyle at Lantern. She now joins Aviva.", {"Robin Elwood": "Aviva"}),
    ],
)
def test_she_and_he_mean_whom_they_can_mean(lang: str, text: str, moves: dict[str, str]) -> None:
    told = {(move.person.mention, move.to_org.mention) for move in claims_of(text, lang) if move.to_org is not None}
    for person, org in moves.items():
        assert (person, org) in told
        assert {one for one, other in told if other == org} == {person}


@pytest.mark.parametrize(
    ("lang", "text", "gender"),
    [
        ("en", "She left Google.", "feminine"),
        ("es", "El ingeniero dejó Google.", "masculine"),
        ("fr", "La chercheuse a quitté Google.", "feminine"),
        ("zh", "他离开谷歌。", "masculine"),
        ("en", "The researcher left Google.", ""),
    ],
)
def test_words_that_point_back_tell_a_gender_or_none(lang: str, text: str, gender: str) -> None:
    page = understood(f"Ada Moreno. {text}", lang).page
    told = [gender_of(m) for s in page.sentences for m in s.mentions if m.kind == "person" and m.is_anaphor]
    assert told[:1] == [gender]


def test_whoever_is_hired_by_somebody_is_spoken_of_next() -> None:
    text = "Mira Murati has hired Alec Torres for Quanta. The former researcher left Anthropic last month."
    assert any(move.startswith("Alec Torres: Anthropic -> ") for move in moves_of(text, "en"))


def test_a_particle_of_an_employer_makes_no_plan() -> None:
    assert "田中一郎: - -> メルカリ, done" in moves_of("田中一郎氏は2014年にメルカリへ入社した。", "ja")
