"""Derived figures of an area from those of its units: for which indicators, from which figures."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.derived.area_rollup import RollUpOf
from cdstrack.core.derived.rollup_periods import period_ended
from cdstrack.core.derived.unit_series import UnitFigure, UnitSeries
from cdstrack.core.plan.model import Indicator, Plan, State, Unit
from cdstrack.core.record.derived import DerivedFigure, RollUpPoint, is_derived
from cdstrack.core.record.observation import Observation, Qualifier, number_of, to_decimal
from cdstrack.core.record.role import firmness, without_role
from cdstrack.core.units.tree import Units, units_of


def rolled_up(
    plan: Plan,
    indicators: Iterable[Indicator],
    figures: Iterable[Observation],
    area: str,
    until: date,
) -> list[DerivedFigure]:
    """The derived figures of an area, for the indicators that are rolled up.

    Args:
        plan: The plan, with its units.
        indicators: The indicators; those that are not rolled up have no derived figures.
        figures: The current figures of all units for `unit_sources` of the indicators.
        area: The area.
        until: The last day.
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
    """The same for rolled-up indicators, from the figures of units by indicator."""
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
    """The figures of units by indicator: figures of the whole, in whichever role."""
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
    """The figures of units for an indicator and its weights, as input of `roll_up_of`."""
    return _series_by_indicator(plan, figures, unit_sources(plan, [indicator]) | {indicator.id})


def _fraction(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def derived_figures(roll_up: RollUpOf, until: date) -> list[DerivedFigure]:
    """The figures of the area up to a day; without a value where too few units have reported."""
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
