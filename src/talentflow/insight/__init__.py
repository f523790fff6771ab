"""What the moves of the ledger add up to: flows, stays, departures in company, contested people, outlets' records.

Pure functions: moves in, figures out; each figure names the moves behind it. Only what is done counts as a change of
place; a rumour, a plan, an offer, a denial or a leave of absence is no flow.
"""

from talentflow.insight.changes import CHANGES, changes, first_day
from talentflow.insight.company import (
    FOLLOW_DAYS,
    TOGETHER_DAYS,
    Follow,
    Gathered,
    Group,
    followers,
    gathered_leavers,
    goal_of,
    group_of,
    together,
)
from talentflow.insight.contested import Contest, Counted, contest_of, contested, counted_contests
from talentflow.insight.flows import (
    Balance,
    Flow,
    balances_of,
    counted_flows,
    counted_net,
    flow_of,
    flows,
    largest_flows,
    net,
)
from talentflow.insight.ordered import Ordered
from talentflow.insight.organization import Kept, Quarter, kept_by, quarters_of
from talentflow.insight.outlets import OutletCount, OutletRecord, Telling, Tellings, counted_outlets, outlets, record_of
from talentflow.insight.stays import (
    Retention,
    Return,
    Stay,
    Stayed,
    Tenure,
    arrivals_of,
    counted_retention,
    retention,
    retention_of,
    returns,
    stays,
    stays_of,
    tenure,
)
from talentflow.insight.timeline import Timeline

__all__ = [
    "CHANGES",
    "FOLLOW_DAYS",
    "TOGETHER_DAYS",
    "Balance",
    "Contest",
    "Counted",
    "Flow",
    "Follow",
    "Gathered",
    "Group",
    "Kept",
    "Ordered",
    "OutletCount",
    "OutletRecord",
    "Quarter",
    "Retention",
    "Return",
    "Stay",
    "Stayed",
    "Telling",
    "Tellings",
    "Tenure",
    "Timeline",
    "arrivals_of",
    "balances_of",
    "changes",
    "contest_of",
    "contested",
    "counted_contests",
    "counted_flows",
    "counted_net",
    "counted_outlets",
    "counted_retention",
    "first_day",
    "flow_of",
    "flows",
    "followers",
    "gathered_leavers",
    "goal_of",
    "group_of",
    "kept_by",
    "largest_flows",
    "net",
    "outlets",
    "quarters_of",
    "record_of",
    "retention",
    "retention_of",
    "returns",
    "stays",
    "stays_of",
    "tenure",
    "together",
]
