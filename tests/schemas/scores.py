"""Scores by role, what would be if figures were others, and one figure by two plans, as types."""

from typing import Annotated

from pydantic import Field
from tests.schemas.reports import StatusItem
from tests.schemas.shared import Header, PlanOf
from tests.schemas.vocabulary import Count, Day, Exact, Period, Value
from typing_extensions import TypedDict

from cdstrack.core.record.role import Role
from cdstrack.core.reports.against import Obstacle, Side
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


class _Left(TypedDict):
    weight: Exact
    left: Annotated[
        Exact | None, Field(description="still to be had, on the index's scale; null: no figure")
    ]
    running: Annotated[Exact | None, Field(description="left of it and of those before it")]


class Left(_Named, _Left):
    """A member of an index by what is still to be had from it, the most first."""


class _Goal(TypedDict):
    now: Annotated[Exact | None, Field(description="null while a member is missing")]
    to: Exact
    missing: Annotated[Exact | None, Field(description="zero or less: it is reached")]
    enough: Annotated[
        Count | None, Field(description="so many members, the first ones, would do; null: none do")
    ]
    members: list[Left]


class GoalReport(Header, _Named, _Goal):
    pass


_ACTIVE = Field(description="of the two active targets; null where a plan has none")


class _Beside(TypedDict):
    other: str
    obstacle: Annotated[Obstacle | None, Field(description="why the other plan cannot judge it")]
    other_item: StatusItem | None
    stricter: Annotated[Side | None, _ACTIVE]
    asks_more: Annotated[Side | None, _ACTIVE]
    sooner: Annotated[Side | None, _ACTIVE]
    missed_first: Annotated[
        Side | None, Field(description="whose target is missed first, known or by the pace")
    ]


class AgainstItem(StatusItem, _Beside):
    """An indicator that two plans share."""


class AgainstReport(Header):
    against: PlanOf
    only_here: Count
    only_there: Count
    items: list[AgainstItem]
