"""What would have to happen from now on for an open target to be met, in amounts a month.

Owns that division. The usual yearly change is that of `cdstrack.core.verdict.likely`, so it is
known only where the series is long enough for a range.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cdstrack.core.verdict.model import Verdict

MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort needed for each month left until the due date.

    `amount` is in the unit and signed like the gap, `count` in whole units of the numerator,
    rounded up; None where that is not known. With less than a month left both are all that is
    missing. `decimals` is how exactly the figure was stated. `times_usual` compares the pace needed
    with the usual yearly change: None where that is not known, infinite where the series usually
    does not change.
    """

    months: float
    amount: Fraction
    count: int | None
    times_usual: float | None
    decimals: int | None = None


def effort_of(verdict: Verdict) -> Effort | None:
    """The effort needed a month; None if nothing is missing, or no time is left or stated.

    >>> from cdstrack.core.verdict.vocabulary import Status
    >>> effort_of(Verdict(Status.BEHIND, gap=Fraction(30), required_pace=15.0, gap_count=100))
    Effort(months=24.0, amount=Fraction(5, 4), count=5, times_usual=None, decimals=None)
    """
    if not verdict.gap or not verdict.required_pace or verdict.met:
        return None
    months = MONTHS_PER_YEAR * float(verdict.gap) / verdict.required_pace
    parts = max(1.0, months)
    count = None if verdict.gap_count is None else ceil(verdict.gap_count / parts - 1e-9)
    amount = verdict.gap / Fraction(parts)
    return Effort(months, amount, count, _times_usual(verdict), verdict.decimals)


def _times_usual(verdict: Verdict) -> float | None:
    if verdict.likely is None or verdict.required_pace is None:
        return None
    usual = verdict.likely.spread.usual_change
    return abs(verdict.required_pace) / usual if usual else float("inf")
