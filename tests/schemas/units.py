"""The machine reports about administrative units, as types."""

from typing import Annotated

from pydantic import Field
from tests.schemas.shared import Header
from tests.schemas.vocabulary import Count, Day, Exact, Value
from typing_extensions import TypedDict


class Heir(TypedDict):
    id: str
    share: Annotated[Exact | None, Field(description="the part of the unit, of 1; null: unstated")]


class Unit(TypedDict):
    id: str
    code: str | None
    name: str
    level: str | None
    parent: str | None
    since: Day | None
    closed: Day | None
    depth: Count
    successor: list[Heir]
    predecessors: list[Heir]


class UnitInLeague(TypedDict):
    org_unit: str
    name: str
    value: Annotated[Value, Field(description="null where it has not reported")]
    numerator: Exact | None
    denominator: Exact | None
    on: Day | None
    met: Annotated[
        bool | None, Field(description="whether it meets what is asked of the area next")
    ]


class LeagueReport(Header):
    indicator: str
    org_unit: str
    on: Day
    expected: Count
    reported: Count
    derived: Annotated[Value, Field(description="null where nothing is rolled up")]
    items: Annotated[
        list[UnitInLeague], Field(description="worst first, those without a figure last")
    ]


class UnitsReport(Header):
    counts: dict[str, Count]
    items: Annotated[list[Unit], Field(description="each after the unit that it is a part of")]
