"""`cdstrack gaps`: what is missing to each target, the largest remaining share first."""

from functools import partial

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.render.view import TABULAR


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=TABULAR)
def gaps(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    long: opt.Long = False,
    sort: opt.Sort = None,
) -> None:
    """One row per target, the longest way to go first unless sorted otherwise, unknown last."""
    run = Invocation.of(ctx)
    if run.shows_kept(ctx):
        return
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.reports import read_status
    from cdstrack.core.reports.arrange import gaps_in_order
    from cdstrack.core.reports.order import Order
    from cdstrack.render import renderings

    plan = run.workspace.plan
    chosen = read_filters(plan, filters, run.given.named(opt.FILTERS))
    found = read_status(run.workspace, run.basis, chosen)
    report = gaps_in_order(found, sort or Order.GAP)
    rendering = partial(renderings.gaps, long=long)
    run.report_found(rendering, report, report.rows, nothing_matches(chosen))
