"""Scores by role, and what would be if figures were others, as types."""

from typing import Annotated

from pydantic import Field
from tests.schemas.shared import Header
from tests.schemas.vocabulary import Day, Exact, Period, Value
from typing_extensions import TypedDict

from cdstrack.core.record.role import Role
from cdstrack.core.verdict.vocabulary import Status


class _Named(TypedDict):
    indicator: str
    name: str


class _ByRole(TypedDict):
    self: Exact | None
    appraised: Exact | None
    final: Exact | None
    difference: Annotated[Exact | None, Field(description="self minus appraised")]


class _Weighed(TypedDict):
    weight: Exact
    max: Annotated[Exact, Field(description="the most points on the criterion's own scale")]
    counted: Annotated[Exact | None, Field(description="the firmest score")]
    role: Annotated[Role | None, Field(description="who gave it")]


class _Behind(TypedDict):
    lost: Annotated[Exact | None, Field(description="the most points minus the firmest score")]
    evidence: list[str]
    notes: list[str]


class Score(_Named, _Weighed, _ByRole, _Behind):
    """One criterion."""


class _Total(TypedDict):
    org_unit: str
    period: Period | None
    of: Exact | None
    counted: Annotated[Exact | None, Field(description="null while a criterion has no score")]


class _Items(TypedDict):
    items: list[Score]


class ScoresReport(Header, _Named, _Total, _ByRole, _Items):
    pass


class TargetState(TypedDict):
    due: Day | None
    status: Status
    met: bool | None
    gap: Exact | None


class ItemState(TypedDict):
    value: Value | None
    period: Period | None
    status: Status | None
    targets: list[TargetState]


class Assumed(TypedDict):
    indicator: str
    value: Value
    period: Period


class _Effect(TypedDict):
    before: ItemState
    after: ItemState


class Effect(_Named, _Effect):
    """An indicator whose value or verdict changes."""


class WhatIfReport(Header):
    assumed: list[Assumed]
    items: list[Effect]
