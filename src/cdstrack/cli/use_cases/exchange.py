"""Figures and reports as files: canonical CSV, CSV for Excel, workbooks, forms to be filled in.

Owns which tables go into which file, each from one look into the store. The labels in the tables
are those of a view.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from cdstrack import __version__
from cdstrack.cli.app.progress import FEW, Progress, told
from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.log import LogQuery, build_log
from cdstrack.cli.use_cases.names import Filters, find_unit
from cdstrack.cli.use_cases.reports import read_status
from cdstrack.core.plan.model import Document, Indicator, Plan
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import Sheet
from cdstrack.core.record.sources import all_documents
from cdstrack.core.record.template import (
    RequestedObservation,
    asked_until,
    is_asked,
    requested_observations,
)
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.core.reports.status import ReportHeader, build_gaps
from cdstrack.core.units.tree import units_of
from cdstrack.core.weekly.obligations import responsible_on
from cdstrack.files.export import workbook
from cdstrack.files.export.excel_csv import excel_csv
from cdstrack.files.export.template import Title, write_template
from cdstrack.files.importing.canonical import reader
from cdstrack.render.record import grids as record
from cdstrack.render.record.grids import sources_grid
from cdstrack.render.status import grids as status
from cdstrack.render.status.grids import about_grid, caption, heading_lines
from cdstrack.render.view import View
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period_on
from cdstrack.words.parse.search import fold

REPORTS = ("figures", "status", "gaps", "log")
EVERYTHING = "all"


def read_reports(typed: Sequence[str] | None) -> tuple[str, ...]:
    """The reports asked for, in the order of the sheets.

    Raises:
        RefusedError: CDS012, there is no such report.
    """
    names = set(typed or ("figures",))
    if unknown := sorted(names - {*REPORTS, EVERYTHING}):
        allowed = ", ".join((*REPORTS, EVERYTHING))
        facts = {"where": "--report", "value": clean(unknown[0]), "allowed": allowed}
        raise RefusedError(Problem("CDS012", facts))
    return tuple(each for each in REPORTS if each in names or EVERYTHING in names)


def figure_lines(workspace: Workspace, basis: Basis, progress: Progress) -> Iterator[str]:
    """The figures as lines of the canonical CSV."""
    with open_reader(workspace.store) as ledger:
        yield from reader.figure_lines(_figures(ledger, basis, progress))


def excel_lines(
    workspace: Workspace, basis: Basis, report: str, view: View, progress: Progress
) -> Iterator[str]:
    """One report as lines of a CSV that Excel opens as it is."""
    with open_reader(workspace.store) as ledger:
        yield from excel_csv(_grid(workspace, basis, ledger, report, view, progress))


def export_workbook(
    file: BinaryIO,
    workspace: Workspace,
    basis: Basis,
    reports: Iterable[str],
    view: View,
    progress: Progress,
) -> None:
    """The reports as sheets of one workbook, with the sources and what they are about.

    `progress` is given which share of the figures was written, time and again.

    Raises:
        RefusedError: CDS354, there are more figures than a sheet has rows.
        OSError: The file cannot be written.
    """
    with open_reader(workspace.store) as ledger:
        grids = [_grid(workspace, basis, ledger, report, view, progress) for report in reports]
        header = report_header(workspace, basis, "status", ledger.cutoff(basis.known_at))
        grids += _sources_and_about(workspace, basis, ledger, header, view)
        with _too_many_rows():
            workbook.write_workbook(file, grids, caption(header, view))


def report_workbook(
    file: BinaryIO, workspace: Workspace, basis: Basis, report: PlanReport, view: View
) -> None:
    """The whole plan as a workbook: every report as a sheet under its title, and charts.

    The record is looked into as of the last submission that the report counts.

    Raises:
        RefusedError: CDS354, there are more figures than a sheet has rows.
        OSError: The file cannot be written.
    """
    from cdstrack.files.export.charts import write_report
    from cdstrack.render.annex.charts import chart_sheet

    header, head = report.header, caption(report.header, view)
    above = heading_lines(header, view)
    known_at = header.known_at or basis.known_at
    chosen = {detail.item.indicator.id for detail in report.indicators}
    with open_reader(workspace.store) as ledger:
        figures = (each for each in ledger.figures(known_at) if each.indicator in chosen)
        grids = [
            status.status_grid(report.status, view),
            status.gaps_grid(build_gaps(report.status), view),
            record.figures_grid(figures, view),
            record.log_grid(
                build_log(workspace, replace(basis, known_at=known_at), ledger, LogQuery()), view
            ),
            sources_grid(report.documents, view),
            about_grid(header, view, f"cdstrack {__version__}"),
        ]
        titled = [replace(grid, above=(grid.title, *above)) for grid in grids]
        charts = chart_sheet(report, view, above)
        with _too_many_rows():
            write_report(file, titled, charts, head)


@contextmanager
def _too_many_rows() -> Iterator[None]:
    """Refuses what has more rows than a sheet can hold."""
    try:
        yield
    except ValueError as error:
        if error.args != (workbook.MOST_ROWS,):
            raise
        raise RefusedError(Problem("CDS354", {"limit": str(workbook.MOST_ROWS)})) from None


def _figures(ledger: Reader, basis: Basis, progress: Progress) -> Iterator[Observation]:
    return told(ledger.figures(basis.known_at), ledger.figure_count(), progress, FEW)


def _grid(
    workspace: Workspace,
    basis: Basis,
    ledger: Reader,
    report: str,
    view: View,
    progress: Progress,
) -> Sheet:
    match report:
        case "figures":
            return record.figures_grid(_figures(ledger, basis, progress), view)
        case "log":
            return record.log_grid(build_log(workspace, basis, ledger, LogQuery()), view)
        case "gaps":
            return status.gaps_grid(build_gaps(read_status(workspace, basis)), view)
        case _:
            return status.status_grid(read_status(workspace, basis), view)


def _sources_and_about(
    workspace: Workspace, basis: Basis, ledger: Reader, header: ReportHeader, view: View
) -> list[Sheet]:
    documents: dict[str, Document | SourceDocument] = dict(workspace.plan.documents)
    documents |= {each.key: each for each in ledger.documents(basis.known_at)}
    about = about_grid(header, view, f"cdstrack {__version__}")
    return [sources_grid(documents, view), about]


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of a form to be filled in for one unit, which was in force `until` that day."""

    unit: str
    until: date
    rows: Sequence[RequestedObservation]
    documents: Mapping[str, SourceDocument]
    body: str | None
    """The id of the body that was asked for by name; null where all are asked."""


