"""Adding to the record, inside one write transaction that also answers questions."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby, islice

from sqlalchemy import Table, func, insert, select
from sqlalchemy.dialects import sqlite

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
from cdstrack.core.record.columns import FigureColumns
from cdstrack.core.record.observation import Observation
from cdstrack.store import mapping as act_rows
from cdstrack.store import mapping as rows
from cdstrack.store.columns import Bulk, insert_columns
from cdstrack.store.connection import explained
from cdstrack.store.query import acts as act_queries
from cdstrack.store.reading import Reader
from cdstrack.store.schema.tables import (
    ACKNOWLEDGEMENT,
    DOCUMENT,
    OBSERVATION,
    PLAN_VERSION,
    SUBMISSION,
    SUMMARY_ISSUE,
)

_AT_ONCE = 500
_TICK = timedelta(microseconds=1)


class Write(Reader):
    """An open write transaction: what it reads cannot change before what it appends is kept."""

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
        self, act: Act, batches: Iterable[Sequence[Entry] | FigureColumns]
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
                if isinstance(batch, FigureColumns):
                    insert_columns(self._connection, submission.id, batch)
                else:
                    self._keep_entries(submission.id, batch)
        return submission

    def bulk(self) -> Bulk:
        """The fast comparison with what the record holds now."""
        with explained(self.path, self._wait):
            return Bulk(self._connection)

    def mark(self) -> None:
        """Remembers this moment of the transaction, for `back_to_mark`."""
        self._connection.exec_driver_sql("SAVEPOINT mark").close()

    def back_to_mark(self) -> None:
        """Takes back what was appended since `mark`; the transaction goes on from there."""
        self._connection.exec_driver_sql("ROLLBACK TO mark").close()

    def next_summary_number(self) -> int:
        """The number that the next issued summary bears."""
        with explained(self.path, self._wait):
            highest = self._connection.execute(select(func.max(SUMMARY_ISSUE.c.number))).scalar()
        return (highest or 0) + 1

    def _keep_act(self, act: Act) -> Submission:
        if self.plan_text(act.plan_digest) is None:
            self._insert(PLAN_VERSION, [(act.plan_digest, act.plan_text)])
        at = self._free_instant(act)
        self._insert(SUBMISSION, [act_rows.submission_row(act, at)])
        kept = self._one(act_queries.submissions(act_queries.Acts(limit=1)), act_rows.submission_of)
        if kept is None:
            raise LookupError(act)
        return kept

    def _free_instant(self, act: Act) -> datetime:
        """The act's instant, or the next one that is free.

        Two acts may have waited for the lock in another order than they were begun in, and clocks
        are set back. An act with an instant before one already given would slip into reports
        that have been printed "as known at" that one, so the true clock only moves on.
        """
        at = act.at
        last = self._one(act_queries.last_true_instant(), lambda row: rows.instant_of(row["at"]))
        if last is not None and not act.test_clock:
            at = max(at, last + _TICK)
        for taken in self._values(
            act_queries.instants_from(at), lambda row: rows.instant_of(row["at"])
        ):
            if taken > at:
                break
            at = taken + _TICK
        return at

    def _keep_entries(self, submission: int, entries: Iterable[Entry]) -> None:
        for table, group in groupby(entries, _table_of):
            self._insert(table, [_row_of(submission, entry) for entry in group])

    def _insert(self, table: Table, kept: list[tuple[object, ...]]) -> None:
        self._connection.exec_driver_sql(_insertion(table), kept).close()


def _table_of(entry: Entry) -> Table:
    match entry:
        case Observation() | Withdrawal():
            return OBSERVATION
        case SourceDocument() | DocumentWithdrawal():
            return DOCUMENT
        case Acknowledgement() | AcknowledgementWithdrawal():
            return ACKNOWLEDGEMENT
        case IssuedSummary():
            return SUMMARY_ISSUE


def _row_of(submission: int, entry: Entry) -> tuple[object, ...]:
    match entry:
        case Observation():
            return rows.figure_row(submission, entry)
        case Withdrawal():
            return rows.withdrawal_row(submission, entry)
        case SourceDocument() | DocumentWithdrawal():
            return act_rows.document_row(submission, entry)
        case Acknowledgement() | AcknowledgementWithdrawal():
            return act_rows.acknowledgement_row(submission, entry)
        case IssuedSummary():
            return act_rows.summary_row(submission, entry)


@cache
def _insertion(table: Table) -> str:
    """The statement that takes a whole row, but for the id that SQLite chooses."""
    names = [column.name for column in table.c if column.name != "id"]
    dialect = sqlite.dialect(paramstyle="qmark")
    return str(insert(table).compile(dialect=dialect, column_keys=names))
