"""`cdstrack targets`: the plan as declared, in official wording."""

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import DECLARED_FILTERS, WRITTEN, FilterWords, Sort, takes
from cdstrack.render.view import TABULAR


@takes(*WRITTEN, "as_of", "plan_at", *DECLARED_FILTERS, formats=TABULAR)
def targets(ctx: typer.Context, filters: FilterWords = None, *, sort: Sort = None) -> None:
    """Every indicator that has targets; needs no store.

    Raises:
        RefusedError: CDS012, the order is one of verdicts or figures, of which there are none here.
    """
    from cdstrack.cli.app.settings import one_of
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.reports import read_targets
    from cdstrack.core.reports.order import Order
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    one_of("--sort", sort or Order.PLAN, (Order.PLAN, Order.LEAD))
    chosen = read_filters(run.workspace.plan, filters, run.given.named(DECLARED_FILTERS))
    report = read_targets(run.workspace, run.basis, chosen, sort)
    run.report_found(renderings.targets, report, report.indicators, nothing_matches(chosen))
