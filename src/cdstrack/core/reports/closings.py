"""Closed periods as report values: what was sealed, what came later, and what differs by now.

Owns the comparison of an indicator as it was closed with what it is now: after a late figure the
seal stays, and both are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import Change, Submission
from cdstrack.core.record.closing import Closing
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.revision import same_observation
from cdstrack.core.reports.status import StatusItem


@dataclass(frozen=True, slots=True)
class LateChange:
    """A figure of a closed period that was added, corrected or withdrawn after the closing.

    `reason` is why it comes late.
    """

    closing: Closing
    submission: Submission
    change: Change
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator whose latest figure at the end of a period differs from the sealed one."""

    indicator: Indicator
    sealed: Observation | None
    now: Observation | None


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A period that is closed, the act that closed it, and what has changed since."""

    submission: Submission
    closing: Closing
    late: tuple[LateChange, ...] = ()
    moved: tuple[Moved, ...] = ()


def moved_since(sealed: Iterable[StatusItem], now: Iterable[StatusItem]) -> tuple[Moved, ...]:
    """The indicators whose latest figures differ, in the order of the plan.

    Args:
        sealed: The items at the end of the period, by what was known when it was closed.
        now: The same by what is known now.
    """
    before = {item.indicator.id: item.latest for item in sealed}
    return tuple(
        Moved(item.indicator, before.get(item.indicator.id), item.latest)
        for item in now
        if not same_observation(before.get(item.indicator.id), item.latest)
    )


@dataclass(frozen=True, slots=True)
class ClosingReceipt:
    """The result of closing or reopening a period; `submission` is None if nothing had to be done."""

    submission: int | None
    closing: Closing
    opened: bool = False