def read_form(
    workspace: Workspace, chosen: Filters, org_unit: str | None, on: str | None, as_of: date
) -> Form:
    """The indicators asked for with their last figures, by the body that answers for them.

    Whose figures is null for the plan's area, the period null for each indicator's next one.

    Raises:
        RefusedError: An argument cannot be read, or no indicator is asked for (CDS355).
    """
    plan = workspace.plan
    period = None if on is None else accept(read_period_on(on, as_of))
    unit = _found_unit(workspace, org_unit, period, as_of)
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(org_unit=unit)
        documents = all_documents(plan, ledger.documents())
    until = asked_until(plan, unit, as_of)
    asked = _asked(workspace, chosen, until, as_of)
    rows = requested_observations(asked, figures, unit, until, period)
    shown = _telling_names(plan).get(unit, unit)
    named = tuple(replace(row, org_unit_name=shown) for row in rows)
    leads = chosen.chosen.get("lead", frozenset())
    return Form(unit, until, named, documents, next(iter(leads)) if len(leads) == 1 else None)


def read_unit_forms(
    workspace: Workspace, chosen: Filters, org_unit: str | None, on: str | None, as_of: date
) -> Form:
    """One form for all units of an area: what is rolled up, unit by unit.

    Raises:
        RefusedError: As for `read_form`; CDS355 too where no unit of the area is to report.
    """
    plan = workspace.plan
    period = None if on is None else accept(read_period_on(on, as_of))
    area = _found_unit(workspace, org_unit, period, as_of)
    asked = [each for each in _asked(workspace, chosen, as_of, as_of) if each.rollup]
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(indicators={each.id for each in asked})
        documents = all_documents(plan, ledger.documents())
    by_unit: dict[str, list[Observation]] = {}
    for figure in figures:
        by_unit.setdefault(figure.org_unit, []).append(figure)
    names = _telling_names(plan)
    rows: list[RequestedObservation] = []
    for unit, of_unit in _units_asked(plan, area, asked, as_of).items():
        requested = requested_observations(of_unit, by_unit.get(unit, ()), unit, as_of, period)
        rows += [replace(row, org_unit_name=names.get(unit, unit)) for row in requested]
    if not rows:
        raise RefusedError(Problem("CDS355"))
    return Form(area, as_of, rows, documents, None)


def _units_asked(
    plan: Plan, area: str, asked: Sequence[Indicator], day: date
) -> dict[str, list[Indicator]]:
    """By unit that is there on a day, the indicators that are rolled up from its level."""
    units, found = units_of(plan), dict[str, list[Indicator]]()
    for indicator in asked:
        level = indicator.rollup.from_ if indicator.rollup else ""
        for unit, is_inside in units.parts_of(area, level).items():
            if is_inside and units.in_force(unit, day):
                found.setdefault(unit, []).append(indicator)
    return found


def _telling_names(plan: Plan) -> dict[str, str]:
    """By unit its name where import finds it by that, nothing else being called so."""
    language = plan.plan.language
    names = {unit: plan.unit_name(unit, language) for unit in plan.org_units}
    called = Counter(
        text
        for unit, label in plan.org_units.items()
        for text in {fold(each) for each in (unit, *label.texts, *label.aliases)}
    )
    return {unit: name for unit, name in names.items() if called[fold(name)] == 1}


def _found_unit(workspace: Workspace, typed: str | None, period: Period | None, as_of: date) -> str:
    """The unit that was typed, a code by the end of the period, else by the day; else the area."""
    if typed is None:
        return workspace.plan.area
    return accept(find_unit(typed, workspace.plan, period.end if period else as_of))


def _asked(workspace: Workspace, chosen: Filters, until: date, as_of: date) -> list[Indicator]:
    """The indicators that are wanted, by the body that answers for them; with targets first."""
    found = []
    for each in workspace.plan.indicators:
        body = responsible_on(workspace.plan, each, as_of)
        if is_asked(each, until) and chosen.keep_declared(each, body.unit if body else None):
            found.append(each)
    if not found:
        raise RefusedError(Problem("CDS355"))
    return sorted(found, key=lambda each: not each.targets)


def write_form(file: BinaryIO, workspace: Workspace, form: Form, as_of: date, view: View) -> None:
    """The form as a workbook, which import reads when it comes back.

    Raises:
        OSError: The file cannot be written.
    """
    sources = sources_grid(form.documents, view)
    head = caption(report_header(workspace, Basis(as_of), "status", None), view)
    names = list(form.documents)
    plan, language = workspace.plan, view.language
    body = plan.unit_name(form.body, language) if form.body else None
    title = Title(plan.plan.title.text(language), body, head)
    write_template(file, form.rows, names, sources, title=title, language=language)
