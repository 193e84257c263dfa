"""`cdstrack units`: the administrative units of a day."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Texts, argument, flag, takes
from cdstrack.render.view import TABULAR


@takes(*WRITTEN, "as_of", "plan_at", formats=TABULAR)
def units(
    ctx: typer.Context,
    words: Annotated[Texts, argument("[WORD]...")] = None,
    *,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """The tree of units on a day; with `--all` those of every day."""
    from cdstrack.cli.use_cases.units import read_units_report
    from cdstrack.render import renderings

    run = Invocation.of(ctx)
    report = read_units_report(run.workspace, run.basis, words or (), ever=everything)
    run.report(renderings.units, report)
