"""Composite indices: exact sums, and one period shared by all members."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.composites import AREA, EVER, TWO, figure, index, indicator, plan_of, stands

from cdstrack.core.derived.composite import latest_unfinished
from cdstrack.core.derived.figures import derive, in_order_of_need, sources_of
from cdstrack.core.plan.model import Label, MethodName
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import Role
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status


def test_the_value_is_the_weighted_sum() -> None:
    derived = derive(plan_of(*TWO), [figure("a", "0.5"), figure("b", "0.25")])
    assert stands(derived).value == 100
    computed = derived.of_indicator("dti")
    assert [(each.value, each.qualifier, each.period.text, each.id) for each in computed] == [
        (Decimal(100), Qualifier.DERIVED, "2022", None)
    ]


def test_a_missing_member_leaves_no_value_and_is_named() -> None:
    derived = derive(plan_of(*TWO), [figure("a", "0.5")])
    assert stands(derived).value is None
    assert stands(derived).missing == ("b",)
    assert derived.of_indicator("dti") == []


def test_a_member_that_is_said_not_to_be_available_is_missing() -> None:
    none = figure("b", "0").model_copy(update={"value": None, "not_available": "chưa công bố"})
    assert stands(derive(plan_of(*TWO), [figure("a", "0.5"), none])).missing == ("b",)


def test_members_of_different_periods_make_no_index() -> None:
    derived = derive(plan_of(*TWO), [figure("a", "0.5", "2021"), figure("b", "0.25")])
    assert stands(derived).missing == ("a",)


@pytest.mark.parametrize(("one", "other"), [("2022", "2022-12-31"), ("2022-Q4", "2022-H2")])
def test_two_periods_that_end_on_one_day_are_two_periods(one: str, other: str) -> None:
    derived = derive(plan_of(*TWO), [figure("a", "1", one), figure("b", "1", other)])
    assert stands(derived).value is None


def test_a_year_and_the_span_of_its_days_are_one_period() -> None:
    known = [figure("a", "1"), figure("b", "1", "2022-01-01/2022-12-31")]
    assert stands(derive(plan_of(*TWO), known)).value == 300


def test_the_index_stands_at_the_latest_period_that_all_share() -> None:
    known = [figure(each, "0.5", year) for each in "ab" for year in ("2021", "2022")]
    derived = derive(plan_of(*TWO), [*known, figure("a", "1", "2023")])
    period = stands(derived).period
    assert period is not None
    assert period.text == "2022"
    later = latest_unfinished(derived.of("dti", AREA), EVER)
    assert later is not None
    assert later.missing == ("b",)
    assert stands(derived, until=date(2022, 6, 30)).period == Period.parse("2021")


def test_an_index_that_was_recorded_itself_is_computed_all_the_same() -> None:
    known = [figure("a", "1"), figure("b", "1"), figure("dti", "7", id=3)]
    assert [each.value for each in derive(plan_of(*TWO), known).of_indicator("dti")] == [300]


def test_a_plan_without_indices_gets_its_figures_back_untouched() -> None:
    known = [figure("a", "1")]
    assert derive(plan_of(indicator("a")), known).figures is known


def test_each_area_has_an_index_of_its_own() -> None:
    known = [figure("a", "1"), figure("b", "1"), figure("a", "0.5", org_unit="khac")]
    derived = derive(plan_of(*TWO), known)
    assert [each.missing for each in derived.of("dti", "khac")] == [("b",)]
    assert stands(derived).value == 300


def test_a_member_may_belong_to_several_indices() -> None:
    plan = plan_of(*TWO, index("hai", a="7"))
    derived = derive(plan, [figure("a", "0.5"), figure("b", "0")])
    assert stands(derived).value == 50
    assert stands(derived, "hai").value == Fraction(7, 2)


def test_an_index_counts_in_another_by_its_share_of_its_scale() -> None:
    outer, inner = index("dti", nhom="500", b="500"), index("nhom", a="40", c="60")
    plan = plan_of(outer, indicator("a"), indicator("b"), indicator("c"), inner)
    known = [figure("a", "1"), figure("b", "0.5"), figure("c", "0.5")]
    assert stands(derive(plan, known), "nhom").value == 70
    assert stands(derive(plan, known)).value == 600
    assert sources_of(plan, ["dti"]) == {"dti", "nhom", "a", "b", "c"}
    computed = [plan.by_id["dti"], plan.by_id["nhom"]]
    assert [each.id for each in in_order_of_need(plan, computed)] == ["nhom", "dti"]


def test_a_fraction_keeps_its_parts_in_the_index() -> None:
    share = indicator("a", unit="percent", points={"max": "10", "by": "value"})
    share["targets"] = [{"due": "2025-12-31", "at_least": "90"}]
    derived = derive(plan_of(share, index("dti", a="10")), [figure("a", "1/3")])
    assert stands(derived).value == Fraction(100, 27)
    assert [each.value for each in derived.of_indicator("dti")] == [Decimal("3.703704")]


def test_the_firmest_score_counts() -> None:
    plan = plan_of(*TWO)
    scores = [
        figure("a", "1", disaggregation="role=self", id=1),
        figure("a", "0.5", disaggregation="role=appraised", id=2),
        figure("b", "1", disaggregation="role=self", id=3),
    ]
    members = stands(derive(plan, scores)).members
    assert [(each.part, each.role) for each in members] == [
        (Fraction(1, 2), Role.APPRAISED),
        (Fraction(1), Role.SELF),
    ]


def test_the_figure_of_a_part_is_no_figure_of_the_member() -> None:
    known = [figure("a", "1", disaggregation="sector=du-lich"), figure("b", "1")]
    assert stands(derive(plan_of(*TWO), known)).missing == ("a",)


weights = st.lists(st.integers(1, 10**6), min_size=1, max_size=6)


@given(weights, st.data())
def test_the_sum_of_contributions_is_the_index_and_what_is_lost_fills_the_scale(
    drawn: list[int], data: st.DataObject
) -> None:
    ids = [f"m-{at}" for at in range(len(drawn))]
    members = [indicator(each) for each in ids]
    composite = indicator(
        "dti",
        composite={"members": dict(zip(ids, map(str, drawn), strict=True)), "of": str(sum(drawn))},
    )
    values = [data.draw(st.integers(0, 10**6)) for _ in ids]
    known = [
        figure(each, str(Decimal(value).scaleb(-6)))
        for each, value in zip(ids, values, strict=True)
    ]
    found = stands(derive(plan_of(*members, composite), known))
    expected = sum(Fraction(w * v, 10**6) for w, v in zip(drawn, values, strict=True))
    assert found.value == expected
    lost = sum((each.lost or 0 for each in found.members), Fraction(0))
    assert found.value + lost == sum(drawn)


@given(weights, st.data())
def test_without_any_one_member_there_is_no_index(drawn: list[int], data: st.DataObject) -> None:
    ids = [f"m-{at}" for at in range(len(drawn))]
    composite = indicator(
        "dti",
        composite={"members": dict(zip(ids, map(str, drawn), strict=True)), "of": str(sum(drawn))},
    )
    left_out = data.draw(st.sampled_from(ids))
    known = [figure(each, "1") for each in ids if each != left_out]
    derived = derive(plan_of(*map(indicator, ids), composite), known)
    assert derived.of_indicator("dti") == []


def test_an_index_of_which_nothing_is_known_lacks_all_its_members() -> None:
    (item,) = judged_index()
    assert item.composition is not None
    assert (item.composition.missing, item.status, item.latest) == (
        ("a", "b"),
        Status.NO_DATA,
        None,
    )


def test_an_index_of_which_a_part_is_known_cannot_be_judged_yet() -> None:
    (item,) = judged_index(figure("a", "0.5"))
    assert item.status is Status.INSUFFICIENT_DATA
    (line,) = item.targets
    assert Reason.MEMBERS_MISSING in line.verdict.reasons
    assert Flag.MEMBERS_MISSING in line.verdict.flags
    assert line.verdict.gap is None


def test_an_index_is_judged_like_any_other_indicator() -> None:
    (item,) = judged_index(figure("a", "0.9"), figure("b", "0.6"))
    assert item.status is Status.ACHIEVED
    assert item.latest_exact == 210


def judged_index(*figures: Observation) -> tuple[StatusItem, ...]:
    first, second, composed = TWO
    asked = composed | {"targets": [{"due": "2025-12-31", "at_least": "210"}]}
    header = ReportHeader(
        report="status",
        plan_id="x",
        plan_title=Label(vi="X"),
        plan_digest="0" * 64,
        as_of=date(2023, 1, 31),
        known_at=None,
        method=MethodName.LINEAR,
        timezone="UTC",
    )
    return build_status(plan_of(first, second, asked), figures, header).items
