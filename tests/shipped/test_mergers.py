"""The 148 communes of 30 June 2025 and the 48 that they became come to the same, on both sides."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.typed_figures import typed_figure
from tests.units.rolled_plans import rolled_up_by

from cdstrack.core.derived.area_rollup import RollUpOf
from cdstrack.core.derived.rollup import roll_up_of, unit_figures
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.units.tree import units_of
from cdstrack.files.plan.reader import read_plan

LAST, FIRST, LATER = date(2025, 6, 30), date(2025, 7, 1), date(2025, 9, 30)


def _plan() -> Plan:
    found = read_plan(Path(__file__).parents[2] / "targets.yaml").plan
    assert found is not None
    return found


PLAN = _plan()
UNITS = units_of(PLAN)
AREA = PLAN.area
BEFORE = [id_ for id_ in UNITS.parts_of(AREA, "xa") if UNITS.in_force(id_, LAST)]
AFTER = [id_ for id_ in UNITS.parts_of(AREA, "xa") if UNITS.in_force(id_, FIRST)]
COUNTS = st.lists(st.integers(0, 10**9), min_size=len(BEFORE), max_size=len(BEFORE))
SHARES = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)),
    min_size=len(BEFORE),
    max_size=len(BEFORE),
)


def rolled_up(unit: str, by: str, figures: Sequence[Observation]) -> RollUpOf:
    indicator = Indicator.model_validate(rolled_up_by(by, unit))
    plan = PLAN.model_copy(update={"indicators": (indicator,)})
    plan.__dict__.pop("by_id", None)
    return roll_up_of(UNITS, indicator, unit_figures(plan, figures, indicator), plan, AREA)


def figure(unit: str, **numbers: Decimal) -> Observation:
    return typed_figure(
        indicator="chi-tieu", org_unit=unit, period=Period.parse("2025-Q2"), entered="1", **numbers
    )


def test_the_area_is_the_same_ground_before_and_after() -> None:
    assert (len(BEFORE), len(AFTER)) == (148, 48)
    parts = [heir.id for new in AFTER for heir in UNITS.predecessors[new]]
    assert sorted(parts) == sorted(BEFORE)


@settings(max_examples=30, deadline=None)
@given(COUNTS)
def test_a_sum_is_the_same_on_both_sides(numbers: list[int]) -> None:
    figures = [figure(unit, value=Decimal(n)) for unit, n in zip(BEFORE, numbers, strict=True)]
    sums = rolled_up("count", "sum", figures)
    before = sums.point(LAST)
    assert before.value == sum(numbers)
    assert (before.reported, before.expected) == (148, 148)
    for day in (FIRST, LATER):
        after = sums.point(day)
        assert after.value == sum(numbers)
        assert (after.reported, after.expected) == (48, 48)
    of_unit = dict(zip(BEFORE, numbers, strict=True))
    for new, contributed in sums.contributions(FIRST).items():
        assert contributed.value == sum(of_unit[part.id] for part in UNITS.predecessors[new])


@settings(max_examples=30, deadline=None)
@given(SHARES)
def test_numerators_and_denominators_are_the_same_on_both_sides(
    numbers: list[tuple[int, int]],
) -> None:
    figures = [
        figure(
            unit,
            value=round(Decimal(100 * part) / whole, 6),
            numerator=Decimal(part),
            denominator=Decimal(whole),
        )
        for unit, (part, whole) in zip(BEFORE, numbers, strict=True)
    ]
    ratios = rolled_up("percent", "ratio", figures)
    both = Fraction(sum(part for part, _ in numbers)), Fraction(sum(whole for _, whole in numbers))
    for day in (LAST, FIRST, LATER):
        point = ratios.point(day)
        assert point.parts == both
        assert point.value == both[0] / both[1] * 100


@settings(max_examples=30, deadline=None)
@given(COUNTS, st.sets(st.integers(0, len(BEFORE) - 1), min_size=1, max_size=20))
def test_a_commune_that_had_not_reported_is_missing_on_both_sides(
    numbers: list[int], silent: set[int]
) -> None:
    """A merged commune of which a part is missing has no figure: a missing part is not 0."""
    figures = [
        figure(unit, value=Decimal(n))
        for at, (unit, n) in enumerate(zip(BEFORE, numbers, strict=True))
        if at not in silent
    ]
    sums = rolled_up("count", "sum", figures)
    missing = {BEFORE[at] for at in silent}
    assert set(sums.point(LAST).missing) == missing
    parts = {new: {heir.id for heir in UNITS.predecessors[new]} for new in AFTER}
    assert set(sums.point(FIRST).missing) == {new for new in AFTER if parts[new] & missing}


@pytest.mark.parametrize("by", ["mean", "worst"])
def test_what_is_not_added_ends_with_the_merger(by: str) -> None:
    figures = [figure(unit, value=Decimal(50)) for unit in BEFORE]
    other = rolled_up("percent", by, figures)
    assert other.point(LAST).value == 50
    renamed = [new for new in AFTER if UNITS.is_renamed(new)]
    assert set(other.contributions(FIRST)) == set(renamed)
