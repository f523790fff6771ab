"""Reads and checks the language folders; a wrong entry stops the start with its place and its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from talentflow.languages.braces import Phrases
from talentflow.languages.checks import checked_pattern as _checked
from talentflow.languages.checks import expand_patterns as _expand
from talentflow.languages.checks import fail_at as _fail
from talentflow.languages.checks import only_known_keys as _known
from talentflow.languages.checks import only_one_of as _choice
from talentflow.languages.checks import read_toml as _read
from talentflow.languages.model import EVENTS, FIELD, GAPS, MARKS, THEN_WITHIN, Cue, Language, RoleWord, Trigger
from talentflow.model import HOWS, STATUSES
from talentflow.text.fold import fold
from talentflow.text.tokens import tokenize

_WORD_LISTS = (
    "and", "determiner", "former", "current", "new", "pronoun", "relative", "negation", "company", "company_anaphor",
    "people_anaphor", "unnamed", "org_word", "title", "said", "according", "person_noun",
    "including", "acting", "also", "break", "board", "copula", "colleague", "product_noun",
    "institution", "name_particle", "name_link", "at_least", "since", "complementizer", "together", "purpose", "place",
    "possessive", "possessive_plural", "company_possessive", "definite", "kin", "public_body",
    "company_toward", "company_away", "company_at", "company_last", "company_former",
    "buying", "alias", "before_name", "perfect", "ending", "function",
    "relative_article", "subordinator", "finite", "finite_being", "cluster", "passive_verb", "infinitive_mark",
    "object_pronoun", "where", "was", "post_link", "field_link", "future",
    "negation_behind", "not_only", "study", "claim_noun", "respectively", "there", "there_away", "there_toward",
    "existential", "feminine", "masculine", "place_mark", "post_noun", "latter",
    "naming", "naming_after", "pair_word", "for_it", "company_object",
    "refused", "accepted", "none_of_them", "comment", "afterwards", "insider", "outsider", "once",
    "contrast", "link", "confirmed", "change_noun", "unnamed_source", "spokesperson", "same_post",
    "house_part", "addressing",
)  # fmt: skip
_TIMES = ("month", "weekday", "relative")
_AGO = {"year", "month", "day"}
_LATER = {"year", "next_year"}
_MOST_COUNTED = 20
GAP_OF_NUMBER = "#"  # in a pattern of times counted back or on
_HEAD_KEYS = {
    "code", "name", "endonym", "direction", "cased", "verb_first", "drops_subject", "titlecase_titles", "clitics",
    "spaceless", "people", "head_final", "nouns_capitalised", "noun_endings", "name_endings", "inflections",
    "compounds", "particles_follow_given", "genitive", "verb_last", "ordinal_stops", "open_posts", "future_endings",
    "participle_endings", "adnominal_endings", "date_words", "quantity_words",
    "cofounding",
}  # fmt: skip
_PEOPLE_KEYS = {"family_lists", "given_lists", "family_first"}
_CLITIC_KEYS = {
    "conjunctions", "article", "pronouns", "feminine", "prepositions", "of_company", "endings", "indefinite",
    "predicative",
}  # fmt: skip


_TRIGGER_KEYS = {
    "event", "forms", "noun", "how", "status", "marks", "object", "person", "weak", "role", "example", "near_miss",
    "when", "passive", "again", "then", "within", "hands_over",
}  # fmt: skip


def _triggers(name: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, Trigger]]:
    for number, entry in enumerate(entries, 1):
        place = f"{name}, trigger {number}"
        _known(place, entry, _TRIGGER_KEYS)
        _choice(place, "event", entry.get("event"), EVENTS)
        if entry.get("how") is not None:
            _choice(place, "how", entry["how"], HOWS)
        if entry.get("status") is not None:
            _choice(place, "status", entry["status"], STATUSES)
        if not entry.get("forms"):
            raise _fail(place, "no forms.", "List the phrases that open this frame.")
        if not entry.get("example"):
            raise _fail(place, "no example.", "Write a sentence of your own that shows one of its forms.")
        marks = tuple((fold(word), slot) for word, slot in entry.get("marks", {}).items())
        for _, slot in marks:
            _choice(place, "slot", slot, ("from", "to", "person", "role", "none"))
        for form, then, within in _forms(place, entry):
            yield (
                form,
                Trigger(
                    event=entry["event"],
                    noun=entry.get("noun", False),
                    how=entry.get("how"),
                    status=entry.get("status"),
                    marks=marks,
                    object=entry.get("object"),
                    person=entry.get("person"),
                    weak=entry.get("weak", False),
                    role=entry.get("role"),
                    when=entry.get("when"),
                    passive=entry.get("passive", False),
                    again=entry.get("again", False),
                    then=then,
                    within=within,
                    hands_over=entry.get("hands_over", False),
                ),
            )


def _words_of(phrase: str) -> tuple[str, ...]:
    """A phrase cut as texts are, but for what stands for something else, such as "@role"."""
    words = [(word,) if word.startswith("@") else tokenize(word).folded for word in phrase.split()]
    return tuple(part for parts in words for part in parts)


def _forms(place: str, entry: dict[str, Any]) -> Iterator[tuple[str, frozenset[tuple[str, ...]], int]]:
    """The patterns of a trigger's forms, each with the words that must follow it and how close by.

    A form with a gap brings its own: "طوى … صفحة" is "طوى" where "صفحة" follows.
    """
    for pattern in entry["forms"]:
        gap = next((gap for gap in GAPS if gap in pattern), "") if isinstance(pattern, str) else ""
        head, _, tail = pattern.partition(gap) if gap else (pattern, "", "")
        then = frozenset(_words_of(words) for words in _expand(place, [tail] if gap else entry.get("then", ())))
        yield _checked(place, head), then, GAPS[gap] if gap else entry.get("within", THEN_WITHIN)


def _cues(name: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, Cue]]:
    for number, entry in enumerate(entries, 1):
        place = f"{name}, cue {number}"
        _known(place, entry, {"status", "reach", "forms"})
        _choice(place, "status", entry.get("status"), (*STATUSES, "none"))
        _choice(place, "reach", entry.get("reach", "before"), ("before", "after", "sentence", "next", "clause"))
        cue = Cue(entry["status"], entry.get("reach", "before"))
        for form in _expand(place, entry.get("forms", ())):
            yield form, cue


def _roles(name: str, data: dict[str, Any]) -> Iterator[tuple[str, RoleWord]]:
    _known(name, data, {"head", "modifier", "domain", "unit", "leading", "field", "quality"})
    for part in ("head", "modifier", "domain"):
        for english, patterns in data.get(part, {}).items():
            if not isinstance(patterns, list):
                raise _fail(f"{name}, {part} {english!r}", "not a list.", 'Write "english" = ["phrase", ...].')
            role = _role(part, english)
            for form in _expand(f"{name}, {part} {english!r}", patterns):
                yield form, role


def _role(part: str, english: str) -> RoleWord:
    """A piece of a post; where its English has a place for the field, it has one without it too."""
    if FIELD not in english:
        return RoleWord(part, english)
    return RoleWord(part, " ".join(english.replace(FIELD, " ").split()), english)


def _parts(name: str, data: dict[str, Any]) -> dict[str, tuple[tuple[str, object], ...]]:
    """What a post may hold besides: words that lead a field, and the words of fields that mean little elsewhere."""
    return {part: tuple(_pairs(f"{name}, {part}", data.get(part, {}))) for part in ("leading", "field", "quality")}


def _pairs(name: str, table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for value, patterns in table.items():
        for form in _expand(f"{name}, {value!r}", patterns):
            yield form, value


def _common_words(folder: Traversable) -> frozenset[str]:
    path = folder / "common.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@cache
def language_codes() -> tuple[str, ...]:
    """The codes of the languages that have a folder of data."""
    data = files("talentflow.languages") / "data"
    return tuple(sorted(item.name for item in data.iterdir() if (item / "language.toml").is_file()))


@cache
def load_language(code: str) -> Language:
    """The language of a folder.

    Raises DataError, with the place and the remedy, where its data break the schema; KeyError for a language
    that has no folder.
    """
    if code not in language_codes():
        raise KeyError(code)
    return read_language(files("talentflow.languages") / "data" / code)


def read_language(folder: Traversable) -> Language:
    """The language that a folder holds, whose name is the language's code.

    Raises DataError, with the place and the remedy, where the data break the schema.
    """
    where = f"languages/data/{folder.name}"
    head = _read(folder, "language.toml")
    _known(f"{where}/language.toml", head, _HEAD_KEYS)
    if not head.get("name"):
        raise _fail(f"{where}/language.toml", "no name.", 'Write name = "..." in English.')
    times = _read(folder, "time.toml")
    _known(f"{where}/time.toml", times, {*_TIMES, "link", "ago", "later"})
    _known(f"{where}/time.toml, ago", times.get("ago", {}), _AGO)
    _known(f"{where}/time.toml, later", times.get("later", {}), _LATER)
    links = times.get("link", {})
    _known(f"{where}/time.toml, link", links, {"day_month", "month_year", "day", "last", "from_date"})
    furniture = _read(folder, "furniture.toml")
    _known(f"{where}/furniture.toml", furniture, {"heading", "line"})
    clitics = head.get("clitics", {})
    _known(f"{where}/language.toml, clitics", clitics, _CLITIC_KEYS)
    people = head.get("people", {})
    _known(f"{where}/language.toml, people", people, _PEOPLE_KEYS)
    feminine = tuple(clitics.get("feminine", ("", "")))
    return Language(
        code=folder.name,
        name=head["name"],
        endonym=head.get("endonym", head["name"]),
        direction=head.get("direction", "ltr"),
        cased=head.get("cased", True),
        verb_first=head.get("verb_first", False),
        drops_subject=head.get("drops_subject", head.get("verb_first", False)),
        conjunctions=tuple(clitics.get("conjunctions", ())),
        prefixes=tuple(clitics.get("prepositions", {}).items()),
        article=clitics.get("article", ""),
        suffixes=tuple(clitics.get("pronouns", ())),
        feminine=(feminine[0], feminine[1]),
        of_company=clitics.get("of_company", ""),
        endings=tuple(map(fold, clitics.get("endings", ()))),
        indefinite=tuple(clitics.get("indefinite", ())),
        predicative=tuple(clitics.get("predicative", ())),
        phrases=_all_phrases(folder, times, where),
        common=_common_words(folder),
        furniture=tuple(_expand(f"{where}/furniture.toml", furniture.get("heading", ()))),
        furniture_lines=tuple(
            re.escape(fold(p)) for p in _expand(f"{where}/furniture.toml", furniture.get("line", ()))
        ),
        titlecase_titles=head.get("titlecase_titles", False),
        head_final=head.get("head_final", False),
        spaceless=head.get("spaceless", False),
        family_lists=tuple(people.get("family_lists", ())),
        given_lists=tuple(people.get("given_lists", ())),
        family_first=people.get("family_first", False),
        day_month=frozenset(map(fold, _expand(f"{where}/time.toml, day_month", links.get("day_month", ())))),
        day=frozenset(map(fold, _expand(f"{where}/time.toml, day", links.get("day", ())))),
        month_year=frozenset(map(fold, _expand(f"{where}/time.toml, month_year", links.get("month_year", ())))),
        month_last=_folded_words(f"{where}/time.toml, last", links.get("last", ())),
        from_date=_folded_words(f"{where}/time.toml, from_date", links.get("from_date", ())),
        nouns_capitalised=head.get("nouns_capitalised", False),
        noun_endings=tuple(map(fold, _expand(f"{where}/language.toml, noun_endings", head.get("noun_endings", ())))),
        name_endings=tuple(map(fold, _expand(f"{where}/language.toml, name_endings", head.get("name_endings", ())))),
        particles_follow_given=head.get("particles_follow_given", False),
        inflections=tuple(map(fold, _expand(f"{where}/language.toml, inflections", head.get("inflections", ())))),
        compounds=head.get("compounds", False),
        genitive=head.get("genitive", ""),
        ordinal_stops=head.get("ordinal_stops", False),
        verb_last=head.get("verb_last", False),
        open_posts=frozenset(head.get("open_posts", ())),
        future_endings=tuple(head.get("future_endings", ())),
        participle_endings=tuple(head.get("participle_endings", ())),
        adnominal_endings=tuple(head.get("adnominal_endings", ())),
        date_words=frozenset(head.get("date_words", ())),
        quantity_words=frozenset(head.get("quantity_words", ())),
        cofounding=tuple(map(fold, head.get("cofounding", ()))),
    )


def _folded_words(name: str, patterns: list[str] | tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Phrases as their folded words."""
    return tuple(tuple(map(fold, phrase.split())) for phrase in _expand(name, patterns))


