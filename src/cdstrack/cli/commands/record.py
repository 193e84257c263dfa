"""`cdstrack record`: one figure, as it is typed."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.render.view import Format


@opt.takes("format", formats=(Format.TEXT, Format.JSON))
def record(
    ctx: typer.Context,
    indicator: opt.Indicator,
    value: Annotated[str, opt.argument("VALUE")],
    *,
    on: opt.On = None,
    org_unit: opt.OrgUnit = None,
    by: opt.By = None,
    stated: opt.Stated = None,
    qualifier: opt.Qualifier = None,
    document: opt.Document = None,
    reported: opt.Reported = None,
    note: opt.Note = None,
    dry_run: opt.DryRun = False,
) -> None:
    """Says what was understood and what became of it."""
    from cdstrack.cli.use_cases.record import Beside, CellInput, FigureInput, record_figure
    from cdstrack.render.record.receipt import record_fields, record_text

    run = Invocation.of(ctx)
    beside = Beside(stated, qualifier, document, reported, note)
    typed = FigureInput(CellInput(indicator, on, org_unit, by), value, beside)
    receipt, warnings = record_figure(run.workspace, typed, run.author, dry_run=dry_run)
    run.note(receipt.submission)
    run.answer("record", partial(record_text, receipt), partial(record_fields, receipt))
    run.warn(warnings)
