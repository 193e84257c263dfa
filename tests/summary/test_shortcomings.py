"""What the page names as standing badly, and the due dates near ahead."""

from collections.abc import Callable
from datetime import date

from cdstrack.core.record.observation import Observation
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.summary import SummaryReport

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]


def test_open_targets_with_most_of_their_way_to_go_come_first(figure: Figure, page: Page) -> None:
    figures = [
        figure("ho-so", "50", "2022-07-31", reported="2022-08-17"),
        figure("xep-hang", "60/63", "2021", reported="2022-08-08"),
    ]
    rows = page("2022-W33", figures).gaps
    assert [row.item.indicator.id for row in rows] == ["ho-so", "xep-hang"]
    assert [row.line.target.due for row in rows] == [date(2025, 12, 31), date(2022, 10, 31)]


def test_a_target_that_is_met_or_past_is_no_gap(figure: Figure, page: Page) -> None:
    met = figure("ho-so", "95", "2022-07-31", reported="2022-08-17")
    past = figure("xep-hang", "60/63", "2021", reported="2022-08-08")
    assert page("2022-W33", [met]).gaps == ()
    assert page("2022-W50", [past]).gaps == ()


def test_a_figure_that_fell_is_named_as_long_as_it_stands(figure: Figure, page: Page) -> None:
    figures = [
        figure("ho-so", "50", "2022-06-30", reported="2022-07-15"),
        figure("ho-so", "48", "2022-07-31", reported="2022-08-17"),
    ]
    for week in ("2022-W33", "2022-W35"):
        (fallen,) = page(week, figures).falling
        assert fallen.movement.change == -2
    risen = figure("ho-so", "51", "2022-08-31", reported="2022-09-05")
    assert page("2022-W36", [*figures, risen]).falling == ()


def test_a_context_figure_that_fell_is_named_in_its_week_only(figure: Figure, page: Page) -> None:
    figures = [
        figure("dich-vu", "90", "2022-08-16", reported="2022-08-16"),
        figure("dich-vu", "88", "2022-08-18", reported="2022-08-18"),
    ]
    assert [each.item for each in page("2022-W33", figures).falling] == [None]
    assert page("2022-W34", figures).falling == ()


def test_a_figure_below_the_start_of_its_path_is_falling(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "35", "2022-07-31", reported="2022-08-17")]
    (fallen,) = page("2022-W33", figures).falling
    assert fallen.movement.previous is None
    assert fallen.item is not None
    assert fallen.item.status is Status.DETERIORATING


def test_old_figures_are_named_with_their_age(figure: Figure, page: Page) -> None:
    figures = [figure("ho-so", "60", "2022-05-31", reported="2022-06-10")]
    assert page("2022-W30", figures).stale == ()
    (stale,) = page("2022-W31", figures).stale
    assert stale.age_days == 68


def test_a_source_that_contradicts_itself_is_named_with_what_rests_on_it(
    figure: Figure, page: Page
) -> None:
    wrong = figure("ho-so", "1483/1542", "2022-06-30", stated="80.2", reported="2022-07-15")
    right = figure("ho-so", "1407/1542", "2022-07-31", stated="91", reported="2022-08-17")
    later = figure("ho-so", "1410/1542", "2022-08-31", stated="91", reported="2022-09-05")
    ((found, _),) = page("2022-W33", [wrong, right]).contradictions
    assert found.cell == wrong.cell
    assert page("2022-W36", [wrong, right, later]).contradictions == ()


def test_past_due_dates_without_data_and_missed_ones_are_told_apart(
    figure: Figure, page: Page
) -> None:
    missed = figure("xep-hang", "40/63", "2022-10-31", reported="2022-11-10")
    report = page("2022-W46", [missed])
    assert [row.line.verdict.status for row in report.failed] == [Status.MISSED, Status.OVERDUE]
    assert report.without_data == ()
    silent = page("2022-W46", [])
    assert [row.item.indicator.id for row in silent.without_data] == ["xep-hang"]


def test_a_milestone_is_near_from_ninety_days_before_to_its_day(page: Page) -> None:
    # 31 October 2022 is a Monday; 7 August is the last Sunday within 85 days, 31 July lies 92 ahead.
    assert page("2022-W30", []).milestones == ()
    (near,) = page("2022-W31", []).milestones
    assert (near.due, near.days) == (date(2022, 10, 31), 85)
    assert near.counts == {Status.NO_DATA: 1}
    assert page("2022-W43", []).milestones[0].days == 1
    assert page("2022-W44", []).milestones == ()


def test_sources_are_numbered_in_the_order_of_the_page(figure: Figure, page: Page) -> None:
    figures = [
        figure("dich-vu", "70", "2022-07-31", document="bao-cao-7"),
        figure("ho-so", "60", "2022-07-31", document="bao-cao-6", reported="2022-08-17"),
        figure("kinh-te-nganh", "4", "2021", reported="2022-08-17", document="chua-khai-bao"),
    ]
    figures[2] = figures[2].model_copy(update={"disaggregation": "sector=du-lich"})
    sources = page("2022-W33", figures).sources
    assert [source.key for source in sources] == ["bao-cao-6", "bao-cao-7", "chua-khai-bao"]
    assert sources[2].title == "chua-khai-bao"
