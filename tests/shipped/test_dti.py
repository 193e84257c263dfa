"""The provincial index of 2022: what is computed agrees with what was published.

The published values of the main indicators have four decimals, so a total computed from them may
differ from the published one by the last of its four decimals, and by no more.
"""

import csv
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.plans.conftest import shipped_plan

from cdstrack.core.derived.figures import Derived, derive
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.files.workplace import example

LAST_DIGIT = Fraction(1, 10_000)
TOTALS = {
    "da-nang": "800.175",
    "tp-ho-chi-minh": "716.355",
    "quang-ninh": "702.445",
    "thua-thien-hue": "697.46",
    "can-tho": "692.395",
}
PILLARS = {"dti-chinh-quyen-so": 700, "dti-kinh-te-so": 650, "dti-xa-hoi-so": 650}


@pytest.fixture(scope="module")
def derived() -> Derived:
    """The shipped figures with the four indices of each province."""
    shipped = shipped_plan(example("dti-2022"))
    with shipped.figures.open(encoding="utf-8") as file:
        figures = [
            Observation(
                indicator=row["indicator"],
                org_unit=row["org_unit"],
                period=Period.parse(row["period"]),
                value=Decimal(row["value"]),
            )
            for row in csv.DictReader(file)
        ]
    return derive(shipped.plan, figures)


def total(derived: Derived, index: str, org_unit: str) -> Fraction:
    (composition,) = derived.of(index, org_unit)
    assert composition.value is not None
    return composition.value


@pytest.mark.parametrize("org_unit", TOTALS)
def test_a_total_comes_to_the_published_one_within_its_last_digit(
    derived: Derived, org_unit: str
) -> None:
    published = next(
        Fraction(each.value or 0)
        for each in derived.of_indicator("dti-cong-bo")
        if each.org_unit == org_unit
    )
    computed = total(derived, "dti", org_unit)
    assert computed == Fraction(TOTALS[org_unit])
    assert abs(computed / 1000 - published) <= LAST_DIGIT


@pytest.mark.parametrize("org_unit", TOTALS)
def test_the_pillars_share_the_foundations_and_make_up_the_index(
    derived: Derived, org_unit: str
) -> None:
    pillars = [total(derived, index, org_unit) for index in PILLARS]
    shared = sum(
        each.contribution or 0
        for each in derived.of("dti-kinh-te-so", org_unit)[0].members
        if each.weight == 100
    )
    assert sum(pillars) - 2 * shared == total(derived, "dti", org_unit)
    scales = {index: derived.of(index, org_unit)[0].of for index in PILLARS}
    assert scales == PILLARS
