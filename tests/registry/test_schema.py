"""Mistakes in the registry's data are named: which file, which entry, what, and what to do."""

from pathlib import Path

import pytest

from talentflow.model.errors import DataError
from talentflow.registry.schema import read_source

LAB = '[[organization]]\nid = "lab"\nname = "Lab One"\nsort = "ai lab"\n'
TWIN = '[[organization]]\nid = "twin"\nname = "Twin"\nsort = "company"\n'


def problems_of(folder: Path, **files: str) -> list[str]:
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    try:
        read_source(folder)
    except DataError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (LAB + 'colour = "red"\n', "organization 1 (lab): unknown key 'colour': use one of"),
        (LAB.replace('"Lab One"', '""'), "organization 1 (lab): no name: give"),
        (LAB.replace('"lab"', '"Lab"', 1), "id 'Lab': give one of small letters"),
        (LAB.replace("ai lab", "laboratory"), "unknown sort 'laboratory': use one of ai lab,"),
        (LAB + LAB, "organization 2 (lab): the id stands at registry/data/a.toml, organization 1 (lab) too"),
        (LAB + 'parent = "nobody"\n', "parent 'nobody' does not exist: add"),
        (LAB + 'parent = "lab"\n', "parent 'lab' leads back to itself"),
        (LAB + "unit = true\n", "a unit without a parent: name the employer"),
        (LAB + 'country = "usa"\n', "country 'usa': give the two capital letters"),
        (LAB + 'founded = "2015"\n', "founded '2015': give a year such as 2015"),
        (LAB + "founded = 15\n", "founded 15: give a year such as 2015"),
        (LAB + 'names.ar = ["Lab"]\n', "names.ar: 'Lab' has no Arabic letter"),
        (LAB + 'names.ar = ["مختبر", "مختبر"]\n', "names.ar: 'مختبر' stands twice"),
        (LAB + 'names.en = "Lab"\n', "names.en: not a list of texts"),
        (LAB + 'names.english = ["L"]\n', "names.english: give a language code"),
        (LAB + 'described.fr = "créateur de Zen"\n', "described.fr: not a list of texts"),
        (LAB + 'described = ["créateur de Zen"]\n', "described is no table: write described.ar"),
        (LAB + 'described.french = ["créateur de Zen"]\n', "described.french: give a language code"),
        (LAB + 'names.en = ["L\\u200fab"]\n', "holds an invisible character"),
        (LAB + 'names.en = [" Lab"]\n', "is empty or has space around it"),
        (LAB + 'names.en = ["Lab (One"]\n', "has a bracket without its other half"),
        (LAB + 'names.en = ["L(a)b"]\n', "has a bracket without a choice inside a word"),
        (LAB + 'names.en = ["' + "(a|b)" * 7 + '"]\n', "stands for more than 64 spellings"),
        (LAB + 'ambiguous = ["Labs"]\n', "ambiguous 'Labs' is none of its spellings"),
        (LAB + TWIN + 'names.es = ["LAB-ONE"]\n', "organization 2 (twin): 'LAB-ONE' is claimed by"),
        ('[[person]]\nid = "p"\nname = "P Q"\n[[product]]\nid = "p"\nname = "P q"\n', "'P q' is claimed by"),
        ("[[organisation]]\n", "unknown table 'organisation': use one of [[organization]]"),
        ('[given_names]\nar = "علي"\n', "given_names ar: not a list of texts"),
        ("[[organization]\n", "no valid TOML"),
    ],
)
def test_names_the_place_and_the_remedy(tmp_path: Path, content: str, problem: str) -> None:
    found = problems_of(tmp_path, a=content)
    assert any(line.startswith("registry/data/a.toml") and problem in line for line in found), found


@pytest.mark.parametrize(
    "content",
    [
        LAB,
        LAB + 'country = "US"\nnames.ar = ["لاب ون"]\nnames.zh = ["Lab第一"]\nambiguous = ["لاب ون"]\n',
        LAB + 'described.fr = ["(créateur|éditeur) de Zen"]\nambiguous = ["éditeur de Zen"]\n',
        LAB + TWIN + 'parent = "lab"\nunit = true\n',
        # Namesakes stand where each says that the name needs context; a place need not say so.
        LAB + 'ambiguous = ["Lab One"]\n' + TWIN + 'names.en = ["Lab One"]\nambiguous = ["Lab One"]\n',
        LAB + 'ambiguous = ["Lab One"]\n[[place]]\nid = "lab"\nname = "Lab One"\nsort = "city"\n',
        '[given_names]\nar = ["علي"]\n',
    ],
)
def test_accepts_right_data(tmp_path: Path, content: str) -> None:
    assert problems_of(tmp_path, a=content) == []


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, a=LAB + 'colour = "red"\n', b=TWIN + 'shape = "round"\n')) == 2
