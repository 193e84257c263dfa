"""`cdstrack log`: who recorded what, and when."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Text, flag, option, takes
from cdstrack.core.problem import ExitCode
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
    verify: Annotated[Text, option("--verify", metavar="HEX")] = None,
) -> None:
    """One line a submission, the latest first."""
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.log import LogQuery, read_log
    from cdstrack.render import renderings
    from cdstrack.render.page.folding import folded
    from cdstrack.render.record.log import log_patch

    run = Invocation.of(ctx)
    if verify is not None:
        _verify(run, verify)
        return
    workspace = run.workspace
    limit = None if last is None else read_number(last, "--last")
    query = LogQuery(run.given.indicator or (), who, since, until, limit)
    report = read_log(workspace, run.basis, query)
    if patch and run.output.format in {Format.TABLE, Format.TEXT}:
        view = run.sourced_view
        run.output.show(folded(log_patch(report, view), view.width), run.pager)
    else:
        run.report(renderings.log, report, run.sourced_view)


def _verify(run: Invocation, typed: str) -> None:
    """Says whether the record is still the one that a printed head vouches for.

    Raises:
        RefusedError: CDS718, the text is no head.
        StoreUnusableError: The store cannot be read.
        typer.Exit: It is not (10).
    """
    from cdstrack.cli.use_cases.log import read_head, verify_head

    run.output.only(Format.TEXT)
    answer = verify_head(run.workspace, read_head(typed), run.language)
    run.tell(answer.key, **answer.facts)
    if not answer.holds:
        raise typer.Exit(ExitCode.FINDINGS)
