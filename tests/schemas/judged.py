"""What machine reports say of an indicator, its targets and its latest figure, as types."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config
from pydantic.config import JsonDict
from tests.schemas.shared import Figure
from tests.schemas.vocabulary import (
    EXACT_PATTERN,
    Count,
    Day,
    Exact,
    PerYear,
    ReasonCode,
    Stated,
    Texts,
    Value,
)
from typing_extensions import TypedDict

from cdstrack.core.plan.comparators import DECLARABLE, Comparator
from cdstrack.core.plan.rollup import RollUpBy
from cdstrack.core.plan.vocabulary import Direction, Unit
from cdstrack.core.record.role import Role
from cdstrack.core.verdict.vocabulary import DirectionVerdict, Flag, Outlook, Status


def _one_threshold(schema: JsonDict) -> None:
    """Exactly one of the comparators that a person may choose beside who and when."""
    own = schema["properties"]
    assert isinstance(own, dict)
    threshold: JsonDict = {"type": "string", "pattern": EXACT_PATTERN}
    schema["properties"] = {**{str(each): threshold for each in DECLARABLE}, **own}
    schema["minProperties"] = schema["maxProperties"] = 3


@with_config(ConfigDict(json_schema_extra=_one_threshold))
class Declared(TypedDict):
    """A threshold that somebody chose, never official; under one comparator's key."""

    by: str
    date: Day


class Ended(TypedDict):
    date: Day
    reason: str


class _Asked(TypedDict):
    due: Day | None
    comparator: Comparator
    value: Stated


class _Sources(TypedDict):
    declared: Declared | None
    wording: Texts | None
    document: Texts | None


class _TopOrYearly(_Asked):
    of: Exact | None


_From = TypedDict("_From", {"from": int | None})


class Declaration(_TopOrYearly, _From, _Sources):
    """A target as declared."""

    ended: Ended | None


class Baseline(TypedDict):
    date: Day
    value: Exact
    document: Texts | None


class Groups(TypedDict):
    met: int
    reported: int
    total: Annotated[int | None, Field(description="null where the plan names no groups")]
    worst: str | None


class Likely(TypedDict):
    """The range that holds some 80 of 100 outcomes at the due date, inside the bounds."""

    low: float
    high: float
    chance: Annotated[float, Field(ge=0, le=1, description="of meeting the target")]
    basis: Literal["damped"]


class _Judged(_Asked):
    threshold: Annotated[Exact | None, Field(description="the number it is judged by")]


class Target(_Judged, _Sources):
    """A target with its verdict."""

    status: Status
    met: bool | None
    gap: Annotated[Exact | None, Field(description="threshold minus latest, signed")]
    gap_count: Annotated[Count | None, Field(description="whole numerator units still needed")]
    completion: Annotated[float | None, Field(description="latest over threshold")]
    ratio: Annotated[float | None, Field(description="the method's own measure")]
    expected: Annotated[
        float | None, Field(description="the path's value on the date of the latest figure")
    ]
    required_pace: PerYear
    current_pace: PerYear
    forecast: float | None
    outlook: Outlook | None
    likely: Likely | None
    lead_days: float | None
    reached_on: Day | None
    flags: list[Flag]
    reasons: list[ReasonCode]
    years: Annotated[
        dict[Annotated[str, Field(pattern="^[0-9]{4}$")], Status] | None,
        Field(description="the closed years of a yearly target"),
    ]
    groups: Groups | None


class LatestFigure(Figure):
    """The figure that the verdicts use."""

    doubts: Annotated[
        list[str],
        Field(description="what makes it doubtful: codes of findings that nobody accepted"),
    ]


class Member(TypedDict):
    """A member of a composite index, its points on its own scale."""

    indicator: str
    weight: Exact
    points: Annotated[Exact | None, Field(description="null where it is missing")]
    max: Exact
    role: Annotated[Role | None, Field(description="who gave the score that counts")]


class Composite(TypedDict):
    """A composite index in the period that it stands at."""

    points: Annotated[Exact | None, Field(description="null while a member is missing")]
    of: Exact
    members: list[Member]
    missing: list[str]


class RollUp(TypedDict):
    """What the units of an area come to at the end of the last period."""

    by: RollUpBy
    expected: Annotated[Count, Field(description="the units that are there on that day")]
    reported: Count
    missing: Annotated[list[str], Field(description="the units that have not reported")]
    derived: Annotated[
        Value, Field(description="what the units that reported come to, however few")
    ]
    stated: Annotated[Value, Field(description="the latest figure recorded for the area")]


class Item(TypedDict):
    """An indicator with its latest figure."""

    indicator: str
    name: str
    pillar: str
    level: str | None
    unit: Unit
    direction: Direction
    org_unit: str
    disaggregation: str | None
    lead: str | None
    person: str | None
    latest: LatestFigure | None
    age_days: Count | None
    stale: bool
    status: Annotated[
        Status | None, Field(description="that of the active target; null without targets")
    ]
    direction_verdict: Annotated[
        DirectionVerdict | None,
        Field(description="which way it moves, of an indicator without targets"),
    ]
    composite: Annotated[
        Composite | None, Field(description="of a composite index, member by member")
    ]
    rollup: Annotated[
        RollUp | None, Field(description="of an indicator that is rolled up from units")
    ]


class Gap(Item):
    target: Target
