"""The arithmetic of a method in steps, and the classes that its result falls in.

Owns the shape of a working and of the cuts, so that what is explained is what was computed. Knows
no method by name and has no words: `cdstrack.words.labels.working` turns a step into a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cdstrack.core.verdict.trajectory import TOLERANCE
from cdstrack.core.verdict.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic: the numbers that go in by name, and what comes out.

    `rows` holds the figures that a step runs over, where it runs over several.
    """

    key: str
    result: float
    facts: Mapping[str, float] = field(default_factory=dict)
    rows: tuple[tuple[float, ...], ...] = ()


class Undefined(StrEnum):
    """Why a method cannot judge a case."""

    RANK = "rank"
    GROWTH_RATE = "growth_rate"
    ZERO = "zero"
    MIXED_SIGNS = "mixed_signs"
    TOO_FEW_POINTS = "too_few_points"
    NO_TIME_LEFT = "no_time_left"
    NO_CHANGE_ASKED = "no_change_asked"
    NOTHING_MISSING = "nothing_missing"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Working:
    """The steps of a method; the last one gives its ratio."""

    steps: tuple[Step, ...]

    @property
    def ratio(self) -> float:
        """The method's own measure of progress."""
        return self.steps[-1].result


@dataclass(frozen=True, slots=True)
class Cut:
    """A class of a method: from `bound` up; `above` leaves the bound itself to the next class."""

    status: Status
    bound: float
    above: bool = False

    def holds(self, ratio: float) -> bool:
        """Whether the ratio is in this class or a better one, within 1e-9.

        >>> Cut(Status.ON_TRACK, 0.95).holds(0.95), Cut(Status.ON_TRACK, 9, above=True).holds(9)
        (True, False)
        """
        if self.above:
            return ratio > self.bound + TOLERANCE
        return ratio >= self.bound - TOLERANCE


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of a method, the best first; what is in none of them is `below`."""

    cuts: Sequence[Cut]
    below: Status

    def of(self, ratio: float) -> Status:
        """The class that the ratio falls in."""
        return next((cut.status for cut in self.cuts if cut.holds(ratio)), self.below)
