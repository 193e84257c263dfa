"""What holds for every method on random series."""

from decimal import Decimal

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from tests.verdict.scenes import (
    AREA,
    AS_OF,
    BEST_FIRST,
    Scene,
    every_method,
    indicator_of,
    is_defined,
    judged,
    law,
    observations_of,
    scenes,
    told,
    values,
)

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.judge import judge_by_methods, judge_status
from cdstrack.core.verdict.judgement_context import judgement_context
from cdstrack.core.verdict.progress_input import progress_input
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.vocabulary import Status


@every_method
@law(scene=scenes())
def test_the_short_way_to_a_status_and_that_of_all_methods_at_once_come_to_the_same(
    method: MethodName, scene: Scene
) -> None:
    indicator = indicator_of(scene)
    series = build_series(indicator, observations_of(scene), AREA, AS_OF)
    for target, whole in zip(indicator.ordered_targets, judged(scene, method), strict=True):
        given = (indicator, target, series)
        short = judge_status(*given, as_of=AS_OF, plan_starts=None, method=method)
        assert short.status is whole.status
        context = judgement_context(*given, AS_OF, None, None)
        if context.is_past or context.speaker is None or context.threshold is None:
            continue
        basis = progress_input(context, context.speaker, context.threshold)
        assert judge_by_methods(context, basis, [method]) == {method: whole}


@every_method
@law(scene=scenes(), beyond=values(1, 50))
def test_reaching_the_target_is_achieved_whatever_the_path(
    method: MethodName, scene: Scene, beyond: Decimal
) -> None:
    last = scene.targets[-1][1]
    assert [
        each.status for each in judged(scene.with_latest(last + scene.sign * beyond), method)
    ] == [Status.ACHIEVED] * len(scene.targets)


@every_method
@law(scene=scenes())
def test_mirroring_about_zero_together_with_the_direction_mirrors_the_result(
    method: MethodName, scene: Scene
) -> None:
    here, there = judged(scene, method), judged(scene.mirrored(), method)
    assert told(here) == told(there)
    assert [each.gap for each in here] == [
        None if each.gap is None else -each.gap for each in there
    ]


@every_method
@law(scene=scenes(), scale=st.sampled_from(["0.01", "10", "12.5", "1000"]))
def test_scaling_the_unit_changes_no_verdict(method: MethodName, scene: Scene, scale: str) -> None:
    scaled = scene.mapped(lambda value: value * Decimal(scale))
    assert told(judged(scene, method)) == told(judged(scaled, method))


@every_method
@law(scene=scenes(1, 99, "percent"))
def test_per_cent_and_per_thousand_are_judged_alike(method: MethodName, scene: Scene) -> None:
    per_thousand = scene.mapped(lambda value: value * 10, "per_thousand")
    assert told(judged(scene, method)) == told(judged(per_thousand, method))


@every_method
@law(scene=scenes(), more=values(0, 60))
def test_more_progress_by_the_same_day_never_gives_a_worse_verdict(
    method: MethodName, scene: Scene, more: Decimal
) -> None:
    _assert_no_worse(method, scene, more)


@pytest.mark.parametrize("method", list(MethodName))
@law(scene=scenes(1, 99, "percent"), more=values(0, 60))
def test_more_progress_in_a_share_never_gives_a_worse_verdict(
    method: MethodName, scene: Scene, more: Decimal
) -> None:
    ahead = scene.figures[-1][1] + scene.sign * more
    assume(0 < ahead < 100)
    _assert_no_worse(method, scene, more)


def _assert_no_worse(method: MethodName, scene: Scene, more: Decimal) -> None:
    """Where the method is defined for both: it is not where growth would cross zero."""
    # A single figure is its own origin: raising it would move the start, not the progress.
    assume(scene.baseline is not None or len(scene.figures) > 1)
    further = scene.with_latest(scene.figures[-1][1] + scene.sign * more)
    for less, greater in zip(judged(scene, method), judged(further, method), strict=True):
        if is_defined(less) and is_defined(greater):
            assert BEST_FIRST.index(greater.status) <= BEST_FIRST.index(less.status)
