"""Days as decimal years, and how long a figure stays fresh.

Owns the date arithmetic of the verdict. Knows neither plan nor figures.
"""

from calendar import monthrange
from datetime import date, timedelta

from cdstrack.core.plan.model import Frequency

DAYS_PER_YEAR = 365.25
STALE_AFTER = {
    Frequency.WEEKLY: 14,
    Frequency.MONTHLY: 62,
    Frequency.QUARTERLY: 183,
    Frequency.HALF_YEARLY: 366,
    Frequency.YEARLY: 731,
}
"""Days after which a figure is old: twice the frequency (docs/methods.md)."""


def decimal_year(day: date) -> float:
    """The end of the day as a decimal year, every month a twelfth.

    Anniversaries are whole years apart, so that rates over whole years come out exact.

    >>> decimal_year(date(2025, 12, 31)), decimal_year(date(2024, 6, 30))
    (2026.0, 2024.5)
    """
    days_in_month = monthrange(day.year, day.month)[1]
    return day.year + (day.month - 1 + day.day / days_in_month) / 12


def one_period_before(day: date, frequency: Frequency | None) -> date:
    """The day one reporting period earlier, by the calendar; yearly where none is declared.

    >>> one_period_before(date(2025, 12, 31), Frequency.QUARTERLY)
    datetime.date(2025, 9, 30)
    """
    if frequency is Frequency.WEEKLY:
        return day - timedelta(days=7)
    months = day.year * 12 + day.month - 1 - (frequency or Frequency.YEARLY).months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_stale(age_days: int, frequency: Frequency | None, times: int = 1) -> bool:
    """Whether a figure of this age is older than `times` twice its frequency."""
    return age_days > times * STALE_AFTER[frequency or Frequency.YEARLY]
