"""Which of two drafts about one person tell one change, overtake one another, or come one after the other."""

from __future__ import annotations

from talentflow.reader.cast.scene import comes_back
from talentflow.reader.events.drafts import Draft, same_org, were_there


def is_come_before(posting: Draft, coming: Draft) -> bool:
    """Whether a post is taken where the sentence tells before that the person came: "joined B, became its chief"."""
    one, other = posting.event, coming.event
    return (
        one.trigger.event in _POSTINGS
        and other.trigger.event in _COMING
        and posting.kind in ("move", "join")
        and coming.kind in ("move", "join")
        and one.sentence is other.sentence
        and other.start < one.start
        and not other.rank
        and coming.to_source == "given"
        and coming.to_org is posting.to_org
        and coming.date is not None
    )


def tells(whole: Draft, part: Draft) -> bool:
    """Whether a move already tells what another draft of the same person says."""
    if whole.person is not part.person or not _dates_agree(whole, part):
        return False
    if _is_overtaken(whole, part) or _is_overtaken(part, whole):
        return False  # "denied in September, confirmed today": two statuses of one move, at two times
    same_from = same_org(whole.from_org, part.from_org)
    same_to = same_org(whole.to_org, part.to_org) or _is_start_up_of(whole, part)
    if same_to and (_returns_later(whole, part) or _returns_later(part, whole)):
        return False
    if same_from and _goes_once_more(whole, part):
        return False
    if same_from and same_to:
        if whole.kind == part.kind == "change" and is_of_old(whole) != is_of_old(part):
            return False  # a promotion of years ago is not the one that is the news
        return (whole.kind == part.kind or "change" not in (whole.kind, part.kind)) and _posts_agree(whole, part)
    if part.from_org is None and whole.from_org is None and same_to:
        return whole.kind == part.kind or {whole.kind, part.kind} == {"join", "found"}
    if part.to_org is None and whole.to_org is None and same_from:
        return whole.kind == part.kind
    if {whole.kind, part.kind} == {"leave", "absence"} and same_from and _is_one_sentence(whole, part):
        return True  # whoever is told there to be on leave and to do their work no more
    if part.kind == "leave" and same_from:
        if whole.kind in ("move", "found"):
            return not same_org(whole.to_org, part.from_org)  # from one house of an employer to another: nobody leaves
        return whole.kind == "change" and _is_beside(whole, part)
    if part.kind in ("join", "found") and part.from_org is None and same_to:
        if whole.kind == "change":  # whoever came years ago came before the post that is the news
            return part.kind == "join" and not _is_before(part, whole) and (is_of_old(whole) or not is_of_old(part))
        return whole.kind in ("move", "found")
    if part.kind == "offer" and same_to:
        return whole.kind == "move"
    arrivals = ("move", "join", "found")
    if same_to and whole.kind in arrivals and part.kind in arrivals:
        return True  # one arrival told twice, from two employers: the likelier reading stands
    # Whoever comes to a new employer's post is not promoted there on the same day; who founded it may be, years later.
    return (
        same_to
        and whole.kind in arrivals
        and (whole.kind != "found" or _is_one_sentence(whole, part))
        and part.kind == "change"
        and part.event.trigger.event in _POSTINGS
        and whole.is_background == part.is_background
    )


def _returns_later(back: Draft, came: Draft) -> bool:
    """Whether somebody comes back where the article tells how they had come years before."""
    return (
        any(comes_back(event) for event in back.events)
        and not any(comes_back(event) for event in came.events)
        and is_of_old(came)
        and not back.is_background
    )


def _goes_once_more(one: Draft, other: Draft) -> bool:
    """Whether one leaving is told after a return and at another time than the other: "rehired in May, quit in June"."""
    if one.kind != "leave" or other.kind != "leave" or one.date is None or other.date is None:
        return False
    is_apart = not one.date.startswith(other.date) and not other.date.startswith(one.date)
    return is_apart and one.event.is_after_return != other.event.is_after_return


_MONTH = len("2025-09")
_GIVING = ("leave", "stay")  # whose words name the post that is given up, or the one that is kept


def _is_overtaken(denied: Draft, done: Draft) -> bool:
    """Whether what was denied some time ago is told as done at a later date, or as the news."""
    if denied.status != "denied" or done.status != "done" or denied.date is None or done.is_background:
        return False
    if done.date is None:  # "in September it was denied", where the news bears no day
        return denied.is_background or len(denied.date) <= _MONTH
    return done.date > denied.date and not done.date.startswith(denied.date)


