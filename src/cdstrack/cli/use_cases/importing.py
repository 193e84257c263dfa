"""From a file of figures to a submission: read, compared, kept or refused as a whole.

Owns the order in which file, record and reader of the answer are dealt with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.problem import Problem
    from cdstrack.files.importing.canonical.reader import Figures
    from cdstrack.files.importing.form.reader import FormFigures
    from cdstrack.files.importing.open_file import Told
    from cdstrack.store.bulk_import import OnConflict, Taken
    from cdstrack.store.ledger import Ledger

_LISTED, _LISTED_WHEN_KEPT = 50, 20
"""So many figures are listed of a trial, and of a form that is kept, where there are no more."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    file: str
    told: "Told"
    on_conflict: "OnConflict"
    reason: str | None
    dry_run: bool


def take_file(session: Session, order: Order) -> None:
    """Takes the file in and says what became of it.

    Raises:
        typer.Exit: The file holds a mistake, or contradicts the record, and this was told; nothing
            is kept.
        StoreUnusableError: The store cannot be used.
        OSError: The file cannot be read.
    """
    import typer

    from cdstrack.core.problem import ImportRefusedError

    try:
        _take_file(session, order)
    except ImportRefusedError as refused:
        taken = getattr(refused, "taken", None)
        _refuse(session, order, refused.problems, taken.conflicting if taken else 0)
        raise typer.Exit(refused.exit_code) from None
    except KeyboardInterrupt:
        session.talk("import.stopped")
        raise


def _take_file(session: Session, order: Order) -> None:
    from cdstrack.cli.use_cases.import_names import ask_for_names
    from cdstrack.cli.use_cases.import_progress import progress_shown
    from cdstrack.cli.use_cases.import_remarks import say_remarks, say_warnings
    from cdstrack.files.importing.open_file import open_figures
    from cdstrack.store.bulk_import import IntakeRefusedError
    from cdstrack.store.dry_run import open_trial
    from cdstrack.store.ledger import open_writer

    path = Path(order.file)
    opened = open_trial if order.dry_run else open_writer
    with opened(session.store_path.value) as ledger, progress_shown(session, path) as progress:
        documents = {document.key: document.title for document in ledger.documents()}
        figures = open_figures(
            path,
            session.plan,
            order.told,
            today=session.clock.today,
            documents=documents,
            progress=progress,
        )
        _offer_form(figures)
        ask_for_names(session, figures)
        try:
            taken = _take_in(session, ledger, figures, order)
        except IntakeRefusedError as refused:
            say_remarks(session, figures, order.told)
            if order.dry_run:
                _answer(session, figures, refused.taken, order, refused=True)
            raise
    say_remarks(session, figures, order.told)
    _answer(session, figures, taken, order, refused=False)
    # About figures that were there already it was said when they were recorded.
    if taken.new or taken.corrected:
        say_warnings(session, figures.warnings)


def _offer_form(figures: "Figures | FormFigures") -> None:
    """Says which shipped form a file has, instead of what it lacks to be another one.

    Raises:
        ImportRefusedError: CDS325, it has one.
    """
    from cdstrack.core.problem import ImportRefusedError
    from cdstrack.files.importing.form.detect import shipped_fit
    from cdstrack.files.importing.form.reader import FormFigures

    if isinstance(figures, FormFigures) and (fit := shipped_fit(figures)):
        raise ImportRefusedError(fit)


def _refuse(
    session: Session, order: Order, problems: "Sequence[Problem]", conflicting: int
) -> None:
    """Tells every problem, how many there are, that nothing was recorded, and the ways out.

    `conflicting` figures differ from recorded ones; not all of them need be among the problems.
    """
    from cdstrack.cli.app.errors import say_problems
    from cdstrack.words.parse.numbers import format_number

    say_problems(problems, session.spoken_language)
    unlisted = sum(int(each.facts["count"]) - 1 for each in problems if each.code == "CDS309")
    told = {"file": order.file, "count": str(len(problems) + unlisted)}
    session.talk("import.refused_whole", **told)
    if conflicting:
        number = format_number(conflicting, session.spoken_language)
        session.talk("import.conflicts", count=number)
    unknown = sum(each.facts.get("where") == "indicator" for each in problems)
    if unknown and order.told.form is not None:
        session.talk("import.names", count=str(unknown))


def _take_in(
    session: Session, ledger: "Ledger", figures: "Figures | FormFigures", order: Order
) -> "Taken":
    """The figures as one submission."""
    from cdstrack.cli.use_cases.recording import new_act
    from cdstrack.core.record.acts import ActKind
    from cdstrack.store.bulk_import import take_in

    act = replace(
        new_act(session, ActKind.IMPORT),
        source_name=figures.path.name,
        source_digest=figures.digest,
        reason=order.reason,
    )
    if not order.dry_run:
        _back_up(session, figures.rows)
    with ledger.writing() as write:
        return take_in(
            write,
            act,
            figures.parcels,
            file=str(figures.path),
            place=figures.place,
            on_conflict=order.on_conflict,
            listing=_listing(session, figures, order),
        )


def _listing(session: Session, figures: "Figures | FormFigures", order: Order) -> int:
    """How many figures to list: what people wrote is shown as it was understood.

    The canonical CSV says what it means; it is listed by a trial only.
    """
    from cdstrack.files.importing.form.reader import FormFigures

    if session.format is Format.JSON:
        return 0
    if order.dry_run:
        return _LISTED
    return _LISTED_WHEN_KEPT if isinstance(figures, FormFigures) else 0


def _back_up(session: Session, rows: int) -> None:
    """Copies the store before a large import."""
    from cdstrack.store.backup import backup_before_import

    made = backup_before_import(session.store_path.value, session.clock.now, rows)
    if made is not None:
        session.talk("import.backup", file=str(made))


def _answer(
    session: Session,
    figures: "Figures | FormFigures",
    taken: "Taken",
    order: Order,
    *,
    refused: bool,
) -> None:
    from cdstrack.core.reports.receipts import ImportReceipt
    from cdstrack.render.record.receipt import import_json, import_text

    kept = None if order.dry_run or taken.submission is None else taken.submission.id
    if kept is not None:
        session.done.append(str(kept))
    intake = ImportReceipt(
        file=str(figures.path),
        digest=figures.digest,
        new=taken.new,
        same=taken.same,
        submission=kept,
        trial=order.dry_run,
        refused=refused,
        corrected=taken.corrected,
        skipped=taken.skipped,
        conflicting=taken.conflicting,
        listed=taken.listed if order.dry_run or taken.new or taken.corrected else (),
    )
    if session.format is Format.JSON:
        from cdstrack.cli.use_cases.reports import latest_header

        header = latest_header(session, "import")
        session.write(import_json(intake, session.view, header))
    else:
        session.write(import_text(intake, session.sourced_view))
