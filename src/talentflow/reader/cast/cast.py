"""Who and what an article names: known and unknown names, short forms, words that point back; mentions of entities."""

from __future__ import annotations

from talentflow.reader.cast.anaphors import (
    anaphors,
    apposed_before,
    is_place,
    mark_of,
    past_contraction,
    possessed_posts,
)
from talentflow.reader.cast.marks import place_mark
from talentflow.reader.names.aliases import join_aliases, replace_entity
from talentflow.reader.names.candidates import (
    Candidate,
    is_ticker,
    weigh_bracketed,
    weigh_own_firms,
    weigh_reuse,
    words_of_page,
)
from talentflow.reader.names.cased import cased_candidates, is_family_name
from talentflow.reader.names.caseless import caseless_candidates, is_doubtful
from talentflow.reader.names.house_parts import without_house_parts, without_other_names
from talentflow.reader.names.marked_names import marked_candidates
from talentflow.reader.names.name_tags import Run, tagger_for
from talentflow.reader.names.namings import name_unnamed
from talentflow.reader.names.other_names import OtherNames
from talentflow.reader.names.own_units import units_of_houses
from talentflow.reader.names.schools import is_studied_at
from talentflow.reader.names.short_forms import name_words, short_forms
from talentflow.reader.names.spelled import weigh_repeated, weigh_titled
from talentflow.reader.names.surfaces import latin_in_brackets, latin_name, slug, surface_of, without_letters
from talentflow.reader.names.surnames import is_called, is_surname, surnames_like_employers
from talentflow.reader.names.tagged_names import recut, weigh_tagged, with_tagged
from talentflow.reader.names.towns import without_towns
from talentflow.reader.names.unspaced import unspaced_candidates, weigh_asked
from talentflow.reader.names.weighing import weigh_runs
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import posting_places
from talentflow.reader.words.nouns import lexicon_nouns
from talentflow.reader.words.page import Entity, Mention, Page, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.script import script_of
from talentflow.text.fold import fold
from talentflow.text.romanise import romanise
from talentflow.text.tokens import is_ideographic

_POSTED_WITHIN = 3  # words from a particle to the verb that it belongs to
_LEAST_SHORT = 2  # characters of a name that stands for a longer one
_PERSON_AT = 1.1
_ORG_AT = 1.0
_SURE_ORG_AT = 1.8  # of runs of capitalised words, among which many are headings, units and fields
_ALONE_AT = 1.9  # a single word: "su hermana Pilar"
_FIRM_AT = 3.0  # a firm that bears a part of somebody's double name: "Konstanze Morlach-Voigt", of Morlach
_SPOKEN = frozenset({"trigger", "was"})  # what may tell of somebody whom a sentence does not name
_LEAD = 0.6  # so much more a run must look like a person than like a company, unless a listed name is in it


