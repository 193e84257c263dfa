"""`sdsn`: the yearly change made since the origin, over the yearly change needed until the due date.

Formula: ratio = d * ((x-x0)/(t-t0)) / (|m-x0|/(T-t0)) with d = +1 where a rise is wanted and -1
where a fall is.

Source: Sustainable Development Report (SDSN), the arrows of its dashboards. The report computes
this on scores from 0 to 100, which are a linear scale of the same values; with the target at 100
the ratio is the same.

Domain: any unit, zero and negative values included. Where a plan has a single target, the ratio
is that of `linear`; only the cuts differ.

Cuts: from 1.00 on track, from 0.50 behind, from 0 off track (stagnating), below it deteriorating.

Laws: mirroring values about any number together with the direction mirrors the result; the scale
of the unit and the place of its zero change no verdict; more progress by the same day never gives
a worse verdict.

From 40 at the end of 2023 towards 80 at the end of 2030; 50 at the end of 2025:

>>> case = Case.straight((2024, 40), (2026, 50), to=(2031, 80))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(0.875, 'behind')
"""

from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Step, Undefined, Working
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes(
    (Cut(Status.ON_TRACK, 1.0), Cut(Status.BEHIND, 0.50), Cut(Status.OFF_TRACK, 0.0)),
    below=Status.DETERIORATING,
)
AS_PLANNED = 1.0


def work(case: Case) -> Working | Undefined:
    """The change made a year, the change needed a year, then one over the other."""
    if abs(case.asked) <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    start, now, goal = case.origin.x, case.latest.x, case.target.x
    made, needed = (now - start) / case.years_made, (goal - start) / case.years_planned
    return Working(
        (
            Step("pace_made", made, {"start": start, "end": now, "years": case.years_made}),
            Step("pace_needed", needed, {"start": start, "end": goal, "years": case.years_planned}),
            Step("pace_ratio", case.sign * made / abs(needed), {"made": made, "needed": needed}),
        )
    )
