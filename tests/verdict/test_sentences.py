"""Verdicts on what plans say beside "at least 80": corridors, structures, points, two promises."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from tests.verdict.decision_cases import figure, indicator, item, verdict

from cdstrack.core.verdict.model import Groups
from cdstrack.core.verdict.vocabulary import Reason, Status

DUE = {"due": "2025-12-31"}
START = {"date": "2020-12-31", "value": "40"}


# Percentage points.


@pytest.mark.parametrize(
    ("change", "threshold"),
    [
        ({"reduce_by": "0.5 pp"}, "39.5"),
        ({"increase_by": "2 pp"}, "42"),
        ({"reduce_by": "30%"}, "28"),
        ({"increase_by": "30%"}, "52"),
    ],
)
def test_points_are_added_to_the_baseline_and_a_share_is_taken_of_it(
    change: Mapping[str, str], threshold: str
) -> None:
    way = "decrease" if "reduce_by" in change else "increase"
    measured = indicator({**DUE, **change}, baseline=START, direction=way)
    assert verdict(measured, figure("2023-12-31", "41")).threshold == Fraction(threshold)


def test_points_without_a_baseline_have_nothing_to_start_from() -> None:
    found = verdict(indicator({**DUE, "increase_by": "2 pp"}), figure("2023-12-31", "41"))
    assert (found.status, found.reasons) == (Status.INSUFFICIENT_DATA, (Reason.NO_BASELINE,))


# Corridors and structures.


@pytest.mark.parametrize(
    ("direction", "value", "met"),
    [
        ("increase", "7.2", True),
        ("increase", "5.9", False),
        ("decrease", "5.9", True),
        ("decrease", "7.2", False),
    ],
)
def test_past_the_end_in_the_wanted_direction_is_fine(
    direction: str, value: str, *, met: bool
) -> None:
    corridor = indicator({**DUE, "between": ["6", "6.5"], "beyond": "fine"}, direction=direction)
    found = verdict(corridor, figure("2025-12-31", value), as_of="2026-01-31")
    assert found.status is (Status.ACHIEVED if met else Status.MISSED)
    plain = indicator({**DUE, "between": ["6", "6.5"]}, direction=direction)
    missed = verdict(plain, figure("2025-12-31", value), as_of="2026-01-31")
    assert (missed.status, missed.was_above) == (Status.MISSED, value == "7.2")


@pytest.mark.parametrize(("start", "now"), [("33.1", "34"), ("33.1", "32"), ("36", "38")])
def test_a_structure_that_moves_away_from_its_range_deteriorates(start: str, now: str) -> None:
    structure = indicator({**DUE, "between": ["33", "33.2"]}, direction="none")
    figures = figure("2022-12-31", start), figure("2024-12-31", now)
    assert verdict(structure, *figures).status is Status.DETERIORATING


@pytest.mark.parametrize(("start", "now"), [("36", "34"), ("30", "32")])
def test_a_structure_moves_towards_its_range_from_either_side(start: str, now: str) -> None:
    structure = indicator({**DUE, "between": ["33", "33.2"]}, direction="none")
    figures = figure("2022-12-31", start), figure("2024-12-31", now)
    assert verdict(structure, *figures).status is Status.ON_TRACK


def test_of_groups_the_one_furthest_outside_a_range_speaks() -> None:
    every = indicator({**DUE, "between": ["35", "40"]}, every={"sector": ["du-lich", "y-te"]})
    figures = [
        figure("2024-12-31", "36", group="sector=du-lich"),
        figure("2024-12-31", "50", group="sector=y-te"),
    ]
    found = verdict(every, *figures)
    assert (found.gap, found.groups) == (Fraction(-10), Groups(1, 2, 2, "y-te"))
    assert item(every, *figures).disaggregation == "sector=y-te"


# A number that is only rough.


def test_a_rough_number_is_shown_and_not_judged() -> None:
    found = verdict(indicator({**DUE, "about": "30"}), figure("2024-12-31", "30"))
    assert (found.status, found.threshold) == (Status.INSUFFICIENT_DATA, None)
    assert found.reasons == (Reason.NO_THRESHOLD,)


def test_a_rough_number_is_judged_by_what_somebody_declared_and_gets_no_chance() -> None:
    chosen = {"between": ["29", "31"], "by": "Sở", "date": "2024-01-15"}
    rough = indicator({**DUE, "about": "30", "declared": chosen}, direction="none")
    known = [figure(f"{year}-12-31", str(20 + 2 * (year - 2019))) for year in range(2019, 2024)]
    found = verdict(rough, *known)
    assert (found.status, found.threshold) == (Status.ON_TRACK, Fraction(29))
    assert found.likely is None


# Two documents, one day.


@pytest.mark.parametrize(
    ("first", "second", "firmer"),
    [
        ({"more_than": "25"}, {"at_least": "30"}, 1),
        ({"at_least": "30"}, {"more_than": "25"}, 0),
        ({"at_least": "30"}, {"more_than": "30"}, 1),
        ({"more_than": "30"}, {"at_least": "30"}, 0),
        ({"about": "30"}, {"at_least": "25"}, 1),
        ({"at_least": "30"}, {"at_least": "30"}, 0),
    ],
)
def test_the_firmer_of_two_promises_gives_the_status(
    first: dict[str, str], second: dict[str, str], firmer: int
) -> None:
    two = indicator({**DUE, **first, "document": "kh-50"}, {**DUE, **second, "document": "kh-59"})
    found = item(two, figure("2022-12-31", "20"), figure("2024-12-31", "28"))
    assert found.active == firmer
    assert [line.target.document for line in found.targets] == [("kh-50",), ("kh-59",)]


def test_where_a_fall_is_wanted_the_smaller_number_is_the_firmer_one() -> None:
    two = indicator(
        {**DUE, "at_most": "5", "document": "kh-50"},
        {**DUE, "at_most": "4", "document": "kh-59"},
        direction="decrease",
    )
    assert item(two, figure("2024-12-31", "4.5")).active == 1
    assert item(two, figure("2024-12-31", "4.5"), as_of="2026-06-30").active == 1


def test_each_of_two_promises_is_judged_on_the_path_to_its_own_number() -> None:
    two = indicator(
        {**DUE, "at_least": "50", "document": "kh-50"},
        {**DUE, "at_least": "90", "document": "kh-59"},
        {"due": "2030-12-31", "at_least": "100", "document": "kh-59"},
        baseline=START,
    )
    softer, firmer, later = item(two, figure("2024-12-31", "48")).targets
    assert softer.verdict.expected == pytest.approx(48)
    assert softer.verdict.status is Status.ON_TRACK
    assert firmer.verdict.expected == pytest.approx(80)
    assert firmer.verdict.status is Status.OFF_TRACK
    assert later.verdict.expected == pytest.approx(80)


def test_a_strict_yearly_target_is_not_met_on_its_number() -> None:
    strict = indicator({**DUE, "from": 2022, "each_year_more_than": "6"}, measure="growth")
    found = verdict(strict, figure("2022", "6"), figure("2023", "6.1"), as_of="2024-01-31")
    assert found.years == {2022: Status.MISSED, 2023: Status.ACHIEVED}
    ceiling = indicator(
        {**DUE, "from": 2022, "each_year_at_most": "4"}, measure="growth", direction="decrease"
    )
    fine = verdict(ceiling, figure("2022", "4"), as_of="2023-01-31")
    assert (fine.status, fine.threshold) == (Status.ACHIEVED, Fraction(4))


def test_mostly_done_lies_between_in_progress_and_done() -> None:
    mostly = indicator({**DUE, "reach": "mostly-done"}, unit="state")
    day = "2024-12-31"
    found = [
        verdict(mostly, figure(day, each)).status
        for each in ("not-started", "in-progress", "mostly-done", "done")
    ]
    assert found == [Status.PENDING, Status.PENDING, Status.ACHIEVED, Status.ACHIEVED]
