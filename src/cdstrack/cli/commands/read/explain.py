"""`cdstrack explain`: the arithmetic of one indicator's verdicts, step by step."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Indicator, flag, takes
from cdstrack.render.view import OUTLINE, Format


@takes(*REPORT, formats=OUTLINE)
def explain(
    ctx: typer.Context,
    indicator: Indicator,
    *,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """Figures used and left out, the steps to each verdict, and what other methods say."""
    run = Invocation.of(ctx)
    if run.shows_kept(ctx):
        return
    from cdstrack.cli.use_cases.indicator import explain_indicator
    from cdstrack.render import renderings
    from cdstrack.render.indicator.newest import MOST_LEFT_OUT

    is_whole = everything or run.output.format is Format.JSON
    most = None if is_whole else MOST_LEFT_OUT
    explanation = explain_indicator(run.workspace, run.basis, indicator, most=most)
    run.report(
        partial(renderings.explanation, everything=everything), explanation, run.sourced_view
    )
