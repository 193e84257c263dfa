"""Weeks: ISO, Monday to Sunday, in the plan's time zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.weekly.week import Week, day_in, missed_weeks

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_a_week_holds_its_day_and_begins_on_monday(day: date) -> None:
    week = Week.of(day)
    assert day in week
    assert week.monday.weekday() == 0
    assert week.sunday - week.monday == timedelta(days=6)


@given(DAYS)
def test_weeks_follow_one_another_without_a_gap(day: date) -> None:
    week = Week.of(day)
    assert week.after.monday - week.sunday == timedelta(days=1)
    assert week.after.before == week
    assert week < week.after


@given(DAYS)
def test_a_week_is_read_back_from_its_text(day: date) -> None:
    assert Week.parse(Week.of(day).text) == Week.of(day)


@pytest.mark.parametrize("text", ["2021-W53", "2022-W00", "2022-W1", "2022-33", "22-W33", "W33"])
def test_what_names_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        Week.parse(text)


@given(DAYS)
def test_the_last_full_week_is_over(day: date) -> None:
    week = Week.last_full(day)
    assert week.sunday < day <= week.after.sunday


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2020-12-28", "2020-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
        ("2024-12-30", "2025-W01"),
        ("2022-01-02", "2021-W52"),
    ],
)
def test_new_year_lies_in_one_week_only(day: str, week: str) -> None:
    assert Week.of(date.fromisoformat(day)).text == week


def test_a_sunday_evening_in_utc_is_monday_in_hanoi() -> None:
    instant = datetime(2022, 8, 21, 17, 30, tzinfo=UTC)
    assert day_in(HANOI, instant) == date(2022, 8, 22)
    assert Week.last_full(day_in(HANOI, instant)).text == "2022-W33"
    assert Week.last_full(day_in(UTC, instant)).text == "2022-W32"


def test_missed_weeks_are_those_after_the_first_page() -> None:
    issued = [Week(2020, 52), Week(2021, 1)]
    missed = missed_weeks(issued, Week(2021, 2))
    assert [week.text for week in missed] == ["2020-W53", "2021-W02"]
    assert missed_weeks([], Week(2021, 2)) == ()
