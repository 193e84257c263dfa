"""What is likely at the due date: the range, the chance, and where nothing is said."""

from decimal import Decimal
from statistics import NormalDist
from typing import Any

import pytest
from tests.verdict.decision_cases import figure, indicator, verdict

from cdstrack.core.verdict.likely import EIGHTY_PERCENT, Likely, Spread, usual_change
from cdstrack.core.verdict.trajectory import Point
from cdstrack.core.verdict.vocabulary import Outlook, Status
from cdstrack.words.labels.likely import range_sentence

YEARLY = {"2020": "40", "2021": "45", "2022": "55", "2023": "58"}


def likely(figures: dict[str, str], as_of: str = "2024-06-30", **changes: object) -> Likely | None:
    target = changes.pop("target", {"due": "2025-12-31", "at_least": "80"})
    assert isinstance(target, dict)
    known = [figure(period, value) for period, value in figures.items()]
    return verdict(indicator(target, **changes), *known, as_of=as_of).likely


def test_a_worked_example() -> None:
    """Slopes 3, 5, 6, 6.5, 7.5, 10 make a pace of 6.25; u is the median of 5, 10 and 3."""
    found = likely(YEARLY)
    assert found is not None
    centre, half = 58 + 6.25 * (0.9 + 0.81), 2 * 5 * 2**0.5
    assert (found.low, found.high) == pytest.approx((centre - half, centre + half))
    standard = NormalDist(centre, half / EIGHTY_PERCENT)
    assert found.chance == pytest.approx(1 - standard.cdf(80))
    assert found.basis == "damped"


def test_uneven_dates_are_brought_to_one_year_by_the_root_of_time() -> None:
    points = (Point(2020, 10), Point(2020.25, 12), Point(2022.25, 15), Point(2026.25, 31))
    assert usual_change(points) == pytest.approx(4)
    assert usual_change(points[:3]) == pytest.approx((4 + 3 / 2**0.5) / 2)


def test_the_range_ends_at_the_bounds_and_the_chance_does_not_shrink_with_it() -> None:
    """What lies beyond 100 stands on 100: all of it meets "at least 100"."""
    figures = {"2020": "80", "2021": "86", "2022": "92", "2023": "98"}
    target = {"due": "2025-12-31", "at_least": "100"}
    bounded = likely(figures, target=target, bounds=["0", "100"])
    open_ended = likely(figures, target=target)
    assert bounded is not None
    assert open_ended is not None
    assert bounded.high == 100 < open_ended.high
    assert bounded.chance == open_ended.chance


@pytest.mark.parametrize(
    ("target", "bounds", "chance"),
    [
        ({"more_than": "100"}, ["0", "100"], 0.0),
        ({"at_least": "0"}, ["0", "100"], 1.0),
        ({"less_than": "0"}, ["0", "100"], 0.0),
        ({"between": ["0", "100"]}, ["0", "100"], 1.0),
    ],
)
def test_the_bounds_alone_may_decide(
    target: dict[str, object], bounds: list[str], chance: float
) -> None:
    found = likely(YEARLY, target={"due": "2025-12-31", **target}, bounds=bounds)
    assert found is not None
    assert found.chance == chance


def test_no_rank_is_likely_to_be_better_than_the_first() -> None:
    ranks = {"2020": "12", "2021": "9", "2022": "5", "2023": "3"}
    found = likely(
        ranks,
        target={"due": "2025-12-31", "top": "1"},
        unit="rank",
        measure="rank",
        direction="decrease",
    )
    assert found is not None
    assert found.low == 1


def fraction(place: str, field: int | None) -> dict[str, Any]:
    return {"numerator": Decimal(place), "denominator": Decimal(field)} if field else {}


RANKS = {"2020": "20", "2021": "45", "2022": "30", "2023": "60"}


@pytest.mark.parametrize(
    ("fields", "of", "worst"),
    [
        ({}, "63", 63),
        ({"2022": 63}, None, 63),
        ({"2022": 63, "2023": 61}, "63", 61),
        ({}, None, None),
    ],
    ids=["the target names the field", "a figure does", "the latest figure is right", "nobody"],
)
def test_no_place_is_likely_to_be_worse_than_the_last_of_its_field(
    fields: dict[str, int], of: str | None, worst: int | None
) -> None:
    stated = {"of": of} if of else {}
    measured = indicator(
        {"due": "2025-12-31", "top": "30", **stated},
        unit="rank",
        measure="rank",
        direction="decrease",
    )
    figures = [
        figure(year, place, **fraction(place, fields.get(year))) for year, place in RANKS.items()
    ]
    found = verdict(measured, *figures, as_of="2023-12-31")
    assert found.likely is not None
    assert found.forecast is not None
    if worst is None:
        assert min(found.likely.high, found.forecast) > 63
    else:
        assert (found.likely.high, found.forecast) == (worst, worst)
        assert range_sentence(found.likely, measured, "vi").endswith(f"đến {worst}")


