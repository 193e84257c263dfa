"""Which figures speak for an indicator: sectors, breaks of the definition, flows, what is stale."""

from fractions import Fraction

import pytest
from tests.verdict.decision_cases import BASELINE, TO_80, figure, indicator, verdict

from cdstrack.core.plan.model import Target
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.verdict.model import Groups
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

# Every sector.

SECTORS = {"sector": ["du-lich", "nong-nghiep", "y-te"]}
EACH_5 = {"due": "2025-12-31", "at_least": "5"}


def test_a_missing_sector_forbids_achieved() -> None:
    every = indicator(EACH_5, every=SECTORS)
    two = (
        figure("2024-06-30", "7", group="sector=du-lich"),
        figure("2024-06-30", "6", group="sector=nong-nghiep"),
    )
    found = verdict(every, *two)
    assert found.status is Status.INSUFFICIENT_DATA
    assert found.groups == Groups(met=2, reported=2, total=3, worst="nong-nghiep")
    assert found.flags == (Flag.PARTIAL_BREAKDOWN,)
    assert found.reasons == (Reason.ONE_FIGURE, Reason.GROUP_MISSING)
    all_three = verdict(every, *two, figure("2024-06-30", "5", group="sector=y-te"))
    assert all_three.status is Status.ACHIEVED


def test_the_worst_sector_speaks_for_all() -> None:
    every = indicator(EACH_5, every=SECTORS)
    found = verdict(
        every,
        figure("2024-06-30", "7", group="sector=du-lich"),
        figure("2024-06-30", "3", group="sector=nong-nghiep"),
        figure("2024-06-30", "6", group="sector=y-te"),
    )
    assert (found.gap, found.met) == (Fraction(2), False)
    assert found.groups == Groups(met=2, reported=3, total=3, worst="nong-nghiep")


def test_sectors_that_the_plan_does_not_name_are_never_achieved() -> None:
    every = indicator(EACH_5, every={"sector": []})
    found = verdict(every, figure("2025-06-30", "7", group="sector=du-lich"), as_of="2026-03-31")
    assert found.status is Status.AWAITING_DATA
    assert found.groups == Groups(met=1, reported=1, total=None, worst="du-lich")


# Definition breaks.

BROKEN = {"breaks": [{"date": "2022-08-15", "reason": "Nghị định 42/2022/NĐ-CP"}]}


def test_nothing_is_compared_across_a_break() -> None:
    measured = indicator(TO_80, **BROKEN)
    before, after = figure("2021-12-31", "100"), figure("2022-12-31", "60")
    found = verdict(measured, before, after)
    assert found.status is Status.INSUFFICIENT_DATA
    assert found.reasons == (Reason.ONE_FIGURE, Reason.DEFINITION_BREAK)
    assert (found.gap, found.current_pace) == (Fraction(20), None)


def test_a_baseline_before_the_break_is_no_origin() -> None:
    measured = indicator(TO_80, baseline=BASELINE, **BROKEN)
    found = verdict(measured, figure("2022-12-31", "60"), figure("2023-12-31", "66"))
    assert found.status is Status.BEHIND
    assert Flag.ASSUMED_BASELINE in found.flags
    assert Reason.DEFINITION_BREAK in found.reasons


def test_figures_from_before_a_break_alone_judge_nothing() -> None:
    found = verdict(indicator(TO_80, **BROKEN), figure("2021-12-31", "100"))
    assert (found.status, found.gap) == (Status.INSUFFICIENT_DATA, None)
    assert found.reasons == (Reason.DEFINITION_BREAK,)


def test_a_break_after_the_due_date_does_not_touch_a_past_target() -> None:
    later = {"breaks": [{"date": "2026-03-01", "reason": "…"}]}
    found = verdict(indicator(TO_80, **later), figure("2025-12-31", "81"), as_of="2026-07-31")
    assert found.status is Status.ACHIEVED


# Flows.


def test_a_flow_is_judged_on_whole_years_only() -> None:
    flow = indicator({"at_least": "1000"}, unit="count", measure="flow")
    part = figure("2024-01-01/2024-11-14", "1500")
    found = verdict(flow, part)
    assert (found.status, found.met) == (Status.INSUFFICIENT_DATA, None)
    assert found.reasons == (Reason.PART_YEAR,)
    assert verdict(flow, part, figure("2023", "1200")).status is Status.ACHIEVED


