"""The administrative units of a plan on a day, as a report."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cdstrack.core.plan.heirs import Heir
from cdstrack.core.plan.model import OrgUnit, Plan
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.units.tree import Units, units_of


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its depth in the tree and the units that it was made of."""

    id: str
    unit: OrgUnit
    depth: int
    predecessors: tuple[Heir, ...]


@dataclass(frozen=True, slots=True)
class UnitsReport:
    """Units, each after the one that it is a part of; `counts` says how many of each level are listed.

    `of_other_days` counts those that are wanted too, but are not there on the day; only where none is.
    """

    header: ReportHeader
    rows: tuple[UnitRow, ...]
    of_other_days: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """How many units of each level are listed, the highest level first."""
        return Counter(row.unit.level or "" for row in self.rows)


def build_units(
    plan: Plan,
    header: ReportHeader,
    keep: Callable[[str, OrgUnit], bool] | None = None,
    *,
    ever: bool = False,
) -> UnitsReport:
    """The units on the header's day.

    Args:
        plan: The plan whose units they are.
        header: Names the day.
        keep: Which of them are wanted; without it, all are.
        ever: Also those of other days, in the order of the file.
    """
    units = units_of(plan)
    rows = _ever(units) if ever else _on(units, header.as_of)
    if keep is None:
        return UnitsReport(header, tuple(rows))
    rows = [replace(row, depth=0) for row in rows if keep(row.id, row.unit)]
    others = 0 if rows else sum(keep(row.id, row.unit) for row in _ever(units))
    return UnitsReport(header, tuple(rows), others)


def _on(units: Units, day: date) -> list[UnitRow]:
    return [
        UnitRow(each.id, each.unit, each.depth, units.predecessors.get(each.id, ()))
        for each in units.tree(day)
    ]


def _ever(units: Units) -> list[UnitRow]:
    return [
        UnitRow(id_, unit, 0, units.predecessors.get(id_, ())) for id_, unit in units.by_id.items()
    ]
