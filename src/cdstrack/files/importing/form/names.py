"""The names in a filled form that are nearly those of indicators: for a person to decide.

Owns which names are worth a question. Whether anybody can be asked is not known here.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cdstrack.core.problem import Place, Problem
from cdstrack.files.importing.form.free_row import FIGURE_COLUMNS, shown
from cdstrack.files.importing.form.known_names import KnownNames
from cdstrack.files.importing.form.reader import FormFigures
from cdstrack.files.importing.form.rows import read_rows
from cdstrack.words.labels.cell_names import cell_name
from cdstrack.words.parse.search import fold


class Uncertain(NamedTuple):
    """A name that no indicator has, where it first stands, and the indicators that are near."""

    name: str
    at: str
    candidates: tuple[str, ...]


def uncertain_names(figures: FormFigures) -> list[Uncertain]:
    """The names of rows with figures that are nearly those of indicators, in their order.

    Raises:
        ImportRefusedError: The file cannot be read.
    """
    figures.refuse_unreadable()
    names = KnownNames(figures.plan, figures.documents, figures.form.habits.indicators)
    found: dict[str, Uncertain] = {}
    tables = [] if figures.tables.problems else figures.tables.found
    for table in tables:
        for filled in read_rows(table, figures.form):
            cell = filled.cells.get("indicator")
            is_empty = all(filled.cells.get(name) is None for name in FIGURE_COLUMNS)
            if not isinstance(cell, str) or is_empty or fold(cell) in found:
                continue
            known = names.indicator(cell)
            near = known.facts if isinstance(known, Problem) else {}
            if ids := near.get("candidates") or near.get("suggestions"):
                column = filled.columns.get("indicator", 1)
                at = _where(table.sheet.place(filled.row, column))
                found[fold(cell)] = Uncertain(shown(cell), at, tuple(ids.split(", ")))
    return list(found.values())


def take_names(figures: FormFigures, names: Mapping[str, str]) -> None:
    """Has the form take these names for those of these indicators."""
    habits = figures.form.habits
    also = {fold(name): id_ for name, id_ in names.items()}
    habits = replace(habits, indicators={**habits.indicators, **also})
    figures.form = replace(figures.form, habits=habits)


def _where(place: Place) -> str:
    return f"{place.file}:{' ' if place.sheet else ''}{cell_name(place)}"
