"""The verdict on one target as a value, with every number behind it.

Owns its shape only; `cdstrack.core.verdict.judge` decides it.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cdstrack.core.verdict.likely import Likely
from cdstrack.core.verdict.pace import SHORTEST_SPAN
from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Reason, Status


class Groups(NamedTuple):
    """How many groups of an `every` target have reported and met it; `total` is None where the plan names none."""

    met: int
    reported: int
    total: int | None
    worst: str | None


class YearsMean(NamedTuple):
    """The arithmetic mean of the figures of the years `first` to `last`, of those that are known.

    `known` is how many years have a figure. `needed` is what the others must average so that all
    together just come to the number asked; None where none is left.
    """

    first: int
    last: int
    known: int
    mean: Fraction | None
    needed: Fraction | None

    @property
    def total(self) -> int:
        """How many years count."""
        return self.last - self.first + 1

    @property
    def is_complete(self) -> bool:
        """Whether every year has a figure."""
        return self.known == self.total


class Verdict(NamedTuple):
    """The status of one target and every number behind it; None is "not known", never zero.

    `gap` is threshold minus latest, signed; `gap_count` whole numerator units still needed;
    `completion` latest over threshold; `way_made` the share of the way from the origin covered, 0
    to 1. Paces are per year, `lead_days` days ahead of the plan's path. `shortfall` is what was
    missing on the due date, in the unit; 0 where a figure stood on a strict bound; `was_above` says
    that the figure was too high then. `average` is the mean so far of a target of several years.
    `likely` is where the value will probably be on the due date, and the chance that it meets the
    target. `of_year` is the figure that answered a target of a flow or of growth: that of its own
    year. `latest_meets` is whether the latest figure alone meets the number of a yearly target,
    whose `met` is about its years. `decimals` is how exactly the latest figure was stated; None
    without one, and for a quotient.
    """

    status: Status
    threshold: Fraction | None = None
    met: bool | None = None
    latest_meets: bool | None = None
    of_year: Fraction | None = None
    gap: Fraction | None = None
    gap_count: int | None = None
    completion: float | None = None
    way_made: float | None = None
    ratio: float | None = None
    expected: float | None = None
    required_pace: float | None = None
    current_pace: float | None = None
    forecast: float | None = None
    outlook: Outlook | None = None
    likely: Likely | None = None
    lead_days: float | None = None
    reached_on: date | None = None
    shortfall: Fraction | None = None
    was_above: bool = False
    flags: tuple[Flag, ...] = ()
    reasons: tuple[Reason, ...] = ()
    years: Mapping[int, Status] | None = None
    average: YearsMean | None = None
    groups: Groups | None = None
    decimals: int | None = None

    @property
    def lacks_only_groups(self) -> bool:
        """Whether all that is missing to the target is the figures of some group.

        Every group that has reported meets it; gap and paces then say nothing.
        """
        groups = self.groups
        return groups is not None and not self.met and 0 < groups.reported == groups.met

    @property
    def required_a_year(self) -> float | None:
        """The pace that is needed; None where less than a quarter of a year is left to keep it."""
        if not self.gap or not self.required_pace:
            return self.required_pace
        left = float(self.gap) / self.required_pace
        return None if left < SHORTEST_SPAN - TOLERANCE else self.required_pace

    @property
    def telling_pace(self) -> float | None:
        """The current pace; None where the figures lie too close together for it to mean anything.

        Two figures in a week make a pace of hundreds a year. No path was measured there either.
        """
        return None if self.expected is None else self.current_pace
