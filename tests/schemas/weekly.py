"""The machine reports of a week and of those who owe figures, as types."""

from typing import Annotated, Literal

from pydantic import Field
from tests.schemas.judged import Gap
from tests.schemas.shared import About, ActRef, Change, Figure, Header
from tests.schemas.vocabulary import (
    Count,
    Counts,
    Day,
    Digest,
    Exact,
    Instant,
    Period,
    Positive,
    WeekText,
)
from typing_extensions import TypedDict

from cdstrack.core.plan.vocabulary import Frequency, Unit
from cdstrack.core.record.movement import NotCompared
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.verdict_changes import Cause


class Week(TypedDict):
    id: WeekText
    monday: Day
    sunday: Day


class _Movement(TypedDict):
    previous: Figure | None
    change: Exact | None
    better: Annotated[
        bool | None, Field(description="null where it stood still or is not compared")
    ]
    numerator: Exact | None
    denominator: Exact | None
    same_part: Annotated[bool, Field(description="compared with the same part of the year before")]
    not_compared: NotCompared | None


_BreakDay = TypedDict("_BreakDay", {"break": Day | None})


class Movement(_Movement, _BreakDay):
    pass


class FigureOf(About):
    figure: Figure


class Known(FigureOf):
    reported: Period
    dated: Annotated[
        bool,
        Field(description="whether something says when it was made known; else the day recorded"),
    ]
    recorded: Day
    days_late: Count
    late: bool


class _Named(TypedDict):
    name: str
    pillar: str
    unit: Unit


class NewFigure(_Named, Known):
    movement: Movement


class VerdictChange(TypedDict):
    indicator: str
    due: Day | None
    before: Status
    after: Status
    cause: Cause


class Submission(TypedDict):
    id: int
    at: Instant
    by: str
    reason: str | None


class Correction(About):
    before: Figure
    after: Annotated[Figure | None, Field(description="null for a withdrawal")]
    submission: Submission
    status_without: Annotated[
        Status | None, Field(description="the verdict had nothing been corrected")
    ]
    status: Status | None


class Addition(TypedDict):
    submission: Submission
    figures: list[Known]


class Falling(FigureOf):
    movement: Movement


class Stale(TypedDict):
    indicator: str
    age_days: int


class Contradiction(FigureOf):
    computed: Exact


class Doubtful(FigureOf):
    doubts: list[str]


class TargetRow(TypedDict):
    indicator: str
    due: Day | None
    status: Status
    gap: Exact | None
    shortfall: Exact | None


class Owed(TypedDict):
    indicator: str
    due: Annotated[
        Day | None, Field(description="null where nothing says when the first figure was due")
    ]
    last: Annotated[
        Day | None,
        Field(description="the end of the latest period that was answered for; null for none"),
    ]
    frequency: Frequency
    frequency_declared: bool
    missing: Annotated[
        list[str], Field(description="the groups asked for, where they do not all owe the same")
    ]


class _Owner(TypedDict):
    lead: str | None
    person: str | None


class Owing(_Owner):
    figures: list[Owed]


class Debt(TypedDict):
    lead: str | None
    overdue: Count
    coming: Annotated[Count, Field(description="due within a week")]
    since: Annotated[Day | None, Field(description="the earliest due date that is past")]


class Milestone(TypedDict):
    due: Day
    days: Count
    counts: Counts
    targets: list[TargetRow]


class Source(TypedDict):
    ref: Positive
    document: str
    title: str
    number: str | None
    issuer: str | None
    issued: Day | None
    url: str | None


class LateFigure(Change):
    submission: ActRef
    reason: str
    closed: Annotated[str, Field(description="the closed period")]


class SummaryReport(Header):
    week: Week
    last_submission: Annotated[int | None, Field(description="the last one that was counted")]
    draft: Annotated[bool, Field(description="the week was not over")]
    plan_before: Annotated[
        str | None,
        Field(
            description="the digest of the plan of the last submission before the week, where it "
            "is another one"
        ),
    ]
    has_news: bool
    counts: Counts
    counts_before: Annotated[Counts, Field(description="on the Sunday before")]
    news: list[NewFigure]
    verdicts: list[VerdictChange]
    corrections: list[Correction]
    additions: list[Addition]
    late: Annotated[list[LateFigure], Field(description="after the closing of their period")]
    decisions: Annotated[list[TargetRow], Field(description="what asks for one, worst first")]
    gaps: list[Gap]
    falling: list[Falling]
    stale: list[Stale]
    contradictions: list[Contradiction]
    doubtful: Annotated[
        list[Doubtful], Field(description="neither corrected nor accepted, with the codes of check")
    ]
    without_data: list[TargetRow]
    failed: list[TargetRow]
    owed: list[Owing]
    debts: Annotated[list[Debt], Field(description="what each body owes, counted")]
    milestones: list[Milestone]
    sources: list[Source]


class Issue(TypedDict):
    number: Positive
    week: WeekText
    as_of: Day
    known_at: Instant | None
    plan_digest: str
    language: Literal["vi", "en"]
    sha256: Digest
    submission: int
    at: Instant
    by: str
    replaces: int | None


class SummariesReport(Header):
    issues: list[Issue]
    missed: list[WeekText]


class Duty(TypedDict):
    indicator: str
    name: str
    status: Status | None
    age_days: int | None
    stale: bool
    since: Day | None
    before: str | None
    inherited_from: str | None
    supporting: list[str]


class Owner(_Owner):
    indicators: list[Duty]
    owed: list[Owed]


class OwnersReport(Header):
    owners: list[Owner]
