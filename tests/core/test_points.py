"""Points from figures: the highest step that is reached, or the share of a target."""

from fractions import Fraction

import pytest
from tests.core.composites import figure, indicator

from cdstrack.core.derived.points import points_of
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Qualifier

STEPS = {
    "max": "10",
    "steps": [{"at_least": "50", "points": "5"}, {"at_least": "80", "points": "10"}],
}


@pytest.mark.parametrize(
    ("value", "qualifier", "points"),
    [
        ("49.999999", "exact", 0),
        ("50", "exact", 5),
        ("79.999999", "exact", 5),
        ("80", "exact", 10),
        ("80", "nearly", 5),
        ("80", "over", 10),
        ("100", "exact", 10),
        ("7999/10000", "exact", 5),
    ],
)
def test_the_highest_step_that_is_reached_gives_the_points(
    value: str, qualifier: str, points: int
) -> None:
    scored = Indicator.model_validate(indicator("a", unit="percent", points=STEPS))
    assert points_of(scored, figure("a", value, qualifier=Qualifier(qualifier))) == points


def test_steps_may_give_less_the_higher_the_figure_is() -> None:
    steps = {
        "max": "10",
        "steps": [{"at_least": "0", "points": "10"}, {"at_least": "5", "points": "3"}],
    }
    scored = Indicator.model_validate(indicator("a", points=steps))
    assert [points_of(scored, figure("a", value)) for value in ("4.9", "5", "60")] == [10, 3, 3]


@pytest.mark.parametrize(
    ("direction", "comparator", "asked", "value", "points"),
    [
        ("increase", "at_least", "80", "40", Fraction(5)),
        ("increase", "at_least", "80", "80", Fraction(10)),
        ("increase", "more_than", "80", "95", Fraction(10)),
        ("increase", "at_least", "80", "0", Fraction(0)),
        ("increase", "at_least", "80", "-5", Fraction(0)),
        ("decrease", "at_most", "10", "20", Fraction(5)),
        ("decrease", "at_most", "10", "10", Fraction(10)),
        ("decrease", "at_most", "10", "0", Fraction(10)),
        # Of a target of zero there are no parts, and a figure is not missing for it.
        ("decrease", "at_most", "0", "0", Fraction(10)),
        ("decrease", "at_most", "0", "0.5", Fraction(0)),
        ("increase", "at_least", "0", "3", Fraction(10)),
        ("increase", "at_least", "-5", "-10", Fraction(0)),
    ],
)
def test_points_by_value_are_the_share_of_the_target(
    direction: str, comparator: str, asked: str, value: str, points: Fraction
) -> None:
    scored = indicator("a", points={"max": "10", "by": "value"})
    scored |= {"direction": direction, "targets": [{"due": "2025-12-31", comparator: asked}]}
    assert points_of(Indicator.model_validate(scored), figure("a", value)) == points


def test_points_by_value_go_by_the_target_of_the_time() -> None:
    scored = indicator("a", points={"max": "10", "by": "value"})
    scored["targets"] = [
        {"due": "2025-12-31", "at_least": "50"},
        {"due": "2030-12-31", "at_least": "100"},
    ]
    known = Indicator.model_validate(scored)
    at = [
        points_of(known, figure("a", "40", period)) for period in ("2024", "2025", "2026", "2035")
    ]
    assert at == [8, 8, 4, 4]
