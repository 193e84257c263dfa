"""`cdstrack backtest`: the accuracy of the forecasts on the plan's own series."""

from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Texts, argument, takes
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def backtest(
    ctx: typer.Context,
    indicators: Annotated[Texts, argument("[INDICATOR]...", complete_indicator)] = None,
) -> None:
    """Errors of forecast and range, and how often each word came true; all series, or these."""
    from cdstrack.cli.use_cases.reports import run_backtest
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    run.report(renderings.backtest, run_backtest(run.workspace, run.basis, indicators or ()))
