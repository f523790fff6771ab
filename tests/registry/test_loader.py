"""The registry as it ships: fresh, quick to load, and able to find names in any script."""

import shutil
from pathlib import Path

import pytest

from talentflow.model.errors import DataError
from talentflow.registry import load_registry
from talentflow.registry.loader import DATA, digest_of, is_fresh, write_generated

LAB = '[[organization]]\nid = "lab"\nname = "Lab One"\nsort = "ai lab"\nnames.ar = ["مختبر أوّل"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "labs.toml").write_text(LAB, encoding="utf-8")
    return tmp_path


def test_generated_file_is_what_the_sources_give(tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    written = write_generated(copy).read_bytes()
    assert written == (DATA / "registry.json").read_bytes(), "run `python -m talentflow.registry`"


def test_generated_and_source_give_one_registry(folder: Path) -> None:
    slow = load_registry.__wrapped__(folder)
    write_generated(folder)
    assert is_fresh(folder)
    assert load_registry.__wrapped__(folder) == slow


def test_an_edit_is_seen_before_anything_is_built_again(folder: Path) -> None:
    write_generated(folder)
    (folder / "labs.toml").write_text(LAB.replace("Lab One", "Lab Two"), encoding="utf-8")
    assert not is_fresh(folder)
    assert load_registry.__wrapped__(folder).organizations["lab"].name == "Lab Two"


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"digest": 1}'])
def test_a_damaged_generated_file_is_passed_over(folder: Path, broken: str) -> None:
    (folder / "registry.json").write_text(broken, encoding="utf-8")
    assert "lab" in load_registry.__wrapped__(folder).organizations


def test_a_spelling_that_two_claim_finds_both_and_is_refused_by_the_check(folder: Path) -> None:
    (folder / "more.toml").write_text(LAB.replace('"lab"', '"twin"'), encoding="utf-8")
    found = load_registry.__wrapped__(folder).find_organizations("Lab One")
    assert [organization.id for organization in found] == ["lab", "twin"]
    with pytest.raises(DataError, match="is claimed by"):
        write_generated(folder)


def test_line_ends_do_not_count_as_edits(folder: Path) -> None:
    before = digest_of(folder)
    (folder / "labs.toml").write_bytes(LAB.replace("\n", "\r\n").encode())
    assert digest_of(folder) == before


@pytest.mark.parametrize("name", ["Lab One", "lab  one", "LAB-ONE", "مختبر اول", "مختبر أوّل"])
def test_finds_an_organization_however_it_is_written(folder: Path, name: str) -> None:
    assert [found.id for found in load_registry.__wrapped__(folder).find_organizations(name)] == ["lab"]


@pytest.mark.parametrize("name", ["Lab", "One Lab", "", "مختبر"])
def test_does_not_find_what_is_only_near(folder: Path, name: str) -> None:
    assert load_registry.__wrapped__(folder).find_organizations(name) == ()


def test_without_people_nobody_is_left() -> None:
    registry = load_registry().without_people()
    assert registry.organizations
    assert not registry.people
    assert registry.find_people("Sam Altman") == ()
