"""`cdstrack status`: where every indicator stands."""

from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_status
from cdstrack.cli.app.options import (
    FILTERS,
    METHODS,
    REPORT,
    Texts,
    argument,
    flag,
    offer,
    option,
    takes,
)
from cdstrack.cli.app.session import Session
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
    methods: Annotated[
        str | None, option("--methods", metavar="all|NAME,…", complete=offer("all", *METHODS))
    ] = None,
) -> None:
    """One row per indicator with targets; with `--all` the context figures too.

    With `--methods` there is a column for each method instead, and disagreements are marked.
    """
    from cdstrack.cli.use_cases.filters import read_filters, read_statuses, say_nothing_matches
    from cdstrack.cli.use_cases.methods import read_methods, write_comparison
    from cdstrack.cli.use_cases.reports import read_judged, write_report
    from cdstrack.core.reports.status import select
    from cdstrack.render import formats

    chosen = read_filters(session, filters, FILTERS)
    failing = read_statuses(fail_on, "--fail-on")
    compared = read_methods(methods)
    judged, figures = read_judged(session, context=everything)
    report = select(judged, chosen.keep)
    if compared:
        write_comparison(session, report, figures, compared)
    else:
        write_report(session, formats.status, report)
    if not report.items:
        say_nothing_matches(session, chosen)
    if any(item.status in failing for item in report.items):
        raise typer.Exit(ExitCode.FINDINGS)
