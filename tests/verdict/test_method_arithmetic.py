"""Each named method beside what its source says: its own arithmetic, cuts and domain."""

from math import exp

import pytest
from tests.verdict.method_cases import case, ratio, status

from cdstrack.core.plan.model import Measure, MethodName, Unit
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Undefined, Working


def test_growth_depends_on_where_zero_stands() -> None:
    """E01 with 1000 added to every value."""
    moved = case({2023: 1040, 2025: 1050}, (2030, 1080))
    assert ratio("cagr", moved) == pytest.approx(0.887, abs=5e-4)
    assert status("cagr", ratio("cagr", moved)) == "behind"
    assert ratio("linear", moved) == pytest.approx(0.875)


CUTS = [
    ("linear", 0.95, "on_track", "behind"),
    ("linear", 0.60, "behind", "off_track"),
    ("linear", 0.0, "off_track", "deteriorating"),
    ("cagr", 0.95, "on_track", "behind"),
    ("cagr", 0.60, "behind", "off_track"),
    ("cagr", 0.0, "off_track", "deteriorating"),
    ("eurostat", 0.95, "on_track", "behind"),
    ("eurostat", 0.60, "behind", "off_track"),
    ("eurostat", 0.0, "off_track", "deteriorating"),
    ("aarr", 0.95, "on_track", "behind"),
    ("aarr", 0.60, "behind", "off_track"),
    ("aarr", 0.0, "off_track", "deteriorating"),
    ("unsd", 0.95, "on_track", "behind"),
    ("unsd", 0.10, "behind", "off_track"),
    ("sdsn", 1.0, "on_track", "behind"),
    ("sdsn", 0.50, "behind", "off_track"),
    ("sdsn", 0.0, "off_track", "deteriorating"),
    ("destatis", 0.80, "behind", "off_track"),
]


@pytest.mark.parametrize(("name", "cut", "at", "under"), CUTS)
def test_a_cut_belongs_to_the_better_class(name: str, cut: float, at: str, under: str) -> None:
    assert (status(name, cut), status(name, cut - 1e-6)) == (at, under)
    assert status(name, cut - 1e-10) == at


@pytest.mark.parametrize(
    ("name", "cut", "at", "over"),
    [
        ("destatis", 0.95, "behind", "on_track"),
        ("destatis", 0.0, "deteriorating", "off_track"),
        ("escap", 9.0, "behind", "on_track"),
        ("escap", 0.0, "deteriorating", "behind"),
    ],
)
def test_a_cut_belongs_to_the_worse_class_where_the_source_says_so(
    name: str, cut: float, at: str, over: str
) -> None:
    assert (status(name, cut), status(name, cut + 1e-6)) == (at, over)


def test_unsd_never_says_deteriorating() -> None:
    falling = case({2020: 40, 2024: 30}, (2030, 80))
    assert ratio("unsd", falling) < 0
    assert status("unsd", ratio("unsd", falling)) == "off_track"


def test_unsd_takes_a_target_of_zero_which_cagr_cannot() -> None:
    to_zero = case({2020: 40, 2025: 10}, (2030, 0), sign=-1)
    assert ratio("unsd", to_zero) == pytest.approx((40 - 2.5) / 40)
    assert METHODS[MethodName.CAGR].work(to_zero) is Undefined.ZERO


def test_negative_values_grow_downwards() -> None:
    losses = case({2020: -100, 2025: -60}, (2030, -40))
    mirrored = case({2020: 100, 2025: 60}, (2030, 40), sign=-1)
    assert ratio("cagr", losses) == pytest.approx(ratio("cagr", mirrored))
    assert ratio("unsd", losses) == pytest.approx(ratio("unsd", mirrored))


def test_destatis_takes_the_mean_change_of_the_last_six_figures() -> None:
    """The change before them does not count: 10, then 40, 42, 45, 47, 52, 55."""
    series = dict(zip(range(2019, 2026), (10, 40, 42, 45, 47, 52, 55), strict=True))
    mean = ((42 - 40) + (45 - 42) + (47 - 45) + (52 - 47) + (55 - 52)) / 5
    missing = 70 - (55 + mean * 5)
    assert ratio("destatis", case(series, (2030, 70))) == pytest.approx(1 - missing / (70 - 55))


def test_destatis_divides_by_the_years_between_where_figures_are_missing() -> None:
    gaps = case({2014: 40, 2016: 42, 2021: 45, 2025: 51}, (2030, 60))
    assert ratio("destatis", gaps) == pytest.approx((51 - 40) / 11 * 5 / 9)


def test_destatis_needs_four_figures() -> None:
    few = case({2023: 40, 2024: 42, 2025: 44}, (2030, 80))
    assert METHODS[MethodName.DESTATIS].work(few) is Undefined.TOO_FEW_POINTS
    enough = case({2022: 38, 2023: 40, 2024: 42, 2025: 44}, (2030, 80))
    assert ratio("destatis", enough) == pytest.approx(10 / 36)


def test_destatis_calls_a_distance_that_stays_a_thunderstorm() -> None:
    still = case({2022: 44, 2023: 44, 2024: 44, 2025: 44}, (2030, 80))
    assert ratio("destatis", still) == 0
    assert status("destatis", 0) == "deteriorating"


