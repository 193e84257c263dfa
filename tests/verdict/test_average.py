"""Targets of a mean: open until every year is there, then met or missed by the arithmetic mean."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator, verdict

from cdstrack.core.record.observation import Qualifier
from cdstrack.core.verdict.model import Groups, YearsMean
from cdstrack.core.verdict.vocabulary import Reason, Status

OVER_11_5 = {"due": "2025-12-31", "from": 2021, "average_more_than": "11.5"}
PRODUCTIVITY = indicator(OVER_11_5, measure="growth")


def test_it_is_open_until_every_year_is_there_and_says_what_the_rest_must_average() -> None:
    known = [figure("2021", "10"), figure("2022", "11"), figure("2023", "12")]
    found = verdict(PRODUCTIVITY, *known, as_of="2024-02-01")
    assert (found.status, found.met, found.gap) == (Status.PENDING, None, None)
    assert found.average == YearsMean(2021, 2025, 3, Fraction(11), Fraction(49, 4))


@pytest.mark.parametrize(
    ("last", "status"), [("12.5", Status.MISSED), ("12.6", Status.ACHIEVED)], ids=["on it", "over"]
)
def test_the_mean_decides_once_all_years_are_there_even_on_the_due_day(
    last: str, status: Status
) -> None:
    known = [figure(str(year), "11.25") for year in range(2021, 2025)]
    found = verdict(PRODUCTIVITY, *known, figure("2025", last), as_of="2025-12-31")
    assert (found.status, found.met) == (status, status is Status.ACHIEVED)
    assert found.average is not None
    assert found.average.needed is None
    assert found.gap == Fraction("11.5") - (found.average.mean or 0)


def test_past_due_a_year_without_a_figure_is_awaited() -> None:
    known = [figure(str(year), "20") for year in (2021, 2022, 2024, 2025)]
    found = verdict(PRODUCTIVITY, *known, as_of="2026-06-30")
    assert (found.status, found.reasons[0]) == (Status.AWAITING_DATA, Reason.NO_FIGURE_NEAR_DUE)
    assert found.average is not None
    assert found.average.needed == Fraction("-22.5")


def test_years_outside_the_term_do_not_count() -> None:
    known = [figure(str(year), "12") for year in range(2021, 2026)]
    alone = verdict(PRODUCTIVITY, *known, as_of="2027-02-01")
    others = [figure("2020", "-50"), figure("2026", "-50")]
    assert verdict(PRODUCTIVITY, *others, *known, as_of="2027-02-01").average == alone.average
    assert alone.status is Status.ACHIEVED


def test_a_part_of_a_year_is_no_year() -> None:
    found = verdict(PRODUCTIVITY, figure("2021-H1", "12"), as_of="2022-02-01")
    assert (found.status, found.average) == (Status.PENDING, None)


def test_without_any_figure_there_is_no_data() -> None:
    assert verdict(PRODUCTIVITY).status is Status.NO_DATA


def test_of_a_stock_a_year_is_its_last_figure_once_it_has_closed() -> None:
    stock = indicator(
        {"due": "2022-12-31", "from": 2021, "average_at_most": "5"}, direction="decrease"
    )
    known = [figure("2021-06-30", "9"), figure("2021-12-31", "6"), figure("2022-06-30", "3")]
    assert verdict(stock, *known, as_of="2022-07-31").status is Status.PENDING
    found = verdict(stock, *known, as_of="2023-01-31")
    assert (found.status, found.gap) == (Status.ACHIEVED, Fraction("0.5"))


def test_it_counts_from_the_first_full_year_of_the_plan() -> None:
    bare = indicator({"due": "2022-12-31", "average_at_least": "10"}, measure="growth")
    found = verdict(bare, figure("2020", "1"), figure("2021", "9"), as_of="2022-02-01")
    assert found.average == YearsMean(2021, 2022, 1, Fraction(9), Fraction(11))


def test_a_figure_said_to_be_over_makes_the_mean_more_than_the_number() -> None:
    over = indicator(
        {"due": "2022-12-31", "from": 2021, "average_more_than": "7"}, measure="growth"
    )
    exact, more = figure("2021", "7"), figure("2022", "7", qualifier=Qualifier.OVER)
    assert verdict(over, exact, more, as_of="2023-01-31").status is Status.ACHIEVED
    assert verdict(over, exact, figure("2022", "7"), as_of="2023-01-31").status is Status.MISSED


def test_a_mean_does_not_cross_a_change_of_definition() -> None:
    broken = indicator(
        OVER_11_5, measure="growth", breaks=[{"date": "2023-01-01", "reason": "gốc so sánh 2020"}]
    )
    known = [figure(str(year), "12") for year in range(2021, 2026)]
    found = verdict(broken, *known, as_of="2026-02-01")
    assert found.status is Status.AWAITING_DATA
    assert found.reasons[:2] == (Reason.DEFINITION_BREAK, Reason.NO_FIGURE_NEAR_DUE)


def test_every_group_has_a_mean_of_its_own() -> None:
    two = {"due": "2022-12-31", "from": 2021, "average_at_least": "5"}
    every = indicator(two, measure="growth", every={"sector": ["du-lich", "y-te"]})
    good = [figure(year, "6", group="sector=du-lich") for year in ("2021", "2022")]
    half = figure("2021", "4", group="sector=y-te")
    partly = verdict(every, *good, half, as_of="2022-12-31")
    assert (partly.status, partly.groups) == (Status.PENDING, Groups(1, 1, 2, "y-te"))
    assert partly.average == YearsMean(2021, 2022, 1, Fraction(4), Fraction(6))
    bad = verdict(every, *good, half, figure("2022", "5", group="sector=y-te"), as_of="2023-01-31")
    assert (bad.status, bad.groups) == (Status.MISSED, Groups(1, 2, 2, "y-te"))


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(st.integers(-200, 200), min_size=5, max_size=5),
    known=st.sets(st.integers(2021, 2025), min_size=1, max_size=4),
)
def test_what_the_rest_must_average_just_brings_the_mean_to_the_number(
    values: list[int], known: set[int]
) -> None:
    by_year = dict(zip(range(2021, 2026), values, strict=True))
    figures = [figure(str(year), str(by_year[year])) for year in known]
    asked = indicator(
        {"due": "2025-12-31", "from": 2021, "average_at_least": "7"}, measure="growth"
    )
    found = verdict(asked, *figures, as_of=date(2026, 1, 31).isoformat()).average
    assert found is not None
    assert found.needed is not None
    total = sum(by_year[year] for year in known) + found.needed * (5 - len(known))
    assert total / 5 == 7
