"""`cdstrack scores`: self-assessed, appraised and final points, and where points are lost."""

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Indicator, On, OrgUnit, takes
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def scores(
    ctx: typer.Context, indicator: Indicator, *, org_unit: OrgUnit = None, on: On = None
) -> None:
    """The criteria of an index in the order of their codes, or one criterion."""
    from cdstrack.cli.use_cases.scores import read_scores
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    report = read_scores(run.workspace, run.basis, indicator, org_unit, on)
    run.report(renderings.scores, report, run.sourced_view)
