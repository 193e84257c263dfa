"""Days come before months, years have four digits, and every period keeps its precision."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.problem import Problem
from cdstrack.core.record.period import Period
from cdstrack.words.parse.dates import (
    format_age,
    format_day,
    format_instant,
    format_period,
    read_day,
    read_instant,
    read_period,
)

HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("2022-07-31", "2022-07-31"),
        ("31/7/2022", "2022-07-31"),
        ("31/07/2022", "2022-07-31"),
        ("20-10-2020", "2020-10-20"),
        ("20\u201110\u20112020", "2020-10-20"),
        ("2022\u201107", "2022-07"),
        ("1/1/2022\u20111/12/2022", "2022-01-01/2022-12-01"),
        ("31.7.2022", "2022-07-31"),
        ("2022/7/31", "2022-07-31"),
        ("ngày 31/7/2022", "2022-07-31"),
        ("ngày 08 tháng 6 năm 2022", "2022-06-08"),
        ("12/10/2025", "2025-10-12"),
        ("29/2/2024", "2024-02-29"),
        ("2022-07", "2022-07"),
        ("7/2022", "2022-07"),
        ("07-2022", "2022-07"),
        ("tháng 7/2022", "2022-07"),
        ("Tháng 7 năm 2022", "2022-07"),
        ("thang 7/2022", "2022-07"),
        ("T7/2022", "2022-07"),
        ("July 2022", "2022-07"),
        ("Jul 2022", "2022-07"),
        ("Jul. 2022", "2022-07"),
        ("2022 Jul", "2022-07"),
        ("Sept-2022", "2022-09"),
        ("31 July 2022", "2022-07-31"),
        ("31 Jul 2022", "2022-07-31"),
        ("1st May 2022", "2022-05-01"),
        ("31-Dec-2022", "2022-12-31"),
        ("July 31, 2022", "2022-07-31"),
        ("Dec. 31, 2022", "2022-12-31"),
        ("first quarter 2022", "2022-Q1"),
        ("4th quarter of 2022", "2022-Q4"),
        ("quý một năm 2022", "2022-Q1"),
        ("quý tư/2022", "2022-Q4"),
        ("2022-Q3", "2022-Q3"),
        ("2022-q3", "2022-Q3"),
        ("quý III/2022", "2022-Q3"),
        ("Quý 3 năm 2022", "2022-Q3"),
        ("QUÝ IV/2022", "2022-Q4"),
        ("Q3/2022", "2022-Q3"),
        ("Q3 2022", "2022-Q3"),
        ("2022-H1", "2022-H1"),
        ("H1/2022", "2022-H1"),
        ("6 tháng đầu năm 2022", "2022-H1"),
        ("sáu tháng cuối năm 2022", "2022-H2"),
        ("first half of 2022", "2022-H1"),
        ("the second half of 2022", "2022-H2"),
        ("3 tháng đầu năm 2022", "2022-Q1"),
        ("9 tháng đầu năm 2022", "2022-01-01/2022-09-30"),
        ("2 tháng đầu năm 2024", "2024-01-01/2024-02-29"),
        ("12 tháng đầu năm 2022", "2022"),
        ("2022", "2022"),
        ("năm 2022", "2022"),
        ("cả năm 2022", "2022"),
        ("2022-01-01/2022-12-01", "2022-01-01/2022-12-01"),
        ("1/1/2022 - 1/12/2022", "2022-01-01/2022-12-01"),
        ("1/1/2022-1/12/2022", "2022-01-01/2022-12-01"),
        ("01/01–01/12/2022", "2022-01-01/2022-12-01"),
        ("1-1 đến 14-11-2024", "2024-01-01/2024-11-14"),
        ("từ ngày 16/3/2024 đến ngày 15/4/2024", "2024-03-16/2024-04-15"),
        ("2022-01-01 to 2022-12-01", "2022-01-01/2022-12-01"),
        ("  31/7/2022\n", "2022-07-31"),
        ("Tha\u0301ng 7/2022", "2022-07"),
    ],
)
def test_a_period_is_read_as_people_write_it(typed: str, canonical: str) -> None:
    period = read_period(typed)
    assert isinstance(period, Period)
    assert period == Period.parse(canonical)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *[(text, "CDS212") for text in ("", "hôm nay", "1/7", "20220731", "31 7 2022", "2022-Q5")],
        *[
            (text, "CDS212")
            for text in ("1/1-14/11", "31/7-2022", "quý V/2022", "２０２２", "2022-H3")
        ],
        *[(text, "CDS213") for text in ("31/6/2022", "29/2/2022", "32/1/2022", "0/7/2022")],
        *[(text, "CDS213") for text in ("13/2022", "2022-13", "2022-02-30", "2022-31-12")],
        *[(text, "CDS213") for text in ("31/7/1022", "0000", "9999", "13 tháng đầu năm 2022")],
        *[
            (text, "CDS213")
            for text in ("2 tháng đầu năm 0000", "1/1/2022 - 31/6/2022", "14/14/2022")
        ],
        *[(text, "CDS214") for text in ("12/31/2025", "7-31-2022", "1/1/2022 - 12/31/2022")],
        *[(text, "CDS228") for text in ("31/7/22", "31-07-22", "ngày 1/1/25")],
        *[(text, "CDS229") for text in ("1/12/2022 - 1/1/2022", "2022-02-01/2022-01-01")],
    ],
)
def test_a_period_that_cannot_be_meant_is_refused(typed: str, code: str) -> None:
    assert _code(read_period(typed)) == code


def test_a_swapped_day_and_month_are_put_right_in_the_remedy() -> None:
    problem = read_period("12/31/2025")
    assert isinstance(problem, Problem)
    assert problem.facts == {"value": "12/31/2025", "meant": "31/12/2025"}


days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
years = st.integers(1900, 2200)
canonical_periods = st.one_of(
    days.map(date.isoformat),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-H{}".format, years, st.integers(1, 2)),
    years.map(str),
    st.tuples(days, days).map(sorted).map(lambda pair: f"{pair[0]}/{pair[1]}"),
)


@given(canonical_periods)
def test_a_canonical_period_is_read_as_itself(text: str) -> None:
    assert read_period(text) == Period.parse(text)


@given(canonical_periods, st.sampled_from(["vi", "en"]), st.booleans())
def test_a_written_period_is_read_back(text: str, language: str, short: bool) -> None:
    assert read_period(format_period(Period.parse(text), language, short=short)) == Period.parse(
        text
    )


@given(days, st.sampled_from(["vi", "en"]))
def test_a_written_day_is_read_back(day: date, language: str) -> None:
    assert read_day(format_day(day, language)) == day


@given(st.text(st.sampled_from("0123456789/-. –Q tháng năm đến từ ngày quý IV")))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert isinstance(read_period(text), Period | Problem)


@pytest.mark.parametrize(
    ("text", "vi", "vi_short", "en"),
    [
        ("2022-07-31", "31/07/2022", "31/07/2022", "2022-07-31"),
        ("2022-07", "tháng 7/2022", "T7/2022", "July 2022"),
        ("2022-Q3", "quý III/2022", "Q3/2022", "Q3 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "6T cuối 2022", "H2 2022"),
        ("2022", "năm 2022", "2022", "2022"),
        (
            "2022-01-01/2022-12-01",
            "từ 01/01/2022 đến 01/12/2022",
            "01/01–01/12/2022",
            "2022-01-01 to 2022-12-01",
        ),
        (
            "2021-12-16/2022-01-15",
            "từ 16/12/2021 đến 15/01/2022",
            "16/12/2021–15/01/2022",
            "2021-12-16 to 2022-01-15",
        ),
    ],
)
def test_a_period_is_written_with_its_precision(text: str, vi: str, vi_short: str, en: str) -> None:
    period = Period.parse(text)
    assert format_period(period, "vi") == vi
    assert format_period(period, "vi", short=True) == vi_short
    assert format_period(period, "en") == en
    assert format_period(period, "en", short=True) == text


@pytest.mark.parametrize("typed", ["7/2022", "2022", "1/1/2022 - 1/12/2022"])
def test_where_one_day_is_needed_a_longer_period_is_refused(typed: str) -> None:
    assert _code(read_day(typed)) == "CDS232"


@pytest.mark.parametrize(
    ("days_old", "vi", "en"),
    [
        (0, "0 ngày", "0 days"),
        (1, "1 ngày", "1 day"),
        (59, "59 ngày", "59 days"),
        (60, "2 tháng", "2 months"),
        (365, "12 tháng", "12 months"),
        (729, "24 tháng", "24 months"),
        (731, "2 năm", "2 years"),
        (1000, "hơn 2 năm", "over 2 years"),
        (1005, "gần 3 năm", "nearly 3 years"),
        (2161, "gần 6 năm", "nearly 6 years"),
    ],
)
def test_an_age_is_told_in_days_then_in_months_then_in_years(
    days_old: int, vi: str, en: str
) -> None:
    assert (format_age(days_old, "vi"), format_age(days_old, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2022-08-21T02:10:05Z", "2022-08-21T02:10:05+00:00"),
        ("2022-08-21T09:10:05+07:00", "2022-08-21T02:10:05+00:00"),
        ("2022-08-21 09:10", "2022-08-21T02:10:00+00:00"),
        ("21/8/2022 09:10:05", "2022-08-21T02:10:05+00:00"),
        ("2022-08-21", "2022-08-21T16:59:59.999999+00:00"),
        ("21/8/2022", "2022-08-21T16:59:59.999999+00:00"),
    ],
)
def test_a_moment_without_a_zone_is_local_and_a_day_is_its_last_moment(
    typed: str, instant: str
) -> None:
    moment = read_instant(typed, HANOI)
    assert isinstance(moment, datetime)
    assert moment.isoformat() == instant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("hôm qua", "CDS234"),
        ("2022-08", "CDS234"),
        ("2022-08-21T25:00", "CDS234"),
        ("2022-08-21T02:10:05+99:00", "CDS234"),
        ("2022-02-30T10:00", "CDS213"),
        ("8/21/2022", "CDS214"),
    ],
)
def test_what_is_no_moment_is_refused(typed: str, code: str) -> None:
    assert _code(read_instant(typed, HANOI)) == code


@given(days, st.times(), st.sampled_from(["vi", "en"]))
def test_a_written_moment_is_read_back_to_the_second(day: date, at: time, language: str) -> None:
    instant = datetime.combine(day, at.replace(microsecond=0), HANOI)
    assert read_instant(format_instant(instant, HANOI, language), HANOI) == instant


def _code(result: object) -> str | None:
    return result.code if isinstance(result, Problem) else None
