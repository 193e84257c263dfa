"""`cdstrack reopen`: opens a closed period again."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_closed
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import RequiredReason, argument, takes
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def reopen(
    ctx: typer.Context,
    period: Annotated[str, argument("PERIOD", complete_closed)],
    *,
    reason: RequiredReason,
) -> None:
    """Says which seal no longer holds."""
    from cdstrack.cli.use_cases.closing import reopen_period
    from cdstrack.render.record.closings import closing_fields, closing_text

    run = Invocation.of(ctx)
    receipt = reopen_period(run.workspace, period, reason, run.author)
    run.note(receipt.submission)
    run.answer("reopen", partial(closing_text, receipt), partial(closing_fields, receipt))
