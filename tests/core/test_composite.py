"""Composite indices: exact sums, one period shared by all members, and points from figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.derived.composite import Composition, latest_unfinished, standing
from cdstrack.core.derived.figures import Derived, derive, in_order_of_need, sources_of
from cdstrack.core.derived.points import points_of
from cdstrack.core.plan.model import Indicator, Label, MethodName, Plan
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import Role
from cdstrack.core.reports.status import ReportHeader, StatusItem, build_status
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

AREA = "tinh"
EVER = date.max


def indicator(id_: str, **more: Any) -> dict[str, Any]:
    common = {"name": {"vi": id_}, "pillar": "p", "unit": "index", "direction": "increase"}
    return {"id": id_, **common, **more}


def index(id_: str, of: str | None = None, **members: str) -> dict[str, Any]:
    named = {each.replace("_", "-"): weight for each, weight in members.items()}
    total = of or str(sum(map(Decimal, named.values())))
    return indicator(id_, composite={"members": named, "of": total})


def plan_of(*indicators: dict[str, Any]) -> Plan:
    return Plan.model_validate(
        {
            "plan": {"id": "x", "title": {"vi": "X"}, "area": AREA},
            "pillars": {"p": {"vi": "P"}},
            "indicators": indicators,
        }
    )


def figure(id_: str, value: str, period: str = "2022", **more: Any) -> Observation:
    top, _, bottom = value.partition("/")
    given_as: dict[str, Any] = {"value": Decimal(top)}
    if bottom:
        parts = Decimal(top), Decimal(bottom)
        given_as = dict(zip(("numerator", "denominator"), parts, strict=True))
        given_as["value"] = parts[0] / parts[1]
    kept = {"indicator": id_, "org_unit": AREA, "period": Period.parse(period), **given_as, **more}
    return Observation.model_construct(
        **{**Observation(indicator="x", org_unit="x", period=Period.parse("2022")).__dict__, **kept}
    )


def stands(derived: Derived, id_: str = "dti", until: date = EVER) -> Composition:
    found = standing(derived.of(id_, AREA), until)
    assert found is not None
    return found


TWO = (indicator("a"), indicator("b"), index("dti", a="100", b="200"))


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
