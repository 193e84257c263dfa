"""Which one assumption makes two methods disagree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verdict.method_cases import case, ratio, status

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.disagreement import Assumption, deciding
from cdstrack.core.verdict.methods.interface import Case
from cdstrack.core.verdict.trajectory import Path, Point

E01 = case({2023: 40, 2025: 50}, (2030, 80))
E08 = case({2020: 0, 2024: 38}, (2030, 100))
SLOWED = case(
    dict(zip(range(2016, 2025), (20, 35, 48, 52, 54, 55, 56, 56.5, 57), strict=True)), (2030, 70)
)


def milestones() -> Case:
    """E06: 35 by way of 60 in 2025 to 85 in 2030; 61 in the middle of 2026."""
    straight = case({2022: 35, 2024: 52, 2025: 58, 2025.5: 61}, (2030, 85))
    path = Path((straight.origin, Point(2026, 60), straight.target))
    kept = (straight.origin, straight.latest, straight.target, 1, path, straight.points)
    return Case(*kept, straight.unit, straight.measure)


@pytest.mark.parametrize(
    ("judged", "one", "other", "assumption"),
    [
        (E01, "linear", "cagr", Assumption.SHAPE),
        (E01, "linear", "unsd", Assumption.SHAPE),
        (E01, "linear", "aarr", Assumption.SHAPE),
        (E08, "linear", "sdsn", Assumption.CUT),
        (milestones(), "linear", "sdsn", Assumption.PATH),
        (SLOWED, "linear", "destatis", Assumption.WINDOW),
    ],
)
def test_the_assumption_that_decides(
    judged: Case, one: str, other: str, assumption: Assumption
) -> None:
    statuses = [status(name, ratio(name, judged)) for name in (one, other)]
    assert statuses[0] != statuses[1]
    assert deciding(judged, MethodName(one), MethodName(other)) is assumption
    assert deciding(judged, MethodName(other), MethodName(one)) is assumption


def test_what_no_single_exchange_settles_is_the_deepest_difference() -> None:
    """From 18 the way is half made; `destatis` has forgotten the 18 and sees a fall from 83."""
    wild = case({2016: 18, 2017: 83, 2018: 94, 2019: 88, 2020: 72, 2021: 36, 2022: 39}, (2030, 76))
    pair = MethodName.LINEAR, MethodName.DESTATIS
    statuses = [status(name, ratio(name, wild)) for name in pair]
    assert statuses[0] != statuses[1]
    assert deciding(wild, *pair) is Assumption.BASELINE


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(st.integers(1, 99), min_size=4, max_size=9),
    goal=st.integers(60, 100),
    pair=st.permutations(list(MethodName)).map(lambda names: names[:2]),
)
def test_either_order_of_the_two_gives_one_answer(
    values: list[int], goal: int, pair: list[MethodName]
) -> None:
    judged = case(dict(enumerate(values, start=2016)), (2030, goal))
    one, other = pair
    named = deciding(judged, one, other)
    assert named is deciding(judged, other, one)


def test_a_method_without_a_measure_has_nothing_to_exchange() -> None:
    from_zero = case({2020: 0, 2024: 38}, (2030, 100))
    assert deciding(from_zero, MethodName.LINEAR, MethodName.CAGR) is None
