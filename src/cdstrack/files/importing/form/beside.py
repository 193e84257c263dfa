"""What a form says beside its figures: evidence, how many points there are, the difference of two figures.

Owns which figure the evidence of a row belongs to, and that a printed difference is held against
the points that it is of, and the most points against the plan's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.agreement import rounds_to
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.observation_rules import LONGEST_TEXT
from cdstrack.core.record.role import Role, role_of
from cdstrack.core.record.sheet import CellContent, Fault, Number
from cdstrack.files.csv.sheet import Remark, shown
from cdstrack.files.importing.form.evidence import Documents, Item, read_evidence
from cdstrack.files.importing.form.filled import Filled, FilledForm
from cdstrack.files.importing.form.remarks import told_first
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.ambiguity import with_point
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number, read_number

_LONGEST_TOLD = 60
_COMPARED = (Role.SELF, Role.APPRAISED)


@dataclass(slots=True)
class Beside:
    """The information beside the figures of one form; `documents` collects those named as evidence.

    A document of a later day than `today` is none yet.
    """

    form: FilledForm
    plan: Plan
    documents: Documents
    decimal: str | None
    today: date
    _unread: list[str] = field(default_factory=list)
    _scores: dict[tuple[int, int], dict[Role, Decimal]] = field(default_factory=dict)
    _differences: dict[tuple[int, int], Filled] = field(default_factory=dict)
    _most: dict[tuple[int, int], tuple[Filled, Decimal]] = field(default_factory=dict)

    def with_evidence(self, figure: Observation, filled: Filled) -> Observation | Problem:
        """The figure with its evidence: the first document as its own, all else in the note.

        Returns:
            The figure; or CDS222, the note would be too long, or why the cell cannot be read.
        """
        self._compare(figure, filled)
        cell = filled.cells.get("evidence")
        if cell is None:
            return figure
        if isinstance(cell, Fault):
            return Problem(cell.code, {"value": cell.value}).placed(filled.place("evidence"))
        # What a sheet keeps as a number or a date is no document, and is not left out for that.
        found = read_evidence(cell if isinstance(cell, str) else shown(cell), self.today)
        keys = {item: self.documents.key_of(item, figure.org_unit) for item in found.items}
        known = [key for key in keys.values() if key]
        document = figure.document or next(iter(known), None)
        others = [_named(item, key) for item, key in keys.items() if key != document]
        note = "; ".join(text for text in (figure.note, *others, *found.rest) if text)
        if len(note) > LONGEST_TEXT:
            return Problem("CDS222", {"where": "note", "limit": str(LONGEST_TEXT)})
        for text in found.rest:
            told = text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"
            self._unread.append(f'{cell_name(filled.place("evidence"))} "{told}"')
        return figure.model_copy(update={"document": document, "note": note or None})

    def remarks(self) -> Iterator[Remark]:
        """How many documents are new, and which texts name none."""
        if self.documents.new:
            yield Remark("import.evidence_new", {"count": str(len(self.documents.new))})
        if self._unread:
            facts = {"count": str(len(self._unread)), "cells": told_first(self._unread)}
            yield Remark("import.evidence_unread", facts)

    def _compare(self, figure: Observation, filled: Filled) -> None:
        """Keeps the points, how many there are, and the printed difference of a row."""
        points = self.plan.by_id[figure.indicator].points
        if points is not None and filled.cells.get("points_max") is not None:
            self._most[filled.table.number, filled.row] = filled, points.max
        role = role_of(figure.disaggregation)
        if role not in _COMPARED or filled.cells.get("difference") is None or figure.value is None:
            return
        at = filled.table.number, filled.row
        self._scores.setdefault(at, {})[role] = figure.value
        self._differences[at] = filled

    def problems(self) -> Iterator[Problem]:
        """The rows whose most points are not the plan's, or whose difference is another (CDS382, CDS376)."""
        for filled, most in self._most.values():
            if problem := self._other_scale(filled.cells.get("points_max"), most):
                yield problem.placed(filled.place("points_max"))
        for at, filled in self._differences.items():
            scores, cell = self._scores[at], filled.cells.get("difference")
            if self.form.form.habits.is_nothing(cell):
                continue
            place = filled.place("difference")
            read = self._number(cell)
            if isinstance(read, Problem):
                yield read.placed(place)
            elif problem := self._mismatch(read, scores, shown(cell)):
                yield problem.placed(place)

    def _other_scale(self, cell: CellContent, most: Decimal) -> Problem | None:
        """That a row's points are of another scale than the plan's."""
        if self.form.form.habits.is_nothing(cell):
            return None
        read = self._number(cell)
        if isinstance(read, Problem) or most in read:
            return read if isinstance(read, Problem) else None
        return Problem("CDS382", {"value": shown(cell), "most": format_decimal(most)})

    def _mismatch(
        self, readings: tuple[Decimal, ...], scores: dict[Role, Decimal], text: str
    ) -> Problem | None:
        minuend = self.form.form.minuend
        subtrahend = next(role for role in _COMPARED if role is not minuend)
        first, second = (scores.get(role, Decimal(0)) for role in (minuend, subtrahend))
        exact = Fraction(first - second)
        if len(scores) < len(_COMPARED):
            # A sheet takes an empty cell for zero, or does not compute; any other number tells of
            # points that are not there.
            fits = any(rounds_to(exact, each) or each == 0 for each in readings)
            return None if fits else Problem("CDS376", {"value": text, "lacking": "yes"})
        if any(rounds_to(exact, each) for each in readings):
            return None
        numbers = first, second, first - second
        facts = {
            "value": text,
            "computed": "{} − {} = {}".format(*map(format_decimal, numbers)),
            "computed_vi": "{} − {} = {}".format(*(format_number(n, "vi") for n in numbers)),
        }
        turned = any(rounds_to(-exact, each) for each in readings)
        return Problem("CDS376", facts | ({"turned": "yes"} if turned else {}))

    def _number(self, cell: CellContent) -> tuple[Decimal, ...] | Problem:
        if isinstance(cell, Fault):
            return Problem(cell.code, {"value": cell.value})
        if isinstance(cell, Number):
            return (cell.value,)
        text = clean(shown(cell)).strip().removeprefix("+")
        return read_number(with_point(text, self.decimal))


def _named(item: Item, key: str | None) -> str:
    """A document that is not the figure's own, in its note."""
    return f"{item.number} ({key or item.issued})" + ("" if key else f": {item.title}")
