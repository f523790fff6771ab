"""Bytes into characters: every encoding that news comes in, also when there is little of it, and what is no text."""

import random
import zipfile
from pathlib import Path

import pytest

from talentflow.sources.decode import decode
from talentflow.sources.problems import Unreadable

ARABIC = "غادرت ميرا موراتي شركة أوبن إيه آي يوم الأربعاء، بعد ست سنوات من العمل."
SPANISH = "El señor Núñez dejó la compañía el miércoles; ¿quién será el próximo?"
RUSSIAN = "Мира Мурати ушла из компании."
CHINESE = "研究员离职，加入新公司。"
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize(
    "text", [ARABIC, SPANISH, RUSSIAN, CHINESE, "ميرا موراتي", "Año", "Plain ASCII.", "한국어 기사입니다."]
)
def test_reads_unicode_with_and_without_a_mark(text, encoding):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.doubt) == (text, None)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_reads_utf_16_with_either_mark(mark):
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + ARABIC.encode(encoding)).text == ARABIC


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859_6"),
        ("ميرا موراتي", "cp1256"),
        ("ميرا موراتي", "iso8859_6"),
        ("رحيل مفاجئ", "cp1256"),
        ("رحيل مفاجئ", "iso8859_6"),
        ("انضم باريت زوف إلى OpenAI", "cp1256"),
        ("«ميتا» تخطف باحثَين من OpenAI – هل يستمر الرحيل؟", "cp1256"),
        (SPANISH, "cp1252"),
        (SPANISH, "iso8859_1"),
        ("Año", "cp1252"),
        ("José", "cp1252"),
        ("camión", "cp1252"),
        ("Mira Murati dejó OpenAI.", "cp1252"),
        ("She said “no” – it’s over…", "cp1252"),
        ("Le départ de la chercheuse a été annoncé à Paris.", "cp1252"),
        ("Der Forscher verließ das Büro in Zürich.", "cp1252"),
        ("A pesquisadora deixou a empresa em São Paulo; não há sucessão.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("Мурати", "cp1251"),
        (CHINESE, "gb18030"),
        ("米拉·穆拉蒂离开OpenAI", "gb18030"),
        ("米拉離開公司，加入新的團隊。", "big5"),
        ("ミラ・ムラティ氏がOpenAIを退社した。", "cp932"),
        ("ミラ・ムラティ氏がOpenAIを退社した。", "euc_jp"),
        ("미라 무라티가 오픈AI를 떠났다.", "cp949"),
        ("Η Μίρα Μουράτι αποχώρησε από την εταιρεία", "cp1253"),
        ("מירה מוראטי עזבה את החברה", "cp1255"),
        ("Mira Murati odeszła z pracy w środę, żeby założyć firmę.", "cp1250"),
        ("Şirketten ayrıldı ve yeni bir iş kurdu, dedi.", "cp1254"),
    ],
)
def test_reads_old_encodings_also_of_short_texts(text, encoding):
    data = text.encode(encoding)
    assert decode(data).text == text
    assert decode((text + "\n").encode(encoding) * 2000).text == (text + "\n") * 2000


@pytest.mark.parametrize(
    ("good", "stray", "as_read"),
    [
        (ARABIC, "ميرا".encode("cp1256"), "ميرا"),
        (SPANISH, "niño".encode("cp1252"), "niño"),
        (SPANISH, b"\x93quote\x94", "“quote”"),
        ("Ella dejó la compañía “ayer”.", b"caf\xe9", "café"),
    ],
)
def test_a_few_stray_bytes_are_read_one_by_one_with_a_warning(good, stray, as_read):
    decoded = decode(good.encode() + b"\n" + stray + b"\n" + good.encode())
    assert decoded.text == f"{good}\n{as_read}\n{good}"
    assert decoded.doubt == "mixes encodings: mostly UTF-8, some bytes are not and were read one by one"


def test_stray_bytes_in_a_text_of_little_else_than_ascii():
    text = "The lab said “no comment” on the matter. " * 3
    decoded = decode(text.encode() + b"It\x92s over.")
    assert decoded.text == text + "It’s over."


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_character_cut_in_two_costs_only_itself(cut):
    data = (SPANISH + "😀").encode()[:-cut]
    assert decode(data).text.startswith(SPANISH)
    assert decode(data, was_cut=True).text.startswith(SPANISH)
    assert decode(data, was_cut=True).doubt is None


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        (SPANISH, "iso-8859-1", "cp1252"),
        (ARABIC, "windows-1256", "cp1256"),
        ("Жук", "koi8-r", "koi8_r"),
        ("退社した", "iso-2022-jp", "iso2022_jp"),
        ("退社", "Shift_JIS", "cp932"),
        ("離開", "big5", "big5"),
    ],
)
def test_believes_what_a_page_declares_where_the_bytes_allow(text, declared, encoding):
    assert decode(text.encode(encoding), declared=declared).text == text


@pytest.mark.parametrize("declared", [None, "iso-2022-jp", "utf-8"])
def test_knows_japanese_of_seven_bits_by_its_own_mark(declared):
    decoded = decode("山田氏は先月末に退社した。".encode("iso2022_jp"), declared=declared)
    assert (decoded.text, decoded.encoding, decoded.doubt) == ("山田氏は先月末に退社した。", "iso2022_jp", None)


def test_colours_of_a_terminal_are_no_japanese():
    assert decode(b"Ada left \x1b[1mBorealis\x1b[0m.").encoding == "utf-8"


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "rot13", "base64", "no-such", "", "utf-16"])
def test_does_not_believe_a_page_against_its_bytes(declared):
    assert decode(SPANISH.encode(), declared=declared).text == SPANISH


def test_a_few_control_characters_do_not_make_a_text_binary():
    text = "Mira\0 Murati left\x07 the company. " * 5 + "x" * 200
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or office document"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"{\\rtf1\\ansi Mira}", "an RTF document"),
    ],
)
def test_names_what_is_no_text(data, name):
    with pytest.raises(Unreadable, match=f"is {name}, not text"):
        decode(data)


@pytest.mark.parametrize("size", [100, 1000, 100_000])
@pytest.mark.parametrize("seed", range(5))
def test_refuses_random_bytes(size, seed):
    with pytest.raises(Unreadable, match="binary data"):
        decode(random.Random(seed).randbytes(size))


@pytest.mark.parametrize("name", ["x.txt", "x.json", "x.jsonl", "x.html", "x.md", "x.txt.gz"])
def test_a_picture_of_any_name_is_one_problem(read, write, name):
    run = read(write(name, b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000)))
    assert run.documents == []
    assert [problem.what for problem in run.lost] == ["is a PNG image, not text"]


@pytest.mark.parametrize("name", ["noise.txt", "noise.json", "noise.jsonl", "noise.html"])
def test_noise_of_any_name_is_one_problem(read, write, name):
    run = read(write(name, random.Random(1).randbytes(5000)))
    assert run.documents == []
    assert len(run.lost) == 1


def test_a_zip_named_txt_is_a_problem(read, tmp_path: Path):
    path = tmp_path / "articles.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Mira left.")
    assert "is a ZIP archive or office document, not text" in read(path).lines[0]


@pytest.mark.parametrize(
    "text", ["👉 Also read: the good plan", "→ Careers: join us", "© 2024. All rights reserved.", "Source：CNBC"]
)
def test_signs_that_say_nothing_do_not_mislead(text):
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("cp1252", "ignore")).text == text.encode("cp1252", "ignore").decode("cp1252")
