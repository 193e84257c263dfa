"""The machine reports about one indicator as types: `show` and `explain`."""

from typing import Annotated, Literal

from pydantic import Field
from tests.schemas.judged import Baseline, Declaration, Item, Target
from tests.schemas.shared import Document, Figure, Header, RecordedFigure
from tests.schemas.vocabulary import Day, Exact, Instant, Period
from typing_extensions import TypedDict

from cdstrack.core.plan.vocabulary import Calendar, Frequency, Measure, MethodName
from cdstrack.core.record.acts import ActKind
from cdstrack.core.verdict.grounds import DecisionRow, Exclusion
from cdstrack.core.verdict.likely import NoRange
from cdstrack.core.verdict.methods.interface import Undefined
from cdstrack.core.verdict.pace import Doubt, Refusal
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.words.labels.working import DESCRIBED, FORMULAS


class UsedFigure(Figure):
    org_unit: str
    disaggregation: str | None
    left_out: Annotated[
        Exclusion | None, Field(description="null where the verdict rests on the figure")
    ]


class Stop(TypedDict):
    on: Day
    value: Exact


class Origin(Stop):
    declared: bool


class Forecast(TypedDict):
    value: float
    low: float
    high: float
    doubts: list[Doubt]


class Spread(TypedDict):
    """The numbers behind the range and the chance, before any bounds."""

    latest: float
    pace: float
    years: Annotated[float, Field(description="from the latest figure to the due date")]
    usual_change: Annotated[float, Field(description="what the series usually moves in a year")]
    damped_years: float
    centre: float
    half_width: float
    deviation: float


class Step(TypedDict):
    step: Annotated[
        str,
        Field(
            json_schema_extra={"enum": sorted({*FORMULAS, *DESCRIBED} - {"weight", "logarithm"})}
        ),
    ]
    numbers: dict[str, float]
    result: float


class _Class(TypedDict):
    status: Status


_Bound = TypedDict(
    "_Bound",
    {
        "from": Annotated[
            float | None, Field(description="null for the last class, which takes the rest")
        ]
    },
)


class MethodClass(_Class, _Bound):
    above: Annotated[bool, Field(description="whether the bound itself belongs to the next class")]


class Opinion(TypedDict):
    method: MethodName
    status: Status
    ratio: float | None
    undefined: Undefined | None
    steps: list[Step]
    classes: list[MethodClass]


class Progress(TypedDict):
    origin: Origin
    path: Annotated[list[Stop], Field(description="the corners of the path, the origin first")]
    years_made: Annotated[float, Field(description="from the origin to the latest figure")]
    years_planned: Annotated[float, Field(description="from the origin to the due date")]
    years_left: Annotated[float, Field(description="from the as-of date to the due date")]
    slopes: Annotated[
        list[float],
        Field(
            description="the change per year between every two figures, in order of size; of more "
            "than 20 figures, between the newest 20"
        ),
    ]
    slope_count: Annotated[int, Field(description="the pairs of all figures")]
    forecast: Annotated[
        Forecast | None,
        Field(
            description="not clipped to any bounds; low and high by the smallest and the "
            "largest slope"
        ),
    ]
    forecast_refused: Refusal | None
    likely: Spread | None
    likely_refused: NoRange | None
    refused: Annotated[
        Literal[Reason.ONE_FIGURE, Reason.SPAN_TOO_SHORT] | None,
        Field(description="why the figures are too few for any method"),
    ]
    methods: list[Opinion]


class Explanation(TypedDict):
    row: DecisionRow
    method: MethodName
    figures: list[UsedFigure]
    progress: Annotated[Progress | None, Field(description="null where no path is needed")]


class ExplainedTarget(Target):
    explanation: Explanation


class ExplainedItem(Item):
    targets: list[ExplainedTarget]


class ExplainReport(Header):
    item: ExplainedItem


class ShownTarget(Target):
    declaration: Declaration


class ShownItem(Item):
    targets: list[ShownTarget]


class Lead(TypedDict):
    unit: str
    since: Day | None


class Break(TypedDict):
    date: Day
    reason: str


class IndicatorDeclaration(TypedDict):
    short: str | None
    unit_label: str | None
    definition: str | None
    numerator: str | None
    denominator: str | None
    scope: str | None
    measure: Measure
    frequency: Frequency | None
    calendar: Calendar | None
    method: MethodName | None
    bounds: Annotated[list[Exact | None], Field(min_length=2, max_length=2)] | None
    baseline: Baseline | None
    lead: list[Lead]
    supporting: list[str]
    every: dict[str, list[str]] | None
    sum_of: list[str]
    breaks: list[Break]
    note: str | None


class Revision(TypedDict):
    submission: int
    kind: ActKind
    at: Instant
    by: str
    reason: str | None
    before: RecordedFigure | None
    after: Annotated[
        RecordedFigure | None, Field(description="null where the figure was withdrawn")
    ]


class CellHistory(TypedDict):
    period: Period
    on: Day
    org_unit: str
    disaggregation: str | None
    now: Annotated[Figure | None, Field(description="null where it was withdrawn")]
    history: Annotated[list[Revision], Field(description="the oldest first")]


class ShowReport(Header):
    item: ShownItem
    declaration: IndicatorDeclaration
    figures: Annotated[list[CellHistory], Field(description="by the end of the period")]
    documents: Annotated[
        dict[str, Document | None],
        Field(description="all that are cited, by id; null for one that is declared nowhere"),
    ]
