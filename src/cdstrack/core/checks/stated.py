"""Figures stated for an area, compared with the roll-up of its units."""

from collections.abc import Iterator, Sequence
from datetime import date

from cdstrack.core.checks.finding import Finding, about_observation
from cdstrack.core.checks.observation_series import rounding
from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import Observation, number_of, to_decimal
from cdstrack.core.record.role import firmness, without_role


def contradicted_by_units(
    plan: Plan, figures: Sequence[Observation], today: date
) -> Iterator[Finding]:
    """Each stated figure that differs from the roll-up, if enough units have reported."""
    derived = {
        (each.indicator, each.period.end): each
        for each in rolled_up(plan, plan.indicators, figures, plan.area, today)
    }
    for stated in _stated(plan.area, figures):
        indicator = plan.by_id[stated.indicator]
        if indicator.measure.speaks_of_a_year and not stated.period.closes_its_year:
            continue
        twin = derived.get((stated.indicator, stated.period.end))
        if twin is None:
            continue
        unit = indicator.unit
        numbers = number_of(stated, unit), number_of(twin, unit)
        if numbers[0] is None or numbers[1] is None:
            continue
        if abs(numbers[0] - numbers[1]) > rounding(stated, unit):
            facts = {
                "stated": stated.state or format_decimal(to_decimal(numbers[0])),
                "derived": twin.state or format_decimal(to_decimal(numbers[1])),
                "count": f"{twin.point.reported}/{twin.point.expected}",
            }
            if indicator.rollup and indicator.rollup.prefer:
                facts["preferred"] = "yes"
            yield about_observation(Problem("CDS514", facts, Severity.WARNING), stated)


def _stated(area: str, figures: Sequence[Observation]) -> list[Observation]:
    """The figures of the area as a whole; of several scores of one period the most final one."""
    found: dict[tuple[str, str], Observation] = {}
    for each in figures:
        if each.org_unit != area or without_role(each.disaggregation):
            continue
        key = each.indicator, each.period.text
        if key not in found or firmness(found[key].disaggregation) < firmness(each.disaggregation):
            found[key] = each
    return list(found.values())