class Cast:
    """The entities of a page and the mentions of each sentence."""

    def __init__(self, page: Page) -> None:
        """Finds all mentions of a page; `page.sentences[i].mentions` are filled in order of place."""
        self.page = page
        self.lexicon: Lexicon = page.lexicon
        self.entities: dict[tuple[str, str], Entity] = {}
        self._other_names = OtherNames(self.lexicon)
        self._unit_surfaces: dict[int, list[str]] = {}
        self._surnames = surnames_like_employers(page)
        self.runs: dict[str, list[Candidate]] = {}  # of capitalised words, those of one wording together
        tagger = None if page.language.cased else tagger_for(page.lexicon)
        self._tagged: dict[int, list[Run]] | None = tagger.runs(page) if tagger is not None else None
        if self._tagged is not None and page.is_tagged:
            self._tagged = {
                sentence.number: with_tagged(self._tagged[sentence.number], sentence) for sentence in page.sentences
            }
        for sentence in page.sentences:
            self._known(sentence)
        for entity in self.entities.values():
            if entity.kind == "org":
                self._other_names.add_initials(entity)
        self._short_forms(self._unknown())
        join_aliases(page.sentences, self.entities)
        self._join_units()
        head_final = page.language.head_final
        if page.language.nouns_capitalised:
            self._note_titles()
        for sentence in page.sentences:
            if sentence.has_kinds(_SPOKEN) or any(mention.kind == "person" for mention in sentence.mentions):
                self._anaphors(sentence)  # elsewhere nobody asks for them
            if len(sentence.mentions) > 1:
                sentence.mentions.sort(key=lambda mention: (mention.start, -mention.end))
            if self.page.language.spaceless:
                sentence.mentions = without_house_parts(sentence, without_other_names(sentence, sentence.mentions))
            for mention in sentence.mentions:
                place_mark(mention, self.lexicon)
            sentence.mentions = [
                mention
                for mention in sentence.mentions
                if not (_is_posting_place(mention, head_final=head_final) or _is_owner(mention))
                and not is_studied_at(sentence, mention)
            ]
        name_unnamed(page.sentences)
        towns = without_towns(page.sentences, self.entities.values(), self.lexicon)
        if towns:
            self.entities = {key: entity for key, entity in self.entities.items() if id(entity) not in towns}
        for entity in self.entities.values():
            if not entity.surfaces:
                entity.surfaces = self._unit_surfaces.get(id(entity), [])

    def people(self) -> list[Entity]:
        """The people of the article."""
        return list({id(entity): entity for entity in self.entities.values() if entity.kind == "person"}.values())

    def _entity(self, kind: str, key: str, name: str | None, *, listed: bool, record: object = None) -> Entity:
        entity = self.entities.get((kind, key))
        if entity is None:
            entity = self.entities[kind, key] = Entity(kind, key, name, listed, record=record)
        return entity

    def _mention(self, mention: Mention, *, is_unit: bool = False) -> None:
        """Files a mention; the name of a part of somebody's house speaks for the house only if nothing else does."""
        mention.sentence.mentions.append(mention)
        entity = mention.entity
        if entity is None:
            return
        surface = surface_of(mention, self.lexicon)
        if is_unit:
            self._unit_surfaces.setdefault(id(entity), []).append(surface)
        elif surface not in entity.surfaces:
            entity.surfaces.append(surface)

    def _known(self, sentence: Sentence) -> None:
        """Makes mentions of the listed names, the longest first where they overlap."""
        count = len(sentence.of_kind("org")) + len(sentence.of_kind("person"))
        if not count:
            return
        chosen: list[Hit] = []
        taken: set[int] = set()
        names = _listed_names(sentence, self.lexicon, self._tagged[sentence.number] if self._tagged is not None else [])
        names = [hit for hit in names if hit.kind != "org" or not is_surname(sentence, hit, self._surnames)]
        if self.page.language.head_final:
            names = [hit for hit in names if hit.kind != "org" or not is_called(sentence, hit, self.lexicon)]
        names.sort(key=lambda hit: (hit.start - hit.end, hit.kind not in ("org", "person"), hit.start))
        for hit in names:
            if not taken.intersection(range(hit.start, hit.end)):
                taken.update(range(hit.start, hit.end))
                chosen.append(hit)
        for hit in chosen:
            count -= hit.kind in ("org", "person")
            if hit.kind == "person":
                entity = self._entity("person", hit.payload.id, hit.payload.name, listed=True, record=hit.payload)
                self._mention(Mention("person", sentence, hit.start, hit.end, entity, hit.prefix))
            elif hit.kind == "org" and hit.payload.sort != "product":
                record = self.lexicon.registry.employer(hit.payload)
                entity = self._entity("org", record.id, record.name, listed=True, record=record)
                mention = Mention("org", sentence, hit.start, hit.end, entity, hit.prefix)
                self._mention(mention, is_unit=record.id != hit.payload.id)
        if count:
            sentence.hits = [hit for hit in sentence.hits if hit.kind not in ("org", "person") or hit in chosen]
        # a name of which only its letters could be a verb with what is glued to it: "سابك"
        plain = {hit.start for hit in chosen if hit.end - hit.start == 1 and not (hit.prefix or hit.suffix)}
        if any(hit.start in plain and hit.suffix for hit in sentence.of_kind("trigger")):
            sentence.hits = [
                hit for hit in sentence.hits
                if not (hit.kind == "trigger" and hit.suffix and hit.start in plain and hit.end - hit.start == 1)
            ]  # fmt: skip

    def _unknown(self) -> dict[str, Entity]:
        """Makes mentions of the names that nobody has listed: people first, then what is no part of their names.

        Gives the words that name one of the people by themselves.
        """
        cased = self.page.language.cased
        singles: list[tuple[str, list[Candidate]]] = []
        groups = _without_led_in(self._candidates(), self.lexicon, _last_words(self.people()))
        for key, group in sorted(groups.items(), key=lambda item: -len(item[0].split())):
            best = max(candidate.score for candidate in group)
            best_org = max(candidate.org_score for candidate in group)
            in_body = any(not candidate.sentence.is_title for candidate in group)
            lead = 0.0 if _sounds_personal(key, self.lexicon) else _LEAD
            if best >= _PERSON_AT and best > best_org + lead and " " in key and in_body:
                self._add_unknown("person", key, group)
            else:
                singles.append((key, group))
        words_of_people = name_words(self.people())
        inner_words = _words_of_firms(self.people()) - _last_words(self.people()) - self.lexicon.given_names
        for key, group in sorted(singles, key=lambda item: (-len(item[0].split()), -len(item[0]))):
            if key in words_of_people and not (group[0].org_score >= _FIRM_AT and key in inner_words):
                continue
            best_org = max(candidate.org_score for candidate in group)
            is_told = key in self.runs or group[0].is_whole
            if is_told and group[0].score >= max(_ALONE_AT, best_org + _LEAD):
                self._add_unknown("person", key, group)
                continue
            if key[0].isascii() and " " not in key and best_org < _ORG_AT and all(map(_may_be_start, group)):
                continue  # a capital that only the start of a sentence explains
            if key[0].isascii() or cased or best_org >= _ORG_AT:
                sure_at = _SURE_ORG_AT if key in self.runs else _ORG_AT
                self._add_unknown("org", key, group, sure=best_org >= sure_at)
        return words_of_people

    def _candidates(self) -> dict[str, list[Candidate]]:
        """The runs of name-like words of the page, those of one wording together."""
        page, groups = self.page, dict[str, list[Candidate]]()
        words = words_of_page(page)
        for sentence in page.sentences:
            found = cased_candidates(sentence, self.lexicon, words)
            for candidate in recut(sentence, found) if page.is_tagged else found:
                groups.setdefault(candidate.key, []).append(candidate)
        groups = {key: group for key, group in groups.items() if not all(found.is_described for found in group)}
        self.runs = dict(groups)
        weigh_runs(self.runs, self.lexicon)
        if page.is_tagged:
            weigh_tagged(self.runs)
        weigh_bracketed(self.runs)
        weigh_own_firms(self.runs)
        if page.language.spaceless:
            for sentence in page.sentences:
                if page.language.head_final:
                    found = marked_candidates(sentence, self.lexicon)
                else:
                    found = unspaced_candidates(sentence)
                for candidate in found:
                    groups.setdefault(candidate.key, []).append(candidate)
            groups = {key: group for key, group in groups.items() if not all(map(_points_back, group))}
            self.runs = {key: group for key, group in self.runs.items() if key in groups}
            if page.language.head_final:
                weigh_repeated(groups)
                weigh_titled(self.runs)
            else:
                weigh_asked(groups)
        elif not page.language.cased:
            script = script_of(page)
            for sentence in page.sentences:
                runs = None if self._tagged is None else self._tagged[sentence.number]
                for candidate in caseless_candidates(sentence, script, runs):
                    groups.setdefault(candidate.key, []).append(candidate)
            weigh_reuse(groups)
        return groups

    def _add_unknown(self, kind: str, key: str, group: list[Candidate], *, sure: bool = True) -> None:
        cased = self.page.language.cased
        may_be_short = cased or self.page.language.spaceless
        entity = self._other_names.whose(key, group) if kind == "org" and may_be_short else None
        if entity is None and kind == "org" and self.page.language.head_final:
            entity = self._longer_name(key)
        if kind == "person" and cased and " " in key:
            entity = self._fuller_name(key)
        is_new = entity is None
        if entity is None:
            entity = self._named_by(kind, group, sure=sure)
        for found in group:
            span = (found.sentence, found.start, found.end)
            clitics = found.clitics if is_new else 0
            self._mention(Mention(kind, *span, entity, found.prefix, clitics=clitics))
        if kind == "org" and is_new:
            self._other_names.add(entity)

    def _fuller_name(self, key: str) -> Entity | None:
        """The person whose name begins or ends with a shorter one, where only one's does.

        "Ada Moreno" is "Ada Moreno Ruiz", "de la Torre" or "Moreno Ruiz" whoever bears both family names.
        """
        for is_part in (_begins, _ends):
            fuller = {
                id(entity): entity for (kind, _), entity in self.entities.items()
                if kind == "person" and any(is_part(fold(surface), key) for surface in entity.surfaces)
            }  # fmt: skip
            if len(fuller) == 1:
                return next(iter(fuller.values()))
        return None

    def _longer_name(self, key: str) -> Entity | None:
        """The employer whose name begins with a shorter one, where only one does: "東洋磁気" is "東洋磁気工業"."""
        if len(key) < _LEAST_SHORT:
            return None
        longer = [
            entity for (kind, _), entity in self.entities.items()
            if kind == "org" and not entity.listed and entity.name is not None and _is_longer(entity, key)
        ]  # fmt: skip
        return longer[0] if len(longer) == 1 else None

    def _named_by(self, kind: str, group: list[Candidate], *, sure: bool) -> Entity:
        """The entity that a run of words names, with its name in Latin letters."""
        first = min(group, key=lambda found: found.clitics)
        tokens = first.sentence.tokens
        surface = without_letters(tokens.text[tokens.start[first.start] : tokens.end[first.end - 1]], first.clitics)
        name, changed = latin_name(surface, first, kind, self.lexicon)
        if changed:
            given = [latin_in_brackets(found.sentence.tokens, found.end) for found in group]
            name, changed = next(((latin, False) for latin in given if latin), (name, True))
        key = name if any(letter.isascii() for letter in name) else romanise(name)[0]
        entity = self._entity(kind, f"{kind}:{'' if sure else '?'}{slug(key)}", name, listed=False)
        entity.romanised = changed
        if first.family_first:
            entity.parts = tuple(first.key.split(" "))
        return entity

    def _note_titles(self) -> None:
        """Takes a noun right before a person's name for what the person is: "die Steuerrechtlerin Ada Moreno"."""
        nouns = lexicon_nouns(self.lexicon)
        for sentence in self.page.sentences if nouns is not None else ():
            for mention in sentence.mentions:
                place = mention.start - 1
                if mention.kind != "person" or place < 0 or not sentence.tokens.surface[place][0].isupper():
                    continue
                if sentence.ending(mention.start) or nouns is None:
                    continue
                if nouns.is_noun(sentence.tokens.surface[place], sentence.tokens.folded[place]):
                    found = Hit("title", place, place + 1, "title")
                    sentence.hits = [*sentence.hits, found]
                    sentence.by_start.setdefault(place, []).append(found)

    def _join_units(self) -> None:
        """Files the names of a house's own parts as the house, which they speak for only if nothing else does."""
        for unit, house in units_of_houses(self.page.sentences):
            replace_entity(self.page.sentences, self.entities, unit, house)
            self._unit_surfaces.setdefault(id(house), []).extend(unit.surfaces)

    def _short_forms(self, words: dict[str, Entity]) -> None:
        for sentence in self.page.sentences if words else ():
            for start, end, entity, prefix in short_forms(sentence, words, self.lexicon):
                self._mention(Mention("person", sentence, start, end, entity, prefix))

    def _anaphors(self, sentence: Sentence) -> None:
        for hit, kind in anaphors(sentence, by_post=self.page.language.compounds):
            mention = Mention(
                kind, sentence, past_contraction(sentence, hit), hit.end, None, hit.prefix, is_anaphor=True
            )
            mention.mark_word = "people_anaphor" if hit.kind == "possessive_plural" else hit.kind
            mention.mark = mark_of(hit)
            if is_place(hit):
                mention.mark_word = "there"
                if mention.mark:
                    mention.mark_at = hit.start
            elif mention.mark:
                mention.mark_word, mention.mark_at = "company_pronoun", hit.start
            self._mention(mention)
            if hit.kind == "company_anaphor":
                mention.entity = self._maker(sentence, hit)
            if hit.kind == "unnamed":
                apposed = apposed_before(sentence, hit)
                if apposed is not None:  # "Quanta, a start-up founded by Ada Moreno"
                    mention.entity = apposed
                    continue
                surface = mention.surface
                mention.entity = Entity("org", f"unnamed:{slug(surface)}", None, False, [surface])
                mention.is_anaphor = False
        for place in possessed_posts(sentence, self.page.language.of_company):
            self._mention(Mention("org", sentence, place, place + 1, is_anaphor=True, mark_word="company_possessive"))

    def _maker(self, sentence: Sentence, phrase: Hit) -> Entity | None:
        """The employer that words for it describe by a listed product of its own: "the maker of ChatGPT"."""
        for hit in sentence.of_kind("product"):
            if phrase.start <= hit.start and hit.end <= phrase.end:
                return self.entities.get(("org", hit.payload.owner))
        return None


