"""Adds to the record, inside one write transaction that can also read.

Rows go to the plain driver in the order of `cdstrack.store.schema.columns`, so that commands that
record need not load SQLModel.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import islice

import apsw

from cdstrack.core.record.acts import (
    Act,
    Entry,
    IssuedSummary,
    Submission,
    Withdrawal,
)
from cdstrack.core.record.closing import refuse_closed
from cdstrack.core.record.columns import ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.store.chain import BegunDigest, append_link, fits
from cdstrack.store.changes import ALL
from cdstrack.store.columns import Bulk, insert_columns, insert_rows
from cdstrack.store.connection import explained, only_row
from cdstrack.store.reading import Reader
from cdstrack.store.rows import acts, kept_values, mapping
from cdstrack.store.schema.columns import TABLES, insertion
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.server_columns import ServerBulk, copy_columns, copy_rows
from cdstrack.store.taking_back import put_back_in_file, reversing_row

_AT_ONCE = 500
_TICK = timedelta(microseconds=1)


class Write(Reader):
    """An open write transaction: what it reads cannot change before what it appends is kept."""

    _begun: BegunDigest
    """The digest of the submission that is being added; only where the record is on a server."""

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
            PeriodClosedError: A figure lies in a closed period, and the act does not say why it
                comes late.
            StoreUnusableError: The store cannot be written.
        """
        submission = None
        with explained(self.path, self._wait):
            for batch in batches:
                if not batch:
                    continue
                submission = submission or self._keep_act(act)
                if isinstance(batch, ObservationColumns):
                    self._add_columns(submission.id, batch)
                else:
                    self._keep_entries(submission.id, batch)
            if submission is not None:
                self._end(submission.id, act.late)
        return submission

    def take_back(
        self,
        act: Act,
        submission: int,
        beside: Iterable[Entry] = (),
        seen: Callable[[int], object] = lambda _: None,
    ) -> Submission:
        """Keeps an act that puts back every figure which a submission changed.

        Args:
            act: The act, and what else it keeps: `beside`.
            submission: The submission; nothing that it changed was changed again.
            beside: What puts back what it changed beside figures.
            seen: Is given how many figures were put back, time and again.

        Raises:
            PeriodClosedError: As for `append_batches`.
            StoreUnusableError: The store cannot be written, or a row cannot be read.
        """
        with explained(self.path, self._wait):
            kept = self._keep_act(act)
            self._put_back(kept.id, submission, seen)
            self._keep_entries(kept.id, beside)
            self._end(kept.id, act.late)
        return kept

    def _put_back(self, act: int, submission: int, seen: Callable[[int], object]) -> None:
        """Adds the rows that put back; one by one where not all are known to be sound."""
        file = self._connection
        if (
            isinstance(file, apsw.Connection)
            and fits(file, submission)
            and put_back_in_file(file, act, submission, seen)
        ):
            return
        row_of = partial(reversing_row, act)
        rows = self._values("changes", row_of, submission=submission, limit=ALL)
        done = 0
        while batch := list(islice(rows, _AT_ONCE)):
            self._add_rows(batch)
            done += len(batch)
            seen(done)

    def _end(self, submission: int, late: str | None) -> None:
        """Ends the submission: what came late is kept, and the chain gets its link."""
        self._hold_closed(submission, late)
        on_server = isinstance(self._connection, ServerConnection)
        append_link(self._connection, submission, self._begun if on_server else None)

    def _hold_closed(self, submission: int, late: str | None) -> None:
        """Lets figures of a closed period in only with a reason, and keeps the reason of those."""
        closings = self.closings()
        if not closings:
            return
        periods = self.periods(submission)
        if late is None:
            refuse_closed(closings, periods)
        elif any(map(closings.covering, periods)):
            self._connection.execute(insertion("late_entry"), (submission, late))

    def bulk(self) -> Bulk:
        """The fast comparison with what the record holds now."""
        with explained(self.path, self._wait):
            if isinstance(self._connection, ServerConnection):
                return ServerBulk(self._connection)
            return Bulk(self._connection)

    def mark(self) -> None:
        """Remembers this moment of the transaction, for `back_to_mark`."""
        self._connection.execute("SAVEPOINT mark")

    def back_to_mark(self) -> None:
        """Takes back what was appended since `mark`; the transaction goes on from there."""
        self._connection.execute("ROLLBACK TO mark")

    def next_summary_number(self) -> int:
        """The number of the next issued summary."""
        return self._next("summary_issue")

    def latest_submission(self) -> int:
        """The number of the latest submission, which may be the one that is being kept."""
        return self._next("submission") - 1

    def _next(self, table: str) -> int:
        """The number of the table's next row: nobody else adds one before this transaction ends."""
        highest = f"SELECT coalesce(max({TABLES[table][0]}), 0) FROM {table}"  # noqa: S608 - our names
        return int(only_row(self._connection, highest)[0]) + 1

    def _keep_act(self, act: Act) -> Submission:
        if self.plan_text(act.plan_digest) is None:
            plan = (act.plan_digest, act.plan_text)
            self._connection.execute(insertion("plan_version"), plan)
        row = acts.submission_row(self._next("submission"), act, self._free_instant(act))
        self._connection.execute(insertion("submission"), row)
        self._keep_units(row[0], act.units_text)
        submission = acts.submission_of(row)
        if isinstance(self._connection, ServerConnection):
            self._begun = BegunDigest(self._connection, submission.id)
        return submission

    def _keep_units(self, submission: object, text: str | None) -> None:
        """Keeps the units file where it is another one than that of the submission before."""
        if text is not None and text != self.units_in_force():
            row = (submission, sha256(text.encode()).hexdigest(), text)
            self._connection.execute(insertion("units_version"), row)

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
                case IssuedSummary():
                    row = acts.summary_row(submission, entry)
                    self._connection.execute(insertion("summary_issue"), row)
                case _:
                    table, values = acts.small_row(entry)
                    row = (self._next(table), submission, *values)
                    self._connection.execute(insertion(table), row)
        self._add_rows(figures)

    def _add_rows(self, figures: Sequence[mapping.Row]) -> None:
        if isinstance(self._connection, apsw.Connection):
            insert_rows(self._connection, figures)
        elif figures:
            copy_rows(self._connection, self._begun.add, figures)

    def _add_columns(self, submission: int, figures: ObservationColumns) -> None:
        if isinstance(self._connection, apsw.Connection):
            insert_columns(self._connection, submission, figures)
        else:
            copy_columns(self._connection, self._begun.add, submission, figures)


def _instant(row: mapping.Row) -> datetime:
    return kept_values.instant_of(row[0])
