"""Each figure of an indicator is either used or left out for a reason, and the two never disagree."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.typed_figures import typed_figure

from cdstrack.core.plan.model import Label, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.explain import Explanation, build_explanation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.verdict.grounds import DecisionRow, Exclusion
from cdstrack.core.verdict.pace import Doubt, Refusal
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.words.labels.explain import DOUBT, LEFT_OUT, REFUSAL, ROW

AS_OF = date(2022, 8, 31)


def plan_of(**changes: Any) -> Plan:
    indicator = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "chung",
        "unit": "percent",
        "direction": "increase",
        "targets": [{"due": "2025-12-31", "at_least": "90"}],
    }
    return Plan.model_validate(
        {
            "plan": {
                "id": "mau",
                "title": {"vi": "Đề án mẫu"},
                "area": "tinh",
                "starts": "2020-01-01",
            },
            "pillars": {"chung": {"vi": "Chung"}},
            "indicators": [indicator | changes],
        }
    )


def figure(period: str, value: str | None = "50", **more: Any) -> Observation:
    known = {"indicator": "chi-tieu", "org_unit": "tinh", "period": Period.parse(period)}
    number = {"value": Decimal(value)} if value else {}
    return typed_figure(**known | number | more)


def explained(plan: Plan, *figures: Observation, as_of: date = AS_OF) -> Explanation:
    header = ReportHeader(
        report="explain",
        plan_id="mau",
        plan_title=Label(vi="Đề án mẫu"),
        plan_digest="0" * 64,
        as_of=as_of,
        known_at=datetime(2022, 8, 31, tzinfo=UTC),
        method=MethodName.LINEAR,
        timezone="UTC",
    )
    return build_explanation(plan, plan.indicators[0], figures, header)


FLOW: dict[str, Any] = {"measure": "flow", "targets": [{"due": "2021-12-31", "at_least": "90"}]}
CASES: dict[Exclusion, tuple[dict[str, Any], Observation]] = {
    Exclusion.OTHER_AREA: ({}, figure("2021", org_unit="huyen")),
    Exclusion.AFTER_AS_OF: ({}, figure("2022-09-30")),
    Exclusion.NOT_AVAILABLE: ({}, figure("2021", None, not_available="chưa tổng hợp")),
    Exclusion.OTHER_GROUP: ({}, figure("2021", disaggregation="sector=du-lich")),
    Exclusion.SAME_DAY: ({}, figure("2022-06-30", "49", id=1)),
    Exclusion.LESS_FIRM: ({}, figure("2022-06-30", "49", id=1, disaggregation="role=self")),
    Exclusion.PART_YEAR: (FLOW, figure("2022-H1")),
    Exclusion.OTHER_YEAR: (FLOW, figure("2020")),
    Exclusion.BEFORE_BREAK: (
        {"breaks": [{"date": "2022-01-01", "reason": "…"}]},
        figure("2021-06-30"),
    ),
    Exclusion.BETTER_GROUP: (
        {"every": {"sector": ["du-lich", "nong-nghiep"]}},
        figure("2021", "70", disaggregation="sector=nong-nghiep"),
    ),
    Exclusion.BEFORE_BASELINE: (
        {"baseline": {"date": "2021-12-31", "value": "40"}},
        figure("2020-12-31"),
    ),
}


ROLLED_UP = {
    Exclusion.UNITS_MISSING,
    Exclusion.WEIGHS_NOTHING,
    Exclusion.OTHER_SPEAKS,
    Exclusion.OF_UNIT,
}
"""Tried in tests/units."""


@pytest.mark.parametrize("reason", sorted(set(Exclusion) - ROLLED_UP))
def test_a_figure_is_left_out_for_this_reason(reason: Exclusion) -> None:
    changes, odd = CASES[reason]
    part = {"disaggregation": "sector=du-lich"} if "every" in changes else {}
    day = "2021" if changes.get("measure") == "flow" else "2022-06-30"
    plain = figure(day, "50", id=2, **part)
    (target,) = explained(plan_of(**changes), odd, plain).targets
    told = {use.observation: use.left_out for use in target.figures}
    assert told == {odd: reason, plain: None}


def test_what_stops_the_figure_of_a_day_stops_its_twin_for_the_same_reason() -> None:
    half, quarter = figure("2022-H1", "900", id=1), figure("2022-Q2", "500", id=2)
    (target,) = explained(plan_of(**FLOW), figure("2021", id=3), half, quarter).targets
    told = {use.observation.id: use.left_out for use in target.figures}
    assert told == {1: Exclusion.PART_YEAR, 2: Exclusion.PART_YEAR, 3: None}


def test_every_reason_has_words() -> None:
    assert set(LEFT_OUT) == set(Exclusion)
    assert set(ROW) == set(DecisionRow)
    assert set(REFUSAL) == set(Refusal)
    assert set(DOUBT) == set(Doubt)


days = st.sampled_from(["2020", "2020-12-31", "2021-06", "2021-H1", "2021", "2022-06-30", "2023"])
figures = st.lists(
    st.builds(
        lambda number, period, value, part, area: figure(
            period, str(value), id=number, disaggregation=part, org_unit=area
        ),
        st.integers(1, 99),
        days,
        st.integers(0, 100),
        st.sampled_from(["", "", "sector=du-lich", "sector=nong-nghiep"]),
        st.sampled_from(["tinh", "tinh", "huyen"]),
    ),
    max_size=8,
    unique_by=(lambda each: each.cell, lambda each: each.id),
)
shapes = st.fixed_dictionaries(
    {},
    optional={
        "measure": st.sampled_from(["flow", "growth"]),
        "breaks": st.just([{"date": "2021-01-01", "reason": "…"}]),
        "every": st.just({"sector": ["du-lich", "nong-nghiep"]}),
        "baseline": st.just({"date": "2020-12-31", "value": "40"}),
        "targets": st.sampled_from(
            [
                [{"due": "2021-12-31", "at_least": "60"}, {"due": "2025-12-31", "at_least": "80"}],
                [{"due": "2025-12-31", "each_year_at_least": "50"}],
                [{"due": "2021-12-31", "average_more_than": "50"}],
                [{"due": "2025-12-31", "from": 2021, "average_at_least": "50"}],
                [{"at_least": "60"}],
                [{"due": "2025-12-31", "reduce_by": "30%"}],
            ]
        ),
    },
)


@given(shape=shapes, known=figures)
@settings(max_examples=300, deadline=None)
def test_the_figures_said_to_be_used_are_those_that_were_used(
    shape: dict[str, Any], known: list[Observation]
) -> None:
    for target in explained(plan_of(**shape), *known).targets:
        assert {each.observation for each in target.figures} == set(known)
        if target.progress is None:
            continue
        basis = target.progress.basis
        used = [use.observation for use in target.figures if use.left_out is None]
        assert len(used) == len(basis.figures) + (not basis.origin.declared)
        assert [each.observation for each in basis.figures] == used[
            len(used) - len(basis.figures) :
        ]


@given(shape=shapes, known=figures)
@settings(max_examples=300, deadline=None)
def test_the_row_named_is_the_row_that_decided(
    shape: dict[str, Any], known: list[Observation]
) -> None:
    """Each row leaves only certain verdicts possible, and each verdict has a row."""
    possible = {
        DecisionRow.NO_FIGURE: {Status.NO_DATA},
        DecisionRow.NO_NUMBER: {Status.INSUFFICIENT_DATA},
        DecisionRow.YEARLY_OPEN: {
            Status.ACHIEVED,
            Status.MISSED,
            Status.AWAITING_DATA,
            Status.PENDING,
        },
        DecisionRow.AVERAGE_OPEN: {Status.PENDING},
        DecisionRow.AVERAGE_KNOWN: {Status.ACHIEVED, Status.MISSED},
        DecisionRow.AVERAGE_UNKNOWN: {Status.AWAITING_DATA},
        DecisionRow.YEAR_KNOWN: {Status.ACHIEVED, Status.MISSED},
        DecisionRow.YEAR_AHEAD: {Status.PENDING},
        DecisionRow.YEAR_UNKNOWN: {Status.AWAITING_DATA},
        DecisionRow.MET_IN_TIME: {Status.ACHIEVED},
        DecisionRow.MET_LATE: {Status.ACHIEVED_LATE},
        DecisionRow.NOT_MET: {Status.MISSED},
        DecisionRow.UNKNOWN_AT_DUE: {Status.AWAITING_DATA},
        DecisionRow.MET: {Status.ACHIEVED},
        DecisionRow.NO_DUE_DATE: {Status.PENDING},
        DecisionRow.TOO_LITTLE: {Status.INSUFFICIENT_DATA},
        DecisionRow.FALLEN_BACK: {Status.DETERIORATING},
        DecisionRow.NOTHING_ASKED: {Status.ON_TRACK, Status.DETERIORATING, Status.OFF_TRACK},
        DecisionRow.ON_TRACK: {Status.ON_TRACK},
        DecisionRow.BEHIND: {Status.BEHIND},
        DecisionRow.OFF_TRACK: {Status.OFF_TRACK},
        DecisionRow.DETERIORATING: {Status.DETERIORATING},
    }
    for target in explained(plan_of(**shape), *known).targets:
        assert target.line.verdict.status in possible[target.row]


def test_the_explanation_gives_the_verdict_that_status_gives() -> None:
    plan = plan_of(baseline={"date": "2020-12-31", "value": "40"})
    explanation = explained(plan, figure("2021-12-31", "55"), figure("2022-06-30", "60"))
    (target,) = explanation.targets
    assert target.line.verdict is explanation.item.targets[0].verdict
    assert target.progress is not None
    own = target.progress.opinions[target.method]
    assert (own.verdict.status, own.verdict.ratio) == (
        target.line.verdict.status,
        target.line.verdict.ratio,
    )
