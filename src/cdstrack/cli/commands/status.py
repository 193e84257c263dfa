"""`cdstrack status`: where every indicator is."""

from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_status
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import (
    FILTERS,
    REPORT,
    Text,
    Texts,
    argument,
    flag,
    offer,
    option,
    takes,
)
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import TABULAR


@takes(*REPORT, *FILTERS, formats=TABULAR)
def status(
    ctx: typer.Context,
    filters: Annotated[Texts, argument("[FILTER]...")] = None,
    *,
    everything: Annotated[bool, flag("--all")] = False,
    fail_on: Annotated[
        Texts, option("--fail-on", metavar="STATUS", complete=complete_status)
    ] = None,
    methods: Annotated[
        Text, option("--methods", metavar="all|NAME,…", complete=offer("all", *MethodName))
    ] = None,
) -> None:
    """One row per indicator with targets; with `--all` the context figures too.

    With `--methods` there is a column for each method instead, and disagreements are marked.
    """
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters, read_statuses
    from cdstrack.cli.use_cases.reports import compare_methods, read_judged, read_methods
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    chosen = read_filters(run.workspace.plan, filters, run.given.named(FILTERS))
    failing = read_statuses(fail_on, "--fail-on")
    compared = read_methods(methods)
    judged = read_judged(run.workspace, run.basis, chosen, context=everything)
    if compared:
        comparison = compare_methods(run.workspace, run.basis, judged, compared)
        run.report(formats.comparison, comparison)
    else:
        run.report(formats.status, judged.report)
    if not judged.report.items:
        run.remark(nothing_matches(chosen))
    if any(item.status in failing for item in judged.report.items):
        raise typer.Exit(ExitCode.FINDINGS)
