"""What the machine reports have in common, as types; `docs/schema` is generated from them.

Words come from the vocabularies of the core, and the order of the keys is that of the output.
"""

from typing import Annotated, Literal

from pydantic import Field
from tests.schemas.vocabulary import Day, Exact, Instant, Period, Value
from typing_extensions import TypedDict

from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.record.observation import Qualifier


class PlanOf(TypedDict):
    id: str
    title: str
    digest: str


class KnownPlan(TypedDict):
    id: str | None
    title: str | None
    digest: str


_GENERATOR = Annotated[str, Field(pattern="^cdstrack ")]
_KNOWN_AT = Annotated[
    Instant | None, Field(description="the last submission that was counted; null for none")
]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_HEAD = Annotated[
    Digest | None,
    Field(description="the chain's digest up to the last submission counted; null for none"),
]
_NO_PLAN = Field(description="null where the plan is not valid")


class Header(TypedDict):
    schema_version: Literal[1]
    generator: _GENERATOR
    plan: PlanOf
    as_of: Day
    known_at: _KNOWN_AT
    method: MethodName
    head: _HEAD
    notices: list[str]


class BareHeader(TypedDict):
    """The header of a report that is also written of a plan with errors."""

    schema_version: Literal[1]
    generator: _GENERATOR
    plan: Annotated[KnownPlan | None, Field(description="null where it cannot be read")]
    as_of: Annotated[Day | None, _NO_PLAN]
    known_at: _KNOWN_AT
    method: Annotated[MethodName | None, _NO_PLAN]
    head: _HEAD
    notices: list[str]


class About(TypedDict):
    indicator: str
    org_unit: str
    disaggregation: str | None


class Figure(TypedDict):
    id: int | None
    value: Value
    numerator: Exact | None
    denominator: Exact | None
    stated: Exact | None
    period: Period
    on: Day
    qualifier: Qualifier
    document: str | None
    reported: Period | None


class CitingFigure(About, Figure):
    pass


class RecordedFigure(Figure):
    not_available: str | None
    note: str | None


class Change(About):
    period: Period
    before: RecordedFigure | None
    after: RecordedFigure | None


class ActRef(TypedDict):
    """Which act, when, by whom."""

    id: int
    at: Instant
    by: str


class Document(TypedDict):
    title: str
    number: str | None
    issuer: str | None
    issued: Day | None
    url: str | None
    note: str | None


class _Key(TypedDict):
    key: str


class KeyedDocument(_Key, Document):
    pass


class DocumentChange(_Key):
    before: Document | None
    after: Document | None


class WarningChange(TypedDict):
    problem: str
    before: str | None
    after: str | None
