"""What is likely and what would have to happen, as people read it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator, verdict

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.verdict.effort import effort_of
from cdstrack.core.verdict.model import Verdict
from cdstrack.words.labels.likely import (
    chance_sentence,
    chance_words,
    effort_sentence,
    pace_sentence,
    range_sentence,
    usual_sentence,
)


@pytest.mark.parametrize(
    ("chance", "vi", "en"),
    [
        (0.0, "dưới 1 trên 10", "under 1 in 10"),
        (0.0999, "dưới 1 trên 10", "under 1 in 10"),
        (0.1, "khoảng 1 trên 10", "about 1 in 10"),
        (0.37, "khoảng 4 trên 10", "about 4 in 10"),
        (0.9, "khoảng 9 trên 10", "about 9 in 10"),
        (0.9001, "trên 9 trên 10", "over 9 in 10"),
        (1.0, "trên 9 trên 10", "over 9 in 10"),
    ],
)
def test_a_chance_is_told_in_tenths(chance: float, vi: str, en: str) -> None:
    assert (chance_words(chance, "vi"), chance_words(chance, "en")) == (vi, en)


@given(st.floats(0, 1))
def test_no_chance_has_decimals(chance: float) -> None:
    assert not {".", ","} & set(chance_words(chance, "vi") + chance_words(chance, "en"))


def judged(measured: Indicator, *figures: Observation, as_of: str = "2023-12-31") -> Verdict:
    return verdict(measured, *figures, as_of=as_of)


def yearly(*values: str, first: int = 2020) -> list[Observation]:
    return [figure(str(year), value) for year, value in enumerate(values, start=first)]


def test_first_the_chance_then_where_the_pace_leads() -> None:
    days = indicator({"due": "2025-12-31", "at_most": "9"}, unit="index", direction="decrease")
    found = judged(days, *yearly("19.19", "17.19", "15.19", "13.19"))
    assert found.likely is not None
    assert chance_sentence(found.likely, "vi") == "khả năng đạt khoảng 4 trên 10"
    assert range_sentence(found.likely, days, "vi") == ("đến hạn nhiều khả năng từ 4,1 đến 15,4")
    assert pace_sentence(found, days, "vi") == ("giữ tốc độ này thì 9,19, chưa đạt 9 (thiếu ít)")
    assert pace_sentence(found, days, "en") == "at this pace 9.19, just short of 9"


@pytest.mark.parametrize(
    ("direction", "asked", "values", "vi", "en"),
    [
        (
            "decrease",
            {"less_than": "9"},
            ("14", "13", "12", "11"),
            "giữ tốc độ này thì 9, phải dưới 9 mới đạt",
            "at this pace 9, which is not below 9",
        ),
        (
            "increase",
            {"more_than": "16"},
            ("11", "12", "13", "14"),
            "giữ tốc độ này thì 16, phải trên 16 mới đạt",
            "at this pace 16, which is not over 16",
        ),
        (
            "increase",
            {"more_than": "14"},
            ("14", "14", "14", "14"),
            "giữ tốc độ này thì 14, phải trên 14 mới đạt",
            "at this pace 14, which is not over 14",
        ),
    ],
)
def test_a_pace_that_leads_onto_a_strict_bound_is_not_called_short_of_it(
    direction: str, asked: dict[str, str], values: tuple[str, ...], vi: str, en: str
) -> None:
    index = indicator({"due": "2025-12-31", **asked}, unit="index", direction=direction)
    found = judged(index, *yearly(*values))
    assert (pace_sentence(found, index, "vi"), pace_sentence(found, index, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("unit", "values", "words"),
    [
        ("percent", ("31", "36", "42", "44", "52", "60"), "when due likely 52% to 86%"),
        ("percent", ("89.1", "89.2", "89.5", "89.7"), "when due likely 89.48% to 90.61%"),
        ("count", ("12", "13", "11", "12"), "when due likely 9 to 14"),
        ("rank", ("12", "11", "9", "8"), "when due likely 3 to 8"),
        ("percent", ("60", "60", "60", "60"), "when due likely 60%"),
    ],
)
def test_the_ends_of_the_range_have_no_digits_that_mean_nothing(
    unit: str, values: tuple[str, ...], words: str
) -> None:
    rank: dict[str, Any] = {"measure": "rank", "direction": "decrease"} if unit == "rank" else {}
    target = {"top": "3"} if rank else {"at_least": "80"}
    measured = indicator({"due": "2025-12-31", **target}, unit=unit, **rank)
    known = yearly(*values, first=2024 - len(values))
    found = judged(measured, *known)
    assert found.likely is not None
    assert range_sentence(found.likely, measured, "en") == words


def told(found: Verdict, measured: Indicator, language: str = "vi") -> tuple[str, str]:
    effort = effort_of(found)
    return effort_sentence(effort, measured, language), usual_sentence(effort, measured, language)


def test_heads_or_files_a_month_beside_the_usual_rise() -> None:
    """400 of 1,000 files more in two years are 17 a month; 20 points a year, where 6.5 are usual."""
    files = indicator(
        {"due": "2025-12-31", "at_least": "100"},
        numerator={"vi": "hồ sơ", "en": "files"},
        denominator={"vi": "tổng số hồ sơ"},
    )
    share: dict[str, Any] = {"numerator": 600, "denominator": 1000}
    figures = [*yearly("41", "47", "53.5"), figure("2023", "60", **share)]
    found = judged(files, *figures)
    assert told(found, files) == ("cần thêm 17 hồ sơ mỗi tháng", "gấp 3 lần mức tăng thường thấy")
    assert told(found, files, "en") == ("17 files more a month needed", "3 times the usual rise")


def test_a_fall_is_told_as_a_fall_and_whole_things_are_rounded_up() -> None:
    cases = indicator({"due": "2024-12-31", "at_most": "10"}, unit="count", direction="decrease")
    found = judged(cases, *yearly("62", "53", "44", "35"))
    assert told(found, cases, "en") == ("3 less a month needed", "2.8 times the usual fall")


def test_the_last_weeks_are_told_in_days() -> None:
    share = indicator({"due": "2024-01-15", "at_least": "61"})
    found = judged(share, *yearly("45", "50", "55", "60"))
    assert told(found, share)[0] == "cần thêm 1 điểm % trong 15 ngày"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("62", "dưới mức tăng thường thấy"),
        ("70", "bằng mức tăng thường thấy"),
        ("76", "gấp 1,6 lần mức tăng thường thấy"),
        ("99.8", "gấp 4 lần mức tăng thường thấy"),
    ],
)
def test_how_many_times_the_usual_change(target: str, words: str) -> None:
    share = indicator({"due": "2025-12-31", "at_least": target})
    assert told(judged(share, *yearly("45", "50", "55", "60")), share)[1] == words


def test_what_has_never_moved_has_no_usual_change() -> None:
    share = indicator({"due": "2025-12-31", "at_least": "80"})
    still = judged(share, *yearly("60", "60", "60", "60"))
    assert told(still, share)[1] == "trước nay hầu như không đổi"


def test_a_short_series_has_a_need_but_nothing_to_compare_it_with() -> None:
    share = indicator({"due": "2025-12-31", "at_least": "80"})
    assert told(judged(share, *yearly("56", "60", first=2022)), share) == (
        "cần thêm 0,8 điểm % mỗi tháng",
        "",
    )


def test_nobody_climbs_a_ranking_by_the_month() -> None:
    rank = indicator(
        {"due": "2025-12-31", "top": "30"}, unit="rank", measure="rank", direction="decrease"
    )
    found = judged(rank, *yearly("45", "43", "42", "40"))
    assert told(found, rank) == ("", "gấp 2,5 lần mức thay đổi thường thấy")


def test_nothing_is_needed_where_the_target_is_met_or_past() -> None:
    share = indicator({"due": "2025-12-31", "at_least": "50"})
    assert effort_of(judged(share, *yearly("45", "50", "55", "60"))) is None
    assert effort_of(judged(share, *yearly("35", "40"), as_of="2026-12-31")) is None
