"""The figure of an area from those of its units, on the ends of the indicator's periods.

Owns the arithmetic of roll-up, which is exact, and how many units must have reported.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm

from cdstrack.core.derived.unit_series import Contribution, UnitFigure, UnitSeries
from cdstrack.core.plan.model import Frequency, Indicator, Plan, RollUp, RollUpBy, State, Unit
from cdstrack.core.record.derived import DerivedFigure, RollUpPoint, is_derived
from cdstrack.core.record.observation import SHARE_OF, Observation, Qualifier, number_of, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import firmness, without_role
from cdstrack.core.record.template import last_period
from cdstrack.core.units.tree import Units, units_of
from cdstrack.core.verdict.threshold import Threshold, criterion, threshold_of
from cdstrack.core.verdict.trajectory import one_period_before


@dataclass(frozen=True)
class RollUpOf:
    """The roll-up of one indicator over the units of one area."""

    series: UnitSeries
    area: str

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
        first = self.series.first_day
        for period in periods_between(first or until, until, self.indicator):
            yield self.point(period.end)

    def point(self, day: date) -> RollUpPoint:
        """What the units come to on a day."""
        units = self._there(day)
        found = self.contributions(day)
        reported = list(found.values())
        enough = bool(reported) and len(reported) * 100 >= self.rollup.coverage * len(units)
        parts = self._parts(reported)
        return RollUpPoint(
            on=day,
            period_before=_period_before(_period_ended(day, self.indicator), self.indicator).end,
            expected=len(units),
            reported=len(reported),
            missing=tuple(unit for unit in units if unit not in found),
            value=self._value(reported, parts, day) if reported else None,
            parts=parts if parts[1] and self.rollup.by is RollUpBy.RATIO else None,
            newest=max((each.newest for each in reported), default=None),
            since=self._same_since(day),
            is_enough=enough,
        )

    def contributions(self, day: date) -> dict[str, Contribution]:
        """What each unit that reported contributes on a day."""
        before = self._not_before(day)
        members, on = self.members, self.series.on
        found = ((unit, on(unit, day, before)) for unit in self._there(day) if members[unit])
        return {unit: each for unit, each in found if each is not None}

    def _not_before(self, day: date) -> date:
        """From when on a figure counts: one period before; where it speaks of a year, that year."""
        if self.indicator.measure.speaks_of_a_year:
            return _period_ended(day, self.indicator).start
        return one_period_before(day, self.indicator.frequency)

    def _there(self, day: date) -> list[str]:
        """The members that there are on a day."""
        if self._are_the_same_always:
            return list(self.members)
        return [unit for unit in self.members if self.series.units.in_force(unit, day)]

    @cached_property
    def _are_the_same_always(self) -> bool:
        units = (self.series.units.by_id[unit] for unit in self.members)
        return all(unit.since is None and unit.closed is None for unit in units)

    def _parts(self, reported: Sequence[Contribution]) -> tuple[Fraction, Fraction]:
        if self.rollup.by not in {RollUpBy.RATIO, RollUpBy.WEIGHTED_MEAN}:
            return Fraction(0), Fraction(0)
        return (
            _total(each.numerator for each in reported),
            _total(each.denominator for each in reported),
        )

    def _value(
        self, reported: Sequence[Contribution], parts: tuple[Fraction, Fraction], day: date
    ) -> Fraction | None:
        part, whole = parts
        match self.rollup.by:
            case RollUpBy.SUM:
                return _total(each.value for each in reported)
            case RollUpBy.RATIO:
                return part / whole * SHARE_OF[self.indicator.unit] if whole else None
            case RollUpBy.MEAN:
                return _total(each.value for each in reported) / len(reported)
            case RollUpBy.WEIGHTED_MEAN:
                weighted = _total(each.value * each.denominator for each in reported)
                return weighted / whole if whole else None
            case RollUpBy.WORST:
                sign = self.indicator.direction.sign
                return min((each.value for each in reported), key=lambda value: value * sign)
            case RollUpBy.SHARE_MET:
                return self._share_met(reported, day)

    def _share_met(self, reported: Sequence[Contribution], day: date) -> Fraction | None:
        asked = criterion_of(self.indicator, day)
        if asked is None:
            return None
        met = sum(asked.satisfied_by(each.value, each.qualifier) for each in reported)
        return Fraction(met, len(reported)) * SHARE_OF.get(self.indicator.unit, 100)

    def _same_since(self, day: date) -> date | None:
        """Since when the units are the same, where a change of them ends the comparison."""
        if self.rollup.by.adds:
            return None
        return max((each for each in self._changes if each <= day), default=None)

    @cached_property
    def _changes(self) -> tuple[date, ...]:
        """The first days after units of the area were merged or split."""
        units = self.series.units
        ended = {
            closed
            for id_ in self.members
            if (closed := units.by_id[id_].closed) is not None
            and not units.is_renamed(units.by_id[id_].sole_heir or "")
        }
        return tuple(sorted(closed + timedelta(days=1) for closed in ended))


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
    own = plan.org_units.get(area)
    for indicator in wanted:
        if own is not None and indicator.rollup and own.level == indicator.rollup.from_:
            continue  # the area is one of the units itself
        found += derived_figures(roll_up_of(units, indicator, series, plan, area), until)
    return found


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
        period=_period_ended(point.on, indicator),
        value=value,
        state=list(State)[int(exact)] if is_state and exact is not None else None,
        numerator=to_decimal(parts[0]) if parts else None,
        denominator=to_decimal(parts[1]) if parts else None,
        qualifier=Qualifier.DERIVED,
        exact=None if is_state else exact,
        point=point,
    )


def periods_between(first: date, until: date, indicator: Indicator) -> list[Period]:
    """The periods that end from one day to another, the earliest first; at least the last one."""
    found = [_period_ended(until, indicator)]
    while (before := _period_before(found[-1], indicator)).end >= first:
        found.append(before)
    return found[::-1]


def _period_before(period: Period, indicator: Indicator) -> Period:
    """The period of an indicator before one of them."""
    return _period_ended(period.start - timedelta(days=1), indicator)


def _period_ended(day: date, indicator: Indicator) -> Period:
    """The last period of an indicator that has ended by a day; a flow is added up by the year."""
    yearly = indicator.measure.speaks_of_a_year
    frequency = Frequency.YEARLY if yearly else indicator.frequency
    return last_period(frequency, day, indicator.calendar)


def _total(numbers: Iterable[Fraction]) -> Fraction:
    """The sum; those of one denominator are added as whole numbers, which is some ten times faster."""
    by_denominator: dict[int, int] = defaultdict(int)
    for number in numbers:
        by_denominator[number.denominator] += number.numerator
    whole = lcm(*by_denominator)
    return Fraction(sum(total * (whole // of) for of, total in by_denominator.items()), whole)
