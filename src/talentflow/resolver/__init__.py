"""Mentions -> people and organizations, each with a score and a reason in words."""

from talentflow.resolver.clusters import Link, cluster
from talentflow.resolver.drawers import blocks_of, filed, scripts_to_look_in
from talentflow.resolver.names import Match, compare, conflict
from talentflow.resolver.organizations import same_organization
from talentflow.resolver.people import Likeness, same_person
from talentflow.resolver.taken_apart import Name, is_short_for, part_count, script_of, takes_several_names

VERSION = "5"  # changes whenever the same names could be judged otherwise

__all__ = [
    "VERSION",
    "Likeness",
    "Link",
    "Match",
    "Name",
    "blocks_of",
    "cluster",
    "compare",
    "conflict",
    "filed",
    "is_short_for",
    "part_count",
    "same_organization",
    "same_person",
    "script_of",
    "scripts_to_look_in",
    "takes_several_names",
]
