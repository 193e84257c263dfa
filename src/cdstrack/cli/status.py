"""`cdstrack status`: where every indicator stands."""

from typing import Annotated

import typer

from cdstrack.cli.common import Session
from cdstrack.cli.completion import complete_status
from cdstrack.cli.options import FILTERS, REPORT, Texts, argument, flag, option, takes
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import TABULAR


@takes(*REPORT, *FILTERS, formats=TABULAR)
def status(
    session: Session,
    filters: Annotated[Texts, argument("[FILTER]...")] = None,
    *,
    everything: Annotated[bool, flag("--all")] = False,
    fail_on: Annotated[
        Texts, option("--fail-on", metavar="STATUS", complete=complete_status)
    ] = None,
) -> None:
    """One row per indicator with targets; with `--all` the context figures too."""
    from cdstrack.cli.filters import read_filters, read_statuses
    from cdstrack.cli.reports import read_status, write_report
    from cdstrack.core.report import select

    chosen = read_filters(session, filters, FILTERS)
    failing = read_statuses(fail_on, "--fail-on")
    report = select(read_status(session, context=everything), chosen.keep)
    write_report(session, report)
    if not report.items:
        session.talk("filters.nothing")
    if any(item.status in failing for item in report.items):
        raise typer.Exit(ExitCode.FINDINGS)
