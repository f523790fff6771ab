"""JSON and JSON Lines: text letter for letter, bad articles named by line, good ones beside them read."""

import json

import pytest

GOOD = {"id": "a", "lang": "ar", "title": "عنوان", "text": "نص", "published": "2026-01-15"}
GOOD |= {"url": "u", "publisher": "p"}


@pytest.mark.parametrize(
    "spelt",
    [
        json.dumps(GOOD),
        json.dumps(GOOD, ensure_ascii=False),
        json.dumps([GOOD], indent=2),
        json.dumps(GOOD, indent="\t").replace("\n", "\r\n"),
        json.dumps({**GOOD, "moves": [{"person": {"name": "]}["}}], "deep": [[[{}]]], "n": 1e5}),
        "\ufeff" + json.dumps(GOOD),
        "\n\n  " + json.dumps(GOOD) + "  \n",
    ],
)
@pytest.mark.parametrize("name", ["a.json", "-"])
def test_reads_an_article(read, write, spelt, name):
    run = read("-", stdin=spelt.encode()) if name == "-" else read(write(name, spelt))
    (document,) = run.documents
    assert (document.id, document.lang, document.title, document.text) == ("a", "ar", "عنوان", "نص")
    assert (document.published, document.url, document.publisher) == ("2026-01-15", "u", "p")
    assert run.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "  leading and trailing \n\n",
        "\r\n\r\nlines\rof every\u2028kind\u0085",
        "e\u0301 and é are kept apart",
        "ﷺ ﻻ ـ \u200c\u200d",
        "\ufeff marks",
        'tab\tquote"backslash\\ slash/ \\u0041',
        '{}[]",: 😀 \x00\x1b',
    ],
)
@pytest.mark.parametrize("escape", [True, False])
def test_never_alters_a_text(read, write, text, escape):
    article = json.dumps({"text": text, "title": text}, ensure_ascii=escape)
    for name in ("a.json", "a.jsonl"):
        (document,) = read(write(name, article)).documents
        assert (document.text, document.title) == (text, text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6", "utf-32"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_reads_other_encodings(read, write, encoding, name):
    texts = ["غادرت ميرا موراتي الشركة.", "انضم باريت زوف الى الفريق."]
    articles = [json.dumps({"text": text, "title": "{", "lang": "ar"}, ensure_ascii=False) for text in texts]
    raw = "\n".join(articles) if name == "a.jsonl" else f"[{','.join(articles)}]"
    run = read(write(name, raw.encode(encoding)))
    assert (run.texts, run.problems) == (texts, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("能力表示ソフトを退社した。", "cp932"), ("許功蓋離開公司。", "big5"), ("Él dejó la compañía.", "cp1252")],
)
def test_reads_encodings_whose_second_bytes_look_like_json(read, write, text, encoding):
    raw = json.dumps({"text": text, "title": "x"}, ensure_ascii=False)
    run = read(write("a.jsonl", f"{raw}\n{raw}\n".encode(encoding)))
    assert run.texts == [text, text]


def test_good_lines_are_read_and_bad_ones_named_by_number(read, write):
    lines = [
        '{"text": "One."}',
        '{"text": "half',
        "",
        '{"text": "Four."}',
        "not json",
        "[1, 2]",
        "null",
        '{"text": "Eight."}',
        '{"text": "cut o',
    ]
    path = write("a.jsonl", "\n".join(lines))
    run = read(path)
    assert run.texts == ["One.", "Four.", "Eight."]
    assert [problem.line for problem in run.lost] == [2, 5, 6, 7, 9]
    assert run.lines[0].startswith(f"{path}, line 2: is not JSON (")
    assert [document.origin for document in run.documents] == [f"{path}:{line}" for line in (1, 4, 8)]


def test_a_line_that_is_no_utf_8_is_read_with_one_warning_for_all(read, write):
    good = '{"text": "غادرت ميرا موراتي الشركة."}\n'.encode()
    bad = '{"text": "غادرت “ميرا” '.encode() + b"\x93x\x94" + b' company"}\n'
    run = read(write("a.jsonl", good + bad + bad + good))
    assert len(run.documents) == 4
    assert run.lost == []
    assert [problem.line for problem in run.problems if "mixes encodings" in problem.what] == [2]


