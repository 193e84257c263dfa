"""The closed vocabularies of a plan: units, directions, frequencies, states, methods.

Owns the spelling of each word in the file. Loads no models, so that modules which need a word
alone start fast.
"""

from enum import StrEnum


class Unit(StrEnum):
    """What figures of an indicator are counted in."""

    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    AMOUNT = "amount"
    PER_THOUSAND = "per_thousand"
    STATE = "state"
    INDEX = "index"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"

    @property
    def sign(self) -> int:
        """+1 when a rise is wanted, -1 when a fall is."""
        return 1 if self is Direction.INCREASE else -1


class Measure(StrEnum):
    """How a figure accumulates: a flow is cumulative within its year."""

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"
    RANK = "rank"


class Frequency(StrEnum):
    """How often a figure is due."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"

    @property
    def months(self) -> int:
        """How many months lie between two figures; 0 for weekly ones, which go by days."""
        return {"weekly": 0, "monthly": 1, "quarterly": 3, "half-yearly": 6}.get(self, 12)


class State(StrEnum):
    """How far a piece of work without a number has come; the order is that of progress."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"

    @property
    def rank(self) -> int:
        """0, 1 or 2."""
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
