"""What is typed as VALUE is taken when it can mean one thing, and refused with a reason else."""

from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.observation import Qualifier, format_decimal
from cdstrack.core.plan import Indicator, State
from cdstrack.core.problem import Problem
from cdstrack.words.problems import remedy, sentence
from cdstrack.words.values import (
    Reading,
    read_disaggregation,
    read_qualifier,
    read_stated,
    read_value,
)


def indicator(unit: str, **keys: object) -> Indicator:
    """An indicator in `unit`, as a plan would declare it."""
    declared = {"id": "chi-tieu", "name": {"vi": "Chỉ tiêu"}, "pillar": "chinh-quyen-so"}
    return Indicator.model_validate({**declared, "unit": unit, "direction": "increase", **keys})


PERCENT = indicator("percent", bounds=[0, 100])
GROWTH = indicator("percent")
PER_THOUSAND = indicator("per_thousand", bounds=[0, 1000])
COUNT = indicator("count")
RANK = indicator("rank", bounds=[1, 63])
INDEX = indicator("index")
STATE = indicator("state")
BILLIONS = indicator("amount", unit_label={"vi": "tỷ đồng"})
AMOUNT = indicator("amount")


@pytest.mark.parametrize(
    ("typed", "of", "value"),
    [
        ("75", PERCENT, "75"),
        ("75%", PERCENT, "75"),
        ("67,84%", PERCENT, "67.84"),
        ("67.84 %", PERCENT, "67.84"),
        ("67,80", PERCENT, "67.8"),
        ("1.446", PERCENT, "1.446"),
        ("100.000", PERCENT, "100"),
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
    assert _code(read_value(typed, of)) == code


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
    assert sentence(_problem("101,5", PERCENT), "vi") == (
        '"101,5" nằm ngoài giới hạn của chi-tieu: 0–100'
    )
    assert sentence(_problem("-1", COUNT), "en") == '"-1" is outside the bounds of chi-tieu: ≥ 0'
    at_most = indicator("index", bounds=[None, 1])
    assert _problem("2", at_most).facts["bounds"] == "≤ 1"


def test_both_readings_are_named_in_the_reader_s_own_spelling() -> None:
    problem = _problem("1.446", INDEX)
    assert sentence(problem, "vi") == 'có hai cách đọc "1.446": 1446 hoặc 1,4460'
    assert sentence(problem, "en") == '"1.446" has two readings: 1446 or 1.4460'
    assert remedy(problem, "vi") == "Viết một trong hai: 1446 hoặc 1,4460."


@given(st.decimals(0, 100, places=6), st.sampled_from(["", "%", " %"]))
def test_a_percentage_within_bounds_is_taken_exactly(number: Decimal, sign: str) -> None:
    reading = read_value(format_decimal(number) + sign, PERCENT)
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


def test_hidden_characters_do_not_change_a_value() -> None:
    assert read_value("\u202e981/1\u200b446\ufeff", PERCENT) == read_value("981/1446", PERCENT)


@pytest.mark.parametrize(
    ("typed", "stated"), [("68%", "68"), ("80,2", "80.2"), ("67.842", "67.842")]
)
def test_the_percentage_printed_beside_a_fraction_is_read_alike(typed: str, stated: str) -> None:
    assert read_stated(typed, PERCENT) == Decimal(stated)


def test_what_a_source_prints_may_lie_outside_the_bounds() -> None:
    assert read_stated("102,5%", PERCENT) == Decimal("102.5")
    assert _code(read_value("102,5%", PERCENT)) == "CDS203"


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


@pytest.mark.parametrize("typed", ["981/1446", "hơn 68", "done", ""])
def test_only_a_number_can_be_stated(typed: str) -> None:
    assert _code(read_stated(typed, PERCENT)) == "CDS201"


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
    assert _code(read_disaggregation(parts, SECTORS)) == "CDS221"


def test_a_dimension_is_named_once() -> None:
    twice = read_disaggregation(["sector=du-lich", "sector=logistics"], SECTORS)
    assert isinstance(twice, Problem)
    assert remedy(twice, "en") == (
        "Write name=group, each name once; the plan's groups: nong-nghiep, du-lich, logistics."
    )


def _code(result: object) -> str | None:
    return result.code if isinstance(result, Problem) else None


def _problem(typed: str, of: Indicator) -> Problem:
    problem = read_value(typed, of)
    assert isinstance(problem, Problem)
    return problem
