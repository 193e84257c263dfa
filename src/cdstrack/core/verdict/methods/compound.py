"""Compound growth, the shape that `cagr` and `unsd` share.

Owns the yearly rate and where it is defined. Knows nothing of targets and cuts.
"""

from math import expm1, log

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.methods.interface import Case, Step, Undefined


def yearly_rate(start: float, end: float, years: float) -> float:
    """The constant rate of growth per year that leads from `start` to `end`, both of one sign.

    >>> round(yearly_rate(40, 50, 2), 6)
    0.118034
    """
    return expm1(log(end / start) / years)


def not_compound(case: Case, *values: float) -> Undefined | None:
    """Why nothing grows by compound interest here; None where it may.

    A rank is no quantity and a growth rate does not grow (Statistics Canada and EUSTAT exclude
    both); a rate of growth has no meaning from, to or across zero.
    """
    if case.unit is Unit.RANK or case.measure is Measure.RANK:
        return Undefined.RANK
    if case.measure is Measure.RATE:
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
