"""`cdstrack export`: figures and reports as files for programs and for Excel."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Text, Texts, argument, flag, offer, option, takes
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cdstrack.cli.app.progress import Progress


@takes(*REPORT, formats=(Format.CSV, Format.XLSX))
def export(
    ctx: typer.Context,
    file: Annotated[Text, argument("[FILE]")] = None,
    *,
    report: Annotated[
        Texts,
        option(
            "--report", metavar="NAME", complete=offer("figures", "status", "gaps", "log", "all")
        ),
    ] = None,
    excel: Annotated[bool, flag("--excel")] = False,
) -> None:
    """The current figures by default; a workbook takes several reports."""
    from cdstrack.cli.use_cases.export import export_workbook, read_reports

    run = Invocation.of(ctx)
    if file and run.given.output:
        raise RefusedError(Problem("CDS009", {"first": "FILE", "second": "--output"}))
    if file:
        run = replace(run, given=replace(run.given, output=file))
    workspace, wanted = run.workspace, read_reports(report)
    if run.output.format is Format.XLSX:
        if excel:
            raise RefusedError(Problem("CDS009", {"first": "--excel", "second": ".xlsx"}))
        if run.given.output is None:
            raise RefusedError(Problem("CDS349"))
        with run.output.data_file() as target, _bar(run) as show:
            export_workbook(target, workspace, run.basis, wanted, run.view, show)
    elif len(wanted) > 1:
        raise RefusedError(Problem("CDS353", {"reports": ", ".join(wanted)}))
    else:
        _write_csv(run, wanted[0], excel=excel)


def _write_csv(run: Invocation, report: str, *, excel: bool) -> None:
    """One report as CSV: the canonical one or the machine format, or as Excel opens it."""
    from cdstrack.cli.use_cases.export import excel_lines, figure_lines
    from cdstrack.cli.use_cases.log import read_log
    from cdstrack.cli.use_cases.reports import read_status
    from cdstrack.core.reports.gaps import build_gaps
    from cdstrack.render import renderings

    workspace, basis = run.workspace, run.basis
    if excel:
        with _bar(run) as show:
            run.output.write(excel_lines(workspace, basis, report, run.view, show))
    elif report == "figures":
        with _bar(run) as show:
            run.output.write(figure_lines(workspace, basis, show))
    elif report == "log":
        run.report(renderings.log, read_log(workspace, basis), run.sourced_view)
    else:
        status = read_status(workspace, basis)
        if report == "status":
            run.report(renderings.status, status)
        else:
            run.report(renderings.gaps, build_gaps(status))


def _bar(run: Invocation) -> "AbstractContextManager[Progress]":
    """Shows how far a file is; lines that go to the terminal itself show it themselves."""
    from cdstrack.cli.app.bar import bar_shown

    return bar_shown(run.sentence("export.writing"), when=run.given.output is not None)
