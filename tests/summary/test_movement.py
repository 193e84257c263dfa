"""How far a figure moved: only against the previous one that it may be compared with."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.movement import Movement, NotCompared, contradicts_itself, movement
from cdstrack.core.record.observation import Observation

Figure = Callable[..., Observation]


@pytest.fixture
def moved(plan: Plan, figure: Figure) -> Callable[..., Movement]:
    """How the last of these (value, period) pairs moved."""

    def of(indicator: str, *pairs: tuple[str, str]) -> Movement:
        figures = [figure(indicator, *pair) for pair in pairs]
        return movement(figures[-1], figures, plan.by_id[indicator])

    return of


def test_a_first_figure_is_compared_with_nothing(moved: Callable[..., Movement]) -> None:
    assert moved("ho-so", ("60", "2022-07-31")).not_compared is NotCompared.FIRST


def test_a_share_moves_in_points_and_its_parts_say_why(moved: Callable[..., Movement]) -> None:
    change = moved("dich-vu", ("1542/1823", "2024-10"), ("1542/1871", "2024-11-14"))
    assert change.change == Fraction(154200, 1871) - Fraction(154200, 1823)
    assert (change.numerator, change.denominator) == (Decimal(0), Decimal(48))
    assert change.better is False


def test_the_latest_earlier_period_counts_whatever_was_recorded_last(
    moved: Callable[..., Movement],
) -> None:
    pairs = [("50", "2022-05-31"), ("58", "2022-06-30"), ("40", "2022-01-31"), ("60", "2022-07-31")]
    assert moved("ho-so", *pairs).change == 2


def test_nothing_is_compared_across_a_break(moved: Callable[..., Movement]) -> None:
    change = moved("dich-vu", ("100", "2022-07-31"), ("81", "2022-09-30"))
    assert change.not_compared is NotCompared.BREAK
    assert change.broken_by is not None
    assert change.broken_by.reason == "Nghị định 42/2022/NĐ-CP"
    assert moved("dich-vu", ("80", "2022-08-15"), ("81", "2022-09-30")).change == 1


def test_a_flow_is_compared_with_the_same_part_of_the_year_before(
    moved: Callable[..., Movement],
) -> None:
    year_before, part = "2021-01-01/2021-07-31", "2022-01-01/2022-07-31"
    pairs = [("100", year_before), ("900", "2021"), ("90", "2022-H1"), ("120", part)]
    change = moved("ho-so-truc-tuyen", *pairs)
    assert change.change == 20
    assert change.same_part
    alone = moved("ho-so-truc-tuyen", ("900", "2021"), ("120", part))
    assert alone.not_compared is NotCompared.NO_SAME_PART
    assert moved("ho-so-truc-tuyen", ("900", "2021"), ("950", "2022")).change == 50


def test_a_rank_moves_by_places_and_a_lower_one_is_better(moved: Callable[..., Movement]) -> None:
    change = moved("xep-hang", ("33/63", "2020"), ("31/63", "2021"))
    assert change.change == -2
    assert change.better
    assert change.numerator is None


def test_a_rate_is_not_compared_with_a_period_of_another_kind(plan: Plan, figure: Figure) -> None:
    part = {"disaggregation": "sector=du-lich"}
    figures = [
        figure("kinh-te-nganh", "3", "2022-06", **part),
        figure("kinh-te-nganh", "4", "2022", **part),
    ]
    moved = movement(figures[1], figures, plan.by_id["kinh-te-nganh"])
    assert moved.not_compared is NotCompared.OTHER_SPAN


def test_other_bodies_and_parts_are_another_series(plan: Plan, figure: Figure) -> None:
    figures = [
        figure("ho-so", "30", "2022-06-30", org_unit="huyen-a"),
        figure("ho-so", "60", "2022-07-31"),
    ]
    moved = movement(figures[1], figures, plan.by_id["ho-so"])
    assert moved.not_compared is NotCompared.FIRST


def test_a_state_moves_in_steps_and_no_figure_moves_nowhere(
    moved: Callable[..., Movement],
) -> None:
    assert moved("kho-du-lieu", ("not-started", "2021-12-31"), ("done", "2022-06-30")).change == 3
    gone = moved("ho-so", ("60", "2022-06-30"), ("na:chưa tổng hợp", "2022-07-31"))
    assert gone.not_compared is NotCompared.NO_FIGURE
    back = moved("ho-so", ("60", "2022-05-31"), ("na:", "2022-06-30"), ("61", "2022-07-31"))
    assert back.change == 1


@given(before=st.integers(0, 100), after=st.integers(0, 100))
def test_better_is_the_wanted_direction(
    plan: Plan, figure: Figure, before: int, after: int
) -> None:
    for indicator, sign in (("ho-so", 1), ("xep-hang", -1)):
        figures = [
            figure(indicator, f"{value}", f"{year}")
            for year, value in ((2021, before), (2022, after))
        ]
        change = movement(figures[1], figures, plan.by_id[indicator])
        assert change.change == after - before
        wanted = (after - before) * sign
        assert change.better is (None if wanted == 0 else wanted > 0)


@pytest.mark.parametrize(
    ("value", "stated", "contradicts"),
    [
        ("981/1446", "68", False),
        ("981/1446", "67.84", False),
        ("981/1446", "67.8", False),
        ("1483/1542", "80.2", True),
        ("1/8", "12.5", False),
        ("1/8", "13", False),
        ("1/8", "12", False),
    ],
)
def test_a_printed_percentage_must_be_a_rounding_of_the_two_numbers(
    plan: Plan, figure: Figure, value: str, stated: str, contradicts: bool
) -> None:
    made = figure("ho-so", value, "2022-07-31", stated=stated)
    assert contradicts_itself(made, plan.by_id["ho-so"]) is contradicts
