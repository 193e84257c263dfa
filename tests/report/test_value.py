"""The report on the plan as a value: the items of `status`, and beside each what its picture needs."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from tests.report.conftest import AS_OF

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.cli.use_cases.names import read_filters
from cdstrack.cli.use_cases.plan_report import read_plan_report
from cdstrack.cli.use_cases.reports import read_status
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.core.verdict.vocabulary import Status

FIVE, TEN = date(2025, 12, 31), date(2030, 12, 31)


def of(report: PlanReport, indicator: str) -> IndicatorDetail:
    """What the report holds about one indicator."""
    [found] = [each for each in report.indicators if each.item.indicator.id == indicator]
    return found


def test_the_items_are_those_of_status(workspace: Workspace, report: PlanReport) -> None:
    status = read_status(workspace, Basis(AS_OF))
    assert report.status == status
    assert tuple(each.item for each in report.indicators) == status.items
    assert (report.header.report, report.header.head) == ("report", status.header.head)


def test_an_indicator_has_its_figures_path_and_sources(report: PlanReport) -> None:
    found = of(report, "ho-so-cap-tinh")
    assert [str(each.value) for each in found.figures] == ["60", "67.842324"]
    assert [(stop.on, stop.value) for stop in found.stops] == [
        (date(2020, 12, 31), Fraction(40)),
        (FIVE, Fraction(90)),
        (TEN, Fraction(100)),
    ]
    assert found.cited == ("nghi-quyet", "bao-cao-7")
    assert {report.documents[key].key for key in found.cited} == set(found.cited)


def test_what_was_corrected_or_withdrawn_stays_in_sight(report: PlanReport) -> None:
    found = of(report, "ho-so-cap-tinh")
    assert [each.value for each in found.superseded] == [Decimal(55), Decimal(65)]
    corrected, withdrawn, untouched = found.cells
    assert [revision.submission.reason for revision in corrected.revisions] == [None, "gõ nhầm"]
    assert withdrawn.now is None
    assert len(untouched.revisions) == 1


def test_a_path_without_figures_begins_at_the_declared_baseline(workspace: Workspace) -> None:
    nothing_yet = Basis(AS_OF, datetime(2022, 1, 1, tzinfo=UTC))
    found = of(read_plan_report(workspace, nothing_yet), "ho-so-cap-tinh")
    assert found.figures == ()
    assert [stop.on.year for stop in found.stops] == [2020, 2025, 2030]
    assert of(read_plan_report(workspace, nothing_yet), "ho-so-cap-xa").stops == ()


def test_the_record_is_told_as_it_was_known(workspace: Workspace) -> None:
    before = Basis(AS_OF, datetime(2022, 8, 30, 23, tzinfo=UTC))
    found = of(read_plan_report(workspace, before), "ho-so-cap-tinh")
    assert [str(each.value) for each in found.figures] == ["55", "67.842324"]
    assert found.superseded == ()


def test_the_heat_table_counts_the_targets_of_each_pillar_at_each_milestone(
    report: PlanReport,
) -> None:
    heat = report.heat
    assert heat.milestones == (FIVE, TEN)
    assert {place: cell.total for place, cell in heat.cells.items()} == {
        ("chinh-quyen-so", FIVE): 2,
        ("chinh-quyen-so", TEN): 1,
        ("kinh-te-so", FIVE): 2,
        ("xa-hoi-so", FIVE): 1,
    }
    counted = sum(cell.total for cell in heat.cells.values())
    assert counted == sum(sum(each.values()) for each in report.status.counts_by_due.values())
    cell = heat.cells["chinh-quyen-so", FIVE]
    assert cell.counts == {Status.ON_TRACK: 1, Status.NO_DATA: 1}
    assert (cell.judged, cell.on_course, cell.worst) == (1, 1, Status.ON_TRACK)


def test_filters_order_and_context_are_those_of_status(workspace: Workspace) -> None:
    chosen = read_filters(workspace.plan, ["2030"], {})
    narrowed = read_plan_report(workspace, Basis(AS_OF), chosen)
    assert [each.item.indicator.id for each in narrowed.indicators] == ["ho-so-cap-tinh"]
    assert narrowed.heat.milestones == (TEN,)
    everything = read_plan_report(workspace, Basis(AS_OF), order=Order.VERDICT, context=True)
    ids = [each.item.indicator.id for each in everything.indicators]
    assert {"dan-so", "doanh-thu"} <= set(ids)
    assert ids != [each.id for each in workspace.plan.indicators]
