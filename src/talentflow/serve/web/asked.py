"""What programs may ask of the API: the parameters, each with what it must be like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import Path, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from talentflow.app.insight import FIGURES
from talentflow.app.staff import PARTS
from talentflow.app.views import SORTS
from talentflow.model import FACT_TYPES, KINDS, STATUSES, is_date
from talentflow.serve.web.wanted import PAGE

MOST = 200
_DAY_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": "^[1-9][0-9]{3}$"},
        {"type": "string", "pattern": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$"},
        {"type": "string", "format": "date"},
    ],
    "examples": ["2025", "2025-10", "2025-10-14"],
}


def _day(value: str) -> str:
    if not is_date(value):
        raise ValueError("not a date: write 2025, 2025-10 or 2025-10-14")
    return value


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in choices:
            raise ValueError(f"none of {', '.join(choices)}")
        return value

    return check


Day = Annotated[str, AfterValidator(_day), WithJsonSchema(_DAY_SCHEMA)]
_Kind = Annotated[str, AfterValidator(_one_of(KINDS)), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
_Status = Annotated[str, AfterValidator(_one_of(STATUSES)), WithJsonSchema({"type": "string", "enum": list(STATUSES)})]
_Type = Annotated[
    str, AfterValidator(_one_of(FACT_TYPES)), WithJsonSchema({"type": "string", "enum": list(FACT_TYPES)})
]
_Sort = Annotated[str, AfterValidator(_one_of(SORTS)), WithJsonSchema({"type": "string", "enum": list(SORTS)})]
Figure = Annotated[str, AfterValidator(_one_of(tuple(FIGURES))), WithJsonSchema({"type": "string", "enum": [*FIGURES]})]
_Part = Annotated[str, AfterValidator(_one_of(PARTS)), WithJsonSchema({"type": "string", "enum": list(PARTS)})]
_Side = Annotated[
    str, AfterValidator(_one_of(("came", "left", "within"))),
    WithJsonSchema({"type": "string", "enum": ["came", "left", "within"]}),
]  # fmt: skip
_Language = Annotated[str, Query(pattern="^[a-z]{2,3}$")]
_Name = Annotated[str, Query(min_length=1, max_length=200, pattern=r"\S")]

Nothing = SkipJsonSchema[None]
Person = Annotated[_Name | Nothing, Query(description="In any script or spelling, or an id.", examples=["Mira Murati"])]
Org = Annotated[_Name | Nothing, Query(description="Either end, or what belongs to it.", examples=["OpenAI"])]
From = Annotated[_Name | Nothing, Query(alias="from", description="Whom they leave.", examples=["Meta"])]
To = Annotated[_Name | Nothing, Query(description="Whom they join.", examples=["Anthropic"])]
Organization = Annotated[str, Path(description="The id of an organization.", examples=["openai"])]
About = Annotated[_Name | Nothing, Query(description="A person, an organization or a product.", examples=["OpenAI"])]
Name = Annotated[_Name, Query(description="In any script or spelling, or an id.", examples=["ميرا موراتي"])]
Words = Annotated[_Name, Query(description="Words of the article, in any script.", examples=["chief scientist"])]
Kinds = Annotated[list[_Kind], Query(description="Only these kinds; may be repeated.", examples=[["move"]])]
Statuses = Annotated[list[_Status], Query(description="Only these statuses; may be repeated.", examples=[["done"]])]
Types = Annotated[list[_Type], Query(description="Only these types; may be repeated.", examples=[["funding"]])]
Languages = Annotated[list[_Language], Query(description="Languages of the articles, as codes.", examples=[["ar"]])]
Since = Annotated[Day | Nothing, Query(description="From this day, month or year on.", examples=["2025-10"])]
Until = Annotated[Day | Nothing, Query(description="Up to and with this day, month or year.", examples=["2026"])]
AsOf = Annotated[
    Day | Nothing, Query(description="As it stood then: from what had been published.", examples=["2025-12-31"])
]
Part = Annotated[_Part | Nothing, Query(description="Only who is there, or only who left.", examples=["there"])]
Side = Annotated[_Side, Query(description="Who came, who left, or who stayed within.", examples=["left"])]
Other = Annotated[_Name | Nothing, Query(alias="with", description="The id of the other end.", examples=["meta"])]
Quarter = Annotated[
    Annotated[str, Query(pattern=r"^[1-9][0-9]{3}-(01|04|07|10)$")] | Nothing,
    Query(
        description="The first month of a quarter: only moves that are dated in it, or else became known in it.",
        examples=["2025-07"],
    ),
]
Every = Annotated[bool, Query(description="All that is told, not what is done alone.", examples=[False])]
Sort = Annotated[_Sort, Query(description="The order.", examples=["date"])]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.", examples=[PAGE])]
Skip = Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over.")]
Days = Annotated[
    Annotated[int, Query(ge=1, le=36_500)] | Nothing,
    Query(description="The days of retention, of leaving together, of following.", examples=[365]),
]
MovesBehind = Annotated[
    int, Query(ge=0, le=1_000_000, description="How many at most of the moves behind each row.", examples=[50])
]
CursorText = Annotated[
    Annotated[str, Query(pattern="^[A-Za-z0-9_-]{2,400}$")] | Nothing,
    Query(
        description="Where to go on: `next` of the answer before. One that is none of ours is answered with 404.",
    ),
]


def _parameters(dependant: Dependant) -> set[str]:
    """The names of all parameters of an endpoint, those of what it depends on too."""
    own = {field.alias for field in dependant.query_params}
    return own.union(*(_parameters(part) for part in dependant.dependencies))


def only_known(request: Request) -> None:
    """Turn away what the endpoint does not know: a filter with a slip of the pen would otherwise pass unfiltered."""
    known = _parameters(request.scope["route"].dependant)
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        allowed = f"known are {', '.join(sorted(known))}" if known else "none are known here"
        raise RequestValidationError(
            [{"type": "unknown", "loc": ("query", name), "msg": f"no such parameter; {allowed}"} for name in unknown]
        )
