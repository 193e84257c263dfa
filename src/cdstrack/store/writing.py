"""Adding to the record, inside one write transaction that also answers questions.

Acts and the small tables are written as SQLModel rows; figures, of which there may be a million,
go through the driver. Both use the one connection that holds the lock.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, func, select

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementWithdrawal,
    Act,
    DocumentWithdrawal,
    Entry,
    IssuedSummary,
    SourceDocument,
    Submission,
    Withdrawal,
)
from cdstrack.core.record.columns import ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.store import mapping
from cdstrack.store.chain import append_link
from cdstrack.store.columns import Bulk, insert_columns, insert_rows
from cdstrack.store.connection import explained
from cdstrack.store.reading import Reader
from cdstrack.store.schema.tables import (
    AcknowledgementRow,
    DocumentRow,
    PlanVersionRow,
    SubmissionRow,
    SummaryIssueRow,
)

_AT_ONCE = 500
_TICK = timedelta(microseconds=1)


@contextmanager
def session_on(driver: sqlite3.Connection) -> Iterator[Session]:
    """A session on an open connection whose transactions are begun and ended by its owner.

    Raises:
        sqlite3.Error: What SQLAlchemy wraps, as the driver raised it.
    """
    engine = create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool)
    with Session(engine) as session:
        session.connection()  # now, because SQLAlchemy rolls back once when it first connects
        try:
            yield session
        except DBAPIError as error:
            raise (error.orig or error) from error


class Write(Reader):
    """An open write transaction: what it reads cannot change before what it appends is kept."""

    def __init__(
        self, connection: sqlite3.Connection, session: Session, path: Path, wait: float
    ) -> None:
        super().__init__(connection, path, wait)
        self._session = session

    def append(self, act: Act, entries: Iterable[Entry]) -> Submission:
        """Keeps an act with all its entries; they are taken one by one, however many come.

        An error that `entries` raises on the way takes the whole transaction back.

        Raises:
            ValueError: There are no entries, so nothing was done.
            StoreUnusableError: The store cannot be written.
        """
        remaining = iter(entries)
        batches = iter(lambda: list(islice(remaining, _AT_ONCE)), [])
        submission = self.append_batches(act, batches)
        if submission is None:
            raise ValueError("an act without entries")
        return submission

    def append_batches(
        self, act: Act, batches: Iterable[Sequence[Entry] | ObservationColumns]
    ) -> Submission | None:
        """The same with entries in batches; one is written before the next one is asked for.

        Where no batch holds an entry, nothing is kept, not even the act.

        Raises:
            StoreUnusableError: The store cannot be written.
        """
        submission = None
        with explained(self.path, self._wait):
            for batch in batches:
                if not batch:
                    continue
                submission = submission or self._keep_act(act)
                if isinstance(batch, ObservationColumns):
                    insert_columns(self._connection, submission.id, batch)
                else:
                    self._keep_entries(submission.id, batch)
            if submission is not None:
                append_link(self._connection, submission.id)
        return submission

    def bulk(self) -> Bulk:
        """The fast comparison with what the record holds now."""
        with explained(self.path, self._wait):
            return Bulk(self._connection)

    def mark(self) -> None:
        """Remembers this moment of the transaction, for `back_to_mark`."""
        self._connection.execute("SAVEPOINT mark")

    def back_to_mark(self) -> None:
        """Takes back what was appended since `mark`; the transaction goes on from there."""
        self._connection.execute("ROLLBACK TO mark")

    def next_summary_number(self) -> int:
        """The number of the next issued summary."""
        highest = self._session.exec(select(func.max(SummaryIssueRow.number))).one()
        return (highest or 0) + 1

    def _keep_act(self, act: Act) -> Submission:
        if self._session.get(PlanVersionRow, act.plan_digest) is None:
            self._session.add(PlanVersionRow(digest=act.plan_digest, text=act.plan_text))
        row = _submission_row(act, self._free_instant(act))
        self._session.add(row)
        self._session.flush()
        kept = row.model_dump()
        return mapping.submission_of([kept[column] for column in SubmissionRow.model_fields])

    def _free_instant(self, act: Act) -> datetime:
        """The act's instant, or the next one that is free.

        Two acts may have waited for the lock in another order than they were begun in, and clocks
        are set back. An act with an instant before one already given would slip into reports
        that have been printed "as known at" that one, so the true clock only moves on.
        """
        at = act.at
        if not act.test_clock and (last := self._one("last_true_instant", _instant)):
            at = max(at, last + _TICK)
        for taken in self._values("instants_from", _instant, at=at):
            if taken > at:
                break
            at = taken + _TICK
        return at

    def _keep_entries(self, submission: int, entries: Iterable[Entry]) -> None:
        figures: list[mapping.Row] = []
        for entry in entries:
            match entry:
                case Observation():
                    figures.append(mapping.figure_row(submission, entry))
                case Withdrawal():
                    figures.append(mapping.withdrawal_row(submission, entry))
                case _:
                    self._session.add(_row_of(submission, entry))
        insert_rows(self._connection, figures)
        self._session.flush()


def _instant(row: mapping.Row) -> datetime:
    return mapping.instant_of(row[0])


def _submission_row(act: Act, at: datetime) -> SubmissionRow:
    return SubmissionRow(
        at=mapping.instant_text(at),
        kind=act.kind,
        recorded_by=act.by,
        plan_digest=act.plan_digest,
        program=act.program,
        reason=act.reason,
        undoes=act.undoes,
        source_name=act.source_name,
        source_digest=act.source_digest,
        test_clock=int(act.test_clock),
    )


_Keyed = SourceDocument | DocumentWithdrawal | Acknowledgement | AcknowledgementWithdrawal


def _row_of(submission: int, entry: _Keyed | IssuedSummary) -> SQLModel:
    match entry:
        case SourceDocument():
            issued = None if entry.issued is None else entry.issued.isoformat()
            facts = {**asdict(entry), "issued": issued}
            return DocumentRow(submission=submission, withdrawn=0, **facts)
        case DocumentWithdrawal():
            return DocumentRow(submission=submission, withdrawn=1, key=entry.key)
        case Acknowledgement():
            return AcknowledgementRow(submission=submission, withdrawn=0, **asdict(entry))
        case AcknowledgementWithdrawal():
            return AcknowledgementRow(submission=submission, withdrawn=1, problem=entry.problem)
        case IssuedSummary():
            known_at = None if entry.known_at is None else mapping.instant_text(entry.known_at)
            facts = {**asdict(entry), "as_of": entry.as_of.isoformat(), "known_at": known_at}
            return SummaryIssueRow(submission=submission, sha256=entry.sha256, **facts)
