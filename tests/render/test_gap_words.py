"""The gap to a target in words: never a surplus, never zero, groups and years counted."""

from fractions import Fraction
from typing import Any

import pytest
from tests.verdict.decision_cases import figure, indicator
from tests.verdict.decision_cases import verdict as judged

from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.verdict.model import Groups, Verdict
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.gap_words import (
    breakdown_words,
    counted_words,
    groups_words,
    missing_sentence,
    missing_words,
    short_at_due_words,
    unreported_words,
    years_words,
)
from cdstrack.render.view import View


def verdict(**fields: Any) -> Verdict:
    return Verdict(Status.BEHIND, **fields)


def test_what_is_missing_is_a_sentence_with_its_count(files: Indicator) -> None:
    target = Target.model_validate({"at_least": "90"})
    short = verdict(threshold=Fraction(90), gap=Fraction(2216, 100), gap_count=321, met=False)
    sentence = missing_sentence(short, target, files, "vi")
    assert sentence == "còn thiếu 22,16 điểm phần trăm (321 hồ sơ)"
    assert missing_sentence(short, target, files, "en") == (
        "22.16 percentage points short (321 files)"
    )


def test_a_fall_or_a_climb_still_to_make_is_said_as_such(plan: Plan, rank: Indicator) -> None:
    top = Target.model_validate({"top": "30"})
    six = verdict(threshold=Fraction(30), gap=Fraction(-6), met=False)
    assert missing_sentence(six, top, rank, "vi") == "còn phải tăng 6 bậc"
    days = plan.by_id["thoi-gian-xu-ly"]
    less = Target.model_validate({"at_most": "5"})
    slow = verdict(threshold=Fraction(5), gap=Fraction(-9, 2), met=False)
    assert missing_sentence(slow, less, days, "vi") == "còn phải giảm 4,5 ngày"
    assert missing_sentence(slow, less, days, "en") == "4.5 days still to cut"


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        ({"more_than": "80"}, "phải trên 80%", "must exceed 80%"),
        ({"less_than": "80"}, "phải dưới 80%", "must be below 80%"),
        ({"at_least": "80"}, "chưa đủ 80%", "not quite 80%"),
        ({"at_most": "80"}, "còn trên 80%", "still over 80%"),
    ],
)
def test_a_figure_on_the_bound_that_does_not_meet_it_is_not_0_short(
    files: Indicator, target: dict[str, str], vi: str, en: str
) -> None:
    at_bound = verdict(threshold=Fraction(80), gap=Fraction(0), met=False)
    asked = Target.model_validate(target)
    assert missing_words(at_bound, asked, files, "vi", short=True) == vi
    assert missing_sentence(at_bound, asked, files, "en") == en


@pytest.mark.parametrize(
    ("target", "gap"),
    [
        ({"at_least": "5"}, Fraction(-1, 2)),
        ({"at_most": "5"}, Fraction(1, 2)),
        ({"each_year_at_least": "5"}, Fraction(-1, 2)),
        ({"universal": "true", "declared": {"at_most": 5, "by": "A", "date": "2022-01-01"}}, 1),
        ({"universal": "true", "declared": {"at_least": 5, "by": "A", "date": "2022-01-01"}}, -1),
    ],
)
def test_a_surplus_is_never_told_as_missing(
    files: Indicator, target: dict[str, Any], gap: Fraction
) -> None:
    asked = Target.model_validate(target)
    for met in (None, False):
        beyond = verdict(threshold=Fraction(5), gap=Fraction(gap), met=met)
        assert missing_words(beyond, asked, files, "vi", short=True) == ""
        assert missing_sentence(beyond, asked, files, "en") == ""


@pytest.mark.parametrize(
    ("qualifier", "missing"), [({}, "must exceed 80%"), ({"qualifier": "over"}, "")]
)
def test_of_a_yearly_target_nothing_is_missing_where_the_latest_figure_meets_it(
    qualifier: dict[str, str], missing: str
) -> None:
    checked = indicator({"due": "2025-12-31", "each_year_more_than": "80", "from": 2022})
    found = judged(checked, figure("2023", "80", **qualifier), as_of="2025-03-10")
    assert found.gap == 0
    asked = checked.targets[0]
    assert missing_words(found, asked, checked, "en", short=True) == missing


