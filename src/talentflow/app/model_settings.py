"""Which model to ask and what it may spend: what the user says, else the environment, else a file of settings.

The key comes from the environment alone, so that it stands in no file, no list of processes and no shell's history.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_config_path

from talentflow.model import DataError
from talentflow.reader.llm import Limits, ModelSettings, Prices

PREFIX = "TALENTFLOW_LLM_"
KEY = f"{PREFIX}KEY"
FILE = "TALENTFLOW_SETTINGS"
DEFAULT_BASE_URL = "http://localhost:11434/v1"  # where Ollama listens

_NUMBERS: dict[str, type[int] | type[float]] = {
    "price_in": float, "price_out": float, "budget_money": float, "budget_tokens": int, "budget_requests": int,
    "requests_per_minute": int, "at_once": int, "tries": int, "timeout": float, "patience": float, "passage": int,
    "answer_tokens": int,
}  # fmt: skip
_WORDS = ("model", "base_url", "key_variable", "answers")
_PLAIN = ("at_once", "tries", "timeout", "patience", "passage", "answer_tokens")


def settings_path() -> Path:
    """The file of settings: the one that TALENTFLOW_SETTINGS names, else settings.toml in the user's folder for it."""
    named = os.environ.get(FILE)
    return Path(named) if named else user_config_path("talentflow", appauthor=False) / "settings.toml"


def model_settings(given: Mapping[str, object]) -> ModelSettings:
    """The settings of the model; `given` holds what the user said, by the names of the settings, None where nothing.

    Raises DataError, with the place and the remedy, for a setting that is none or has not its form.
    """
    found = _all(given)
    variable = str(found.get("key_variable") or KEY)
    plain = {name: found[name] for name in _PLAIN if name in found}
    return ModelSettings(
        model=str(found.get("model") or ""),
        base_url=str(found.get("base_url") or DEFAULT_BASE_URL),
        key=os.environ.get(variable, "").strip(),
        prices=Prices(found.get("price_in"), found.get("price_out")),
        limits=Limits(
            found.get("budget_money"),
            found.get("budget_tokens"),
            found.get("budget_requests"),
            found.get("requests_per_minute"),
        ),
        **plain,
    )


def answers_path(given: Mapping[str, object]) -> Path:
    """The file where the answers of models are kept."""
    named = _all(given).get("answers")
    return Path(named).expanduser() if named else user_cache_path("talentflow", appauthor=False) / "answers.db"


def _all(given: Mapping[str, object]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for where, values in (
        (str(settings_path()), _from_file()),
        ("the environment", _from_environment()),
        ("the command line", given),
    ):
        for name, value in values.items():
            if value is not None:
                told[name] = _checked(name, value, where)
    return told


def _from_environment() -> dict[str, object]:
    names = [*_NUMBERS, *_WORDS]
    return {name: value for name in names if (value := os.environ.get(f"{PREFIX}{name.upper()}"))}


def _from_file() -> dict[str, object]:
    path = settings_path()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("llm", {})
    except FileNotFoundError:
        if os.environ.get(FILE):
            raise DataError(f"{path}: there is no such file. {FILE} names it.") from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: the settings cannot be read ({' '.join(str(error).split())}).") from None
    if not isinstance(table, dict):
        raise DataError(f"{path}: [llm] must be a table of settings.")
    return table


def _checked(name: str, value: object, where: str) -> Any:
    if name == "key":
        raise DataError(f"{where}: a key does not belong there. Put it into the environment as {KEY}.")
    if name in _WORDS:
        if isinstance(value, str):
            return value
        raise DataError(f"{where}: {name} must be words in quotation marks.")
    if name not in _NUMBERS:
        raise DataError(f"{where}: no setting is called {name}. Use some of: {', '.join([*_WORDS, *_NUMBERS])}.")
    try:
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise ValueError
        number = _NUMBERS[name](value)
        if not 0 <= number < float("inf"):
            raise ValueError
    except ValueError:
        raise DataError(f"{where}: {name} must be a number that is not below zero.") from None
    return number
