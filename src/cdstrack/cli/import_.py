"""`cdstrack import`: a file of figures, all of it or nothing."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

from cdstrack.cli.common import Session
from cdstrack.cli.options import argument, flag, takes
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.receipt import Intake
    from cdstrack.files.figures_csv import Figures
    from cdstrack.store.intake import Taken
    from cdstrack.store.ledger import Ledger


@takes("format", formats=(Format.TEXT, Format.JSON))
def import_(
    session: Session,
    file: Annotated[str, argument("FILE")],
    *,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says how many figures are new and how many were there already."""
    from cdstrack.cli.edge import say_problems
    from cdstrack.files.figures_csv import read_figures
    from cdstrack.render.receipt import import_json, import_text
    from cdstrack.store.ledger import open_writer

    plan, today = session.plan, session.clock.today
    with open_writer(session.store_path.value) as ledger:
        documents = {document.key for document in ledger.documents()}
        figures = read_figures(Path(file), plan, today=today, documents=documents)
        intake = _take_in(session, ledger, figures, dry_run=dry_run)
    render = import_json if session.format is Format.JSON else import_text
    session.write(render(intake, session.view))
    # About figures that were there already it was said when they were recorded.
    if intake.new and figures.warnings:
        say_problems(figures.warnings, session.language.value)


class _TrialError(Exception):
    """Takes back what a trial has written, by leaving its transaction."""


def _take_back() -> NoReturn:
    raise _TrialError


def _take_in(session: Session, ledger: "Ledger", figures: "Figures", *, dry_run: bool) -> "Intake":
    """The figures as one submission; of a trial nothing stays.

    Raises:
        ImportRefusedError: The file holds a mistake, or contradicts the record.
        OSError: The file cannot be read.
    """
    from cdstrack.cli.recording import new_act
    from cdstrack.core.record import Kind
    from cdstrack.store.intake import take_in

    digest = figures.digest
    act = replace(
        new_act(session, Kind.IMPORT), source_name=figures.path.name, source_digest=digest
    )
    try:
        with ledger.writing() as write:
            taken = take_in(write, act, figures.parcels, file=str(figures.path))
            if dry_run:
                _take_back()
    except _TrialError:
        taken = replace(taken, submission=None)
    return _told(taken, figures, dry_run=dry_run)


def _told(taken: "Taken", figures: "Figures", *, dry_run: bool) -> "Intake":
    from cdstrack.core.receipt import Intake

    return Intake(
        file=str(figures.path),
        digest=figures.digest,
        new=taken.new,
        same=taken.same,
        submission=taken.submission.id if taken.submission else None,
        trial=dry_run,
    )
