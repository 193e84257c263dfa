"""Who is responsible on a day, and when a figure is owed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.model import Frequency, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.weekly.next_due import one_period_after
from cdstrack.core.weekly.obligations import Owed, build_owners, responsible_on
from cdstrack.core.weekly.summary import SummaryReport

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]


@pytest.fixture
def owed(page: Page, plan: Plan) -> Callable[..., dict[str, date | None]]:
    """What is owed on the Sunday of a week, by indicator."""

    def on(week: str, *figures: Observation) -> dict[str, date | None]:
        report = build_owners(plan, page(week, figures).after, figures)
        return {each.item.indicator.id: each.due for owner in report.owners for each in owner.owed}

    return on


@pytest.mark.parametrize(
    ("day", "frequency", "due"),
    [
        ("2022-08-21", "weekly", "2022-08-28"),
        ("2022-07-31", "monthly", "2022-08-31"),
        ("2022-01-31", "monthly", "2022-02-28"),
        ("2022-06-30", "quarterly", "2022-09-30"),
        ("2022-08-15", "half-yearly", "2023-02-15"),
        ("2020-02-29", "yearly", "2021-02-28"),
    ],
)
def test_a_figure_is_due_one_period_after_the_last(day: str, frequency: str, due: str) -> None:
    found = one_period_after(date.fromisoformat(day), Frequency(frequency))
    assert found == date.fromisoformat(due)


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.sampled_from(Frequency))
def test_the_next_due_date_lies_ahead_and_keeps_the_end_of_the_month(
    day: date, frequency: Frequency
) -> None:
    due = one_period_after(day, frequency)
    assert day < due <= day + timedelta(days=366)
    if frequency is not Frequency.WEEKLY and (day + timedelta(days=1)).day == 1:
        assert (due + timedelta(days=1)).day == 1


def test_a_figure_is_owed_from_the_week_before_it_is_due(
    figure: Figure, owed: Callable[..., dict[str, date | None]]
) -> None:
    last = figure("ho-so", "60", "2022-07-31", reported="2022-08-01")
    # Due on Wednesday 31 August: week 35, so the page of week 34 asks for it.
    assert "ho-so" not in owed("2022-W33", last)
    assert owed("2022-W34", last)["ho-so"] == date(2022, 8, 31)
    assert owed("2022-W40", last)["ho-so"] == date(2022, 8, 31)


def test_before_the_first_figure_the_baseline_or_the_start_of_the_plan_counts(
    owed: Callable[..., dict[str, date | None]],
) -> None:
    found = owed("2022-W33")
    assert found["ho-so"] == date(2021, 1, 31)
    assert found["xep-hang"] == date(2021, 10, 9)
    assert "dich-vu" not in found


def test_a_reason_why_there_is_no_figure_is_an_answer(
    figure: Figure, owed: Callable[..., dict[str, date | None]]
) -> None:
    answer = figure("ho-so", "na:chưa tổng hợp", "2022-07-31", reported="2022-08-01")
    assert "ho-so" not in owed("2022-W33", answer)


def test_every_sector_must_have_answered(
    figure: Figure, owed: Callable[..., dict[str, date | None]]
) -> None:
    def share(sector: str, on: str) -> Observation:
        part = f"sector={sector}"
        return figure("kinh-te-nganh", "6", on, reported="2022-08-01", disaggregation=part)

    assert owed("2022-W33", share("du-lich", "2021"))["kinh-te-nganh"] == date(2021, 10, 9)
    both = [share("du-lich", "2021"), share("nong-nghiep", "2020")]
    assert owed("2022-W33", *both)["kinh-te-nganh"] == date(2021, 12, 31)


@pytest.fixture
def sectors_owed(figure: Figure, page: Page, plan: Plan) -> Callable[..., Owed]:
    """What is owed of each sector's share on a Sunday, when sectors reported as told."""

    def on(week: str, **reported: str) -> Owed:
        figures = [
            figure(
                "kinh-te-nganh", "6", period, reported="2022-08-01", disaggregation=_part(sector)
            )
            for sector, period in reported.items()
        ]
        owners = build_owners(plan, page(week, figures).after, figures).owners
        (owed,) = [
            each
            for owner in owners
            for each in owner.owed
            if each.item.indicator.id == "kinh-te-nganh"
        ]
        return owed

    return on


