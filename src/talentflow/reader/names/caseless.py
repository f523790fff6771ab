"""Names that nobody has listed, in scripts without capitals: runs of words that look like names and are no words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentflow.reader.names.announced import institutions, quoted_names, quoted_spans
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.names.name_tags import Run
from talentflow.reader.words.glue import clitics_by_likeness, glue_before, is_conjoined
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.script import NAME_AT, NAME_KINDS, QUOTES, Script, is_word

_BLOCKED = -9.0
_STRONG = 4.0
_SURE = 3.0  # the score of a name that the learnt tags find
_LIKELY = 2.0  # the least of a person whom they miss
_ORGANIZATION = 1.0  # what scores so much as an organization is left to them,
_ANNOUNCED = 3.0  # unless a class word right before it says that it is one
# Inside a run a word may look less like a name: "Tom" makes a surname of most words after it.
CONTINUES_AT = -1.2
# What looks worse is no part of a name whatever stands beside it.
UNLIKELY_AT = -0.4
LIKELY_AT = 1.5  # makes a name's first part of an unlikely word before it
UNJOINED_AT = -4.0  # what looks worse is not joined by a hyphen
_LONGEST = 8


def caseless_candidates(sentence: Sentence, script: Script, runs: Sequence[Run] | None = None) -> list[Candidate]:
    """The runs of name-like words of a sentence that no list knows, each with its score as person and as company.

    Where tags were learnt for the language, `runs` are the names that they find: these count, and rules add only
    people whom they miss, and what a class word announces. Without them the rules find all.
    """
    looks = _looks(sentence, script)
    people = _quoted_people(sentence, looks, script)
    named = [*people, *quoted_names(sentence, looks, script, people), *institutions(sentence, looks, script.lexicon)]
    if runs is None:
        return [*named, *_likely(sentence, named, looks, script)]
    tagged = _tagged(sentence, runs, looks, script)
    likely = _likely(sentence, [*tagged, *named], looks, script)
    taken = {index for one in tagged for index in range(one.start, one.end)}
    missed = [one for one in (*people, *likely) if one.org_score < _ORGANIZATION and one.score >= _LIKELY]
    missed += [one for one in likely if one.org_score >= _ANNOUNCED]
    return tagged + [one for one in missed if taken.isdisjoint(range(one.start, one.end))]


def _tagged(sentence: Sentence, runs: Sequence[Run], looks: list[float], script: Script) -> list[Candidate]:
    """The names that the learnt tags find, less those that a list knows and those of one word that are people's."""
    known = sentence.covered_by("person", "org")
    out: list[Candidate] = []
    whole = (part for run in runs for part in _at_preposition(sentence, _outside(run, known), script))
    parted = (part for run in whole for part in _parted(sentence, run, script))
    for run in (_without_subject(sentence, run, script) for run in parted):
        run = _only_surname(sentence, _without_verb(sentence, run, script), script)
        if not known.isdisjoint(range(run.start, run.end)) or (run.is_person and run.end - run.start < 2):
            continue
        if run.start == run.end:
            continue
        if _is_unnamed(sentence, run):
            continue
        candidate = _candidate(sentence, run.start, run.end, looks, script, run)
        if run.is_person:
            candidate.score, candidate.org_score = max(candidate.score, _SURE), 0.0
        else:
            candidate.score, candidate.org_score = -_SURE, max(candidate.org_score, _SURE)
        out.append(candidate)
    return out


def _outside(run: Run, known: set[int]) -> Run:
    """A person's run without the listed names at its ends: after a verb the employer may stand beside the person."""
    start, end = run.start, run.end
    while run.is_person and start < end and start in known:
        start += 1
    while run.is_person and start < end and end - 1 in known:
        end -= 1
    return Run(start, end, run.kind) if start < end else run


def _at_preposition(sentence: Sentence, run: Run, script: Script) -> list[Run]:
    """A person's run parted at a comma or a preposition inside it: "عمر ناصر | إلى | كوانتا" tells who and where to."""
    if not run.is_person:
        return [run]
    surface, names = sentence.tokens.surface, script.lexicon.listed_names
    stop = next((index for index in range(run.start + 1, run.end) if surface[index] in ",،;؛:"), run.end)
    run = Run(run.start, stop, run.kind)
    leading = next(
        (
            hit for hit in sentence.of_kind("mark")
            if run.start + 1 < hit.start < run.end and hit.end - hit.start == 1 and not hit.prefix and not hit.suffix
            and sentence.tokens.folded[hit.start] not in names
        ),
        None,
    )  # fmt: skip
    if leading is None:
        return [run]
    out = [Run(run.start, leading.start, run.kind)]
    if leading.payload in ("toward", "away") and leading.end < run.end:
        out.append(Run(leading.end, run.end, "org"))
    return out


