"""`cdstrack record`: one figure, as it is typed."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import (
    complete_document,
    complete_group,
    complete_indicator,
    complete_org_unit,
    complete_qualifier,
)
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, Texts, argument, flag, option, takes
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def record(
    ctx: typer.Context,
    indicator: Annotated[str, argument("INDICATOR", complete_indicator)],
    value: Annotated[str, argument("VALUE")],
    *,
    on: Annotated[Text, option("--on", metavar="PERIOD")] = None,
    org_unit: Annotated[
        Text, option("--org-unit", metavar="ID", complete=complete_org_unit)
    ] = None,
    by: Annotated[Texts, option("--by", metavar="NAME=GROUP", complete=complete_group)] = None,
    stated: Annotated[Text, option("--stated", metavar="VALUE")] = None,
    qualifier: Annotated[
        Text, option("--qualifier", metavar="WORD", complete=complete_qualifier)
    ] = None,
    document: Annotated[
        Text, option("--document", metavar="ID", complete=complete_document)
    ] = None,
    reported: Annotated[Text, option("--reported", metavar="DATE")] = None,
    note: Annotated[Text, option("--note", metavar="TEXT")] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says what was understood and what became of it."""
    from cdstrack.cli.use_cases.record import FigureInput, record_figure
    from cdstrack.render.record.receipt import record_fields, record_text

    run = Invocation.of(ctx)
    typed = FigureInput(
        indicator, value, on, org_unit, by, stated, qualifier, document, reported, note
    )
    receipt, warnings = record_figure(run.workspace, typed, run.author, dry_run=dry_run)
    run.note(receipt.submission)
    run.answer("record", partial(record_text, receipt), partial(record_fields, receipt))
    run.warn(warnings)
