"""Verdicts that are easily given wrongly: missing groups, strict bounds, ranges, ways without a start."""

from datetime import date
from fractions import Fraction
from functools import partial

import pytest
from tests.verdict.decision_cases import figure, indicator
from tests.verdict.decision_cases import verdict as judged

from cdstrack.core.plan.model import MethodName
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Reason, Status

SECTORS = {"every": {"sector": ["nn", "dl"]}}
AT_LEAST_5 = {"due": "2025-12-31", "at_least": "5"}


verdict = partial(judged, as_of="2025-01-31")


# A group without figures forbids "achieved"; it makes nothing worse.


@pytest.mark.parametrize("method", MethodName)
def test_a_better_figure_does_not_deteriorate_because_a_group_is_missing(
    method: MethodName,
) -> None:
    met = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "6"}, **SECTORS)
    found = verdict(met, figure("2024", "7", group="sector=nn"), method=method)
    undefined = method is MethodName.DESTATIS
    assert found.status is (Status.INSUFFICIENT_DATA if undefined else Status.ON_TRACK)
    assert (found.outlook, found.ratio, found.met) == (None, None, False)
    assert found.forecast == pytest.approx(22 / 3)
    assert found.way_made == 1.0
    assert found.lacks_only_groups


def test_row_10_holds_where_a_reported_group_no_longer_meets_the_target() -> None:
    met = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "6"}, **SECTORS)
    found = verdict(met, figure("2024", "4.5", group="sector=nn"))
    assert (found.status, found.outlook) == (Status.DETERIORATING, Outlook.AWAY)
    assert (found.way_made, found.lacks_only_groups) == (0.0, False)


def test_row_11_takes_a_fall_from_the_origin_for_one_though_the_target_is_still_met() -> None:
    met = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "6"}, **SECTORS)
    assert verdict(met, figure("2024", "5.5", group="sector=nn")).status is Status.DETERIORATING


def test_where_the_reported_groups_meet_the_target_nothing_is_left_to_reach() -> None:
    rising = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "3"}, **SECTORS)
    found = verdict(rising, figure("2024", "5.5", group="sector=nn"))
    assert (found.status, found.outlook) == (Status.ON_TRACK, None)
    assert found.flags == (Flag.LOW_CONFIDENCE, Flag.PARTIAL_BREAKDOWN, Flag.AHEAD)
    assert found.current_pace == pytest.approx(5 / 6)
    assert found.forecast == pytest.approx(19 / 3)
    assert found.gap == Fraction(-1, 2)


def test_a_first_figure_that_met_the_target_is_no_promise_to_keep() -> None:
    """Only a declared baseline is: row 10 does not speak of an assumed one, the method does."""
    strict = indicator({"due": "2025-12-31", "more_than": "80"})
    over = figure("2022", "80", qualifier=Qualifier.OVER)
    assert verdict(strict, over, figure("2024", "80")).status is Status.OFF_TRACK
    target = {"due": "2027-12-31", "at_least": "80"}
    figures = [
        figure(year, value)
        for year, value in {"2021": "85", "2022": "60", "2023": "70", "2024": "76"}.items()
    ]
    assumed = verdict(indicator(target), *figures, method=MethodName.DESTATIS)
    assert assumed.status is Status.DETERIORATING
    assert assumed.ratio == pytest.approx(-3 * 3 / 4)
    regained = [figure("2020", "50"), *figures]
    start = {"date": "2019-12-31", "value": "90"}
    assert verdict(indicator(target), *regained, method=MethodName.DESTATIS).status is (
        Status.ON_TRACK
    )
    declared = verdict(indicator(target, baseline=start), *regained, method=MethodName.DESTATIS)
    assert declared.status is Status.DETERIORATING


@pytest.mark.parametrize("method", MethodName)
def test_row_10_shows_the_measure_of_every_method_but_the_path_of_linear(
    method: MethodName,
) -> None:
    """The baseline met 80, the latest figure does not; the way on leads to 95 by 2030."""
    two = indicator(
        {"due": "2026-12-31", "at_least": "80"},
        {"due": "2030-12-31", "at_least": "95"},
        baseline={"date": "2020-12-31", "value": "82"},
    )
    years = {"2021": "81", "2022": "78", "2023": "77", "2024": "76"}
    known = [figure(year, value) for year, value in years.items()]
    found = verdict(two, *known, method=method)
    assert found.status is Status.DETERIORATING
    assert (found.ratio is None) is (method is MethodName.LINEAR)
    later = verdict(two, *known, place=1, method=method)
    assert later.ratio is not None


def test_row_9_comes_before_row_10() -> None:
    lost = indicator(
        {"due": "2026-12-31", "at_least": "80"}, baseline={"date": "2024-11-30", "value": "82"}
    )
    found = verdict(lost, figure("2024-12-31", "70"))
    assert (found.status, found.reasons) == (Status.INSUFFICIENT_DATA, (Reason.SPAN_TOO_SHORT,))
    known = indicator(
        {"due": "2026-12-31", "at_least": "80"}, baseline={"date": "2020-12-31", "value": "82"}
    )
    undefined = verdict(known, figure("2024-12-31", "0"), method=MethodName.CAGR)
    assert undefined.status is Status.INSUFFICIENT_DATA
    assert Reason.UNDEFINED_FOR_METHOD in undefined.reasons


