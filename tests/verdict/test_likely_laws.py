"""What holds for the likely range and the chance on random series."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import isclose
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator, item, verdict

from cdstrack.core.verdict.bounds import Bounds, held
from cdstrack.core.verdict.likely import Spread, chance_of, spread_of
from cdstrack.core.verdict.pace import Trend
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import Point
from cdstrack.words.labels.likely import range_sentence

_sizes = st.integers(-400, 400).map(lambda tenths: tenths / 10)
_steps = st.sampled_from([0.25, 0.5, 1, 2])
_horizons = st.integers(1, 40).map(lambda quarters: quarters / 4)
_bounds = st.sampled_from([(None, None), (0, None), (None, 100), (0, 100), (-50, 20)]).map(
    lambda pair: tuple(None if end is None else Fraction(end) for end in pair)
)
_thresholds = st.one_of(
    st.builds(Threshold, low=_sizes.map(Fraction), high=st.none(), strict=st.booleans()),
    st.builds(Threshold, low=st.none(), high=_sizes.map(Fraction), strict=st.booleans()),
    st.tuples(_sizes, _sizes).map(lambda ends: Threshold(Fraction(min(ends)), Fraction(max(ends)))),
)


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
        elsewhere = spread._replace(latest=spread.latest + 1000)
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


def _of_field(place: float, field: int | None) -> dict[str, Any]:
    return {"numerator": Decimal(place), "denominator": Decimal(field)} if field else {}


_units = st.sampled_from(
    [
        ("percent", [0, 100]),
        ("percent", [10, 87]),
        ("per_thousand", [0, 1000]),
        ("count", None),
        ("count", [3, 240]),
        ("rank", None),
        ("rank", [1, 34]),
        ("index", [0, 1]),
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    unit=_units,
    parts=st.lists(st.integers(0, 100), min_size=4, max_size=7),
    due=st.integers(2028, 2040),
    field=st.sampled_from([None, 34, 63, 400]),
    is_in_figures=st.booleans(),
)
def test_nothing_that_cannot_be_is_said_of_the_future(
    unit: tuple[str, list[int] | None],
    parts: list[int],
    due: int,
    field: int | None,
    is_in_figures: bool,
) -> None:
    """Range, forecast, words and band stay within the bounds, a count's nothing, a rank's field."""
    name, bounds = unit
    floor, ceiling = bounds or ({"count": 0, "rank": 1}[name], None)
    if name == "rank" and field:
        ceiling = min(ceiling or field, field)
    top = ceiling or 500
    places = 0 if name in {"count", "rank"} else 4
    values = [round(floor + (top - floor) * part / 100, places) for part in parts]
    known = field if name == "rank" and is_in_figures else None
    figures = [
        figure(str(year), str(value), **_of_field(value, known))
        for year, value in enumerate(values, start=2020)
    ]
    stated = {"of": str(field)} if field and not known else {}
    asked = {"top": "30", **stated} if name == "rank" else {"at_least": str(floor + 1)}
    measured = indicator(
        {"due": f"{due}-12-31", **asked},
        unit=name,
        bounds=[str(end) for end in bounds] if bounds else None,
        direction="decrease" if name == "rank" else "increase",
    )
    last = f"{2019 + len(values)}-12-31"
    found = item(measured, *figures, as_of=last)
    told = found.targets[0].verdict
    ends = [] if told.likely is None else [told.likely.low, told.likely.high]
    if told.likely is not None:
        words = range_sentence(told.likely, measured, "en")
        numbers = [float(each.replace(",", "")) for each in re.findall(r"[\d.,]*\d", words)]
        ends += numbers
        ends += [
            end for t in (0.5, 1, 2) for end in told.likely.spread.after(t, told.likely.bounds)
        ]
        assert name not in {"count", "rank"} or all(each == int(each) for each in numbers)
    ends += [] if told.forecast is None else [told.forecast]
    assert all(floor <= end <= (end if ceiling is None else ceiling) for end in ends)