def _begins(whole: str, part: str) -> bool:
    return whole.startswith(f"{part} ")


def _ends(whole: str, part: str) -> bool:
    return whole.endswith(f" {part}")


def _without_led_in(
    groups: dict[str, list[Candidate]], lexicon: Lexicon, known: set[str]
) -> dict[str, list[Candidate]]:
    """The runs without those that are "that" before the family name of somebody else: "أن | ياو" is no Anne Yao.

    `known` are the family names of those whom the registry lists.
    """
    if lexicon.language.cased:
        return groups
    leading = lexicon.before_names
    last = known | {key.split()[-1] for key in groups if " " in key and key.split()[0] not in leading}
    return {
        key: group for key, group in groups.items()
        if " " not in key or key.split()[0] not in leading or " ".join(key.split()[1:]) not in last
    }  # fmt: skip


def _may_be_start(found: Candidate) -> bool:
    """Whether only the start of a sentence may explain a capital: not before words of a script that has none."""
    surface = found.sentence.tokens.surface
    return found.at_start and not (found.end < len(surface) and is_ideographic(surface[found.end][0]))


def _points_back(found: Candidate) -> bool:
    """Whether a run is but words that point back to an employer: "HD" for the holding company."""
    hits = found.sentence.by_start.get(found.start, ())
    return any(
        hit.kind in ("company_last", "company_anaphor", "company_former") and hit.end == found.end for hit in hits
    )


