"""Web pages: article, title, date, address and language; charsets; pages without an article; huge pages."""

import logging
import time

import pytest

PARAGRAPHS = (
    "<p>Mira Murati left OpenAI in September 2024, the company said on Wednesday, after six years there.</p>"
    "<p>She founded Thinking Machines Lab, where Barret Zoph became her chief technology officer in 2021.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Mira leaves | Example Times</title>
<meta property="og:title" content="Mira leaves"><meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2024-09-26T10:00:00Z">
<link rel="canonical" href="https://example.org/mira"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Mira leaves</h1>{PARAGRAPHS}</article>
<aside>Read also: Sam Altman returns</aside><footer>Copyright 1999 Example Times</footer></body></html>"""


@pytest.mark.parametrize("name", ["a.html", "a.htm", "-"])
def test_reads_the_article_and_what_the_page_says_of_it(read, write, name):
    run = read("-", stdin=PAGE.encode()) if name == "-" else read(write(name, PAGE))
    (document,) = run.documents
    assert document.text.split("\n") == [
        paragraph[3:-4] for paragraph in PARAGRAPHS.replace("</p>", "</p>\0").split("\0")[:2]
    ]
    assert (document.title, document.lang, document.published) == ("Mira leaves", "en", "2024-09-26")
    assert (document.url, document.publisher) == ("https://example.org/mira", "Example Times")
    assert run.problems == []


def test_a_year_in_the_text_is_not_the_date(read, write):
    (document,) = read(write("a.html", f"<html><body>{PARAGRAPHS}<footer>© 2019</footer></body></html>")).documents
    assert document.published is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Mira Murati left OpenAI.</p>", "Mira Murati left OpenAI."),
        ("<html><body><p>Mira <b>Murati</b> left <i>OpenAI.", "Mira Murati left OpenAI."),
        ("<html><p>Mira &amp; Barret left&nbsp;it.</p></html", "Mira & Barret left it."),
        ("<html><body><p>Mira left OpenAI.</div></span></p></p></table>", "Mira left OpenAI."),
        (
            "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html><body><p>Mira left it.</p></body></html>",
            "Mira left it.",
        ),
        ("<html><body><p>Mira\0 left it.</p></body></html>", "Mira left it."),
    ],
)
def test_reads_broken_and_short_pages(read, write, markup, text):
    assert read(write("a.html", markup)).texts[0].split() == text.split()


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("غادرت ميرا موراتي شركة أوبن إيه آي، بعد ست سنوات من العمل.", "cp1256", "windows-1256"),
        ("El señor Núñez dejó la compañía el miércoles; fue un adiós.", "iso8859_1", "ISO-8859-1"),
        ("ミラ・ムラティ氏がOpenAIを退社した。", "cp932", "Shift_JIS"),
        ("ミラ・ムラティ氏がOpenAIを退社した。", "euc_jp", "EUC-JP"),
        ("研究员离职，加入新公司。", "gb18030", "gb2312"),
        ("Мурати покинула компанию.", "koi8_r", "koi8-r"),
        ("Мурати покинула компанию.", "utf-8", "windows-1251"),
        ("El señor Núñez dejó la compañía.", "cp1252", "utf-8"),
        ("El señor Núñez dejó la compañía.", "utf-16", "utf-16"),
    ],
)
@pytest.mark.parametrize(
    "tag", ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">']
)
def test_honours_the_declared_charset_unless_it_lies(read, write, text, encoding, declared, tag):
    markup = f"<html><head>{tag.format(declared)}</head><body><p>{text}</p><p>{text}</p></body></html>"
    assert read(write("a.html", markup.encode(encoding))).texts == [f"{text}\n{text}"]


@pytest.mark.parametrize(
    ("declared", "text", "lang"),
    [
        ("en", "غادرت ميرا موراتي شركة أوبن إيه آي، بعد ست سنوات من العمل في الشركة.", "ar"),
        ("ca", "123 456 789 abc def ghi jkl mno pqr.", "ca"),
        ("es-MX", "Mira dejó la empresa el miércoles.", "es"),
    ],
)
def test_the_text_tells_its_language_before_the_page_does(read, write, declared, text, lang):
    assert read(write("a.html", f'<html lang="{declared}"><body><p>{text}</p></body></html>')).documents[0].lang == lang


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><head><title>Only a title.</title></head></html>",
        '<html><body><nav><a href="x">Home</a> <a href="y">News</a></nav></body></html>',
        "<html><body><script>var text = 'Mira left the company.';</script></body></html>",
        "<html><body><img src='x.png'></body></html>",
        "<!-- nothing -->",
        "<",
        "<html",
        "<html><body>" + "<div>" * 100_000,
    ],
)
def test_a_page_without_an_article_is_a_problem(read, write, markup):
    run = read(write("a.html", markup))
    assert run.documents == []
    assert [problem.what for problem in run.lost] == ["is a page in which no article was found"]


def test_a_huge_page_is_read_in_bounded_time_and_that_is_said(read, write):
    page = PAGE.replace("</article>", PARAGRAPHS * (12_000_000 // len(PARAGRAPHS)) + "</article>")
    start = time.monotonic()
    run = read(write("a.html", page))
    assert time.monotonic() - start < 30
    assert run.texts[0].startswith("Mira Murati left OpenAI")
    assert ["of which only the first were searched" in problem.what for problem in run.problems] == [True]
    assert run.lost == []


def test_code_and_pictures_in_a_page_do_not_count(read, write):
    ballast = f"<script>{'x = 1;' * 700_000}</script><img src='data:image/png;base64,{'A' * 1_000_000}'>"
    run = read(write("a.html", PAGE.replace("<nav>", ballast + "<nav>")))
    assert run.texts[0].startswith("Mira Murati left OpenAI")
    assert (run.documents[0].published, run.problems) == ("2024-09-26", [])


def test_the_parts_that_read_pages_do_not_speak_for_themselves(read, write, capfd):
    assert logging.getLogger("trafilatura").level == logging.NOTSET
    read(write("a.html", "<html><body></body></html>"), write("b.html", "<"), write("c.html", PAGE))
    assert capfd.readouterr() == ("", "")
