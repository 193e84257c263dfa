"""The figures of a form that was filled in, read from its rows with every problem of the file.

Owns which rows state a figure, what is passed over and reported, and the names in it over which a
person may decide. What the cells mean belongs to `cdstrack.files.importing.form.free_row`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import ClassVar

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import ImportRefusedError, Place, Problem, ProblemList
from cdstrack.core.record.columns import NumberedObservation
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.sheet import Progress, Remark, shown
from cdstrack.files.importing.form.filled import Filled, FilledForm
from cdstrack.files.importing.form.free_row import FIGURE_COLUMNS, FreeRowReader
from cdstrack.files.importing.form.known_names import KnownNames, meant_by
from cdstrack.files.importing.form.letters import unreadable
from cdstrack.files.importing.form.tables import is_figure, looks_like_figure, told_first
from cdstrack.files.importing.uncertain import INDICATOR, ORG_UNIT, NamesMeant, UncertainName
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.ambiguity import decimal_mark
from cdstrack.words.parse.search import fold

_NUMBERS = (*FIGURE_COLUMNS, "stated")
_ROWS_A_STEP = 500
"""Rows between two reports of progress."""


@dataclass(frozen=True, slots=True)
class FormFigures:
    """The figures of a filled form under a plan.

    `problems` refuse the file; `remarks` are about what was passed over. `documents` are the
    titles of those that the store keeps beside the plan's, by their keys. `units` are the names of
    org units over which a person may decide.
    """

    filled: FilledForm
    plan: Plan
    today: date
    documents: Mapping[str, str]
    units: Sequence[UncertainName]
    figures: Sequence[NumberedObservation]
    problems: Sequence[Problem]
    warnings: Sequence[Problem]
    remarks: Sequence[Remark]
    is_interpreted: ClassVar[bool] = True

    @property
    def path(self) -> Path:
        """The file."""
        return self.filled.book.path

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return self.filled.book.digest

    @property
    def rows(self) -> int:
        """How many figures there are, sound or not."""
        return sum(not _is_empty(each) for each in self.filled.rows)

    def __iter__(self) -> Iterator[NumberedObservation]:
        """The sound figures; at the end `ImportRefusedError` with every problem, if there is one."""
        yield from self.figures
        if self.problems:
            raise ImportRefusedError(*self.problems)

    def place(self, line: int) -> Place:
        """The place of the figure with that line."""
        return self.filled.place(line)

    @property
    def has_other_problems(self) -> bool:
        """Whether something else than names is wrong, so that the file is refused in any case."""
        named = {INDICATOR, ORG_UNIT}
        return any(each.facts.get("where") not in named for each in self.problems)

    @property
    def uncertain(self) -> Sequence[UncertainName]:
        """The uncertain names in rows with figures: those of indicators, then those of org units."""
        names = KnownNames(self.plan, self.documents, self.filled.form.habits)
        found: dict[str, UncertainName] = {}
        for filled in self.filled.rows:
            cell = filled.cells.get("indicator")
            if not isinstance(cell, str) or _is_empty(filled) or fold(cell) in found:
                continue
            if near := names.near(cell):
                found[fold(cell)] = UncertainName(shown(cell), filled.place("indicator"), near)
        return (*found.values(), *self.units)

    def with_names(self, names: NamesMeant) -> "FormFigures":
        """The figures with further names, each with the id that it means."""
        form = self.filled.form
        also: dict[str, dict[str, str]] = {INDICATOR: {}, ORG_UNIT: {}}
        for each, id_ in names.items():
            also[each.kind][fold(each.name)] = id_
        indicators = {**form.habits.indicators, **also[INDICATOR]}
        org_units = {**form.habits.org_units, **also[ORG_UNIT]}
        habits = replace(form.habits, indicators=indicators, org_units=org_units)
        filled = replace(self.filled, form=replace(form, habits=habits))
        return form_figures(filled, self.plan, today=self.today, documents=self.documents)


def form_figures(
    filled: FilledForm,
    plan: Plan,
    *,
    today: date,
    documents: Mapping[str, str],
    progress: Progress = lambda _: None,
) -> FormFigures:
    """The figures of a filled form.

    Args:
        filled: The form's tables and rows.
        plan: Declares the indicators, bodies and documents that the form may name.
        today: A period that ends later than this day has not ended.
        documents: The titles of documents that the store keeps beside the plan's, by their keys.
        progress: Receives the fraction of the file that has been read.
    """
    reading = _Reading(filled, KnownNames(plan, documents, filled.form.habits))
    figures: list[NumberedObservation] = []
    problems = unreadable(filled.book)
    if not problems:
        reading.remarks += filled.tables.remarks
        reading.problems.errors += [*filled.tables.problems, *reading.above(), *reading.paired()]
        if not reading.problems.errors:
            habits = replace(
                filled.form.habits, decimal=reading.decimal(), day_zero=filled.book.day_zero
            )
            reader = FreeRowReader(plan, habits, today=today, documents=documents)
            figures += reading.figures(reader, progress)
            progress(1)
        reading.close()
        problems = reading.problems.listed()
    for place, stated in filled.other_periods():
        facts, periods = {"at": cell_name(place)}, {"on": filled.form.on or "", "stated": stated}
        reading.remarks.append(Remark("import.on_against_form", facts, periods))
    return FormFigures(
        filled,
        plan,
        today,
        documents,
        tuple(reading.units.values()),
        figures,
        problems,
        reading.problems.warnings,
        reading.remarks,
    )


def _is_empty(filled: Filled) -> bool:
    return all(filled.cells.get(name) is None for name in FIGURE_COLUMNS)


@dataclass(slots=True)
class _Reading:
    """One pass over the rows of a form; gathers what is wrong with them and what is passed over."""

    filled: FilledForm
    names: KnownNames
    problems: ProblemList = field(default_factory=ProblemList)
    remarks: list[Remark] = field(default_factory=list)
    units: dict[str, UncertainName] = field(default_factory=dict)
    _bare: dict[tuple[int, int], None] = field(default_factory=dict)
    _left_out: list[str] = field(default_factory=list)

    def figures(self, reader: FreeRowReader, progress: Progress) -> Iterator[NumberedObservation]:
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
                self._leave_out(filled)
                if not is_below and at != stated and not self._is_section(filled):
                    self._bare[at] = None
                continue
            stated = at
            self._bare.pop(at, None)
            figure, flaws = reader.read(filled.cells)
            for column, problem in flaws:
                self.problems.add(self._with_heading(problem, filled).placed(filled.place(column)))
                if column == ORG_UNIT and (near := meant_by(problem)):
                    name, place = shown(filled.cells.get(column)), filled.place(column)
                    self.units.setdefault(fold(name), UncertainName(name, place, near, column))
            if figure is not None:
                yield NumberedObservation(filled.line, figure)

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
        return not self._may_name(filled.cells.get("indicator"))

    def _is_section(self, filled: Filled) -> bool:
        """Whether a row has nothing but words that name no indicator: the title of a section."""
        beside = {*filled.table.heading.columns, "value"} - {"indicator", "period"}
        is_bare = all(filled.cells.get(name) is None for name in beside)
        return is_bare and not self._may_name(filled.cells.get("indicator"))

    def _may_name(self, cell: CellContent) -> bool:
        """Whether a cell names an indicator, or nearly so."""
        return isinstance(self.names.indicator(cell), str) or bool(self.names.near(cell))

    def _leave_out(self, filled: Filled) -> None:
        """Notes a cell without a figure that holds words."""
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
