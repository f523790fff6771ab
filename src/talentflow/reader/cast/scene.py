"""What one sentence is read with, and what comes of it: the scene, what earlier sentences left, and events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from talentflow.languages import Trigger
from talentflow.model.notes import Note
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

CLEAR_MOVER = 1.5  # who moves so clearly is whom the next sentence speaks of


@dataclass(slots=True)
class Event:
    """One change of one person as one sentence tells it, before the article's events are put together."""

    yields: str
    person: Entity
    sentence: Sentence
    trigger: Trigger
    start: int
    end: int
    from_org: Entity | None = None
    to_org: Entity | None = None
    role_from: str | None = None
    role_to: str | None = None
    status: str = "done"
    how: str | None = None
    date: str | None = None
    years_on: int = 0  # how long after what was told of the person before: "three years later"
    dated_at: int = -1  # where its own time stands, apart from its verb: "A left in May and B | in June"
    is_background: bool = False
    according_to: tuple[str, ...] = ()
    person_score: float = 0.0
    from_score: float = 0.0
    to_score: float = 0.0
    is_inferred: bool = False
    is_late: bool = False
    last_org: Entity | None = None
    paragraph: dict[int, int] = field(default_factory=dict)  # how often its paragraph names each organization
    here: tuple[Entity, ...] = ()
    around: tuple[Entity, ...] = ()
    seconds: tuple[Entity, ...] = ()
    from_meant: bool = False  # only pointed back to: "the company"
    to_meant: bool = False
    of_post: bool = False  # a post is given up, and perhaps not the employer: "hands over to Berg"
    to_post: bool = False  # what is come to is only called "the post"
    to_former: bool = False  # "their old employer" says where to
    not_to: Entity | None = None  # the employer that is left for the goal: "left the lab to start the company"
    to_of_doer: bool = False  # whoever hires them says where to: "Ada poached him from Borealis"
    is_unshared: bool = False  # one of the named goals is the person's, and which is not told
    open_goal: bool = False  # the clause leaves out where to: "who joined in 2010", "it was founded by A"
    rank: int = 0
    margin: float = 3.0
    fellows: tuple[Entity, ...] = ()  # where the other people work of whom this sentence and the one before speak
    stays: Event | None = None  # that the person stays on, told with a leaving or right after it
    is_after_return: bool = False  # a leaving told right after a return: "rehired in April, she quit in June"
    takes_back: Event | None = None  # the leaving after which the person comes back: "sacked, only to be reinstated"
    ended_by: Event | None = None  # the leaving that says where somebody had come: see stays_told.py
    notes: list[Note] = field(default_factory=list)
    reading: Reading | None = None  # the sentence that tells it, None where the names come in a later one
    hit: Hit | None = None
    mention: Mention | None = None  # where that sentence names the person, nearest to the trigger
    placed: list[tuple[float, str, Mention, Entity | None]] = field(default_factory=list)  # see ends.py
    ruled_out: set[tuple[int, int]] = field(default_factory=set)  # starts and goals that its own words speak against
    came_from: Entity | None = None  # where the dates of the career say that an arrival starts, see course.py
    came_to: Entity | None = None  # and where it leads, if its own words do not say it
    was_at: Entity | None = None  # where the person was when they took a post, if its words name no employer
    not_from: set[int] = field(default_factory=set)  # where they only came later
    not_there: set[int] = field(default_factory=set)  # employers of years ago, who name nobody to a post now
    of_item: Entity | None = None  # the employer that the person's only paragraph has named, see digests.py


_OUT_OF_ORDER = 20  # sentences: a list whose names come late is told behind what comes after its verb


def recent(events: Sequence[Event], first: int) -> list[Event]:
    """The events told from sentence number `first` on, found from the end: a text may hold tens of thousands."""
    begin = len(events)
    while begin and events[begin - 1].sentence.number >= first - _OUT_OF_ORDER:
        begin -= 1
    return [event for event in events[begin:] if event.sentence.number >= first]


def comes_back(event: Event) -> bool:
    """Whether the words themselves say that the person was there before: "returns to", "rehired", "old employer"."""
    return event.trigger.event == "return" or event.trigger.again or event.to_former


