"""`cdstrack gaps`: what is still missing, the longest way first."""

from typing import Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.render.view import TABULAR


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=TABULAR)
def gaps(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    milestone: Annotated[opt.Text, opt.option("--milestone", metavar="YEAR|DATE")] = None,
) -> None:
    """One row per target, unknown last."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.reports import read_milestone, read_status
    from cdstrack.core.reports.status import build_gaps
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    plan = run.workspace.plan
    chosen = read_filters(plan, filters, run.given.named(opt.FILTERS))
    due = read_milestone(plan, milestone, run.language)
    report = build_gaps(read_status(run.workspace, run.basis, chosen), milestone=due)
    run.report(formats.gaps, report)
    if not report.rows:
        run.remark(nothing_matches(chosen))
