"""What changed between two versions of a plan: targets by due date, and what surrounds them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.changes import PlanChange, PlanChangeKind, PlanPart, plan_changes
from cdstrack.core.plan.model import Plan

TARGET: dict[str, Any] = {"due": "2025-12-31", "at_least": "90", "wording": "90%"}


def plan(*targets: dict[str, Any], **changes: Any) -> Plan:
    indicator: dict[str, Any] = {
        "id": "x",
        "name": {"vi": "Chỉ tiêu", "en": "Indicator"},
        "pillar": "p",
        "unit": "percent",
        "direction": "increase",
        "targets": targets,
    }
    return Plan.model_validate(
        {
            "plan": {"id": "thu", "title": {"vi": "t"}},
            "pillars": {"p": {"vi": "p"}},
            "indicators": [{**indicator, **changes}],
        }
    )


def told(before: Plan, after: Plan) -> list[tuple[str, str | None]]:
    return [(str(change.how), change.field) for change in plan_changes(before, after)]


def test_the_same_plan_written_otherwise_is_no_change() -> None:
    assert plan_changes(plan(TARGET), plan({**TARGET, "at_least": "90.000000"})) == ()


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ({"at_least": "90"}, {"at_least": "95"}, "raised"),
        ({"at_least": "90"}, {"more_than": "90"}, "raised"),
        ({"more_than": "90"}, {"at_least": "95"}, "raised"),
        ({"at_least": "90"}, {"at_least": "85"}, "lowered"),
        ({"at_most": "10"}, {"at_most": "5"}, "raised"),
        ({"at_most": "10"}, {"less_than": "10"}, "raised"),
        ({"at_most": "10"}, {"at_most": "12"}, "lowered"),
        ({"top": "30", "of": "63"}, {"top": "20", "of": "63"}, "raised"),
        ({"top": "30", "of": "63"}, {"top": "30", "of": "34"}, "changed"),
        ({"reduce_by": "30%"}, {"reduce_by": "40%"}, "raised"),
        ({"increase_by": "30%"}, {"increase_by": "20%"}, "lowered"),
        ({"each_year_at_least": "5"}, {"each_year_at_least": "6"}, "raised"),
        ({"each_year_at_least": "5"}, {"each_year_at_least": "5", "from": "2022"}, "changed"),
        ({"between": ["35", "40"]}, {"between": ["36", "39"]}, "raised"),
        ({"between": ["35", "40"]}, {"between": ["30", "40"]}, "lowered"),
        ({"between": ["35", "40"]}, {"between": ["36", "41"]}, "changed"),
        ({"reach": "in-progress"}, {"reach": "done"}, "raised"),
        ({"at_least": "90"}, {"at_most": "90"}, "changed"),
        ({"universal": "true"}, {"at_least": "90"}, "changed"),
    ],
)
def test_a_target_is_raised_where_it_asks_for_more_whichever_way_is_better(
    before: dict[str, Any], after: dict[str, Any], how: str
) -> None:
    due = {"due": "2025-12-31"}
    assert told(plan({**due, **before}), plan({**due, **after})) == [(how, None)]


def test_a_threshold_that_somebody_chose_is_raised_like_an_official_one() -> None:
    def chosen(value: str) -> dict[str, Any]:
        declared = {"at_least": value, "by": "tổ giúp việc", "date": "2022-01-01"}
        return {"due": "2025-12-31", "universal": "true", "declared": declared}

    assert told(plan(chosen("95")), plan(chosen("97"))) == [
        ("raised", None),
        ("changed", "declared"),
    ]


def test_other_words_and_other_sources_are_told_apart_from_other_numbers() -> None:
    after = {**TARGET, "wording": "ít nhất 90%", "document": "nq", "note": "ghi chú"}
    assert told(plan(TARGET), plan(after)) == [
        ("reworded", "wording"),
        ("changed", "document"),
        ("changed", "note"),
    ]


def test_a_target_that_is_ended_can_be_resumed() -> None:
    ended = {**TARGET, "ended": {"date": "2025-07-01", "reason": "không còn cấp huyện"}}
    assert told(plan(TARGET), plan(ended)) == [("ended", "ended")]
    assert told(plan(ended), plan(TARGET)) == [("resumed", "ended")]


def test_the_only_target_with_another_due_date_was_moved() -> None:
    later = {**TARGET, "due": "2026-12-31", "at_least": "95"}
    assert told(plan(TARGET), plan(later)) == [("moved", "due"), ("raised", None)]


def test_of_several_with_other_due_dates_each_is_dropped_or_added() -> None:
    after = [{**TARGET, "due": due} for due in ("2026-12-31", "2030-12-31")]
    assert told(plan(TARGET), plan(*after)) == [("dropped", None), ("added", None), ("added", None)]


def test_an_indicator_comes_and_goes_with_its_targets() -> None:
    changes = plan_changes(plan(TARGET), plan(TARGET, id="z"))
    assert [(change.part, change.how, change.id) for change in changes] == [
        (PlanPart.INDICATOR, PlanChangeKind.ADDED, "z"),
        (PlanPart.TARGET, PlanChangeKind.ADDED, "z"),
        (PlanPart.INDICATOR, PlanChangeKind.DROPPED, "x"),
        (PlanPart.TARGET, PlanChangeKind.DROPPED, "x"),
    ]


def test_what_surrounds_the_targets_is_told_with_both_values() -> None:
    after = plan(
        TARGET,
        name={"vi": "Tên mới", "en": "Indicator"},
        lead=[{"unit": "so-tttt"}, {"unit": "so-khcn", "since": "2025-03-01"}],
        baseline={"date": "2020-12-31", "value": "40"},
    )
    assert plan_changes(plan(TARGET, lead="so-tttt"), after) == (
        PlanChange(
            PlanPart.INDICATOR, PlanChangeKind.CHANGED, "x", None, "name", "Chỉ tiêu", "Tên mới"
        ),
        PlanChange(
            PlanPart.INDICATOR,
            PlanChangeKind.CHANGED,
            "x",
            None,
            "lead",
            "so-tttt",
            "so-tttt; unit: so-khcn, since: 2025-03-01",
        ),
        PlanChange(
            PlanPart.INDICATOR,
            PlanChangeKind.CHANGED,
            "x",
            None,
            "baseline",
            None,
            "date: 2020-12-31, value: 40",
        ),
    )


MIRRORED = {
    PlanChangeKind.ADDED: PlanChangeKind.DROPPED,
    PlanChangeKind.RAISED: PlanChangeKind.LOWERED,
    PlanChangeKind.ENDED: PlanChangeKind.RESUMED,
}
asked = st.one_of(
    st.builds(lambda number: {"at_least": str(number)}, st.integers(1, 5)),
    st.builds(lambda number: {"at_most": str(number)}, st.integers(1, 5)),
    st.builds(lambda low: {"between": [str(low), str(low + 3)]}, st.integers(1, 5)),
    st.just({"universal": "true"}),
)
targets = st.dictionaries(st.sampled_from(["2025-12-31", "2027-06-30", "2030-12-31"]), asked)


@given(targets, targets)
def test_read_the_other_way_round_every_change_is_its_opposite(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    old, new = (
        plan(*({"due": due, **each} for due, each in version.items()))
        for version in (before, after)
    )
    opposite = MIRRORED | {one: other for other, one in MIRRORED.items()}
    there = sorted(
        (opposite.get(each.how, each.how), each.field or "") for each in plan_changes(old, new)
    )
    back = sorted((each.how, each.field or "") for each in plan_changes(new, old))
    assert there == back
