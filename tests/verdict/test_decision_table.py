"""The decision table, row by row: what each verdict means, on the smallest series that shows it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.verdict.decision_cases import BASELINE, TO_80, figure, indicator, verdict

from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

# Row 0: a target that ended is not judged from that day on.


def test_an_ended_target_is_judged_until_the_day_it_ends() -> None:
    ended = indicator(TO_80 | {"ended": {"date": "2025-07-01", "reason": "bỏ cấp huyện"}})
    met = figure("2025-06-30", "85")
    assert verdict(ended, met, as_of="2025-06-30").status is Status.ACHIEVED
    assert verdict(ended, met, as_of="2025-07-01").status is Status.NOT_APPLICABLE
    assert verdict(ended, met, as_of="2027-01-01").status is Status.NOT_APPLICABLE


def test_a_target_that_ends_after_its_due_date_is_judged() -> None:
    ended = indicator(TO_80 | {"ended": {"date": "2026-07-01", "reason": "…"}})
    assert verdict(ended, figure("2025-12-31", "85"), as_of="2027-01-01").status is Status.ACHIEVED


# Row 1: states.


@pytest.mark.parametrize(
    ("figures", "as_of", "status"),
    [
        ([], "2025-12-31", Status.PENDING),
        ([], "2026-01-01", Status.OVERDUE),
        ([("2024-06-30", "in-progress")], "2026-01-01", Status.OVERDUE),
        ([("2024-06-30", "done")], "2026-01-01", Status.ACHIEVED),
        ([("2026-06-30", "done")], "2026-07-01", Status.ACHIEVED_LATE),
    ],
)
def test_a_state_is_reached_in_time_late_or_not_yet(
    figures: list[tuple[str, str]], as_of: str, status: Status
) -> None:
    platform = indicator({"due": "2025-12-31", "reach": "done"}, unit="state")
    assert verdict(platform, *(figure(*each) for each in figures), as_of=as_of).status is status


def test_a_state_without_a_due_date_is_pending_until_it_is_reached() -> None:
    platform = indicator({"reach": "done"}, unit="state")
    assert verdict(platform).status is Status.PENDING
    assert verdict(platform, figure("2023-06-30", "done")).status is Status.ACHIEVED


def test_a_state_that_was_undone_is_flagged() -> None:
    platform = indicator({"due": "2025-12-31", "reach": "done"}, unit="state")
    back = figure("2025-06-30", "done"), figure("2026-06-30", "in-progress")
    found = verdict(platform, *back, as_of="2026-07-01")
    assert (found.status, found.flags) == (Status.ACHIEVED, (Flag.REGRESSED,))


# Rows 2 and 3: nothing to judge, or nothing to judge by.


def test_no_figure_is_no_data_and_the_gap_counts_from_a_declared_baseline() -> None:
    assert verdict(indicator(TO_80)) == Verdict(Status.NO_DATA, threshold=Fraction(80))
    declared = verdict(indicator(TO_80, baseline=BASELINE))
    assert (declared.status, declared.gap, declared.met) == (Status.NO_DATA, Fraction(40), None)
    assert declared.required_pace == pytest.approx(40)


def test_not_available_is_no_data_and_never_zero() -> None:
    missing = Observation(
        indicator="i", org_unit="a", period=Period.parse("2024"), not_available="chưa khảo sát"
    )
    assert verdict(indicator(TO_80), missing).status is Status.NO_DATA


def test_universal_needs_a_declared_threshold() -> None:
    bare = indicator({"due": "2025-12-31", "universal": "true"})
    found = verdict(bare, figure("2024-12-31", "97"))
    assert (found.status, found.reasons) == (Status.INSUFFICIENT_DATA, (Reason.NO_THRESHOLD,))
    chosen = {"at_least": "95", "by": "Ban Chỉ đạo", "date": "2021-03-03"}
    declared = indicator({"due": "2025-12-31", "universal": "true", "declared": chosen})
    assert verdict(declared, figure("2024-12-31", "97")).status is Status.ACHIEVED


def test_a_relative_target_needs_a_baseline() -> None:
    fewer = indicator({"due": "2030-12-31", "reduce_by": "30%"}, unit="count", direction="decrease")
    found = verdict(fewer, figure("2024-12-31", "1871"))
    assert (found.status, found.reasons) == (Status.INSUFFICIENT_DATA, (Reason.NO_BASELINE,))
    assert found.gap is None


# Rows 4 and 5: every year.

YEARLY = {"due": "2025-12-31", "each_year_at_least": "5"}


def test_an_open_yearly_target_speaks_for_its_last_closed_year() -> None:
    rate = indicator(YEARLY, measure="rate")
    found = verdict(
        rate, figure("2021", "4"), figure("2022", "6"), figure("2023", "5"), as_of="2024-06-30"
    )
    assert (found.status, found.flags) == (Status.ACHIEVED, (Flag.YEAR_MISSED,))
    assert found.years == {2021: Status.MISSED, 2022: Status.ACHIEVED, 2023: Status.ACHIEVED}
    assert found.ratio is None
    assert found.forecast is None


def test_a_yearly_target_waits_for_the_year_that_just_closed() -> None:
    found = verdict(indicator(YEARLY), figure("2021", "6"), as_of="2022-12-31")
    assert (found.status, found.met) == (Status.AWAITING_DATA, None)


def test_a_past_yearly_target_needs_every_year() -> None:
    rate = indicator(YEARLY | {"from": "2024"})
    one, two = figure("2024", "5"), figure("2025", "7")
    assert verdict(rate, one, two, as_of="2026-01-01").status is Status.ACHIEVED
    assert verdict(rate, two, as_of="2026-01-01").status is Status.AWAITING_DATA
    assert verdict(rate, two, figure("2024", "4.9"), as_of="2026-01-01").status is Status.MISSED


def test_half_a_year_does_not_stand_for_the_year() -> None:
    rate = indicator(YEARLY | {"from": "2024"}, measure="rate")
    assert verdict(rate, figure("2024-H1", "9")).status is Status.AWAITING_DATA


# Rows 6a to 6d: past the due date.


@pytest.mark.parametrize(
    ("figures", "status", "flags", "shortfall"),
    [
        ([("2025-12-31", "80")], Status.ACHIEVED, (), None),
        ([("2024-12-31", "80")], Status.ACHIEVED, (), None),
        ([("2025-06-30", "81"), ("2026-06-30", "79")], Status.ACHIEVED, (Flag.REGRESSED,), None),
        ([("2025-12-31", "78"), ("2026-06-30", "80")], Status.ACHIEVED_LATE, (), Fraction(2)),
        ([("2025-11-30", "78")], Status.MISSED, (), Fraction(2)),
        ([("2026-06-30", "78")], Status.MISSED, (), None),
        ([("2025-11-29", "78")], Status.AWAITING_DATA, (), None),
        ([("2024-12-30", "90")], Status.ACHIEVED, (Flag.UNCONFIRMED,), None),
    ],
)
def test_past_the_due_date(
    figures: list[tuple[str, str]],
    status: Status,
    flags: tuple[Flag, ...],
    shortfall: Fraction | None,
) -> None:
    found = verdict(indicator(TO_80), *(figure(*each) for each in figures), as_of="2026-07-31")
    assert (found.status, found.flags, found.shortfall) == (status, flags, shortfall)
    assert (found.ratio, found.expected, found.required_pace, found.outlook) == (None,) * 4


def test_the_due_date_itself_is_not_past() -> None:
    found = verdict(
        indicator(TO_80, baseline=BASELINE), figure("2025-06-30", "78"), as_of="2025-12-31"
    )
    assert found.status is Status.ON_TRACK
    assert found.required_pace is None


# Row 7: strictness and qualifiers on the bound itself.


@pytest.mark.parametrize(
    ("comparator", "value", "qualifier", "met"),
    [
        ("at_least", "80", Qualifier.EXACT, True),
        ("at_least", "80", Qualifier.NEARLY, False),
        ("at_least", "80", Qualifier.ABOUT, True),
        ("more_than", "80", Qualifier.EXACT, False),
        ("more_than", "80", Qualifier.OVER, True),
        ("more_than", "80.000001", Qualifier.EXACT, True),
        ("at_most", "80", Qualifier.EXACT, True),
        ("at_most", "80", Qualifier.OVER, False),
        ("less_than", "80", Qualifier.EXACT, False),
        ("less_than", "80", Qualifier.NEARLY, True),
    ],
)
def test_the_bound_itself(comparator: str, value: str, qualifier: Qualifier, met: bool) -> None:
    falling = comparator in {"at_most", "less_than"}
    asked = indicator(
        {"due": "2025-12-31", comparator: "80"}, direction="decrease" if falling else "increase"
    )
    found = verdict(asked, figure("2024-06-30", value, qualifier=qualifier))
    assert found.met is met
    assert (found.status is Status.ACHIEVED) is met


def test_a_fraction_is_judged_unrounded() -> None:
    almost = figure(
        "2024-06-30",
        "99.96",
        numerator=Decimal(2499),
        denominator=Decimal(2500),
        stated=Decimal(100),
    )
    found = verdict(indicator({"due": "2025-12-31", "at_least": "100"}), almost)
    assert (found.met, found.gap, found.gap_count) == (False, Fraction(1, 25), 1)


@pytest.mark.parametrize(
    ("comparator", "direction", "numerator", "count"),
    [
        ("at_least", "increase", 3, 1),
        ("more_than", "increase", 3, 2),
        ("more_than", "increase", 4, 1),
        ("at_most", "decrease", 7, 3),
        ("less_than", "decrease", 4, 1),
        ("at_least", "increase", 4, 0),
    ],
)
def test_files_still_needed_are_whole_and_one_more_where_strict(
    comparator: str, direction: str, numerator: int, count: int
) -> None:
    share = figure(
        "2024-06-30",
        str(numerator * 10),
        numerator=Decimal(numerator),
        denominator=Decimal(10),
    )
    asked = indicator({"due": "2025-12-31", comparator: "40"}, direction=direction)
    assert verdict(asked, share).gap_count == count


def test_inside_a_range_there_is_no_gap() -> None:
    between = indicator({"due": "2025-12-31", "between": ["35", "40"]})
    assert verdict(between, figure("2024-06-30", "37")).gap == Fraction(0)
    assert verdict(between, figure("2024-06-30", "30")).gap == Fraction(5)
    assert verdict(between, figure("2024-06-30", "43")).gap == Fraction(-3)


def test_inside_a_range_deeper_is_further_and_the_nearer_end_counts() -> None:
    falling = indicator(
        {"due": "2025-12-31", "between": ["32", "57"]},
        direction="decrease",
        baseline={"date": "2022-12-31", "value": "78"},
    )
    entered = verdict(falling, figure("2023-12-31", "56"), as_of="2023-12-31")
    deeper = verdict(falling, figure("2023-12-31", "33"), as_of="2023-12-31")
    assert entered.ratio == pytest.approx(22 / 7)
    assert deeper.ratio == pytest.approx(45 / 7)
    assert (entered.threshold, deeper.threshold) == (Fraction(57), Fraction(32))


def test_past_the_far_end_of_a_range_is_no_progress() -> None:
    between = indicator(
        {"due": "2025-12-31", "between": ["35", "40"]}, baseline=BASELINE | {"value": "25"}
    )
    found = verdict(between, figure("2024-12-31", "50"))
    assert found.ratio == pytest.approx(0.0)
    assert found.status is Status.OFF_TRACK


# Rows 8 to 11.


def test_without_a_due_date_what_is_not_met_is_pending() -> None:
    chosen = {"at_least": "95", "by": "Ban Chỉ đạo", "date": "2021-03-03"}
    universal = indicator({"universal": "true", "declared": chosen})
    assert verdict(universal, figure("2024-06-30", "80")).status is Status.PENDING


def test_one_figure_gives_a_gap_but_no_trend() -> None:
    found = verdict(indicator(TO_80), figure("2024-06-30", "50"))
    assert (found.status, found.gap) == (Status.INSUFFICIENT_DATA, Fraction(30))
    assert found.reasons == (Reason.ONE_FIGURE,)
    assert found.ratio is None


def test_less_than_a_quarter_of_a_year_is_too_short() -> None:
    pair = figure("2024-09-30", "50"), figure("2024-11-30", "55")
    found = verdict(indicator(TO_80), *pair)
    assert found.reasons == (Reason.SPAN_TOO_SHORT,)
    longer = verdict(indicator(TO_80), pair[0], figure("2024-12-31", "55"))
    assert Flag.ASSUMED_BASELINE in longer.flags
    assert longer.ratio is not None


def test_what_was_reached_and_lost_is_deteriorating() -> None:
    lost = indicator(TO_80, baseline=BASELINE | {"value": "90"})
    found = verdict(lost, figure("2024-06-30", "75"))
    assert found.status is Status.DETERIORATING


def test_standing_on_a_strict_target_is_off_track() -> None:
    strict = indicator(
        {"due": "2025-12-31", "more_than": "80"}, baseline=BASELINE | {"value": "80"}
    )
    assert verdict(strict, figure("2024-06-30", "80")).status is Status.OFF_TRACK
    assert verdict(strict, figure("2024-06-30", "79")).status is Status.DETERIORATING
