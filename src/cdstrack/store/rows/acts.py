"""Maps rows of submissions, and of what they record besides figures, to domain values and back.

As in `cdstrack.store.rows.mapping`, a row is read by position, and one that this program cannot
have written raises `ValueError`.
"""

from datetime import date, datetime

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    AcknowledgementWithdrawal,
    Act,
    ActKind,
    DocumentChange,
    DocumentWithdrawal,
    IssuedSummary,
    PlanVersion,
    SourceDocument,
    Submission,
    UnitsVersion,
)
from cdstrack.core.record.closing import Closing, ClosingChange, Reopening
from cdstrack.core.weekly.week import Week
from cdstrack.store.rows.kept_values import instant_of, instant_text, period_of
from cdstrack.store.rows.mapping import KEY, OWNER, WITHDRAWN, Row, halves
from cdstrack.store.rows.row_types import (
    ACKNOWLEDGEMENT,
    CLOSING,
    DOCUMENT,
    LATE_ENTRY,
    SUBMISSION,
    SUMMARY_ISSUE,
    refuse_other_types,
)

_ACT = (
    *("id", "at", "kind", "by", "plan_digest", "program", "reason", "undoes"),
    *("source_name", "source_digest", "test_clock"),
)
_DOCUMENT = ("key", "title", "number", "issuer", "issued", "url", "note")


def submission_of(row: Row) -> Submission:
    """The submission of a row.

    Raises:
        ValueError: The row was not written by this program.
    """
    refuse_other_types(row, SUBMISSION)
    kept = dict(zip(_ACT, row, strict=True))
    typed = {
        "at": instant_of(kept["at"]),
        "kind": ActKind(kept["kind"]),
        "test_clock": bool(kept["test_clock"]),
    }
    return Submission(**{**kept, **typed})


def plan_version_of(row: Row) -> PlanVersion:
    """A version of the plan, from its first and its last submission."""
    first, last = map(submission_of, halves(row))
    return PlanVersion(first.plan_digest, first, last)


def units_version_of(row: Row) -> UnitsVersion:
    """A version of the units file, with the submission that brought it."""
    return UnitsVersion(row[0], submission_of(row[1:]))


def document_of(row: Row) -> SourceDocument:
    """The document of a row."""
    refuse_other_types(row, DOCUMENT)
    kept = dict(zip(_DOCUMENT, (row[KEY], *row[WITHDRAWN + 1 :]), strict=True))
    issued = None if kept["issued"] is None else date.fromisoformat(kept["issued"])
    return SourceDocument(**{**kept, "issued": issued})


def document_change_of(row: Row) -> DocumentChange:
    """The change from a row joined with the row that preceded it under its key."""
    after, before = (
        None if half[WITHDRAWN] in {1, None} else document_of(half) for half in halves(row)
    )
    return DocumentChange(row[OWNER], row[KEY], before, after)


def acknowledgement_of(row: Row) -> Acknowledgement:
    """The acknowledgement of a row."""
    refuse_other_types(row, ACKNOWLEDGEMENT)
    _, _, problem, _, reason = row
    return Acknowledgement(problem, reason)


def acknowledgement_change_of(row: Row) -> AcknowledgementChange:
    """The change from a row joined with the one before it; a revocation has no reason."""
    after, before = halves(row)
    refuse_other_types(after, ACKNOWLEDGEMENT)
    return AcknowledgementChange(row[OWNER], row[KEY], before[-1], after[-1])


def summary_of(row: Row) -> IssuedSummary:
    """The summary of a row.

    Raises:
        ValueError: The row was not written by this program.
    """
    refuse_other_types(row, SUMMARY_ISSUE)
    number, _, week, as_of, known_at, plan_digest, language, text, _ = row
    Week.parse(week)
    return IssuedSummary(
        number=number,
        week=week,
        as_of=date.fromisoformat(as_of),
        known_at=None if known_at is None else instant_of(known_at),
        plan_digest=plan_digest,
        language=language,
        text=text,
    )


def closing_of(row: Row) -> ClosingChange:
    """The closing or reopening of a row.

    Raises:
        ValueError: The row was not written by this program.
    """
    refuse_other_types(row, CLOSING)
    _, submission, text, reopened, approved_by, figures, head = row
    period = period_of(text)
    if reopened:
        return ClosingChange(submission, Reopening(period))
    closing = Closing(period=period, approved_by=approved_by, figures=figures, head=head)
    return ClosingChange(submission, closing)


def late_of(row: Row) -> tuple[int, str]:
    """The number of a submission, and the reason why its figures came late."""
    refuse_other_types(row, LATE_ENTRY)
    submission, reason = row
    return submission, reason


def submission_row(number: int, act: Act, at: datetime) -> Row:
    """The row that keeps an act, made at an instant."""
    return (
        number,
        instant_text(at),
        act.kind,
        act.by,
        act.plan_digest,
        act.program,
        act.reason,
        act.undoes,
        act.source_name,
        act.source_digest,
        int(act.test_clock),
    )


def summary_row(submission: int, page: IssuedSummary) -> Row:
    """The row that keeps a page which was issued."""
    return (
        page.number,
        submission,
        page.week,
        page.as_of.isoformat(),
        None if page.known_at is None else instant_text(page.known_at),
        page.plan_digest,
        page.language,
        page.text,
        page.sha256,
    )


Small = (
    SourceDocument
    | DocumentWithdrawal
    | Acknowledgement
    | AcknowledgementWithdrawal
    | Closing
    | Reopening
)
"""What an act keeps beside figures, in a table of its own."""


def small_row(entry: Small) -> tuple[str, Row]:
    """The table of an entry, and its row but for the id and the submission."""
    match entry:
        case SourceDocument():
            issued = None if entry.issued is None else entry.issued.isoformat()
            facts = (entry.title, entry.number, entry.issuer, issued, entry.url, entry.note)
            return "document", (entry.key, 0, *facts)
        case DocumentWithdrawal():
            return "document", (entry.key, 1, *(None,) * 6)
        case Acknowledgement():
            return "acknowledgement", (entry.problem, 0, entry.reason)
        case AcknowledgementWithdrawal():
            return "acknowledgement", (entry.problem, 1, None)
        case Closing():
            sealed = (entry.approved_by, entry.figures, entry.head)
            return "closing", (entry.period.text, 0, *sealed)
        case Reopening():
            return "closing", (entry.period.text, 1, None, None, None)
