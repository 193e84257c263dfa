"""`cdstrack owners`: who is responsible for what, and owes what."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import FILTERS, REPORT, FilterWords, Sort, flag, takes
from cdstrack.render.view import DOCUMENT


@takes(*REPORT, *FILTERS, formats=DOCUMENT)
def owners(
    ctx: typer.Context,
    filters: FilterWords = None,
    *,
    sort: Sort = None,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """Every lead body and person; with `--all` the context figures too."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.weekly import read_owners
    from cdstrack.core.reports.order import Order
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    chosen = read_filters(run.workspace.plan, filters, run.given.named(FILTERS))
    order = sort or Order.PLAN
    report = read_owners(run.workspace, run.basis, chosen, order=order, context=everything)
    run.report_found(renderings.owners, report, report.owners, nothing_matches(chosen))
