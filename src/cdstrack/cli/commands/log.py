"""`cdstrack log`: who recorded what, and when."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Text, flag, option, takes
from cdstrack.render.view import TABULAR, Format


@takes(*WRITTEN, "known_at", "indicator", formats=TABULAR)
def log(
    ctx: typer.Context,
    *,
    last: Annotated[Text, option("--last", "-n", metavar="N")] = None,
    patch: Annotated[bool, flag("--patch", "-p")] = False,
    who: Annotated[Text, option("--who", metavar="NAME")] = None,
    since: Annotated[Text, option("--since", metavar="TIME")] = None,
    until: Annotated[Text, option("--until", metavar="TIME")] = None,
) -> None:
    """One line a submission, the latest first."""
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.log import LogQuery, read_log
    from cdstrack.render import formats
    from cdstrack.render.record.log import log_patch

    run = Invocation.of(ctx)
    workspace = run.workspace
    limit = None if last is None else read_number(last, "--last")
    query = LogQuery(run.given.indicator or (), who, since, until, limit)
    report = read_log(workspace, run.basis, query)
    if patch and run.output.format in {Format.TABLE, Format.TEXT}:
        run.output.write(log_patch(report, run.sourced_view))
    else:
        run.report(formats.log, report, run.sourced_view)
