"""Posts that the words of a move only imply: team members, board seats, founders, who leads an employer."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.employment import Care, chosen_post
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import read_page
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page
from tests.reader.sentences import claims_of, posts_in

CARE = Care(against=0.5, alone=0.5, nothing=0.5, employed=0.5, doubted=0.5, sure=1.0, sure_bias=0.0)


def _posts_of_moves(text: str, lang: str) -> list[str]:
    return [f"{move.kind}: {move.role_from} > {move.role_to}" for move in claims_of(text, lang)]


def _ties(text: str, lang: str) -> list[str]:
    found = understand(make_page(Document(text=text, lang=lang), lexicon_for(lang)))
    return [f"{tie.person.name}: {tie.post} at {tie.org.name if tie.org else '-'}, {tie.when}" for tie in found.ties]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Ada Moreno joined Meta's robotics team from Google.", "move: None > member of the robotics team"),
        ("es", "Ada Moreno dejó Google para unirse al equipo de robótica de Meta.",
         "move: None > member of the robotics team"),
        ("fr", "Ada Moreau a quitté Google pour rejoindre l'équipe de robotique de Meta.",
         "move: None > member of the robotics team"),
        ("pt", "Ada Moreira deixou o Google para integrar a equipe de robótica da Meta.",
         "move: None > member of the robotics team"),
        ("ar", "غادر سامي الكاتب جوجل لينضم إلى فريق الروبوتات في ميتا.", "move: None > member of the robotics team"),
        ("ja", "田中一郎氏はグーグルを退社し、メタの検索チームに加わった。", "move: None > member of the search team"),
        # whoever only joins "the team" has told no post, and whoever is hired to lead one is no member
        ("en", "Ada Moreno joined the team at Meta from Google.", "move: None > None"),
        ("es", "Ada Moreno dejó Google para unirse al equipo de Meta.", "move: None > None"),
        ("en", "Ada Moreno joined Meta from Google to lead its robotics team.", "move: None > head of robotics team"),
    ],
)  # fmt: skip
def test_whoever_joins_a_team_is_a_member_of_it(lang: str, text: str, posts: str) -> None:
    assert _posts_of_moves(text, lang) == [posts]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Ada Moreno resigned from the board of Quanta.", "leave: board member > None"),
        ("es", "Ada Moreno dimitió del consejo de administración de Quanta.", "leave: board member > None"),
        ("fr", "Ada Moreau a démissionné du conseil d'administration d'OpenAI.", "leave: board member > None"),
        ("pt", "Ada Moreira renunciou ao conselho de administração da OpenAI.", "leave: board member > None"),
        ("ar", "استقال سامي الكاتب من مجلس إدارة أوبن إيه آي.", "leave: board member > None"),
        ("zh", "李明退出OpenAI董事会。", "leave: board member > None"),
        ("ja", "田中一郎氏はOpenAIの取締役会を退いた。", "leave: board member > None"),
        ("fr", "Ada Moreau rejoint le conseil d'administration d'OpenAI.", "join: None > board member"),
        ("pt", "Ada Moreira entra no conselho de administração da OpenAI.", "join: None > board member"),
        # a board that does something else is nobody's seat
        ("en", "Ada Moreno left Quanta, whose board had asked for it.", "leave: None > None"),
        ("es", "Ada Moreno dejó Quanta, cuyo consejo lo había pedido.", "leave: None > None"),
        ("en", "Ada Moreno resigned as chief executive of OpenAI.", "leave: CEO > None"),
    ],
)
def test_whoever_leaves_or_joins_a_board_is_a_member_of_it(lang: str, text: str, posts: str) -> None:
    assert _posts_of_moves(text, lang) == [posts]


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("en", "Ada Moreno, one of the founders of Borealis, spoke.", "co-founder"),
        ("es", "Ada Moreno, una de las fundadoras de Borealis, habló.", "co-founder"),
        ("fr", "Les fondateurs de Borealis ont parlé.", "co-founder"),
        ("zh", "12位创始人中已有6人离开xAI。", "co-founder"),
        ("en", "Ada Moreno, the founder of Borealis, spoke.", "founder"),
        ("es", "Ada Moreno, fundadora de Borealis, habló.", "founder"),
        ("fr", "Le fondateur de Borealis a parlé.", "founder"),
        ("zh", "创始人李明离开xAI。", "founder"),
    ],
)
def test_several_founders_are_co_founders(lang: str, text: str, post: str) -> None:
    assert posts_in(text, lang) == [post]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "The engineers Ada Moreno and Tom Berg founded Borealis Labs in 2021. On Monday Moreno left "
         "Borealis Labs for Meta.", ["move: co-founder > None"]),
        ("es", "Los ingenieros Ada Moreno y Tom Berg fundaron Borealis Labs en 2021. El lunes Moreno dejó "
         "Borealis Labs para irse a Meta.", ["move: co-founder > None"]),
        # what she founded is another employer
        ("en", "Ada Moreno founded Borealis in 2021. On Monday Moreno left Google for Meta.", ["move: None > None"]),
    ],
)  # fmt: skip
def test_whoever_leaves_what_they_founded_was_its_founder(lang: str, text: str, posts: list[str]) -> None:
    moves = claims_of(text, lang)
    assert [f"{move.kind}: {move.role_from} > {move.role_to}" for move in moves if move.kind != "found"] == posts
    assert all("founder" in (move.role_to or "") for move in moves if move.kind == "found")


@pytest.mark.parametrize(
    ("lang", "text", "ties"),
    [
        ("en", "Ada Moreno, the former chief executive of Borealis, spoke.", ["Ada Moreno: CEO at Borealis, past"]),
        ("en", "Ada Moreno, the former head of research at Google, spoke.",
         ["Ada Moreno: head of research at Google, past"]),
        ("en", "Ada Moreno, who co-led the robotics team at Google, spoke.",
         ["Ada Moreno: co-lead of robotics team at Google, past"]),
        ("en", "Ada Moreno, who led the robotics team at Google, spoke to Meta.",
         ["Ada Moreno: head of robotics team at Google, past"]),
        ("es", "Ada Moreno, que codirigía el equipo de robótica en Google, habló.",
         ["Ada Moreno: co-lead of robotics team at Google, past"]),
        ("ja", "グーグルで検索チームを共同で率いた田中一郎氏が語った。",
         ["Ichiro Tanaka: co-lead of search team at Google, past"]),
        ("en", "Ada Moreno, operating officer for the Asian market at Google, spoke.",
         ["Ada Moreno: operating officer of Asian market at Google, current"]),
        ("de", "Ada Moreno, zuständig für generative KI bei Google, sprach.",
         ["Ada Moreno: head of generative AI at Google, current"]),
    ],
)  # fmt: skip
def test_reads_what_stands_beside_a_name(lang: str, text: str, ties: list[str]) -> None:
    assert _ties(text, lang) == ties


@pytest.mark.parametrize(
    ("lang", "text", "ties"),
    [
        ("en", "Google, led by Tom Berg, pays well.", ["Tom Berg: head at Google, current"]),
        ("en", "Mistral AI, a startup led by Tom Berg, pays well.", ["Tom Berg: head at Mistral AI, current"]),
        ("es", "Google, que dirige Tom Berg, paga bien.", ["Tom Berg: head at Google, current"]),
        ("fr", "Google, que dirige Tom Berg, paie bien.", ["Tom Berg: head at Google, current"]),
        ("pt", "O Google, comandado por Tom Berg, paga bem.", ["Tom Berg: head at Google, current"]),
        ("ar", "ميتا التي يقودها توم بيرغ تدفع جيدا.", ["Tom Berg: head at Meta, current"]),
        ("es", "Ada Moreno, que dirige Google, habló.", ["Ada Moreno: head at Google, current"]),
        ("fr", "Ada Moreau, qui dirige Google, a parlé.", ["Ada Moreau: head at Google, current"]),
        ("en", "The round in Google, led by investors, pays well.", []),
    ],
)  # fmt: skip
def test_reads_who_leads_an_employer_named_before(lang: str, text: str, ties: list[str]) -> None:
    assert _ties(text, lang) == ties


@pytest.mark.parametrize(
    ("lang", "text", "positions"),
    [
        ("en", "Ada Moreno was named chief financial officer of Google on Monday.", []),
        ("es", "Ada Moreno fue nombrada directora financiera de Google el lunes.", []),
        ("fr", "Ada Moreau a été nommée directrice financière de Google lundi.", []),
        ("en", "Ada Moreno, chief financial officer of Google, joined Meta on Monday.", ["CFO at Google, past"]),
        ("es", "Ada Moreno, directora financiera de Google, se incorporó a Meta el lunes.", ["CFO at Google, past"]),
    ],
)
def test_the_post_that_a_move_results_in_is_no_position(lang: str, text: str, positions: list[str]) -> None:
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang))
    found = read_page(page, is_quick=True).positions
    assert [f"{one.role} at {one.org.name if one.org else '-'}, {one.when}" for one in found] == positions


@pytest.mark.parametrize(
    ("own", "found", "post"),
    [
        ("co-founder", "founder", "co-founder"),
        ("co-founder", "researcher", "co-founder"),
        ("co-founder", "chief scientist", "chief scientist"),
        ("employee", "researcher", "researcher"),
    ],
)
def test_a_founder_stays_one_beside_looser_posts(own: str, found: str, post: str) -> None:
    assert chosen_post(own, found, 0.9, frozenset(), CARE) == post


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("es", "Ada Moreno, vicepresidenta de ingeniería de hardware de Google, habló.",
         "vice president of hardware engineering"),
        ("fr", "Ada Moreau, responsable de la sécurité des contenus chez Google, a parlé.", "head of content security"),
        ("pt", "Ada Moreira, vice-presidente de engenharia de robótica do Google, falou.",
         "vice president of robotics engineering"),
        # an "and" leaves the order, and so does a unit
        ("es", "Ada Moreno, directora de ventas y de marketing de Google, habló.", "director of sales and marketing"),
        ("es", "Ada Moreno, jefa del equipo de diseño de Google, habló.", "head of design team"),
    ],
)  # fmt: skip
def test_what_a_field_is_of_stands_before_it_in_english(lang: str, text: str, post: str) -> None:
    assert posts_in(text, lang) == [post]


def _posts_read(text: str, lang: str) -> list[str]:
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang))
    moves = read_page(page, 0.05, is_quick=True).moves
    return [f"{move.person.name}: {move.role_from}" for move in moves]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Two of xAI's twelve co-founders have left the company. Igor Babin quit xAI in February.",
         ["Igor Babin: co-founder"]),
        ("de", "Zwei der zwölf Mitgründer von xAI haben das Unternehmen verlassen. Igor Babin hat xAI im Februar "
         "verlassen.", ["Igor Babin: co-founder"]),
        ("es", "Dos de los doce cofundadores de xAI han dejado la empresa. Igor Babin dejó xAI en febrero.",
         ["Igor Babin: co-founder"]),
        ("fr", "Deux des douze cofondateurs de xAI ont quitté l’entreprise. Igor Babin a quitté xAI en février.",
         ["Igor Babin: co-founder"]),
        ("pt", "Dois dos doze cofundadores da xAI deixaram a empresa. Igor Babin deixou a xAI em fevereiro.",
         ["Igor Babin: co-founder"]),
        ("ja", "xAIの共同創業者12人のうち2人が同社を去った。田中一郎氏は2月にxAIを退社した。",
         ["Ichiro Tanaka: co-founder"]),
        ("en", "These co-founders have gone so far:\n- Igor Babin left xAI in February.\n- Ada Moreno left xAI in May.",
         ["Igor Babin: co-founder", "Ada Moreno: co-founder"]),
        # what is told of somebody stands, and of three who go nobody knows which two were counted
        ("en", "Two of xAI's co-founders have left the company. Igor Babin, a finance manager, quit xAI in February.",
         ["Igor Babin: finance manager"]),
        ("en", "Two of xAI's co-founders have left the company. Igor Babin quit xAI in February, Ada Moreno left xAI "
         "in May and Tom Berg left xAI in June.", ["Igor Babin: None", "Ada Moreno: None", "Tom Berg: None"]),
    ],
)  # fmt: skip
def test_who_is_counted_among_founders_who_leave_is_one(lang: str, text: str, posts: list[str]) -> None:
    assert _posts_read(text, lang) == posts


@pytest.mark.parametrize(
    ("own", "found", "post"),
    [
        ("head of the design team", "engineer", "head of the design team"),
        ("co-lead of safety", "researcher", "co-lead of safety"),
        ("head", "engineer", "engineer"),
        ("head of the design team", "vice president of design", "vice president of design"),
    ],
)
def test_what_somebody_led_stands_beside_what_they_only_are(own: str, found: str, post: str) -> None:
    assert chosen_post(own, found, 0.9, frozenset(), CARE) == post


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Ada Moreno has left Google for Meta, where she will work on the robotics team.",
         "move: None > member of the robotics team"),
        ("es", "Ada Moreno ha dejado Google por Meta, donde trabajará en el equipo de robótica.",
         "move: None > member of the robotics team"),
        # who leads it is no member
        ("en", "Ada Moreno has left Google for Meta, where Tom Berg works on models.", "move: None > None"),
    ],
)  # fmt: skip
def test_a_clause_of_place_tells_the_team(lang: str, text: str, posts: str) -> None:
    assert _posts_of_moves(text, lang) == [posts]


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("zh", "负责谷歌机器人团队的李明离开谷歌，加入Meta。", ["head of robotics team"]),
        ("zh", "阿里巴巴千问大模型技术负责人李明离职。", ["technical lead of Qwen"]),
        ("en", "Ada Moreno, who led a team of engineers at Apple, left.", []),
        ("fr", "Ada Moreau, qui menait une équipe de développeurs chez Apple, est partie.", []),
        ("es", "Ada Moreno, que dirigía un equipo de investigadores en Apple, se fue.", []),
        ("en", "The engineers of Apple left.", ["engineer"]),
        ("zh", "李明主导开发了新的语言模型。", []),
    ],
)
def test_posts_of_teams_are_those_of_who_leads_them(lang: str, text: str, posts: list[str]) -> None:
    assert posts_in(text, lang) == posts


@pytest.mark.parametrize(
    ("lang", "text", "tie"),
    [
        ("ja", "アップルで開発を統括してきた技術者、田中一郎氏がメタに移籍する。",
         "head of development at Apple, past"),
        ("de", "Ada Moreno, die bei Apple das 100-köpfige Team für Robotik leitete, wechselt zu Meta.",
         "head of robotics team at Apple, past"),
    ],
)  # fmt: skip
def test_a_clause_beside_a_name_tells_what_was_led(lang: str, text: str, tie: str) -> None:
    assert tie in [told.partition(": ")[2] for told in _ties(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "OpenAI has three new directors: Ada Moreno, a former CEO of Sony Music; and Tom Berg, the CEO of "
         "Instacart."),
        ("es", "OpenAI nombra a tres nuevos consejeros: Ada Moreno, ex presidenta de Sony Music; y Tom Berg, consejero "
         "delegado de Instacart."),
    ],
)  # fmt: skip
def test_new_directors_are_counted_as_what_they_become(lang: str, text: str) -> None:
    assert all(move.role_from is None and move.role_to == "board member" for move in claims_of(text, lang))
    assert claims_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Pablo Reyes dejará de ser el CEO de Spotify y le cederá el puesto a Ada Moreno, que hoy dirige el "
         "negocio de música."),
        ("en", "Tom Berg is handing over as chief executive of Spotify to Ada Moreno, who now runs the music "
         "business."),
    ],
)  # fmt: skip
def test_what_a_successor_does_now_is_what_they_leave(lang: str, text: str) -> None:
    (move,) = [move for move in claims_of(text, lang) if move.person.name == "Ada Moreno"]
    assert move.role_to == "CEO"
    assert move.role_from is not None
    assert "music" in move.role_from


@pytest.mark.parametrize(
    ("lang", "text", "whose"),
    [
        ("en", "Ada Moreno, the right hand of CEO Tom Berg, is leaving Apple.", {"Tom Berg"}),
        ("de", "Ada Moreno, seit Jahren die rechte Hand von CEO Tom Berg, verlässt Apple.", {"Tom Berg"}),
        ("es", "Ada Moreno, mano derecha del consejero delegado Tom Berg, deja Apple.", {"Tom Berg"}),
        ("fr", "Ada Moreau, bras droit du directeur général Tom Berg, quitte Apple.", {"Tom Berg"}),
        ("pt", "Ada Moreira, braço direito do presidente-executivo Tom Berg, deixa a Apple.", {"Tom Berg"}),
        ("en", "Ada Moreno, the CEO of Apple, is leaving.", {"Ada Moreno"}),
    ],
)
def test_a_post_right_before_another_name_is_that_of_the_other(lang: str, text: str, whose: set[str]) -> None:
    found = understand(make_page(Document(text=text, lang=lang), lexicon_for(lang)))
    assert {tie.person.name for tie in found.ties if tie.post == "CEO"} == whose
