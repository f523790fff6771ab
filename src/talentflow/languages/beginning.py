"""Beginning a language: a folder made from the template, and the checks that its author runs while filling it."""

from __future__ import annotations

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from talentflow.languages.facts import read_facts
from talentflow.languages.loader import read_language
from talentflow.languages.model import Language, Trigger
from talentflow.model import DataError

_CODE = re.compile(r"[a-z]{2,3}")


def begin_language(code: str, parent: Path) -> Path:
    """Makes the folder `parent/code` from the template and gives it.

    Raises DataError where the code is none of ISO 639 ("it", "yue"), the folder exists, or it cannot be written.
    """
    if not _CODE.fullmatch(code):
        raise DataError(f"{code!r} is no language code. Write two or three small letters of ISO 639: it, ko, yue.")
    folder = parent / code
    if folder.exists():
        raise DataError(
            f"{folder}: exists already and is left as it is. To check it: talentflow languages --check {folder}"
        )
    try:
        with as_file(files("talentflow.languages") / "template") as template:
            shutil.copytree(template, folder, ignore=shutil.ignore_patterns("__pycache__"))
    except OSError as error:
        raise DataError(f"{folder}: cannot be written ({error.strerror or error}). Name another --in FOLDER.") from None
    return folder


def check_language(folder: Path) -> tuple[Language, list[str]]:
    """The language that a folder holds, and what it still lacks, a line each.

    Raises DataError, with the place and the remedy, where there is no such folder or its data break the schema.
    """
    if not (folder / "language.toml").is_file():
        raise DataError(f"{folder}: no language.toml in it. Begin one: talentflow languages --begin CODE")
    language = read_language(folder)
    read_facts(folder)
    lacks = []
    if "NAME" in (language.name, language.endonym):
        lacks.append("language.toml: name and endonym are still the template's")
    lacks += [f"{file}: {what}" for kind, file, what in _NEEDED if not language.phrases.get(kind)]
    events = {trigger.event for _, trigger in language.phrases["trigger"] if isinstance(trigger, Trigger)}
    missing = [event for event in _USUAL if event not in events]
    if events and missing:
        lacks.append(f"triggers.toml: nothing tells of {', '.join(missing)}")
    return language, lacks


_NEEDED = (
    ("trigger", "triggers.toml", "no words that tell of a change"),
    ("role", "roles.toml", "no posts"),
    ("month", "time.toml", "no months"),
    ("and", "words.toml", "nothing joins names (and)"),
    ("former", "words.toml", "no word for former"),
    ("mark", "words.toml", "no prepositions (mark_away, mark_toward, ...)"),
    ("pronoun", "words.toml", "no pronouns"),
    ("company_anaphor", "words.toml", "nothing points back to an employer (company_anaphor)"),
    ("said", "words.toml", "no verbs of saying (said)"),
    ("cue", "status.toml", "no words for plans, rumours and denials"),
    ("number", "numbers.toml", "no numbers"),
)  # fmt: skip
_USUAL = ("leave", "join", "hire", "dismiss", "found", "appoint", "become", "return", "replace")
