"""What cannot be meant, or could mean two things, is refused with the reason and both readings."""

from decimal import Decimal

import pytest
from hypothesis import given
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
    indicator,
    refusal_code,
    refused,
)

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.words.parse.values import Reading, read_value
from cdstrack.words.problems.sentences import remedy, sentence


@pytest.mark.parametrize(
    ("typed", "of", "facts"),
    [
        ("1.446", INDEX, {"grouped": "1446", "decimal": "1.4460", "decimal_vi": "1,4460"}),
        ("1,440", INDEX, {"grouped": "1440", "decimal": "1.44", "decimal_vi": "1,44"}),
        ("100.000", COUNT, {"grouped": "100000", "decimal": "100", "decimal_vi": "100"}),
        ("1.234%", GROWTH, {"grouped": "1234", "decimal": "1.2340", "decimal_vi": "1,2340"}),
        (
            "169.353 tỷ đồng",
            BILLIONS,
            {"grouped": "169353", "decimal": "169.3530", "decimal_vi": "169,3530"},
        ),
    ],
)
def test_two_possible_readings_are_refused_with_both(
    typed: str, of: Indicator, facts: dict[str, str]
) -> None:
    assert read_value(typed, of) == Problem("CDS202", {**facts, "value": typed})


@given(st.integers(1, 999), st.sampled_from(".,"), st.integers(0, 999))
def test_each_spelling_that_a_refusal_offers_is_taken_for_what_it_offers(
    first: int, mark: str, last: int
) -> None:
    refused = read_value(f"{first}{mark}{last:03}", INDEX)
    assert isinstance(refused, Problem)
    for name, number in (
        ("grouped", Decimal(first * 1000 + last)),
        ("decimal", Decimal(f"{first}.{last:03}")),
        ("decimal_vi", Decimal(f"{first}.{last:03}")),
    ):
        reading = read_value(refused.facts[name], INDEX)
        assert isinstance(reading, Reading)
        assert reading.value == number


REFUSED = [
    ("", PERCENT, "CDS222"),
    ("abc", PERCENT, "CDS201"),
    ("1.23.4", PERCENT, "CDS201"),
    ("1e3", COUNT, "CDS201"),
    ("NaN", INDEX, "CDS201"),
    ("Infinity", INDEX, "CDS201"),
    ("٧٥", PERCENT, "CDS201"),
    ("1/2/3", PERCENT, "CDS201"),
    ("đạt \u20145", GROWTH, "CDS201"),
    ("đạt \u207b5", GROWTH, "CDS201"),
    ("khoảng \u00b15", GROWTH, "CDS201"),
    ("đạt \u226480", PERCENT, "CDS201"),
    ("ước <80%", PERCENT, "CDS201"),
    ("ước > 80%", PERCENT, "CDS225"),
    ("khoảng \u00d75", COUNT, "CDS201"),
    ("/5", PERCENT, "CDS201"),
    ("981/abc", PERCENT, "CDS201"),
    ("80 người", COUNT, "CDS201"),
    ("1.446", INDEX, "CDS202"),
    ("101", PERCENT, "CDS203"),
    ("101.446", PERCENT, "CDS203"),
    ("-1%", PERCENT, "CDS203"),
    ("-1", COUNT, "CDS203"),
    ("0", RANK, "CDS203"),
    ("64", RANK, "CDS203"),
    ("0/63", RANK, "CDS203"),
    ("1.500/1.446", PERCENT, "CDS203"),
    ("5,5", COUNT, "CDS204"),
    ("1.5", RANK, "CDS204"),
    ("67,84/100", PERCENT, "CDS204"),
    ("-5/9", PERCENT, "CDS204"),
    ("33,3333333", PERCENT, "CDS205"),
    ("0,0000001 triệu", BILLIONS, "CDS205"),
    ("34.311.921.957 đồng", BILLIONS, "CDS205"),
    ("99999999999999", COUNT, "CDS206"),
    ("9999999 tỷ", COUNT, "CDS206"),
    ("9.000.000.000.000/1", GROWTH, "CDS206"),
    ("45.799/36.875", BILLIONS, "CDS207"),
    ("1/2", COUNT, "CDS207"),
    ("83,2%/50%", PERCENT, "CDS207"),
    ("1/0", PERCENT, "CDS208"),
    ("1/0", RANK, "CDS208"),
    ("75%", COUNT, "CDS209"),
    ("75%", RANK, "CDS209"),
    ("5\u2030", PERCENT, "CDS209"),
    ("75%", PER_THOUSAND, "CDS209"),
    ("5 đồng", COUNT, "CDS209"),
    ("1,8 triệu", AMOUNT, "CDS209"),
    ("5 tỷ đồng/năm", BILLIONS, "CDS209"),
    ("5 xã/10 xã", COUNT, "CDS207"),
    ("75", STATE, "CDS210"),
    ("chưa hoàn thành", STATE, "CDS210"),
    ("na", PERCENT, "CDS211"),
    ("na:", PERCENT, "CDS211"),
    ('na:" "', STATE, "CDS211"),
    ("dưới 80", PERCENT, "CDS225"),
    ("done", PERCENT, "CDS230"),
    ("hoàn thành", COUNT, "CDS230"),
    ("64/63", indicator("rank"), "CDS231"),
]


@pytest.mark.parametrize(("typed", "of", "code"), REFUSED)
def test_what_cannot_be_meant_is_refused(typed: str, of: Indicator, code: str) -> None:
    assert refusal_code(read_value(typed, of)) == code


@pytest.mark.parametrize(("typed", "of", "code"), REFUSED)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_refusal_names_what_was_read_and_how_to_write_it(
    typed: str, of: Indicator, code: str, language: str
) -> None:
    problem = read_value(typed, of)
    assert isinstance(problem, Problem)
    said = sentence(problem, language)
    assert problem.facts.get("value", "VALUE") in said, code
    assert "{" not in said + remedy(problem, language)


def test_the_bounds_are_named() -> None:
    assert sentence(refused("101,5", PERCENT), "vi") == (
        '"101,5" nằm ngoài giới hạn của chi-tieu: 0–100'
    )
    assert sentence(refused("-1", COUNT), "en") == '"-1" is outside the bounds of chi-tieu: ≥ 0'
    at_most = indicator("index", bounds=[None, 1])
    assert refused("2", at_most).facts["bounds"] == "≤ 1"


def test_both_readings_are_named_in_the_reader_s_own_spelling() -> None:
    problem = refused("1.446", INDEX)
    assert sentence(problem, "vi") == 'có hai cách đọc "1.446": 1446 hoặc 1,4460'
    assert sentence(problem, "en") == '"1.446" is ambiguous: 1446 or 1.4460'
    assert remedy(problem, "vi") == "Viết một trong hai: 1446 hoặc 1,4460."
