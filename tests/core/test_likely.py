"""What is likely at the due date: the range, the chance, and where nothing is said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import isclose
from statistics import NormalDist

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.core.decision_cases import figure, indicator, verdict

from cdstrack.core.verdict.likely import (
    EIGHTY_PERCENT,
    Bounds,
    Likely,
    Spread,
    chance_of,
    held,
    spread_of,
    usual_change,
)
from cdstrack.core.verdict.pace import Trend
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import Point
from cdstrack.core.verdict.vocabulary import Outlook, Status

YEARLY = {"2020": "40", "2021": "45", "2022": "55", "2023": "58"}


def likely(figures: dict[str, str], as_of: str = "2024-06-30", **changes: object) -> Likely | None:
    target = changes.pop("target", {"due": "2025-12-31", "at_least": "80"})
    assert isinstance(target, dict)
    known = [figure(period, value) for period, value in figures.items()]
    return verdict(indicator(target, **changes), *known, as_of=as_of).likely


def test_a_worked_example() -> None:
    """Slopes 3, 5, 6, 6.5, 7.5, 10 make a pace of 6.25; u is the median of 5, 10 and 3."""
    found = likely(YEARLY)
    assert found is not None
    centre, half = 58 + 6.25 * (0.9 + 0.81), 2 * 5 * 2**0.5
    assert (found.low, found.high) == pytest.approx((centre - half, centre + half))
    standard = NormalDist(centre, half / EIGHTY_PERCENT)
    assert found.chance == pytest.approx(1 - standard.cdf(80))
    assert found.basis == "damped"


def test_uneven_dates_are_brought_to_one_year_by_the_root_of_time() -> None:
    points = (Point(2020, 10), Point(2020.25, 12), Point(2022.25, 15), Point(2026.25, 31))
    assert usual_change(points) == pytest.approx(4)
    assert usual_change(points[:3]) == pytest.approx((4 + 3 / 2**0.5) / 2)


def test_the_range_ends_at_the_bounds_and_the_chance_does_not_shrink_with_it() -> None:
    """What lies beyond 100 stands on 100: all of it meets "at least 100"."""
    figures = {"2020": "80", "2021": "86", "2022": "92", "2023": "98"}
    target = {"due": "2025-12-31", "at_least": "100"}
    bounded = likely(figures, target=target, bounds=["0", "100"])
    open_ended = likely(figures, target=target)
    assert bounded is not None
    assert open_ended is not None
    assert bounded.high == 100 < open_ended.high
    assert bounded.chance == open_ended.chance


@pytest.mark.parametrize(
    ("target", "bounds", "chance"),
    [
        ({"more_than": "100"}, ["0", "100"], 0.0),
        ({"at_least": "0"}, ["0", "100"], 1.0),
        ({"less_than": "0"}, ["0", "100"], 0.0),
        ({"between": ["0", "100"]}, ["0", "100"], 1.0),
    ],
)
def test_the_bounds_alone_may_decide(
    target: dict[str, object], bounds: list[str], chance: float
) -> None:
    found = likely(YEARLY, target={"due": "2025-12-31", **target}, bounds=bounds)
    assert found is not None
    assert found.chance == chance


def test_no_rank_is_likely_to_be_better_than_the_first() -> None:
    ranks = {"2020": "12", "2021": "9", "2022": "5", "2023": "3"}
    found = likely(
        ranks,
        target={"due": "2025-12-31", "top": "1"},
        unit="rank",
        measure="rank",
        direction="decrease",
    )
    assert found is not None
    assert found.low == 1


def test_a_series_that_never_moved_is_sure_either_way() -> None:
    still = dict.fromkeys(YEARLY, "80")
    assert likely(still) == Likely(80, 80, 1.0, Spread(80, 0, 2, 0))
    strict = likely(still, target={"due": "2025-12-31", "more_than": "80"})
    assert strict is not None
    assert strict.chance == 0.0


def test_on_the_due_date_the_figure_is_the_answer() -> None:
    found = likely(YEARLY, "2023-12-31", target={"due": "2023-12-31", "at_least": "58"})
    assert found is not None
    assert (found.low, found.high, found.chance) == (58, 58, 1.0)
    nearly = [figure(year, value) for year, value in YEARLY.items()][:-1]
    nearly.append(figure("2023", "58", qualifier="nearly"))
    missed = verdict(
        indicator({"due": "2023-12-31", "at_least": "58"}), *nearly, as_of="2023-12-31"
    )
    assert missed.likely is not None
    assert missed.likely.chance == 0.0


def test_a_declared_baseline_is_one_of_the_figures() -> None:
    three = {year: YEARLY[year] for year in ("2021", "2022", "2023")}
    assert likely(three) is None
    assert likely(three, baseline={"date": "2020-12-31", "value": "40"}) == likely(YEARLY)


def test_what_lies_before_a_break_is_not_counted() -> None:
    cut = [{"date": "2021-01-01", "reason": "định nghĩa mới"}]
    assert likely(YEARLY, breaks=cut) is None
    later = {"2017": "1"} | YEARLY
    assert likely(later, breaks=[{"date": "2018-01-01", "reason": "…"}]) == likely(YEARLY)


@pytest.mark.parametrize(
    ("figures", "as_of", "changes"),
    [
        ({"2021": "45", "2022": "55", "2023": "58"}, "2024-06-30", {}),
        (
            {"2022-03": "45", "2022-09": "47", "2023-03": "55", "2023-09": "58"},
            "2024-06-30",
            {},
        ),
        (YEARLY, "2026-01-01", {}),
        (YEARLY, "2024-06-30", {"target": {"due": "2039-12-31", "at_least": "80"}}),
        (YEARLY, "2024-06-30", {"target": {"at_least": "80"}}),
        (YEARLY, "2024-06-30", {"target": {"due": "2025-12-31", "each_year_at_least": "5"}}),
        (YEARLY, "2024-06-30", {"target": {"due": "2025-12-31", "universal": "true"}}),
    ],
    ids=["three", "span", "past", "horizon", "no due date", "each year", "no number"],
)
def test_where_nothing_is_said(
    figures: dict[str, str], as_of: str, changes: dict[str, object]
) -> None:
    assert likely(figures, as_of, **changes) is None


def test_nothing_is_said_of_groups_nor_of_states() -> None:
    groups = [figure(year, value, group="sector=y-te") for year, value in YEARLY.items()]
    divided = indicator({"due": "2025-12-31", "at_least": "80"}, every={"sector": ["y-te"]})
    assert verdict(divided, *groups, as_of="2024-06-30").likely is None
    state = indicator({"due": "2025-12-31", "reach": "done"}, unit="state")
    assert verdict(state, figure("2023", "in-progress"), as_of="2024-06-30").likely is None


def test_what_is_met_today_may_be_lost_by_the_due_date() -> None:
    figures = {"2020": "95", "2021": "90", "2022": "88", "2023": "82"}
    measured = indicator({"due": "2025-12-31", "at_least": "80"})
    found = verdict(measured, *[figure(*each) for each in figures.items()], as_of="2024-06-30")
    assert found.status is Status.ACHIEVED
    assert found.likely is not None
    assert found.likely.chance < 0.5


def test_reach_is_said_only_where_the_forecast_satisfies_the_target() -> None:
    """Nine days at most: 9.19 at this pace is nearly there, and not there."""
    days = {"2020": "19.19", "2021": "17.19", "2022": "15.19", "2023": "13.19"}
    measured = indicator({"due": "2025-12-31", "at_most": "9"}, unit="count", direction="decrease")
    found = verdict(measured, *[figure(*each) for each in days.items()], as_of="2024-06-30")
    assert found.forecast == pytest.approx(9.19)
    assert found.outlook is Outlook.JUST_SHORT
    enough = indicator({"due": "2025-12-31", "at_most": "9.19"}, unit="count", direction="decrease")
    found = verdict(enough, *[figure(*each) for each in days.items()], as_of="2024-06-30")
    assert found.outlook is Outlook.REACH


# Laws

_sizes = st.integers(-400, 400).map(lambda tenths: tenths / 10)
_steps = st.sampled_from([0.25, 0.5, 1, 2])


@st.composite
def trends(draw: st.DrawFn) -> Trend:
    """Four to nine figures over two years at least."""
    gaps = draw(st.lists(_steps, min_size=3, max_size=8).filter(lambda gaps: sum(gaps) >= 2))
    times = [2015.0]
    for gap in gaps:
        times.append(times[-1] + gap)
    return Trend.of(Point(time, draw(_sizes)) for time in times)


def _spread(trend: Trend, years: float) -> Spread:
    found = spread_of(trend, trend.points[-1].t + years)
    assert isinstance(found, Spread)
    return found


_horizons = st.integers(1, 40).map(lambda quarters: quarters / 4)
_bounds = st.sampled_from([(None, None), (0, None), (None, 100), (0, 100), (-50, 20)]).map(
    lambda pair: tuple(None if end is None else Fraction(end) for end in pair)
)
_thresholds = st.one_of(
    st.builds(Threshold, low=_sizes.map(Fraction), strict=st.booleans()),
    st.builds(Threshold, high=_sizes.map(Fraction), strict=st.booleans()),
    st.tuples(_sizes, _sizes).map(lambda ends: Threshold(Fraction(min(ends)), Fraction(max(ends)))),
)


def _ends(spread: Spread, bounds: Bounds) -> tuple[float, float]:
    low, high = (held(spread.centre + side * spread.half_width, bounds) for side in (-1, 1))
    return low, high


@settings(max_examples=400, deadline=None)
@given(trend=trends(), years=_horizons, threshold=_thresholds, bounds=_bounds)
def test_the_chance_agrees_with_the_range(
    trend: Trend, years: float, threshold: Threshold, bounds: Bounds
) -> None:
    """0.9 at least where all of the range meets the target (a range has two ends: 0.8); else 0.1."""
    spread = _spread(trend, years)
    low, high = map(Fraction, _ends(spread, bounds))
    chance = chance_of(threshold, spread, bounds)
    both = threshold.low is not None and threshold.high is not None
    if threshold.satisfied_by(low) and threshold.satisfied_by(high):
        assert chance >= (0.8 if both else 0.9) - 1e-9
    if all(not threshold.satisfied_by(each) for each in _within(low, high, threshold)):
        assert chance <= 0.1 + 1e-9


def _within(low: Fraction, high: Fraction, threshold: Threshold) -> list[Fraction]:
    """Values of the range that would meet the target if any did."""
    ends = [each for each in (threshold.low, threshold.high) if each is not None]
    inner = [each for each in ends if low <= each <= high]
    return [
        low,
        high,
        *inner,
        *((low + each) / 2 for each in inner),
        *((high + each) / 2 for each in inner),
    ]


@settings(max_examples=300, deadline=None)
@given(trend=trends(), years=_horizons, threshold=_thresholds, bounds=_bounds)
@example(
    trend=Trend.of(Point(2015 + n, n % 2 / 10) for n in range(6)),
    years=1,
    threshold=Threshold(low=Fraction(40)),
    bounds=(None, None),
)
def test_only_a_still_series_or_the_bounds_are_sure(
    trend: Trend, years: float, threshold: Threshold, bounds: Bounds
) -> None:
    spread = _spread(trend, years)
    chance = chance_of(threshold, spread, bounds)
    if chance in {0.0, 1.0} and spread.usual_change > 0:
        floor, ceiling = bounds
        assert floor is not None or ceiling is not None
        elsewhere = replace(spread, latest=spread.latest + 1000)
        assert chance_of(threshold, elsewhere, bounds) == chance


@settings(max_examples=200, deadline=None)
@given(trend=trends(), years=_horizons, place=st.integers(0, 7), wider=st.integers(10, 50))
def test_a_wider_history_of_changes_never_makes_the_range_narrower(
    trend: Trend, years: float, place: int, wider: int
) -> None:
    """One change grows, and all that comes after it is carried along."""
    points = trend.points
    at = place % (len(points) - 1)
    more = (points[at + 1].x - points[at].x) * (wider / 10 - 1)
    moved = (*points[: at + 1], *(Point(each.t, each.x + more) for each in points[at + 1 :]))
    wide, narrow = _spread(Trend.of(moved), years), _spread(trend, years)
    assert wide.half_width >= narrow.half_width - 1e-9


@settings(max_examples=200, deadline=None)
@given(trend=trends(), near=_horizons, far=_horizons)
def test_the_range_grows_with_the_horizon(trend: Trend, near: float, far: float) -> None:
    near, far = sorted((near, far))
    assume(near < far)
    close, distant = _spread(trend, near), _spread(trend, far)
    if close.usual_change > 0:
        assert close.half_width < distant.half_width
    else:
        assert close.half_width == distant.half_width == 0


@settings(max_examples=300, deadline=None)
@given(trend=trends(), years=_horizons, threshold=_thresholds, bounds=_bounds)
def test_a_mirrored_series_has_a_mirrored_range_and_the_same_chance(
    trend: Trend, years: float, threshold: Threshold, bounds: Bounds
) -> None:
    spread = _spread(trend, years)
    mirrored = _spread(Trend.of(Point(each.t, -each.x) for each in trend.points), years)
    floor, ceiling = (None if end is None else -end for end in bounds)
    turned = Threshold(
        None if threshold.high is None else -threshold.high,
        None if threshold.low is None else -threshold.low,
        threshold.strict,
    )
    low, high = _ends(spread, bounds)
    assert _ends(mirrored, (ceiling, floor)) == pytest.approx((-high, -low))
    here, there = (
        chance_of(threshold, spread, bounds),
        chance_of(turned, mirrored, (ceiling, floor)),
    )
    assert isclose(here, there, rel_tol=1e-9, abs_tol=1e-12)


@settings(max_examples=100, deadline=None)
@given(values=st.lists(st.integers(0, 1000), min_size=4, max_size=7), quarters=st.integers(0, 8))
def test_every_verdict_with_a_range_has_it_in_order_and_within_the_bounds(
    values: list[int], quarters: int
) -> None:
    known = [
        figure(str(2020 - len(values) + place), str(Decimal(value) / 10))
        for place, value in enumerate(values)
    ]
    due = date(2020 + quarters // 4, 12, 31)
    measured = indicator({"due": due.isoformat(), "at_least": "50"}, bounds=["0", "100"])
    found = verdict(measured, *known, as_of="2020-01-01").likely
    if found is not None:
        assert 0 <= found.low <= found.high <= 100
        assert 0 <= found.chance <= 1
