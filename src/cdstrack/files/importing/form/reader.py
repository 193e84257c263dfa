"""The figures of a form that was filled in, read from its rows with every problem of the file.

Owns what is wrong with the file as a whole, and the names in it over which a person may decide.
What the cells mean belongs to `cdstrack.files.importing.form.free_row`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.columns import NumberedObservation
from cdstrack.core.record.sources import all_documents
from cdstrack.files.csv.sheet import Progress, Remark
from cdstrack.files.importing.form.beside import Beside
from cdstrack.files.importing.form.evidence import Documents
from cdstrack.files.importing.form.filled import FilledForm
from cdstrack.files.importing.form.free_row import FreeRowReader
from cdstrack.files.importing.form.known_names import KnownNames, called
from cdstrack.files.importing.form.letters import unreadable
from cdstrack.files.importing.form.reading import Reading, is_empty
from cdstrack.files.importing.form.remarks import narrowed
from cdstrack.files.importing.form.section_titles import contradicted_titles
from cdstrack.files.importing.form.stated_units import StatedUnits
from cdstrack.files.importing.uncertain import INDICATOR, ORG_UNIT, NamesMeant, UncertainName
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.search import fold


@dataclass(frozen=True, slots=True)
class FormFigures:
    """The figures of a filled form under a plan.

    `problems` refuse the file; `remarks` are about what was passed over. `documents` are those that
    the store keeps beside the plan's, by their keys, `new_documents` those that the form's evidence
    adds. `units` are the names of org units over which a person may decide.
    """

    filled: FilledForm
    plan: Plan
    today: date
    documents: Mapping[str, SourceDocument]
    new_documents: Sequence[SourceDocument]
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
        return sum(not is_empty(each) for each in self.filled.rows)

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
        names = KnownNames(self.plan, _titles(self.documents), self.filled.form.habits)
        found: dict[str, UncertainName] = {}
        for filled in self.filled.rows:
            cell = filled.cells.get("indicator")
            code = filled.cells.get("code")
            name = called(cell, code)
            if not isinstance(cell, str) or is_empty(filled) or fold(name) in found:
                continue
            if near := names.near(cell, code):
                place, coded = filled.place("indicator"), code is not None
                found[fold(name)] = UncertainName(name, place, near, coded=coded)
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
    documents: Mapping[str, SourceDocument],
    progress: Progress = lambda _: None,
) -> FormFigures:
    """The figures of a filled form.

    Args:
        filled: The form's tables and rows.
        plan: Declares the indicators, bodies and documents that the form may name.
        today: A period that ends later than this day has not ended.
        documents: The documents that the store keeps beside the plan's, by their keys.
        progress: Receives the fraction of the file that has been read.
    """
    titles = _titles(documents)
    names = KnownNames(plan, titles, filled.form.habits)
    reading = Reading(filled, names, StatedUnits(filled, plan))
    evidence = Documents(all_documents(plan, documents.values()))
    figures: list[NumberedObservation] = []
    problems = unreadable(filled.book)
    if not problems:
        reading.remarks += filled.tables.remarks
        reading.problems.errors += [*filled.tables.problems, *reading.above(), *reading.paired()]
        if not reading.problems.errors:
            habits = replace(
                filled.form.habits, decimal=reading.decimal(), day_zero=filled.book.day_zero
            )
            reader = FreeRowReader(plan, habits, today=today, documents=titles)
            beside = Beside(filled, plan, evidence, habits.decimal, today)
            figures += reading.figures(reader, beside, progress)
            progress(1)
            for problem in (*contradicted_titles(filled, names, plan), *beside.problems()):
                reading.problems.add(problem)
            reading.remarks += beside.remarks()
            for table in filled.tables.found:
                reading.remarks += narrowed(table.heading, filled.form, plan)
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
        tuple(evidence.new.values()),
        tuple(reading.units.values()),
        figures,
        problems,
        reading.problems.warnings,
        reading.remarks,
    )


def _titles(documents: Mapping[str, SourceDocument]) -> dict[str, str]:
    return {key: each.title for key, each in documents.items()}
