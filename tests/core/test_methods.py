"""Each named method beside what its source says: its own arithmetic, cuts and domain."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cdstrack.core.judge import judge
from cdstrack.core.methods import METHODS
from cdstrack.core.methods.case import Case
from cdstrack.core.methods.working import Undefined, Working
from cdstrack.core.observation import Observation
from cdstrack.core.period import Period
from cdstrack.core.plan import Indicator, Measure, MethodName, Unit
from cdstrack.core.series import build_series
from cdstrack.core.status import Flag, Reason, Status
from cdstrack.core.trajectory import Path, Point
from cdstrack.core.verdict import Verdict


def case(
    values: Mapping[Any, float], target: tuple[float, float], sign: int = 1, **more: Any
) -> Case:
    """A case from values at the ends of years."""
    points = tuple(Point(year + 1, value) for year, value in values.items())
    goal = Point(target[0] + 1, target[1])
    known: dict[str, Any] = {"unit": Unit.COUNT, "measure": Measure.STOCK}
    return Case(points[0], points[-1], goal, sign, Path((points[0], goal)), points, **known | more)


def ratio(name: str, judged: Case) -> float:
    working = METHODS[MethodName(name)].work(judged)
    assert isinstance(working, Working)
    return working.ratio


def status(name: str, measure: float) -> str:
    return METHODS[MethodName(name)].CLASSES.of(measure).value


def verdict(name: str | None, by_day: dict[str, str], as_of: str, **changes: Any) -> Verdict:
    """The verdict on an indicator's last target: from 40 at the end of 2023 to 80 by 2030."""
    plain: dict[str, Any] = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "tru-cot",
        "unit": "percent",
        "direction": "increase",
        "baseline": {"date": "2023-12-31", "value": "40"},
        "targets": [{"due": "2030-12-31", "at_least": "80"}],
    }
    indicator = Indicator.model_validate(plain | changes)
    figures = [
        Observation(
            indicator="chi-tieu", org_unit="tinh", period=Period.parse(on), value=Decimal(value)
        )
        for on, value in by_day.items()
    ]
    day = date.fromisoformat(as_of)
    series = build_series(indicator, figures, "tinh", day)
    target = indicator.ordered_targets[-1]
    method = None if name is None else MethodName(name)
    return judge(indicator, target, series, as_of=day, plan_starts=None, method=method)


def test_e07_cagr_is_stricter_than_a_straight_line_where_a_fall_is_wanted() -> None:
    poverty = {
        "direction": "decrease",
        "baseline": {"date": "2015-12-31", "value": "14.5"},
        "targets": [{"due": "2030-12-31", "at_most": "7.25"}],
    }
    compound = verdict("cagr", {"2023-12-31": "10.2"}, "2023-12-31", **poverty)
    straight = verdict("linear", {"2023-12-31": "10.2"}, "2023-12-31", **poverty)
    assert compound.status is straight.status is Status.ON_TRACK
    assert compound.ratio == pytest.approx(0.9525901792, abs=1e-9)
    assert straight.ratio == pytest.approx(1.112, abs=5e-4)


def test_e01_by_every_method() -> None:
    """40 to 50 in two of seven years, towards 80: behind by a straight line, on track by growth."""
    found = {name: verdict(name, {"2025-12-31": "50"}, "2025-12-31") for name in MethodName}
    judged = {name.value: (each.status.value, each.ratio) for name, each in found.items()}
    assert judged == {
        "linear": ("behind", pytest.approx(0.875)),
        "cagr": ("on_track", pytest.approx(1.134, abs=5e-4)),
        "unsd": ("on_track", pytest.approx(1.184, abs=5e-4)),
        "destatis": ("insufficient_data", None),
        "sdsn": ("behind", pytest.approx(0.875)),
        "escap": ("behind", pytest.approx(8.3434, abs=5e-4)),
    }


def test_growth_depends_on_where_zero_stands() -> None:
    """E01 with 1000 added to every value."""
    moved = case({2023: 1040, 2025: 1050}, (2030, 1080))
    assert ratio("cagr", moved) == pytest.approx(0.887, abs=5e-4)
    assert status("cagr", ratio("cagr", moved)) == "behind"
    assert ratio("linear", moved) == pytest.approx(0.875)


def test_e04_has_a_baseline_of_zero_so_compound_growth_is_not_available() -> None:
    for name in ("cagr", "unsd"):
        found = verdict(
            name,
            {"2024-06-30": "12"},
            "2024-07-31",
            baseline={"date": "2023-12-31", "value": "0"},
        )
        assert (found.status, found.ratio) == (Status.INSUFFICIENT_DATA, None)
        assert Reason.UNDEFINED_FOR_METHOD in found.reasons


@pytest.mark.parametrize("name", MethodName)
def test_only_linear_walks_the_path_and_the_others_go_straight_to_each_target(
    name: MethodName,
) -> None:
    """A target of 70 by 2027 on the way to 80 by 2030 asks for more early on."""
    figures = {"2023-12-31": "48", "2024-12-31": "50", "2025-12-31": "52", "2026-12-31": "60"}
    plan: dict[str, Any] = {"baseline": {"date": "2022-12-31", "value": "40"}}
    targets = [{"due": "2027-12-31", "at_least": "70"}, {"due": "2030-12-31", "at_least": "80"}]
    straight = verdict(name, figures, "2026-12-31", targets=targets[1:], **plan)
    walked = verdict(name, figures, "2026-12-31", targets=targets, **plan)
    assert (straight.ratio == walked.ratio) is (name is not MethodName.LINEAR)


