"""Figures as they stand in everyday reports: with brackets, signs and words around the number."""

from decimal import Decimal

import pytest

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Qualifier
from cdstrack.words.parse.value_words import is_nothing_yet
from cdstrack.words.parse.values import Reading, read_value


def measured(unit: str, label: str = "") -> Indicator:
    fields = {"id": "i", "name": {"vi": "Chỉ tiêu"}, "pillar": "p", "direction": "increase"}
    named = {"unit_label": {"vi": label}} if label else {}
    return Indicator.model_validate(fields | named | {"unit": unit})


@pytest.mark.parametrize(
    ("typed", "stated"),
    [
        ("67,84% (981/1.446 hồ sơ)", "67.84"),
        ("67,84% (981/1.446)", "67.84"),
        ("981/1.446 (67,84%)", "67.84"),
        ("981/1.446 hồ sơ (68%)", "68"),
        ("80,2% (981/1.446)", "80.2"),
        ("981/1.446 hồ sơ", None),
    ],
)
def test_a_fraction_keeps_the_percentage_printed_beside_it(typed: str, stated: str | None) -> None:
    reading = read_value(typed, measured("percent"))
    assert isinstance(reading, Reading)
    assert (reading.numerator, reading.denominator) == (Decimal(981), Decimal(1446))
    assert reading.stated == (stated and Decimal(stated))
    assert reading.entered == typed


@pytest.mark.parametrize(
    ("typed", "qualifier"),
    [
        ("Đạt 67,84%", None),
        ("đạt được 67,84%", None),
        ("đạt trên 67,84%", Qualifier.OVER),
        ("ước đạt 67,84%", Qualifier.ESTIMATE),
        ("> 67,84%", Qualifier.OVER),
        ("đạt > 67,84%", Qualifier.OVER),
        ("đạt >67,84%", Qualifier.OVER),
        ("đạt = 67,84%", None),
        ("hơn ~67,84%", Qualifier.OVER),
        ("ước ≈ 67,84%", Qualifier.ESTIMATE),
        ("≈ 67,84%", Qualifier.ABOUT),
        ("~67,84%", Qualifier.ABOUT),
        ("67,84% (ước)", Qualifier.ESTIMATE),
        ("67,84 (sơ bộ)", Qualifier.PRELIMINARY),
    ],
)
def test_words_and_signs_around_a_number_say_how_firm_it_is(
    typed: str, qualifier: Qualifier | None
) -> None:
    reading = read_value(typed, measured("percent"))
    assert isinstance(reading, Reading)
    assert (reading.value, reading.qualifier) == (Decimal("67.84"), qualifier)


@pytest.mark.parametrize(
    ("typed", "label", "value"),
    [
        ("khoảng 2,9 nghìn DN", "doanh nghiệp", 2900),
        ("trên 2.900 DN", "doanh nghiệp", 2900),
        ("2.900 doanh nghiệp", "doanh nghiệp", 2900),
        ("12 HTX", "hợp tác xã", 12),
    ],
)
def test_a_unit_may_be_named_by_its_initials(typed: str, label: str, value: int) -> None:
    reading = read_value(typed, measured("count", label))
    assert isinstance(reading, Reading)
    assert reading.value == value


@pytest.mark.parametrize(
    ("typed", "unit", "code"),
    [
        ("13,1*", "percent", "CDS241"),
        ("13,1 (*)", "percent", "CDS241"),
        ("13,1% **", "percent", "CDS241"),
        ("khoảng 13,1 (ước)", "percent", "CDS201"),
        ("13,1 (14,2)", "percent", "CDS201"),
        ("1/2 (3/4)", "percent", "CDS201"),
        ("981/1.446 nghìn", "percent", "CDS201"),
        ("2.900 DN", "count", "CDS201"),
        ("≥ 60%", "percent", "CDS201"),
        ("12 (67%)", "count", "CDS201"),
    ],
)
def test_what_says_two_things_is_refused(typed: str, unit: str, code: str) -> None:
    found = read_value(typed, measured(unit))
    assert isinstance(found, Problem)
    assert found.code == code


@pytest.mark.parametrize(
    "words", ["Chưa công bố", "đang tổng hợp", "chưa có", "N/A", "chưa có số liệu", "Chưa báo cáo."]
)
def test_words_for_a_figure_that_is_not_there_yet_are_none(words: str) -> None:
    assert is_nothing_yet(words)


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2013\u2014\u2212…")
def test_a_dash_alone_is_a_cell_that_is_left_empty_on_purpose(dash: str) -> None:
    assert is_nothing_yet(f" {dash} ")


@pytest.mark.parametrize("words", ["chưa thực hiện", "0", "na:chưa báo cáo", "Đạt", ""])
def test_a_state_a_reason_and_a_zero_are_something(words: str) -> None:
    assert not is_nothing_yet(words)


def test_what_is_very_long_is_refused_at_once() -> None:
    for typed in ("1 " * 50_000 + "(1)", "1/" + "2" * 100_000 + " a", "9" * 100_000 + "*"):
        assert isinstance(read_value(typed, measured("percent")), Problem)