def test_a_break_that_leaves_no_figure_for_a_past_target_is_why_nobody_knows() -> None:
    cut = indicator(
        {"due": "2024-12-31", "at_least": "80"}, breaks=[{"date": "2024-07-01", "reason": "…"}]
    )
    found = verdict(cut, figure("2023", "90"), as_of="2025-06-30")
    assert (found.status, found.reasons) == (
        Status.AWAITING_DATA,
        (Reason.DEFINITION_BREAK,),
    )


# Past due: what was short, and what is not known.


def test_a_strict_target_is_missed_by_zero_and_says_so() -> None:
    strict = indicator({"due": "2024-12-31", "more_than": "80"})
    found = verdict(strict, figure("2024-12-31", "80"))
    assert (found.status, found.shortfall) == (Status.MISSED, Fraction(0))
    assert found.reasons == (Reason.SHORTFALL,)


def test_a_goal_once_reached_stays_reached_until_a_later_figure_says_otherwise() -> None:
    yearly = indicator({"due": "2025-12-31", "at_least": "100"}, frequency="quarterly")
    reached = figure("2024-11-30", "100")
    before = verdict(yearly, reached, as_of="2025-12-30")
    assert (before.status, before.reached_on) == (Status.ACHIEVED, date(2024, 11, 30))
    after = verdict(yearly, reached, as_of="2026-01-01")
    assert (after.status, after.reached_on) == (Status.ACHIEVED, date(2024, 11, 30))
    assert Flag.UNCONFIRMED in after.flags
    confirmed = verdict(yearly, reached, figure("2026-06-30", "100"), as_of="2026-07-01")
    assert confirmed.status is Status.ACHIEVED
    assert Flag.UNCONFIRMED not in confirmed.flags
    lost = verdict(yearly, reached, figure("2025-03-31", "97"), as_of="2026-01-01")
    assert lost.status is Status.AWAITING_DATA
    contradicted = verdict(yearly, reached, figure("2026-01-31", "97"), as_of="2026-02-01")
    assert contradicted.status is Status.MISSED


def test_a_figure_within_one_period_that_does_not_meet_is_none_near_the_due_date() -> None:
    half_yearly = indicator(AT_LEAST_5, frequency="half-yearly")
    found = verdict(half_yearly, figure("2025-06-30", "4"), as_of="2026-02-01")
    assert found.status is Status.AWAITING_DATA
    assert found.reasons == (Reason.NO_FIGURE_NEAR_DUE,)


# A range may be left at its far end.


@pytest.mark.parametrize(
    ("latest", "forecast", "outlook"),
    [
        ("33", 42.0, Outlook.SHORT),
        ("31.2", 38.4, Outlook.REACH),
        ("32.1", 40.2, Outlook.JUST_SHORT),
    ],
)
def test_a_forecast_beyond_a_range_is_short_of_it_by_as_much(
    latest: str, forecast: float, outlook: Outlook
) -> None:
    ranged = indicator(
        {"due": "2027-12-31", "between": ["35", "40"]},
        baseline={"date": "2021-12-31", "value": "24"},
    )
    found = verdict(ranged, figure("2024-12-31", latest))
    assert found.forecast == pytest.approx(forecast)
    assert found.outlook is outlook


# The way made: from where the path begins, and from nowhere else.


def test_the_way_is_made_from_the_declared_baseline() -> None:
    declared = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "1"})
    assert verdict(declared, figure("2024", "2")).way_made == 0.25


def test_without_a_baseline_the_way_is_made_from_the_first_figure() -> None:
    measured = indicator({"due": "2030-12-31", "at_least": "90"})
    fallen = verdict(measured, figure("2022", "62"), figure("2024", "61"))
    assert (fallen.status, fallen.way_made) == (Status.DETERIORATING, 0.0)
    assert verdict(measured, figure("2022", "62"), figure("2024", "69")).way_made == 0.25


def test_one_figure_alone_has_made_no_known_way() -> None:
    assert verdict(indicator(AT_LEAST_5), figure("2024", "4")).way_made is None


def test_who_has_fallen_back_from_a_target_met_at_the_start_has_made_no_way() -> None:
    back = indicator(AT_LEAST_5, baseline={"date": "2021-12-31", "value": "7"})
    assert verdict(back, figure("2024", "4")).way_made == 0.0


# A pace from figures that lie days apart means nothing.


def test_two_figures_in_a_week_have_a_pace_that_is_not_to_be_told() -> None:
    waiting = indicator({"due": "2025-12-31", "at_most": "30"}, direction="decrease")
    found = verdict(waiting, figure("2024-12-29", "60"), figure("2024-12-31", "45"))
    assert found.reasons == (Reason.SPAN_TOO_SHORT,)
    assert found.current_pace == pytest.approx(-2790)
    assert found.telling_pace is None
    apart = verdict(waiting, figure("2023-12-31", "60"), figure("2024-12-31", "45"))
    assert apart.telling_pace == pytest.approx(-15)
