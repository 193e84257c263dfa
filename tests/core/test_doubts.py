"""What makes a figure doubtful beside its neighbours: each rule on the smallest case, and just not."""

from datetime import date
from decimal import Decimal
from itertools import accumulate, repeat
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.checks.doubts import doubts_in, doubts_of, open_doubts
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period


def indicator(unit: str = "percent", **changes: Any) -> Indicator:
    common = {"id": "x", "name": {"vi": "x"}, "pillar": "p", "direction": "increase"}
    return Indicator.model_validate({**common, "unit": unit, **changes})


def figure(period: str, value: str, **changes: Any) -> Observation:
    return Observation(
        indicator="x",
        org_unit="tinh",
        period=Period.parse(period),
        value=Decimal(value.rstrip("%")),
        entered=value,
        **changes,
    )


def yearly(*values: str) -> list[Observation]:
    return [figure(str(2010 + at), value) for at, value in enumerate(values)]


def codes(series: list[Observation], of: Indicator) -> list[tuple[str, str]]:
    return [(each.period.text, problem.code) for each, problem in doubts_in(series, of)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["67.84", "1.446"], [("2011", "CDS503")]),
        (["67.84", "97.84"], []),
        (["67.84", "97.85"], [("2011", "CDS503")]),
        (["60", "61", "62", "63", "64", "69.9"], [("2015", "CDS513")]),
        (["60", "61", "62", "63", "64", "68.9"], []),
        (["60", "61", "62", "63", "69.9"], []),
        (["60", "62", "61", "64", "66", "75"], []),
        (["60", "60", "60", "60", "60", "66"], [("2015", "CDS513")]),
        (["20", "21", "0.22"], [("2012", "CDS240")]),
        (["20", "21", "1"], [("2012", "CDS240")]),
        (["20", "21", "1%"], []),
        (["0.2", "21", "0.22"], [("2010", "CDS240")]),
        (["0.2", "0.21", "0.22"], []),
        (["0.6784"], [("2010", "CDS240")]),
        (["0"], []),
    ],
)
def test_a_share_beside_its_neighbours(values: list[str], found: list[tuple[str, str]]) -> None:
    assert codes(yearly(*values), indicator()) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["0.84", "2.64", "7.33"], []),
        (["5.5", "6.1", "0.05"], [("2012", "CDS240")]),
        (["0.84"], []),
    ],
)
def test_the_growth_of_a_year_may_be_near_zero(
    values: list[str], found: list[tuple[str, str]]
) -> None:
    assert codes(yearly(*values), indicator(measure="growth")) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["1000", "5001"], [("2011", "CDS503")]),
        (["1000", "5000"], []),
        (["9", "1"], []),
        (["100", "101", "102", "103", "104", "140"], [("2015", "CDS513")]),
        (["100", "110", "120", "130", "140", "180"], []),
    ],
)
def test_a_count_beside_its_neighbours(values: list[str], found: list[tuple[str, str]]) -> None:
    assert codes(yearly(*values), indicator("count")) == found


def test_moves_are_compared_over_the_root_of_their_time() -> None:
    """Four months of one point each say that two points in four years are nothing."""
    months = [figure(f"2010-{month:02}", str(50 + month)) for month in range(1, 7)]
    assert codes([*months, figure("2020-06", "78")], indicator()) == []
    assert codes([*months, figure("2010-07", "78")], indicator()) == [("2010-07", "CDS513")]


def test_what_is_counted_from_new_year_on_does_not_fall() -> None:
    parts = [figure("2020-03", "40"), figure("2020-06", "35"), figure("2021-03", "20")]
    flow = indicator("count", measure="flow")
    assert codes(parts, flow) == [("2020-06", "CDS504")]
    assert codes(parts, indicator("count")) == []


def test_nothing_is_compared_across_a_break() -> None:
    broken = indicator(breaks=[{"date": "2011-06-01", "reason": "new definition"}])
    assert codes(yearly("67", "2"), broken) == []


def test_a_new_figure_is_doubted_as_check_will_doubt_it() -> None:
    new = figure("2012", "1.446")
    assert [each.code for each in doubts_of(new, yearly("66", "67.84"), indicator())] == ["CDS503"]


def test_a_doubt_is_open_until_its_very_numbers_are_accepted() -> None:
    new, series = figure("2012", "1.446"), yearly("66", "67.84")
    doubts = doubts_of(new, series, indicator())
    accepted = {about_observation(each, new).key for each in doubts}
    assert open_doubts(new, doubts, ()) == ("CDS503",)
    assert open_doubts(new, doubts, accepted) == ()
    other = new.model_copy(update={"value": Decimal("1.5")})
    assert open_doubts(other, doubts_of(other, series, indicator()), accepted) == ("CDS503",)


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=12))
def test_entry_and_check_doubt_the_same(values: list[Decimal]) -> None:
    """One figure looked at in its whole series is what a walk along the series finds."""
    series, of = yearly(*map(str, values)), indicator()
    walked: dict[str, list[Problem]] = {each.period.text: [] for each in series}
    for each, problem in doubts_in(series, of):
        walked[each.period.text].append(problem)
    assert walked == {each.period.text: doubts_of(each, series, of) for each in series}


@given(st.integers(1, 30), st.decimals("0.1", 3, places=1), st.integers(2, 12))
def test_a_steady_series_is_never_doubted(start: int, step: Decimal, count: int) -> None:
    values = accumulate(repeat(step, count), initial=Decimal(start + 1))
    assert codes(yearly(*map(str, values)), indicator()) == []


def test_a_figure_that_is_none_is_not_doubted() -> None:
    nothing = Observation(
        indicator="x",
        org_unit="tinh",
        period=Period.day(date(2020, 1, 1)),
        not_available="chưa báo cáo",
    )
    assert doubts_of(nothing, yearly("1", "90"), indicator()) == []
