"""What targets ask, and what is missing to them, in the words of the plans that set them."""

from fractions import Fraction
from typing import Any

import pytest
from tests.verdict.decision_cases import figure, item

from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.verdict.model import Groups, Verdict, YearsMean
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.gap_words import (
    average_words,
    groups_words,
    missing_sentence,
    missing_words,
    of_year_words,
    short_at_due_words,
)
from cdstrack.render.view import View


def indicator(**changes: Any) -> Indicator:
    plain = {
        "id": "chi-tieu",
        "name": "Chỉ tiêu",
        "pillar": "chung",
        "unit": "percent",
        "direction": "increase",
    }
    return Indicator.model_validate(plain | changes)


def plan(measured: Indicator) -> Plan:
    return Plan.model_validate(
        {
            "plan": {"id": "mau", "title": "Kế hoạch mẫu", "area": "tinh-mau"},
            "pillars": {"chung": "Chung"},
            "levels": {"thon": {"vi": "thôn, ấp", "en": "hamlet"}},
            "org_units": {"chau-thanh": {"vi": "huyện Châu Thành"}},
            "indicators": [measured],
        }
    )


def asked(target: dict[str, Any], *, short: bool = False, **changes: Any) -> tuple[str, str]:
    """What the target asks in both languages."""
    measured = indicator(**changes)
    found = Target.model_validate(target)
    vi, en = (
        View(plan(measured), each).asked(found, measured, short=short) for each in ("vi", "en")
    )
    return vi, en


@pytest.mark.parametrize(
    ("target", "full", "short"),
    [
        ({"each_year_more_than": 6}, "mỗi năm trên 6%", "> 6%/năm"),
        ({"each_year_at_most": 6}, "mỗi năm không quá 6%", "≤ 6%/năm"),
        (
            {"average_at_least": 10},
            "bình quân (trung bình cộng các năm) ít nhất 10%",
            "bình quân ≥ 10%",
        ),
        ({"average_less_than": 4}, "bình quân (trung bình cộng các năm) dưới 4%", "bình quân < 4%"),
        ({"reduce_by": "0.5 pp"}, "giảm 0,5 điểm phần trăm so với giá trị gốc", "giảm 0,5 điểm %"),
        ({"increase_by": "2 pp"}, "tăng 2 điểm phần trăm so với giá trị gốc", "tăng 2 điểm %"),
        ({"reduce_by": "30%"}, "giảm 30% so với giá trị gốc", "giảm 30%"),
        ({"about": 30}, "khoảng 30%", "≈ 30%"),
        (
            {"about": 30, "declared": {"at_least": 29, "by": "Sở", "date": "2024-01-15"}},
            "khoảng 30% (ngưỡng tự chọn: ít nhất 29%)",
            "≈ 30%: ≥ 29%†",
        ),
        ({"between": [6, 6.5]}, "từ 6 đến 6,5%", "6–6,5%"),
        (
            {"between": [6, 6.5], "beyond": "fine"},
            "từ 6 đến 6,5% (cao hơn cũng đạt)",
            "6–6,5% hoặc hơn",
        ),
        ({"reach": "mostly-done"}, "cơ bản hoàn thành", "cơ bản hoàn thành"),
    ],
)
def test_a_target_is_said_as_plans_say_it(target: dict[str, Any], full: str, short: str) -> None:
    assert asked(target)[0] == full
    assert asked(target, short=True)[0] == short


def test_past_the_lower_end_of_a_range_that_should_fall_is_fine() -> None:
    corridor = {"between": [2, 3], "beyond": "fine"}
    assert asked(corridor, direction="decrease") == (
        "từ 2 đến 3% (thấp hơn cũng đạt)",
        "from 2 to 3% (less is fine)",
    )


@pytest.mark.parametrize(
    ("level", "vi", "en"),
    [
        ("huyen", "mỗi huyện ít nhất 5%", "each district at least 5%"),
        ("xa", "mỗi xã ít nhất 5%", "each commune at least 5%"),
        ("thon", "mỗi thôn, ấp ít nhất 5%", "each hamlet at least 5%"),
        ("sector", "mỗi lĩnh vực ít nhất 5%", "each sector at least 5%"),
    ],
)
def test_a_level_that_is_broken_down_by_has_its_name(level: str, vi: str, en: str) -> None:
    assert asked({"at_least": 5}, every={level: ["chau-thanh"]}) == (vi, en)
    measured = indicator(every={level: ["chau-thanh"]})
    view = View(plan(measured), "vi")
    assert view.disaggregation(f"{level}=chau-thanh").endswith(": huyện Châu Thành")
    groups = Verdict(Status.BEHIND, groups=Groups(met=1, reported=4, total=4, worst="chau-thanh"))
    assert (
        groups_words(groups, measured, view) == f"1/4 {vi.removeprefix('mỗi ').split(' ít')[0]} đạt"
    )