def _part(sector: str) -> str:
    return f"sector={sector.replace('_', '-')}" if sector != "whole" else ""


def test_the_sectors_that_never_reported_are_named_beside_the_one_that_did(
    sectors_owed: Callable[..., Owed],
) -> None:
    owed = sectors_owed("2022-W33", du_lich="2021")
    assert owed.missing == ("nong-nghiep",)
    assert (owed.due, owed.last) == (date(2021, 10, 9), date(2021, 12, 31))


def test_the_sector_that_fell_behind_is_named(sectors_owed: Callable[..., Owed]) -> None:
    owed = sectors_owed("2022-W33", du_lich="2021", nong_nghiep="2020")
    assert owed.missing == ("nong-nghiep",)
    assert (owed.due, owed.last) == (date(2021, 12, 31), date(2021, 12, 31))


def test_sectors_that_stand_alike_are_asked_for_together(
    sectors_owed: Callable[..., Owed],
) -> None:
    assert sectors_owed("2022-W33").missing == ()
    assert sectors_owed("2022-W33").latest is None
    alike = sectors_owed("2022-W33", du_lich="2020", nong_nghiep="2020")
    assert (alike.missing, alike.last) == ((), date(2020, 12, 31))


def test_a_figure_of_the_whole_is_no_answer_of_a_sector_but_was_reported(
    sectors_owed: Callable[..., Owed],
) -> None:
    owed = sectors_owed("2022-W33", whole="2021")
    assert owed.missing == ("nong-nghiep", "du-lich")
    assert (owed.due, owed.last) == (date(2021, 10, 9), date(2021, 12, 31))


def test_a_settled_target_asks_for_nothing_more(
    figure: Figure, owed: Callable[..., dict[str, date | None]]
) -> None:
    done = figure("kho-du-lieu", "done", "2022-06-30", reported="2022-07-01")
    met = figure("xep-hang", "28/63", "2022-09-30", reported="2022-10-01")
    found = owed("2026-W30", done, met)
    assert "kho-du-lieu" not in found
    assert "xep-hang" not in found
    assert "ho-so" in found


def test_a_lead_is_dated_and_the_history_stays_right(plan: Plan) -> None:
    indicator = plan.by_id["ho-so"]
    before = responsible_on(plan, indicator, date(2025, 2, 28))
    after = responsible_on(plan, indicator, date(2025, 3, 1))
    assert before is not None
    assert after is not None
    assert (before.unit, before.before) == ("so-tttt", None)
    assert (after.unit, after.before, after.since) == ("so-khcn", "so-tttt", date(2025, 3, 1))


def test_a_closed_bodys_duties_pass_to_its_successor(plan: Plan) -> None:
    indicator = plan.by_id["xep-hang"]
    last_day = responsible_on(plan, indicator, date(2025, 2, 28))
    next_day = responsible_on(plan, indicator, date(2025, 3, 1))
    assert last_day is not None
    assert next_day is not None
    assert (last_day.unit, last_day.inherited) == ("so-tttt", None)
    assert (next_day.unit, next_day.inherited) == ("so-khcn", "so-tttt")


def test_owners_stand_in_the_plans_order_and_nobody_last(page: Page) -> None:
    owners = page("2022-W33", []).owners
    assert [(owner.lead, owner.person) for owner in owners] == [
        ("so-tttt", "Nguyễn Văn A"),
        ("so-tttt", None),
        ("so-y-te", None),
        (None, None),
    ]
