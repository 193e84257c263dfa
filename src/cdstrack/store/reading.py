"""What the record says: figures, revisions, submissions and plan texts, as known at an instant."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Executable

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    Change,
    DocumentChange,
    IssuedSummary,
    PlanVersion,
    SourceDocument,
    Submission,
    undone,
)
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.store import mapping as act_rows
from cdstrack.store import mapping as rows
from cdstrack.store.connection import WAIT, explained, unusable
from cdstrack.store.query import acts as act_queries
from cdstrack.store.query import observations as queries
from cdstrack.store.query.observations import Wanted
from cdstrack.store.schema.tables import ACKNOWLEDGEMENT, DOCUMENT

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Latest:
    """A cell with the figure that a submission left there, and the one there now.

    `submission` is the one that left it as it is now.
    """

    cell: Cell
    left: Observation | None
    now: Observation | None
    submission: int


class Reader:
    """Answers questions about the record; every method may raise `StoreUnusableError`.

    `known_at` counts only what had been recorded by that instant; null counts everything.
    """

    def __init__(self, connection: Connection, path: Path, wait: float = WAIT) -> None:
        self._connection = connection
        self._wait = wait
        self.path = path

    def current(
        self,
        *,
        org_unit: str | None = None,
        indicators: Collection[str] | None = None,
        known_at: datetime | None = None,
        whole_only: bool = False,
    ) -> list[Observation]:
        """The latest figure of each cell, withdrawn ones left out, by indicator, end and id.

        Args:
            org_unit: Only figures about this unit.
            indicators: Only figures of these indicators.
            known_at: Only what had been recorded by then.
            whole_only: Leave out the figures of parts (`sector=…`).
        """
        wanted = Wanted(org_unit, indicators, known_at, whole_only)
        return list(self._values(queries.current(wanted), rows.figure_of))

    def figures(self, known_at: datetime | None = None) -> Iterator[Observation]:
        """All current figures one by one, by indicator, org unit, part, end and period."""
        return self._values(queries.by_cell(Wanted(known_at=known_at)), rows.figure_of)

    def latest_in_cell(self, cell: Cell, known_at: datetime | None = None) -> Observation | None:
        """The figure that stands for the cell; null where there is none or it was withdrawn."""
        row = self._one(queries.latest_in_cell(cell, known_at), dict)
        return None if row is None else rows.kept_figure(row)

    def latest_in_cells(self, cells: Collection[Cell]) -> dict[Cell, Observation]:
        """The figures that stand for some cells (at most 500); cells without one are left out."""
        if not cells:
            return {}
        names = tuple(name for cell in cells for name in cell)
        with explained(self.path, self._wait):
            statement = queries.latest_in_cells(len(cells))
            found = self._connection.exec_driver_sql(statement, names).mappings().all()
        return {rows.cell_of(row): rows.figure_of(row) for row in found if not row["withdrawn"]}

    def revisions(self, cell: Cell, known_at: datetime | None = None) -> list[Change]:
        """All that was done to the cell, the oldest first."""
        found = self._values(queries.revisions(cell, known_at), dict)
        return rows.chain_of(found)

    def observation(self, number: int) -> Observation | None:
        """The figure with this id, current or not; null for a withdrawal or an unknown id."""
        row = self._one(queries.observation(number), dict)
        return None if row is None else rows.kept_figure(row)

    def knowledge(self, known_at: datetime | None = None) -> Submission | None:
        """The counted submission with the latest instant; its `at` gives the same report again."""
        return self._one(act_queries.last_submission(known_at), act_rows.submission_of)

    def submission(self, number: int) -> Submission | None:
        """The submission with this id."""
        return self._one(act_queries.submission(number), act_rows.submission_of)

    def submissions(
        self,
        *,
        known_at: datetime | None = None,
        since: datetime | None = None,
        by: str | None = None,
        indicator: str | None = None,
        limit: int | None = None,
    ) -> list[Submission]:
        """The submissions, the latest first; `since` is the first instant that counts."""
        wanted = act_queries.Acts(known_at, since, by, indicator, limit)
        return list(self._values(act_queries.submissions(wanted), act_rows.submission_of))

    def changes(self, submission: int, limit: int | None = None) -> list[Change]:
        """What a submission did, cell by cell, at most `limit` of it."""
        return list(self.iter_changes(submission, limit))

    def iter_changes(self, submission: int, limit: int | None = None) -> Iterator[Change]:
        """The same one by one, for a submission of very many figures."""
        return self._values(queries.before_and_after(submission, limit), rows.change_of)

    def change_count(self, submission: int) -> int:
        """How many figures a submission changed."""
        return self._one(queries.how_many(submission), lambda row: int(row["count"])) or 0

    def documents_changed(self, submission: int) -> list[DocumentChange]:
        """What a submission did to documents of the store."""
        found = act_queries.keyed_before_and_after(DOCUMENT, "key", submission)
        return list(self._values(found, act_rows.document_change_of))

    def acknowledgements_changed(self, submission: int) -> list[AcknowledgementChange]:
        """What a submission did to warnings."""
        found = act_queries.keyed_before_and_after(ACKNOWLEDGEMENT, "problem", submission)
        return list(self._values(found, act_rows.acknowledgement_change_of))

    def beside_latest(self, submission: int) -> Iterator[Latest]:
        """Each figure that a submission left in a cell, beside the one that stands there now."""
        return self._values(queries.beside_latest(submission), _latest_of)

    def touched_later(self, submission: int) -> list[Submission]:
        """The later submissions on the same cells, documents or warnings, the earliest first."""
        found: set[int] = set()
        for statement in (
            queries.touched_later(submission),
            act_queries.keyed_touched_later(DOCUMENT, "key", submission),
            act_queries.keyed_touched_later(ACKNOWLEDGEMENT, "problem", submission),
        ):
            found.update(self._values(statement, lambda row: int(row["submission"])))
        later = act_queries.submissions_with(found)
        return list(self._values(later, act_rows.submission_of))

    def undone(self, known_at: datetime | None = None) -> frozenset[int]:
        """The submissions that are taken back, by what had been done until the instant."""
        found = act_queries.undos(known_at)
        return undone(self._values(found, lambda row: (row["id"], row["undoes"])))

    def plan_text(self, digest: str) -> str | None:
        """The text of the plan with this digest, as it was when something was recorded under it."""
        return self._one(act_queries.plan_text(digest), lambda row: str(row["text"]))

    def plan_versions(self) -> list[PlanVersion]:
        """The plan's versions in the order in which they were first used."""
        return list(self._values(act_queries.plan_versions(), act_rows.plan_version_of))

    def plan_in_force(self, known_at: datetime | None = None) -> str | None:
        """The digest of the plan under which the last counted submission was made."""
        last = self.knowledge(known_at)
        return None if last is None else last.plan_digest

    def journal_mode(self) -> str:
        """How SQLite keeps what it may have to take back: `delete` unless somebody changed it."""
        with explained(self.path, self._wait):
            return str(self._connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())

    def documents(self, known_at: datetime | None = None) -> list[SourceDocument]:
        """The documents kept here, beside those of the plan."""
        return list(self._values(act_queries.documents(known_at), act_rows.document_of))

    def acknowledgements(self, known_at: datetime | None = None) -> list[Acknowledgement]:
        """The warnings that were accepted, with the reasons."""
        return list(
            self._values(act_queries.acknowledgements(known_at), act_rows.acknowledgement_of)
        )

    def summaries(self, known_at: datetime | None = None) -> list[IssuedSummary]:
        """The summaries issued, by number."""
        return list(self._values(act_queries.summaries(known_at), act_rows.summary_of))

    def _values(
        self, statement: Executable, value_of: Callable[[rows.Row], Value]
    ) -> Iterator[Value]:
        with explained(self.path, self._wait):
            found = self._connection.execute(statement).mappings()
            try:
                yield from map(value_of, found)
            except ValueError as error:
                raise unusable("CDS403", self.path, detail=error) from error

    def _one(self, statement: Executable, value_of: Callable[[rows.Row], Value]) -> Value | None:
        return next(self._values(statement, value_of), None)


def _latest_of(row: rows.Row) -> Latest:
    latest = rows.part_of(row, "latest_")
    figures = (rows.kept_figure(row), rows.kept_figure(latest))
    return Latest(rows.cell_of(row), *figures, latest["submission"])