def _is_before(join: Draft, change: Draft) -> bool:
    """Whether a verb of coming tells with a day of its own how somebody came where they then rose."""
    event = join.event
    return (
        event.trigger.event in _COMING
        and join.to_source == "given"
        and join.date is not None
        and all(event is not other for other in change.events)
        and (
            change.date is None
            or join.date < change.date
            or (event.sentence is change.event.sentence and event.start < change.event.start)
        )
    )


def is_of_old(draft: Draft) -> bool:
    """Whether a change is told with a year before that of the news."""
    return draft.is_background and draft.date is not None


def _is_one_sentence(one: Draft, other: Draft) -> bool:
    return any(a.sentence is b.sentence for a in one.events for b in other.events)


def _is_start_up_of(whole: Draft, part: Draft) -> bool:
    """Whether "a company of her own" is meant, which the other may name: "she started Quanta Labs"."""
    if whole.to_org is None or part.to_org is None or part.to_org.name is not None:
        return False
    return whole.to_org.name is None or (
        whole.kind == part.kind == "found" and whole.is_background == part.is_background
    )


_COMING = ("join", "hire", "move", "return")
_POSTINGS = ("appoint", "become", "replace", "succeeded_by")


def _posts_agree(one: Draft, other: Draft) -> bool:
    """Two promotions within one employer are one only when they do not lead to different posts at different times."""
    if one.kind != "change":
        return True
    if one.role_to is None or other.role_to is None or _is_same_post(one.role_to, other.role_to):
        return True
    if _only_leads(one.role_to, other.role_to) and is_of_old(one) == is_of_old(other):
        return True
    if one.event.sentence is other.event.sentence:
        # two posts of one sentence are two steps, but not the one given up and the one taken for it, nor the one
        # taken and whose it was: "became chief executive, in succession to her co-founder Tom Berg"
        gives = (one.event.yields in _GIVING) is not (other.event.yields in _GIVING)
        return gives or (one.event.trigger.event == "replace") is not (other.event.trigger.event == "replace")
    return one.date == other.date


def _only_leads(one: str, other: str) -> bool:
    """Whether one post only says that somebody leads the whole house, and the other by what name: "head" and "CEO"."""
    return any(loose == "head" and post in _HEADS for loose, post in ((one, other), (other, one)))


_HEADS = frozenset({"CEO", "chief executive", "president", "managing director", "president and CEO", "director-general",
                    "chairman and CEO", "general manager"})  # fmt: skip


def _is_same_post(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return 2 * len(a & b) >= min(len(a), len(b)) + 1


def _is_beside(change: Draft, leave: Draft) -> bool:
    """Whether one sentence tells that somebody gives up a post and takes another, or the title tells one of them."""
    if any(event.was_at is not None for event in change.events):
        return False  # a step of the career of its own
    is_titled = any(event.sentence.is_title for draft in (change, leave) for event in draft.events)
    is_both = is_titled or _gives_up(change, leave) or _leaves_post(change, leave)
    return change.is_background == leave.is_background and is_both


def tells_of_both(change: Draft, leave: Draft) -> bool:
    """Whether the words tell that a post is given up and that the person stays on."""
    return change.event.stays is not None or _gives_up(change, leave) or _leaves_post(change, leave)


def _leaves_post(change: Draft, leave: Draft) -> bool:
    """Whether only a post is given up and the new one told right behind: "steps down as chief. He becomes chair"."""
    gap = change.event.sentence.number - leave.event.sentence.number
    is_post = leave.event.of_post or (leave.event.role_from is not None and change.role_to is not None)
    return is_post and leave.how is None and 0 <= gap <= 1 and change.role_to != leave.role_from


def _gives_up(change: Draft, leave: Draft) -> bool:
    """Whether the new post is told after the old one: "stepped down to become chair"; else it came before."""
    return any(a.sentence is b.sentence and a.start > b.start for a in change.events for b in leave.events)


def _dates_agree(one: Draft, other: Draft) -> bool:
    both = (one.from_org, one.to_org, other.from_org, other.to_org)
    if not were_there(one.date, *both) or not were_there(other.date, *both):
        return False  # who founded A in 2015 had not come there from B, which is younger
    if one.date is None or other.date is None:
        return True
    return one.date.startswith(other.date[:4]) or other.date.startswith(one.date[:4])


def is_of_replaced(draft: Draft, other: Draft) -> bool:
    """Whether a post stands only with whom somebody succeeds, and another draft tells which one is taken."""
    succeeds = [event.trigger.event == "replace" for event in draft.events]
    return all(succeeds) and other.role_to is not None and any(e.trigger.event != "replace" for e in other.events)
