"""The figure of an area from those of its units, on the ends of the indicator's periods.

Owns the arithmetic of roll-up, which is exact, and how many units must have reported.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from cdstrack.core.derived.points_in_time import period_before, period_ended, periods_between
from cdstrack.core.derived.tally import Way
from cdstrack.core.derived.unit_columns import UnitColumns, tally_of
from cdstrack.core.derived.unit_series import Contribution, UnitFigure, UnitSeries
from cdstrack.core.plan.model import Indicator, Plan, RollUp, RollUpBy, State, Unit
from cdstrack.core.record.derived import DerivedFigure, RollUpPoint, is_derived
from cdstrack.core.record.observation import Observation, Qualifier, number_of, to_decimal
from cdstrack.core.record.role import firmness, without_role
from cdstrack.core.units.tree import Units, UnitsThere, units_of
from cdstrack.core.verdict.threshold import Threshold, criterion, threshold_of
from cdstrack.core.verdict.trajectory import one_period_before

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RollUpOf:
    """The roll-up of one indicator over the units of one area.

    What units reported for the last period by a day is added up from `columns` where it stands there;
    `series` tells of the units that have nothing there on the day, and of all where there are none.
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
        if len(besides) == len(there.units):
            return {}
        others = (unit for unit in there.units if unit not in besides and unit in there.alone)
        found = ((unit, on(unit, day, before)) for unit in others)
        return {unit: each for unit, each in found if each is not None}

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


def rolled_up(
    plan: Plan,
    indicators: Iterable[Indicator],
    figures: Iterable[Observation],
    area: str,
    until: date,
) -> list[DerivedFigure]:
    """The derived figures of an area, of those of the indicators that are rolled up.

    Args:
        plan: What was promised; it has the units.
        indicators: Those asked for.
        figures: Current figures of all units, those of `unit_sources` of the indicators.
        area: Whose figures are derived.
        until: The day up to which.
    """
    wanted = [each for each in indicators if each.rollup is not None]
    if not wanted:
        return []
    series = _series_by_indicator(plan, figures, unit_sources(plan, wanted))
    return rolled_up_from(plan, wanted, series, area, until)


def rolled_up_from(
    plan: Plan,
    wanted: Iterable[Indicator],
    series: Mapping[str, Sequence[UnitFigure]],
    area: str,
    until: date,
) -> list[DerivedFigure]:
    """The same of indicators that are rolled up, from what units reported, by indicator."""
    units = units_of(plan)
    found: list[DerivedFigure] = []
    for indicator in wanted:
        if consists_of_units(plan, area, indicator):
            found += derived_figures(roll_up_of(units, indicator, series, plan, area), until)
    return found


def consists_of_units(plan: Plan, area: str, indicator: Indicator) -> bool:
    """Whether an area has units whose figures are rolled up.

    One of these units has none, nor has a body of which none is a part. Of the plan's own area all
    are where nobody has said of what it consists.
    """
    if indicator.rollup is None:
        return False
    level, own = indicator.rollup.from_, plan.org_units.get(area)
    if area == plan.area:
        return own is None or own.level != level
    return units_of(plan).has_parts(area, level)


def roll_up_of(
    units: Units,
    indicator: Indicator,
    figures: Mapping[str, Sequence[UnitFigure]],
    plan: Plan,
    area: str,
) -> RollUpOf:
    """The roll-up of one indicator from the figures of units by indicator."""
    weight = plan.by_id.get(indicator.rollup.weight or "") if indicator.rollup else None
    weights = UnitSeries(units, weight, figures.get(weight.id, ())) if weight else None
    return RollUpOf(UnitSeries(units, indicator, figures.get(indicator.id, ()), weights), area)


def unit_sources(plan: Plan, indicators: Iterable[Indicator]) -> set[str]:
    """The indicators whose figures of units are needed to roll some up: themselves and weights."""
    rolled = [each for each in indicators if each.rollup is not None]
    weights = {each.rollup.weight for each in rolled if each.rollup and each.rollup.weight}
    return {each.id for each in rolled} | (weights & set(plan.by_id))


def _series_by_indicator(
    plan: Plan, figures: Iterable[Observation], wanted: Container[str]
) -> dict[str, list[UnitFigure]]:
    """What units reported, by indicator: figures of the whole, whoever gave them."""
    found: dict[str, list[UnitFigure]] = defaultdict(list)
    for each in figures:
        if each.indicator not in wanted or is_derived(each):
            continue
        if not without_role(each.disaggregation):
            value = number_of(each, plan.by_id[each.indicator].unit)
            if value is not None:
                parts = _fraction(each.numerator), _fraction(each.denominator)
                said = each.qualifier, (firmness(each.disaggregation), each.id or 0)
                figure = UnitFigure(each.org_unit, each.period, value, *parts, *said)
                found[each.indicator].append(figure)
    return found


def unit_figures(
    plan: Plan, figures: Iterable[Observation], indicator: Indicator
) -> dict[str, list[UnitFigure]]:
    """What units reported of an indicator and of its weights, for `roll_up_of`."""
    return _series_by_indicator(plan, figures, unit_sources(plan, [indicator]) | {indicator.id})


def _fraction(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def derived_figures(roll_up: RollUpOf, until: date) -> list[DerivedFigure]:
    """The points up to a day as figures of the area; where too few reported, without a value."""
    return [_figure(roll_up, point) for point in roll_up.points(until)]


def _figure(roll_up: RollUpOf, point: RollUpPoint) -> DerivedFigure:
    indicator, exact = roll_up.indicator, point.value if point.is_enough else None
    parts = point.parts if exact is not None else None
    is_state = indicator.unit is Unit.STATE
    value = None if exact is None or is_state else to_decimal(exact)
    return DerivedFigure(
        indicator=indicator.id,
        org_unit=roll_up.area,
        period=period_ended(point.on, indicator),
        value=value,
        state=list(State)[int(exact)] if is_state and exact is not None else None,
        numerator=to_decimal(parts[0]) if parts else None,
        denominator=to_decimal(parts[1]) if parts else None,
        qualifier=Qualifier.DERIVED,
        exact=None if is_state else exact,
        point=point,
    )