CUTS = [
    ("linear", 0.95, "on_track", "behind"),
    ("linear", 0.60, "behind", "off_track"),
    ("linear", 0.0, "off_track", "deteriorating"),
    ("cagr", 0.95, "on_track", "behind"),
    ("cagr", 0.60, "behind", "off_track"),
    ("cagr", 0.0, "off_track", "deteriorating"),
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


def test_destatis_takes_the_mean_of_the_last_five_yearly_changes() -> None:
    """The change before the last five years does not count: 10, then 40, 42, 45, 47, 52, 55."""
    series = dict(zip(range(2019, 2026), (10, 40, 42, 45, 47, 52, 55), strict=True))
    mean = ((42 - 40) + (45 - 42) + (47 - 45) + (52 - 47) + (55 - 52)) / 5
    missing = 70 - (55 + mean * 5)
    assert ratio("destatis", case(series, (2030, 70))) == pytest.approx(1 - missing / (70 - 55))


def test_destatis_needs_four_figures_over_three_years() -> None:
    few = case({2023: 40, 2024: 42, 2025: 44}, (2030, 80))
    close = case({2024: 40, 2024.5: 42, 2025: 44, 2025.5: 45}, (2030, 80))
    enough = case({2022: 38, 2023: 40, 2024: 42, 2025: 44}, (2030, 80))
    work = METHODS[MethodName.DESTATIS].work
    assert (work(few), work(close)) == (Undefined.TOO_FEW_POINTS, Undefined.TOO_FEW_POINTS)
    assert ratio("destatis", enough) == pytest.approx(10 / 36)


def test_destatis_calls_a_distance_that_stays_a_thunderstorm() -> None:
    still = case({2022: 44, 2023: 44, 2024: 44, 2025: 44}, (2030, 80))
    assert ratio("destatis", still) == 0
    assert status("destatis", 0) == "deteriorating"


def test_destatis_has_nothing_to_say_on_the_due_date() -> None:
    over = case({2022: 38, 2023: 40, 2024: 42, 2025: 44}, (2025, 80))
    assert METHODS[MethodName.DESTATIS].work(over) is Undefined.NO_TIME_LEFT


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
    for name in (MethodName.CAGR, MethodName.UNSD):
        assert METHODS[name].work(rank) is Undefined.RANK
        assert METHODS[name].work(rate) is Undefined.GROWTH_RATE


def test_mixed_signs_have_no_growth() -> None:
    crossing = case({2020: -4, 2025: 5}, (2030, 6))
    assert METHODS[MethodName.CAGR].work(crossing) is Undefined.MIXED_SIGNS
    assert METHODS[MethodName.UNSD].work(crossing) is Undefined.MIXED_SIGNS


def test_growth_beyond_all_numbers_is_undefined_rather_than_infinite() -> None:
    wild = case({2020: 0.000001, 2020.25: 9e12}, (2090, 9.1e12))
    assert METHODS[MethodName.UNSD].work(wild) is Undefined.TOO_LARGE


@pytest.mark.parametrize("name", MethodName)
def test_a_strict_target_that_the_baseline_stands_on_is_off_track_by_every_method(
    name: MethodName,
) -> None:
    """Nothing is asked but a little more than 40: no method has anything to divide by."""
    figures = {"2024-12-31": "40", "2025-12-31": "40", "2026-12-31": "40"}
    targets = [{"due": "2030-12-31", "more_than": "40"}]
    found = verdict(name, figures, "2026-12-31", targets=targets)
    assert (found.ratio, found.met) == (None, False)
    assert found.status is Status.OFF_TRACK


@pytest.mark.parametrize("name", MethodName)
def test_falling_back_behind_a_target_already_met_is_deteriorating(name: MethodName) -> None:
    figures = {"2024-12-31": "78", "2025-12-31": "75", "2026-12-31": "70"}
    baseline = {"date": "2023-12-31", "value": "80"}
    found = verdict(name, figures, "2026-12-31", baseline=baseline)
    assert found.status is Status.DETERIORATING


def test_ahead_of_plan_is_measured_on_the_scale_of_the_method() -> None:
    """An anticipated progress of 8 out of 10 is behind, however much above 1.15."""
    found = {
        value: verdict("escap", {"2025-12-31": value}, "2025-12-31", unit="count")
        for value in ("50", "60")
    }
    ahead = {value: (each.ratio, Flag.AHEAD in each.flags) for value, each in found.items()}
    assert ahead == {"50": (8.75, False), "60": (17.5, True)}


def test_the_method_of_the_plan_counts_unless_another_is_asked_for() -> None:
    figures = {"2025-12-31": "50"}
    assert verdict(None, figures, "2025-12-31", method="cagr").status is Status.ON_TRACK
    assert verdict("linear", figures, "2025-12-31", method="cagr").status is Status.BEHIND
    assert verdict(None, figures, "2025-12-31").status is Status.BEHIND
