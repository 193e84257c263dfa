"""The closed vocabularies of a plan: units, directions, frequencies, states, methods.

Owns the spelling of each word in the file. Loads no models, so that modules which need a word
alone start fast.
"""

from enum import StrEnum


class Unit(StrEnum):
    """The unit of measure of an indicator."""

    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    AMOUNT = "amount"
    PER_THOUSAND = "per_thousand"
    STATE = "state"
    INDEX = "index"


class Direction(StrEnum):
    """Which direction is better; for a structure, neither."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NONE = "none"

    @property
    def sign(self) -> int:
        """+1 when a rise is wanted, -1 when a fall is, 0 when neither is."""
        return {"increase": 1, "decrease": -1}.get(self, 0)


class Measure(StrEnum):
    """How a figure accumulates.

    A flow is cumulative within its year; growth is the change of a year against the year before.
    """

    STOCK = "stock"
    FLOW = "flow"
    GROWTH = "growth"
    RATE = "rate"
    RANK = "rank"

    @property
    def speaks_of_a_year(self) -> bool:
        """Whether a figure answers for its own year alone."""
        return self is Measure.FLOW or self is Measure.GROWTH


class Calendar(StrEnum):
    """The calendar by which the months, quarters, half-years and years of an indicator begin and end."""

    ND09 = "nd09"
    """Decree 09/2019/ND-CP: from the 15th of the month before to the 14th of the last month."""


class Frequency(StrEnum):
    """How often a figure is due."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"

    @property
    def months(self) -> int:
        """The months between two figures; 0 for weekly ones, which are counted in days."""
        return {"weekly": 0, "monthly": 1, "quarterly": 3, "half-yearly": 6}.get(self, 12)


class State(StrEnum):
    """How far a piece of work without a number has come; the order is that of progress."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    MOSTLY_DONE = "mostly-done"
    DONE = "done"

    @property
    def rank(self) -> int:
        """The place in the order of progress, from 0."""
        return list(State).index(self)


class MethodName(StrEnum):
    """The named ways to judge progress; see docs/methods.md."""

    LINEAR = "linear"
    CAGR = "cagr"
    EUROSTAT = "eurostat"
    AARR = "aarr"
    UNSD = "unsd"
    DESTATIS = "destatis"
    SDSN = "sdsn"
    ESCAP = "escap"


LEVELS = ("trung-uong", "tinh", "huyen", "xa")
"""The levels of government that need no declaration."""
