"""The single figures behind what is owed: one a group, each with the period to report.

Owns the order in which they are asked for, which is that of the reminders. Has no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.period import Period
from cdstrack.core.record.template import last_period
from cdstrack.core.weekly.obligations import Owed, Owner


@dataclass(frozen=True, slots=True)
class OwedFigure:
    """One figure that a body owes; `lead` is None where the plan names nobody.

    `group` is empty for the whole, and where the plan asks of every group without naming them.
    `due` is None where nothing tells when it was due. `period` is the last one that has ended; where
    that has been answered for, the one that ends next.
    """

    lead: str | None
    indicator: Indicator
    group: str
    due: date | None
    period: Period


def owed_figures(owners: Iterable[Owner], day: date) -> tuple[OwedFigure, ...]:
    """Everything that the owners owe on a day, figure by figure."""
    return tuple(
        OwedFigure(owner.lead, owed.item.indicator, group, owed.due, _period(owed, day))
        for owner in owners
        for owed in owner.owed
        for group in _groups(owed)
    )


def _groups(owed: Owed) -> list[str]:
    every = owed.item.indicator.every
    if every is None:
        return [""]
    ((dimension, names),) = every.items()
    return [f"{dimension}={name}" for name in owed.missing or names] or [""]


def _period(owed: Owed, day: date) -> Period:
    calendar = owed.item.indicator.calendar
    ended = last_period(owed.frequency, day, calendar)
    if owed.last is None or owed.due is None or owed.last < ended.end:
        return ended
    return last_period(owed.frequency, owed.due, calendar)