def test_a_line_of_noise_costs_only_itself(read, write):
    noise = bytes(range(1, 10)) + bytes(range(11, 256))
    run = read(write("a.jsonl", b'{"text": "One."}\n' + noise + b'\n{"text": "Three."}\n'))
    assert run.texts == ["One.", "Three."]
    assert [problem.line for problem in run.lost] == [2]


def test_a_byte_order_mark_in_the_middle_is_passed_over(read, write):
    assert read(write("a.jsonl", '{"text": "One."}\n\ufeff{"text": "Two."}\n')).texts == ["One.", "Two."]


@pytest.mark.parametrize(
    ("article", "what"),
    [
        ({}, 'is an article without "text"'),
        ({"title": "x"}, 'is an article without "text"'),
        ({"text": None}, 'is an article whose "text" is null, not a string'),
        ({"text": 5}, 'is an article whose "text" is a number, not a string'),
        ({"text": True}, 'is an article whose "text" is true, not a string'),
        ({"text": ["a"]}, 'is an article whose "text" is a list, not a string'),
        ({"text": ""}, 'is an article whose "text" is empty'),
        ({"text": " \n\u200b"}, 'is an article whose "text" is empty'),
        ("just a string", "holds a string where an article should stand"),
        (12, "holds a number where an article should stand"),
        (None, "holds null where an article should stand"),
    ],
)
def test_names_an_article_without_text(read, write, article, what):
    path = write("a.jsonl", json.dumps(article) + '\n{"text": "Fine."}')
    run = read(path)
    assert run.texts == ["Fine."]
    assert [problem.what for problem in run.lost] == [what]
    path = write("a.json", "[\n" + json.dumps(article) + ',\n{"text": "Fine."}]')
    run = read(path)
    assert run.texts == ["Fine."]
    assert [(problem.what, problem.line) for problem in run.lost] == [(what, 2)]


@pytest.mark.parametrize("key", ["title", "lang", "published", "url", "publisher", "id"])
@pytest.mark.parametrize("value", [1.5, True, [], {}, ["x"]])
def test_a_key_of_a_wrong_type_is_named_and_the_article_read_without_it(read, write, key, value):
    run = read(write("a.json", json.dumps({"text": "Mira left the company.", key: value})))
    (document,) = run.documents
    assert run.lost == []
    assert f'"{key}" is ' in run.lines[0]
    assert "not a string. The article was read without it." in run.lines[0]
    assert document.title == ""
    assert document.published is None


def test_null_stands_for_nothing_and_a_number_may_be_an_id(read, write):
    article = {"text": "Mira left the company.", "id": 17, "title": None, "lang": None, "published": None, "url": None}
    run = read(write("a.json", json.dumps(article)))
    assert (run.documents[0].id, run.documents[0].lang, run.problems) == ("17", "en", [])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-01-15", "2026-01-15"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("2026-01-15T23:59:59Z", "2026-01-15"),
        ("2026-01-15 10:00:00+02:00", "2026-01-15"),
        (" 2026-01-15 ", "2026-01-15"),
        ("", None),
    ],
)
def test_a_date_is_cut_to_its_day(read, write, given, kept):
    run = read(write("a.json", json.dumps({"text": "Mira left.", "published": given})))
    assert (run.documents[0].published, run.problems) == (kept, [])


@pytest.mark.parametrize("given", ["soon", "2026-13-01", "2026-02-30", "15/01/2026", "0000-01-01", "20260115", "\x00"])
def test_a_date_that_is_none_is_named_and_the_article_read(read, write, given):
    run = read(write("a.json", json.dumps({"text": "Mira left.", "published": given})))
    assert (run.texts, run.documents[0].published, run.lost) == (["Mira left."], None, [])
    assert '"published" is no date' in run.lines[0]


@pytest.mark.parametrize("given", ["English", "x", "?!"])
def test_a_language_that_is_none_is_named_and_told_from_the_text(read, write, given):
    run = read(write("a.json", json.dumps({"text": "Mira has left the company for good.", "lang": given})))
    assert run.documents[0].lang == "en"
    assert '"lang" is no language code' in run.lines[0]


