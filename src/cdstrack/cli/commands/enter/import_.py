"""`cdstrack import`: a file of figures, all of it or nothing."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import (
    AcceptDoubt,
    DryRun,
    Late,
    On,
    OrgUnit,
    Reason,
    Text,
    argument,
    flag,
    offer,
    option,
    takes,
)
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from datetime import date

    from cdstrack.cli.use_cases.importing import ImportRequest, ImportResult
    from cdstrack.core.reports.receipts import ImportReceipt
    from cdstrack.files.importing.open_file import ImportOptions
    from cdstrack.store.intake import OnConflict

_ENCODINGS = ("utf-8", "utf-16", "cp1258")

Conflict = StrEnum("Conflict", ["FAIL", "SKIP", "CORRECT"])
"""What becomes of a figure whose cell holds another one."""


@takes("format", formats=(Format.TEXT, Format.JSON))
def import_(
    ctx: typer.Context,
    file: Annotated[str, argument("FILE")],
    *,
    form: Annotated[
        Text, option("--map", metavar="FORM", complete=offer("theo-doi", "dti-xa"))
    ] = None,
    on: On = None,
    org_unit: OrgUnit = None,
    encoding: Annotated[
        Text, option("--encoding", metavar="NAME", complete=offer(*_ENCODINGS))
    ] = None,
    on_conflict: Annotated[Conflict, option("--on-conflict", metavar="WHAT")] = Conflict.FAIL,
    reason: Reason = None,
    late: Late = None,
    accept_doubt: AcceptDoubt = None,
    save_names: Annotated[Text, option("--save-names", metavar="MAP")] = None,
    strict: Annotated[bool, flag("--strict")] = False,
    dry_run: DryRun = False,
) -> None:
    """Says how many figures are new and how many were there already."""
    from cdstrack.cli.app.dialogue import somebody_is_there
    from cdstrack.cli.app.workspace import new_act, read_text
    from cdstrack.cli.commands.enter.import_dialogue import progress_shown
    from cdstrack.cli.commands.enter.name_dialogue import Names
    from cdstrack.cli.use_cases.importing import Attendant, ImportRequest, import_figures
    from cdstrack.core.record.acts import ActKind

    run = Invocation.of(ctx)
    workspace = run.workspace  # an invalid plan is reported before anything else
    request = ImportRequest(
        Path(file),
        _options(form, on, encoding, org_unit, run.clock.today),
        _conflict(on_conflict, reason),
        dry_run,
        listing=run.output.format is not Format.JSON,
        strict=strict,
        accept_doubt=read_text("--accept-doubt", accept_doubt),
    )
    names = Names.kept_in(run, save_names, form)
    act = new_act(workspace, run.author, ActKind.IMPORT, reason, late)
    try:
        with progress_shown(run, request.file) as progress:
            decide = names.decide if somebody_is_there() else None
            attendant = Attendant(progress, decide, partial(_say_backup, run))
            result = import_figures(
                request, workspace.plan, workspace.store, act, run.clock.today, attendant
            )
        try:
            _answer(run, request, result, form)
        finally:
            names.keep(result.uncertain)
    except KeyboardInterrupt:
        run.talk("import.stopped")
        raise


def _say_backup(run: Invocation, made: Path) -> None:
    run.talk("import.backup", file=str(made))


def _answer(run: Invocation, request: "ImportRequest", result: "ImportResult", form: Text) -> None:
    """Says what became of the file."""
    from cdstrack.cli.commands.enter.import_dialogue import say_refusal, say_remarks, say_warnings
    from cdstrack.core.problem import ExitCode

    say_remarks(run, result.remarks)
    receipt = result.receipt
    if receipt and (receipt.trial or not receipt.refused):
        _write(run, receipt)
    if result.problems:
        conflicting = receipt.conflicting if receipt else 0
        near, file = sum(each.kind == "indicator" for each in result.uncertain), str(request.file)
        say_refusal(run, file, result.problems, conflicting, near, form=form)
        raise typer.Exit(ExitCode.IMPORT)
    # The warnings about figures that were there already were given when those were recorded.
    if receipt and (receipt.new or receipt.corrected):
        say_warnings(run, [*result.warnings, *result.doubts])


def _write(run: Invocation, receipt: "ImportReceipt") -> None:
    from cdstrack.render.record.intake import import_fields, import_text

    run.note(receipt.submission)
    run.answer("import", partial(import_text, receipt), partial(import_fields, receipt))


def _options(
    form: Text, on: Text, encoding: Text, org_unit: Text, today: "date"
) -> "ImportOptions":
    from cdstrack.core.problem import accept
    from cdstrack.files.importing.open_file import ImportOptions
    from cdstrack.words.parse.dates import read_period_on

    found = None
    if form is not None:
        from cdstrack.files.importing.form.description import find_form

        found = find_form(form)
    period = None if on is None else accept(read_period_on(on, today)).text
    return ImportOptions(encoding, found, period, org_unit)


def _conflict(typed: Conflict, reason: Text) -> "OnConflict":
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.store.intake import OnConflict

    if typed is Conflict.CORRECT and not (reason or "").strip():
        raise RefusedError(Problem("CDS348"))
    return OnConflict(typed.value)
