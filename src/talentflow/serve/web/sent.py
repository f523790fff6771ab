"""What programs send to change the record: who may, how much, and of what shape."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic_core import from_json
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from talentflow.serve.web.access import Visitor, read_body, visitor_of
from talentflow.serve.web.asked import Day

SECURITY = "token"
_JSON = "application/json"
_MOST_NAMES = 200
_MOST_FIELDS = 50  # of an object: each that is not known is told
_LARGEST = 2**31 - 1  # a key of any database
LONGEST_REASON = 500
LONGEST_TEXT = 200_000
LONGEST_VALUE = 2_000


def _whole(value: object) -> object:
    """231.0 is a whole number too, says JSON Schema."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _with_words(value: str) -> str:
    if not re.search(r"\w", value):
        raise ValueError("no word in it")
    return value


Text = Annotated[str, Field(max_length=LONGEST_VALUE)]
Words = Annotated[
    str,
    Field(max_length=LONGEST_TEXT),
    AfterValidator(_with_words),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_TEXT, "pattern": r"[\p{L}\p{N}]"}),
]
Identity = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]
Published = Annotated[Day | None, Field(description="The day, the month or the year.", examples=["2026-01-14"])]
Whole = Annotated[int, Field(ge=1, le=_LARGEST), BeforeValidator(_whole)]
Reason = Annotated[
    str, Field(max_length=LONGEST_REASON, description="In words, for the log."), AfterValidator(str.strip)
]


class Sent(BaseModel):
    """What a request may hold, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class ArticleSent(Sent):
    """An article; where no title is sent and the first line stands apart, that is taken for it."""

    text: Words
    title: Text = ""
    published: Published = None
    publisher: Text = ""
    url: Text = Field(default="", description="Where the text was found.", pattern=r"^(https?://.*)?$")


class PairSent(Sent):
    """What is said of two names, by their keys."""

    one: Identity
    other: Identity
    verdict: Literal["same", "different", "unsure"]
    reason: Reason = ""


class ClaimSent(Sent):
    """What is said of a claim of an article: of a move, of a post that is held, or of a fact."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"article": "harbour-ledger-1", "claim": "8f0c5a7be1d2439a604be17c", "verdict": "wrong"}]
        },
    )

    article: Identity
    claim: Identity
    verdict: Literal["right", "wrong"]
    reason: Reason = ""


class MergeSent(Sent):
    """Two people, or two organizations, that are one."""

    one: Identity
    other: Identity
    reason: Reason = ""


class SplitSent(Sent):
    """Those names of an entity, by their keys, that are somebody else's."""

    entity: Identity
    names: list[Identity] = Field(min_length=1, max_length=_MOST_NAMES)
    reason: Reason = ""


class UndoSent(Sent):
    """A deed to take back."""

    deed: Whole


def admitted(request: Request, scope: str, *, by_token: bool = False) -> Visitor:
    """Who asks, and may; else 401 or 403.

    `by_token` asks for a token in the request itself: a browser sends its cookie unasked, also for another site's page.
    """
    visitor = visitor_of(request)
    if visitor.token is None or (by_token and visitor.session is not None):
        headers = {"WWW-Authenticate": 'Bearer realm="Talentflow"'}
        raise HTTPException(401, "A token is needed", headers=headers)
    if not visitor.may(scope):
        raise HTTPException(403, f"This token does not open what asks for the scope {scope}")
    return visitor


Shape = TypeVar("Shape", bound=Sent)


def sent(shape: type[Shape], scope: str) -> Callable[[Request], Awaitable[Shape]]:
    """What a request holds, for whoever has a token of this scope.

    Nothing is read of what others send, and of nobody more than a form may hold (413); what does not say that it is
    JSON is 415, what is of another shape 422.
    """

    async def read(request: Request) -> Shape:
        admitted(request, scope, by_token=True)
        return await run_in_threadpool(_shaped, shape, await read_body(request, _JSON))

    return read


def _shaped(shape: type[Shape], body: bytes) -> Shape:
    try:
        given = from_json(body)
        if isinstance(given, dict) and len(given) > _MOST_FIELDS:
            raise RequestValidationError([{"type": "many", "loc": ("body",), "msg": "too many fields"}])
        return shape.model_validate(given, strict=True)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in told]) from None
    except ValueError:
        raise RequestValidationError([{"type": "json", "loc": ("body",), "msg": "no JSON"}]) from None


def described(shape: type[Sent]) -> dict[str, Any]:
    """What the API's description says of an endpoint that takes this shape."""
    schema = {"schema": shape.model_json_schema()}
    return {"security": [{SECURITY: []}], "requestBody": {"required": True, "content": {_JSON: schema}}}


DESCRIBED: dict[str, Any] = {"security": [{SECURITY: []}]}  # of an endpoint that takes nothing but asks for a token
