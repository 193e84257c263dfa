"""What the units of an area come to, read from the store with as few figures as will do.

Owns the order of the ways: the database adds up; where that does not tell, columns of numbers are
read; where these do not fit, every figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from cdstrack.core.derived.area_rollup import RollUpOf, criterion_of
from cdstrack.core.derived.from_columns import (
    Comparison,
    added_in_parts,
    added_up,
    apart,
    fit_columns,
    in_columns,
)
from cdstrack.core.derived.rollup import consists_of_units, roll_up_of, unit_sources
from cdstrack.core.derived.unit_columns import UnitColumns
from cdstrack.core.derived.unit_series import UnitFigure
from cdstrack.core.plan.model import Indicator, Plan, RollUpBy
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.units.tree import Units, units_of
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.store.reading import Reader

_MANY = 1000
"""So many units with more than a plain figure are not asked for by name: all figures are read."""


@dataclass(frozen=True)
class UnitsOfArea:
    """The units of an area in the store, up to a day and as known at an instant.

    `wanted` are the indicators that are rolled up.
    """

    ledger: Reader
    plan: Plan
    wanted: Sequence[Indicator]
    area: str
    until: date
    known_at: datetime | None

    def roll_ups(self) -> list[RollUpOf]:
        """The roll-up of each indicator of which the area has units."""
        return [
            self._roll_up(indicator)
            for indicator in self.wanted
            if consists_of_units(self.plan, self.area, indicator)
        ]

    def listed(self, indicator: Indicator) -> RollUpOf:
        """The roll-up of an indicator that knows what each unit reported."""
        return self._in_columns(indicator) or self._of_figures(indicator)

    def _roll_up(self, indicator: Indicator) -> RollUpOf:
        return self._added(indicator) or self.listed(indicator)

    def _added(self, indicator: Indicator) -> RollUpOf | None:
        if not fit_columns(indicator):
            return None
        if indicator.rollup and indicator.rollup.by is RollUpBy.SHARE_MET:
            return self._counted(indicator)
        in_parts = added_in_parts(indicator)
        if in_parts is None:
            return None
        found = self.ledger.added_up(
            indicator.id, self.known_at, in_parts=in_parts, besides=self.area
        )
        return self._of_added(indicator, found)

    def _counted(self, indicator: Indicator) -> RollUpOf | None:
        """By how many units meet what is asked, which may be one thing until a day and then another."""
        asked = criterion_of(indicator, self.until)
        first = self._meeting(indicator, asked)
        if first is None:
            return None
        asked_on = {day: criterion_of(indicator, day) for day in first.days(self.until)}
        others = {each: self._meeting(indicator, each) for each in {*asked_on.values()} - {asked}}
        columns = [each for each in first.columns if asked_on.get(each.period.end, asked) == asked]
        for criterion, found in others.items():
            if found is None:
                return None
            columns += [
                each for each in found.columns if asked_on.get(each.period.end) == criterion
            ]
        return replace(first, columns=columns) if others else first

    def _meeting(self, indicator: Indicator, asked: Threshold | None) -> RollUpOf | None:
        by = Comparison.with_bound(asked, SHARE_OF.get(indicator.unit, 1))
        if by is None:
            return None
        in_parts = indicator.unit in SHARE_OF
        found = self.ledger.meeting(
            indicator.id, self.known_at, by=by, in_parts=in_parts, besides=self.area
        )
        return self._of_added(indicator, found)

    def _of_added(
        self, indicator: Indicator, columns: Sequence[UnitColumns] | None
    ) -> RollUpOf | None:
        if columns is None:
            return None
        own = self._own.get(indicator.id, ())
        return added_up(self._units, indicator, columns, own, self.area, self.until)

    def _in_columns(self, indicator: Indicator) -> RollUpOf | None:
        if not fit_columns(indicator):
            return None
        in_parts = indicator.unit in SHARE_OF
        columns = self.ledger.in_columns(indicator.id, self.known_at, in_parts=in_parts)
        if columns is None:
            return None
        counted, others = apart(columns, indicator)
        if len(others) > _MANY:
            return None
        figures = self._figures_of(others, [indicator]).get(indicator.id, ())
        return in_columns(self._units, indicator, counted, figures, self.area, self.until)

    def _of_figures(self, indicator: Indicator) -> RollUpOf:
        measured_in = {
            id_: self.plan.by_id[id_].unit for id_ in unit_sources(self.plan, [indicator])
        }
        figures = self.ledger.of_units(measured_in, self.known_at)
        return roll_up_of(self._units, indicator, figures, self.plan, self.area)

    @cached_property
    def _units(self) -> Units:
        return units_of(self.plan)

    @cached_property
    def _own(self) -> Mapping[str, Sequence[UnitFigure]]:
        """The figures of the area itself, which begin its points as well."""
        return self._figures_of(frozenset({self.area}), self.wanted)

    def _figures_of(
        self, org_units: frozenset[str], indicators: Sequence[Indicator]
    ) -> Mapping[str, Sequence[UnitFigure]]:
        if not org_units:
            return {}
        measured_in = {each.id: each.unit for each in indicators}
        return self.ledger.of_units(measured_in, self.known_at, org_units=org_units)
