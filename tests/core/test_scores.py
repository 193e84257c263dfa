"""Scores by role in the order of their codes, and what other figures would change."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.composites import AREA, figure, index, indicator, plan_of

from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.model import Label, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.role import Role, firmness, role_of, without_role
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.scores import ScoresReport, build_scores
from cdstrack.core.reports.whatif import build_goal, build_what_if

HEADER = ReportHeader(
    report="scores",
    plan_id="x",
    plan_title=Label(vi="X"),
    plan_digest="0" * 64,
    as_of=date(2023, 1, 31),
    known_at=datetime(2023, 1, 31, tzinfo=UTC),
    method=MethodName.LINEAR,
    timezone="UTC",
)
PLAN = plan_of(indicator("a"), indicator("b"), index("dti", a="100", b="200"))


def by(role: str, id_: str, value: str, **more: Any) -> Observation:
    return figure(id_, value, disaggregation=f"role={role}", **more)


def scores(plan: Plan, *figures: Observation, of: str = "dti") -> ScoresReport:
    return build_scores(plan, plan.by_id[of], figures, HEADER, AREA)


def numbers(*values: int | None) -> list[Fraction | None]:
    return [None if value is None else Fraction(value) for value in values]


def test_each_role_has_its_points_and_the_difference_is_self_minus_appraised() -> None:
    found = scores(PLAN, by("self", "a", "0.9"), by("appraised", "a", "0.95"), by("self", "b", "1"))
    first, second = found.rows
    assert [first.points(Role.SELF), first.points(Role.APPRAISED)] == numbers(90, 95)
    assert [first.difference, first.lost] == numbers(-5, 5)
    assert [second.difference, second.lost] == numbers(None, 0)
    assert [found.total, found.totals[Role.SELF]] == numbers(295, 290)
    assert (found.totals[Role.APPRAISED], found.difference) == (None, None)


def test_one_period_by_two_names_is_one() -> None:
    """The appraisers' score of the same quarter was missing in its column."""
    found = scores(
        PLAN,
        by("self", "a", "0.9", period="2022-Q4"),
        by("appraised", "a", "0.7", period="2022-10-01/2022-12-31", note="thiếu ảnh"),
        by("self", "b", "1", period="2022-Q4"),
    )
    (first, _) = found.rows
    assert [first.points(Role.SELF), first.points(Role.APPRAISED)] == numbers(90, 70)
    assert (first.notes, found.totals[Role.SELF]) == (("thiếu ảnh",), Fraction(290))


def test_the_rows_that_lose_most_come_first_among_the_losing_ones() -> None:
    found = scores(PLAN, by("final", "a", "0.5"), by("final", "b", "0.7"))
    assert [row.counted.indicator.id for row in found.most_lost] == ["b", "a"]


def test_evidence_is_what_the_figures_of_the_period_name() -> None:
    found = scores(
        PLAN,
        by("self", "a", "1", document="qd-1", note="biên bản"),
        by("appraised", "a", "1", document="bc-2"),
        figure("a", "1", "2021", document="cu"),
        figure("b", "1"),
    )
    assert (found.rows[0].evidence, found.rows[0].notes) == (("qd-1", "bc-2"), ("biên bản",))


def test_criteria_stand_in_the_natural_order_of_their_codes() -> None:
    codes = ["4.22.1", "4.2", "4.10", "10.1"]
    members = [
        indicator(f"tc-{at}", name={"vi": f"{code} Tiêu chí"}) for at, code in enumerate(codes)
    ]
    composite = {"members": {each["id"]: "1" for each in members}, "of": "4"}
    plan = plan_of(*members, indicator("dti", composite=composite))
    found = scores(plan, *(figure(each["id"], "1") for each in members))
    names = [row.counted.indicator.name.text("vi") for row in found.rows]
    assert names == [f"{code} Tiêu chí" for code in ("4.2", "4.10", "4.22.1", "10.1")]


def test_one_criterion_alone_is_scored_on_its_own_scale() -> None:
    scored = indicator(
        "a", unit="percent", points={"max": "10", "steps": [{"at_least": "50", "points": "5"}]}
    )
    found = scores(plan_of(scored), by("self", "a", "60"), by("appraised", "a", "40"), of="a")
    (row,) = found.rows
    assert [row.points(Role.SELF), row.points(Role.APPRAISED), row.lost] == numbers(5, 0, 10)


def test_without_any_figure_there_are_no_rows() -> None:
    assert scores(PLAN).rows == ()
    assert scores(PLAN, figure("a", "1", "2024"), of="a").rows == ()


@pytest.mark.parametrize("one", ["", "sector=x"])
def test_a_role_leaves_the_rest_of_a_breakdown(one: str) -> None:
    for role in Role:
        text = ";".join(part for part in (f"role={role}", one) if part)
        assert (role_of(text), without_role(text)) == (role, one)
    assert role_of("role=somebody") is None
    order = ["role=self", "", "role=appraised", "role=final"]
    assert sorted(order, key=firmness) == order


def test_an_assumed_figure_takes_the_place_of_every_score_of_the_day() -> None:
    known = [by("self", "a", "0.5"), by("final", "a", "0.6"), figure("b", "0.5")]
    found = build_what_if(PLAN, known, [figure("a", "1")], HEADER)
    changed = {each.after.indicator.id: each.after.latest_exact for each in found.effects}
    assert changed == {"a": 1, "dti": 200}


@given(
    st.lists(st.integers(0, 1000), min_size=2, max_size=2),
    st.lists(st.integers(0, 1000), min_size=2, max_size=2),
)
def test_what_would_be_is_what_is_once_it_has_been_recorded(was: list[int], new: list[int]) -> None:
    def known(values: list[int]) -> list[Observation]:
        return [
            figure(id_, str(Decimal(value) / 1000)) for id_, value in zip("ab", values, strict=True)
        ]

    found = build_what_if(PLAN, known(was), known(new), HEADER)
    now = {each.after.indicator.id: each.after.latest_exact for each in found.effects}
    exact = {"a": Fraction(new[0], 1000), "b": Fraction(new[1], 1000)}
    exact["dti"] = 100 * exact["a"] + 200 * exact["b"]
    assert now == {id_: exact[id_] for id_ in now}
    unchanged = {id_ for id_, old, new_ in zip("ab", was, new, strict=True) if old == new_}
    assert not unchanged & set(now)


def test_the_members_are_listed_by_what_is_still_to_be_had() -> None:
    derived = derive(PLAN, [figure("a", "0.9"), figure("b", "0.8")])
    found = build_goal(PLAN, PLAN.by_id["dti"], derived, HEADER, Fraction(280))
    assert [need.member.indicator.id for need in found.needs] == ["b", "a"]
    assert [need.member.lost for need in found.needs] == numbers(40, 10)
    assert [need.running for need in found.needs] == numbers(40, 50)
    assert [found.now, found.missing] == numbers(250, 30)
    assert found.enough == 1


def test_a_member_without_a_figure_is_listed_last_and_nothing_is_summed_up() -> None:
    found = build_goal(
        PLAN, PLAN.by_id["dti"], derive(PLAN, [figure("b", "0.8")]), HEADER, Fraction(280)
    )
    assert [need.member.indicator.id for need in found.needs] == ["b", "a"]
    assert [need.running for need in found.needs] == numbers(40, None)
    assert (found.now, found.missing, found.enough) == (None, None, None)
