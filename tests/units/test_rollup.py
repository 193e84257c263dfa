"""What the communes of a province come to: six ways, missing units, a stated figure."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.units.rolled_plans import (
    AS_OF,
    NEW,
    OLD,
    UNITS,
    figure,
    header,
    item,
    plan_of,
    share,
    value,
)

from cdstrack.core.checks.stated import contradicted_by_units
from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.reports.explain import build_explanation
from cdstrack.core.verdict.grounds import Exclusion
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

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


@pytest.mark.parametrize("prefer", [{}, {"prefer": "derived"}])
def test_what_is_stated_of_a_part_of_a_year_says_nothing_of_the_whole_one(
    prefer: dict[str, str],
) -> None:
    """The last quarter of a flow ends with its year: the year that the units came to was lost."""
    plan = plan_of(measure="flow", rollup=prefer)
    figures = [*(figure(unit, "2025", "30") for unit in NEW), figure("tinh", "2025-Q4", "20")]
    found = item(plan, *figures, as_of=date(2026, 1, 20))
    assert found.latest_exact == 60
    assert found.status is Status.ACHIEVED
    assert found.rollup is not None
    assert found.rollup.stated is None
    assert [*contradicted_by_units(plan, figures, date(2026, 1, 20))] == []
    figures += rolled_up(plan, plan.indicators, figures, "tinh", date(2026, 1, 20))
    (target,) = build_explanation(
        plan, plan.indicators[0], figures, header(plan, date(2026, 1, 20))
    ).targets
    of_quarter = [use for use in target.figures if use.observation.period.text == "2025-Q4"]
    assert [use.left_out for use in of_quarter] == [Exclusion.PART_YEAR]
    whole = item(plan, *figures, figure("tinh", "2025", "40"), as_of=date(2026, 1, 20))
    assert whole.rollup is not None
    assert whole.rollup.stated_value == 40


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
