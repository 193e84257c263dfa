"""What the record says: figures, revisions, submissions and plan texts, as known at an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cdstrack.core.record.acts import (
    Change,
)
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.series import RecordedSeries
from cdstrack.store.acts import Acts
from cdstrack.store.answers import count_of, text_of
from cdstrack.store.connection import explained, only_row, stream
from cdstrack.store.query import question
from cdstrack.store.rows import mapping
from cdstrack.store.rows.series import recorded_series
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.cells import latest_rows
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.unit_reports import UnitReports


@dataclass(frozen=True, slots=True)
class Latest:
    """A cell with the figure that a submission left there, and the one there now.

    `submission` is the one that left it as it is now.
    """

    cell: Cell
    left: Observation | None
    now: Observation | None
    submission: int


class Series(NamedTuple):
    """What figures are about whose periods differ."""

    indicator: str
    org_unit: str
    disaggregation: str


class Reader(Acts, UnitReports):
    """Answers questions about the record; every method may raise `StoreUnusableError`.

    `known_at` counts only what had been recorded by that instant; None counts everything.
    """

    def current(
        self,
        *,
        org_unit: str | None = None,
        indicators: Collection[str] | None = None,
        known_at: datetime | None = None,
    ) -> list[Observation]:
        """The latest figure of each cell, withdrawn ones left out, by indicator, end and id.

        Args:
            org_unit: Only figures about this unit.
            indicators: Only figures of these indicators.
            known_at: Only what had been recorded by then.
        """
        wanted = None if indicators is None else frozenset(indicators)
        given = {"org_unit": org_unit, "indicators": wanted, "known_at": known_at}
        return list(self._values("current", mapping.figure_of, **given))

    def last_figures(self, indicators: Collection[str]) -> list[Observation]:
        """Of the same, only the last one in time of each indicator, org unit and part."""
        last: dict[mapping.Row, mapping.Row] = {}
        for row in self._values("current", _row, indicators=frozenset(indicators)):
            last[mapping.series_of(row)] = row  # they come in the order of time
        with self._readable():
            return [mapping.figure_of(row) for row in last.values()]

    def near(self, cell: Cell, day: date, before: int) -> list[Observation]:
        """The current figures of a series around a day, however long the series is.

        Args:
            cell: A cell of the series.
            day: The last day of its period: all figures of that day are among them, and those of
                the next day that has any.
            before: How many of those before it, the last ones.
        """
        given = {"org_unit": cell.org_unit, "indicators": frozenset({cell.indicator})}
        rows = [
            row
            for row in self._values("current", _row, **given)
            if mapping.series_of(row)[2] == cell.disaggregation and mapping.is_stated(row)
        ]
        rows.sort(key=mapping.place_of)
        ends = [mapping.place_of(row)[0] for row in rows]
        first, last = bisect_left(ends, str(day)), bisect_right(ends, str(day))
        last = bisect_right(ends, ends[last]) if last < len(ends) else last
        with self._readable():
            return [mapping.figure_of(row) for row in rows[max(0, first - before) : last]]

    def figures(self, known_at: datetime | None = None) -> Iterator[Observation]:
        """All current figures one by one, by indicator, org unit, part, end and period."""
        return self._values("by_cell", mapping.figure_of, known_at=known_at)

    def series(self, known_at: datetime | None = None) -> Iterator[RecordedSeries]:
        """The same by series, in columns."""
        with self._readable():
            asked = question("by_cell", {"known_at": known_at}, self._dialect)
            yield from recorded_series(stream(self._connection, *asked))

    def series_of(
        self, indicators: Collection[str], org_units: Collection[str]
    ) -> list[RecordedSeries]:
        """The same of some indicators and org units, for as many of them as are to be held at once."""
        given = {"indicators": frozenset(indicators), "org_units": frozenset(org_units)}
        # A server may have another order of letters.
        rows = sorted(
            self._values("of_series", _row, **given),
            key=lambda row: (*mapping.series_of(row), *mapping.place_of(row)),
        )
        with self._readable():
            return list(recorded_series(rows))

    def series_touched(
        self, submissions: Collection[int], documents: Collection[str], *, since: str, until: str
    ) -> list[Series]:
        """The series in which a submission or a document has a row, or one reported in a span.

        Args:
            submissions: Their numbers.
            documents: Their keys.
            since: The month or day of report from which on.
            until: The one until which.
        """
        acts, keys = frozenset(submissions), frozenset(documents)
        given = {"submissions": acts, "documents": keys, "since": since, "until": until}
        return list(self._values("series_touched", Series._make, **given))

    def figure_count(self) -> int:
        """How many figures and withdrawals were ever recorded."""
        return self._one("figure_count", count_of) or 0

    def latest_in_cell(self, cell: Cell) -> Observation | None:
        """The current figure of the cell; None where there is none or it was withdrawn."""
        return self._one("latest_in_cell", mapping.kept_figure, **cell._asdict())

    def latest_in_cells(self, cells: Collection[Cell]) -> dict[Cell, Observation]:
        """The current figures of some cells; cells without one are left out."""
        found: Iterable[tuple[Cell, Observation | None]]
        if isinstance(self._connection, ServerConnection):
            with self._readable():
                rows = latest_rows(self._connection, cells, TABLES["observation"])
                figures = [None if row is None else mapping.kept_figure(row) for row in rows]
            found = zip(cells, figures, strict=True)
        else:
            found = ((cell, self.latest_in_cell(cell)) for cell in cells)
        return {cell: figure for cell, figure in found if figure is not None}

    def revisions(self, cell: Cell, known_at: datetime | None = None) -> list[Change]:
        """All that was done to the cell, the oldest first."""
        given = {**cell._asdict(), "known_at": known_at}
        return mapping.history_of(self._values("revisions", mapping.entry_of, **given))

    def revised(
        self,
        indicators: Collection[str],
        known_at: datetime | None = None,
        *,
        org_units: Collection[str] | None = None,
    ) -> dict[Cell, list[Change]]:
        """The same of every cell of some indicators to which more was done than to fill it.

        With `org_units`, only of these.
        """
        units = None if org_units is None else frozenset(org_units)
        given = {"indicators": frozenset(indicators), "org_units": units, "known_at": known_at}
        entries = self._values("revised", mapping.entry_of, **given)
        return {
            cell: mapping.history_of(of_cell)
            for cell, of_cell in groupby(entries, key=attrgetter("cell"))
        }

    def observation(self, number: int) -> Observation | None:
        """The figure with this id, current or not; None for a withdrawal or an unknown id."""
        return self._one("observation", mapping.kept_figure, id=number)

    def beside_latest(self, submission: int) -> Iterator[Latest]:
        """Each figure that a submission left in a cell, beside the one there now."""
        return self._values("beside_latest", _latest_of, submission=submission)

    def journal_mode(self) -> str:
        """How SQLite keeps what it may have to take back: `delete` unless somebody changed it."""
        with explained(self.path, self._wait):
            (mode,) = only_row(self._connection, "PRAGMA journal_mode")
        return str(mode)

    def periods(self, submission: int | None = None) -> list[str]:
        """The different periods of all figures, or of those of a submission."""
        return list(self._values("periods", text_of, submission=submission))

    def count_in_periods(self, periods: Collection[str]) -> int:
        """How many cells of these periods hold a figure."""
        return self._one("count_in_periods", count_of, periods=frozenset(periods)) or 0


def _row(row: mapping.Row) -> mapping.Row:
    return row


def _latest_of(row: mapping.Row) -> Latest:
    left, now = mapping.halves(row)
    figures = (mapping.kept_figure(left), mapping.kept_figure(now))
    return Latest(mapping.cell_of(left), *figures, now[1])
