"""`destatis`: what the mean yearly change of the last five years leaves missing at the due date.

Formula: b = mean of the last five yearly changes, projected m' = x + b * (T-t), shortfall
s = d * (m-m') / |m-x|, ratio = 1 - s: the recent pace over the pace still needed.

Source: German Federal Statistical Office, status symbols of the sustainability indicators
(https://dns-indikatoren.de/en/status).

How b is read from a series that is not yearly: the mean of five yearly changes in a row is the
change over these five years, divided by five. So b is the change from the earliest figure within
the last five years to the latest, per year; on a yearly series without gaps it is the same number.

Domain: any unit, zero and negative values included. The office accepts four yearly points in a row
at least; here it is four figures (the origin counted) that span three years at least. Undefined
with fewer, where the latest figure is dated on the due date (no time is left), and where nothing is
missing that a pace could be measured by: the target is met, or must be exceeded and is just reached.

Cuts: a shortfall under 5 % (ratio above 0.95) is on track, up to 20 % (ratio from 0.80) behind, more
off track; where the distance stays or grows (ratio 0 and below) it is deteriorating.

Laws: mirroring values about any number together with the direction mirrors the result; the scale
of the unit and the place of its zero change no verdict; more progress by the same day never gives
a worse verdict.

From 40 by 5 a year to 65 in 2025, towards 80 at the end of 2030: 15 are missing, 25 will be made.

>>> case = Case.straight(*((2021 + n, 40 + 5 * n) for n in range(6)), to=(2031, 80))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(1.667, 'on_track')
"""

from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Step, Undefined, Working
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes(
    (
        Cut(Status.ON_TRACK, 0.95, above=True),
        Cut(Status.BEHIND, 0.80),
        Cut(Status.OFF_TRACK, 0.0, above=True),
    ),
    below=Status.DETERIORATING,
)
AS_PLANNED = 1.0
WINDOW = 5
FEWEST_POINTS, SHORTEST_SPAN = 4, 3


def work(case: Case) -> Working | Undefined:
    """The mean yearly change, the value it leads to, what stays missing, then 1 minus that."""
    now = case.latest
    recent = [point for point in case.points if point.t >= now.t - WINDOW - TOLERANCE]
    span = now.t - recent[0].t
    if len(recent) < FEWEST_POINTS or span < SHORTEST_SPAN - TOLERANCE:
        return Undefined.TOO_FEW_POINTS
    if abs(case.asked) <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    if case.years_left <= TOLERANCE:
        return Undefined.NO_TIME_LEFT
    missing = case.sign * (case.target.x - now.x)
    if missing <= TOLERANCE:
        return Undefined.NOTHING_MISSING
    change = (now.x - recent[0].x) / span
    projected = now.x + change * case.years_left
    shortfall = 1 - case.sign * change * case.years_left / missing
    goal = {"target": case.target.x, "x": now.x, "projected": projected}
    return Working(
        (
            Step("pace_recent", change, {"start": recent[0].x, "end": now.x, "years": span}),
            Step(
                "projected_straight",
                projected,
                {"x": now.x, "pace": change, "years": case.years_left},
            ),
            Step("shortfall", shortfall, goal),
            Step("one_minus_shortfall", 1 - shortfall, {"shortfall": shortfall}),
        )
    )
