"""Named features of a run of capitalised words: how it looks, what stands beside it, how the article uses it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from talentflow.languages.likeness import NameLikeness
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import particles
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames

_MOST_RUNS = 6  # of one wording: more of them tell nothing new
_AUXILIARIES = 2  # so many small words may stand between a name and its verb: "Acme has since hired", "Acme le quitó"
_LED_UP = 5  # so many words may stand between a verb and whom it is done to: "hired the former banker Ada"
_FAR = 4  # so many small words may stand between a class word and its name: "the Dutch online lender Bol"
_LEFT_KINDS = frozenset(
    {"role", "title", "company", "former", "current", "new", "determiner", "and", "said", "according", "person_noun",
     "colleague", "including", "pronoun", "kin", "place", "org", "product_noun", "board", "possessive"}
)  # fmt: skip
_RIGHT_KINDS = frozenset(
    {"said", "role", "relative", "copula", "and", "company", "person_noun", "title", "break", "acting", "product_noun",
     "place", "board"}
)  # fmt: skip
_SKIPPED_AFTER_COMMA = frozenset({"determiner", "former", "current", "org", "acting", "copula", "new"})


class Reuse:
    """How the runs of an article share their words."""

    def __init__(self, groups: Mapping[str, list[Candidate]]) -> None:
        """Notes which wordings are one word, and which words begin and end the longer ones."""
        self.alone = {key for key in groups if " " not in key}
        self.firsts: dict[str, int] = {}
        self.lasts: dict[str, int] = {}
        self.titled: set[str] = set()
        for key, group in groups.items():
            words = key.split()
            if len(words) > 1:
                self.firsts[words[0]] = self.firsts.get(words[0], 0) + 1
                self.lasts[words[-1]] = self.lasts.get(words[-1], 0) + 1
            elif any(_is_titled(candidate) for candidate in group):
                self.titled.add(key)


def run_features(
    key: str, group: list[Candidate], reuse: Reuse, lexicon: Lexicon, likeness: NameLikeness
) -> dict[str, float]:
    """The features of all runs of one wording; each is there or not, but for the likeness of its words."""
    out = _shape(group[0], lexicon, likeness)
    size = "one" if " " not in key else "more"
    out.update(dict.fromkeys(_reused(key, reuse), 1.0))
    for candidate in group[:_MOST_RUNS]:
        for name in _beside(candidate, lexicon):
            out[name] = 1.0
            out[f"{size}: {name}"] = 1.0
    if all(candidate.at_start for candidate in group):
        out[f"{size}: only where capitals say little"] = 1.0
    if all(candidate.sentence.is_title for candidate in group):
        out[f"{size}: only in the title"] = 1.0
    if len(group) > 1:
        out[f"{size}: again"] = 1.0
    return out


def _shape(candidate: Candidate, lexicon: Lexicon, likeness: NameLikeness) -> dict[str, float]:
    tokens = candidate.sentence.tokens
    surfaces = [word for word in tokens.surface[candidate.start : candidate.end] if word[0].isalnum()]
    folded = [word for word in tokens.folded[candidate.start : candidate.end] if word[:1].isalnum()]
    names = [word for place, word in enumerate(folded) if place == 0 or word not in particles()]
    size = "one" if len(folded) == 1 else "more"
    found = {f"words {min(len(names), 6)}", *_listed_parts(names, size, lexicon)}
    if len(names) < len(folded):
        found.add("small word inside")
    if "&" in tokens.surface[candidate.start : candidate.end]:
        found.add("ampersand")
    if any(word[0].isdigit() for word in folded):
        found.add("digit")
    found.update(f"{size}: {name}" for word in surfaces for name in _letters_of(word))
    if len(surfaces) > 1 and all(word.isupper() for word in surfaces):
        found.add("all capitals")
    out = dict.fromkeys(found, 1.0)
    looks = [max(-3.0, min(3.0, likeness.score(word))) for word in (names[0], names[-1])]
    out[f"{size}: first looks like a person's"] = looks[0]
    out[f"{size}: last looks like a person's"] = looks[1]
    return out


def _listed_parts(names: list[str], size: str, lexicon: Lexicon) -> Iterator[str]:
    """What the lists say of the words: given and family names, class words of organizations, ordinary words."""
    first, last = names[0], names[-1]
    heads = lexicon.org_words
    for place, word in (("first", first), ("last", last)):
        if word in lexicon.given_names:
            doubt = " and word" if word in lexicon.doubtful_names else ""
            yield f"{size}: {place} given{doubt}"
        if word in lexicon.family_names:
            yield f"{size}: {place} family"
        if word in heads:
            yield f"{size}: {place} class word"
        if word in lexicon.common:
            yield f"{size}: {place} common"
    if len(names) > 1 and first in lexicon.given_names and last in lexicon.family_names:
        yield "given and family"
    elif len(names) > 1 and last in heads and first not in heads:
        yield "given, then class word" if first in lexicon.given_names else "name, then class word"
    if first not in lexicon.listed_names and last not in lexicon.listed_names:
        yield f"{size}: no listed name"
    inner = names[1:-1]
    if any(word in heads for word in inner):
        yield "inner class word"
    if any(word in lexicon.listed_names for word in inner):
        yield "inner listed name"
    if any(word in lexicon.common for word in inner):
        yield "inner common"


def _letters_of(word: str) -> Iterator[str]:
    if len(word) > 1 and word.isupper():
        yield "initials" if len(word) == 2 else "acronym"
    elif len(word) == 1:
        yield "initial"
    elif any(letter.isupper() for letter in word[1:]) and not word.startswith(("Mc", "Mac", "De", "Di", "La", "Le")):
        yield "inner apostrophe" if "'" in word or "’" in word else "inner capital"
    if any(letter.isdigit() for letter in word):
        yield "digit in word"


def _reused(key: str, reuse: Reuse) -> Iterator[str]:
    words = key.split()
    if len(words) == 1:
        if reuse.firsts.get(key):
            yield "begins a longer run"
        if reuse.lasts.get(key):
            yield "ends a longer run"
        return
    if words[-1] in reuse.alone:
        yield "last word alone"
    if words[0] in reuse.alone:
        yield "first word alone"
    if words[-1] in reuse.titled:
        yield "last word after a title"
    if reuse.firsts[words[0]] > 1:
        yield "first word shared"
    if reuse.lasts[words[-1]] > 1:
        yield "last word shared"


def _is_titled(candidate: Candidate) -> bool:
    return any(hit.kind == "title" for hit in _ending(candidate.sentence, candidate.start))


def _ending(sentence: Sentence, place: int) -> Sequence[Hit]:
    """The phrases that end where a run begins, a full stop of "Mr." between."""
    if place > 1 and sentence.tokens.surface[place - 1] == ".":
        return [hit for hit in sentence.ending(place - 1) if hit.kind == "title"]
    return sentence.ending(place)


def _beside(candidate: Candidate, lexicon: Lexicon) -> Iterator[str]:
    sentence, start, end = candidate.sentence, candidate.start, candidate.end
    yield from _left(sentence, start, lexicon)
    yield from _right(sentence, end)
    opens = not any(word[0].isalnum() for word in sentence.tokens.surface[:start])
    for name in _employs(sentence, end, lexicon):
        yield name
        if opens:
            yield f"opens, {name}"
    surface = sentence.tokens.surface
    if start > 0 and surface[start - 1] in '"“«' and end < len(surface) and surface[end] in '"”»':
        yield "quoted"
    if opens:
        yield "opens an item" if sentence.is_item else "opens the sentence"
        if not any(word[0].isalnum() for word in surface[end:]):
            yield "alone in its line"


def _left(sentence: Sentence, start: int, lexicon: Lexicon) -> Iterator[str]:
    """What stands before a run: phrases that end there, and what those before its small words say."""
    place = start
    marks = ""
    for _ in range(3):
        ending = _ending(sentence, place)
        small = [hit for hit in ending if hit.kind in ("mark", "determiner") and hit.start < place]
        for hit in ending:
            if hit.kind == "title" and sentence.tokens.folded[hit.start] in lexicon.nations:
                if not sentence.closes(hit.start, ("company",)):  # "la empresa vasca" is said of the firm
                    yield f"left: {marks}nation"
                continue
            if hit.kind == "trigger":
                yield f"left: {marks}{_trigger_name(hit)}"
            elif hit.kind == "mark":
                yield f"left: {marks}mark {hit.payload}"
            elif hit.kind in _LEFT_KINDS:
                yield f"left: {marks}{hit.kind}"
        if not small:
            break
        first = min(small, key=lambda hit: (hit.start, hit.kind))
        marks += f"{first.payload if first.kind == 'mark' else 'determiner'} < "
        place = first.start
    if place > 0 and sentence.tokens.surface[place - 1] in ",:(;":
        yield f"left: {marks}{sentence.tokens.surface[place - 1]}"
    yield from _class_word_before(sentence, start)


def _class_word_before(sentence: Sentence, start: int) -> Iterator[str]:
    """A class word with small words between it and the name: "la empresa vasca Ondarre", never over a preposition."""
    surface = sentence.tokens.surface
    for place in range(start - 1, max(start - 1 - _FAR, 0), -1):
        if not surface[place][0].isalpha() or not surface[place][0].islower():
            return
        kinds = {hit.kind for hit in sentence.ending(place)}
        here = {hit.kind for hit in sentence.by_start.get(place, ())}
        if here & {"mark", "and", "trigger", "relative", "copula", "said"}:
            return
        for kind in kinds & {"company", "role", "title", "kin", "unnamed"}:
            yield f"left: {kind} farther"
            return


def _right(sentence: Sentence, end: int) -> Iterator[str]:
    tokens = sentence.tokens
    surface = tokens.surface
    if end >= len(surface):
        return
    for hit in sentence.by_start.get(end, ()):
        if hit.kind == "trigger":
            yield f"right: {_trigger_name(hit)}"
        elif hit.kind == "mark":
            yield f"right: mark {hit.payload}"
        elif hit.kind in _RIGHT_KINDS:
            yield f"right: {hit.kind}"
    if tokens.is_possessive(end):
        yield "right: 's"
    elif surface[end][0].islower():
        yield from _after_small_word(sentence, end)
    elif surface[end] == "(" and end + 2 < len(surface) and surface[end + 2] == ")":
        inside = surface[end + 1]
        yield "right: age" if inside.isdigit() else "right: acronym" if inside.isupper() else "right: bracket"
    elif surface[end] in ",(–—-:":
        yield from _after_comma(sentence, end)


def _after_small_word(sentence: Sentence, end: int) -> Iterator[str]:
    """A verb after one small word: "X has poached two", "X se incorpora"."""
    if any(hit.kind == "copula" for hit in sentence.by_start.get(end, ())):
        return
    for hit in sentence.by_start.get(end + 1, ()):
        if hit.kind == "trigger" and not hit.payload.noun:
            yield f"right: then {_trigger_name(hit)}"


def _employs(sentence: Sentence, end: int, lexicon: Lexicon) -> Iterator[str]:
    """What a run does to somebody, as employers do: "Acme has since hired", "Acme announced the hiring"."""
    surface = sentence.tokens.surface
    is_passive = announces = False
    for place in range(end, min(end + _AUXILIARIES + 1, len(surface))):
        if not surface[place][0].islower():
            return
        here = sentence.by_start.get(place, ())
        for hit in here:
            if hit.kind == "trigger" and (announces or not hit.payload.noun):
                is_done = _leads_to_person(sentence, hit.end, lexicon)
                is_object = is_done and surface[hit.end][0].isupper()
                if _is_employers(hit, is_passive=is_passive and not is_object):
                    yield "employs"
                    if is_done:
                        yield "employs somebody"
                    return
                if is_object:
                    yield "does something to somebody"
        is_passive = is_passive or any(hit.kind == "copula" for hit in here)
        announces = announces or any(hit.kind in ("said", "determiner") for hit in here)


def _is_employers(hit: Hit, *, is_passive: bool) -> bool:
    """Whether an employer is the subject of a verb, or announces what a noun says."""
    frame, trigger = frames().get(hit.payload.event), hit.payload
    if frame is None:
        return False
    if frame.person_after:
        return "subject" in frame.to_marks  # "was founded by"
    return trigger.person == "right" or (frame.is_agent and not trigger.passive and not is_passive)


def _leads_to_person(sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """Whether the first capitalised words after a verb are a listed person, or begin with a given name."""
    surface = sentence.tokens.surface
    for start in range(place, min(place + _LED_UP, len(surface))):
        if surface[start][0].isupper():
            return sentence.opens(start, ("person",)) or sentence.tokens.folded[start] in lexicon.given_names
        if not surface[start][0].isalpha():
            return False
    return False


def _after_comma(sentence: Sentence, end: int) -> Iterator[str]:
    surface = sentence.tokens.surface
    sign = "," if surface[end] == "," else "dash"
    follow = end + 1
    if follow < len(surface) and surface[follow].isdecimal() and 17 < int(surface[follow][:3]) < 100:
        yield "right: age"
        return
    for _ in range(3):
        kinds = {hit.kind for hit in sentence.by_start.get(follow, ())}
        for kind in ("role", "title", "company", "unnamed", "relative", "person_noun", "trigger", "kin"):
            if kind in kinds:
                yield f"right: {sign} {kind}"
        if kinds & {"role", "company", "unnamed", "relative"}:
            return
        if not kinds & _SKIPPED_AFTER_COMMA:
            if "role" in {hit.kind for hit in sentence.by_start.get(follow + 1, ())}:
                yield f"right: {sign} role"
            return
        follow = max(hit.end for hit in sentence.by_start[follow])


def _trigger_name(hit: Hit) -> str:
    trigger = hit.payload
    form = " noun" if trigger.noun else " passive" if trigger.passive else ""
    taking = f" {trigger.object}" if trigger.object else ""
    return f"{trigger.event}{form}{taking}"
