"""The median slope of many points is found without forming every slope, and is the same."""

from itertools import combinations
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.verdict import median_slope as module
from cdstrack.core.verdict.median_slope import extreme_slopes, median_slope, slope
from cdstrack.core.verdict.trajectory import Point

NUMBERS = st.decimals(-10_000, 10_000, places=2).map(float)
DAYS = st.integers(0, 20_000).map(lambda day: 2000 + day / 365)
POINTS = st.dictionaries(DAYS, NUMBERS, min_size=3, max_size=40).map(
    lambda found: [Point(t, x) for t, x in sorted(found.items())]
)


@pytest.fixture(autouse=True)
def no_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even three points are many."""
    monkeypatch.setattr(module, "FEW", 2)


@given(POINTS)
def test_it_is_the_median_of_all_slopes(points: list[Point]) -> None:
    slopes = [slope(*pair) for pair in combinations(points, 2)]
    assert median_slope(points) == pytest.approx(median(slopes), rel=1e-11, abs=1e-11)
    assert extreme_slopes(points) == pytest.approx((min(slopes), max(slopes)), rel=1e-11, abs=1e-11)


@pytest.mark.parametrize("change", [0.0, 3.65, -1000.0])
def test_a_line_has_one_slope(change: float) -> None:
    points = [Point(2000 + day / 365, 40 + change * day / 365) for day in range(500)]
    assert median_slope(points) == pytest.approx(change, abs=1e-9)


def test_steps_and_noise_are_found_to_the_last_digit() -> None:
    points = [Point(2000 + day / 365, 40 + (day * 7919) % 40 + day // 50) for day in range(400)]
    assert median_slope(points) == median(slope(*pair) for pair in combinations(points, 2))


def test_ten_thousand_daily_figures_are_few_seconds_and_few_slopes() -> None:
    points = [Point(2000 + day / 365, (day * 7919) % 40) for day in range(10_000)]
    assert abs(median_slope(points)) < 0.1
