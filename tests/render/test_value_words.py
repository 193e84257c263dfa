"""Figures, gaps and paces in words: exact where it matters, short where it does not."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.words.labels.value import (
    count_words,
    figure_words,
    forecast_words,
    fraction_words,
    gap_number_words,
    pace_words,
    value_words,
)

MakeFigure = Callable[..., Observation]


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
        ("over", "trên 88%", "over 88%"),
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
    assert pace_words(0.048123, index, "vi", stated=None) == "+0,0481 điểm"
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


def test_files_and_heads_are_counted_by_their_own_name_or_by_its_noun(
    plan: Plan, files: Indicator, rank: Indicator
) -> None:
    assert count_words(1321, files, "vi") == "1.321 hồ sơ"
    long_name = "hồ sơ công việc được xử lý trọn vẹn trên môi trường mạng"
    wordy = files.model_copy(update={"numerator": files.name.model_copy(update={"vi": long_name})})
    assert count_words(321, wordy, "vi") == "321 hồ sơ công việc"
    assert count_words(321, wordy, "en") == "321 units"
    value = files.name.model_copy(update={"vi": "giá trị kinh tế số của ngành, lĩnh vực"})
    other = files.model_copy(update={"numerator": value})
    assert count_words(321, other, "vi") == "321 trường hợp"
    assert (count_words(1, rank, "en"), count_words(2, rank, "en")) == ("1 unit", "2 units")
    assert plan.by_id["giao-dich"].numerator is None


def test_paces_carry_their_sign_and_forecast_ranks_are_whole_places(
    files: Indicator, rank: Indicator
) -> None:
    assert pace_words(6.647302904564467, files, "vi", stated=None) == "+6,65 điểm %"
    assert pace_words(-4.5, rank, "en", stated=None) == "−4.5 places"
    assert pace_words(0.0, rank, "vi", stated=None) == "0 bậc"
    assert pace_words(6.647302904564467, files, "vi", stated=1) == "+6,6 điểm %"
    assert pace_words(6.647302904564467, files, "vi", stated=0) == "+7 điểm %"
    # Rounded to whole points these would change by more than a tenth, or vanish.
    assert pace_words(1.4473, files, "vi", stated=0) == "+1,4 điểm %"
    assert pace_words(0.031, files, "vi", stated=0) == "+0,03 điểm %"
    assert forecast_words(31.5, rank, "vi", 30, stated=None) == "32"
    assert forecast_words(-2.0, rank, "vi", 30, stated=None) == "1"
    assert forecast_words(85.2499, files, "vi", 90, stated=None) == "85,25%"
    assert forecast_words(85.2499, files, "vi", 90, stated=0) == "85%"
    assert forecast_words(89.7, files, "vi", 90, stated=0) == "89,7%"
