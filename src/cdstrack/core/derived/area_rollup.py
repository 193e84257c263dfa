"""The roll-up of one indicator over the units of an area, at the end of each of its periods.

Owns how many units must have reported, and how old a figure may be. The arithmetic is in
`cdstrack.core.derived.tally`.
"""

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cdstrack.core.derived.rollup_periods import period_before, period_ended, periods_between
from cdstrack.core.derived.tally import Way
from cdstrack.core.derived.unit_columns import UnitColumns, tally_of
from cdstrack.core.derived.unit_series import Contribution, UnitSeries
from cdstrack.core.plan.model import Indicator, RollUp, RollUpBy
from cdstrack.core.record.derived import RollUpPoint
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.units.tree import UnitsThere
from cdstrack.core.verdict.threshold import Threshold, criterion, threshold_of
from cdstrack.core.verdict.trajectory import one_period_before

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RollUpOf:
    """The roll-up of one indicator over the units of one area.

    What units reported for the last period by a day is added up from `columns` where it stands
    there; `series` tells of the units that have nothing there on the day, and of all where there
    are none.
    """

    series: UnitSeries
    area: str
    columns: Sequence[UnitColumns] = ()

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.series.indicator

    @property
    def rollup(self) -> RollUp:
        """How it is rolled up."""
        assert self.indicator.rollup is not None  # noqa: S101 - the caller asked
        return self.indicator.rollup

    @cached_property
    def members(self) -> Mapping[str, bool]:
        """The units of the area that count, of whatever days.

        Those that lie across its border are among them, with false: what they report is not about
        it alone.
        """
        return self.series.units.parts_of(self.area, self.rollup.from_)

    def points(self, until: date) -> Iterator[RollUpPoint]:
        """What the units come to on the end of each period, from the first figure to a day."""
        for day in self.days(until):
            yield self.point(day)

    def days(self, until: date) -> list[date]:
        """The ends of periods on which there are points."""
        known = [each.period.end for each in self.columns if each.units]
        first = min((day for day in (self.series.first_day, *known) if day), default=until)
        return [period.end for period in periods_between(first, until, self.indicator)]

    def point(self, day: date) -> RollUpPoint:
        """What the units come to on a day."""
        there, way = self.there(day), self._way_on(day)
        columns = self.columns_on(day)
        counted = united(columns)
        found = self.contributions(day, besides=counted)
        tally = way.tally(list(found.values()))
        for each in columns:
            tally = way.together(tally, tally_of(each, way))
        share = tally.reported * 100
        is_ratio = self.rollup.by is RollUpBy.RATIO and tally.whole
        return RollUpPoint(
            on=day,
            period_before=period_before(period_ended(day, self.indicator), self.indicator).end,
            expected=len(there.units),
            reported=tally.reported,
            missing=_missing(there, counted, found),
            value=way.value(tally),
            parts=(tally.amount, tally.whole) if is_ratio else None,
            newest=tally.newest,
            since=self._same_since(day),
            is_enough=share > 0 and share >= self.rollup.coverage * len(there.units),
        )

    def contributions(self, day: date, *, besides: Set[str] = _NOBODY) -> dict[str, Contribution]:
        """What each unit that reported contributes on a day, but for some of them."""
        before = self.not_before(day)
        there, on = self.there(day), self.series.on
        if len(besides) == len(there.units) or self.series.is_empty:
            return {}
        others = (unit for unit in there.units if unit not in besides and unit in there.alone)
        found = ((unit, on(unit, day, before)) for unit in others)
        return {unit: each for unit, each in found if each is not None}

    def reported(self, day: date) -> dict[str, Contribution]:
        """The same of all units, in the order of the units there."""
        columns, share = self.columns_on(day), SHARE_OF.get(self.indicator.unit, 1)
        found = self.contributions(day, besides=united(columns))
        if not columns:
            return found
        for each in columns:
            for figure in each.figures(each.who, share):
                if own := self.series.contribution(figure, day):
                    found[figure.org_unit] = own
        return {unit: found[unit] for unit in self.there(day).units if unit in found}

    def not_before(self, day: date) -> date:
        """From when on a figure counts: one period before; where it speaks of a year, that year."""
        if self.indicator.measure.speaks_of_a_year:
            return period_ended(day, self.indicator).start
        return one_period_before(day, self.indicator.frequency)

    def columns_on(self, day: date) -> Sequence[UnitColumns]:
        """The columns from which units count on a day, each with those that count with its figures.

        Of each unit it is the last one that is not too old. Units that went into another one since
        its figure are not left out of account: such a unit counts by its series.
        """
        if day not in self._columns_on:
            self._columns_on[day] = tuple(self._counting(day))
        return self._columns_on[day]

    def _counting(self, day: date) -> Iterator[UnitColumns]:
        left, first = self.there(day).alone, self.not_before(day)
        mine = (each for each in self.columns if first <= each.period.end <= day)
        for each in sorted(mine, key=lambda each: each.period.end, reverse=True):
            if not left:
                return
            apart = self.series.units.enlarged(each.period.end, day)
            taken = each.only(left - apart if apart else left)
            left = left - taken.who if len(taken.who) < len(left) else _NOBODY
            if taken.units:
                yield taken

    @cached_property
    def _columns_on(self) -> dict[date, Sequence[UnitColumns]]:
        return {}

    def there(self, day: date) -> UnitsThere:
        """The members that there are on a day."""
        return self.series.units.there(self.area, self.rollup.from_, day)

    def _way_on(self, day: date) -> Way:
        counts = self.rollup.by is RollUpBy.SHARE_MET
        return Way.of(self.indicator, criterion_of(self.indicator, day) if counts else None)

    def _same_since(self, day: date) -> date | None:
        """Since when the units are the same, where a change of them ends the comparison."""
        if self.rollup.by.adds:
            return None
        changes = self.series.units.changes(self.area, self.rollup.from_)
        return max((each for each in changes if each <= day), default=None)


def united(columns: Sequence[UnitColumns]) -> frozenset[str]:
    """The units of columns that have none in common."""
    first, *others = (each.who for each in columns) if columns else (_NOBODY,)
    return first.union(*others) if others else first


def _missing(there: UnitsThere, counted: Set[str], found: Container[str]) -> tuple[str, ...]:
    if len(counted) == len(there.units):
        return ()
    return tuple(unit for unit in there.units if unit not in counted and unit not in found)


def criterion_of(indicator: Indicator, day: date) -> Threshold | None:
    """What a unit has to meet on a day: as the roll-up says, else the target that is next due."""
    rollup = indicator.rollup
    stated = rollup and criterion(rollup)
    if stated:
        return stated
    ordered = indicator.ordered_targets
    ahead = [each for each in ordered if each.due is None or each.due >= day]
    target = next(iter(ahead or ordered[-1:]), None)
    if target is None:
        return None
    return threshold_of(target, indicator.baseline, indicator.direction)
