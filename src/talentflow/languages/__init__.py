"""Languages as folders of data, checked when they are loaded."""

from talentflow.languages.beginning import begin_language, check_language
from talentflow.languages.facts import load_facts
from talentflow.languages.loader import language_codes, load_language, read_language
from talentflow.languages.model import EVENTS, MARKS, Cue, Language, RoleWord, Trigger
from talentflow.languages.quality import Quality, load_quality

__all__ = [
    "EVENTS",
    "MARKS",
    "Cue",
    "Language",
    "Quality",
    "RoleWord",
    "Trigger",
    "begin_language",
    "check_language",
    "language_codes",
    "load_facts",
    "load_language",
    "load_quality",
    "read_language",
]