def _is_longer(entity: Entity, key: str) -> bool:
    """Whether a longer form of an entity begins with a shorter one, folded."""
    return any(len(surface) > len(key) and fold(surface).startswith(key) for surface in entity.surfaces)


def _words_of_firms(people: list[Entity]) -> set[str]:
    """The words that a hyphen joins, and those that open a name; what stands between may be a family name too."""
    names = [fold(surface).split() for entity in people for surface in entity.surfaces]
    joined = {word for name in names for whole in name if "-" in whole for word in whole.split("-")}
    return joined | {name[0] for name in names}


def _last_words(people: list[Entity]) -> set[str]:
    """The last word of each name, those with a hyphen cut at it."""
    return {fold(surface).replace("-", " ").split()[-1] for entity in people for surface in entity.surfaces}


def _listed_names(sentence: Sentence, lexicon: Lexicon, runs: list[Run]) -> list[Hit]:
    """The listed names of a sentence, less what is rather an ordinary word, a date or part of a person's name."""
    names = [hit for hit in sentence.hits if hit.kind in ("org", "person", "product", "place")]
    if not lexicon.language.cased:
        names = [hit for hit in names if not _is_doubtful(sentence, hit, lexicon, runs)]
    if ":" in sentence.tokens.surface:
        names = [hit for hit in names if not is_ticker(sentence, hit.start, hit.end)]
    days = {hit.start for hit in sentence.of_kinds(("weekday", "month"))}
    names = [hit for hit in names if hit.kind != "org" or hit.end - hit.start > 1 or hit.start not in days]
    if lexicon.language.cased:
        names = [hit for hit in names if not _takes_small_word(sentence, hit)]
    return [hit for hit in names if hit.kind != "org" or not _is_part_of_person(sentence, hit, lexicon)]


