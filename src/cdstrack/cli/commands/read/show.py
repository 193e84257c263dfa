"""`cdstrack show`: everything about one indicator on one page."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Indicator, flag, takes
from cdstrack.render.view import OUTLINE, Format


@takes(*REPORT, formats=OUTLINE)
def show(
    ctx: typer.Context,
    indicator: Indicator,
    *,
    no_chart: Annotated[bool, flag("--no-chart")] = False,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """Declaration, targets with verdicts, a chart, and the newest figures, or all, with their history."""
    run = Invocation.of(ctx)
    if run.shows_kept(ctx):
        return
    from cdstrack.cli.app.terminal import is_terminal
    from cdstrack.cli.use_cases.indicator import show_indicator
    from cdstrack.render import renderings
    from cdstrack.render.indicator.newest import MOST_LISTED

    drawing = not no_chart and run.given.output is None and is_terminal()
    is_whole = everything or run.output.format is Format.JSON
    most = None if is_whole else MOST_LISTED
    report = show_indicator(run.workspace, run.basis, indicator, most=most)
    rendered = partial(renderings.detail, chart=drawing, everything=everything)
    run.report(rendered, report, run.sourced_view)
