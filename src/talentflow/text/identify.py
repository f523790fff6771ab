"""Which language a text is in, by its script and its commonest words.

An article has dozens of words that only its language has; counting them takes a fraction of a millisecond and, for
news, errs less than models of byte sequences do, which are asked only where the words do not tell.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

UNDECIDED = "und"

_SAMPLE = 1200
# Of letters: a Latin text may name somebody in Arabic; an Arabic one is full of Latin names.
_LEAST_SHARE = 0.3
_LEAST_SHARE_BESIDE_NAMES = 0.1
_ENOUGH_POINTS = 3.0
_FEW_POINTS = 1.0
_CLEAR_LEAD = 1.25
_LEAST_CERTAINTY = 0.5
_ADDRESS = re.compile(r"\S*(?://|www\.|@)\S*")
_WORD = re.compile(r"[\w\u0900-\u0dff]+")  # Indian vowel signs are no word characters to Python


@dataclass(frozen=True, slots=True)
class _Language:
    """What points to one language of a script."""

    letters: frozenset[str]
    letter_points: float
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Script:
    """A script and the languages that are written in it; `words` gives the languages that each word points to."""

    name: str
    letter: re.Pattern[str]
    letter_weight: int
    has_default: bool
    frequent: frozenset[str]
    languages: dict[str, _Language]
    words: dict[str, tuple[str, ...]]


def identify(text: str, title: str = "") -> str:
    """The code of the language that the text is in; "und" where nothing tells. The title counts if the text is mute.

    "غادرت ميرا موراتي OpenAI" is "ar", "Mira Murati dejó la empresa" "es", "OpenAI" alone "und".
    """
    for part in (_sample(text), title[:_SAMPLE]):
        language = _identify(part)
        if language != UNDECIDED:
            return language
    return UNDECIDED


def _sample(text: str) -> str:
    """The text or, of a long one, its beginning, middle and end: the beginning alone may be a foreign quotation."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]}\n{text[middle : middle + _SAMPLE]}\n{text[-_SAMPLE:]}"


def _identify(text: str) -> str:
    script = _script_of(text)
    if script is None:
        return UNDECIDED
    if len(script.languages) == 1:
        return next(iter(script.languages))
    points = _points(text, script)
    ranked = sorted(script.languages, key=lambda code: -points[code])  # stable: the script's order settles ties
    best, second = points[ranked[0]], points[ranked[1]]
    if script.has_default:
        return ranked[0]
    if best >= _ENOUGH_POINTS and best >= _CLEAR_LEAD * second:
        return ranked[0]
    return _by_model(text, script, points, ranked[0])


def _script_of(text: str) -> _Script | None:
    """The script that the text is written in, None where it has no letters of any that we know."""
    latin, *others = _scripts().values()
    latin_letters = sum(character.isalpha() for character in text) if text.isascii() else _count(latin, text)
    counts = {} if text.isascii() else {script.name: _count(script, text) for script in others}
    most = max(counts, key=lambda name: counts[name], default="")
    if not most or not counts[most]:
        return latin if latin_letters else None
    share = counts[most] / (counts[most] + latin_letters)
    if share >= _LEAST_SHARE:
        return _scripts()[most]
    if share >= _LEAST_SHARE_BESIDE_NAMES and max(_points(text, latin).values(), default=0.0) < 2:
        return _scripts()[most]
    return latin


def _count(script: _Script, text: str) -> int:
    return len(script.letter.findall(text)) * script.letter_weight


def _points(text: str, script: _Script) -> dict[str, float]:
    """How much points to each language of the script."""
    points = dict.fromkeys(script.languages, 0.0)
    text = _ADDRESS.sub(" ", text.lower())
    begun = {code: language.starts for code, language in script.languages.items() if language.starts}
    for word, times in Counter(_WORD.findall(text)).items():
        for code in script.words.get(word, ()):
            points[code] += times
        for code, starts in begun.items():
            if word.startswith(starts):
                points[code] += times
    unusual = Counter(character for character in text if character > "\x7f")
    for code, language in script.languages.items():
        found = sum(unusual[letter] for letter in language.letters if letter in unusual)
        if found:
            points[code] += found * language.letter_points
    return points


def _by_model(text: str, script: _Script, points: dict[str, float], likeliest: str) -> str:
    """The likeliest language of a text that is short or near to two languages.

    Words go before the model: it chooses among the languages that they leave open, and decides alone, if it is
    sure, where they say nothing.
    """
    best = points[likeliest]
    open_still = [code for code, reached in points.items() if reached * _CLEAR_LEAD >= best]
    if best <= _FEW_POINTS:
        open_still = [code for code in open_still if code in script.frequent]
    if best > 0 and len(open_still) < 2:
        return open_still[0] if open_still else UNDECIDED
    for code, certainty in _model().rank(text):
        if code in open_still:
            return str(code) if best > 0 or certainty >= _LEAST_CERTAINTY else UNDECIDED
    return UNDECIDED


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(set(_scripts()["Latin"].languages) & set(model.labels))
    return model


@cache
def _scripts() -> dict[str, _Script]:
    """The scripts by name, Latin first."""
    data = tomllib.loads(files("talentflow.text").joinpath("identify.toml").read_text(encoding="utf-8"))
    scripts: dict[str, _Script] = {}
    for entry in data["script"]:
        languages: dict[str, _Language] = {}
        words: dict[str, tuple[str, ...]] = {}
        for code in entry["languages"]:
            signs = data["language"].get(code, {})
            languages[code] = _Language(
                frozenset(signs.get("letters", "").lower()),
                signs.get("letter_points", 0.5),
                tuple(signs.get("starts", ())),
            )
            for word in dict.fromkeys(signs.get("words", "").split()):
                words[word] = (*words.get(word, ()), code)
        letter = re.compile(f"[{entry['ranges']}]")
        weight = entry.get("letter_weight", 1)
        frequent = frozenset(entry["languages"][: entry.get("frequent")])
        scripts[entry["name"]] = _Script(
            entry["name"], letter, weight, entry["has_default"], frequent, languages, words
        )
    return scripts
