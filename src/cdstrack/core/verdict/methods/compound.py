"""Compound growth, the shape that `cagr`, `eurostat`, `unsd` and `aarr` share.

Owns the yearly rate, where it is defined, and the ratio of the rate made to the rate needed. Knows
nothing of cuts.
"""

from math import expm1, log

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.methods.interface import Case, Step, Undefined, Working


def yearly_rate(start: float, end: float, years: float) -> float:
    """The constant rate of growth per year that leads from `start` to `end`, both of one sign.

    >>> round(yearly_rate(40, 50, 2), 6)
    0.118034
    """
    return expm1(log(end / start) / years)


def not_compound(unit: Unit, measure: Measure, *values: float) -> Undefined | None:
    """Why nothing grows by compound interest here; None where it may.

    A rank is no quantity and a growth rate does not grow (Statistics Canada and EUSTAT exclude
    both); a rate of growth has no meaning from, to or across zero.
    """
    if unit is Unit.RANK or measure is Measure.RANK:
        return Undefined.RANK
    if measure in {Measure.RATE, Measure.GROWTH}:
        return Undefined.GROWTH_RATE
    if 0 in values:
        return Undefined.ZERO
    if min(values) < 0 < max(values):
        return Undefined.MIXED_SIGNS
    return None


def actual_rate(case: Case) -> Step:
    """The rate at which the series has grown from the origin to the latest figure."""
    start, end, years = case.origin.x, case.latest.x, case.years_made
    facts = {"start": start, "end": end, "years": years}
    return Step("actual_rate", yearly_rate(start, end, years), facts)


def made_over_needed(case: Case, *made: Step) -> Working | Undefined:
    """The rate made, by its steps, over the constant rate from the origin to the target.

    d * a/|r|, times -1 for negative values, which grow downwards.
    """
    start, goal, years = case.origin.x, case.target.x, case.years_planned
    required = yearly_rate(start, goal, years)
    if required == 0:
        return Undefined.NO_CHANGE_ASKED
    sign, actual = case.sign if start > 0 else -case.sign, made[-1].result
    rates = {"actual": actual, "required": required}
    facts = {"start": start, "end": goal, "years": years}
    return Working(
        (
            *made,
            Step("required_rate", required, facts),
            Step("cagr_ratio", sign * actual / abs(required), rates),
        )
    )