def test_a_declared_level_is_printed_by_its_name() -> None:
    view = View(plan(indicator()), "vi")
    assert [view.level(each) for each in ("thon", "huyen")] == ["thôn, ấp", "cấp huyện"]


# Too high and too low.

RANGE = Target.model_validate({"due": "2025-12-31", "between": [35, 40]})


@pytest.mark.parametrize(
    ("direction", "gap", "vi", "en"),
    [
        ("increase", "-0.7", "vượt khoảng 0,7 điểm %", "0.7 pp above the range"),
        ("increase", "0.7", "0,7 điểm %", "0.7 pp"),
        ("decrease", "-0.7", "0,7 điểm %", "0.7 pp"),
        ("decrease", "0.7", "thấp hơn khoảng 0,7 điểm %", "0.7 pp below the range"),
        ("none", "-0.7", "vượt khoảng 0,7 điểm %", "0.7 pp above the range"),
        ("none", "0.7", "thấp hơn khoảng 0,7 điểm %", "0.7 pp below the range"),
    ],
)
def test_outside_a_range_it_is_said_on_which_side(
    direction: str, gap: str, vi: str, en: str
) -> None:
    measured = indicator(direction=direction)
    found = Verdict(Status.BEHIND, threshold=Fraction(40), gap=Fraction(gap), met=False)
    assert missing_words(found, RANGE, measured, "vi", short=True) == vi
    assert missing_words(found, RANGE, measured, "en", short=True) == en


def test_too_high_when_due_is_not_short() -> None:
    above = Verdict(
        Status.MISSED, gap=Fraction("-0.7"), met=False, shortfall=Fraction("0.7"), was_above=True
    )
    told = short_at_due_words(above, RANGE, indicator(), "vi", short=True)
    assert told == "đến hạn vượt khoảng 0,7 điểm %"
    assert missing_words(above, RANGE, indicator(), "vi", short=True) == ""


def test_of_a_year_that_is_over_nothing_is_still_missing() -> None:
    flow = indicator(measure="flow", unit="count")
    target = Target.model_validate({"due": "2025-12-31", "at_least": 133})
    missed = Verdict(Status.MISSED, gap=Fraction(73), met=False, shortfall=Fraction(73))
    assert missing_words(missed, target, flow, "vi", short=True) == ""
    assert short_at_due_words(missed, target, flow, "vi", short=True) == "cả năm thiếu 73"
    assert missing_sentence(missed, target, flow, "en") == "73 short for the year"


@pytest.mark.parametrize(
    ("figures", "vi", "en"),
    [
        (("2023:13", "2024:11"), "năm 2023: 13", "13 in 2023"),
        (("2023:8", "2024:14"), "năm 2023: 8", "8 in 2023"),
        (("2023:13",), "", ""),
        (("2024:11",), "", ""),
    ],
)
def test_the_figure_of_the_year_is_said_where_the_latest_one_is_of_another(
    figures: tuple[str, ...], vi: str, en: str
) -> None:
    asked = {"due": "2023-12-31", "at_least": "12"}
    flow = indicator(id="i", pillar="p", unit="count", measure="flow", targets=[asked])
    known = [figure(*each.split(":")) for each in figures]
    standing = item(flow, *known)
    told = [of_year_words(standing, standing.targets[0], language) for language in ("vi", "en")]
    assert told == [vi, en]


# The mean of the years.


@pytest.mark.parametrize(
    ("mean", "vi", "en"),
    [
        (
            YearsMean(2021, 2025, 3, Fraction(11), Fraction("12.25")),
            "bình quân 3/5 năm: 11%; 2 năm còn lại cần bình quân > 12,25%",
            "mean of 3 of 5 years: 11%; the other 2 years must average > 12.25%",
        ),
        (
            YearsMean(2021, 2025, 4, Fraction(11), Fraction("13.5")),
            "bình quân 4/5 năm: 11%; năm còn lại cần > 13,5%",
            "mean of 4 of 5 years: 11%; the other year must be > 13.5%",
        ),
        (
            YearsMean(2021, 2025, 5, Fraction("11.499999"), None),
            "bình quân 2021–2025: 11,499999%",
            "mean 2021–2025: 11.499999%",
        ),
        (
            YearsMean(2021, 2023, 1, Fraction(11), None),
            "bình quân 1/3 năm: 11%",
            "mean of 1 of 3 years: 11%",
        ),
    ],
)
def test_the_mean_so_far_says_what_the_rest_must_average(mean: YearsMean, vi: str, en: str) -> None:
    target = Target.model_validate({"due": "2025-12-31", "average_more_than": "11.5"})
    found = Verdict(Status.PENDING, threshold=Fraction("11.5"), average=mean)
    assert average_words(found, target, indicator(), "vi") == vi
    assert average_words(found, target, indicator(), "en") == en
