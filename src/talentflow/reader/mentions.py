"""Who and what an article names: known and unknown names, short forms, words that point back; mentions of entities."""

from __future__ import annotations

import re

from talentflow.reader.cased import cased_candidates
from talentflow.reader.caseless import caseless_candidates, is_doubtful
from talentflow.reader.lexicon import Hit, Lexicon
from talentflow.reader.listed import posting_places
from talentflow.reader.names import Candidate, is_ticker, small_words, weigh_reuse
from talentflow.reader.page import Entity, Mention, Page, Sentence
from talentflow.reader.script import script_of
from talentflow.reader.weighing import score_candidate
from talentflow.text.fold import fold
from talentflow.text.romanise import romanise
from talentflow.text.tokens import Tokens

_PERSON_AT = 1.1
_ORG_AT = 1.0
_ANAPHORS = (
    "company_anaphor",
    "people_anaphor",
    "pronoun",
    "possessive",
    "possessive_plural",
    "company_possessive",
    "unnamed",
)
_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A stable identifier made from a Latin name."""
    return _SLUG.sub("-", fold(name)).strip("-") or "unknown"


class Cast:
    """The entities of a page and the mentions of each sentence."""

    def __init__(self, page: Page) -> None:
        """Finds all mentions of a page; `page.sentences[i].mentions` are filled in order of place."""
        self.page = page
        self.lexicon: Lexicon = page.lexicon
        self.entities: dict[tuple[str, str], Entity] = {}
        self._short: dict[str, Entity] = {}
        self._unlisted_orgs: dict[str, dict[int, Entity]] = {}  # by the first word of their names
        self._unit_surfaces: dict[int, list[str]] = {}
        for sentence in page.sentences:
            self._known(sentence)
        self._unknown()
        self._short_forms()
        for sentence in page.sentences:
            self._anaphors(sentence)
            sentence.mentions.sort(key=lambda mention: (mention.start, -mention.end))
            for mention in sentence.mentions:
                place_mark(mention, self.lexicon)
            sentence.mentions = [mention for mention in sentence.mentions if not _is_posting_place(mention)]
        for entity in self.entities.values():
            if not entity.surfaces:
                entity.surfaces = self._unit_surfaces.get(id(entity), [])

    def people(self) -> list[Entity]:
        """The people of the article."""
        return [entity for entity in self.entities.values() if entity.kind == "person"]

    def _entity(self, kind: str, key: str, name: str | None, *, listed: bool, record: object = None) -> Entity:
        entity = self.entities.get((kind, key))
        if entity is None:
            entity = self.entities[kind, key] = Entity(kind, key, name, listed, record=record)
        return entity

    def _known(self, sentence: Sentence) -> None:
        chosen: list[Hit] = []
        taken: set[int] = set()
        names = [hit for hit in sentence.hits if hit.kind in ("org", "person", "product", "place")]
        if not self.page.language.cased:
            names = [hit for hit in names if not is_doubtful(sentence, hit, self.lexicon)]
        names = [hit for hit in names if not is_ticker(sentence, hit.start, hit.end)]
        days = {hit.start for hit in sentence.hits if hit.kind in ("weekday", "month")}
        names = [hit for hit in names if hit.kind != "org" or hit.end - hit.start > 1 or hit.start not in days]
        names = [hit for hit in names if hit.kind != "org" or not _is_given_name(sentence, hit, self.lexicon)]
        names.sort(key=lambda hit: (hit.start - hit.end, hit.kind not in ("org", "person"), hit.start))
        for hit in names:
            if not taken.intersection(range(hit.start, hit.end)):
                taken.update(range(hit.start, hit.end))
                chosen.append(hit)
        for hit in chosen:
            if hit.kind == "person":
                entity = self._entity("person", hit.payload.id, hit.payload.name, listed=True, record=hit.payload)
                self._mention(sentence, "person", hit.start, hit.end, entity, hit.prefix)
            elif hit.kind == "org" and hit.payload.sort != "product":
                record = self.lexicon.registry.employer(hit.payload)
                entity = self._entity("org", record.id, record.name, listed=True, record=record)
                mention = self._mention(
                    sentence, "org", hit.start, hit.end, entity, hit.prefix, unit=record.id != hit.payload.id
                )
                mention.count = 0
        sentence.hits = [hit for hit in sentence.hits if hit.kind not in ("org", "person") or hit in chosen]

    def _mention(
        self, sentence: Sentence, kind: str, start: int, end: int, entity: Entity | None, prefix: str = "",
        *, unit: bool = False, anaphor: bool = False, clitics: int = 0,
    ) -> Mention:  # fmt: skip
        mention = Mention(kind, sentence, start, end, entity, prefix, is_anaphor=anaphor, clitics=clitics)
        sentence.mentions.append(mention)
        if entity is not None and not anaphor:
            surface = _surface(mention, self.lexicon)
            if unit:
                self._unit_surfaces.setdefault(id(entity), []).append(surface)
            elif surface not in entity.surfaces:
                entity.surfaces.append(surface)
        return mention

    def _unknown(self) -> None:
        page = self.page
        groups: dict[str, list[Candidate]] = {}
        small = small_words(page)
        for sentence in page.sentences:
            for candidate in cased_candidates(sentence, self.lexicon, small):
                score_candidate(candidate, self.lexicon)
                groups.setdefault(candidate.key, []).append(candidate)
        if not page.language.cased:
            script = script_of(page)
            for sentence in page.sentences:
                for candidate in caseless_candidates(sentence, script):
                    groups.setdefault(candidate.key, []).append(candidate)
        weigh_reuse(groups)
        singles: list[tuple[str, list[Candidate]]] = []
        for key, group in groups.items():
            best = max(candidate.score for candidate in group)
            best_org = max(candidate.org_score for candidate in group)
            body = [candidate for candidate in group if not candidate.sentence.is_title]
            lead = 0.0 if _sounds_personal(key, self.lexicon) else 0.6
            if best >= _PERSON_AT and best > best_org + lead and " " in key and body:
                self._add_unknown("person", key, group)
            else:
                singles.append((key, group))
        tokens_of_people = self._name_words()
        for key, group in sorted(singles, key=lambda item: -len(item[0].split())):
            words = key.split()
            if len(words) == 1 and words[0] in tokens_of_people:
                continue
            best_org = max(candidate.org_score for candidate in group)
            if key[0].isascii() and " " not in key and best_org < _ORG_AT and all(c.at_start for c in group):
                continue  # a capital that only the start of a sentence explains
            if key[0].isascii() or page.language.cased or best_org >= _ORG_AT:
                self._add_unknown("org", key, group, sure=best_org >= _ORG_AT)

    def _add_unknown(self, kind: str, key: str, group: list[Candidate], *, sure: bool = True) -> None:
        if kind == "org" and group[0].sentence.tokens.folded and self.page.language.cased:
            same_start = self._unlisted_orgs.get(key.split(" ")[0], {}).values()
            longer = [entity for entity in same_start if _shortens(key, entity)]
            if len(longer) == 1:
                for candidate in group:
                    self._mention(candidate.sentence, kind, candidate.start, candidate.end, longer[0], candidate.prefix)
                return
        first = group[0]
        tokens = first.sentence.tokens
        begin = tokens.start[first.start]
        surface = tokens.text[begin + _letters(tokens.text, begin, first.clitics) : tokens.end[first.end - 1]]
        name, changed = romanise(surface)
        given = _latin_in_brackets(tokens, first.end)
        if changed and given:
            name, changed = given, False
        prefix = "" if sure else "?"
        entity = self._entity(kind, f"{kind}:{prefix}{slug(name)}", name, listed=False)
        entity.romanised = changed
        for candidate in group:
            self._mention(
                candidate.sentence,
                kind,
                candidate.start,
                candidate.end,
                entity,
                candidate.prefix,
                clitics=candidate.clitics,
            )
        if kind == "org":
            for surface in entity.surfaces:
                self._unlisted_orgs.setdefault(fold(surface).split(" ")[0], {})[id(entity)] = entity

    def _name_words(self) -> dict[str, Entity]:
        """Words that name one person of the article by themselves, family names before given names."""
        out: dict[str, Entity] = {}
        clash: set[str] = set()
        people = self.people()
        for last in (True, False):
            for entity in people:
                for surface in dict.fromkeys(entity.surfaces):
                    words = [word for word in fold(surface).replace("-", " ").split() if len(word) > 1]
                    if len(words) < 2:
                        continue
                    for word in words[-1:] if last else words[:-1]:
                        word = word.strip(".'’\"()")
                        known = out.get(word)
                        if known is None:
                            out[word] = entity
                        elif known is not entity and last:
                            clash.add(word)
        for word in clash:
            out.pop(word, None)
        self._short = out
        return out

    def _short_forms(self) -> None:
        words = self._name_words()
        if not words:
            return
        cased = self.page.language.cased
        for sentence in self.page.sentences:
            taken = {index for mention in sentence.mentions for index in range(mention.start, mention.end)}
            tokens = sentence.tokens
            index = 0
            while index < len(tokens):
                if index in taken or (cased and not tokens.surface[index][0].isupper()):
                    index += 1
                    continue
                for reading in self.lexicon.readings(tokens.folded[index]):
                    entity = words.get(reading.stem)
                    if entity is None or reading.has_article or reading.suffix:
                        continue
                    end = index + 1
                    while end < len(tokens) and end not in taken and words.get(tokens.folded[end]) is entity:
                        end += 1
                    if end == index + 1 and self._is_other_word(sentence, index, reading.stem):
                        break
                    self._mention(sentence, "person", index, end, entity, reading.prefix)
                    taken.update(range(index, end))
                    index = end - 1
                    break
                index += 1

    def _is_other_word(self, sentence: Sentence, index: int, stem: str) -> bool:
        if self.page.language.cased:
            return False
        if stem in self.lexicon.common:
            # A name that is also a word is one where a verb or a post leads to it: "غادر ماهر", "قال سعيد".
            leads = {hit.kind for hit in sentence.hits if hit.end == index}
            return not leads & {"trigger", "said", "title"}
        return any(
            hit.kind in ("trigger", "role", "mark", "company", "cue") for hit in sentence.by_start.get(index, ())
        )

    def _is_named_next(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether the people that a word counts are named right after it."""
        people = [m.start for m in sentence.mentions if m.kind == "person" and 0 <= m.start - hit.end <= 4]
        if not people:
            return False
        kinds = ("pronoun", "including", "relative", "copula", "title")
        passed = {i for other in sentence.hits if other.kind in kinds for i in range(other.start, other.end)}
        between = range(hit.end, min(people))
        return all(index in passed or not sentence.tokens.surface[index][0].isalpha() for index in between)

    def _anaphors(self, sentence: Sentence) -> None:
        taken = {index for mention in sentence.mentions for index in range(mention.start, mention.end)}
        hits = sorted(
            (hit for hit in sentence.hits if hit.kind in _ANAPHORS),
            key=lambda hit: hit.start - hit.end,
        )
        for hit in hits:
            if taken.intersection(range(hit.start, hit.end)):
                continue
            following = next((m for m in sentence.mentions if m.start == hit.end and not m.is_anaphor), None)
            if hit.kind == "company_anaphor" and following is not None and following.kind == "org":
                continue  # "the company Quanta" names it
            if hit.kind == "pronoun" and following is not None and following.kind == "person":
                continue  # "the researcher Ada Moreno" names her
            if hit.kind == "company_possessive" and not _before_post(sentence, hit.end):
                continue
            if hit.kind.startswith("possessive") and not _stands_alone(sentence, hit.end):
                continue
            if hit.kind == "unnamed" and following is not None and following.kind == "org":
                continue
            if hit.kind == "company_anaphor" and _names_after_all(sentence, hit.end):
                continue
            if hit.kind == "pronoun" and following is not None and following.kind == "person":
                continue  # "the researcher Ada Moreno" too
            if hit.kind == "people_anaphor" and self._is_named_next(sentence, hit):
                continue  # "the three: A, B and C"
            taken.update(range(hit.start, hit.end))
            kind = "org" if hit.kind in ("company_anaphor", "company_possessive", "unnamed") else "person"
            mention = self._mention(sentence, kind, hit.start, hit.end, None, hit.prefix, anaphor=True)
            mention.mark_word = "people_anaphor" if hit.kind == "possessive_plural" else hit.kind
            if hit.kind == "unnamed":
                surface = mention.surface
                entity = Entity("org", f"unnamed:{slug(surface)}", None, False, [surface])
                mention.entity, mention.is_anaphor = entity, False


