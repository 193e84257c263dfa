"""`cdstrack record`: one figure, as it is typed."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.completion import complete_indicator, complete_org_unit
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.cli.commands.enter.confirming import Entry
    from cdstrack.core.reports.receipts import Receipt


@opt.takes("format", formats=(Format.TEXT, Format.JSON))
def record(
    ctx: typer.Context,
    indicator: Annotated[opt.Text, opt.argument("[INDICATOR]", complete_indicator)] = None,
    value: Annotated[opt.Text, opt.argument("[VALUE]")] = None,
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
    late: opt.Late = None,
    yes: opt.Yes = False,
    owed: Annotated[bool, opt.flag("--owed")] = False,
    lead: Annotated[
        opt.Text, opt.option("--lead", metavar="ID", complete=complete_org_unit)
    ] = None,
    dry_run: opt.DryRun = False,
) -> None:
    """Says what was understood and what became of it; at a terminal asks for what is missing."""
    from cdstrack.cli.app.dialogue import somebody_is_there
    from cdstrack.cli.commands.enter.confirming import Entry
    from cdstrack.cli.use_cases.figure_input import Beside, CellInput, FigureInput
    from cdstrack.cli.use_cases.record import record_figure

    run = Invocation.of(ctx)
    beside = Beside(stated, qualifier, document, reported, note)
    typed = FigureInput(CellInput(indicator or "", on, org_unit, by), value or "", beside)
    if owed or lead or not (indicator and value):
        entry = Entry(run, typed, accept_doubt, late, yes=yes, dry_run=dry_run)
        _ask(entry, is_owed=owed or lead is not None, lead=lead)
        return
    keep = partial(
        record_figure, run.workspace, typed, run.author, accept_doubt=accept_doubt, late=late
    )
    asked: tuple[Problem, ...] = ()
    if somebody_is_there() and not (yes or dry_run or accept_doubt):
        asked = keep(dry_run=True)[0].doubts
        if asked and not _is_confirmed(run, keep(dry_run=True)[0]):
            run.talk("record.left")
            raise typer.Exit(ExitCode.USAGE)
    receipt, warnings = keep(dry_run=dry_run)
    _answer(run, receipt, [each for each in warnings if each not in asked])


def _ask(entry: "Entry", *, is_owed: bool, lead: opt.Text) -> None:
    """Asks for what was left out.

    Raises:
        RefusedError: CDS009, options that exclude each other; CDS003 or CDS035, nobody can be asked.
    """
    from cdstrack.cli.app.dialogue import somebody_is_there
    from cdstrack.cli.commands.enter.record_dialogue import record_one, record_owed
    from cdstrack.cli.use_cases.choices import read_owed

    run, cell = entry.run, entry.given.cell
    if is_owed:
        named = {"INDICATOR": cell.indicator, "--org-unit": cell.org_unit, "--by": cell.by}
        others = {**named, "--on": cell.on, "--dry-run": entry.dry_run}
        if other := next((name for name, given in others.items() if given), None):
            raise RefusedError(Problem("CDS009", {"first": "--owed", "second": other}))
    if not somebody_is_there():
        raise RefusedError(_nobody_there(entry, is_owed=is_owed))
    if is_owed:
        record_owed(entry, read_owed(run.workspace, run.basis, lead))
    else:
        record_one(entry)


def _nobody_there(entry: "Entry", *, is_owed: bool) -> Problem:
    """What is missing where nobody can be asked for it."""
    if is_owed:
        return Problem("CDS035")
    given = entry.given
    missing = {"INDICATOR": given.cell.indicator, "VALUE": given.value, "--on": given.cell.on}
    lacking = [name for name, typed in missing.items() if not typed]
    facts = {
        "name": ", ".join(lacking),
        "several": "yes" if len(lacking) > 1 else "",
        "usage": "cdstrack record INDICATOR VALUE --on PERIOD",
    }
    return Problem("CDS003", facts)


def _is_confirmed(run: Invocation, receipt: "Receipt") -> bool:
    """Whether a person takes a doubtful figure, having seen why and beside what."""
    from cdstrack.cli.app.dialogue import agrees
    from cdstrack.render.record.receipt import step_words

    run.complain(receipt.doubts)
    return agrees(run, "record.sure", step=step_words(receipt.previous, receipt.figure, run.view))


def _answer(run: Invocation, receipt: "Receipt", warnings: "list[Problem]") -> None:
    from cdstrack.render.record.receipt import record_fields, record_text

    run.note(receipt.submission)
    run.answer("record", partial(record_text, receipt), partial(record_fields, receipt))
    run.complain(warnings)
