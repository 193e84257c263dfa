"""What is news in a week: figures when they were made known, corrections when they were recorded."""

from collections.abc import Callable

from cdstrack.core.record.acts import ActKind, Change, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.core.weekly.verdict_changes import Cause

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]
Submitted = Callable[..., Submission]


def news(report: SummaryReport) -> list[str]:
    return [each.known.figure.indicator for each in report.news]


def test_a_figure_is_news_in_the_week_it_was_made_known(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08-17")]
    assert news(page("2022-W33", figures)) == ["ho-so"]
    assert news(page("2022-W32", figures)) == []
    assert news(page("2022-W34", figures)) == []


def test_the_week_goes_by_the_document_where_nothing_is_stated(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "60", "2022-06-30", document="bao-cao-6")]
    assert news(page("2022-W28", figures)) == ["ho-so"]


def test_without_a_document_it_goes_by_the_day_of_recording_in_the_plans_zone(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    sunday_evening_in_utc = submitted(1, "2022-08-21T17:30:00+00:00")
    figures = [figure("ho-so", "60", "2022-07-31")]
    assert news(page("2022-W34", figures, [sunday_evening_in_utc])) == ["ho-so"]
    assert news(page("2022-W33", figures, [sunday_evening_in_utc])) == []


def test_a_month_counts_by_its_last_day(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08")]
    assert news(page("2022-W35", figures)) == ["ho-so"]
    assert news(page("2022-W31", figures)) == []


def test_before_and_after_are_what_was_known_by_either_sunday(figure: Figure, page: Page) -> None:
    figures = [
        figure("ho-so", "55", "2022-06-30", reported="2022-07-15"),
        figure("ho-so", "60", "2022-07-31", reported="2022-08-17"),
        figure("ho-so", "99", "2022-08-20", reported="2022-08-23"),
    ]
    report = page("2022-W33", figures)
    latest = [
        next(item.latest.period.text for item in each.items if item.latest)
        for each in (report.before, report.after)
    ]
    assert latest == ["2022-06-30", "2022-07-31"]


def test_a_figure_recorded_long_after_it_was_made_known_is_late(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08-17")]
    lateness = [
        (each.known.days_late, each.known.is_late)
        for at in ("2022-08-31T05:00+00:00", "2022-09-01T05:00+00:00")
        for each in page("2022-W33", figures, [submitted(1, at)]).news
    ]
    assert lateness == [(14, False), (15, True)]


def test_a_figure_recorded_after_its_page_went_out_is_an_addition(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    late = figure("ho-so", "60", "2022-07-31", reported="2022-08-17")
    act = submitted(1, "2022-08-24T05:00+00:00")
    report = page("2022-W34", [late], [act], [Change(1, late.cell, None, late)])
    assert news(report) == []
    (addition,) = report.additions
    assert addition.submission == act
    assert [each.figure.cell for each in addition.figures] == [late.cell]
    assert report.has_news


def test_a_correction_is_news_in_its_week_and_apart_from_movement(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    old = figure("ho-so", "95", "2022-06-30", reported="2022-07-15")
    new = figure("ho-so", "45", "2022-06-30", reported="2022-07-15", submission=2)
    acts = [
        submitted(1, "2022-07-15T05:00+00:00"),
        submitted(2, "2022-08-18T05:00+00:00", ActKind.CORRECT, reason="đánh máy nhầm"),
    ]
    report = page("2022-W33", [new], acts, [Change(2, old.cell, old, new)])
    assert news(report) == []
    assert report.verdicts == ()
    (effect,) = report.corrections
    assert (effect.correction.before, effect.correction.after) == (old, new)
    assert effect.without is Status.ACHIEVED
    assert effect.with_it is Status.OFF_TRACK


def test_a_withdrawal_is_a_correction_to_nothing(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    old = figure("ho-so", "60", "2022-06-30", reported="2022-07-15")
    acts = [submitted(1, "2022-07-15T05:00+00:00"), submitted(2, "2022-08-18T05:00+00:00")]
    (effect,) = page("2022-W33", [], acts, [Change(2, old.cell, old, None)]).corrections
    assert effect.correction.after is None
    assert effect.with_it is Status.NO_DATA


def test_what_was_mistyped_and_put_right_in_one_week_was_on_no_page(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    wrong = figure("ho-so", "6", "2022-07-31", reported="2022-08-17")
    right = figure("ho-so", "60", "2022-07-31", reported="2022-08-17", submission=2)
    acts = [submitted(1, "2022-08-17T05:00+00:00"), submitted(2, "2022-08-18T05:00+00:00")]
    changes = [Change(1, wrong.cell, None, wrong), Change(2, wrong.cell, wrong, right)]
    report = page("2022-W33", [right], acts, changes)
    assert report.corrections == ()
    assert news(report) == ["ho-so"]


def test_what_was_undone_again_is_no_correction(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    old = figure("ho-so", "60", "2022-06-30", reported="2022-07-15")
    other = figure("ho-so", "61", "2022-06-30", reported="2022-07-15")
    acts = [submitted(n, f"2022-08-1{n}T05:00+00:00") for n in (1, 5, 6)]
    changes = [Change(5, old.cell, old, other), Change(6, old.cell, other, old)]
    assert page("2022-W33", [old], acts, changes).corrections == ()


def test_a_verdict_that_changed_because_of_a_figure_says_so(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08-17")]
    changes = page("2022-W33", figures).verdicts
    assert [(each.before, each.line.verdict.status, each.cause) for each in changes] == [
        (Status.NO_DATA, Status.ON_TRACK, Cause.FIGURE),
        (Status.NO_DATA, Status.ON_TRACK, Cause.FIGURE),
    ]


def test_a_due_date_that_passed_within_the_week_is_named_as_the_cause(page: Page) -> None:
    # 30 June 2022 is the Thursday of week 26; on its Sunday the target is past.
    (overdue,) = page("2022-W26", []).verdicts
    assert overdue.line.verdict.status is Status.OVERDUE
    assert overdue.cause is Cause.DUE_PASSED
    assert page("2022-W25", []).verdicts == page("2022-W27", []).verdicts == ()


def test_a_due_date_that_passed_outweighs_the_figure_that_came_with_it(
    figure: Figure, page: Page
) -> None:
    # 31 October 2022 is the Monday of week 44. The rank rose, and still the target is missed.
    before = figure("xep-hang", "40/63", "2021", reported="2022-08-18")
    better = figure("xep-hang", "35/63", "2022-10-30", reported="2022-11-02")
    (missed,) = page("2022-W44", [before, better]).verdicts
    assert missed.line.verdict.status is Status.MISSED
    assert missed.cause is Cause.DUE_PASSED


def test_a_target_met_in_the_week_of_its_due_date_was_met_by_the_figure(
    figure: Figure, page: Page
) -> None:
    before = figure("xep-hang", "40/63", "2021", reported="2022-08-18")
    met = figure("xep-hang", "28/63", "2022-10-30", reported="2022-11-02")
    (achieved,) = page("2022-W44", [before, met]).verdicts
    assert achieved.line.verdict.status is Status.ACHIEVED
    assert achieved.cause is Cause.FIGURE


def test_a_week_without_anything_has_no_news(
    figure: Figure, page: Page, submitted: Submitted
) -> None:
    assert not page("2022-W33", []).has_news
    figures = [figure("ho-so", "60", "2022-06-30", reported="2022-07-15")]
    acts = [submitted(1, "2022-07-15T05:00:00+00:00")]
    assert not page("2022-W33", figures, acts).has_news


def test_figures_of_districts_and_parts_are_news_too(figure: Figure, page: Page) -> None:
    figures = [
        figure("ho-so", "30", "2022-07-31", reported="2022-08-17", org_unit="huyen-a"),
        figure(
            "kinh-te-nganh", "4", "2021", reported="2022-08-17", disaggregation="sector=du-lich"
        ),
    ]
    assert news(page("2022-W33", figures)) == ["ho-so", "kinh-te-nganh"]


def test_figures_stand_as_the_plan_lists_pillars_targets_first(figure: Figure, page: Page) -> None:
    ids = ["kinh-te-nganh", "dich-vu", "xep-hang", "ho-so"]
    figures = [figure(each, "40", "2022-07-31", reported="2022-08-17") for each in ids]
    assert news(page("2022-W33", figures)) == ["ho-so", "xep-hang", "dich-vu", "kinh-te-nganh"]


def test_the_plan_of_the_last_act_before_the_week_is_named_where_it_differs(
    page: Page, submitted: Submitted
) -> None:
    acts = [
        submitted(1, "2022-08-10T05:00+00:00", plan_digest="cũ"),
        submitted(2, "2022-08-17T05:00+00:00"),
    ]
    assert page("2022-W33", [], acts).plan_before == "cũ"
    assert page("2022-W34", [], acts).plan_before is None
    assert page("2022-W32", [], acts).plan_before is None


def test_issuing_a_page_adds_nothing_to_know(page: Page, submitted: Submitted) -> None:
    acts = [
        submitted(1, "2022-08-17T05:00+00:00"),
        submitted(2, "2022-08-22T05:00+00:00", ActKind.SUMMARY),
    ]
    last = page("2022-W33", [], acts).last_submission
    assert last is not None
    assert last.id == 1
