"""Units that a form states elsewhere than in its column ĐVT, and which of them counts for a figure.

Owns where they are looked for: the heading of the column, the name, the title of the section, what
is above and below the table. Which words are a unit belongs to
`cdstrack.files.importing.form.unit_words`.
"""

from collections.abc import Iterable, Iterator

from cdstrack.core.plan.model import Plan
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.form.filled import Filled, FilledForm
from cdstrack.files.importing.form.tables import Table
from cdstrack.files.importing.form.unit_words import explicit_units, units_above, units_in
from cdstrack.files.importing.form.units_beside import UnitsBeside
from cdstrack.words.parse.search import fold


class StatedUnits:
    """The units that a filled form states outside its column ĐVT, for each of its figures."""

    def __init__(self, filled: FilledForm, plan: Plan) -> None:
        self._habits = filled.form.habits
        self._nouns = frozenset(
            fold(text)
            for each in plan.indicators
            if each.unit_label is not None
            for text in each.unit_label.texts
        )
        self._above = {
            table.number: self._spelled(units_above(_beside(table), self._nouns))
            for table in filled.tables.found
        }
        self._of_heading = {
            (table.number, value.index): self._of(table.heading.over.get(value.index, ()))
            for table in filled.tables.found
            for value in table.heading.values
        }
        self._of_names: dict[str, tuple[str, ...]] = {}
        self._of_section: dict[int, tuple[str, ...]] = {}

    def begin_section(self, filled: Filled) -> None:
        """Notes the title of a section, whose unit holds for the rows below it."""
        if not (title := shown(filled.cells.get("indicator"))):
            return
        self._of_section[filled.table.number] = self._spelled(units_in(title, ()))

    def beside(self, filled: Filled) -> UnitsBeside:
        """The units stated for a figure."""
        number, name = filled.table.number, shown(filled.cells.get("indicator"))
        if name not in self._of_names:
            self._of_names[name] = self._spelled(units_in(name, self._nouns))
        near = (*self._of_heading[number, filled.column], *self._of_names[name])
        above = self._of_section.get(number, ()) or self._above[number]
        return UnitsBeside(near, above)

    def _of(self, lines: Iterable[str]) -> tuple[str, ...]:
        return self._spelled(unit for line in lines for unit in units_in(line, self._nouns))

    def _spelled(self, units: Iterable[str]) -> tuple[str, ...]:
        """Units in the words that the description of the form gives them."""
        return tuple(map(self._habits.unit, units))


def _beside(table: Table) -> Iterator[str]:
    """The texts above and below a table, and over the names in it."""
    heading = table.heading
    for row, cells in table.sheet.rows:
        texts = [each for each in map(shown, cells) if each] if row < heading.first else ()
        yield from texts
        if row > table.last:
            yield from (text for text in map(shown, cells) if explicit_units(text))
    yield from heading.over.get(heading.columns.get("indicator", 0), ())