def test_groups_without_figures_are_counted_where_the_others_meet_the_target(plan: Plan) -> None:
    sectors = plan.by_id["kinh-te-so-tung-nganh"]
    partly = verdict(met=False, groups=Groups(met=1, reported=1, total=2, worst="du-lich"))
    assert unreported_words(partly, sectors, View(plan, "vi")) == "còn 1/2 lĩnh vực chưa có số liệu"
    assert unreported_words(partly, sectors, View(plan, "en")) == "1 of 2 sectors without figures"
    silent = verdict(groups=Groups(met=0, reported=0, total=2, worst=None))
    complete = verdict(met=False, groups=Groups(met=1, reported=2, total=2, worst="du-lich"))
    assert unreported_words(silent, sectors, View(plan, "vi")) == ""
    assert unreported_words(complete, sectors, View(plan, "vi")) == ""


def test_nothing_is_said_to_be_missing_where_it_is_met_or_unknown(files: Indicator) -> None:
    target = Target.model_validate({"at_least": "80"})
    met = verdict(threshold=Fraction(80), gap=Fraction(-3), gap_count=0, met=True)
    assert missing_sentence(met, target, files, "vi") == ""
    assert counted_words(met, files, "vi") == ""
    assert missing_sentence(verdict(), target, files, "vi") == ""


@pytest.mark.parametrize(
    ("asked", "facts", "vi"),
    [
        ({"at_least": "80"}, {}, ""),
        ({"at_least": "80"}, {"met": False}, "chưa đủ 80%"),
        ({"more_than": "80"}, {}, "phải trên 80%"),
        ({"each_year_at_least": "80"}, {"met": False, "years": {2023: Status.MISSED}}, ""),
        ({"at_least": "80"}, {"met": False, "groups": Groups(1, 1, 2, "du-lich")}, ""),
    ],
)
def test_of_a_value_on_the_bound_only_what_does_not_meet_the_target_is_told(
    files: Indicator, asked: dict[str, Any], facts: dict[str, Any], vi: str
) -> None:
    target = Target.model_validate(asked)
    found = verdict(threshold=Fraction(80), gap=Fraction(0), **facts)
    assert missing_words(found, target, files, "vi", short=True) == vi


def test_what_was_short_when_due_is_told_and_never_as_zero(files: Indicator) -> None:
    strict = Target.model_validate({"more_than": "80"})
    short = verdict(threshold=Fraction(80), gap=Fraction(2), shortfall=Fraction(4), met=False)
    assert short_at_due_words(short, strict, files, "vi", short=True) == "đến hạn thiếu 4 điểm %"
    on_it = verdict(threshold=Fraction(80), gap=Fraction(-2), shortfall=Fraction(0), met=True)
    told = short_at_due_words(on_it, strict, files, "vi", short=True)
    assert told == "đến hạn chưa đạt: phải trên 80%"


def test_groups_that_meet_the_target_stand_beside_those_without_figures(plan: Plan) -> None:
    sectors = plan.by_id["kinh-te-so-tung-nganh"]
    named = verdict(groups=Groups(met=2, reported=3, total=4, worst="du-lich"))
    told = breakdown_words(named, sectors, View(plan, "vi"))
    assert told == "2/4 lĩnh vực đạt; còn 1/4 lĩnh vực chưa có số liệu"
    unnamed = verdict(groups=Groups(met=2, reported=3, total=None, worst="du-lich"))
    assert breakdown_words(unnamed, sectors, View(plan, "vi")) == "2/3 lĩnh vực có số liệu đã đạt"


def test_groups_and_years_are_counted(plan: Plan) -> None:
    sectors = plan.by_id["kinh-te-so-tung-nganh"]
    named = verdict(groups=Groups(met=2, reported=3, total=4, worst="du-lich"))
    assert groups_words(named, sectors, View(plan, "vi")) == "2/4 lĩnh vực đạt"
    assert groups_words(named, sectors, View(plan, "en")) == "2 of 4 sectors met"
    unnamed = verdict(groups=Groups(met=2, reported=3, total=None, worst="du-lich"))
    assert groups_words(unnamed, sectors, View(plan, "vi")) == "2/3 lĩnh vực có số liệu đã đạt"
    silent = verdict(groups=Groups(met=0, reported=0, total=None, worst=None))
    assert groups_words(silent, sectors, View(plan, "vi")) == ""


@pytest.mark.parametrize(
    ("statuses", "vi", "en"),
    [
        ("achieved missed", "1/2 năm đạt", "1 of 2 years met"),
        (
            "achieved awaiting_data",
            "1/1 năm đạt, 1 năm chưa có số liệu",
            "1 of 1 year met, 1 without a figure",
        ),
        ("awaiting_data", "1 năm chưa có số liệu", "1 without a figure"),
        ("", "", ""),
    ],
)
def test_a_year_without_a_figure_is_not_a_year_missed(statuses: str, vi: str, en: str) -> None:
    years = dict(enumerate(map(Status, statuses.split()), start=2021))
    assert years_words(verdict(years=years), "vi") == vi
    assert years_words(verdict(years=years), "en") == en
