"""`cdstrack owners`: who is responsible for what, and owes what."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, flag, takes
from cdstrack.render.view import DOCUMENT


@takes(*REPORT, formats=DOCUMENT)
def owners(ctx: typer.Context, *, everything: Annotated[bool, flag("--all")] = False) -> None:
    """Every lead body and person; with `--all` the context figures too."""
    from cdstrack.cli.use_cases.weekly import read_owners
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    run.report(formats.owners, read_owners(run.workspace, run.basis, context=everything))
