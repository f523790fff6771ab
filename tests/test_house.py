"""The house itself: its documents miss nothing, its data is proved, and nothing private has crept in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from talentflow import __version__
from talentflow.serve.cli import app
from talentflow.serve.reference import reference

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "talentflow"

pytestmark = pytest.mark.skipif(not (ROOT / "Makefile").exists(), reason="needs the repository around the tests")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def settings() -> dict[str, Any]:
    return tomllib.loads(page("pyproject.toml"))


def commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def rooms() -> list[str]:
    return sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__")


@pytest.mark.parametrize("room", rooms())
def test_the_map_has_every_room(room: str) -> None:
    assert f"`{room}/`" in page("ARCHITECTURE.md")


def modules_of_the_app() -> list[str]:
    found = (PACKAGE / "app").rglob("[a-z]*.py")
    return sorted(path.relative_to(PACKAGE / "app").with_suffix("").as_posix() for path in found)


@pytest.mark.parametrize("module", modules_of_the_app())
def test_the_map_has_every_module_of_the_app(module: str) -> None:
    rows = re.findall(r"^\| ([^|]*`[^|]*) \|", page("ARCHITECTURE.md"), flags=re.MULTILINE)
    assert any(re.search(rf"`(app/)?{module}`", row) for row in rows)


def modules_of_the_reader() -> list[str]:
    """Those of the embedded reader's halls: `hall/module`."""
    folders = (path.parent for path in (PACKAGE / "reader").glob("*/__init__.py") if path.parent.name != "llm")
    return sorted(f"{hall.name}/{path.stem}" for hall in folders for path in hall.glob("[a-z]*.py"))


@pytest.mark.parametrize("module", modules_of_the_reader())
def test_the_map_has_every_module_of_the_embedded_reader_in_its_hall(module: str) -> None:
    hall, name = module.split("/")
    section = re.search(rf"^### `{hall}/`.*?(?=^##)", page("ARCHITECTURE.md"), re.DOTALL | re.MULTILINE)
    assert section is not None
    rows = re.findall(r"^\| ([^|]*`[^|]*) \|", section[0], flags=re.MULTILINE)
    assert any(f"`{name}`" in row for row in rows)


def test_the_map_has_no_room_that_is_gone() -> None:
    rows = re.findall(r"^\| `(\w+)/` \|", page("ARCHITECTURE.md"), flags=re.MULTILINE)
    assert sorted(rows) == rooms()


def test_every_room_is_a_layer() -> None:
    layers = " ".join(settings()["tool"]["importlinter"]["contracts"][0]["layers"])
    held = {room for room in rooms() if list((PACKAGE / room).rglob("*.py"))}
    assert held == set(re.findall(r"talentflow\.(\w+)", layers))


@pytest.mark.parametrize("command", sorted(commands()))
def test_the_readme_has_every_command(command: str) -> None:
    assert f"`talentflow {command}" in page("README.md")


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert page("docs/commands.md") == reference(), "run: make docs"


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_option_is_explained(command: str) -> None:
    for parameter in commands()[command].params:
        assert (parameter.help or "").rstrip().endswith("."), f"{command} {parameter.name}: a sentence, please"
        if parameter.param_type_name == "option":
            assert f"`{parameter.opts[0]}`" in page("docs/commands.md")


def test_the_page_for_native_speakers_has_every_file_of_a_language() -> None:
    files = {path.name for path in (PACKAGE / "languages" / "template").iterdir() if path.is_file()}
    assert files == set(re.findall(r"^\| `([\w.]+)` \|", page("docs/languages.md"), flags=re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))])
def test_links_inside_the_repository_lead_somewhere(name: str) -> None:
    here = (ROOT / name).parent
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page(name))
    assert [target for target in targets if not (here / target).exists()] == []


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in page("CHANGELOG.md")


def test_every_target_of_the_makefile_is_listed_and_real() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    for target in re.findall(r"\bmake (\w+)", page("README.md") + page("ARCHITECTURE.md")):
        assert f"make {target} " in listed, f"make {target} is in a document and not in the Makefile"


def test_ci_installs_exact_pins_from_no_named_place() -> None:
    pins = [line for line in page("requirements/ci.txt").splitlines() if line and not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.!+-]+", pin)] == []


def test_the_pins_hold_everything_that_is_asked_for() -> None:
    wanted = settings()
    asked = (
        wanted["project"]["dependencies"] + wanted["dependency-groups"]["test"] + wanted["dependency-groups"]["check"]
    )
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in page("requirements/ci.txt").splitlines()}
    names = {re.split(r"[\[<>=!~; ]", line)[0].lower().replace("_", "-") for line in asked}
    assert names <= pinned, "run: make lock PYTHON=python3.11"


def test_every_language_keeps_a_floor() -> None:
    floors = tomllib.loads(page("eval/floors.toml"))["floor"]
    scored = {floor["gold"].removeprefix("dev/") for floor in floors if "gold" in floor}
    languages = {path.name for path in (PACKAGE / "languages" / "data").iterdir() if path.is_dir()}
    assert languages <= scored


def test_the_examples_are_enough_and_in_every_language() -> None:
    files = list((PACKAGE / "examples").glob("*/*.*"))
    assert len(files) >= 15
    assert {path.parent.name for path in files} >= {"ar", "es", "en"}


def test_the_program_can_be_run_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "talentflow", "--version"], capture_output=True, encoding="utf-8")
    assert done.stdout == f"talentflow {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")
@pytest.mark.parametrize(
    ("is_old", "has_venv", "words"),
    [(True, True, "needs Python 3.11 or newer; found: Python 3.9.2"), (False, False, "apt install python3-venv")],
)
def test_an_unfit_python_is_told_in_one_line(tmp_path: Path, is_old: bool, has_venv: bool, words: str) -> None:
    old, lacking = ("exit 1" if flag else "exit 0" for flag in (is_old, not has_venv))
    program = f'#!/bin/sh\ncase "$*" in *--version*) echo Python 3.9.2;; *ensurepip*) {lacking};; *) {old};; esac\n'
    (tmp_path / "python3").write_text(program)
    (tmp_path / "python3").chmod(0o755)
    bash = shutil.which("bash")
    assert bash is not None
    script = [bash, str(ROOT / "requirements" / "make_environment.sh"), str(tmp_path / "environment")]
    done = subprocess.run(script, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_library_examples_of_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", page("README.md"), flags=re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert "Ada Moreno: Borealis -> Quanta, done" in capsys.readouterr().out
