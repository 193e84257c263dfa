"""Numbers are read without guessing, and printed without lying."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.words.parse.numbers import (
    Number,
    Quantity,
    format_number,
    format_toward,
    read_number,
    read_quantity,
    scale_of,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("75", "75"),
        ("05", "5"),
        ("010", "10"),
        ("67,84", "67.84"),
        ("67.84", "67.84"),
        ("67,80", "67.80"),
        ("0.5", "0.5"),
        ("0,446", "0.446"),
        ("0.446", "0.446"),
        ("14.46", "14.46"),
        ("1446.500", "1446.500"),
        ("1.4460", "1.4460"),
        ("1.446.000", "1446000"),
        ("4.257.581", "4257581"),
        ("34.311.921.957", "34311921957"),
        ("1,234,567", "1234567"),
        ("1.446,5", "1446.5"),
        ("1,446.5", "1446.5"),
        ("1.446,500", "1446.500"),
        ("6.296,20", "6296.20"),
        ("1 446", "1446"),
        ("1\u00a0446", "1446"),
        ("1\u2009446\u2009000", "1446000"),
        ("1\u202f446,5", "1446.5"),
        ("-5", "-5"),
        ("\u22125,5", "-5.5"),
        ("\u20115,5", "-5.5"),
        ("\u20135,5", "-5.5"),
        ("+5", "5"),
        ("-0", "0"),
        ("  75 ", "75"),
        ("9000000000000", "9000000000000"),
    ],
)
def test_a_text_with_one_reading(text: str, number: str) -> None:
    assert read_number(text) == (Decimal(number),)


@pytest.mark.parametrize(
    ("text", "grouped", "decimal"),
    [
        ("1.446", "1446", "1.446"),
        ("1,446", "1446", "1.446"),
        ("100.000", "100000", "100"),
        ("1.000", "1000", "1"),
        ("-1.446", "-1446", "-1.446"),
    ],
)
def test_a_text_with_two_readings_gives_both(text: str, grouped: str, decimal: str) -> None:
    assert read_number(text) == (Decimal(grouped), Decimal(decimal))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", ",", "-", "5,", "5.", ".5", ",5", "1.23.4", "67,8,4", "1.446.5"),
        *("1e3", "1E3", "1_000", "NaN", "Infinity", "-inf", "0x10", "½", "²", "１４４６", "١٤٤٦"),
        *("1 44", "1  446", "1 446\u00a0000", "1446 000", "1.446 000", "- 5", "--5", "5-", "(3,2)"),
        *("\u20145", "\u207b5", "\u00b15", "\u2011\u20115"),
        *("1.446.000,5,5", "0.446.000", "01.446.000", "1,446,000.", "5 %", "75%", "xong", "1\n446"),
    ],
)
def test_anything_else_is_not_a_number(text: str) -> None:
    assert _code(read_number(text)) == "CDS201"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0.1234567", "CDS205"),
        ("1.446,0000000", "CDS205"),
        ("9000000000000.000001", "CDS206"),
        ("-9.000.000.000.001", "CDS206"),
        ("9" * 5000, "CDS206"),
    ],
)
def test_more_than_the_store_can_keep_is_refused(text: str, code: str) -> None:
    assert _code(read_number(text)) == code


@given(
    st.integers(1, 999), st.sampled_from(".,"), st.integers(0, 999), st.sampled_from(["", "-", "+"])
)
def test_three_digits_after_one_mark_are_always_ambiguous(
    first: int, mark: str, last: int, sign: str
) -> None:
    readings = read_number(f"{sign}{first}{mark}{last:03}")
    assert not isinstance(readings, Problem)
    assert len(set(readings)) == 2


kept_numbers = st.decimals(-9_000_000_000_000, 9_000_000_000_000, places=6)


@given(kept_numbers, st.sampled_from(["vi", "en"]))
def test_what_is_written_is_among_what_is_read_back(number: Decimal, language: str) -> None:
    text = format_number(number, language)
    readings = _readings(text)
    assert number in readings
    is_ambiguous = re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", text) is not None
    assert len(readings) == (2 if is_ambiguous else 1)


@given(kept_numbers)
def test_a_machine_s_spelling_is_never_read_as_another_number(number: Decimal) -> None:
    assert number in _readings(format_decimal(number))


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (Decimal(1446), 2, "1.446", "1,446"),
        (Decimal("67.84"), 2, "67,84", "67.84"),
        (Decimal("67.80"), 2, "67,8", "67.8"),
        (Decimal("-1446.5"), 2, "-1.446,5", "-1,446.5"),
        (4_257_581, 2, "4.257.581", "4,257,581"),
        (Fraction(2, 3), 2, "0,67", "0.67"),
        (Fraction(2, 3), 6, "0,666667", "0.666667"),
        (Decimal("0.125"), 2, "0,12", "0.12"),
        (Decimal("0.375"), 2, "0,38", "0.38"),
        (2.5, 0, "2", "2"),
        (Decimal("-0.001"), 2, "0", "0"),
        (Decimal("999.999"), 2, "1.000", "1,000"),
    ],
)
def test_a_number_is_written_as_each_language_writes_it(
    value: Number, decimals: int, vi: str, en: str
) -> None:
    assert format_number(value, "vi", decimals=decimals) == vi
    assert format_number(value, "en", decimals=decimals) == en


@pytest.mark.parametrize(
    ("value", "bound", "text"),
    [
        (Decimal("67.842324"), 100, "67,84"),
        (Decimal("99.96"), 100, "99,96"),
        (Decimal("99.996"), 100, "99,996"),
        (Decimal("79.999"), 80, "79,999"),
        (Decimal("80.001"), 80, "80,001"),
        (Fraction(7_999_999_999, 10**8), 80, "79,999999"),
        (Fraction(8_000_000_001, 10**8), 80, "80,000001"),
        (Decimal(80), 80, "80"),
        (Decimal("79.998"), Decimal("79.998"), "79,998"),
        (Decimal("79.996"), Decimal("79.998"), "79,996"),
        (Fraction(1, 3), Fraction(1, 3), "0,33"),
        (Decimal("-0.001"), 0, "-0,001"),
    ],
)
def test_what_misses_a_bound_is_never_printed_as_meeting_it(
    value: Number, bound: Number, text: str
) -> None:
    assert format_toward(value, bound, "vi") == text


@given(st.fractions(0, 200), st.integers(0, 200))
def test_the_printed_number_lies_on_the_same_side_of_the_bound(value: Fraction, bound: int) -> None:
    printed = Decimal(format_toward(value, bound, "en"))
    assert (printed > bound, printed < bound) == (value > bound, value < bound)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("1.446.000", Quantity((Decimal(1446000),))),
        ("1,8 triệu", Quantity((Decimal("1.8"),), 10**6)),
        ("5,1 TỈ", Quantity((Decimal("5.1"),), 10**9)),
        ("12 ngàn", Quantity((Decimal(12),), 1000)),
        ("169.353 tỷ đồng", Quantity((Decimal(169353), Decimal("169.353")), 10**9, is_money=True)),
        ("34.311.921.957 đồng", Quantity((Decimal(34311921957),), is_money=True)),
        ("2 nghìn tỷ đồng", Quantity((Decimal(2),), 10**12, is_money=True)),
    ],
)
def test_the_words_after_a_number_are_kept_apart_from_it(text: str, quantity: Quantity) -> None:
    assert read_quantity(text) == quantity


@pytest.mark.parametrize("text", ["5 người", "triệu", "1e3 triệu", "5 triệu người", "1.23.4 tỷ"])
def test_other_words_make_no_quantity(text: str) -> None:
    assert _code(read_quantity(text)) == "CDS201"


@pytest.mark.parametrize(
    ("label", "scale"),
    [("tỷ đồng", 10**9), ("triệu đồng", 10**6), ("đồng", 1), ("người", 1), ("nghìn lượt", 1000)],
)
def test_a_unit_label_says_what_one_of_it_counts_for(label: str, scale: int) -> None:
    assert scale_of(label) == scale


def test_a_quantity_is_told_in_the_unit_of_its_indicator() -> None:
    assert Quantity((Decimal(500),), 10**6).counted_in(10**9) == (Decimal("0.5"),)


def _code(result: object) -> str | None:
    return result.code if isinstance(result, Problem) else None


def _readings(text: str) -> tuple[Decimal, ...]:
    readings = read_number(text)
    assert not isinstance(readings, Problem)
    return readings


@given(
    st.fractions(-1000, 1000, max_denominator=3000),
    st.fractions(-1000, 1000, max_denominator=3000),
    st.integers(0, 4),
)
def test_a_number_is_rounded_as_a_fraction_is(value: Fraction, bound: Fraction, least: int) -> None:
    side = (value > bound) - (value < bound)
    rounded = ((count, Fraction(round(value * 10**count), 10**count)) for count in range(least, 7))
    fitting = ((c, r) for c, r in rounded if (r > bound) - (r < bound) == side)
    count, _ = next(fitting, (None, None))
    written = format_toward(value, bound, decimals=least)
    if count is not None:
        assert written == format_number(value, decimals=count)
