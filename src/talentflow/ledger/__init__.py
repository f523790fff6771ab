"""Claims -> moves, with their history; articles -> origins and stories. Contradictions stay side by side."""

from talentflow.ledger.careers import career_of, roster_of
from talentflow.ledger.doubts import SURE
from talentflow.ledger.moves import build_moves, count_moves_in
from talentflow.ledger.naming import GivenName, names_given
from talentflow.ledger.origins import SameOrigin, Source, retells, same_text
from talentflow.ledger.stories import SPAN_DAYS, Telling, as_day, end_keys, news_of, stories_of
from talentflow.ledger.traces import Place, Trace, trace_of

VERSION = "7"  # changes whenever the same claims could make other moves, origins or stories

__all__ = [
    "SPAN_DAYS",
    "SURE",
    "VERSION",
    "GivenName",
    "Place",
    "SameOrigin",
    "Source",
    "Telling",
    "Trace",
    "as_day",
    "build_moves",
    "career_of",
    "count_moves_in",
    "end_keys",
    "names_given",
    "news_of",
    "retells",
    "roster_of",
    "same_text",
    "stories_of",
    "trace_of",
]