def _is_posting_place(mention: Mention) -> bool:
    """Whether an organization is only where somebody wrote: "on LinkedIn", "en X", "عبر منصة إكس"."""
    if mention.kind != "org" or mention.entity is None or mention.entity.id not in posting_places():
        return False
    return mention.mark in ("at", "of") and not any(
        hit.kind == "trigger" and mention.mark_at - 3 <= hit.end <= mention.start for hit in mention.sentence.hits
    )


def _letters(text: str, begin: int, count: int) -> int:
    """How many characters hold the first `count` letters that the fold keeps, with the marks and tatweel after them."""
    at = begin
    while count > 0 and at < len(text):
        count -= bool(fold(text[at]))
        at += 1
    while at > begin and at < len(text) and not fold(text[at]):
        at += 1
    return at - begin


def _shortens(key: str, entity: Entity) -> bool:
    """Whether a name is the beginning of an unlisted organization's longer one: "Hoshikawa" of "Hoshikawa Motor"."""
    return any(fold(surface).startswith(key + " ") for surface in entity.surfaces)


def _before_post(sentence: Sentence, start: int) -> bool:
    """Whether a post follows within a few words: "its new chief scientist"."""
    return any(
        hit.kind == "role" and hit.payload.part == "head" and start <= hit.start <= start + 3 for hit in sentence.hits
    )


