"""Practice texts of which all names are noted (train/names), for the network that tags names to learn from."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from talentflow.languages import load_language
from talentflow.reader.relations.pieces import Pieces
from talentflow.reader.relations.tagged import TAGS
from talentflow.reader.words.tags import ORGANIZATION, PERSON
from talentflow.registry import load_registry

ROOT = Path(__file__).resolve().parent.parent
NAMES_CHANGED, FROM_ELSEWHERE = 0.6, 0.2
PEOPLE, ORGANIZATIONS = "people", "organizations"
LATIN = ("de", "en", "es", "fr", "pt")  # names of one of these stand in texts of another now and then
_LONGEST_GLUE = 3  # letters of clitics before a name

Name = tuple[int, int, int]  # the characters from and up to, and its kind


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its names, each at its place."""

    id: str
    language: str
    text: str
    names: tuple[Name, ...]


def texts() -> Iterator[Text]:
    """The practice texts of which all names are noted."""
    whole = {}
    for path in sorted((ROOT / "train").glob("??/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        whole[article["id"]] = article
    for path in sorted((ROOT / "train" / "moves").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            whole[article["id"]] = article
    for path in sorted((ROOT / "train" / "names").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            noted = json.loads(line)
            article = whole[noted["id"]]
            text = f"{article.get('title') or ''}\n{article['text']}"
            yield Text(noted["id"], path.stem, text, tuple(places_of(text, noted, path.stem)))


def places_of(text: str, noted: Mapping[str, Any], code: str) -> list[Name]:
    """Where the noted names stand, of those that overlap the longest."""
    language = load_language(code)
    kinds = {form: kind for kind, key in ((ORGANIZATION, ORGANIZATIONS), (PERSON, PEOPLE)) for form in noted[key]}
    found: list[Name] = []
    taken = numpy.zeros(len(text), dtype=bool)
    glue = "".join(sorted({*(prefix for prefix, _ in language.prefixes), *language.conjunctions}))
    before = rf"(?<!\w)[{glue}]{{0,{_LONGEST_GLUE}}}" if glue else r"(?<!\w)"
    for form in sorted(kinds, key=len, reverse=True):
        whole = re.escape(form)
        pattern = rf"({whole})" if language.spaceless else rf"{before}({whole})s?(?!\w)"
        for match in re.finditer(pattern, text):
            start, end = match.span(1)
            if not taken[start:end].any():
                taken[start:end] = True
                found.append((start, end, kinds[form]))
    return sorted(found)


def pools_of(all_texts: list[Text]) -> dict[tuple[str, int], list[str]]:
    """The names of each language and kind that others may be exchanged for."""
    pools: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in all_texts:
        for start, end, kind in one.names:
            pools[one.language, kind].add(one.text[start:end])
    for record in load_registry().organizations.values():
        for code in LATIN:
            pools[code, ORGANIZATION].add(record.name)
    return {key: sorted(names) for key, names in pools.items()}


def changed(one: Text, pools: Mapping[tuple[str, int], list[str]], draw: random.Random) -> Text:
    """The text with some of its names exchanged, the same always for the same; short forms follow the full ones."""
    spaced = not load_language(one.language).spaceless
    others: dict[tuple[str, int], str] = {}
    forms = sorted({(one.text[start:end], kind) for start, end, kind in one.names}, key=lambda form: -len(form[0]))
    for form, kind in forms:
        if (form, kind) in others or draw.random() > NAMES_CHANGED:
            continue
        code = draw.choice(LATIN) if one.language in LATIN and draw.random() < FROM_ELSEWHERE else one.language
        pool = pools[code, kind]
        words = form.split()
        if kind == PERSON and spaced and len(words) > 1:
            new = next((name for name in draw.choices(pool, k=6) if len(name.split()) > 1), None)
            if new is None:
                continue
            others[form, kind] = new
            for place in (0, -1):
                others[words[place], kind] = new.split()[place]
        elif kind == PERSON and spaced:
            others[form, kind] = draw.choice(draw.choice(pool).split())
        else:
            others[form, kind] = draw.choice(pool)
    parts, names, last = [], [], 0
    length = 0
    for start, end, kind in one.names:
        new = others.get((one.text[start:end], kind), one.text[start:end])
        parts += [one.text[last:start], new]
        length += start - last
        names.append((length, length + len(new), kind))
        length += len(new)
        last = end
    return Text(one.id, one.language, "".join([*parts, one.text[last:]]), tuple(names))


def tags_of(one: Text, pieces: Pieces) -> Any:
    """The tag of each piece: of a name those of which it covers no less than half."""
    out = numpy.zeros(len(pieces), dtype=numpy.int64)
    for start, end, kind in one.names:
        first, last = pieces.covering(start, end)
        begun = False
        for place in range(first, last):
            low, high = int(pieces.start[place]), int(pieces.end[place])
            covered = one.text[low:high].strip()
            inside = min(high, end) - max(low, start)
            if 2 * inside < len(covered):
                continue
            out[place] = TAGS.index((kind, begun))
            begun = True
    return out
