"""The observations that a department is asked for: which indicators, for which period.

Owns the rows of such a request, which period ended last, and until when a unit can be asked.
Has no clock: the day is given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from cdstrack.core.plan.model import Calendar, Frequency, Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period


@dataclass(frozen=True, slots=True)
class RequestedObservation:
    """One figure that is asked for, with the last one that is known."""

    indicator: Indicator
    org_unit: str
    disaggregation: str
    last: Observation | None
    period: Period
    org_unit_name: str = ""

    @property
    def group_is_open(self) -> bool:
        """Whether the person filling in names the group: the plan asks about every group but names none."""
        return self.indicator.every is not None and not self.disaggregation


def asked_until(plan: Plan, org_unit: str, day: date) -> date:
    """The day, or the last day of a body that had been closed by then: it has no later figures."""
    unit = plan.org_units.get(org_unit)
    return min(day, unit.closed) if unit and unit.closed else day


def is_asked(indicator: Indicator, day: date) -> bool:
    """Whether figures are still wanted.

    Not where every target has been ended by the day, nor of what is computed from members.
    """
    if indicator.composite is not None:
        return False
    ended = [target.ended is not None and target.ended.date <= day for target in indicator.targets]
    return not (ended and all(ended))


def requested_observations(
    indicators: Iterable[Indicator],
    figures: Iterable[Observation],
    org_unit: str,
    day: date,
    period: Period | None = None,
    org_unit_name: str = "",
) -> tuple[RequestedObservation, ...]:
    """A row an indicator, and a row a group where it asks something of every group.

    Args:
        indicators: What is asked about, in their order.
        figures: The current figures of the org unit.
        org_unit: Whom the figures are about.
        day: Periods that ended by this day are asked for.
        period: The period that is asked for; the last one by each indicator's frequency unless
            given.
        org_unit_name: What the org unit is called there.
    """
    last: dict[tuple[str, str], Observation] = {}
    for figure in sorted(figures, key=lambda figure: figure.period.end):
        if figure.org_unit == org_unit:
            last[figure.indicator, figure.disaggregation] = figure
    return tuple(
        RequestedObservation(
            indicator,
            org_unit,
            group,
            last.get((indicator.id, group)),
            period or last_period(indicator.frequency, day, indicator.calendar),
            org_unit_name,
        )
        for indicator in indicators
        for group in _groups(indicator, last)
    )


def _groups(indicator: Indicator, last: Mapping[tuple[str, str], Observation]) -> list[str]:
    """The whole; or the groups that the plan names, and those that have reported before.

    Where the plan names none, there may be more of them; the empty group represents these.
    """
    if indicator.every is None:
        return [""]
    ((dimension, names),) = indicator.every.items()
    named = [f"{dimension}={name}" for name in names]
    reported = sorted(group for known, group in last if known == indicator.id and group)
    return list(dict.fromkeys([*named, *reported])) + ([] if names else [""])


@lru_cache(maxsize=1024)
def last_period(frequency: Frequency | None, day: date, calendar: Calendar | None = None) -> Period:
    """The last period of a frequency that has ended by a day; yearly where none is declared.

    >>> last_period(Frequency.QUARTERLY, date(2022, 8, 31)).text
    '2022-Q2'
    >>> last_period(Frequency.WEEKLY, date(2022, 8, 31)).text
    '2022-08-28'
    >>> last_period(Frequency.QUARTERLY, date(2022, 9, 14), Calendar.ND09).text
    '2022-Q3'
    """
    if frequency is Frequency.WEEKLY:
        return Period.day(day - timedelta(days=day.isoweekday() % 7))
    if calendar is not None:
        # In the month's last days the period that ends in it is over; before, it is not.
        first = day.replace(day=1)
        is_over = Period.parse(f"{day:%Y-%m}").cut_by(calendar).end <= day
        day = (first + timedelta(days=31)).replace(day=1) if is_over else first
        day -= timedelta(days=1)
    months = (frequency or Frequency.YEARLY).months
    tomorrow = day + timedelta(days=1)
    ended = (tomorrow.year * 12 + tomorrow.month - 1) // months - 1
    year, place = divmod(ended * months, 12)
    named = {
        1: f"{year}-{place + 1:02}",
        3: f"{year}-Q{place // 3 + 1}",
        6: f"{year}-H{place // 6 + 1}",
        12: str(year),
    }
    return Period.parse(named[months]).cut_by(calendar)


def periods_until(
    last: Period, count: int, frequency: Frequency | None, calendar: Calendar | None = None
) -> list[Period]:
    """A period and those before it, the latest first."""
    found = [last]
    while len(found) < count:
        found.append(last_period(frequency, found[-1].start - timedelta(days=1), calendar))
    return found
