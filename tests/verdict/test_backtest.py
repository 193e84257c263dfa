"""The plan's own series run through time: which trials are made, and how they are counted."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator

from cdstrack.core.plan.model import Header, Indicator, Label, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.backtest import BacktestReport, build_backtest
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.verdict.trials import Untried
from cdstrack.core.verdict.vocabulary import Outlook

STEADY = {"2018": "10", "2019": "20", "2020": "30", "2021": "40", "2022": "50", "2023": "60"}
AT_55 = {"due": "2030-12-31", "at_least": "55"}


def backtested(
    measured: Indicator, figures: list[Observation], as_of: str = "2025-01-31"
) -> BacktestReport:
    plan = Plan(plan=Header(id="p", title=Label(vi="P"), area="a"), indicators=(measured,))
    day = date.fromisoformat(as_of)
    header = ReportHeader(
        "backtest", "p", plan.plan.title, "0", day, None, MethodName.LINEAR, "Asia/Ho_Chi_Minh"
    )
    return build_backtest(plan, plan.indicators, figures, header)


def yearly(values: dict[str, str]) -> list[Observation]:
    return [figure(year, value) for year, value in values.items()]


def test_from_the_fourth_figure_on_every_later_one_is_a_trial() -> None:
    """Ten more each year: the pace is right, keeping the last value is 10 or 20 wrong."""
    report = backtested(indicator(unit="count"), yearly(STEADY))
    (item,) = report.items
    seen = [(trial.carried, trial.forecast, trial.actual) for trial in item.tried.trials]
    assert seen == [(40, 50, 50), (40, 60, 60), (50, 60, 60)]
    tally = item.tally
    assert (tally.forecasts, tally.within, tally.forecast) == (3, 3, 0)
    assert tally.carried == pytest.approx(40 / 3)
    first, second, _ = item.tried.trials
    assert (first.centre, second.centre) == pytest.approx((49, 40 + 10 * 1.71))
    assert report.total.centre == pytest.approx((1 + 2.9 + 1) / 40)
    assert list(report.by_horizon) == [1.5, 3.5]


def test_each_number_of_a_target_is_asked_about_where_it_is_not_met_yet() -> None:
    report = backtested(indicator(AT_55, unit="count"), yearly(STEADY))
    (item,) = report.items
    said = [(call.outlook, call.met) for call in item.tried.calls]
    assert said == [
        (Outlook.SHORT, False),
        (Outlook.REACH, True),
        (Outlook.REACH, True),
    ]
    assert (report.by_outlook[Outlook.REACH].cases, report.by_outlook[Outlook.REACH].met) == (2, 2)
    assert sum(each.cases for each in report.by_chance.values()) == 3


def test_a_share_of_fewer_than_twenty_is_not_given() -> None:
    few = backtested(indicator(AT_55, unit="count"), yearly(STEADY))
    assert few.total.share_within is None
    assert few.by_outlook[Outlook.REACH].share is None
    years = {str(year): str(year % 7) for year in range(1990, 2020)}
    many = backtested(indicator(unit="count"), yearly(years))
    assert many.total.share_within == many.total.within / many.total.forecasts


def test_nothing_is_compared_across_a_break() -> None:
    cut = indicator(unit="count", breaks=[{"date": "2021-01-01", "reason": "…"}])
    (item,) = backtested(cut, yearly(STEADY)).items
    assert (item.tried.trials, item.tried.untried) == ((), Untried.FEW_FIGURES)


def test_a_declared_baseline_begins_the_series_and_what_lies_before_it_is_left_out() -> None:
    start = {"date": "2018-12-31", "value": "10"}
    later = {year: value for year, value in STEADY.items() if year != "2018"}
    known = yearly({"2015": "99"} | later)
    (item,) = backtested(indicator(unit="count", baseline=start), known).items
    assert len(item.tried.trials) == 3


def test_the_bounds_hold_forecast_and_range() -> None:
    shares = {"2018": "60", "2019": "75", "2020": "90", "2021": "98", "2022": "99"}
    (item,) = backtested(indicator(bounds=["0", "100"]), yearly(shares)).items
    (trial,) = item.tried.trials
    assert trial.forecast == trial.high == 100


def test_why_a_series_is_not_tried() -> None:
    few = yearly({"2022": "1", "2023": "2"})
    close = [figure(f"2023-{month:02}", str(month)) for month in range(1, 8)]
    state = indicator(unit="state")
    sectors = indicator(every={"sector": ["y-te"]})
    cases = [
        (indicator(), few, Untried.FEW_FIGURES),
        (indicator(), [], Untried.FEW_FIGURES),
        (indicator(), close, Untried.SHORT_SPAN),
        (state, [figure("2023", "done")], Untried.STATE),
        (sectors, [figure("2023", "5", group="sector=y-te")], Untried.BREAKDOWN),
    ]
    assert [backtested(each, known).items[0].tried.untried for each, known, _ in cases] == [
        why for *_, why in cases
    ]


def test_errors_of_different_units_add_up_as_shares_of_their_own() -> None:
    """In tonnes or in thousand tonnes: the totals are the same."""
    uneven = {str(2010 + n): str(n * n % 11) for n in range(12)}
    scaled = {year: str(int(value) * 1000) for year, value in uneven.items()}
    here, there = (
        backtested(indicator(unit="count"), yearly(values)).total for values in (uneven, scaled)
    )
    assert (here.forecast, here.centre) == pytest.approx((there.forecast, there.centre))
    assert here.within == there.within
    assert here.carried == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(values=st.lists(st.integers(0, 100), min_size=4, max_size=9), shuffle=st.randoms())
def test_neither_the_order_of_recording_nor_later_figures_matter(
    values: list[int], shuffle: Random
) -> None:
    known = yearly({str(2010 + n): str(value) for n, value in enumerate(values)})
    later = [*known, figure("2024", "1000")]
    shuffle.shuffle(later)
    target = indicator(AT_55, unit="count")
    here, there = backtested(target, known, "2020-01-31"), backtested(target, later, "2020-01-31")
    assert here.items == there.items
    for trial in here.items[0].tried.trials:
        assert trial.low <= trial.centre <= trial.high
