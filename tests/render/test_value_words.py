"""Figures, gaps and paces in words: exact where it matters, short where it does not."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.observation import Observation
from cdstrack.core.plan import Indicator, Plan, Target
from cdstrack.core.status import Status
from cdstrack.core.verdict import Groups, Verdict
from cdstrack.words.labels_gap import (
    breakdown_words,
    counted_words,
    groups_words,
    missing_sentence,
    missing_words,
    short_at_due_words,
    unreported_words,
    years_words,
)
from cdstrack.words.labels_value import (
    count_words,
    figure_words,
    forecast_words,
    fraction_words,
    gap_number_words,
    pace_words,
    value_words,
)

MakeFigure = Callable[..., Observation]


@pytest.fixture
def files(plan: Plan) -> Indicator:
    return plan.by_id["ho-so-cap-tinh"]


@pytest.fixture
def rank(plan: Plan) -> Indicator:
    return plan.by_id["xep-hang"]


def test_a_share_that_is_not_whole_is_never_written_as_100(files: Indicator) -> None:
    assert value_words(Fraction(9996, 100), files, "vi") == "99,96%"
    assert value_words(Fraction(99996, 1000), files, "vi") == "99,996%"
    assert value_words(Fraction(999999999, 10000000), files, "en") == "99.999999%"
    assert value_words(Decimal(100), files, "vi") == "100%"


def test_a_value_just_below_its_target_is_not_written_as_the_target(files: Indicator) -> None:
    assert value_words(Decimal("89.9999"), files, "vi", bound=90) == "89,9999%"
    assert value_words(Decimal("67.842324"), files, "vi", bound=90) == "67,84%"


def test_what_is_not_nothing_is_not_written_as_nothing(files: Indicator) -> None:
    assert value_words(Decimal("0.0004"), files, "en") == "0.0004%"


@given(
    value=st.fractions(min_value=0, max_value=100, max_denominator=10**7),
    bound=st.integers(min_value=0, max_value=10_000).map(
        lambda hundredths: Fraction(hundredths, 100)
    ),
)
def test_a_written_share_lies_on_the_same_side_of_its_target(
    value: Fraction, bound: Fraction
) -> None:
    fields = {"id": "x", "name": {"vi": "x"}, "pillar": "p"}
    indicator = Indicator.model_validate(fields | {"unit": "percent", "direction": "increase"})
    written = Fraction(value_words(value, indicator, "en", bound).removesuffix("%"))
    assert (written < bound, written > bound) == (value < bound, value > bound)
    assert (written < 100) == (value < 100)


@pytest.mark.parametrize(
    ("qualifier", "vi", "en"),
    [
        ("exact", "88%", "88%"),
        ("about", "khoảng 88%", "about 88%"),
        ("over", "hơn 88%", "over 88%"),
        ("nearly", "gần 88%", "nearly 88%"),
        ("estimate", "ước 88%", "88% (estimate)"),
        ("preliminary", "88% (sơ bộ)", "88% (preliminary)"),
        ("derived", "88% (suy ra)", "88% (derived)"),
    ],
)
def test_a_figure_says_how_firmly_its_source_states_it(
    plan: Plan, make_figure: MakeFigure, qualifier: str, vi: str, en: str
) -> None:
    figure = make_figure(plan, "dien-thoai", "2022-06-30", "88", qualifier=qualifier)
    indicator = plan.by_id["dien-thoai"]
    assert figure_words(figure, indicator, "vi") == vi
    assert figure_words(figure, indicator, "en") == en


def test_a_share_is_judged_and_written_from_its_fraction(
    plan: Plan, make_figure: MakeFigure, files: Indicator
) -> None:
    figure = make_figure(plan, "ho-so-cap-tinh", "2022-07-31", "981/1446", stated="68")
    assert figure_words(figure, files, "vi") == "67,84%"
    assert fraction_words(figure, files, "vi") == "981/1.446"


def test_a_rank_is_place_and_field(plan: Plan, make_figure: MakeFigure, rank: Indicator) -> None:
    figure = make_figure(plan, "xep-hang", "2021", "31/63")
    assert figure_words(figure, rank, "vi") == "31/63"
    assert fraction_words(figure, rank, "vi") == ""


def test_a_state_and_a_missing_figure_have_words(
    plan: Plan, make_figure: MakeFigure, files: Indicator
) -> None:
    centre = make_figure(plan, "trung-tam-dieu-hanh", "2022-Q2", "in-progress")
    assert figure_words(centre, plan.by_id["trung-tam-dieu-hanh"], "vi") == "đang thực hiện"
    missing = centre.model_copy(update={"state": None, "not_available": "chưa\x1b[31m báo cáo"})
    assert figure_words(missing, files, "vi") == "không có số liệu: chưa báo cáo"
    assert figure_words(missing, files, "en") == "not available: chưa báo cáo"


def test_the_plan_names_the_unit(plan: Plan) -> None:
    money = plan.by_id["doanh-thu"]
    assert value_words(Decimal(169353), money, "vi") == "169.353 tỷ đồng"
    assert gap_number_words(Fraction(-481584, 10), money, "en") == "48,158.4 billion đồng"


@pytest.mark.parametrize(
    ("unit", "vi", "short_vi", "en", "short_en"),
    [
        ("percent", "22,16 điểm phần trăm", "22,16 điểm %", "22.16 percentage points", "22.16 pp"),
        ("per_thousand", "22,16 điểm phần nghìn", "22,16 điểm ‰", *[""] * 2),
        ("rank", "22,16 bậc", "22,16 bậc", "22.16 places", "22.16 places"),
        ("index", "22,16 điểm", "22,16 điểm", "22.16 points", "22.16 points"),
        ("count", "22,16", "22,16", "22.16", "22.16"),
    ],
)
def test_a_gap_is_in_points_of_the_unit(
    unit: str, vi: str, short_vi: str, en: str, short_en: str
) -> None:
    fields = {"id": "x", "name": {"vi": "x"}, "pillar": "p", "direction": "increase"}
    indicator = Indicator.model_validate(fields | {"unit": unit})
    gap = Fraction(2216, 100)
    assert gap_number_words(gap, indicator, "vi") == vi
    assert gap_number_words(gap, indicator, "vi", short=True) == short_vi
    if en:
        assert gap_number_words(gap, indicator, "en") == en
        assert gap_number_words(gap, indicator, "en", short=True) == short_en


def test_a_recorded_number_keeps_its_decimals_beside_its_target(
    plan: Plan, make_figure: MakeFigure, files: Indicator
) -> None:
    index = files.model_copy(update={"unit": "index", "bounds": None, "numerator": None})
    for entered, written in (("0.8039", "0,8039"), ("0.5512", "0,5512"), ("613.2718", "613,2718")):
        figure = make_figure(plan, "dien-thoai", "2022-06-30", entered)
        assert figure_words(figure, index, "vi", Decimal("0.9")) == written
    share = make_figure(plan, "ho-so-cap-tinh", "2022-07-31", "67.8423")
    assert figure_words(share, files, "vi", 90) == "67,8423%"


def test_an_index_below_one_is_told_with_four_decimals(files: Indicator) -> None:
    index = files.model_copy(update={"unit": "index", "bounds": None})
    assert gap_number_words(Decimal("0.0961"), index, "vi") == "0,0961 điểm"
    assert pace_words(0.048123, index, "vi") == "+0,0481 điểm"
    assert value_words(0.731249, index, "vi", bound=Decimal("0.9")) == "0,7312"
    assert gap_number_words(Decimal("23.17249"), index, "vi") == "23,17 điểm"


def test_one_thing_is_not_told_as_several(plan: Plan, files: Indicator, rank: Indicator) -> None:
    assert gap_number_words(Fraction(-1), rank, "en") == "1 place"
    assert gap_number_words(Fraction(-1), rank, "vi") == "1 bậc"
    assert gap_number_words(1, files, "en") == "1 percentage point"
    assert count_words(1, files, "en") == "1 file"
    communes = rank.name.model_copy(update={"vi": "xã", "en": "communes with fibre"})
    counted = plan.by_id["giao-dich"].model_copy(update={"unit_label": communes})
    assert value_words(1, counted, "en") == "1 commune with fibre"
    assert value_words(21, counted, "en") == "21 communes with fibre"
    assert value_words(1, counted, "vi") == "1 xã"


def test_files_and_heads_are_counted_by_their_own_name_when_it_is_short(
    plan: Plan, files: Indicator, rank: Indicator
) -> None:
    assert count_words(1321, files, "vi") == "1.321 hồ sơ"
    long_name = "hồ sơ công việc được xử lý trọn vẹn trên môi trường mạng"
    wordy = files.model_copy(update={"numerator": files.name.model_copy(update={"vi": long_name})})
    assert count_words(321, wordy, "vi") == "321 trường hợp"
    assert (count_words(1, rank, "en"), count_words(2, rank, "en")) == ("1 unit", "2 units")
    assert plan.by_id["giao-dich"].numerator is None


def test_paces_carry_their_sign_and_forecast_ranks_are_whole_places(
    files: Indicator, rank: Indicator
) -> None:
    assert pace_words(6.647302904564467, files, "vi") == "+6,65 điểm %"
    assert pace_words(-4.5, rank, "en") == "−4.5 places"
    assert pace_words(0.0, rank, "vi") == "0 bậc"
    assert forecast_words(31.5, rank, "vi", 30) == "32"
    assert forecast_words(-2.0, rank, "vi", 30) == "1"
    assert forecast_words(85.2499, files, "vi", 90) == "85,25%"


def verdict(**fields: Any) -> Verdict:
    return Verdict(Status.BEHIND, **fields)


def test_what_is_missing_is_a_sentence_with_its_count(files: Indicator) -> None:
    target = Target.model_validate({"at_least": "90"})
    short = verdict(threshold=Fraction(90), gap=Fraction(2216, 100), gap_count=321, met=False)
    sentence = missing_sentence(short, target, files, "vi")
    assert sentence == "còn thiếu 22,16 điểm phần trăm (321 hồ sơ)"
    assert missing_sentence(short, target, files, "en") == (
        "22.16 percentage points missing (321 files)"
    )


def test_a_fall_or_a_climb_still_to_make_is_said_as_such(plan: Plan, rank: Indicator) -> None:
    top = Target.model_validate({"top": "30"})
    six = verdict(threshold=Fraction(30), gap=Fraction(-6), met=False)
    assert missing_sentence(six, top, rank, "vi") == "còn phải lên 6 bậc"
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
        ({"at_least": "80"}, "chưa tròn 80%", "not quite 80%"),
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


def test_groups_without_figures_are_counted_where_the_others_meet_the_target(plan: Plan) -> None:
    sectors = plan.by_id["kinh-te-so-tung-nganh"]
    partly = verdict(met=False, groups=Groups(met=1, reported=1, total=2, worst="du-lich"))
    assert unreported_words(partly, sectors, "vi") == "còn 1/2 lĩnh vực chưa có số liệu"
    assert unreported_words(partly, sectors, "en") == "1 of 2 sectors still without figures"
    silent = verdict(groups=Groups(met=0, reported=0, total=2, worst=None))
    complete = verdict(met=False, groups=Groups(met=1, reported=2, total=2, worst="du-lich"))
    assert unreported_words(silent, sectors, "vi") == ""
    assert unreported_words(complete, sectors, "vi") == ""


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
        ({"at_least": "80"}, {"met": False}, "chưa tròn 80%"),
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
    told = breakdown_words(named, sectors, "vi")
    assert told == "2/4 lĩnh vực đạt; còn 1/4 lĩnh vực chưa có số liệu"
    unnamed = verdict(groups=Groups(met=2, reported=3, total=None, worst="du-lich"))
    assert breakdown_words(unnamed, sectors, "vi") == "2/3 lĩnh vực có số liệu đạt"


def test_groups_and_years_are_counted(plan: Plan) -> None:
    sectors = plan.by_id["kinh-te-so-tung-nganh"]
    named = verdict(groups=Groups(met=2, reported=3, total=4, worst="du-lich"))
    assert groups_words(named, sectors, "vi") == "2/4 lĩnh vực đạt"
    assert groups_words(named, sectors, "en") == "2 of 4 sectors met"
    unnamed = verdict(groups=Groups(met=2, reported=3, total=None, worst="du-lich"))
    assert groups_words(unnamed, sectors, "vi") == "2/3 lĩnh vực có số liệu đạt"
    silent = verdict(groups=Groups(met=0, reported=0, total=None, worst=None))
    assert groups_words(silent, sectors, "vi") == ""


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
