"""One figure by two plans: which indicators are one, which promise is stricter, which fails first."""

from typing import Any

import pytest
from tests.core.composites import AREA, figure, index, indicator, plan_of
from tests.core.test_scores import HEADER

from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.against import (
    AgainstRow,
    Obstacle,
    OtherPlan,
    Side,
    build_against,
    shared_indicators,
)
from cdstrack.core.reports.judging import build_status


def asking(id_: str, due: str, **target: str) -> dict[str, Any]:
    return indicator(id_, unit="percent", targets=[{"due": due, **target}])


def row(here: dict[str, Any], there: dict[str, Any], *figures: Observation) -> AgainstRow:
    plan, other = plan_of(here), elsewhere(there)
    known = list(figures)
    report = build_status(plan, known, HEADER, context=True)
    pairs = {here["id"]: there["id"]}
    beside = OtherPlan(other, "0" * 64, pairs)
    (found,) = build_against(plan, beside, report, derive(plan, known)).rows
    return found


def elsewhere(*indicators: dict[str, Any]) -> Plan:
    """A plan of another area."""
    plan = plan_of(*indicators)
    return plan.model_copy(update={"plan": plan.plan.model_copy(update={"area": "noi-khac"})})


@pytest.mark.parametrize(
    ("here", "there", "stricter"),
    [
        (("2025-12-31", {"at_least": "80"}), ("2025-12-31", {"at_least": "90"}), Side.OTHER),
        (("2025-12-31", {"more_than": "80"}), ("2025-12-31", {"at_least": "80"}), Side.THIS),
        (("2025-12-31", {"at_least": "80"}), ("2030-12-31", {"at_least": "80"}), Side.THIS),
        (("2025-12-31", {"at_least": "80"}), ("2025-12-31", {"at_least": "80"}), Side.SAME),
        (("2025-12-31", {"at_least": "80"}), ("2030-12-31", {"at_least": "90"}), Side.MIXED),
        (("2030-12-31", {"at_least": "80"}), ("2025-12-31", {"at_least": "90"}), Side.OTHER),
        (
            ("2025-12-31", {"at_least": "80"}),
            ("2025-12-31", {"average_at_least": "9"}),
            Side.INCOMPARABLE,
        ),
    ],
)
def test_more_and_no_later_is_stricter(
    here: tuple[str, dict[str, str]], there: tuple[str, dict[str, str]], stricter: Side
) -> None:
    found = row(asking("a", here[0], **here[1]), asking("b", there[0], **there[1]))
    assert found.stricter is stricter


def test_both_plans_judge_the_same_figure_by_their_own_targets() -> None:
    due = "2022-12-31"
    found = row(
        asking("a", due, at_least="80"), asking("b", due, more_than="80"), figure("a", "80")
    )
    assert found.other is not None
    assert [str(found.here.status), str(found.other.status)] == ["achieved", "missed"]
    assert found.other.org_unit == "noi-khac"
    assert (found.stricter, found.missed_first) == (Side.OTHER, Side.OTHER)


def test_the_target_that_fails_on_the_earlier_day_is_missed_first() -> None:
    here, there = asking("a", "2020-12-31", at_least="80"), asking("b", "2021-12-31", at_least="50")
    known = [figure("a", "40", year) for year in ("2020", "2021", "2022")]
    assert row(here, there, *known).missed_first is Side.THIS
    assert row(there | {"id": "a"}, here | {"id": "b"}, *known).missed_first is Side.OTHER
    assert row(here, here | {"id": "b"}, *known).missed_first is Side.SAME
    assert row(here, there, figure("a", "90", "2020")).missed_first is None


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"unit": "count"}, Obstacle.UNIT),
        ({"direction": "none", "targets": []}, Obstacle.DIRECTION),
    ],
)
def test_another_measure_is_shown_and_not_judged(
    changed: dict[str, Any], obstacle: Obstacle
) -> None:
    here = asking("a", "2025-12-31", at_least="80")
    found = row(here, here | {"id": "b"} | changed, figure("a", "80"))
    assert (found.other, found.obstacle, found.stricter) == (None, obstacle, None)


def test_indicators_are_one_by_pair_then_by_id_then_by_alias() -> None:
    plan = plan_of(
        indicator("a"), indicator("b", aliases=["Tên khác"]), indicator("c"), indicator("d")
    )
    other = plan_of(
        indicator("a"),
        indicator("x", name={"vi": "TÊN KHÁC"}),
        indicator("w", aliases=["c"]),
        indicator("z"),
    )
    assert shared_indicators(plan, other, {}) == {"a": "a", "b": "x", "c": "w"}
    assert shared_indicators(plan, other, {"d": "a"}) == {"d": "a", "b": "x", "c": "w"}


def test_a_name_that_means_two_is_no_bridge() -> None:
    plan = plan_of(indicator("a", aliases=["chung"]))
    other = plan_of(indicator("x", aliases=["chung"]), indicator("w", name={"vi": "Chung"}))
    assert shared_indicators(plan, other, {}) == {}


def test_the_figures_of_other_areas_stay_where_they_are() -> None:
    due = "2022-12-31"
    here, there = asking("a", due, at_least="80"), asking("b", due, at_least="80")
    found = row(here, there, figure("a", "90", org_unit="khac"))
    assert found.other is not None
    assert found.other.latest is None
    assert AREA != "khac"


def test_an_index_is_judged_by_the_other_plan_as_it_was_computed_here() -> None:
    due = "2022-12-31"
    here = index("dti", a="60", b="40") | {"targets": [{"due": due, "at_least": "70"}]}
    there = index("chi-so", x="100") | {"targets": [{"due": due, "at_least": "90"}]}
    plan = plan_of(indicator("a"), indicator("b"), here)
    other = elsewhere(indicator("x"), there)
    known = [figure("a", "1"), figure("b", "0.5")]
    report = build_status(plan, known, HEADER)
    beside = OtherPlan(other, "0" * 64, {"dti": "chi-so"})
    (found,) = build_against(plan, beside, report, derive(plan, known)).rows
    assert found.other is not None
    assert [str(found.here.status), str(found.other.status)] == ["achieved", "missed"]
    assert found.other.composition is None
    only = [figure("a", "1")]
    report = build_status(plan, only, HEADER)
    (found,) = build_against(plan, beside, report, derive(plan, only)).rows
    assert found.other is not None
    assert [str(found.here.status), str(found.other.status)] == ["insufficient_data"] * 2
