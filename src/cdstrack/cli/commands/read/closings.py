"""`cdstrack closings`: the closed periods, and what has changed since."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_closed
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Text, argument, takes
from cdstrack.render.view import Format


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def closings(
    ctx: typer.Context, period: Annotated[Text, argument("[PERIOD]", complete_closed)] = None
) -> None:
    """Each with its seal, the figures that came later, and the indicators that moved."""
    from cdstrack.cli.use_cases.closing import read_closings
    from cdstrack.render.record.closings import closings_fields, closings_text

    run = Invocation.of(ctx)
    found = read_closings(run.workspace, run.basis, period)
    run.answer("closings", partial(closings_text, found), partial(closings_fields, found))
