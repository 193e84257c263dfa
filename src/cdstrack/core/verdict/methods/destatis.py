"""`destatis`: what the mean yearly change of the last six figures leaves missing at the due date.

Formula: b = (last - first) / (years between) over the last six figures, projected m' = x + b * (T-t), shortfall
s = d * (m-m') / |m-x|, ratio = 1 - s: the recent pace over the pace still needed.

Source: German Federal Statistical Office, status symbols of the sustainability indicators
(https://dns-indikatoren.de/en/status).

b is the change from the first to the last of the six newest figures, over the years between them:
on a yearly series without gaps, the mean of the last five yearly changes. The office accepts four
figures where there are no more (the origin is counted).

Domain: any unit, zero and negative values included. Undefined with fewer than four figures, and
where nothing is missing that a pace could be measured by: the target is met, or must be exceeded
and is just reached.

Cuts: a shortfall under 5 % (ratio above 0.95) is on track, up to 20 % (ratio from 0.80) behind, more
off track; where the distance stays or grows (ratio 0 and below) it is deteriorating. With a figure
of the due date no time is left and all that is missing stays so (s = 1): off track where b has the
wanted direction, else deteriorating.

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
MOST_POINTS, FEWEST_POINTS = 6, 4


def work(case: Case) -> Working | Undefined:
    """The mean yearly change, the value it leads to, what stays missing, then 1 minus that."""
    now, recent = case.latest, case.points[-MOST_POINTS:]
    missing = case.sign * (case.target.x - now.x)
    if abs(case.asked) <= TOLERANCE and missing <= TOLERANCE:
        return Undefined.NO_CHANGE_ASKED
    if len(recent) < FEWEST_POINTS:
        return Undefined.TOO_FEW_POINTS
    if missing <= TOLERANCE:
        return Undefined.NOTHING_MISSING
    span, years = now.t - recent[0].t, max(0.0, case.years_left)
    change = (now.x - recent[0].x) / span
    projected = now.x + change * years
    shortfall = 1 - case.sign * change * years / missing
    goal = {"target": case.target.x, "x": now.x, "projected": projected}
    steps = (
        Step("pace_recent", change, {"start": recent[0].x, "end": now.x, "years": span}),
        Step("projected_straight", projected, {"x": now.x, "pace": change, "years": years}),
        Step("shortfall", shortfall, goal),
        Step("one_minus_shortfall", 1 - shortfall, {"shortfall": shortfall}),
    )
    nearing = years <= TOLERANCE and case.sign * change > TOLERANCE
    return Working(steps, Status.OFF_TRACK if nearing else None)
