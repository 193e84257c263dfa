"""`cdstrack report`: the picture of the whole plan, for leaders and as an annex."""

from dataclasses import replace
from typing import Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

FORMATS = (Format.HTML,)


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=FORMATS)
def report(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    sort: opt.Sort = None,
    everything: Annotated[bool, opt.flag("--all")] = False,
) -> None:
    """Figures, path and outlook of every indicator, in the format of the file's ending."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.plan_report import read_plan_report
    from cdstrack.core.reports.order import Order
    from cdstrack.render.report.page import report_pieces

    run = Invocation.of(ctx)
    if run.given.output is None and run.given.format is None:
        endings = ", ".join(f".{form}" for form in FORMATS)
        raise RefusedError(Problem("CDS028", {"endings": endings}))
    chosen = read_filters(run.workspace.plan, filters, run.given.named(opt.FILTERS))
    found = read_plan_report(
        run.workspace, run.basis, chosen, sort or Order.PLAN, context=everything
    )
    if not found.indicators:
        run.remark(nothing_matches(chosen))
    view = replace(run.view, kept=found.citations)
    run.output.write(report_pieces(found, view))
