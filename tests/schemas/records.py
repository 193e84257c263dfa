"""The machine reports of commands that change or check the record and the plan, as types."""

from typing import Annotated, Literal

from pydantic import Field
from tests.schemas.judged import Declaration
from tests.schemas.shared import (
    About,
    ActRef,
    BareHeader,
    Change,
    CitingFigure,
    DocumentChange,
    Figure,
    Header,
    KeyedDocument,
    RecordedFigure,
    WarningChange,
)
from tests.schemas.vocabulary import (
    Code,
    Count,
    Day,
    Digest,
    Instant,
    Rest,
)
from typing_extensions import TypedDict

from cdstrack.core.plan.changes import PlanChangeKind, PlanPart
from cdstrack.core.reports.receipts import Outcome
from cdstrack.core.verdict.vocabulary import Status

_DOUBTS = Field(
    description="what makes the figure doubtful and was not accepted: codes of findings"
)


class Setting(TypedDict):
    value: str | None
    origin: Literal["option", "environment", "default"] | None
    name: str | None
    code: Code | None
    message: str | None
    remedy: str | None


class DoctorReport(BareHeader):
    settings: Annotated[
        dict[str, Setting],
        Field(description="one entry a line; which ones there are depends on what can be opened"),
    ]


class RecordedCell(About, RecordedFigure):
    pass


class RecordReport(Header):
    outcome: Outcome
    submission: int | None
    figure: RecordedCell
    status_before: Status | None
    status_after: Status | None
    doubts: Annotated[list[str], _DOUBTS]


class ImportReport(Header):
    file: str
    sha256: Digest
    dry_run: bool
    refused: bool
    new: Count
    already_recorded: Count
    repeated: Count
    corrected: Count
    skipped: Count
    conflicting: Count
    submission: int | None
    doubtful: Count


class RevisionReport(Header):
    outcome: Outcome
    submission: int | None
    undoes: Annotated[int | None, Field(description="the submission that an undo takes back")]
    changes: list[Change]
    documents: list[DocumentChange]
    warnings: list[WarningChange]
    more: Rest
    status_before: Status | None
    status_after: Status | None
    doubts: Annotated[list[str], _DOUBTS]


class ClosingAct(Header):
    outcome: Literal["closed", "reopened"]
    submission: int | None
    period: str
    approved_by: str
    figures: Count
    head: Digest | None


class _ActWithReason(ActRef):
    reason: str | None


class LateFigure(Change):
    submission: ActRef
    reason: str


class MovedIndicator(TypedDict):
    indicator: str
    sealed: Figure | None
    now: Figure | None


class ClosedPeriod(TypedDict):
    period: str
    approved_by: str
    figures: Annotated[Count, Field(description="when it was closed")]
    head: Annotated[Digest | None, Field(description="the head of the chain that seals them")]
    submission: _ActWithReason
    late: list[LateFigure]
    moved: Annotated[
        list[MovedIndicator],
        Field(description="whose latest figure at the end of the period is another one now"),
    ]


class ClosingsReport(Header):
    items: list[ClosedPeriod]


class CitedDocument(KeyedDocument):
    declared_in: Literal["plan", "store"]
    targets: Count
    figures: Count


class DocumentsReport(Header):
    items: list[CitedDocument]


class _OfIndicator(TypedDict):
    indicator: str


class CitingTarget(_OfIndicator, Declaration):
    pass


class DocumentReport(Header):
    document: KeyedDocument
    declared_in: Literal["plan", "store"]
    targets: list[CitingTarget]
    figures: list[CitingFigure]


class PlanVersion(TypedDict):
    digest: Digest
    file: Annotated[
        str | None, Field(description="where it was read; null for what the record keeps")
    ]
    first_submission: int | None
    last_submission: int | None
    since: Instant | None
    until: Instant | None


class PlanChange(TypedDict):
    part: PlanPart
    how: PlanChangeKind
    id: str | None
    due: Day | None
    field: str | None
    before: Declaration | str | None
    after: Declaration | str | None


class PlanDiffReport(Header):
    before: PlanVersion
    after: PlanVersion
    changes: list[PlanChange]


class UnitsVersion(TypedDict):
    digest: str
    first_submission: int
    since: Instant


class PlanVersionsReport(Header):
    versions: list[PlanVersion]
    units_versions: Annotated[
        list[UnitsVersion], Field(description="the units files, each until the next one")
    ]