def _all_phrases(folder: Traversable, times: dict[str, Any], where: str) -> dict[str, Sequence[tuple[str, object]]]:
    """The phrases of all kinds, among them times counted back and on: "three years ago", "three years later"."""
    phrases = {**_phrases(folder, where), **_time_phrases(times, where)}
    numbers = {word: int(str(value)) for word, value in phrases["number"] if word.isalpha()}
    ago = tuple(
        (form, f"{unit} -{number}")
        for form, unit, number in _counted(f"{where}/time.toml, ago", times.get("ago", {}), numbers)
    )
    told, name = times.get("later", {}), f"{where}/time.toml, later"
    years = {unit: forms for unit, forms in told.items() if unit == "year"}
    later = [(form, number) for form, _, number in _counted(name, years, numbers)]
    later += [(form, 1) for form in _expand(name, told.get("next_year", ()))]
    return {**phrases, "relative_time": (*phrases["relative_time"], *ago), "later_time": tuple(later)}


def _counted(name: str, table: dict[str, Any], numbers: dict[str, int]) -> Iterator[tuple[str, str, int]]:
    """Times that are counted, with their unit and their number in words and in digits: "# years ago"."""
    digits = {str(number): number for number in range(2, _MOST_COUNTED + 1)}
    for pattern, unit in _pairs(name, table):
        if GAP_OF_NUMBER not in pattern:
            raise _fail(f"{name}, {pattern!r}", "no number.", f"Write {GAP_OF_NUMBER} where it stands.")
        for word, number in {**numbers, **digits}.items():
            if 1 < number <= _MOST_COUNTED:
                yield pattern.replace(GAP_OF_NUMBER, word), unit, number