def _takes_small_word(sentence: Sentence, hit: Hit) -> bool:
    """Whether a listed name of several words takes a small word of one letter for its last: "(Ardant) Capital | a"."""
    last = sentence.tokens.surface[hit.end - 1]
    return hit.kind == "org" and hit.end - hit.start > 1 and len(last) == 1 and last.islower()


def _is_part_of_person(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether an employer's name is here the given or the family name of a person."""
    if _is_given_name(sentence, hit, lexicon):
        return True
    return lexicon.language.cased and is_family_name(sentence, hit, lexicon)


def _is_doubtful(sentence: Sentence, hit: Hit, lexicon: Lexicon, runs: list[Run]) -> bool:
    """Whether a listed name is rather an ordinary word, or part of the name of a person ("سليمان الراجحي")."""
    if not runs or hit.kind not in ("org", "product"):
        return is_doubtful(sentence, hit, lexicon)
    around = [run for run in runs if run.overlaps(hit)]
    word = sentence.tokens.folded[hit.start]
    people = [run for run in around if run.is_person]
    may_be_surname = word in lexicon.listed_names or word.startswith(lexicon.article)
    if may_be_surname and any(run.start < hit.start and hit.end == run.end for run in people):
        return True
    if word in lexicon.given_names and any(_begins_with(hit, run, sentence) for run in people):
        return True
    return is_doubtful(sentence, hit, lexicon, is_tagged=any(not run.is_person for run in around))


def _begins_with(hit: Hit, run: Run, sentence: Sentence) -> bool:
    """Whether a person is called as an employer is ("كريم الخطيب" and the firm Careem).

    After a verb the employer may stand beside the person: what is left without it must not be a whole name.
    """
    if run.start != hit.start or hit.end >= run.end:
        return False
    return run.end - hit.end == 1 or sentence.closes(hit.start, ("role", "title"))


def _is_posting_place(mention: Mention, *, head_final: bool) -> bool:
    """Whether an organization is only where somebody wrote: "on LinkedIn", "en X", "عبر منصة إكس"."""
    if mention.kind != "org" or mention.entity is None or mention.entity.id not in posting_places():
        return False
    if head_final:
        near = range(mention.mark_at, mention.mark_at + _POSTED_WITHIN)
        if mention.sentence.closes(mention.start, ("former",)) or not mention.sentence.of_kind("said"):
            return False  # "X(旧Twitter)において, A氏が退任した": nobody says anything there
        return mention.mark in ("at", "toward") and not any(
            hit.start in near for hit in mention.sentence.of_kind("trigger")
        )
    return mention.mark in ("at", "of") and not any(
        mention.mark_at - 3 <= hit.end <= mention.start for hit in mention.sentence.of_kind("trigger")
    )


def _is_owner(mention: Mention) -> bool:
    """Whether a person only says whose house is meant: "la empresa de Ada Moreno" does nothing to her.

    "la salida de la empresa de Ada Moreno" may be her own, so a noun of moving before it leaves her in.
    """
    if mention.kind != "person" or mention.is_anaphor or mention.mark != "of":
        return False
    sentence, begin = mention.sentence, mention.mark_at
    makers = [hit.start for hit in sentence.ending(begin) if hit.kind in ("company", "company_anaphor")]
    if not makers:
        return False
    first = min(makers)
    return not any(hit.payload.noun and first - 3 <= hit.end <= first for hit in sentence.of_kind("trigger"))


def _sounds_personal(key: str, lexicon: Lexicon) -> bool:
    """Whether a name begins with a listed given name or ends in a listed family name."""
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
    return not sentence.opens(end, ("role", "org", "trigger", "org_word", "place"))
