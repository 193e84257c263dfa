"""Which way an indicator without a target moves, by the rule of each method."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator

from cdstrack.core.plan.model import Indicator, MethodName
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.tendency import BY_GROWTH, Tendency, tendency_of

AS_OF = date(2025, 1, 31)
GROWING = [*BY_GROWTH]


def tendency(
    values: dict[str, str], method: str | None = None, measured: Indicator | None = None
) -> Tendency | None:
    judged = measured or indicator(unit="amount")
    known = [figure(period, value) for period, value in values.items()]
    series = build_series(judged, known, "a", AS_OF)
    return tendency_of(judged, series, AS_OF, None if method is None else MethodName(method))


def verdict(values: dict[str, str], method: str | None = None, **changes: object) -> str | None:
    found = tendency(values, method, indicator(**{"unit": "amount", **changes}))
    return None if found is None else str(found.verdict)


@pytest.mark.parametrize(
    ("method", "yearly", "expected"),
    [
        ("cagr", 0.5, "improving"),
        ("cagr", 0.49, "stagnating"),
        ("cagr", 0, "stagnating"),
        ("cagr", -0.01, "worsening"),
        ("unsd", 0.5, "improving"),
        ("unsd", 0.49, "stagnating"),
        ("unsd", -0.01, "worsening"),
        ("eurostat", 1.5, "improving"),
        ("eurostat", 0.01, "improving"),
        ("eurostat", 0, "stagnating"),
        ("eurostat", -0.01, "worsening"),
        ("linear", 0.6, "improving"),
        ("linear", 0.4, "stagnating"),
        ("linear", -0.4, "stagnating"),
        ("linear", -0.6, "worsening"),
    ],
)
def test_growth_over_four_years(method: str, yearly: float, expected: str) -> None:
    """The cuts are those of the sources, in per cent a year."""
    grown = {"2020": "100", "2024": f"{100 * (1 + yearly / 100) ** 4:.6f}"}
    assert verdict(grown, method) == expected
    shrunk = {"2020": "100", "2024": f"{100 * (1 - yearly / 100) ** 4:.6f}"}
    if method in BY_GROWTH:
        assert verdict(shrunk, method, direction="decrease") == expected


def test_the_methods_own_rate_is_kept_in_the_wanted_direction() -> None:
    found = tendency({"2020": "200", "2024": "100"}, "eurostat", indicator(direction="decrease"))
    assert found is not None
    assert found.rate == pytest.approx(1 - 0.5**0.25)
    assert found.method is MethodName.EUROSTAT


def test_the_method_of_the_plan_counts_unless_another_is_asked_for() -> None:
    slow, by_growth = {"2020": "100", "2024": "101"}, indicator(method="eurostat")
    found = [tendency(slow, method, by_growth) for method in (None, "linear")]
    assert [each and str(each.verdict) for each in found] == ["improving", "stagnating"]


@pytest.mark.parametrize("method", MethodName)
def test_a_value_that_was_zero_has_a_pace_and_no_growth(method: MethodName) -> None:
    found = verdict({"2020": "0", "2024": "10"}, method)
    assert found == (None if method in BY_GROWTH else "improving")


@pytest.mark.parametrize("method", GROWING)
def test_losses_that_shrink_are_an_improvement(method: MethodName) -> None:
    assert verdict({"2020": "-100", "2024": "-50"}, method) == "improving"


def test_nothing_is_said_of_too_little() -> None:
    assert verdict({"2024": "10"}) is None
    assert verdict({}) is None
    assert verdict({"2024-11-30": "10", "2024-12-31": "20"}) is None
    assert verdict({"2023": "in-progress", "2024": "done"}, unit="state") is None


def test_a_declared_baseline_counts_and_a_break_cuts() -> None:
    start = {"date": "2020-12-31", "value": "50"}
    assert verdict({"2024": "100"}, baseline=start) == "improving"
    cut = [{"date": "2022-01-01", "reason": "…"}]
    assert verdict({"2024": "100"}, baseline=start, breaks=cut) is None


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.integers(1, 500), min_size=2, max_size=8), method=st.sampled_from(MethodName)
)
def test_turning_the_wanted_direction_turns_the_rate(values: list[int], method: MethodName) -> None:
    known = {str(2024 - place): str(value) for place, value in enumerate(values)}
    up = tendency(known, method, indicator(unit="amount"))
    down = tendency(known, method, indicator(unit="amount", direction="decrease"))
    assert up is not None
    assert down is not None
    assert up.rate == pytest.approx(-down.rate)
