"""What a named method makes of an indicator: the verdict, with its ratio, reasons and flags."""

from typing import Any

import pytest
from tests.verdict.method_cases import verdict

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status


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
        "eurostat": ("on_track", pytest.approx(1.134, abs=5e-4)),
        "aarr": ("on_track", pytest.approx(1.134, abs=5e-4)),
        "unsd": ("on_track", pytest.approx(1.184, abs=5e-4)),
        "destatis": ("insufficient_data", None),
        "sdsn": ("behind", pytest.approx(0.875)),
        "escap": ("behind", pytest.approx(8.3434, abs=5e-4)),
    }


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
