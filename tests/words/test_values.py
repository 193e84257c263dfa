"""What is typed as VALUE is taken when it can mean one thing."""

import re
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.words.value_samples import (
    AMOUNT,
    BILLIONS,
    COUNT,
    GROWTH,
    INDEX,
    PER_THOUSAND,
    PERCENT,
    RANK,
    STATE,
)

from cdstrack.core.plan.model import Indicator, State
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Qualifier
from cdstrack.words.parse.values import Reading, read_value


@pytest.mark.parametrize(
    ("typed", "of", "value"),
    [
        ("75", PERCENT, "75"),
        ("75%", PERCENT, "75"),
        ("67,84%", PERCENT, "67.84"),
        ("67.84 %", PERCENT, "67.84"),
        ("67,80", PERCENT, "67.8"),
        ("-2,5%", GROWTH, "-2.5"),
        ("5,1\u2030", PER_THOUSAND, "5.1"),
        ("05", COUNT, "5"),
        ("1.446", COUNT, "1446"),
        ("1,446", COUNT, "1446"),
        ("4.257.581", COUNT, "4257581"),
        ("1,8 triệu", COUNT, "1800000"),
        ("31", RANK, "31"),
        ("0.8002", INDEX, "0.8002"),
        ("0,8241", INDEX, "0.8241"),
        ("169.353.000.000 đồng", BILLIONS, "169.353"),
        ("169353 tỷ đồng", BILLIONS, "169353"),
        ("500 triệu", BILLIONS, "0.5"),
        ("1300", BILLIONS, "1300"),
        ("45,5", AMOUNT, "45.5"),
    ],
)
def test_a_number_with_one_possible_reading_is_taken(typed: str, of: Indicator, value: str) -> None:
    assert read_value(typed, of) == Reading(typed, Decimal(value))


@pytest.mark.parametrize(
    ("typed", "of", "value", "numerator", "denominator"),
    [
        ("981/1446", PERCENT, "67.842324", 981, 1446),
        ("981/1.446", PERCENT, "67.842324", 981, 1446),
        ("981 / 1 446", PERCENT, "67.842324", 981, 1446),
        ("1.000/2.000", PERCENT, "50", 1000, 2000),
        ("05/09", PERCENT, "55.555556", 5, 9),
        ("0/9", PERCENT, "0", 0, 9),
        ("45.799/36.875", GROWTH, "124.200678", 45799, 36875),
        ("12/1.000", PER_THOUSAND, "12", 12, 1000),
        ("31/63", RANK, "31", 31, 63),
    ],
)
def test_a_share_keeps_its_fraction_and_a_rank_its_field(
    typed: str, of: Indicator, value: str, numerator: int, denominator: int
) -> None:
    assert read_value(typed, of) == Reading(
        typed, Decimal(value), numerator=Decimal(numerator), denominator=Decimal(denominator)
    )


@pytest.mark.parametrize(
    ("typed", "qualifier"),
    [
        ("hơn 80%", Qualifier.OVER),
        ("trên 80", Qualifier.OVER),
        ("TREN 80", Qualifier.OVER),
        ("gần 80%", Qualifier.NEARLY),
        ("khoảng 80", Qualifier.ABOUT),
        ("~80%", Qualifier.ABOUT),
        ("ước đạt 80", Qualifier.ESTIMATE),
        ("sơ bộ 80%", Qualifier.PRELIMINARY),
        ("over 80%", Qualifier.OVER),
        ("more than 80", Qualifier.OVER),
    ],
)
def test_words_before_a_number_say_how_firm_it_is(typed: str, qualifier: Qualifier) -> None:
    assert read_value(typed, PERCENT) == Reading(typed, Decimal(80), qualifier=qualifier)


@pytest.mark.parametrize("minus", "-\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d")
@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("", None),
        ("đạt ", None),
        ("đạt: ", None),
        ("ước ", Qualifier.ESTIMATE),
        ("khoảng", Qualifier.ABOUT),
        ("~", Qualifier.ABOUT),
    ],
)
def test_a_minus_behind_a_word_is_the_minus_of_its_number(
    words: str, minus: str, qualifier: Qualifier | None
) -> None:
    # Word makes an en dash of a hyphen, and an unbreakable one keeps it with its number.
    typed = f"{words}{minus}5,2%"
    assert read_value(typed, GROWTH) == Reading(typed, Decimal("-5.2"), qualifier=qualifier)


