"""What the communes of a province come to: six ways, missing units, a stated figure, a merger."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.typed_figures import typed_figure

from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.reports.explain import build_explanation
from cdstrack.core.reports.status import ReportHeader, StatusItem, build_status
from cdstrack.core.verdict.grounds import Exclusion
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

AS_OF = date(2025, 7, 15)
LATER = date(2025, 10, 15)
OLD, NEW = ("xa-a", "xa-b", "xa-c"), ("xa-moi", "xa-c-moi")
UNITS: dict[str, dict[str, Any]] = {
    "tinh": {"vi": "Tỉnh", "level": "tinh"},
    **{
        id_: {"vi": id_, "level": "xa", "parent": "tinh", "closed": "2025-06-30", "successor": heir}
        for id_, heir in zip(OLD, ("xa-moi", "xa-moi", "xa-c-moi"), strict=True)
    },
    **{id_: {"vi": id_, "level": "xa", "parent": "tinh", "since": "2025-07-01"} for id_ in NEW},
}


def plan_of(by: str = "sum", unit: str = "count", *others: dict[str, Any], **more: Any) -> Plan:
    units = more.pop("units", UNITS)
    rollup = {"from": "xa", "by": by, **more.pop("rollup", {})}
    indicator = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "chung",
        "unit": unit,
        "direction": "increase",
        "frequency": "quarterly",
        "rollup": rollup,
        "targets": [{"due": "2025-12-31", "at_least": "50"}],
    }
    head = {"id": "mau", "title": {"vi": "Mẫu"}, "area": "tinh", "starts": "2020-01-01"}
    return Plan.model_validate(
        {
            "plan": head,
            "pillars": {"chung": {"vi": "Chung"}},
            "org_units": units,
            "indicators": [indicator | more, *others],
        }
    )


def figure(unit: str, period: str, value: str | None = None, **more: Any) -> Observation:
    known: dict[str, Any] = {"indicator": "chi-tieu", "org_unit": unit}
    if value is not None:
        known["value"] = Decimal(value)
    return typed_figure(**known | {"period": Period.parse(period)} | more)


def share(unit: str, period: str, part: int, whole: int) -> Observation:
    parts = {"numerator": Decimal(part), "denominator": Decimal(whole)}
    return figure(unit, period, str(round(Decimal(part) / Decimal(whole) * 100, 6)), **parts)


def item(plan: Plan, *figures: Observation, as_of: date = AS_OF) -> StatusItem:
    derived = rolled_up(plan, plan.indicators, figures, "tinh", as_of)
    return build_status(plan, [*figures, *derived], header(plan, as_of)).items[0]


def header(plan: Plan, as_of: date) -> ReportHeader:
    title = plan.plan.title
    return ReportHeader("status", "mau", title, "0" * 64, as_of, None, MethodName.LINEAR, "UTC")


def value(found: StatusItem) -> Fraction | None:
    return found.rollup.point.value if found.rollup else None


WAYS: dict[str, tuple[str, Fraction]] = {
    "sum": ("count", Fraction(60)),
    "ratio": ("percent", Fraction(100 * (1 + 20 + 30), 10 + 20 + 70)),
    "mean": ("percent", (10 + 100 + Fraction(3000, 70)) / 3),
    "weighted_mean": ("percent", Fraction(100 * (1 + 20 + 30), 10 + 20 + 70)),
    "worst": ("percent", Fraction(10)),
    "share_met": ("percent", Fraction(100, 3)),
}


@pytest.mark.parametrize("by", WAYS)
def test_each_way_is_exact(by: str) -> None:
    unit, expected = WAYS[by]
    if unit == "count":
        figures = [
            figure(unit, "2025-Q2", n) for unit, n in zip(OLD, ["10", "20", "30"], strict=True)
        ]
    else:
        figures = [
            share("xa-a", "2025-Q2", 1, 10),
            share("xa-b", "2025-Q2", 20, 20),
            share("xa-c", "2025-Q2", 30, 70),
        ]
    found = item(plan_of(by, unit), *figures)
    assert value(found) == expected
    assert found.latest_exact == expected
    assert found.latest is not None
    assert found.latest.qualifier is Qualifier.DERIVED
    assert found.latest.period == Period.parse("2025-Q2")


def test_a_weight_is_the_figure_of_another_indicator() -> None:
    people = {
        "id": "dan-so",
        "name": {"vi": "Dân số"},
        "pillar": "chung",
        "unit": "count",
        "direction": "increase",
        "frequency": "yearly",
    }
    plan = plan_of("weighted_mean", "percent", people, rollup={"weight": "dan-so"})
    weights = [
        figure(unit, "2024", number, indicator="dan-so")
        for unit, number in zip(OLD, ("100", "100", "800"), strict=True)
    ]
    figures = [figure(unit, "2025-Q2", n) for unit, n in zip(OLD, ("10", "20", "50"), strict=True)]
    assert value(item(plan, *figures, *weights)) == 43


def test_a_unit_whose_weight_is_not_known_has_not_reported_by_its_predecessor_either() -> None:
    renamed = UNITS | {"xa-c-moi": UNITS["xa-c-moi"] | {"since": "2025-04-01"}}
    renamed["xa-c"] = UNITS["xa-c"] | {"closed": "2025-03-31"}
    weight = {"id": "dan-so", "name": {"vi": "Dân số"}, "pillar": "chung", "unit": "index"}
    weight |= {"direction": "increase", "frequency": "monthly"}
    plan = plan_of("weighted_mean", "percent", weight, rollup={"weight": "dan-so"}, units=renamed)
    figures = [figure("xa-c", "2025-Q1", "90"), figure("xa-c-moi", "2025-Q2", "10")]
    figures += [figure("xa-c", "2025-03", "7", indicator="dan-so")]
    found = item(plan, *figures)
    assert found.rollup is not None
    assert found.rollup.point.reported == 0


def test_a_ratio_counts_a_unit_without_both_parts_as_not_reported() -> None:
    found = item(
        plan_of("ratio", "percent"),
        share("xa-a", "2025-Q2", 1, 10),
        share("xa-b", "2025-Q2", 5, 10),
        figure("xa-c", "2025-Q2", "99"),
    )
    assert found.rollup is not None
    assert found.rollup.point.missing == ("xa-c",)
    assert found.rollup.point.value == 30


def test_below_the_coverage_there_is_no_figure_and_no_verdict_but_what_is_known_is_kept() -> None:
    found = item(plan_of(), figure("xa-a", "2025-Q2", "70"), figure("xa-b", "2025-Q2", "20"))
    (line,) = found.targets
    assert found.latest is None
    assert found.status is Status.INSUFFICIENT_DATA
    assert (line.verdict.reasons, line.verdict.flags) == (
        (Reason.UNITS_MISSING,),
        (Flag.UNITS_MISSING,),
    )
    assert (line.verdict.forecast, line.verdict.ratio, line.verdict.likely) == (None, None, None)
    assert found.rollup is not None
    assert (found.rollup.point.expected, found.rollup.point.reported) == (3, 2)
    assert value(found) == 90


def test_coverage_is_a_share_of_the_number_of_units() -> None:
    figures = [figure("xa-a", "2025-Q2", "70"), figure("xa-b", "2025-Q2", "20")]
    assert item(plan_of(rollup={"coverage": "66"}), *figures).latest_exact == 90
    assert item(plan_of(rollup={"coverage": "67"}), *figures).latest is None


@pytest.mark.parametrize("frequency", ["monthly", "quarterly", "yearly"])
def test_a_flow_is_added_up_by_the_year_however_often_it_is_reported(frequency: str) -> None:
    plan = plan_of(
        measure="flow", frequency=frequency, targets=[{"due": "2024-12-31", "at_least": 50}]
    )
    whole = [figure(unit, "2024", n) for unit, n in zip(OLD, ["10", "20", "30"], strict=True)]
    found = item(plan, *whole, *(figure(unit, "2025-Q2", "1") for unit in OLD))
    assert found.latest is not None
    assert found.latest.period.text == "2024"
    assert found.latest_exact == 60
    assert found.status is Status.ACHIEVED


def test_what_a_unit_did_in_another_year_is_no_part_of_this_one() -> None:
    plan = plan_of(measure="flow", frequency="yearly")
    before = [figure(unit, "2023", "10") for unit in OLD]
    found = item(plan, *before, figure("xa-a", "2024", "40"))
    assert found.rollup is not None
    assert found.rollup.point.missing == ("xa-b", "xa-c")
    assert value(found) == 40


def test_a_figure_older_than_one_period_does_not_count() -> None:
    new = [figure("xa-a", "2025-Q2", "1"), figure("xa-b", "2025-Q2", "2")]
    last_quarter = item(plan_of(), *new, figure("xa-c", "2025-Q1", "4"))
    assert value(last_quarter) == 7
    before = item(plan_of(), *new, figure("xa-c", "2024-Q4", "4"))
    assert before.rollup is not None
    assert before.rollup.point.missing == ("xa-c",)


def test_derived_figures_stand_on_the_ends_of_periods() -> None:
    plan = plan_of()
    days = [figure(unit, "2025-05-10", "5") for unit in OLD]
    found = rolled_up(plan, plan.indicators, days, "tinh", AS_OF)
    assert [(each.period.text, each.value) for each in found] == [("2025-Q2", Decimal(15))]


def test_the_stated_figure_is_judged_and_both_are_kept() -> None:
    units = [figure(unit, "2025-Q2", "10") for unit in OLD]
    stated = figure("tinh", "2025-Q2", "55", id=9)
    found = item(plan_of(), *units, stated)
    assert (found.latest, found.status) == (stated, Status.ACHIEVED)
    assert found.rollup is not None
    assert found.rollup.point.value == 30
    assert found.rollup.stated_value == 55
    preferred = item(plan_of(rollup={"prefer": "derived"}), *units, stated)
    assert preferred.latest_exact == 30


def test_explain_says_which_of_the_two_speaks_and_which_point_lacks_units() -> None:
    plan = plan_of()
    units = [figure("xa-a", "2025-Q1", "1"), *(figure(unit, "2025-Q2", "10") for unit in OLD)]
    figures = [*units, figure("tinh", "2025-Q2", "55", id=9)]
    figures += rolled_up(plan, plan.indicators, figures, "tinh", AS_OF)
    (target,) = build_explanation(plan, plan.indicators[0], figures, header(plan, AS_OF)).targets
    told = {
        use.observation.period.text: use.left_out
        for use in target.figures
        if isinstance(use.observation, DerivedFigure)
    }
    assert told == {"2025-Q1": Exclusion.UNITS_MISSING, "2025-Q2": Exclusion.OTHER_SPEAKS}


amounts = st.integers(0, 10**6)


@given(st.tuples(amounts, amounts, amounts))
def test_a_sum_is_the_same_on_both_sides_of_a_merger(numbers: tuple[int, int, int]) -> None:
    plan = plan_of()
    before = [figure(unit, "2025-Q2", str(n)) for unit, n in zip(OLD, numbers, strict=True)]
    after = [
        figure("xa-moi", "2025-Q3", str(numbers[0] + numbers[1])),
        figure("xa-c-moi", "2025-Q3", str(numbers[2])),
    ]
    values = [
        each.exact for each in rolled_up(plan, plan.indicators, before + after, "tinh", LATER)
    ]
    assert values == [sum(numbers), sum(numbers)]


parts = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6))


@given(st.tuples(parts, parts, parts))
def test_a_ratio_is_the_same_in_numerators_and_denominators(
    numbers: tuple[tuple[int, int], tuple[int, int], tuple[int, int]],
) -> None:
    plan = plan_of("ratio", "percent")
    (a, of_a), (b, of_b), (c, of_c) = numbers
    figures = [
        *(share(unit, "2025-Q2", *each) for unit, each in zip(OLD, numbers, strict=True)),
        share("xa-moi", "2025-Q3", a + b, of_a + of_b),
        share("xa-c-moi", "2025-Q3", c, of_c),
    ]
    found = rolled_up(plan, plan.indicators, figures, "tinh", LATER)
    assert {each.numerator for each in found} == {Decimal(a + b + c)}
    assert {each.denominator for each in found} == {Decimal(of_a + of_b + of_c)}
    assert len(found) == 2
    assert {each.exact for each in found} == {Fraction(100 * (a + b + c), of_a + of_b + of_c)}


def test_a_new_unit_that_has_not_reported_is_the_sum_of_its_parts() -> None:
    figures = [figure(unit, "2025-Q2", n) for unit, n in zip(OLD, ["10", "20", "30"], strict=True)]
    found = item(plan_of(), *figures, figure("xa-c-moi", "2025-Q3", "40"), as_of=LATER)
    assert value(found) == 10 + 20 + 40
    assert found.rollup is not None
    assert (found.rollup.point.expected, found.rollup.point.reported) == (2, 2)


@pytest.mark.parametrize("by", ["mean", "worst"])
def test_a_merger_is_a_break_for_what_is_not_added(by: str) -> None:
    figures = [
        *(figure(unit, f"2025-Q{q}", f"{20 + q}") for unit in OLD for q in (1, 2)),
        *(figure(unit, "2025-Q3", "40") for unit in NEW),
    ]
    (line,) = item(plan_of(by, "percent"), *figures, as_of=LATER).targets
    assert line.verdict.forecast is None
    assert Reason.DEFINITION_BREAK in line.verdict.reasons or line.verdict.current_pace is None
    (summed,) = item(plan_of("sum"), *figures, as_of=LATER).targets
    assert summed.verdict.forecast is not None


def split(shares: str) -> dict[str, dict[str, Any]]:
    return UNITS | {"xa-a": UNITS["xa-a"] | {"successor": shares}}


def test_a_split_unit_is_divided_by_the_declared_shares() -> None:
    figures = [figure(unit, "2025-Q2", "100") for unit in OLD]
    plan = plan_of(units=split("xa-moi 60%; xa-c-moi 40%"))
    assert value(item(plan, *figures, as_of=LATER)) == 300
    own = figure("xa-moi", "2025-Q3", "1000")
    assert value(item(plan, *figures, own, as_of=LATER)) == 1000 + 100 + 40


TAKEN_IN = {
    "tinh": UNITS["tinh"],
    "xa-a": {"vi": "xa-a", "level": "xa", "parent": "tinh", "since": "2010-01-01"},
    "xa-b": UNITS["xa-b"] | {"successor": "xa-a"},
}
"""A commune that another one is merged into keeps its id and its first day."""


def test_a_unit_that_took_another_in_has_not_reported_by_the_figure_of_that_one() -> None:
    plan = plan_of(units=TAKEN_IN)
    other = figure("xa-b", "2025-Q2", "20")
    alone = item(plan, other, as_of=LATER)
    assert alone.rollup is not None
    assert alone.rollup.point.missing == ("xa-a",)
    assert value(item(plan, other, figure("xa-a", "2025-Q2", "10"), as_of=LATER)) == 30
    assert value(item(plan, other, figure("xa-a", "2025-Q3", "25"), as_of=LATER)) == 25


@pytest.mark.parametrize("by", ["mean", "worst"])
def test_taking_another_unit_in_is_a_break_and_no_other_name(by: str) -> None:
    plan = plan_of(by, "percent", units=TAKEN_IN)
    before = [figure("xa-a", "2025-Q2", "10"), figure("xa-b", "2025-Q2", "20")]
    found = item(plan, *before, as_of=LATER)
    assert found.rollup is not None
    assert found.rollup.point.missing == ("xa-a",)
    assert value(item(plan, *before, figure("xa-a", "2025-Q3", "25"), as_of=LATER)) == 25
    assert found.rollup.point.since == date(2025, 7, 1)


def test_a_sum_stands_on_the_day_on_which_its_indicators_periods_are_cut() -> None:
    plan = plan_of(calendar="nd09")
    period = Period.parse("2025-Q3").cut_by(plan.indicators[0].calendar)
    given = [figure(unit, "2025-Q3", "7") for unit in NEW]
    figures = [each.model_copy(update={"period": period}) for each in given]
    derived = rolled_up(plan, plan.indicators, figures, "tinh", LATER)
    assert (str(derived[-1].period.end), derived[-1].value) == ("2025-09-14", Decimal(14))
