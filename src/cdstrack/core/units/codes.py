"""The units of a plan by their official codes.

Owns that a code is no identity: with a day it means one unit or none, and without one it may mean
several, one after the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cdstrack.core.plan.model import OrgUnit, Plan
from cdstrack.core.problem import Problem


@dataclass(frozen=True, slots=True)
class UnitCodes:
    """The ids of the units that have or had each code, and what is declared about each."""

    holders: Mapping[str, tuple[str, ...]]
    units: Mapping[str, OrgUnit]

    def unit_on(self, code: str, day: date, where: str) -> str | Problem:
        """The unit with a code on a day; CDS820 where no unit has it then.

        `where` is the column or the option in which the code is.
        """
        holders = self.holders[code]
        found = [id_ for id_ in holders if self.units[id_].in_force(day)]
        if found:
            return found[0]
        facts = {"where": where, "value": code, "day": day.isoformat()}
        known = "; ".join(map(self._with_days, holders))
        return Problem("CDS820", {**facts, "units": known, "candidates": ", ".join(holders)})

    def without_zeros(self, text: str, day: date | None) -> tuple[str, ...]:
        """The units on a day whose codes are this text with zeros before it, which sheets drop."""
        if not text.isdecimal():
            return ()
        bare = text.lstrip("0")
        return tuple(
            id_
            for code, holders in self.holders.items()
            if code != text and code.lstrip("0") == bare
            for id_ in holders
            if day is None or self.units[id_].in_force(day)
        )

    def _with_days(self, id_: str) -> str:
        unit = self.units[id_]
        days = (str(each or "…") for each in (unit.since, unit.closed))
        return f"{id_} ({' – '.join(days)})"


def unit_codes(plan: Plan) -> UnitCodes:
    """The units of a plan by their codes."""
    found: dict[str, tuple[str, ...]] = {}
    for id_, unit in plan.org_units.items():
        if unit.code:
            found[unit.code] = (*found.get(unit.code, ()), id_)
    return UnitCodes(found, plan.org_units)
