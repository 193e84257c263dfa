"""Which of the units that are stated for one figure is its unit.

Owns their order and their agreement. Where they are is found by
`cdstrack.files.importing.form.stated_units`.
"""

from dataclasses import dataclass

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.files.importing.form.unit_words import units_in
from cdstrack.files.importing.form.units import unit_problem, with_magnitude
from cdstrack.words.parse.values import Reading, read_value


@dataclass(frozen=True, slots=True)
class UnitsBeside:
    """The units that a form states for one figure outside its column ĐVT.

    `near` are those of its heading and of its name; each of them holds. `above` are those of its
    section or table, in the order in which they are tried; they hold where nothing else is stated.
    """

    near: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    def agreed(self, own: str, indicator: Indicator) -> str | Problem:
        """The one unit of a figure, beside `own`, which its row states; empty where none is.

        One that is not the indicator's is refused (CDS341), and so are two that make it two
        numbers (CDS377).
        """
        named = {unit.lower() for text in indicator.name.texts for unit in units_in(text, ())}
        stated = [each for each in (own, *self.near) if each and each.lower() not in named]
        if not stated:
            fitting = [each for each in self.above if unit_problem(each, indicator) is None]
            stated = fitting or list(self.above[:1])
        for unit in stated:
            if problem := unit_problem(unit, indicator):
                return problem
        for other in stated[1:]:
            if _one(other, indicator) != _one(stated[0], indicator):
                return Problem("CDS377", {"value": stated[0], "other": other})
        return stated[0] if stated else ""


def _one(unit: str, indicator: Indicator) -> object:
    """The value of one in a unit, converted to the unit of the plan."""
    read = read_value(with_magnitude("1", unit, indicator), indicator)
    return read.value if isinstance(read, Reading) else with_magnitude("1", unit, indicator)