@dataclass(slots=True)
class Pending:
    """A change of people who are counted and not yet named: "three founders return to OpenAI. A, B and C ..."."""

    sentence: Sentence
    hit: Hit
    count: int
    slots: dict[str, tuple[float, Mention, Entity]]
    post: str | None = None  # what they are counted as: "three researchers"


@dataclass(slots=True)
class Told:
    """A change that was just told, which the next words may tell of somebody else: "X followed him"."""

    number: int
    person: Entity | None
    yields: str
    from_org: Entity | None
    to_org: Entity | None
    is_meant: bool = False  # whether where from is only pointed back to
    aim: Event | None = None  # for the sake of which somebody left: "left Borealis | to found Quanta"


@dataclass(slots=True)
class Founding:
    """An employer whose founding was just told; `left_for` is the sentence that tells who left for it, if any."""

    number: int
    org: Entity
    left_for: int = -1


@dataclass(slots=True)
class Context:
    """What the article has told before the sentence at hand."""

    topic: Entity | None = None
    last_org: Entity | None = None
    salient: list[Entity] = field(default_factory=list)
    last_person: Entity | None = None  # whom the sentence before names last
    known: list[Entity] = field(default_factory=list)  # the people named so far, the last ones first
    protagonist: Entity | None = None  # the person whom the article names most
    rivals: list[Entity] = field(default_factory=list)  # those whom it names nearly as often
    last_group: list[Entity] = field(default_factory=list)
    group_at: int = -1  # the sentence that named them
    pair: list[Entity] = field(default_factory=list)  # the people of the sentence before, where it names two
    recent: list[tuple[int, Entity]] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    paragraph: dict[int, int] = field(default_factory=dict)
    paragraph_number: tuple[str, int] = ("", 0)
    of_paragraph: list[Entity] = field(default_factory=list)  # the organizations of its sentences before this one
    seconds: tuple[Entity, ...] = ()
    entry: tuple[int, Entity] | None = None
    told: Told | None = None
    founding: Founding | None = None
    left: list[tuple[Entity, Entity]] = field(default_factory=list)  # who has left which employer, as told so far
    # Which employers are said to be left: by their identity the last sentence that says so, and which they are.
    losing: dict[int, tuple[int, Entity]] = field(default_factory=dict)
    works: list[tuple[Entity, Entity]] = field(default_factory=list)  # who works where, as told so far
    posts: dict[int, set[str]] = field(default_factory=dict)  # by person the posts held or once held, as told so far
    employers: list[tuple[Entity, Entity]] = field(default_factory=list)  # of the people of the sentence before
    unfinished: list[Event] = field(default_factory=list)  # told of a list that the next sentence goes on with
    listing: Pending | None = None  # what the lead of a list tells of all whom its items name, see listing.py
    listed_at: int = -1  # the last item


@dataclass(slots=True)
class Reading:
    """One sentence's triggers with what is needed to fill their slots."""

    sentence: Sentence
    posts: list[Post]
    affiliations: list[Affiliation]
    context: Context
    lexicon: Lexicon
    triggers: list[Hit] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)
    sketch: str = ""  # see sketch.py
    aims: dict[int, Hit] = field(default_factory=dict)  # what a verb is for, by where it stands: see led.py
    chains: dict[int, list[Mention]] = field(default_factory=dict)  # kept once found, see chains.py
    doers: list[Entity] = field(default_factory=list)  # who hires or dismisses somebody else, see taken.py

    @property
    def verb_first(self) -> bool:
        """Whether the verb may stand before its subject."""
        return self.lexicon.language.verb_first

    @property
    def drops_subject(self) -> bool:
        """Whether a verb may go without its subject."""
        return self.lexicon.language.drops_subject

    @property
    def cased(self) -> bool:
        """Whether the script has capitals."""
        return self.lexicon.language.cased


def between(places: list[int], low: int, high: int) -> int:
    """How many of the places lie in a stretch."""
    return sum(low <= place < high for place in places)


def gap_of(mention_start: int, mention_end: int, hit: Hit) -> tuple[int, int, int, bool]:
    """Distance in words, the stretch between, and whether the mention stands left of the trigger."""
    if mention_end <= hit.start:
        return hit.start - mention_end, mention_end, hit.start, True
    return max(0, mention_start - hit.end), hit.end, mention_start, False
