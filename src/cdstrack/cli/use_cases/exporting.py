"""Figures and reports written to files: canonical CSV, CSV for Excel, workbooks.

Owns which tables go into which file. A workbook is written from one look into the store.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Document
    from cdstrack.core.record.acts import SourceDocument, Submission
    from cdstrack.core.record.sheet import Sheet
    from cdstrack.core.reports.history import LogAct, LogReport
    from cdstrack.core.reports.status import ReportHeader, StatusReport
    from cdstrack.store.reading import Reader

_TOLD = 1000
"""So many changes of an act are looked at; a table tells the first few and counts the rest."""


def write_csv(session: Session, report: str, *, excel: bool) -> None:
    """One report as CSV: the canonical one or the machine format, or as Excel opens it.

    Raises:
        StoreUnusableError: The store cannot be read.
        OSError: The file cannot be written.
    """
    from cdstrack.cli.use_cases.reports import read_status, write_report
    from cdstrack.core.reports.status import build_gaps
    from cdstrack.render import formats
    from cdstrack.store.ledger import open_reader

    if excel or report == "figures":
        with open_reader(session.store_path.value) as ledger:
            session.write(_figure_lines(session, ledger, report, excel=excel))
    elif report == "log":
        with open_reader(session.store_path.value) as ledger:
            log = _log(session, ledger)
        write_report(session, formats.log, log, session.sourced_view)
    else:
        found = read_status(session)
        if report == "status":
            write_report(session, formats.status, found)
        else:
            write_report(session, formats.gaps, build_gaps(found))


def _figure_lines(session: Session, ledger: "Reader", report: str, *, excel: bool) -> Iterable[str]:
    if not excel:
        from cdstrack.files.importing.canonical.reader import figure_lines

        return figure_lines(ledger.figures(session.known_at))
    from cdstrack.files.export.excel_csv import excel_csv

    return excel_csv(_grid(session, ledger, report))


def write_xlsx(session: Session, reports: Iterable[str]) -> None:
    """The reports as sheets of one workbook, with the sources and what it speaks about.

    Raises:
        RefusedError: CDS354, there are more figures than a sheet has rows.
        StoreUnusableError: The store cannot be read.
        OSError: The file cannot be written.
    """
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.files.export.workbook import MOST_ROWS, write_workbook
    from cdstrack.render.status.grids import caption
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        grids = [_grid(session, ledger, report) for report in reports]
        header = _header(session, ledger)
        grids += _beside(session, ledger, header)
        try:
            with session.output_file(Path(session.given.output or "")) as file:
                write_workbook(file, grids, caption(header, session.view))
        except ValueError as error:
            if error.args != (MOST_ROWS,):
                raise
            raise RefusedError(Problem("CDS354", {"limit": str(MOST_ROWS)})) from None


def _grid(session: Session, ledger: "Reader", report: str) -> "Sheet":
    from cdstrack.render.record import grids as record
    from cdstrack.render.status import grids as status

    makers: Mapping[str, Callable[[], Sheet]] = {
        "figures": lambda: record.figures_grid(ledger.figures(session.known_at), session.view),
        "status": lambda: status.status_grid(_status(session), session.view),
        "gaps": lambda: _gaps(session),
        "log": lambda: record.log_grid(_log(session, ledger), session.view),
    }
    return makers[report]()


def _status(session: Session) -> "StatusReport":
    from cdstrack.cli.use_cases.reports import read_status

    return read_status(session)


def _gaps(session: Session) -> "Sheet":
    from cdstrack.core.reports.status import build_gaps
    from cdstrack.render.status.grids import gaps_grid

    return gaps_grid(build_gaps(_status(session)), session.view)


def _header(session: Session, ledger: "Reader") -> "ReportHeader":
    from cdstrack.cli.use_cases.reports import report_header

    last = ledger.knowledge(session.known_at)
    return report_header(session, "status", last.at if last else None)


def _beside(session: Session, ledger: "Reader", header: "ReportHeader") -> "list[Sheet]":
    """The sources, and what the workbook speaks about."""
    from cdstrack import __version__
    from cdstrack.render.record.grids import sources_grid
    from cdstrack.render.status.grids import about_grid

    documents: dict[str, Document | SourceDocument] = dict(session.plan.documents)
    documents |= {each.key: each for each in ledger.documents(session.known_at)}
    about = about_grid(header, session.view, f"cdstrack {__version__}")
    return [sources_grid(documents, session.view), about]


def _log(session: Session, ledger: "Reader") -> "LogReport":
    from cdstrack.cli.use_cases.reports import report_header
    from cdstrack.core.reports.history import LogReport

    undone = ledger.undone(session.known_at)
    acts = tuple(
        _act(ledger, submission, undone)
        for submission in ledger.submissions(known_at=session.known_at)
    )
    known_at = max((act.submission.at for act in acts), default=None)
    return LogReport(report_header(session, "log", known_at), acts)


def _act(ledger: "Reader", submission: "Submission", undone: frozenset[int]) -> "LogAct":
    from itertools import islice

    from cdstrack.core.reports.history import LogAct

    number = submission.id
    told = tuple(islice(ledger.iter_changes(number), _TOLD))
    return LogAct(
        submission,
        told,
        ledger.change_count(number) - len(told),
        undone=number in undone,
        documents=tuple(ledger.documents_changed(number)),
        warnings=tuple(ledger.acknowledgements_changed(number)),
    )