def test_no_count_is_likely_to_fall_below_none() -> None:
    falling = {"2020": "40", "2021": "25", "2022": "22", "2023": "5"}
    found = likely(
        falling,
        target={"due": "2025-12-31", "at_most": "0"},
        unit="count",
        direction="decrease",
    )
    assert found is not None
    assert found.low == 0


def test_a_series_that_never_moved_is_sure_either_way() -> None:
    still = dict.fromkeys(YEARLY, "80")
    assert likely(still) == Likely(80, 80, 1.0, Spread(80, 0, 2, 0), (None, None))
    strict = likely(still, target={"due": "2025-12-31", "more_than": "80"})
    assert strict is not None
    assert strict.chance == 0.0


def test_on_the_due_date_the_figure_is_the_answer() -> None:
    found = likely(YEARLY, "2023-12-31", target={"due": "2023-12-31", "at_least": "58"})
    assert found is not None
    assert (found.low, found.high, found.chance) == (58, 58, 1.0)
    nearly = [figure(year, value) for year, value in YEARLY.items()][:-1]
    nearly.append(figure("2023", "58", qualifier="nearly"))
    missed = verdict(
        indicator({"due": "2023-12-31", "at_least": "58"}), *nearly, as_of="2023-12-31"
    )
    assert missed.likely is not None
    assert missed.likely.chance == 0.0


def test_a_declared_baseline_is_one_of_the_figures() -> None:
    three = {year: YEARLY[year] for year in ("2021", "2022", "2023")}
    assert likely(three) is None
    assert likely(three, baseline={"date": "2020-12-31", "value": "40"}) == likely(YEARLY)


def test_what_lies_before_a_break_is_not_counted() -> None:
    cut = [{"date": "2021-01-01", "reason": "định nghĩa mới"}]
    assert likely(YEARLY, breaks=cut) is None
    later = {"2017": "1"} | YEARLY
    assert likely(later, breaks=[{"date": "2018-01-01", "reason": "…"}]) == likely(YEARLY)


@pytest.mark.parametrize(
    ("figures", "as_of", "changes"),
    [
        ({"2021": "45", "2022": "55", "2023": "58"}, "2024-06-30", {}),
        (
            {"2022-03": "45", "2022-09": "47", "2023-03": "55", "2023-09": "58"},
            "2024-06-30",
            {},
        ),
        (YEARLY, "2026-01-01", {}),
        (YEARLY, "2024-06-30", {"target": {"due": "2039-12-31", "at_least": "80"}}),
        (YEARLY, "2024-06-30", {"target": {"at_least": "80"}}),
        (YEARLY, "2024-06-30", {"target": {"due": "2025-12-31", "each_year_at_least": "5"}}),
        (YEARLY, "2024-06-30", {"target": {"due": "2025-12-31", "universal": "true"}}),
    ],
    ids=["three", "span", "past", "horizon", "no due date", "each year", "no number"],
)
def test_where_nothing_is_said(
    figures: dict[str, str], as_of: str, changes: dict[str, object]
) -> None:
    assert likely(figures, as_of, **changes) is None


def test_nothing_is_said_of_groups_nor_of_states() -> None:
    groups = [figure(year, value, group="sector=y-te") for year, value in YEARLY.items()]
    divided = indicator({"due": "2025-12-31", "at_least": "80"}, every={"sector": ["y-te"]})
    assert verdict(divided, *groups, as_of="2024-06-30").likely is None
    state = indicator({"due": "2025-12-31", "reach": "done"}, unit="state")
    assert verdict(state, figure("2023", "in-progress"), as_of="2024-06-30").likely is None


def test_what_is_met_today_may_be_lost_by_the_due_date() -> None:
    figures = {"2020": "95", "2021": "90", "2022": "88", "2023": "82"}
    measured = indicator({"due": "2025-12-31", "at_least": "80"})
    found = verdict(measured, *[figure(*each) for each in figures.items()], as_of="2024-06-30")
    assert found.status is Status.ACHIEVED
    assert found.likely is not None
    assert found.likely.chance < 0.5


def test_reach_is_said_only_where_the_forecast_satisfies_the_target() -> None:
    """Nine days at most: 9.19 at this pace is nearly there, and not there."""
    days = {"2020": "19.19", "2021": "17.19", "2022": "15.19", "2023": "13.19"}
    measured = indicator({"due": "2025-12-31", "at_most": "9"}, unit="count", direction="decrease")
    found = verdict(measured, *[figure(*each) for each in days.items()], as_of="2024-06-30")
    assert found.forecast == pytest.approx(9.19)
    assert found.outlook is Outlook.JUST_SHORT
    enough = indicator({"due": "2025-12-31", "at_most": "9.19"}, unit="count", direction="decrease")
    found = verdict(enough, *[figure(*each) for each in days.items()], as_of="2024-06-30")
    assert found.outlook is Outlook.REACH
