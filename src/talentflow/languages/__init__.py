"""Languages as folders of data, checked when they are loaded."""

from talentflow.languages.loader import language_codes, load_language, read_language
from talentflow.languages.model import EVENTS, MARKS, Cue, Language, RoleWord, Trigger

__all__ = [
    "EVENTS",
    "MARKS",
    "Cue",
    "Language",
    "RoleWord",
    "Trigger",
    "language_codes",
    "load_language",
    "read_language",
]
