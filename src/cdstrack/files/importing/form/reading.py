"""One pass over the rows of a form: which of them state a figure, and what is passed over and reported.

What the cells mean belongs to `cdstrack.files.importing.form.free_row`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from cdstrack.core.problem import Place, Problem, ProblemList
from cdstrack.core.record.columns import NumberedObservation
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.sheet import Progress, Remark, shown
from cdstrack.files.importing.form.beside import Beside
from cdstrack.files.importing.form.filled import Filled, FilledForm
from cdstrack.files.importing.form.free_row import FIGURE_COLUMNS, FreeRowReader
from cdstrack.files.importing.form.known_names import KnownNames, meant_by
from cdstrack.files.importing.form.remarks import told_first
from cdstrack.files.importing.form.stated_units import StatedUnits
from cdstrack.files.importing.form.tables import is_figure, looks_like_figure
from cdstrack.files.importing.uncertain import ORG_UNIT, UncertainName
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.ambiguity import decimal_mark
from cdstrack.words.parse.search import fold

_NUMBERS = (*FIGURE_COLUMNS, "stated")
_ROWS_A_STEP = 500
"""Rows between two reports of progress."""


def is_empty(filled: Filled) -> bool:
    """Whether a row states no figure in this column."""
    return all(filled.cells.get(name) is None for name in FIGURE_COLUMNS)


@dataclass(slots=True)
class Reading:
    """One pass over the rows of a form; collects problems and skipped rows."""

    filled: FilledForm
    names: KnownNames
    measured: StatedUnits
    problems: ProblemList = field(default_factory=ProblemList)
    remarks: list[Remark] = field(default_factory=list)
    units: dict[str, UncertainName] = field(default_factory=dict)
    _noted: set[tuple[str, Place]] = field(default_factory=set)
    _bare: dict[tuple[int, int], None] = field(default_factory=dict)
    _left_out: list[str] = field(default_factory=list)

    def figures(
        self, reader: FreeRowReader, beside: Beside, progress: Progress
    ) -> Iterator[NumberedObservation]:
        """The sound figures."""
        *above, length = accumulate(
            (sheet.last_row for sheet in self.filled.book.sheets), initial=0
        )
        stated = (-1, 0)
        for filled in self.filled.rows:
            at = filled.table.number, filled.row
            if filled.row % _ROWS_A_STEP == 0:
                progress((above[at[0]] + filled.row) / max(1, length))
            is_below = self._is_below(filled)
            if is_below or all(
                self.filled.form.habits.is_nothing(filled.cells.get(name))
                for name in FIGURE_COLUMNS
            ):
                self._leave_out(filled, is_below=is_below, is_bare=at != stated)
                continue
            stated = at
            self._bare.pop(at, None)
            figure, flaws = reader.read(filled.cells, self.measured.beside(filled))
            for column, problem in flaws:
                self._note(column, problem, filled)
            kept = figure and beside.with_evidence(figure, filled)
            if isinstance(kept, Problem):
                self._note("evidence", kept, filled)
            elif kept is not None:
                yield NumberedObservation(filled.line, kept)

    def _note(self, column: str, problem: Problem, filled: Filled) -> None:
        """Adds a problem at its cell, and the name of a unit over which a person may decide."""
        place = filled.place(column)
        if (problem.code, place) in self._noted:
            return  # a row with several figures has one name
        self._noted.add((problem.code, place))
        self.problems.add(self._with_heading(problem, filled).placed(place))
        if column == ORG_UNIT and (near := meant_by(problem)):
            name = shown(filled.cells.get(column))
            self.units.setdefault(fold(name), UncertainName(name, place, near, column))

    def above(self) -> Iterator[Problem]:
        """The rows of figures above a heading, which nobody would read (CDS362)."""
        for table in self.filled.tables.found:
            heading, columns = table.heading, table.heading.columns
            names = columns.get("indicator") or min(columns.values(), default=0)
            results = {each.index for each in heading.values}
            for row, cells in table.sheet.rows:
                if row >= heading.first:
                    break
                held = {index: cell for index, cell in enumerate(cells, 1) if cell is not None}
                name = held.get(names)
                if not isinstance(name, str) or not any(
                    is_figure(held[index]) or (self._may_name(name) and shown(held[index]))
                    for index in results & held.keys() - {names}
                ):
                    continue
                facts = {"value": shown(name), "heading": str(heading.first)}
                yield Problem("CDS362", facts, place=table.sheet.place(row, names))

    def paired(self) -> Iterator[Problem]:
        """That a column of periods holds pairs of years, though each could be a month (CDS360)."""
        first: dict[str, Place] = {}
        for filled in self.filled.rows:
            cell = filled.cells.get("period")
            if isinstance(cell, str) and "period" in filled.table.heading.columns:
                first.setdefault(cell, filled.place("period"))
        form = self.filled.form
        if problem := form.habits.calendar.problem(first, canonical=form.strict):
            yield problem.placed(next(iter(first.values())))

    def _is_below(self, filled: Filled) -> bool:
        """Whether a row is below the table, and is neither a figure nor an indicator's."""
        table = filled.table
        has_names = "indicator" in table.heading.columns and not self.filled.form.strict
        if filled.row <= table.last or not has_names:
            return False
        if any(looks_like_figure(filled.cells.get(name)) for name in FIGURE_COLUMNS):
            return False
        return not self._may_name(filled.cells.get("indicator"), filled.cells.get("code"))

    def _is_section(self, filled: Filled) -> bool:
        """Whether a row has nothing but words that name no indicator: the title of a section."""
        beside = {*filled.table.heading.columns, "value"} - {"indicator", "period"}
        is_bare = all(filled.cells.get(name) is None for name in beside)
        return is_bare and not self._may_name(filled.cells.get("indicator"))

    def _may_name(self, cell: CellContent, code: CellContent = None) -> bool:
        """Whether a cell names an indicator, or nearly so."""
        found = self.names.indicator(cell, code)
        return isinstance(found, str) or bool(meant_by(found))

    def _leave_out(self, filled: Filled, *, is_below: bool, is_bare: bool) -> None:
        """Notes a row without a figure: the words of its cell, and whether it begins a section."""
        name, code = filled.cells.get("indicator"), filled.cells.get("code")
        if not is_below and not isinstance(self.names.indicator(name, code), str):
            self.measured.begin_section(filled)
        if not is_below and is_bare and not self._is_section(filled):
            self._bare[filled.table.number, filled.row] = None
        if (sign := filled.cells.get("value")) is not None:
            self._left_out.append(f'{cell_name(filled.place("value"))} "{shown(sign)}"')

    def decimal(self) -> str | None:
        """The one decimal mark of the file; None where no cell proves one, or two do."""
        proofs = self._proofs()
        declared = self.filled.form.habits.decimal
        right = declared or next(iter(proofs), None)
        wrong = [(text, place) for mark, (text, place) in proofs.items() if mark != right]
        for text, place in wrong:
            facts = {"value": text, "mark": right or ""}
            if right in proofs:
                facts |= {"other": proofs[right][0], "at": cell_name(proofs[right][1])}
            self.problems.add(Problem("CDS345", facts, place=place))
        return None if wrong and declared is None else right

    def _proofs(self) -> dict[str, tuple[str, Place]]:
        """The first cell that proves each decimal mark, in the order of the file."""
        proofs: dict[str, tuple[str, Place]] = {}
        for filled in self.filled.rows:
            for name in _NUMBERS:
                cell = filled.cells.get(name)
                if isinstance(cell, str) and (mark := decimal_mark(cell)):
                    proofs.setdefault(mark, (shown(cell), filled.place(name)))
        return proofs

    def _with_heading(self, problem: Problem, filled: Filled) -> Problem:
        """A problem with a period that is not over, with the heading that states the period."""
        heading, form = filled.table.heading, self.filled.form
        if problem.code != "CDS215" or "period" in {*heading.columns, *form.fixed}:
            return problem
        return replace(problem, facts={**problem.facts, "heading": heading.called(filled.column)})

    def close(self) -> None:
        """Adds the remarks about what was passed over."""
        if self._left_out:
            facts = {"cells": told_first(self._left_out)}
            self.remarks.append(Remark("import.left_out", facts))
        if self._bare:
            several, sheets = len(self.filled.tables.found) > 1, self.filled.book.sheets
            rows = [f"{sheets[at].name}!{row}" if several else str(row) for at, row in self._bare]
            facts = {"count": str(len(rows)), "rows": told_first(rows)}
            self.remarks.append(Remark("form.rows_empty", facts))
