"""What the docstring of one method claims, and does not claim, on random series."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.verdict.scenes import STRAIGHT, Scene, is_defined, judged, law, scenes, told, values

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.vocabulary import Reason, Status


@pytest.mark.parametrize("method", STRAIGHT)
@law(scene=scenes(), about=values(-100, 100))
def test_straight_methods_mirror_about_any_number(
    method: MethodName, scene: Scene, about: Decimal
) -> None:
    assert told(judged(scene, method)) == told(judged(scene.mirrored(about), method))


@law(scene=scenes(1, 99, "percent"))
def test_escap_mirrors_shares_about_one_half(scene: Scene) -> None:
    """The logit of what is left is minus the logit of what is done."""
    here, there = scene, scene.mirrored(Decimal(50))
    assert told(judged(here, MethodName.ESCAP)) == told(judged(there, MethodName.ESCAP))


def test_cagr_and_unsd_do_not_judge_a_share_as_what_is_left_of_it() -> None:
    """20 % to 30 % with service, or 80 % to 70 % without: one growth is fast, the other slow."""
    start, figures = (date(2019, 1, 28), Decimal(20)), ((date(2026, 1, 28), Decimal(30)),)
    scene = Scene("increase", "percent", start, "at_least", ((2030, Decimal(50)),), figures)
    for method, here, there in (
        (MethodName.CAGR, Status.BEHIND, Status.OFF_TRACK),
        (MethodName.UNSD, Status.BEHIND, Status.BEHIND),
    ):
        (with_service,) = judged(scene, method)
        (without,) = judged(scene.mirrored(Decimal(50)), method)
        assert (with_service.status, without.status) == (here, there)
        assert with_service.ratio != pytest.approx(without.ratio)


@pytest.mark.parametrize("method", STRAIGHT)
@law(scene=scenes(), shift=values(-500, 500))
def test_moving_the_zero_changes_no_verdict_of_straight_methods(
    method: MethodName, scene: Scene, shift: Decimal
) -> None:
    assert told(judged(scene, method)) == told(judged(scene.mapped(lambda v: v + shift), method))


def test_escap_may_judge_a_share_of_nothing_better_than_next_to_nothing() -> None:
    """At 0 % the fit leaves the logit scale, on which 0.1 % weighs like a collapse."""
    start = (date(2019, 1, 28), Decimal(2))
    earlier = tuple((date(year, 1, 28), Decimal(60)) for year in range(2020, 2026))
    scene = Scene(
        "increase",
        "percent",
        start,
        "at_least",
        ((2030, Decimal(80)),),
        (*earlier, (date(2026, 1, 28), Decimal(0))),
    )
    (nothing,) = judged(scene, MethodName.ESCAP)
    (next_to_nothing,) = judged(scene.with_latest(Decimal("0.1")), MethodName.ESCAP)
    assert (nothing.status, next_to_nothing.status) == (Status.BEHIND, Status.DETERIORATING)


def test_compound_growth_has_no_verdict_where_a_rise_crosses_zero() -> None:
    start, figures = (date(2020, 1, 28), Decimal(-10)), ((date(2025, 1, 28), Decimal(-4)),)
    scene = Scene("increase", "amount", start, "at_least", ((2030, Decimal(-1)),), figures)
    (below,) = judged(scene, MethodName.CAGR)
    (above,) = judged(replace(scene, targets=((2030, Decimal(1)),)), MethodName.CAGR)
    assert is_defined(below)
    assert Reason.UNDEFINED_FOR_METHOD in above.reasons
