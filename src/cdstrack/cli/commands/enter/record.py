"""`cdstrack record`: one figure, as it is typed."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.problem import Problem
    from cdstrack.core.reports.receipts import Receipt


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
    accept_doubt: opt.AcceptDoubt = None,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
) -> None:
    """Says what was understood and what became of it."""
    from cdstrack.cli.app.dialogue import somebody_is_there
    from cdstrack.cli.use_cases.figure_input import Beside, CellInput, FigureInput
    from cdstrack.cli.use_cases.record import record_figure

    run = Invocation.of(ctx)
    beside = Beside(stated, qualifier, document, reported, note)
    typed = FigureInput(CellInput(indicator, on, org_unit, by), value, beside)
    keep = partial(record_figure, run.workspace, typed, run.author, accept_doubt=accept_doubt)
    asked: tuple[Problem, ...] = ()
    if somebody_is_there() and not (yes or dry_run or accept_doubt):
        asked = keep(dry_run=True)[0].doubts
        if asked and not _is_confirmed(run, keep(dry_run=True)[0]):
            run.talk("record.left")
            raise typer.Exit(ExitCode.USAGE)
    receipt, warnings = keep(dry_run=dry_run)
    _answer(run, receipt, [each for each in warnings if each not in asked])


def _is_confirmed(run: Invocation, receipt: "Receipt") -> bool:
    """Whether a person takes a doubtful figure, having seen why and beside what."""
    from cdstrack.cli.app.dialogue import agrees
    from cdstrack.render.record.receipt import step_words

    run.warn(receipt.doubts)
    return agrees(run, "record.sure", step=step_words(receipt, run.view))


def _answer(run: Invocation, receipt: "Receipt", warnings: "list[Problem]") -> None:
    from cdstrack.render.record.receipt import record_fields, record_text

    run.note(receipt.submission)
    run.answer("record", partial(record_text, receipt), partial(record_fields, receipt))
    run.warn(warnings)
