"""Rows of acts and of what they keep beside figures, to domain values and back."""

from datetime import date, datetime

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    AcknowledgementWithdrawal,
    Act,
    DocumentChange,
    DocumentWithdrawal,
    IssuedSummary,
    Kind,
    PlanVersion,
    SourceDocument,
    Submission,
)
from cdstrack.store.mapping.observations import Row, instant_of, instant_text, part_of


def submission_row(act: Act, at: datetime) -> tuple[object, ...]:
    """The row that keeps an act under the instant it was given, in the order after `id`."""
    return (
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


def submission_of(row: Row) -> Submission:
    """The submission that a row keeps.

    Raises:
        ValueError: The row was not written by this program.
    """
    return Submission(
        id=row["id"],
        at=instant_of(row["at"]),
        kind=Kind(row["kind"]),
        by=row["recorded_by"],
        plan_digest=row["plan_digest"],
        program=row["program"],
        reason=row["reason"],
        undoes=row["undoes"],
        source_name=row["source_name"],
        source_digest=row["source_digest"],
        test_clock=bool(row["test_clock"]),
    )


def plan_version_of(row: Row) -> PlanVersion:
    """A version of the plan from a row with its submissions under `first_…` and `last_…`."""
    ends = (submission_of(part_of(row, prefix)) for prefix in ("first_", "last_"))
    return PlanVersion(row["digest"], *ends)


def document_row(submission: int, entry: SourceDocument | DocumentWithdrawal) -> tuple[object, ...]:
    """The row that keeps or withdraws a document, in the order after `id`."""
    if isinstance(entry, DocumentWithdrawal):
        return (submission, entry.key, 1, None, None, None, None, None, None)
    issued = None if entry.issued is None else entry.issued.isoformat()
    facts = (entry.title, entry.number, entry.issuer, issued, entry.url, entry.note)
    return (submission, entry.key, 0, *facts)


def document_of(row: Row) -> SourceDocument:
    """The document that a row keeps."""
    return SourceDocument(
        key=row["key"],
        title=row["title"],
        number=row["number"],
        issuer=row["issuer"],
        issued=None if row["issued"] is None else date.fromisoformat(row["issued"]),
        url=row["url"],
        note=row["note"],
    )


def document_change_of(row: Row) -> DocumentChange:
    """The change of a row that carries the row before it with its key under `before_…`."""
    before = part_of(row, "before_")
    return DocumentChange(
        row["submission"],
        row["key"],
        None if before["id"] is None else _kept_document(before),
        _kept_document(row),
    )


def _kept_document(row: Row) -> SourceDocument | None:
    return None if row["withdrawn"] else document_of(row)


def acknowledgement_change_of(row: Row) -> AcknowledgementChange:
    """The same of an acknowledgement; a row that takes one back has no reason."""
    return AcknowledgementChange(
        row["submission"], row["problem"], row["before_reason"], row["reason"]
    )


def acknowledgement_row(
    submission: int, entry: Acknowledgement | AcknowledgementWithdrawal
) -> tuple[object, ...]:
    """The row that keeps or takes back an acknowledgement, in the order after `id`."""
    if isinstance(entry, AcknowledgementWithdrawal):
        return (submission, entry.problem, 1, None)
    return (submission, entry.problem, 0, entry.reason)


def acknowledgement_of(row: Row) -> Acknowledgement:
    """The acknowledgement that a row keeps."""
    return Acknowledgement(row["problem"], row["reason"])


def summary_row(submission: int, entry: IssuedSummary) -> tuple[object, ...]:
    """The row that keeps an issued summary, its number first."""
    known_at = None if entry.known_at is None else instant_text(entry.known_at)
    return (
        entry.number,
        submission,
        entry.week,
        entry.as_of.isoformat(),
        known_at,
        entry.plan_digest,
        entry.language,
        entry.text,
        entry.sha256,
    )


def summary_of(row: Row) -> IssuedSummary:
    """The summary that a row keeps."""
    return IssuedSummary(
        number=row["number"],
        week=row["week"],
        as_of=date.fromisoformat(row["as_of"]),
        known_at=None if row["known_at"] is None else instant_of(row["known_at"]),
        plan_digest=row["plan_digest"],
        language=row["language"],
        text=row["text"],
    )