def _phrases(folder: Traversable, where: str) -> dict[str, Sequence[tuple[str, object]]]:
    """The phrases of all kinds but those of time, from the files that hold them."""
    words = _read(folder, "words.toml")
    _known(f"{where}/words.toml", words, {*_WORD_LISTS, *(f"mark_{mark}" for mark in MARKS)})
    triggers = _read(folder, "triggers.toml")
    _known(f"{where}/triggers.toml", triggers, {"trigger"})
    cues = _read(folder, "status.toml")
    _known(f"{where}/status.toml", cues, {"cue"})
    roles = _read(folder, "roles.toml")
    phrases: dict[str, Sequence[tuple[str, object]]] = {
        "trigger": Phrases(_triggers(f"{where}/triggers.toml", triggers.get("trigger", []))),
        "cue": tuple(_cues(f"{where}/status.toml", cues.get("cue", []))),
        "role": tuple(_roles(f"{where}/roles.toml", roles)),
        "unit": tuple(_pairs(f"{where}/roles.toml, unit", roles.get("unit", {}))),
        **_parts(f"{where}/roles.toml", roles),
        "reason": tuple(_pairs(f"{where}/reasons.toml", _read(folder, "reasons.toml"))),
        "mark": tuple(
            (form, mark)
            for mark in MARKS
            for form in _expand(f"{where}/words.toml, mark_{mark}", words.get(f"mark_{mark}", ()))
        ),
        "number": tuple(_pairs(f"{where}/numbers.toml", _read(folder, "numbers.toml"))),
        "sort": tuple(_pairs(f"{where}/sorts.toml", _read(folder, "sorts.toml"))),
    }
    for kind in _WORD_LISTS:
        phrases[kind] = tuple((form, kind) for form in _expand(f"{where}/words.toml, {kind}", words.get(kind, ())))
    return phrases


def _time_phrases(times: dict[str, Any], where: str) -> dict[str, tuple[tuple[str, object], ...]]:
    """The names of months and weekdays, and words such as "yesterday"."""
    # "yesterday" is relative too, but not as "who" is.
    kinds = {kind: "relative_time" if kind == "relative" else kind for kind in _TIMES}
    return {kinds[kind]: tuple(_pairs(f"{where}/time.toml, {kind}", times.get(kind, {}))) for kind in _TIMES}
