"""`cdstrack explain`: the arithmetic of one indicator's verdicts, step by step."""

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Indicator, takes
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def explain(ctx: typer.Context, indicator: Indicator) -> None:
    """Figures used and left out, the steps to each verdict, and what other methods say."""
    from cdstrack.cli.use_cases.reports import explain_indicator
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    explanation = explain_indicator(run.workspace, run.basis, indicator)
    run.report(formats.explanation, explanation, run.sourced_view)
