"""What stands beside a value: the printed percentage, how firm it is, and of which group."""

from decimal import Decimal

import pytest
from tests.words.value_samples import COUNT, PERCENT, indicator, refusal_code

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Qualifier
from cdstrack.words.parse.disaggregation import read_disaggregation
from cdstrack.words.parse.values import (
    Reading,
    read_qualifier,
    read_stated,
    read_value,
)
from cdstrack.words.problems.sentences import remedy, sentence


@pytest.mark.parametrize(
    ("typed", "stated"), [("68%", "68"), ("80,2", "80.2"), ("67.8420", "67.842")]
)
def test_the_percentage_printed_beside_a_fraction_is_read_alike(typed: str, stated: str) -> None:
    assert read_stated(typed, PERCENT) == Decimal(stated)


def test_what_a_source_prints_may_lie_outside_the_bounds() -> None:
    assert read_stated("102,5%", PERCENT) == Decimal("102.5")
    assert refusal_code(read_value("102,5%", PERCENT)) == "CDS203"


@pytest.mark.parametrize("typed", ["981/1446", "hơn 68", "done", ""])
def test_only_a_number_can_be_stated(typed: str) -> None:
    assert refusal_code(read_stated(typed, PERCENT)) == "CDS201"


@pytest.mark.parametrize("qualifier", Qualifier)
def test_a_qualifier_is_read_by_its_own_name(qualifier: Qualifier) -> None:
    assert read_qualifier(qualifier) is qualifier


def test_an_unknown_qualifier_is_refused_with_the_known_ones() -> None:
    problem = read_qualifier("chắc là")
    assert isinstance(problem, Problem)
    assert sentence(problem, "en") == 'not a qualifier: "chắc là"'
    assert remedy(problem, "en") == (
        "Write one of: exact, about, over, nearly, estimate, preliminary, derived."
    )


SECTORS = indicator("percent", every={"sector": ["nong-nghiep", "du-lich", "logistics"]})


@pytest.mark.parametrize(
    ("parts", "of", "canonical"),
    [
        ([], SECTORS, ""),
        (["sector=du-lich"], SECTORS, "sector=du-lich"),
        (["sector = Du Lịch"], SECTORS, "sector=du-lich"),
        (["sector=nong"], SECTORS, "sector=nong-nghiep"),
        (["sector=du-lich", "gender=nu"], SECTORS, "gender=nu;sector=du-lich"),
        (["sector=bat-ky"], indicator("percent", every={"sector": []}), "sector=bat-ky"),
        (["level=xa"], COUNT, "level=xa"),
    ],
)
def test_a_breakdown_gets_its_canonical_spelling(
    parts: list[str], of: Indicator, canonical: str
) -> None:
    assert read_disaggregation(parts, of) == canonical


@pytest.mark.parametrize(
    "parts",
    [["sector"], ["sector="], ["=du-lich"], ["sector=bien"], ["Giới=Nữ"], ["a=b=c"], ["a=b;c=d"]],
)
def test_a_breakdown_that_the_plan_does_not_know_is_refused(parts: list[str]) -> None:
    assert refusal_code(read_disaggregation(parts, SECTORS)) == "CDS221"


def test_a_dimension_is_named_once() -> None:
    twice = read_disaggregation(["sector=du-lich", "sector=logistics"], SECTORS)
    assert isinstance(twice, Problem)
    assert remedy(twice, "en") == (
        "Write name=group, each name once; groups in the plan: nong-nghiep, du-lich, logistics."
    )


@pytest.mark.parametrize(
    ("typed", "label", "value"),
    [
        ("45 triệu đồng/người/năm", "triệu đồng/người/năm", "45"),
        ("45,5 Triệu đồng / người / năm", "triệu đồng/người/năm", "45.5"),
        ("khoảng 533 người/km2", "người/km2", "533"),
        ("9,5 bác sĩ/10.000 dân", "bác sĩ/10.000 dân", "9.5"),
    ],
)
def test_the_unit_of_a_rate_may_be_typed_behind_its_number(
    typed: str, label: str, value: str
) -> None:
    reading = read_value(typed, indicator("amount", unit_label={"vi": label}))
    assert isinstance(reading, Reading)
    assert reading.value == Decimal(value)
