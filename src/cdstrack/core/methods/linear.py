"""`linear`, the default: the change made, as a share of the change the plan asks for by that day.

Formula: R = (x - x0) / (traj(t) - x0), where traj is the straight path from the origin through
the targets. The same for rises and falls.

Source: linear pace is the practice of the German Federal Statistical Office, the SDSN report and
the UN regional commissions' status index; the cuts 0.95, 0.60 and 0 are Eurostat's (EU SDG
monitoring). The combination is this program's own: no single body publishes exactly it.

Domain: any unit, zero and negative values included; undefined only where the path asks for no
change, which the decision table judges by itself.

>>> from cdstrack.core.trajectory import Path, Point
>>> path = Path((Point(2024, 40), Point(2031, 80)))
>>> round((50 - 40) / (path.at(2026) - 40), 3)
0.875
"""

from cdstrack.core.methods.case import Case
from cdstrack.core.status import Status
from cdstrack.core.trajectory import TOLERANCE

ON_TRACK, BEHIND = 0.95, 0.60


def ratio(case: Case) -> float | None:
    """The change made over the change asked for by the date of the latest figure."""
    asked = case.path.at(case.latest.t) - case.origin.x
    if abs(asked) <= TOLERANCE:
        return None
    return (case.latest.x - case.origin.x) / asked


def status(ratio: float) -> Status:
    """On track from 0.95, behind from 0.60, off track from 0, else deteriorating."""
    if ratio >= ON_TRACK - TOLERANCE:
        return Status.ON_TRACK
    if ratio >= BEHIND - TOLERANCE:
        return Status.BEHIND
    return Status.OFF_TRACK if ratio >= -TOLERANCE else Status.DETERIORATING
