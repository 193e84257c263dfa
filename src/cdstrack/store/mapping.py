"""Rows of figures to figures and back: millionths and instants as SQLite keeps them.

The only place that knows both shapes. Figures are built without validation, because they were
validated before they were kept; a row that no such figure can have made means a damaged store.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    AcknowledgementWithdrawal,
    Act,
    Change,
    DocumentChange,
    DocumentWithdrawal,
    IssuedSummary,
    Kind,
    PlanVersion,
    SourceDocument,
    Submission,
    Withdrawal,
)
from cdstrack.core.record.observation import Cell, Observation, Qualifier
from cdstrack.core.record.period import Period

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"
Row = Mapping[Any, Any]
"""A row by the names of its columns."""

period_of = lru_cache(maxsize=4096)(Period.parse)


def instant_text(at: datetime) -> str:
    """The instant as it is kept: UTC, always with six decimals, so that text sorts as time does.

    Raises:
        ValueError: The instant carries no offset from UTC.
    """
    if at.tzinfo is None:
        raise ValueError("an instant without an offset says nothing")
    return at.astimezone(UTC).strftime(_INSTANT)


def instant_of(text: str) -> datetime:
    """The instant that a kept text names, in UTC."""
    return datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)


def millionths(number: Decimal | None) -> int | None:
    """The number in millionths.

    Raises:
        ValueError: The number has more than six decimals.
    """
    if number is None:
        return None
    scaled = number.scaleb(6)
    whole = int(scaled)
    if whole != scaled:
        raise ValueError(number)
    return whole


@lru_cache(maxsize=4096)
def number_of(kept: int | None) -> Decimal | None:
    """The number behind its millionths, without trailing zeros."""
    return None if kept is None else Decimal(format_decimal(Decimal(kept).scaleb(-6)))


def figure_row(submission: int, figure: Observation) -> tuple[object, ...]:
    """The row that keeps a figure, in the order of the table's columns after `id`."""
    period = figure.period
    return (
        submission,
        figure.indicator,
        figure.org_unit,
        figure.disaggregation,
        period.text,
        period.start.isoformat(),
        period.end.isoformat(),
        0,
        figure.entered,
        millionths(figure.value),
        figure.state,
        figure.not_available,
        millionths(figure.numerator),
        millionths(figure.denominator),
        millionths(figure.stated),
        figure.qualifier,
        figure.document,
        None if figure.reported is None else figure.reported.text,
        figure.note,
    )


def withdrawal_row(submission: int, withdrawal: Withdrawal) -> tuple[object, ...]:
    """The row that marks a cell as withdrawn, in the same order."""
    period = withdrawal.period
    cell = (withdrawal.indicator, withdrawal.org_unit, withdrawal.disaggregation, period.text)
    days = (period.start.isoformat(), period.end.isoformat())
    no_figure = (None,) * 6
    return (submission, *cell, *days, 1, "", *no_figure, Qualifier.EXACT, None, None, None)


def figure_of(row: Row) -> Observation:
    """The figure that a row keeps.

    Raises:
        ValueError: The row was not written by this program.
    """
    return Observation.model_construct(
        indicator=row["indicator"],
        org_unit=row["org_unit"],
        period=period_of(row["period"]),
        disaggregation=row["disaggregation"],
        value=number_of(row["value"]),
        state=None if row["state"] is None else State(row["state"]),
        not_available=row["not_available"],
        numerator=number_of(row["numerator"]),
        denominator=number_of(row["denominator"]),
        stated=number_of(row["stated"]),
        qualifier=Qualifier(row["qualifier"]),
        document=row["document"],
        reported=None if row["reported"] is None else period_of(row["reported"]),
        note=row["note"],
        entered=row["entered"],
        id=row["id"],
        submission=row["submission"],
    )


def kept_figure(row: Row) -> Observation | None:
    """The figure that a row keeps; null where the row marks a withdrawal."""
    return None if row["withdrawn"] else figure_of(row)


def cell_of(row: Row) -> Cell:
    """The cell that a row is about."""
    return Cell(row["indicator"], row["org_unit"], row["disaggregation"], row["period"])


def change_of(row: Row) -> Change:
    """The change of a row that carries the row before it in its cell under `before_…`."""
    before = part_of(row, "before_")
    return Change(
        row["submission"],
        cell_of(row),
        None if before["id"] is None else kept_figure(before),
        kept_figure(row),
    )


def chain_of(found: Iterable[Row]) -> list[Change]:
    """The changes of one cell's rows, the oldest first."""
    changes: list[Change] = []
    before: Observation | None = None
    for row in found:
        after = kept_figure(row)
        changes.append(Change(row["submission"], cell_of(row), before, after))
        before = after
    return changes


def part_of(row: Row, prefix: str) -> Row:
    """The columns whose names begin with `prefix`, under the rest of their names."""
    return {
        name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)
    }


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
