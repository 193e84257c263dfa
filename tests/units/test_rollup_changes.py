"""Roll-up across mergers, splits and units that took others in."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.units.rolled_plans import (
    LATER,
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

from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.record.period import Period
from cdstrack.core.reports.judging import build_status
from cdstrack.core.verdict.vocabulary import Reason

amounts = st.integers(0, 10**6)
parts = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6))


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


INDEX = {
    "id": "chi-so",
    "name": {"vi": "Chỉ số"},
    "pillar": "chung",
    "unit": "index",
    "direction": "increase",
    "frequency": "quarterly",
    "composite": {"members": {"chi-tieu": "1"}, "of": "1"},
    "targets": [{"due": "2025-12-31", "at_least": "50"}],
}


@pytest.mark.parametrize(("by", "broken"), [("mean", True), ("ratio", False)])
def test_an_index_is_compared_no_further_back_than_its_members(by: str, broken: bool) -> None:
    """The mean of other communes than before was a member, and the index went on as if it were one."""
    plan = plan_of(by, "percent", INDEX)
    figures = [
        *(share(unit, f"2025-Q{q}", 20 + q, 100) for unit in OLD for q in (1, 2)),
        *(share(unit, "2025-Q3", 40, 100) for unit in NEW),
    ]
    figures += rolled_up(plan, plan.indicators, figures, "tinh", LATER)
    found = build_status(plan, figures, header(plan, LATER)).items[1]
    assert found.latest_exact == 40
    (line,) = found.targets
    assert (line.verdict.current_pace is None) is broken
    assert (Reason.DEFINITION_BREAK in line.verdict.reasons) is broken


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
