"""The periods that a form asks for: the last that has ended, and those before it."""

from datetime import date

import pytest

from cdstrack.core.plan.model import Frequency
from cdstrack.core.record.period import Period
from cdstrack.core.record.template import last_period, periods_until


@pytest.mark.parametrize(
    ("frequency", "day", "period"),
    [
        (Frequency.MONTHLY, date(2022, 8, 31), "2022-08"),
        (Frequency.MONTHLY, date(2022, 1, 30), "2021-12"),
        (Frequency.QUARTERLY, date(2022, 3, 31), "2022-Q1"),
        (Frequency.QUARTERLY, date(2022, 3, 30), "2021-Q4"),
        (Frequency.HALF_YEARLY, date(2022, 8, 31), "2022-H1"),
        (Frequency.YEARLY, date(2022, 12, 31), "2022"),
        (None, date(2022, 8, 31), "2021"),
        (Frequency.WEEKLY, date(2022, 8, 28), "2022-08-28"),
    ],
)
def test_the_period_asked_for_is_the_last_that_has_ended(
    frequency: Frequency | None, day: date, period: str
) -> None:
    assert last_period(frequency, day).text == period


def test_earlier_periods_follow_each_other_backwards() -> None:
    found = periods_until(Period.parse("2022-Q1"), 3, Frequency.QUARTERLY)
    assert [period.text for period in found] == ["2022-Q1", "2021-Q4", "2021-Q3"]
