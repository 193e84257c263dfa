"""Figures and reports as files: canonical CSV, CSV for Excel, workbooks.

Owns which tables go into which file; each file comes from a single read of the store. A view gives
the labels of the tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from cdstrack import __version__
from cdstrack.cli.app.progress import FEW, Progress, told
from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.log import LogQuery, build_log
from cdstrack.cli.use_cases.reports import read_status
from cdstrack.core.plan.model import Document
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.sheet import Sheet
from cdstrack.core.reports.gaps import build_gaps
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.files.export import workbook
from cdstrack.files.export.excel_csv import excel_csv
from cdstrack.files.importing.canonical import reader
from cdstrack.render.record import grids as record
from cdstrack.render.record.grids import sources_grid
from cdstrack.render.status import grids as status
from cdstrack.render.status.grids import about_grid, caption, heading_lines
from cdstrack.render.view import View
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean

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
    """One report as lines of CSV for Excel."""
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
    """The reports as sheets of one workbook, with sheets of sources and of facts about the file.

    `progress` receives, now and then, the share of the figures that was written.

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

    The record is read as of the last submission that the report counts.

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
    """Turns the error about too many rows for a sheet into a refusal (CDS354)."""
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
