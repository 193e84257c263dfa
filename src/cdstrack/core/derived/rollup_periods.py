"""The periods at whose ends an indicator is rolled up, by its frequency."""

from datetime import date, timedelta

from cdstrack.core.plan.model import Frequency, Indicator
from cdstrack.core.record.period import Period
from cdstrack.core.record.template import last_period


def periods_between(first: date, until: date, indicator: Indicator) -> list[Period]:
    """The periods that end from one day to another, the earliest first; at least the last one."""
    found = [period_ended(until, indicator)]
    while (before := period_before(found[-1], indicator)).end >= first:
        found.append(before)
    return found[::-1]


def period_before(period: Period, indicator: Indicator) -> Period:
    """The period of an indicator before one of them."""
    return period_ended(period.start - timedelta(days=1), indicator)


def period_ended(day: date, indicator: Indicator) -> Period:
    """The last period of an indicator that has ended by a day; a flow is added up by the year."""
    yearly = indicator.measure.speaks_of_a_year
    frequency = Frequency.YEARLY if yearly else indicator.frequency
    return last_period(frequency, day, indicator.calendar)