def _parted(sentence: Sentence, run: Run, script: Script) -> list[Run]:
    """A person's run parted before an "and" that is glued to a given name: "سامر حداد وليلى عمران" are two people.

    So are two family names of whom this page speaks: "غروس وليفي".
    """
    if not run.is_person:
        return [run]
    out, start = [], run.start
    for index in range(run.start + 1, run.end):
        if index > start and _begins_another(sentence.tokens.folded, start, index, run.end, script):
            out.append(Run(start, index, run.kind))
            start = index
    return [*out, Run(start, run.end, run.kind)]


def _begins_another(folded: Sequence[str], start: int, index: int, end: int, script: Script) -> bool:
    word = folded[index]
    if script.is_listed(word) or word in script.lexicon.particles:
        return False
    for reading in script.lexicon.readings(word)[1:]:
        if not reading.conjunction or reading.prefix or reading.suffix:
            continue
        if reading.stem in script.lexicon.particles and index + 1 < end and index - start == 1:
            return True  # "شازير ودي فريتاس"
        if len(reading.stem) < 3:
            continue
        if reading.stem in script.lexicon.given_names and index + 1 < end and index - start > 1:
            return True
        is_two = end - start == 2 or folded[start] in script.surnames
        if is_two and reading.stem in script.seen and folded[start] not in script.lexicon.given_names:
            return True
    return False


def _without_subject(sentence: Sentence, run: Run, script: Script) -> Run:
    """A person's run without the family name of who acts on them: "عين | زوكربيرغ | توم بيرغ"."""
    first = sentence.tokens.folded[run.start]
    if not run.is_person or run.end - run.start < 3 or not sentence.closes(run.start, ("trigger",)):
        return run
    is_family = first in script.lexicon.family_names and not is_given_name(first, script)
    return Run(run.start + 1, run.end, run.kind) if is_family and _is_given(sentence, run.start + 1, script) else run


def _without_verb(sentence: Sentence, run: Run, script: Script) -> Run:
    """A run without the verb that opens it, which nobody is called: "عيّن | القائمون", "أورد | الخبر".

    What a verb of saying leaves of an employer's name is what was said, if it is one word with the article.
    """
    folded, surface = sentence.tokens.folded, sentence.tokens.surface
    first = folded[run.start]
    verbs = sentence.by_start.get(run.start, ())
    if script.is_listed(first) or not any(
        hit.kind in ("said", "trigger")
        and hit.end == run.start + 1
        and not (hit.kind == "trigger" and hit.payload.noun)
        for hit in verbs
    ):
        return run
    start = run.start + 1
    if run.end - start == 1 and has_article(surface[start], script.lexicon):
        return Run(run.end, run.end, run.kind)
    return Run(start, run.end, run.kind)


def _only_surname(sentence: Sentence, run: Run, script: Script) -> Run:
    """A person's run cut behind the family name of somebody whom the page names in full: that opens no other name."""
    if not run.is_person or run.end - run.start < 2 or script.is_listed(sentence.tokens.folded[run.start]):
        return run
    readings = script.lexicon.readings(sentence.tokens.folded[run.start])
    if any(not reading.suffix and reading.stem in script.surnames for reading in readings):
        return Run(run.start, run.start + 1, run.kind)
    return run


def _is_unnamed(sentence: Sentence, run: Run) -> bool:
    """Whether a run is wholly a phrase such as "a new company", which names none."""
    hits = sentence.by_start.get(run.start, ())
    return any(hit.kind in ("unnamed", "company_anaphor", "company_former") and hit.end >= run.end for hit in hits)


def _likely(sentence: Sentence, named: list[Candidate], looks: list[float], script: Script) -> list[Candidate]:
    """The runs of words that look like names, outside the names that are found already."""
    out: list[Candidate] = []
    for candidate in named:
        for index in range(candidate.start, candidate.end):
            looks[index] = _BLOCKED
    index, count = 0, len(sentence.tokens)
    while index < count:
        if looks[index] < NAME_AT:
            index += 1
            continue
        end = _run_end(sentence, index, looks, script)
        out.append(_candidate(sentence, index, end, looks, script))
        index = end
    return out


