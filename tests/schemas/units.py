"""The machine reports about administrative units, as types."""

from typing import Annotated

from pydantic import Field
from tests.schemas.shared import Header
from tests.schemas.vocabulary import Count, Day, Exact
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


class UnitsReport(Header):
    counts: dict[str, Count]
    items: Annotated[list[Unit], Field(description="each after the unit that it is a part of")]