def test_a_fraction_can_be_qualified_too() -> None:
    reading = read_value("hơn 981/1.446", PERCENT)
    assert isinstance(reading, Reading)
    assert (reading.qualifier, reading.denominator) == (Qualifier.OVER, Decimal(1446))


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("done", State.DONE),
        ("Xong", State.DONE),
        ("hoàn thành", State.DONE),
        ("hoan thanh", State.DONE),
        ("in-progress", State.IN_PROGRESS),
        ("đang thực hiện", State.IN_PROGRESS),
        ("not-started", State.NOT_STARTED),
        ("Chưa thực hiện", State.NOT_STARTED),
    ],
)
def test_a_state_is_named_in_either_language(typed: str, state: State) -> None:
    assert read_value(typed, STATE) == Reading(typed, state=state)


@pytest.mark.parametrize("of", [PERCENT, STATE])
@pytest.mark.parametrize(
    "typed", ['na:"chưa báo cáo"', "na:chưa báo cáo", "NA: “chưa báo cáo”", "n/a : chưa báo cáo"]
)
def test_that_there_is_no_figure_is_recorded_with_its_reason(typed: str, of: Indicator) -> None:
    assert read_value(typed, of) == Reading(typed, not_available="chưa báo cáo")


@given(st.decimals(0, 100, places=6), st.sampled_from(["", "%", " %"]))
@example(Decimal("2.871"), "")
@example(Decimal("0.871"), "%")
def test_a_percentage_within_bounds_is_taken_exactly(number: Decimal, sign: str) -> None:
    typed = format_decimal(number) + sign
    reading = read_value(typed, PERCENT)
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3} ?%?", typed):
        # A point before exactly three digits may group thousands.
        assert isinstance(reading, Problem)
        assert reading.code == "CDS202"
    else:
        assert isinstance(reading, Reading)
        assert reading.value == number


@given(st.text(st.sampled_from("0123456789.,/-+%‰ naNA:~hơn trên tỷ đồng\u00a0\u2212\x1b[")))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    for of in (PERCENT, GROWTH, COUNT, RANK, INDEX, STATE, BILLIONS, AMOUNT):
        assert isinstance(read_value(text, of), Reading | Problem)


@pytest.mark.parametrize("piece", [" ", "9", ".", "1.", "/", "a", "a ", "\x1b[", "~", "na", "1a"])
def test_a_text_of_a_hundred_thousand_characters_is_answered_at_once(piece: str) -> None:
    text = f"a{piece * 100_000}"
    before = perf_counter()
    for of in (PERCENT, BILLIONS, STATE):
        assert isinstance(read_value(text, of), Problem)
        assert isinstance(read_value(text[1:] + "!", of), Problem)
    assert perf_counter() - before < 5


@pytest.mark.parametrize("typed", ["\u00ad5,2%", "đạt \u00ad5,2%", "đạt \x965,2"])
def test_a_hyphen_that_a_page_has_made_a_soft_one_is_a_minus_still(typed: str) -> None:
    reading = read_value(typed, GROWTH)
    assert isinstance(reading, Reading)
    assert reading.value == Decimal("-5.2")


def test_hidden_characters_do_not_change_a_value() -> None:
    assert read_value("\u202d981/1\u200b446\ufeff", PERCENT) == read_value("981/1446", PERCENT)


def test_a_mark_that_shows_digits_from_right_to_left_is_no_part_of_a_value() -> None:
    """981/1446 would be seen as 6441/189."""
    found = read_value("\u202e981/1446", PERCENT)
    assert isinstance(found, Problem)
    assert found.code == "CDS201"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ('na:"\'tis"', "'tis"),
        ('na:""trích""', '"trích"'),
        ("na:“lý do”", "lý do"),
        ('na:"lý do', "lý do"),
    ],
)
def test_one_pair_of_quotes_is_taken_off_a_reason(typed: str, reason: str) -> None:
    assert read_value(typed, PERCENT) == Reading(typed, not_available=reason)
