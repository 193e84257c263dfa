"""A flow and the growth of a year: a target speaks of its own year, and no other year answers it."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verdict.decision_cases import figure, indicator, verdict

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.verdict.model import Groups, Verdict
from cdstrack.core.verdict.vocabulary import Reason, Status

TO_133 = {"due": "2025-12-31", "at_least": "133"}
FLOW = indicator(TO_133, unit="count", measure="flow")
GROWTH = indicator({"due": "2025-12-31", "at_least": "7"}, measure="growth")
NOT_KNOWN = (
    "met",
    "gap",
    "gap_count",
    "completion",
    "way_made",
    "ratio",
    "expected",
    "required_pace",
    "current_pace",
    "outlook",
    "lead_days",
    "reached_on",
)


def unknown(found: Verdict) -> dict[str, object]:
    """What a verdict says of a figure, where it should say nothing."""
    return {name: getattr(found, name) for name in NOT_KNOWN if getattr(found, name) is not None}


def test_a_better_year_before_does_not_achieve_the_target() -> None:
    found = verdict(FLOW, figure("2023", "140"), figure("2024", "150"), as_of="2025-02-01")
    assert (found.status, found.threshold) == (Status.PENDING, Fraction(133))
    assert unknown(found) == {}


def test_the_year_itself_decides_and_a_later_year_does_not() -> None:
    known = [figure("2023", "140"), figure("2024", "150"), figure("2025", "60")]
    missed = verdict(FLOW, *known, as_of="2026-02-01")
    assert (missed.status, missed.met, missed.gap) == (Status.MISSED, False, Fraction(73))
    assert (missed.shortfall, missed.reasons) == (Fraction(73), (Reason.SHORTFALL,))
    assert verdict(FLOW, *known, figure("2026", "200"), as_of="2027-02-01") == missed


def test_the_figure_of_the_year_answers_on_the_due_day_already() -> None:
    met = verdict(FLOW, figure("2025", "133"), as_of="2025-12-31")
    assert (met.status, met.reached_on, met.way_made) == (Status.ACHIEVED, date(2025, 12, 31), 1.0)
    assert verdict(FLOW, figure("2025", "132"), as_of="2025-12-31").status is Status.MISSED


def test_the_figure_that_answers_is_kept_beside_the_verdict() -> None:
    known = [figure("2025", "140"), figure("2026", "90")]
    assert verdict(FLOW, *known, as_of="2027-02-01").of_year == 140
    assert verdict(FLOW, known[1], as_of="2027-02-01").of_year is None
    assert verdict(indicator(TO_133), figure("2025", "95"), as_of="2025-12-31").of_year is None


def test_after_the_year_a_figure_is_awaited_and_never_late() -> None:
    found = verdict(FLOW, figure("2024", "150"), figure("2026", "200"), as_of="2027-02-01")
    assert (found.status, found.reasons) == (Status.AWAITING_DATA, (Reason.NO_FIGURE_NEAR_DUE,))
    assert unknown(found) == {}


def test_a_part_of_the_year_answers_nothing() -> None:
    part = figure("2025-H1", "140")
    found = verdict(FLOW, part, as_of="2025-07-31")
    assert (found.status, found.reasons) == (Status.PENDING, (Reason.PART_YEAR,))
    late = verdict(FLOW, part, as_of="2026-07-31")
    assert late.status is Status.AWAITING_DATA
    assert late.reasons == (Reason.NO_FIGURE_NEAR_DUE, Reason.PART_YEAR)


def test_without_any_figure_there_is_no_data_and_the_baseline_of_another_year_is_no_answer() -> (
    None
):
    based = indicator(
        TO_133, unit="count", measure="flow", baseline={"date": "2020-12-31", "value": "90"}
    )
    found = verdict(based, as_of="2025-02-01")
    assert (found.status, unknown(found)) == (Status.NO_DATA, {})


@pytest.mark.parametrize("due", ["2025-01-01", "2025-06-30", "2025-12-30"])
def test_due_on_another_day_it_speaks_of_the_calendar_year(due: str) -> None:
    flow = indicator(TO_133 | {"due": due}, unit="count", measure="flow")
    assert verdict(flow, figure("2024", "150"), as_of=due).status is Status.PENDING
    assert verdict(flow, figure("2024", "150"), as_of="2026-02-01").status is Status.AWAITING_DATA
    assert verdict(flow, figure("2025", "150"), as_of="2026-02-01").status is Status.ACHIEVED


def test_growth_of_a_year_is_its_own_too() -> None:
    before = [figure("2022", "7.33"), figure("2023", "5.16"), figure("2024", "7.4")]
    found = verdict(GROWTH, *before, as_of="2025-02-01")
    assert (found.status, unknown(found)) == (Status.PENDING, {})
    later = verdict(GROWTH, *before, figure("2025", "6.9"), as_of="2026-02-01")
    assert (later.status, later.gap) == (Status.MISSED, Fraction(1, 10))


def test_yearly_targets_are_each_judged_by_their_year() -> None:
    years = {2022: ("94", "90"), 2023: ("132", "90"), 2024: ("133", "140"), 2025: ("118", "120")}
    targets = [{"due": f"{year}-12-31", "at_least": asked} for year, (asked, _) in years.items()]
    flow = indicator(*targets, unit="count", measure="flow")
    known = [figure(str(year), made) for year, (_, made) in years.items()]
    found = [verdict(flow, *known, as_of="2026-02-01", place=place).status for place in range(4)]
    assert found == [Status.MISSED, Status.MISSED, Status.ACHIEVED, Status.ACHIEVED]


def test_the_years_before_may_carry_a_forecast_and_a_chance() -> None:
    known = [figure(str(year), str(60 + 15 * (year - 2019))) for year in range(2019, 2025)]
    found = verdict(FLOW, *known, as_of="2025-02-01")
    assert found.status is Status.PENDING
    assert found.forecast == pytest.approx(150)
    assert found.likely is not None
    assert found.likely.chance > 0.5
    assert unknown(found) == {}


def test_of_a_breakdown_every_group_answers_for_the_year() -> None:
    sectors = {"sector": ["du-lich", "y-te"]}
    flow = indicator(TO_133, unit="count", measure="flow", every=sectors)
    one, other = (
        figure("2025", "140", group="sector=du-lich"),
        figure("2025", "100", group="sector=y-te"),
    )
    partly = verdict(flow, one, as_of="2025-12-31")
    assert (partly.status, partly.groups) == (Status.PENDING, Groups(1, 1, 2, "du-lich"))
    assert verdict(flow, one, as_of="2026-01-31").status is Status.AWAITING_DATA
    both = verdict(flow, one, other, as_of="2026-01-31")
    assert (both.status, both.gap, both.shortfall) == (Status.MISSED, Fraction(33), Fraction(33))


def test_a_change_of_definition_touches_the_year_that_it_falls_into() -> None:
    broken = indicator(
        TO_133, unit="count", measure="flow", breaks=[{"date": "2024-03-01", "reason": "…"}]
    )
    old, own = figure("2023", "90"), figure("2025", "140")
    assert verdict(broken, old, own, as_of="2026-01-31").reasons == ()
    assert verdict(broken, own, as_of="2026-01-31").status is Status.ACHIEVED


def test_a_target_of_a_flow_without_a_due_date_asks_for_the_latest_year() -> None:
    undated = indicator({"at_least": "133"}, unit="count", measure="flow")
    assert verdict(undated, figure("2023", "140"), as_of="2025-02-01").status is Status.ACHIEVED


# Nothing is reached before the plan starts (2020-10-09 here).


def test_figures_from_before_the_plan_are_no_day_of_reaching() -> None:
    measured = indicator({"due": "2025-12-31", "at_least": "80"})
    early, late = figure("2019-12-31", "85"), figure("2021-12-31", "86")
    assert verdict(measured, early, as_of="2021-01-31").reached_on is None
    assert verdict(measured, early, late, as_of="2022-01-31").reached_on == date(2021, 12, 31)


def test_a_declared_baseline_says_that_it_was_reached_before() -> None:
    measured = indicator(
        {"due": "2025-12-31", "at_least": "80"}, baseline={"date": "2018-12-31", "value": "82"}
    )
    found = verdict(measured, figure("2019-12-31", "85"), as_of="2021-01-31")
    assert (found.status, found.reached_on) == (Status.ACHIEVED, date(2019, 12, 31))


def test_a_state_reached_before_the_plan_is_reached_without_a_day() -> None:
    state = indicator({"due": "2025-12-31", "reach": "done"}, unit="state")
    found = verdict(state, figure("2019-12-31", "done"), as_of="2021-01-31")
    assert (found.status, found.reached_on) == (Status.ACHIEVED, None)


# Laws.

YEARS = st.integers(2015, 2030)
VALUES = st.integers(-50, 200)
DAYS = st.dates(date(2021, 1, 1), date(2031, 12, 31))
COMPARATORS = st.sampled_from(["at_least", "more_than", "at_most", "less_than"])


@st.composite
def yearly(draw: st.DrawFn) -> tuple[Indicator, list[Observation], str]:
    """A flow or growth with one target a year, and figures of some years."""
    key = draw(COMPARATORS)
    rises = key in {"at_least", "more_than"}
    due = draw(st.sampled_from(["06-30", "12-31"]))
    targets = [
        {"due": f"{year}-{due}", key: str(draw(VALUES))}
        for year in sorted(draw(st.sets(st.integers(2021, 2030), min_size=1, max_size=4)))
    ]
    measured = indicator(
        *targets,
        unit="count",
        measure=draw(st.sampled_from(["flow", "growth"])),
        direction="increase" if rises else "decrease",
    )
    known = [figure(str(year), str(draw(VALUES))) for year in sorted(draw(st.sets(YEARS)))]
    return measured, known, draw(DAYS).isoformat()


def answer(found: Verdict) -> dict[str, object]:
    """What a verdict says of the target itself, beside where the years before may lead."""
    kept = (*NOT_KNOWN, "status", "threshold", "shortfall", "reasons", "groups")
    return {name: getattr(found, name) for name in kept}


@settings(max_examples=300, deadline=None)
@given(scene=yearly(), other=YEARS, value=VALUES)
def test_a_figure_of_another_year_never_changes_the_verdict(
    scene: tuple[Indicator, list[Observation], str], other: int, value: int
) -> None:
    """Added before or after, or taken away: what is said of the target stays the same."""
    measured, known, as_of = scene
    rest = [each for each in known if each.period.end.year != other]
    added = figure(str(other), str(value))
    for place, target in enumerate(measured.ordered_targets):
        assert target.due is not None
        if target.due.year == other or not any(
            each.period.end <= date.fromisoformat(as_of) for each in rest
        ):
            continue
        alone = answer(verdict(measured, *rest, as_of=as_of, place=place))
        for figures in ([added, *rest], [*rest, added]):
            assert answer(verdict(measured, *figures, as_of=as_of, place=place)) == alone


@settings(max_examples=300, deadline=None)
@given(scene=yearly())
def test_a_year_is_met_missed_or_not_known_and_never_late(
    scene: tuple[Indicator, list[Observation], str],
) -> None:
    measured, known, as_of = scene
    day = date.fromisoformat(as_of)
    for place, target in enumerate(measured.ordered_targets):
        assert target.due is not None
        found = verdict(measured, *known, as_of=as_of, place=place)
        seen = [each for each in known if each.period.end <= day]
        own = [each for each in seen if each.period.end.year == target.due.year]
        if own:
            assert found.status in {Status.ACHIEVED, Status.MISSED}
            assert (found.status is Status.ACHIEVED) == found.met
        elif not seen:
            assert found.status is Status.NO_DATA
        else:
            open_ = target.due >= day
            assert found.status is (Status.PENDING if open_ else Status.AWAITING_DATA)
            assert unknown(found) == {}