def _sounds_personal(key: str, lexicon: Lexicon) -> bool:
    words = key.split()
    return words[0] in lexicon.given_names or words[-1] in lexicon.family_names


def _is_given_name(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a one-word employer is here the given name of a person: "Alan Garber", never "Alan's chief"."""
    tokens, end = sentence.tokens, hit.end
    if end - hit.start > 1 or tokens.folded[hit.start] not in lexicon.given_names or end >= len(tokens):
        return False
    word = tokens.surface[end]
    if not (word[0].isupper() and word[0].isalpha()) or not lexicon.language.cased:
        return False
    return not any(h.kind in ("role", "org", "trigger", "org_word", "place") for h in sentence.by_start.get(end, ()))


def _stands_alone(sentence: Sentence, end: int) -> bool:
    """Whether a word that may be possessive or object is followed by no noun of its own, or by a noun of moving.

    "hired her from", "his departure": there it points to a person; "her company" leaves the person out of it.
    """
    tokens = sentence.tokens
    if end >= len(tokens) or not tokens.surface[end][0].isalpha():
        return True
    kinds = {hit.kind for hit in sentence.by_start.get(end, ())}
    if any(hit.kind == "trigger" and hit.payload.noun for hit in sentence.by_start.get(end, ())):
        return True
    return bool(kinds & {"mark", "and", "relative", "copula", "negation", "also"})


def _latin_in_brackets(tokens: Tokens, end: int) -> str | None:
    """The Latin form that follows a first mention: "توني وو (Tony Wu)"."""
    if end + 1 >= len(tokens) or tokens.surface[end] != "(" or not tokens.surface[end + 1][0].isascii():
        return None
    close = end + 1
    while close < len(tokens) and tokens.surface[close] != ")" and close - end < 8:
        close += 1
    inside = tokens.text[tokens.start[end + 1] : tokens.end[close - 1]]
    return inside if inside[:1].isupper() and inside.isascii() else None


def _surface(mention: Mention, lexicon: Lexicon) -> str:
    """The mention's characters without the clitics glued on in front."""
    tokens = mention.sentence.tokens
    begin = tokens.start[mention.start]
    word = tokens.folded[mention.start]
    text = tokens.text[begin : tokens.end[mention.end - 1]]
    if lexicon.language.cased or not text:
        return text
    count = mention.clitics or clitic_length(word, mention, lexicon)
    return text[_letters(text, 0, count) :]


def clitic_length(word: str, mention: Mention, lexicon: Lexicon) -> int:
    """How many letters before the name belong to glued particles.

    The fold drops only marks and tatweel at the front of Arabic words, so letters are counted one for one.
    """
    record = mention.entity.record if mention.entity else None
    known = set(lexicon.readings(word))
    if mention.prefix == "" and record is None:
        return 0
    for reading in known:
        cut = len(reading.conjunction) + len(reading.prefix)
        if cut and reading.prefix == mention.prefix and not reading.has_article and not reading.suffix:
            if record is None:
                return cut
            spellings = {fold(name) for names in record.names.values() for name in names} | {fold(record.name)}
            if any(spelling.split()[0] == reading.stem for spelling in spellings if spelling.split()):
                return cut
    return 0


_PASSED = frozenset(
    {"determiner", "company", "new", "former", "current", "title", "place", "acting", "unnamed", "role"}
)


def place_mark(mention: Mention, lexicon: Lexicon) -> None:
    """Says which preposition stands before a mention, looking past articles, class words and adjectives."""
    sentence = mention.sentence
    if mention.prefix:
        mark = lexicon.prefixes.get(mention.prefix, "")
        if mark:
            mention.mark, mention.mark_word, mention.mark_at = mark, mention.prefix, mention.start
            return
    tokens = sentence.tokens
    after = tokens.folded[mention.end] if mention.end < len(tokens) else ""
    mention.owner = after in ("'s", "’s") or (after in ("'", "’") and tokens.is_glued(mention.end))
    if mention.mark_word == "company_possessive":
        mention.owner = True
    index, steps = mention.start - 1, 0
    ends: dict[int, list[Hit]] = {}
    for hit in sentence.hits:
        ends.setdefault(hit.end - 1, []).append(hit)
    determiners = {hit.start for hit in sentence.hits if hit.kind == "determiner"}
    while index >= 0 and steps < 6:
        hits = ends.get(index, ())
        longest = max((hit.end - hit.start for hit in hits if hit.kind == "determiner"), default=0)
        marks = [hit for hit in hits if hit.kind == "mark" and hit.end - hit.start >= longest]
        if marks:
            hit = max(marks, key=lambda hit: hit.end - hit.start)
            makers = [company for company in ends.get(hit.start - 1, ()) if company.kind == "company"]
            if hit.payload == "of" and index < mention.start - 1 and steps and makers and index + 1 not in determiners:
                index = min(company.start for company in makers) - 1  # "the maker of chips Quanta"
                steps += 1
                continue
            mention.mark, mention.mark_at = hit.payload, hit.start
            if not mention.mark_word:
                mention.mark_word = tokens.folded[hit.start]
            return
        passed = [
            hit for hit in hits
            if hit.kind in _PASSED
        ]  # fmt: skip
        prefixed = next((hit for hit in passed if hit.prefix), None)
        if prefixed is not None:
            mention.mark, mention.mark_at = lexicon.prefixes.get(prefixed.prefix, ""), prefixed.start
            return
        if passed:
            index = min(hit.start for hit in passed) - 1
        elif tokens.surface[index] in "«\"“'‘-„「『":
            index -= 1
        elif tokens.surface[index] in ",،" and any(hit.kind == "role" for hit in ends.get(index - 1, ())):
            index -= 1  # "with the president, Ada Moreno"
        elif steps < 3 and _is_adjective(sentence, index, ends, lexicon):
            index -= 1
        else:
            return
        steps += 1


def _names_after_all(sentence: Sentence, end: int) -> bool:
    """Whether "the maker" goes on to a name of its own: "the maker of chips Quanta"."""
    return any(
        mention.kind == "org" and not mention.is_anaphor and end + 1 < mention.start <= end + 3
        for mention in sentence.mentions
    ) and any(hit.kind == "mark" and hit.payload == "of" for hit in sentence.by_start.get(end, ()))


def _is_adjective(sentence: Sentence, index: int, ends: dict[int, list[Hit]], lexicon: Lexicon) -> bool:
    """A word that only describes: small-lettered, no phrase of its own, before a class word ("AI chip start-up X")."""
    word = sentence.tokens.surface[index]
    if not word[0].isalpha() or any(hit.kind in ("trigger", "role", "said", "and") for hit in ends.get(index, ())):
        return False
    following = sentence.by_start.get(index + 1, ())
    return any(hit.kind in ("company", "place", "org") for hit in following) or word.isupper()