def _quoted_people(sentence: Sentence, looks: list[float], script: Script) -> list[Candidate]:
    """Names in quotation marks that are people's: some papers put every name in them."""
    out: list[Candidate] = []
    for start, end in quoted_spans(sentence):
        if 2 <= end - start <= 4 and _quotes_person(sentence, start, end, script.lexicon):
            candidate = _candidate(sentence, start, end, looks, script)
            candidate.score += 1.0
            out.append(candidate)
    return out


def _quotes_person(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a post or a verb beside the quotation marks says that they hold a person's name."""
    left, right = _neighbours(sentence, start, end)
    if left & {"company", "product_noun", "person_noun"}:
        return False
    if any(start <= hit.start < end for hit in sentence.of_kind("org_word")):
        return False
    if any(word in lexicon.common for word in sentence.tokens.folded[start:end]):
        return False
    if left & {"role", "title"}:
        return True
    if not left & {"trigger", "said"}:  # a verb that leads has the company for its subject
        return bool(right & {"role", "comma_role", "comma_relative"})
    return any(
        hit.kind == "trigger" and hit.suffix and hit.payload.event in ("replace", "succeeded_by")
        for hit in sentence.ending(start - 1)
    )


def is_doubtful(sentence: Sentence, hit: Hit, lexicon: Lexicon, *, is_tagged: bool = False) -> bool:
    """Whether a listed name is more likely a word here: "الدار" is a house unless a class word or quotes say more."""
    tokens = sentence.tokens
    word = tokens.folded[hit.start]
    if hit.kind not in ("org", "product") or not is_word(word) or lexicon.language.spaceless:
        return False  # where no spaces part the words, the cutting has chosen
    naming = (*NAME_KINDS, "institution", "org_word")
    beginning = sentence.by_start.get(hit.start, ())
    same = any(other.end >= hit.end and other.kind not in naming for other in beginning)
    if hit.end - hit.start > 1 and not same:
        return False
    before = tokens.surface[hit.start - 1] if hit.start else ""
    if is_tagged or before in QUOTES or sentence.closes(hit.start, ("company",)):
        return False
    if same or any(reading.stem in lexicon.common for reading in lexicon.readings(word) if len(reading.stem) > 2):
        return True
    # "ألكسندر باسوس" is a name, not "Alexander at Asus".
    return bool(hit.prefix) and hit.start > 0 and _is_name_before(tokens.folded[hit.start - 1], lexicon)


def _is_name_before(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.given_names and word not in lexicon.doubtful_names and word not in lexicon.common


def _looks(sentence: Sentence, script: Script) -> list[float]:
    """For each word the log-odds that it is part of a name nobody has listed."""
    tokens, lexicon = sentence.tokens, script.lexicon
    blocked: set[int] = set()
    phrases: dict[int, bool] = {}
    for hit in sentence.hits:
        if hit.kind in NAME_KINDS:
            blocked.update(range(hit.start, hit.end))
        elif hit.kind != "name_particle":
            whole = hit.end - hit.start > 1 or not (hit.prefix or hit.suffix or hit.has_article)
            for index in range(hit.start, hit.end):
                phrases[index] = whole or phrases.get(index, False)
    folded, usual, known = tokens.folded, script.usual, script.looks
    out: list[float] = []
    for index, surface in enumerate(tokens.surface):
        if index in blocked:
            out.append(_BLOCKED)
            continue
        look = known.get((surface, phrases.get(index)))
        if look is None or folded[index] in usual:
            look = _look(folded[index], surface, phrases.get(index), script)
        out.append(look)
    links = {hit.start for hit in sentence.of_kind("name_link") if not hit.prefix and not hit.suffix}
    places: Iterable[int] = range(len(folded) - 1)
    if not links and lexicon.starts_of_names.isdisjoint(folded):
        places = [index for index in places if UNLIKELY_AT <= out[index] < NAME_AT]
    for index in places:
        look = out[index]
        if UNLIKELY_AT <= look < NAME_AT:
            if look >= 0.0 and index not in blocked and (script.is_listed(folded[index + 1]) or index + 1 in links):
                out[index] = 1.5  # an ordinary word, but one that is also a given name, before a surname
            elif out[index + 1] >= LIKELY_AT and not script.is_ordinary(folded[index]):
                out[index] = NAME_AT  # an unlikely first part before a likely last one
        if index + 1 in links and out[index] > _BLOCKED:
            out[index] = max(out[index], 2.0)
        if index in blocked or index + 1 in blocked or folded[index] not in lexicon.starts_of_names:
            continue
        if f"{folded[index]} {folded[index + 1]}" in lexicon.listed_names:
            out[index] = out[index + 1] = _STRONG
    return out


def _look(word: str, surface: str, in_phrase: bool | None, script: Script) -> float:
    """How much a word looks like part of a name, kept for the next time unless that depends on the page."""
    if word in script.usual:
        return _look_of(word, surface, in_phrase, script)
    known = script.looks
    if len(known) > _MOST_LOOKS:
        known.clear()
    found = known[surface, in_phrase] = _look_of(word, surface, in_phrase, script)
    return found


def look_alone(word: str, surface: str, script: Script) -> float:
    """How much a word looks like part of a name before anything is known of the phrases that it belongs to."""
    found = script.looks.get((surface, None))
    return _look(word, surface, None, script) if found is None or word in script.usual else found


_MOST_LOOKS = 50_000  # bounded memory on endless input


def _look_of(word: str, surface: str, in_phrase: bool | None, script: Script) -> float:
    if not is_word(word):
        return _BLOCKED
    lexicon = script.lexicon
    is_name = word in lexicon.listed_names
    if word in lexicon.doubtful_names or (is_name and (in_phrase or word in lexicon.common)):
        if len(word) > 2 and surface != script.usual.get(word, surface):
            return 2.0
        if in_phrase:
            return _BLOCKED
        if len(word) < 3:
            return _BLOCKED
        single = [r for r in lexicon.readings(word)[1:] if not r.suffix and bool(r.conjunction) != bool(r.prefix)]
        glued = [r.stem for r in single if r.stem in lexicon.common]
        if any(len(stem) < 3 for stem in glued):
            return _BLOCKED  # "فإن", "بأن"
        return 0.0 if word in lexicon.common or glued else 0.4
    if is_name:
        return _STRONG
    if in_phrase or word in lexicon.common:
        return _BLOCKED
    if has_article(surface, lexicon) and len(word) > 4:
        return min(CONTINUES_AT - 0.1, script.likeness.score(word) - 1.5)
    best = script.likeness.score(word) - (0.8 if in_phrase is False else 0.0)
    for reading in lexicon.readings(word)[1:]:
        is_short = len(reading.stem) < 3
        if reading.suffix:
            if not is_short and reading.stem in lexicon.common:
                best -= 2.0
        elif reading.prefix and reading.has_article:
            return min(best, -3.0)
        elif (reading.conjunction or reading.prefix) and not is_short:
            if script.is_listed(reading.stem):
                return 3.0
            if reading.stem in lexicon.common:
                return min(best, -3.0)
    return best


def has_article(surface: str, lexicon: Lexicon) -> bool:
    """Whether a word bears the article; a hamza tells "ألتمان" from it."""
    return bool(lexicon.article) and surface.startswith(lexicon.article)


def _run_end(sentence: Sentence, start: int, looks: list[float], script: Script) -> int:
    """Where the run of a name ends: over name-like words, particles, and one last word with an article."""
    tokens, lexicon = sentence.tokens, script.lexicon
    particles = {
        hit.start for hit in sentence.of_kinds(("name_particle", "name_link")) if not hit.prefix and not hit.suffix
    }
    end = index = start + 1
    is_given = _is_given(sentence, start, script)
    is_company = not is_given and sentence.closes(start, ("company",))
    while index < len(tokens) and index - start < _LONGEST:
        word, surface = tokens.folded[index], tokens.surface[index]
        if index in particles and index + 1 < len(tokens) and is_word(tokens.folded[index + 1]):
            end = index = index + 2  # "bin" and "Al" make a name of whatever follows
            is_given = True
        elif surface in "-." and tokens.is_glued(index) and index + 1 < len(tokens):
            if looks[index + 1] <= UNJOINED_AT or not tokens.is_glued(index + 1):
                break
            end = index = index + 2
        elif looks[index] == _BLOCKED or is_conjoined(word, end - start, script):
            break
        elif looks[index] >= NAME_AT:
            if is_company and script.is_listed(word) and word in lexicon.given_names:
                break  # "the firm Quanta Layla Haddad": a verb leads, and the person follows the firm
            end = index = index + 1
            is_given = is_given or _is_given(sentence, index - 1, script)
        elif is_given and has_article(surface, lexicon) and len(word) > 4:
            return index if _is_phrase(sentence, index) else index + 1  # a family name with an article comes last
        elif (
            is_given and looks[index] >= CONTINUES_AT and (end - start < 2 or _ends_in_family(sentence, index, lexicon))
        ):
            end = index = index + 1
        else:
            break
    return end


def _is_given(sentence: Sentence, index: int, script: Script) -> bool:
    """Whether a word of a run is a given name, after which a surname must follow."""
    return is_given_name(sentence.tokens.folded[index], script)


def is_given_name(word: str, script: Script) -> bool:
    """Whether a folded word is a listed given name, as it stands or without what is glued on in front."""
    lexicon = script.lexicon
    if word in lexicon.given_names:
        return True
    return any(r.stem in lexicon.given_names for r in lexicon.readings(word)[1:] if not r.suffix and len(r.stem) > 2)


def _ends_in_family(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the next word is a family name with an article ("Jassim Mohammed Buataba Al Zaabi")."""
    following = index + 1
    if following >= len(sentence.tokens) or _is_phrase(sentence, following):
        return False
    return (
        has_article(sentence.tokens.surface[following], lexicon)
        and sentence.tokens.folded[following] not in lexicon.common
    )


def _is_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to a phrase of the language: a post, a class word, a weekday, ..."""
    return any(
        hit.start <= index < hit.end
        for hit in sentence.hits
        if hit.kind not in ("name_particle", "name_link", "product_noun")
    )


def _candidate(
    sentence: Sentence, start: int, end: int, looks: list[float], script: Script, run: Run | None = None
) -> Candidate:
    tokens = sentence.tokens
    word = tokens.folded[start]
    before = tokens.surface[start - 1] if start else ""
    if run is None:
        conjunction, prefix, first = clitics_by_likeness(word, before, script)
        if _is_quoted(sentence, start, end):
            conjunction, prefix, first = "", "", word  # what is glued on stands before the mark: "لـ«...»"
        cut = len(conjunction) + len(prefix)
    else:
        cut, prefix = 0, ""
        if not _is_quoted(sentence, start, end):
            cut, prefix = glue_before(word, before, script, is_person=run.is_person)
        first = word[cut:]
    key = " ".join([first, *(w for w in tokens.folded[start + 1 : end] if w not in "-.")])
    candidate = Candidate(sentence, start, end, key, prefix=prefix)
    words = [min(looks[i], _STRONG) for i in range(start, end) if looks[i] > _BLOCKED]
    person = sum(words) / max(1, len(words)) * 0.6 + (0.6 if end - start >= 2 else -1.2)
    organization = 0.0
    left, right = _neighbours(sentence, start, end)
    if left & {"role", "title"}:
        person += 1.6
    if left & {"trigger", "said"}:
        person += 0.9
    if "company" in left and not left & {"role", "title"}:
        organization += 3.0
        person -= 2.5
    elif "mark" in left or prefix:
        organization += 0.5
    if "bracket" in right:
        person += 1.5 if "bracket names" in right else 0.3
        organization += 0.5
    if right & {"comma_role", "comma_relative"}:
        person += 1.5
    if "comma_company" in right:
        organization += 1.5
    if right & {"said", "relative", "role"}:
        person += 0.8
    candidate.score, candidate.org_score = person, organization
    candidate.clitics = cut
    return candidate


def _is_quoted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run fills its quotation marks."""
    surface = sentence.tokens.surface
    return start > 0 and end < len(surface) and surface[end] == QUOTES.get(surface[start - 1], "") != ")"


def _neighbours(sentence: Sentence, start: int, end: int) -> tuple[set[str], set[str]]:
    """Kinds of phrases just left and right of a run."""
    tokens = sentence.tokens
    if start > 0 and end < len(tokens) and tokens.surface[end] == QUOTES.get(tokens.surface[start - 1], ""):
        start, end = start - 1, end + 1  # what stands around the quotation marks
    left = {hit.kind for hit in sentence.ending(start) if hit.kind != "and"}
    right = {hit.kind for hit in sentence.by_start.get(end, ())}
    if end < len(tokens) and tokens.surface[end] in "،,(-–—":
        following = {hit.kind for hit in sentence.by_start.get(end + 1, ())}
        right |= {f"comma_{kind}" for kind in following & {"role", "relative", "company"}}
        if following & {"unnamed"}:
            right.add("comma_company")
        if tokens.surface[end] == "(" and end + 1 < len(tokens) and tokens.surface[end + 1][0].isupper():
            right.add("bracket")
            if end + 2 < len(tokens) and tokens.surface[end + 2][0].isupper():
                right.add("bracket names")
    return left, right
