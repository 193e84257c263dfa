"""What the record says: figures, revisions, submissions and plan texts, as known at an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cdstrack.core.record.acts import (
    Acknowledgement,
    Change,
    Cutoff,
    IssuedSummary,
    PlanVersion,
    SourceDocument,
    Submission,
    UnitsVersion,
    undone,
)
from cdstrack.core.record.closing import Closings
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.series import RecordedSeries
from cdstrack.store.answers import count_of, pair_of, text_of
from cdstrack.store.changes import ALL, Changes
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


class Reader(Changes, UnitReports):
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

    def latest_in_cell(self, cell: Cell, known_at: datetime | None = None) -> Observation | None:
        """The current figure of the cell; None where there is none or it was withdrawn."""
        given = {"known_at": known_at, **cell._asdict()}
        return self._one("latest_in_cell", mapping.kept_figure, **given)

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
        org_unit: str | None = None,
    ) -> dict[Cell, list[Change]]:
        """The same of every cell of some indicators to which more was done than to fill it."""
        wanted = frozenset(indicators)
        given = {"indicators": wanted, "org_unit": org_unit, "known_at": known_at}
        entries = self._values("revised", mapping.entry_of, **given)
        return {
            cell: mapping.history_of(of_cell)
            for cell, of_cell in groupby(entries, key=attrgetter("cell"))
        }

    def observation(self, number: int) -> Observation | None:
        """The figure with this id, current or not; None for a withdrawal or an unknown id."""
        return self._one("observation", mapping.kept_figure, id=number)

    def knowledge(self, known_at: datetime | None = None) -> Submission | None:
        """The counted submission with the latest instant; its `at` gives the same report again."""
        return self._one("last_submission", mapping.submission_of, known_at=known_at)

    def cutoff(self, known_at: datetime | None = None) -> Cutoff:
        """By what a report speaks that counts what had been recorded by the instant."""
        last = self.knowledge(known_at)
        head = self._one("head", text_of, known_at=known_at)
        return Cutoff(None if last is None else last.at, head)

    def submission(self, number: int) -> Submission | None:
        """The submission with this id."""
        return self._one("submission", mapping.submission_of, id=number)

    def submissions(
        self,
        *,
        known_at: datetime | None = None,
        since: datetime | None = None,
        indicator: str | None = None,
        limit: int = ALL,
    ) -> list[Submission]:
        """The submissions, the latest first; `since` is the first instant that counts."""
        given = {"known_at": known_at, "since": since, "indicator": indicator, "limit": limit}
        return list(self._values("submissions", mapping.submission_of, **given))

    def beside_latest(self, submission: int) -> Iterator[Latest]:
        """Each figure that a submission left in a cell, beside the one there now."""
        return self._values("beside_latest", _latest_of, submission=submission)

    def touched_later(self, submission: int) -> list[Submission]:
        """The later submissions on the same cells, documents or warnings, the earliest first."""
        if all(each.id <= submission for each in self.submissions(limit=1)):
            return []
        found: set[int] = set()
        for kind in ("cells", "documents", "acknowledgements"):
            found.update(self._values(f"{kind}_touched_later", count_of, submission=submission))
        later = self._values("submissions_with", mapping.submission_of, ids=frozenset(found))
        return list(later)

    def accounts(self) -> dict[int, str]:
        """The accounts of a server that added submissions under another name than their own.

        The server notes them; a copy keeps them, also in a file. What was added to a file has none.
        """
        with self._readable():
            found = self._connection.execute("SELECT submission, name FROM database_user")
            return {int(number): str(name) for number, name in found}

    def undone(self, known_at: datetime | None = None) -> frozenset[int]:
        """The submissions that are taken back, by what had been done until the instant."""
        return undone(self._values("undos", pair_of, known_at=known_at))

    def plan_text(self, digest: str) -> str | None:
        """The text of the plan with this digest, as it was when something was recorded under it."""
        return self._one("plan_text", text_of, digest=digest)

    def plan_versions(self) -> list[PlanVersion]:
        """The plan's versions in the order in which they were first used."""
        return list(self._values("plan_versions", mapping.plan_version_of))

    def units_in_force(self, known_at: datetime | None = None) -> str | None:
        """The text of the units file under which the last counted submission was made.

        None where no submission up to then came with one: those made before version 6 did not.
        """
        return self._one("units_in_force", text_of, known_at=known_at)

    def units_versions(self) -> list[UnitsVersion]:
        """The units files in the order in which they came into force."""
        return list(self._values("units_versions", mapping.units_version_of))

    def plan_in_force(self, known_at: datetime | None = None) -> str | None:
        """The digest of the plan under which the last counted submission was made."""
        last = self.knowledge(known_at)
        return None if last is None else last.plan_digest

    def journal_mode(self) -> str:
        """How SQLite keeps what it may have to take back: `delete` unless somebody changed it."""
        with explained(self.path, self._wait):
            (mode,) = only_row(self._connection, "PRAGMA journal_mode")
        return str(mode)

    def documents(self, known_at: datetime | None = None) -> list[SourceDocument]:
        """The documents kept here, beside those of the plan."""
        return list(self._values("documents", mapping.document_of, known_at=known_at))

    def acknowledgements(self, known_at: datetime | None = None) -> list[Acknowledgement]:
        """The warnings that were accepted, with the reasons."""
        return list(self._values("acknowledgements", mapping.acknowledgement_of, known_at=known_at))

    def accepted(self, known_at: datetime | None = None) -> frozenset[str]:
        """The keys of the findings that were accepted."""
        return frozenset(each.problem for each in self.acknowledgements(known_at))

    def summaries(self, known_at: datetime | None = None) -> list[IssuedSummary]:
        """The summaries issued, by number."""
        return list(self._values("summaries", mapping.summary_of, known_at=known_at))

    def closings(self, known_at: datetime | None = None) -> Closings:
        """What was done to periods: closed, opened again."""
        return Closings(self._values("closings", mapping.closing_of, known_at=known_at))

    def late_reasons(self, known_at: datetime | None = None) -> dict[int, str]:
        """Why figures came after their period was closed, by submission."""
        return dict(self._values("late_entries", mapping.late_of, known_at=known_at))

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