@pytest.mark.parametrize("kept", range(30, 118, 8))
def test_what_stands_whole_in_a_truncated_list_is_read(read, write, kept):
    articles = [
        {"text": "One."},
        {"text": "Two.", "title": "t"},
        {"text": "Three.", "title": "t", "deep": [1, {"a": 2}]},
    ]
    raw = "[\n  " + ",\n  ".join(map(json.dumps, articles)) + "\n]"
    run = read(write("a.json", raw[:kept]))
    assert run.texts == ["One.", "Two.", "Three."][: len(run.texts)]
    assert 1 <= len(run.texts) <= 3
    assert len(run.problems) == 1


def test_a_truncated_article_is_one_problem(read, write):
    path = write("a.json", json.dumps({"id": "a", "text": "Mira left.", "moves": [{"text": "no article"}]})[:-2])
    run = read(path)
    assert run.documents == []
    assert "is JSON that ends inside an article" in run.lines[0]
    assert len(run.lost) == 1


@pytest.mark.parametrize(
    "broken",
    [
        '{"text": "trailing comma",}',
        "{'text': 'single quotes'}",
        '{"text": undefined}',
        '{"text": "He said "no" to it"}',
        '{"text": "one quote too many""}',
        '{"text": "bad escape \\x"}',
        '{"text" "no colon"}',
        '{"text": 1e999999, "n": ' + "9" * 5000 + "}",
    ],
)
def test_a_broken_article_in_a_list_costs_only_itself(read, write, broken):
    path = write("a.json", f'[\n{{"text": "One."}},\n{broken},\n{{"text": "Three."}}\n]')
    run = read(path)
    assert run.texts == ["One.", "Three."]
    assert 1 <= len(run.lost) <= 2
    assert run.lost[0].line == 3


def test_line_ends_and_tabs_inside_a_string_are_let_pass(read, write):
    assert read(write("a.json", '{"text": "One.\n\tTwo."}')).texts == ["One.\n\tTwo."]


@pytest.mark.parametrize("name", ["deep.json", "deep.jsonl"])
@pytest.mark.parametrize("depth", [2_000, 200_000])
def test_deep_nesting_is_a_problem_and_no_crash(read, write, name, depth):
    deep = '{"text": "One.", "x": ' + "[" * depth + "]" * depth + "}"
    run = read(write(name, deep), write("good.json", '{"text": "Two."}'))
    assert run.texts[-1] == "Two."
    if depth > 100_000:
        assert "nested too deeply" in run.lines[0]


@pytest.mark.parametrize("name", ["deep.json", "deep.jsonl"])
def test_nothing_but_brackets_is_a_problem(read, write, name):
    assert len(read(write(name, "[" * 100_000)).problems) == 1
    assert len(read(write(name, '{"a":' * 100_000)).lost) == 1


@pytest.mark.parametrize("name", ["long.json", "long.jsonl", "long.txt"])
def test_a_line_of_a_million_characters_is_read(read, write, name):
    text = "Mira left the company. " * 50_000
    raw = text if name == "long.txt" else json.dumps({"text": text, "title": "x"})
    assert read(write(name, raw)).texts == [text]


def test_an_article_that_outgrows_all_bounds_is_named(read, write, monkeypatch):
    from talentflow.sources.formats import json_file, json_lines

    monkeypatch.setattr(json_lines, "LONGEST_ARTICLE", 100_000)
    monkeypatch.setattr(json_file, "LONGEST_ARTICLE", 100_000)
    small, big = '{"text": "One."}', '{"text": "' + "x" * 500_000 + '"}'
    run = read(write("a.jsonl", f"{small}\n{big}\n{small}\n{big}"))
    assert run.texts == ["One.", "One."]
    assert [problem.line for problem in run.lost] == [2, 4]
    run = read(write("a.json", f"[{small},\n{big},\n{small}]"))
    assert run.texts == ["One."]
    assert "a value of more than 100,000 bytes" in run.lost[0].what
