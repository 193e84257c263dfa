"""`cdstrack targets`: the plan as declared, in official wording."""

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import DECLARED_FILTERS, WRITTEN, FilterWords, takes
from cdstrack.render.view import TABULAR


@takes(*WRITTEN, "as_of", "plan_at", *DECLARED_FILTERS, formats=TABULAR)
def targets(ctx: typer.Context, filters: FilterWords = None) -> None:
    """Every indicator that has targets; needs no store."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.reports import read_targets
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    chosen = read_filters(run.workspace.plan, filters, run.given.named(DECLARED_FILTERS))
    report = read_targets(run.workspace, run.basis, chosen)
    run.report(formats.targets, report)
    if not report.indicators:
        run.remark(nothing_matches(chosen))
