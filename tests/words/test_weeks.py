"""A week is typed as officials write it; what could be a month as well is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.problem import Problem
from cdstrack.core.record.period import Period
from cdstrack.core.weekly.week import Week
from cdstrack.words.parse.weeks import read_week
from cdstrack.words.problems.sentences import remedy, sentence


@pytest.mark.parametrize(
    ("typed", "days_of_week"),
    [
        ("2022-W33", "2022-08-15/2022-08-21"),
        ("2022-w33", "2022-08-15/2022-08-21"),
        ("2022W33", "2022-08-15/2022-08-21"),
        ("tuần 33 năm 2022", "2022-08-15/2022-08-21"),
        ("Tuần 33/2022", "2022-08-15/2022-08-21"),
        ("tuan 33-2022", "2022-08-15/2022-08-21"),
        ("tuần thứ 33 năm 2022", "2022-08-15/2022-08-21"),
        ("W33/2022", "2022-08-15/2022-08-21"),
        ("week 33 of 2022", "2022-08-15/2022-08-21"),
        ("33/2022", "2022-08-15/2022-08-21"),
        ("33-2022", "2022-08-15/2022-08-21"),
        (" 33 / 2022 ", "2022-08-15/2022-08-21"),
        ("33", "2022-08-15/2022-08-21"),
        ("tuần 33", "2022-08-15/2022-08-21"),
        ("tuần 8", "2022-02-21/2022-02-27"),
        ("8", "2022-02-21/2022-02-27"),
        ("tuần 8/2022", "2022-02-21/2022-02-27"),
        ("W08", "2022-02-21/2022-02-27"),
        ("17/8/2022", "2022-08-15/2022-08-21"),
        ("15/8-21/8/2022", "2022-08-15/2022-08-21"),
        ("từ ngày 15/8 đến ngày 21/8/2022", "2022-08-15/2022-08-21"),
        ("2020-W53", "2020-12-28/2021-01-03"),
        ("3/1/2021", "2020-12-28/2021-01-03"),
        ("2026-W01", "2025-12-29/2026-01-04"),
    ],
)
def test_a_week_runs_from_monday_to_sunday(typed: str, days_of_week: str) -> None:
    assert read_week(typed, 2022) == Period.parse(days_of_week)


@pytest.mark.parametrize("typed", ["8/2022", "08/2022", "12-2022", "1 2022"])
def test_what_could_be_a_month_as_well_is_refused_with_both_readings(typed: str) -> None:
    problem = read_week(typed, 2022)
    assert isinstance(problem, Problem)
    assert problem.code == "CDS237"


def test_the_refusal_says_how_to_write_it() -> None:
    problem = read_week("8/2022", 2021)
    assert isinstance(problem, Problem)
    assert sentence(problem, "vi") == '"8/2022" có thể là tuần 8 hoặc tháng 8 của năm 2022'
    assert remedy(problem, "vi") == 'Viết "tuần 8/2022" hoặc 2022-W08.'
    assert remedy(problem, "en") == "Write 2022-W08 or W8/2022."


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2022-W53", "CDS233"),
        ("2022-W00", "CDS233"),
        ("54", "CDS233"),
        ("53/2022", "CDS233"),
        ("2022-33", "CDS233"),
        ("", "CDS233"),
        ("0000-W01", "CDS233"),
        ("quý III/2022", "CDS233"),
        ("15/8-20/8/2022", "CDS233"),
        ("31/2/2022", "CDS233"),
        ("8/17/2022", "CDS214"),
    ],
)
def test_what_is_no_week_is_refused(typed: str, code: str) -> None:
    problem = read_week(typed, 2022)
    assert isinstance(problem, Problem)
    assert problem.code == code


@given(st.dates().filter(lambda day: 1901 <= day.year <= 2199))
def test_every_spelling_of_a_week_is_the_same_week(day: object) -> None:
    from datetime import date

    assert isinstance(day, date)
    week = Week.of(day)
    spelled = (
        week.text,
        f"tuần {week.number}/{week.year}",
        f"tuần {week.number} năm {week.year}",
        f"w{week.number}/{week.year}",
        f"tuần {week.number}",
        day.isoformat(),
        f"{week.monday.isoformat()}/{week.sunday.isoformat()}",
    )
    read = {read_week(each, week.year) for each in spelled}
    assert read == {Period.parse(f"{week.monday}/{week.sunday}")}
