"""Settings of the model: what the user says, else the environment, else the file; never a key in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentflow.app.model_settings import DEFAULT_BASE_URL, answers_path, model_settings
from talentflow.model import TalentflowError


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MODEL", "BASE_URL", "KEY", "PRICE_IN", "AT_ONCE"):
        monkeypatch.delenv(f"TALENTFLOW_LLM_{name}", raising=False)
    monkeypatch.setenv("TALENTFLOW_SETTINGS", str(write(tmp_path, "")))


def write(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_said_stands_above_the_environment_and_that_above_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(tmp_path, '[llm]\nmodel = "file"\nbase_url = "http://file:1/v1"\nprice_in = 1\nprice_out = 4.5\nat_once = 2')
    monkeypatch.setenv("TALENTFLOW_LLM_MODEL", "environment")
    monkeypatch.setenv("TALENTFLOW_LLM_AT_ONCE", "3")
    found = model_settings({"at_once": 5, "model": None, "budget_money": 2.0})
    assert (found.model, found.base_url, found.at_once) == ("environment", "http://file:1/v1", 5)
    assert (found.prices.question, found.prices.answer, found.limits.money) == (1.0, 4.5, 2.0)


def test_without_settings_ollama_on_this_machine_is_asked() -> None:
    assert model_settings({"model": "m"}).base_url == DEFAULT_BASE_URL
    assert answers_path({}).name == "answers.db"
    assert answers_path({"answers": "here.db"}) == Path("here.db")


def test_the_key_comes_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TALENTFLOW_LLM_KEY", " sk-1\n")
    monkeypatch.setenv("MY_KEY", "sk-2")
    assert model_settings({"model": "m"}).key == "sk-1"
    write(tmp_path, '[llm]\nkey_variable = "MY_KEY"')
    assert model_settings({"model": "m"}).key == "sk-2"
    write(tmp_path, '[llm]\nkey = "sk-3"')
    with pytest.raises(TalentflowError, match="TALENTFLOW_LLM_KEY") as caught:
        model_settings({"model": "m"})
    assert "sk-3" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[llm", "cannot be read"),
        ("llm = 7", "must be a table"),
        ('[llm]\nmodle = "x"', "no setting is called modle"),
        ("[llm]\nmodel = 7", "words in quotation marks"),
        ('[llm]\nprice_in = "much"', "price_in must be a number"),
        ("[llm]\nprice_in = -1", "price_in must be a number"),
        ("[llm]\ntimeout = inf", "timeout must be a number"),
        ("[llm]\nat_once = true", "at_once must be a number"),
        ("[llm]\nat_once = 0", "at_once must be at least 1"),
    ],
)
def test_wrong_settings_are_one_line_with_a_remedy(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, text)
    with pytest.raises(TalentflowError, match=words) as caught:
        model_settings({"model": "m"})
    assert "\n" not in str(caught.value)


def test_a_file_that_is_named_and_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TALENTFLOW_SETTINGS", str(tmp_path / "none.toml"))
    with pytest.raises(TalentflowError, match="there is no such file"):
        model_settings({"model": "m"})
