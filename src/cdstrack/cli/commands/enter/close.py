"""`cdstrack close`: seals the figures of a period, approved as they are."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Reason, argument, option, takes
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def close(
    ctx: typer.Context,
    period: Annotated[str, argument("PERIOD")],
    *,
    by: Annotated[str, option("--by", metavar="NAME")],
    reason: Reason = None,
) -> None:
    """Says how many figures were sealed, and by which head."""
    from cdstrack.cli.use_cases.closing import close_period
    from cdstrack.render.record.closings import closing_fields, closing_text

    run = Invocation.of(ctx)
    receipt = close_period(run.workspace, period, by, run.author, reason)
    run.note(receipt.submission)
    run.answer("close", partial(closing_text, receipt), partial(closing_fields, receipt))
