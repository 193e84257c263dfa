"""`escap`: the share, in tenths, of the way that will be made by the due date (anticipated progress).

Formula: AP = 10 * d * (m'-x0) / |m-x0| with d = +1 where a rise is wanted and -1 where a fall is.
m' is the value for the due date on the straight line through all figures by weighted least squares,
weights w_i = (T-t_first) / (T-t_i): the first figure counts once, newer ones more. Shares strictly
between 0 and 100 % are put on the logit scale ln(y/(1-y)) for it, and m' back again; where one of
the figures is 0 or 100 %, and for any other unit, the line runs through the values themselves.

Source: UN ESCAP, progress assessment of the regional commissions
(https://data.unescap.org/resource-guides/progress-assessment-methodology); weights and logit from
its working paper SDWP/04/2017. Slope and intercept both come from the weighted fit.

Domain: two figures at least (the origin counted), zero and negative values included; no ranks and
no growth rates on the logit scale. A latest figure dated on the due date has all the weight.

Cuts: above 9 on track (will meet), above 0 behind (must accelerate), 0 and below deteriorating.

Laws: mirroring values about zero (shares: about one half) together with the direction mirrors the
result; the scale of the unit changes no verdict, nor, but for shares, the place of its zero. More
progress by the same day never gives a worse verdict, except between shares of 0 % and just above
it (or 100 % and just below): there the fit leaves the logit scale for the straight one.

From 40 at the end of 2023 towards 80 at the end of 2030; 50 at the end of 2025. The line through
two figures leads to 75:

>>> case = Case.straight((2024, 40), (2026, 50), to=(2031, 80))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(8.75, 'behind')
"""

from math import exp, log

from cdstrack.core.plan.model import Measure
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Step, Undefined, Working
from cdstrack.core.verdict.methods.line import Weighted, fit
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes(
    (Cut(Status.ON_TRACK, 9.0, above=True), Cut(Status.BEHIND, 0.0, above=True)),
    below=Status.DETERIORATING,
)
AS_PLANNED = 10.0
FEWEST_POINTS = 2


def work(case: Case) -> Working | Undefined:
    """The line through the figures, the value it leads to, then the share of the way in tenths."""
    if len(case.points) < FEWEST_POINTS:
        return Undefined.TOO_FEW_POINTS
    if abs(case.asked) <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    prediction = _predicted(case)
    predicted = prediction[-1].result
    progress = AS_PLANNED * case.sign * (predicted - case.origin.x) / abs(case.asked)
    way = {"projected": predicted, "x0": case.origin.x, "target": case.target.x}
    return Working((*prediction, Step("anticipated_progress", progress, way)))


def _predicted(case: Case) -> tuple[Step, ...]:
    if case.years_left <= TOLERANCE:
        return (Step("all_weight_on_latest", case.latest.x, {"x": case.latest.x}),)
    whole = _whole(case)
    suffix = "" if whole is None else "_logit"
    rows = tuple(
        Weighted(
            point.x,
            point.t - case.origin.t,
            point.x if whole is None else _logit(point.x / whole),
            case.years_planned / (case.target.t - point.t),
        )
        for point in case.points
    )
    line = fit(rows)
    ahead = line.level + line.slope * (case.years_planned - line.middle)
    predicted = ahead if whole is None else whole * _share(ahead)
    facts = {"years": case.years_planned, "ahead": ahead, "whole": whole or 0.0}
    return (
        Step(f"weights{suffix}", case.years_planned, {"years": case.years_planned}, rows),
        Step("weighted_means", line.middle, {"middle": line.middle, "level": line.level}),
        Step("weighted_slope", line.slope, {"cross": line.cross, "spread": line.spread}),
        Step(
            f"predicted{suffix}",
            predicted,
            {**facts, "middle": line.middle, "level": line.level, "slope": line.slope},
        ),
    )


def _whole(case: Case) -> float | None:
    """The upper end of the scale of a share whose figures all lie within it; None for other units."""
    whole = SHARE_OF.get(case.unit)
    if whole is None or case.measure in {Measure.RATE, Measure.GROWTH}:
        return None
    return whole if all(0 < point.x < whole for point in case.points) else None


def _logit(share: float) -> float:
    return log(share / (1 - share))


def _share(logit: float) -> float:
    """The inverse of the logit, without overflow."""
    if logit >= 0:
        return 1 / (1 + exp(-logit))
    return exp(logit) / (1 + exp(logit))
