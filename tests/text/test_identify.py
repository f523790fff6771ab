"""Which language a text is in: whole articles, headlines, neighbours of one script, and texts that do not tell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from talentflow.text.identify import identify

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "غادرت ميرا موراتي شركة أوبن إيه آي يوم الأربعاء."),
        ("ar", "OpenAI توظف Barret Zoph"),
        ("ar", "گوگل تعلن رحيل كبير العلماء عن الشركة"),
        ("ar", "فی القاهره اعلنت الشرکه رحیل المدیر من منصبه"),
        ("ar", "رحيل مفاجئ"),
        ("fa", "میرا موراتی از شرکت اوپن‌ای‌آی جدا شد و شرکت تازه‌ای بنیان گذاشت."),
        ("ur", "میرا موراتی نے اوپن اے آئی چھوڑ دی ہے اور نئی کمپنی شروع کی ہے۔"),
        ("ps", "میرا موراتي له شرکت څخه ووته او نوی شرکت یې جوړ کړ."),
        ("ckb", "میرا موراتی کۆمپانیای ئۆپن ئەی ئای بەجێهێشت."),
        ("zh", "米拉离职"),
        ("zh", "米拉·穆拉蒂宣布離開OpenAI"),
        ("ja", "ミラ氏が退社"),
        ("ja", "東京大学の教授に就任"),
        ("ko", "OpenAI CTO 미라 무라티, 회사 떠난다"),
        ("ru", "Мурати ушла из OpenAI"),
        ("uk", "Мураті пішла з компанії та заснувала власну"),
        ("sr", "Мурати је напустила компанију"),
        ("el", "Η Μουράτι έφυγε"),
        ("he", "מוראטי עזבה"),
        ("hi", "मीरा मुराती ने कंपनी छोड़ दी है"),
        ("th", "มีรา มูราติ ลาออก"),
        ("en", "Mira Murati left OpenAI"),
        ("en", "He said that «ميرا» is how it is written in the paper that I read."),
        ("es", "Mira Murati deja OpenAI"),
        ("fr", "Mira Murati quitte OpenAI pour fonder sa société"),
        ("de", "Mira Murati verlässt OpenAI"),
        ("pt", "Mira Murati deixa a OpenAI"),
        ("it", "Mira Murati lascia OpenAI"),
        ("nl", "Mira Murati verlaat OpenAI en begint een nieuw bedrijf"),
        ("tr", "Mira Murati OpenAI şirketinden ayrıldı"),
        ("pl", "Mira Murati odchodzi z OpenAI"),
        ("no", "Mira Murati slutter i OpenAI for å starte noe eget"),
        ("da", "Mira Murati forlader OpenAI for at starte noget nyt"),
        ("sv", "Mira Murati lämnar OpenAI för att starta något nytt"),
        ("id", "Mira Murati meninggalkan OpenAI dan mendirikan perusahaan baru"),
        ("vi", "Mira Murati rời OpenAI để lập công ty mới"),
    ],
)
def test_tells_the_language_of_a_sentence(lang, text):
    assert identify(text) == lang


@pytest.mark.parametrize(
    "text", ["", " ", "OpenAI", "Mira Murati", "12345 !!!", "😀😀", "https://x.y", "\ufffd\ufffd", "\ud800"]
)
def test_says_so_where_nothing_tells(text):
    assert identify(text) == "und"


@pytest.mark.parametrize(
    ("text", "title", "lang"),
    [
        ("OpenAI", "Mira Murati deja la empresa que dirigía", "es"),
        ("Mira has left the company for good.", "Mira Murati deja la empresa que dirigía", "en"),
        ("OpenAI", "OpenAI", "und"),
    ],
)
def test_the_title_counts_only_where_the_text_is_mute(text, title, lang):
    assert identify(text, title) == lang


def test_a_foreign_quotation_at_the_start_does_not_deceive():
    quotation = "Nous avons décidé de quitter la société pour en fonder une autre, dit-il. " * 10
    assert identify(quotation + "The company said that it had been told of this in the week before. " * 60) == "en"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold articles are not here")
def test_tells_the_language_of_every_gold_article():
    articles = [
        json.loads(path.read_text("utf-8")) for path in [*GOLD.glob("dev/*/*.json"), *GOLD.glob("seeds/*.json")]
    ]
    wrong = [article["id"] for article in articles if identify(article["text"]) != article["lang"]]
    assert wrong == []


def test_an_article_does_not_load_the_model():
    code = (
        "import sys; from talentflow.text.identify import identify;"
        "assert identify('Mira Murati has left the company that she had joined in the year of its founding.') == 'en';"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
