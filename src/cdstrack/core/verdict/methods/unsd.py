"""`unsd`: the share of the way that compound growth, carried on to the due date, will have made.

Formula: a = (x/x0)^(1/(t-t0)) - 1, projected m' = x * (1+a)^(T-t), attainment
P = d * (m'-x0) / |m-x0| with d = +1 where a rise is wanted and -1 where a fall is.

Source: United Nations Statistics Division, Progress Chart (technical notes 2022 to 2024), as
documented by EUSTAT. Its rule that a value within one point of a 0 % or 100 % target counts as met
is not taken over: 99.96 % is not 100 %.

Domain: origin and latest value of one sign, neither of them zero; no ranks and no growth rates.
The target may be zero.

Cuts: from 0.95 on track, from 0.10 behind, below it off track; no class is called deteriorating.
Without a target the rate itself is judged, see `cdstrack.core.verdict.tendency`.

Laws: mirroring values about zero together with the direction mirrors the result (about any other
number it does not); the scale of the unit changes no verdict, the place of its zero does; more
progress by the same day never gives a worse verdict, except that the method is undefined where it
crosses zero.

From 40 at the end of 2023 towards 80 at the end of 2030; 50 at the end of 2025:

>>> case = Case.straight((2024, 40), (2026, 50), to=(2031, 80))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(1.184, 'on_track')
"""

from math import exp, log

from cdstrack.core.verdict.methods.compound import actual_rate, not_compound
from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Step, Undefined, Working
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes((Cut(Status.ON_TRACK, 0.95), Cut(Status.BEHIND, 0.10)), below=Status.OFF_TRACK)
AS_PLANNED = 1.0


def work(case: Case) -> Working | Undefined:
    """The rate made, the value it leads to at the due date, then the share of the way."""
    start, now = case.origin.x, case.latest.x
    why_not = not_compound(case.unit, case.measure, start, now)
    if why_not is not None:
        return why_not
    if abs(case.asked) <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    actual = actual_rate(case)
    try:
        projected = now * exp(log(now / start) * case.years_left / case.years_made)
    except OverflowError:
        return Undefined.TOO_LARGE
    growth = {"x": now, "rate": actual.result, "years": case.years_left}
    way = {"projected": projected, "x0": start, "target": case.target.x}
    share = case.sign * (projected - start) / abs(case.asked)
    return Working(
        (actual, Step("projected_compound", projected, growth), Step("share_of_way", share, way))
    )