@pytest.mark.parametrize(
    ("last", "expected"), [(44, "off_track"), (38, "deteriorating"), (36, "deteriorating")]
)
def test_destatis_on_the_due_date_finds_all_that_is_missing_still_missing(
    last: float, expected: str
) -> None:
    over = case({2022: 38, 2023: 40, 2024: 42, 2025: last}, (2025, 80))
    working = METHODS[MethodName.DESTATIS].work(over)
    assert isinstance(working, Working)
    assert working.ratio == 0
    assert METHODS[MethodName.DESTATIS].CLASSES.judge(working).value == expected


def test_eurostat_is_cagr_where_there_is_a_target() -> None:
    for judged in (
        case({2015: 14.5, 2020: 1.0, 2023: 10.2}, (2030, 7.25), sign=-1),
        case({2023: 40, 2025: 50}, (2030, 80)),
    ):
        assert ratio("eurostat", judged) == ratio("cagr", judged)


def test_aarr_fits_all_figures_and_needs_the_rate_from_the_origin() -> None:
    """Slope of ln(40), ln(30), ln(28) over 0, 1 and 3 years, worked out apart: -0.10683519."""
    fitted = case({2020: 40, 2021: 30, 2023: 28}, (2030, 20), sign=-1)
    made, needed = exp(-0.10683519) - 1, 0.5 ** (1 / 10) - 1
    assert ratio("aarr", fitted) == pytest.approx(made / needed, rel=1e-6)
    losses = case({2020: -40, 2021: -30, 2023: -28}, (2030, -20))
    assert ratio("aarr", losses) == pytest.approx(ratio("aarr", fitted))


def test_aarr_has_no_logarithm_of_zero() -> None:
    through_zero = case({2020: 40, 2021: 0, 2023: 28}, (2030, 20), sign=-1)
    assert METHODS[MethodName.AARR].work(through_zero) is Undefined.ZERO
    alone = case({2020: 40}, (2030, 20), sign=-1)
    assert METHODS[MethodName.AARR].work(alone) is Undefined.TOO_FEW_POINTS


def test_sdsn_is_the_linear_ratio_with_cuts_of_its_own() -> None:
    nearly = case({2020: 0, 2025: 48}, (2030, 100))
    assert ratio("sdsn", nearly) == pytest.approx(ratio("linear", nearly)) == pytest.approx(0.96)
    assert (status("sdsn", 0.96), status("linear", 0.96)) == ("behind", "on_track")


def test_escap_weighs_newer_figures_more() -> None:
    """Weights (T-t_first)/(T-t_i): 10/10, 10/9 and 10/2, for the years 0, 1 and 8."""
    bent = case({2020: 0, 2021: 10, 2028: 12}, (2030, 20))
    weights, years, values = (1, 10 / 9, 5), (0, 1, 8), (0, 10, 12)
    total = sum(weights)
    year = sum(w * t for w, t in zip(weights, years, strict=True)) / total
    level = sum(w * y for w, y in zip(weights, values, strict=True)) / total
    rows = list(zip(weights, years, values, strict=True))
    slope = sum(w * (t - year) * (y - level) for w, t, y in rows) / sum(
        w * (t - year) ** 2 for w, t, _ in rows
    )
    predicted = level + slope * (10 - year)
    assert ratio("escap", bent) == pytest.approx(10 * predicted / 20)


def test_escap_puts_shares_on_the_logit_scale() -> None:
    """20 % to 50 % in five years is ln 4 on the logit scale; as much again leads to 80 %."""
    growing = case({2020: 20, 2025: 50}, (2030, 80), unit=Unit.PERCENT)
    assert ratio("escap", growing) == pytest.approx(10)
    assert ratio("escap", case({2020: 20, 2025: 50}, (2030, 80))) == pytest.approx(10)
    bent = case({2020: 20, 2025: 60}, (2030, 90), unit=Unit.PERCENT)
    assert ratio("escap", bent) == pytest.approx(10 * (90 - 20) / 70)


@pytest.mark.parametrize("edge", [0.0, 100.0])
def test_escap_leaves_the_logit_scale_where_a_share_is_all_or_nothing(edge: float) -> None:
    values = {2020: edge, 2022: 50.0, 2025: 60.0}
    share = case(values, (2030, 70), unit=Unit.PERCENT)
    assert ratio("escap", share) == ratio("escap", case(values, (2030, 70)))


def test_escap_gives_a_figure_on_the_due_date_all_the_weight() -> None:
    due = case({2020: 0, 2025: 50, 2030: 60}, (2030, 80))
    assert ratio("escap", due) == pytest.approx(7.5)


def test_a_rank_and_a_growth_rate_do_not_compound() -> None:
    rank = case({2020: 45, 2025: 36}, (2030, 30), sign=-1, unit=Unit.RANK)
    rate = case({2020: 4, 2025: 5}, (2030, 6), measure=Measure.RATE)
    for name in (MethodName.CAGR, MethodName.EUROSTAT, MethodName.AARR, MethodName.UNSD):
        assert METHODS[name].work(rank) is Undefined.RANK
        assert METHODS[name].work(rate) is Undefined.GROWTH_RATE


def test_mixed_signs_have_no_growth() -> None:
    crossing = case({2020: -4, 2025: 5}, (2030, 6))
    assert METHODS[MethodName.CAGR].work(crossing) is Undefined.MIXED_SIGNS
    assert METHODS[MethodName.UNSD].work(crossing) is Undefined.MIXED_SIGNS


def test_growth_beyond_all_numbers_is_undefined_rather_than_infinite() -> None:
    wild = case({2020: 0.000001, 2020.25: 9e12}, (2090, 9.1e12))
    assert METHODS[MethodName.UNSD].work(wild) is Undefined.TOO_LARGE