@pytest.mark.parametrize("period", ["2023", "2023-01-01/2023-12-31", "2023-12-31"])
def test_a_flow_up_to_31_december_is_about_the_whole_year(period: str) -> None:
    flow = indicator({"due": "2023-12-31", "at_least": "500"}, unit="count", measure="flow")
    found = verdict(flow, figure(period, "901"), as_of="2025-01-05")
    assert (found.status, found.gap) == (Status.ACHIEVED, Fraction(-401))


def test_a_part_of_a_year_is_no_reason_to_count_the_gap_from_the_baseline() -> None:
    flow = indicator(TO_80, unit="count", measure="flow", baseline=BASELINE)
    assert verdict(flow, figure("2024-H1", "30")).gap is None


def test_a_flow_is_as_fresh_as_its_newest_part() -> None:
    flow = indicator(TO_80, unit="count", measure="flow", frequency="monthly")
    found = verdict(flow, figure("2023", "50"), figure("2024-11", "60"))
    assert Flag.STALE not in found.flags


# What the reader should know beside the verdict.


def test_on_a_flat_path_there_is_no_lead() -> None:
    kept = indicator(TO_80 | {"at_least": "40"}, baseline=BASELINE)
    assert verdict(kept, figure("2022-12-31", "40")).lead_days == 0


def test_a_milestone_that_ended_after_it_was_due_stays_on_the_path() -> None:
    ended = {"due": "2022-12-31", "at_least": "80", "ended": {"date": "2023-07-01", "reason": "…"}}
    two = indicator(ended, baseline=BASELINE)
    due_later = Target.model_validate({"due": "2025-12-31", "at_least": "80"})
    later = two.model_copy(update={"targets": (*two.targets, due_later)})
    found = verdict(later, figure("2023-12-31", "60"), place=1)
    assert found.expected == pytest.approx(80)


def test_figures_from_before_a_break_are_stale_too() -> None:
    measured = indicator(TO_80, frequency="monthly", **BROKEN)
    assert Flag.STALE in verdict(measured, figure("2022-06", "60")).flags


def test_figures_before_the_baseline_or_after_the_day_do_not_count() -> None:
    measured = indicator(TO_80, baseline=BASELINE)
    early, late = figure("2019-12-31", "10"), figure("2025-06-30", "79")
    found = verdict(measured, early, figure("2022-12-31", "56"), late)
    assert found.gap == Fraction(24)
    assert found.ratio == pytest.approx(1.0)
    assert found.current_pace == pytest.approx(8.0)


def test_old_and_approximate_figures_are_flagged() -> None:
    measured = indicator(TO_80, frequency="quarterly", baseline=BASELINE)
    about = figure("2024-06-30", "68", qualifier=Qualifier.ABOUT)
    assert verdict(measured, about).flags[:1] == (Flag.APPROXIMATE,)
    assert Flag.STALE not in verdict(measured, about, as_of="2024-12-30").flags
    assert Flag.STALE in verdict(measured, about, as_of="2024-12-31").flags


def test_a_figure_of_another_body_is_not_the_provinces() -> None:
    district = figure("2024-06-30", "90").model_copy(update={"org_unit": "huyen"})
    assert verdict(indicator(TO_80), district).status is Status.NO_DATA


def test_the_revision_recorded_last_stands_for_its_day() -> None:
    same_day = "2024-06-30/2024-06-30"
    first, second = figure("2024-06-30", "90", id=1), figure(same_day, "70", id=2)
    for order in ((first, second), (second, first)):
        assert verdict(indicator(TO_80), *order).gap == Fraction(10)


def test_of_a_day_and_its_month_a_stock_is_judged_by_what_was_recorded_last() -> None:
    """Only an old store holds such a pair; `check` names it."""
    for ids, gap in (((1, 2), None), ((2, 1), Fraction(10))):
        day, month = figure("2024-06-30", "70", id=ids[0]), figure("2024-06", "90", id=ids[1])
        judged = verdict(indicator(TO_80), day, month)
        assert (judged.gap if not judged.met else None) == gap


def test_of_a_day_and_its_month_a_rate_is_judged_by_the_shorter_whichever_came_first() -> None:
    for ids in ((1, 2), (2, 1)):
        day, month = figure("2024-06-30", "70", id=ids[0]), figure("2024-06", "90", id=ids[1])
        rate = indicator(TO_80, measure="rate")
        assert verdict(rate, day, month).gap == Fraction(10)
