"""`cdstrack whatif`: what assumed figures would change, and where an index can gain points."""

from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, By, Text, Texts, argument, option, takes
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def whatif(
    ctx: typer.Context,
    assumptions: Annotated[Texts, argument("[INDICATOR=VALUE]...", complete_indicator)] = None,
    *,
    to: Annotated[Text, option("--to", metavar="VALUE")] = None,
    by: By = None,
) -> None:
    """The indicators that change, before and after; with `--to` the members of an index."""
    from cdstrack.cli.use_cases.scores import assume, read_goal
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    typed = assumptions or []
    if to is not None:
        run.report(renderings.goal, read_goal(run.workspace, run.basis, typed, to))
        return
    if not typed:
        raise RefusedError(Problem("CDS248"))
    report = assume(run.workspace, run.basis, typed, by or (), run.clock.today)
    run.report(renderings.what_if, report)
