"""`cdstrack remind`: the text that asks one body for the figures it owes."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_org_unit
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, option, takes
from cdstrack.render.view import DOCUMENT, Format

FORMATS = tuple(each for each in DOCUMENT if each is not Format.JSON)


@takes(*REPORT, formats=FORMATS)
def remind(
    ctx: typer.Context,
    *,
    lead: Annotated[str, option("--lead", metavar="ID", complete=complete_org_unit)],
) -> None:
    """Prints it; where the body owes nothing, the text says so."""
    from cdstrack.cli.use_cases.weekly import find_lead, read_owners
    from cdstrack.render import formats

    run = Invocation.of(ctx)
    found = find_lead(run.workspace.plan, lead)
    report = read_owners(run.workspace, run.basis)
    run.report(partial(formats.reminder, lead=found), report)
