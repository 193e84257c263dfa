"""The worked examples of the published methods, to three decimals.

Each example was worked out twice beside this program, with exact fractions and in floating point.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.judge import judge
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Reason, Status

AREA = "tinh"


def indicator(targets: Iterable[dict[str, object]], **changes: object) -> Indicator:
    plain = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "tru-cot",
        "unit": "percent",
        "direction": "increase",
        "targets": list(targets),
    }
    return Indicator.model_validate(plain | changes)


def figures(by_day: dict[str, str]) -> list[Observation]:
    return [
        Observation(
            indicator="chi-tieu", org_unit=AREA, period=Period.parse(day), value=Decimal(value)
        )
        for day, value in by_day.items()
    ]


def verdicts(measured: Indicator, by_day: dict[str, str], as_of: str) -> list[Verdict]:
    day = date.fromisoformat(as_of)
    series = build_series(measured, figures(by_day), AREA, day)
    return [
        judge(measured, target, series, as_of=day, plan_starts=None)
        for target in measured.ordered_targets
    ]


def test_e01_two_sevenths_of_the_time_for_a_quarter_of_the_way_is_behind() -> None:
    measured = indicator(
        [{"due": "2030-12-31", "at_least": "80"}], baseline={"date": "2023-12-31", "value": "40"}
    )
    (verdict,) = verdicts(measured, {"2025-12-31": "50"}, "2025-12-31")
    assert verdict.status is Status.BEHIND
    assert verdict.gap == Fraction(30)
    assert verdict.ratio == pytest.approx(0.875)
    assert verdict.expected == pytest.approx(51.429, abs=5e-4)
    assert verdict.required_pace == pytest.approx(6.0)
    assert verdict.current_pace == pytest.approx(5.0)
    assert verdict.forecast == pytest.approx(75.0)
    assert verdict.lead_days == pytest.approx(-91, abs=0.5)
    assert verdict.outlook is Outlook.JUST_SHORT


def test_e02_a_rank_falls_towards_the_top_thirty() -> None:
    measured = indicator(
        [{"due": "2025-12-31", "top": "30"}],
        unit="rank",
        direction="decrease",
        measure="rank",
        baseline={"date": "2022-12-31", "value": "45"},
    )
    (verdict,) = verdicts(measured, {"2023-12-31": "41", "2024-12-31": "36"}, "2024-12-31")
    assert verdict.status is Status.BEHIND
    assert verdict.gap == Fraction(-6)
    assert verdict.ratio == pytest.approx(0.9)
    assert verdict.expected == pytest.approx(35)
    assert verdict.required_pace == pytest.approx(-6.0)
    assert verdict.current_pace == pytest.approx(-4.5)
    assert verdict.forecast == pytest.approx(31.5)
    assert verdict.lead_days == pytest.approx(-73, abs=0.5)
    assert verdict.outlook is Outlook.SHORT


def test_e03_a_relative_target_is_resolved_against_the_baseline() -> None:
    measured = indicator(
        [{"due": "2025-12-31", "reduce_by": "30%"}],
        unit="count",
        direction="decrease",
        baseline={"date": "2022-12-31", "value": "120"},
    )
    (verdict,) = verdicts(measured, {"2024-06-30": "100"}, "2024-06-30")
    assert verdict.status is Status.ON_TRACK
    assert verdict.threshold == Fraction(84)
    assert verdict.gap == Fraction(-16)
    assert verdict.ratio == pytest.approx(1.111, abs=5e-4)
    assert verdict.required_pace == pytest.approx(-10.667, abs=5e-4)
    assert verdict.current_pace == pytest.approx(-13.333, abs=5e-4)
    assert verdict.forecast == pytest.approx(80.0)
    assert verdict.lead_days == pytest.approx(61, abs=0.5)
    assert verdict.outlook is Outlook.REACH


def test_e04_two_milestones_share_the_ratio_and_a_far_forecast_is_refused() -> None:
    measured = indicator(
        [{"due": "2025-12-31", "at_least": "50"}, {"due": "2030-12-31", "at_least": "80"}],
        bounds=["0", "100"],
        baseline={"date": "2023-12-31", "value": "0"},
    )
    near, far = verdicts(measured, {"2024-06-30": "12"}, "2024-07-31")
    assert (near.status, far.status) == (Status.ON_TRACK, Status.ON_TRACK)
    assert (near.gap, far.gap) == (Fraction(38), Fraction(68))
    assert near.ratio == far.ratio == pytest.approx(0.96)
    assert near.required_pace == pytest.approx(26.824, abs=5e-4)
    assert far.required_pace == pytest.approx(10.597, abs=5e-4)
    assert near.current_pace == far.current_pace == pytest.approx(24.0)
    assert near.forecast == pytest.approx(48.0)
    assert near.outlook is Outlook.JUST_SHORT
    assert {Flag.FORECAST_SHORT, Flag.LOW_CONFIDENCE} <= set(near.flags)
    assert far.forecast is None
    assert far.reasons == (Reason.FORECAST_REFUSED,)


def test_e05_a_fall_below_the_baseline_is_deteriorating() -> None:
    measured = indicator(
        [{"due": "2030-12-31", "at_least": "90"}], baseline={"date": "2022-12-31", "value": "62"}
    )
    (verdict,) = verdicts(measured, {"2023-12-31": "63.5", "2024-12-31": "61"}, "2025-03-31")
    assert verdict.status is Status.DETERIORATING
    assert verdict.gap == Fraction(29)
    assert verdict.ratio == pytest.approx(-0.143, abs=5e-4)
    assert verdict.expected == pytest.approx(69)
    assert verdict.required_pace == pytest.approx(5.043, abs=5e-4)
    assert verdict.current_pace == pytest.approx(-0.5)
    assert verdict.forecast == pytest.approx(58.0)
    assert verdict.outlook is Outlook.AWAY
    assert Flag.LOW_CONFIDENCE in verdict.flags


def test_e06_a_late_achievement_and_a_later_target_are_judged_apart() -> None:
    measured = indicator(
        [{"due": "2025-12-31", "at_least": "60"}, {"due": "2030-12-31", "at_least": "85"}],
        baseline={"date": "2022-12-31", "value": "35"},
    )
    by_day = {"2024-12-31": "52", "2025-12-31": "58", "2026-06-30": "61"}
    past, coming = verdicts(measured, by_day, "2026-07-31")
    assert past.status is Status.ACHIEVED_LATE
    assert past.reached_on == date(2026, 6, 30)
    assert past.shortfall == Fraction(2)
    assert past.reasons == (Reason.SHORTFALL,)
    assert past.ratio is None
    assert coming.status is Status.BEHIND
    assert coming.gap == Fraction(24)
    assert coming.expected == pytest.approx(62.5)
    assert coming.ratio == pytest.approx(0.945, abs=5e-4)
    assert coming.required_pace == pytest.approx(5.434, abs=5e-4)
    assert coming.current_pace == pytest.approx(6.714, abs=5e-4)
    assert coming.forecast == pytest.approx(91.214, abs=5e-4)
    assert coming.outlook is Outlook.REACH
    assert coming.lead_days == pytest.approx(-110, abs=0.5)


@pytest.mark.parametrize(
    ("start", "value", "ratio", "status", "required", "lead"),
    [
        ("0", "38", 0.95, Status.ON_TRACK, 10.333, -73),
        ("0", "24", 0.60, Status.BEHIND, 12.667, -584),
        ("10", "10", 0.0, Status.OFF_TRACK, 15.0, -1461),
    ],
)
def test_e08_each_cut_belongs_to_the_better_class(
    start: str, value: str, ratio: float, status: Status, required: float, lead: float
) -> None:
    measured = indicator(
        [{"due": "2030-12-31", "at_least": "100"}], baseline={"date": "2020-12-31", "value": start}
    )
    (verdict,) = verdicts(measured, {"2024-12-31": value}, "2024-12-31")
    assert verdict.status is status
    assert verdict.ratio == pytest.approx(ratio)
    assert verdict.required_pace == pytest.approx(required, abs=5e-4)
    assert verdict.lead_days == pytest.approx(lead, abs=0.6)
