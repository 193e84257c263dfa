"""`cdstrack import`: a file of figures, all of it or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, flag, offer, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.importing import ImportRequest, ImportResult
    from cdstrack.core.reports.receipts import ImportReceipt
    from cdstrack.files.importing.form.reader import UncertainName
    from cdstrack.files.importing.open_file import ImportOptions
    from cdstrack.store.bulk_import import OnConflict

Text = str | None
_CONFLICTS = ("fail", "skip", "correct")
_ENCODINGS = ("utf-8", "utf-16", "cp1258")


@takes("format", formats=(Format.TEXT, Format.JSON))
def import_(
    session: Session,
    file: Annotated[str, argument("FILE")],
    *,
    form: Annotated[Text, option("--map", metavar="FORM", complete=offer("theo-doi"))] = None,
    on: Annotated[Text, option("--on", metavar="PERIOD")] = None,
    encoding: Annotated[
        Text, option("--encoding", metavar="NAME", complete=offer(*_ENCODINGS))
    ] = None,
    on_conflict: Annotated[
        Text, option("--on-conflict", metavar="WHAT", complete=offer(*_CONFLICTS))
    ] = None,
    reason: Annotated[Text, option("--reason", metavar="TEXT")] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says how many figures are new and how many were there already."""
    from cdstrack.cli.commands.import_dialogue import progress_shown
    from cdstrack.cli.use_cases.importing import Attendant, ImportRequest, import_figures
    from cdstrack.cli.use_cases.recording import new_act
    from cdstrack.core.record.acts import ActKind

    plan = session.plan  # an invalid plan is reported before anything else
    request = ImportRequest(
        Path(file),
        _options(form, on, encoding),
        _conflict(on_conflict, reason),
        dry_run,
        listing=session.format is not Format.JSON,
    )
    act = replace(new_act(session, ActKind.IMPORT), reason=_reason(reason))
    try:
        with progress_shown(session, request.file) as progress:
            attendant = Attendant(progress, _decide(session), partial(_say_backup, session))
            result = import_figures(
                request, plan, session.store_path.value, act, session.clock.today, attendant
            )
        _answer(session, request, result)
    except KeyboardInterrupt:
        session.talk("import.stopped")
        raise


def _decide(session: Session) -> "Callable[[Sequence[UncertainName]], Mapping[str, str]] | None":
    """Asks about names, where there is somebody to be asked."""
    from cdstrack.cli.commands.import_dialogue import ask_for_names, somebody_is_there

    return partial(ask_for_names, session) if somebody_is_there() else None


def _say_backup(session: Session, made: Path) -> None:
    session.talk("import.backup", file=str(made))


def _answer(session: Session, request: "ImportRequest", result: "ImportResult") -> None:
    """Says what became of the file.

    Raises:
        typer.Exit: It was refused.
    """
    import typer

    from cdstrack.cli.commands.import_dialogue import say_refusal, say_remarks, say_warnings
    from cdstrack.core.problem import ExitCode

    say_remarks(session, result.remarks)
    receipt = result.receipt
    if receipt and (receipt.trial or not receipt.refused):
        _write(session, receipt)
    if result.problems:
        conflicting, by_form = receipt.conflicting if receipt else 0, bool(request.options.form)
        say_refusal(session, str(request.file), result.problems, conflicting, by_form=by_form)
        raise typer.Exit(ExitCode.IMPORT)
    # The warnings about figures that were there already were given when those were recorded.
    if receipt and (receipt.new or receipt.corrected):
        say_warnings(session, result.warnings)


def _write(session: Session, receipt: "ImportReceipt") -> None:
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.render.record.receipt import import_fields, import_text

    if receipt.submission is not None:
        session.done.append(str(receipt.submission))
    render = partial(import_text, receipt), partial(import_fields, receipt)
    write_answer(session, "import", *render, session.sourced_view)


def _options(form: Text, on: Text, encoding: Text) -> "ImportOptions":
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.files.importing.open_file import ImportOptions
    from cdstrack.words.parse.dates import read_period

    found = None
    if form is not None:
        from cdstrack.files.importing.form.layout import find_form

        found = find_form(form)
    period = None if on is None else accept(read_period(on)).text
    return ImportOptions(encoding, found, period)


def _conflict(typed: Text, reason: Text) -> "OnConflict":
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.store.bulk_import import OnConflict
    from cdstrack.words.parse.clean import clean

    if typed is not None and typed not in _CONFLICTS:
        facts = {"where": "--on-conflict", "value": clean(typed), "allowed": ", ".join(_CONFLICTS)}
        raise RefusedError(Problem("CDS012", facts))
    if typed == "correct" and not (reason or "").strip():
        raise RefusedError(Problem("CDS348"))
    return OnConflict(typed or "fail")


def _reason(typed: Text) -> Text:
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.core.record.observation_rules import LONGEST_TEXT
    from cdstrack.words.parse.clean import clean

    if typed is None:
        return None
    reason = clean(typed).strip()
    if not reason:
        raise RefusedError(Problem("CDS222", {"where": "--reason"}))
    if len(reason) > LONGEST_TEXT:
        facts = {"where": "--reason", "limit": str(LONGEST_TEXT)}
        raise RefusedError(Problem("CDS222", facts))
    return reason
