"""`linear`, the default: the change made, as a share of the change the plan asks for by that day.

Formula: R = (x - x0) / (traj(t) - x0), where traj is the straight path from the origin through
the targets. The same for rises and falls.

Source: linear pace is the practice of the German Federal Statistical Office, the SDSN report and
the UN regional commissions' status index; the cuts are Eurostat's (EU SDG monitoring). The
combination is this program's own: no single body publishes exactly it.

Domain: any unit, zero and negative values included; undefined only where the path asks for no
change yet, which the decision table judges by itself.

Cuts: from 0.95 on track, from 0.60 behind, from 0 off track, below it deteriorating.

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
    (Cut(Status.ON_TRACK, 0.95), Cut(Status.BEHIND, 0.60), Cut(Status.OFF_TRACK, 0.0)),
    below=Status.DETERIORATING,
)
AS_PLANNED = 1.0


def work(case: Case) -> Working | Undefined:
    """The value expected by the date of the latest figure, then change made over change asked."""
    expected = case.path.at(case.latest.t)
    asked = expected - case.origin.x
    if abs(asked) <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    start, end = case.path.leg(case.latest.t)
    years, length = min(case.latest.t, end.t) - start.t, end.t - start.t
    leg = {"start": start.x, "end": end.x, "years": years, "length": length}
    made = {"x": case.latest.x, "x0": case.origin.x, "expected": expected}
    return Working(
        (
            Step("expected", expected, leg),
            Step("linear_ratio", (case.latest.x - case.origin.x) / asked, made),
        )
    )
