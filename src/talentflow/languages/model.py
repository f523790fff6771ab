"""A language as the reader uses it: all of it read from one folder of data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

MARKS = ("away", "toward", "at", "of", "by", "as", "with", "subject", "object", "owner")
EVENTS = (
    "leave", "join", "move", "return", "hire", "dismiss", "lose", "found", "founded_by", "appoint", "become", "promote",
    "replace", "succeeded_by", "offer", "decline", "absence", "stay", "follow", "come_along", "work", "none",
)  # fmt: skip
THEN_WITHIN = 6  # words: a name with its title fits between "let" and "go"
FIELD = "…"  # in a post's English: where its field stands
GAPS = {"……": 16, "…": 8}  # in a form, before the words that must follow: the wide one holds an apposition too


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a change: `event` names the frame that they open (see events.toml).

    `noun` marks nominal forms ("departure"); `how` and `status` are what the words themselves say; `marks` says
    which slot a preposition of this trigger's own opens ("swap A *for* B"); `object` overrides what the bare
    object is ("from", "to", "person", "role", "none"); `person` the side where the mover stands ("left",
    "right"); `weak` triggers need a person and an organization in their own clause; `role` is the post that
    the words imply; `when` says of a post that they tell whether it is "past" or "current"; `passive` forms have the
    mover as their subject though the event's agent is the employer ("fichado por"); `again` says that whoever is
    told of was there before ("rehired"). `object = "pronoun"` marks forms whose mover is a pronoun inside them ("lo
    despidieron"). The event "none" marks longer phrases in which the words of a trigger tell of nothing ("leave open").
    `then` holds the words of which some must follow, `within` so many words, for the form to mean this ("let Ada go",
    "put Ada in charge"); a form may bring them itself, behind a gap ("طوى … صفحة"). Whoever does what `hands_over`
    forms tell gives up the post that the mover takes ("hands over to"). `label` is the form itself, one of those that
    the pattern stands for: a language keeps one trigger for all of them, without it, and `of_form` gives that of one.
    """

    event: str
    noun: bool = False
    how: str | None = None
    status: str | None = None
    marks: tuple[tuple[str, str], ...] = ()
    object: str | None = None
    person: str | None = None
    weak: bool = False
    role: str | None = None
    when: str | None = None
    passive: bool = False
    again: bool = False
    then: frozenset[tuple[str, ...]] = frozenset()
    within: int = THEN_WITHIN
    hands_over: bool = False
    label: str = ""

    def of_form(self, form: str) -> Trigger:
        """The trigger of one of its forms."""
        return replace(self, label=form)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that weaken or deny a claim: `status` is what they make of it, `reach` where they must stand."""

    status: str
    reach: str = "before"


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A piece of a post: `part` is "head", "modifier" or "domain"; `english` what the record writes.

    `around` is what it writes where the field is told, and holds `FIELD` in its place: "chief … officer".
    """

    part: str
    english: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the reader knows about one language.

    Where `verb_first` is true the subject may follow its verb; where `drops_subject` is, a verb may go without one.

    `phrases` maps a kind of word ("trigger", "cue", "role", "mark", "month", ...) to (phrase, payload) pairs;
    phrases are unfolded text with their braces already expanded. `day_month` and `month_year` are the folded words
    that may stand between the parts of a date; `month_last` are words beside a month that make it the last one so
    called ("last May"), `from_date` those before a date from which on something is so ("with effect from").
    `of_company` is the pronoun that is written onto a post or a verb where a company is meant ("مديرها", its
    director). `endings` are the folded last letters, the longest first, that tell
    plurals, relations and feminines; `indefinite` are those of a word that names nothing definite ("مديراً"),
    and `predicative` those of a post that says as what somebody is named, and so describes nobody ("مديرا").
    `spaceless` scripts part no words; `family_lists` and `given_lists` are the registry's lists, the most usual first,
    that the names of the language's own people are made of, `family_first` where the family name stands first.
    Where `head_final` is true the verb ends its clause, and what marks a name stands behind it (see
    reader/cast/head_final.py); `day` are the words after the number of a day ("7日").
    `nouns_capitalised` says that a capital tells no name from a
    noun, `noun_endings` how nouns end, `inflections` what case and number add to them, and `name_endings` how family
    names end; `compounds` that a word may be built of others, of which the last says what it is;
    `particles_follow_given` that "von" goes on with a name behind a given name alone ("Ada von Berg", never "Ada Moreno
    | von Borealis"); `genitive` is the letter that makes an owner of a name ("Nvidias Chef"); `verb_last` says that
    verbs may end their clause (see reader/words/verb_last.py), and `ordinal_stops` that a full stop makes an ordinal of
    a number ("1. Mai"). `open_posts` are the posts that any word may specify ("national health lead"): for the language
    that posts are written in, where what no list holds can be taken as it stands. `future_endings` are the last
    letters of verbs in the future, `participle_endings` those of participles that describe the name before them,
    `adnominal_endings` those of verbs that describe the noun behind them. `date_words` end a date that begins with a
    number, `quantity_words` begin what counts. `cofounding` are pieces of
    the words of a founding that say that others founded too ("co-founded").
    """

    code: str
    name: str
    endonym: str
    direction: str
    cased: bool
    verb_first: bool
    drops_subject: bool
    conjunctions: tuple[str, ...]
    prefixes: tuple[tuple[str, str], ...]
    article: str
    suffixes: tuple[str, ...]
    feminine: tuple[str, str]
    phrases: dict[str, Sequence[tuple[str, object]]]
    common: frozenset[str]
    furniture: tuple[str, ...]
    furniture_lines: tuple[str, ...]
    titlecase_titles: bool = False
    head_final: bool = False
    spaceless: bool = False
    family_lists: tuple[str, ...] = ()
    given_lists: tuple[str, ...] = ()
    family_first: bool = False
    of_company: str = ""
    endings: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    predicative: tuple[str, ...] = ()
    day_month: frozenset[str] = frozenset()
    month_year: frozenset[str] = frozenset()
    month_last: tuple[tuple[str, ...], ...] = ()
    from_date: tuple[tuple[str, ...], ...] = ()
    day: frozenset[str] = frozenset()
    nouns_capitalised: bool = False
    noun_endings: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    inflections: tuple[str, ...] = ()
    compounds: bool = False
    particles_follow_given: bool = False
    genitive: str = ""
    verb_last: bool = False
    ordinal_stops: bool = False
    open_posts: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    adnominal_endings: tuple[str, ...] = ()
    date_words: frozenset[str] = frozenset()
    quantity_words: frozenset[str] = frozenset()
    cofounding: tuple[str, ...] = ()
