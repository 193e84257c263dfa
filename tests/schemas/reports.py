"""The machine report of each command as a type; others are in the files beside this one."""

from typing import Annotated

from pydantic import Field
from tests.schemas.judged import Baseline, Declaration, Gap, Item, Target
from tests.schemas.shared import BareHeader, Change, Digest, DocumentChange, Header, WarningChange
from tests.schemas.vocabulary import Code, Count, Counts, Day, Instant, Period, Rest
from typing_extensions import TypedDict

from cdstrack.core.plan.vocabulary import Direction, Frequency, Measure, MethodName, Unit
from cdstrack.core.problem import Severity
from cdstrack.core.record.acts import ActKind
from cdstrack.core.verdict.disagreement import Assumption
from cdstrack.core.verdict.trials import Untried
from cdstrack.core.verdict.vocabulary import Outlook, Status


class StatusItem(Item):
    targets: list[Target]


class StatusReport(Header):
    counts: Counts
    counts_by_due: dict[Day, Counts]
    items: list[StatusItem]


class Paragraph(TypedDict):
    indicator: str
    text: str
    notes: list[int]
    remark: str | None


class Note(TypedDict):
    number: int
    document: str
    text: str
    url: str | None


class ParagraphsReport(Header):
    items: list[Paragraph]
    notes: list[Note]


class GapsReport(Header):
    items: list[Gap]


class DeclaredIndicator(TypedDict):
    indicator: str
    name: str
    pillar: str
    level: str | None
    unit: Unit
    unit_label: str | None
    direction: Direction
    measure: Measure
    frequency: Frequency | None
    scope: str | None
    lead: str | None
    person: str | None
    baseline: Baseline | None
    every: dict[str, list[str]] | None
    targets: list[Declaration]


class TargetsReport(Header):
    items: list[DeclaredIndicator]


class ActClosing(TypedDict):
    period: str
    reopened: bool
    approved_by: str | None
    figures: Count | None
    head: Annotated[Digest | None, Field(description="the head of the chain before the closing")]


class Act(TypedDict):
    id: int
    kind: ActKind
    at: Instant
    by: str
    reason: str | None
    undoes: int | None
    undone: bool
    source_name: str | None
    source_digest: str | None
    plan_digest: str
    program: str
    test_clock: bool
    more: Rest
    head: Annotated[Digest | None, Field(description="the chain's digest up to this act")]
    account: Annotated[
        str | None, Field(description="the account of the database server that added the act")
    ]
    late: Annotated[str | None, Field(description="why figures came after their period closed")]
    closing: Annotated[ActClosing | None, Field(description="the period closed or opened")]
    changes: list[Change]
    documents: Annotated[
        list[DocumentChange], Field(description="source documents of the store that were changed")
    ]
    warnings: Annotated[
        list[WarningChange], Field(description="warnings that were accepted, with the reasons")
    ]


class LogReport(Header):
    items: list[Act]


class MethodVerdict(TypedDict):
    method: MethodName
    used: Annotated[bool, Field(description="whether the verdict that counts is this one")]
    status: Status
    ratio: float | None
    undefined: bool
    dissents: bool
    assumption: Annotated[
        Assumption | None, Field(description="of a method that dissents, the one that decides")
    ]


class Compared(TypedDict):
    indicator: str
    name: str
    due: Day | None
    method: MethodName
    status: Status
    disputed: bool
    methods: list[MethodVerdict]


class MethodsReport(Header):
    disputed: Annotated[
        Count, Field(description="on how many indicators some method comes to another verdict")
    ]
    counts: dict[MethodName, Counts]
    items: list[Compared]


class Findings(TypedDict):
    error: Count
    warning: Count
    advice: Count
    acknowledged: Count


class Problem(TypedDict):
    id: Annotated[
        str,
        Field(
            pattern="^[0-9a-f]{8}$",
            description="to be typed behind --acknowledge; stays as long as the finding",
        ),
    ]
    code: Code
    severity: Severity
    message: str
    remedy: str | None
    acknowledged: Annotated[str | None, Field(description="the reason for which it was accepted")]
    file: str | None
    line: int | None
    column: int | None
    indicator: str | None
    org_unit: str | None
    disaggregation: str | None
    period: Period | None
    observation: Annotated[int | None, Field(description="the figure's number")]


class CheckReport(BareHeader):
    counts: Annotated[
        Findings,
        Field(
            description="how many findings are open, of each severity; acknowledged ones are "
            "counted apart"
        ),
    ]
    problems: list[Problem]


_Share = Annotated[float | None, Field(description="null with fewer than twenty of them")]
_Error = Annotated[float | None, Field(description="mean absolute error; null without forecasts")]


class _Tally(TypedDict):
    forecasts: Count
    within: Annotated[Count, Field(description="how often the value came to lie in the range")]
    share_within: _Share
    error_forecast: _Error
    error_centre: _Error
    error_carried: Annotated[
        float | None, Field(description="mean absolute error of keeping the last value")
    ]


class TallyOfAll(_Tally):
    """Over several series the errors are shares of each series' own `error_carried`."""


class _Horizon(TypedDict):
    up_to_years: Annotated[float | None, Field(description="null for what is further")]


class HorizonTally(_Horizon, _Tally):
    pass


class _Outcome(TypedDict):
    cases: Count
    met: Annotated[Count, Field(description="how many met the target afterwards")]
    share: _Share


class _Word(TypedDict):
    outlook: Outlook


class OutlookOutcome(_Word, _Outcome):
    pass


class _Tenth(TypedDict):
    tenths: Annotated[int, Field(ge=0, le=10, description="0 for under one, 10 for over nine")]


class ChanceOutcome(_Tenth, _Outcome):
    pass


class _Tried(TypedDict):
    indicator: str
    name: str
    unit: Unit
    figures: Count
    untried: Annotated[Untried | None, Field(description="why there is no forecast to try")]


class TriedIndicator(_Tried, _Tally):
    """The errors are in the indicator's own unit."""


class BacktestReport(Header):
    total: TallyOfAll
    by_horizon: list[HorizonTally]
    by_outlook: list[OutlookOutcome]
    by_chance: list[ChanceOutcome]
    items: list[TriedIndicator]
