"""`aarr`: the average yearly rate of change by log-linear regression, over the rate needed.

Formula: b is the slope of ln(x) over the years, by least squares through all figures, each
counted once; a = e^b - 1, r = (m/x0)^(1/(T-t0)) - 1, ratio = d * a/|r|, times -1 for negative
values. A fall of 4.4 % a year is an average annual rate of reduction (AARR) of 4.4 %.

Source: UNICEF, technical note on the average annual rate of reduction of underweight prevalence
(2007), used for child and maternal mortality by the UN inter-agency groups. They compare the rate
made with the rate needed and publish no cuts for their ratio; those of Eurostat are used here.

Domain: two figures at least (the origin counted), all figures and the target of one sign and none
of them zero; no ranks and no growth rates.

Cuts: from 0.95 on track, from 0.60 behind, from 0 off track, below it deteriorating.

Laws: mirroring values about zero together with the direction mirrors the result (about any other
number it does not); the scale of the unit changes no verdict, the place of its zero does; more
progress by the same day never gives a worse verdict, except that the method is undefined where it
crosses zero.

Deaths per 1,000 from 60 in 2015 by a twentieth a year, to be a third of that by 2030:

>>> points = ((2016 + year, 60 * 0.95**year) for year in range(8))
>>> case = Case.straight(*points, to=(2031, 20))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(0.708, 'behind')
"""

from math import expm1, log

from cdstrack.core.verdict.methods.compound import made_over_needed, not_compound
from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Step, Undefined, Working
from cdstrack.core.verdict.methods.line import Weighted, fit
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes(
    (Cut(Status.ON_TRACK, 0.95), Cut(Status.BEHIND, 0.60), Cut(Status.OFF_TRACK, 0.0)),
    below=Status.DETERIORATING,
)
AS_PLANNED = 1.0
FEWEST_POINTS = 2


def work(case: Case) -> Working | Undefined:
    """The line through the logarithms, its yearly rate, then that rate over the rate needed."""
    values = (point.x for point in case.points)
    why_not = not_compound(case.unit, case.measure, *values, case.target.x)
    if why_not is not None:
        return why_not
    if len(case.points) < FEWEST_POINTS:
        return Undefined.TOO_FEW_POINTS
    rows = tuple(
        Weighted(point.x, point.t - case.origin.t, log(abs(point.x)), 1.0) for point in case.points
    )
    line = fit(rows)
    return made_over_needed(
        case,
        Step("logarithms", float(len(rows)), rows=rows),
        Step("log_slope", line.slope, {"cross": line.cross, "spread": line.spread}),
        Step("fitted_rate", expm1(line.slope), {"slope": line.slope}),
    )
