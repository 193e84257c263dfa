"""Imports a file of figures as one submission: it is recorded or refused as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.core.problem import ImportRefusedError, Problem, Severity
from cdstrack.core.reports.receipts import Fate, ImportReceipt

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Plan
    from cdstrack.core.record.acts import Act, Entry
    from cdstrack.core.record.revision import Contradiction
    from cdstrack.files.csv.sheet import Progress, Remark
    from cdstrack.files.importing.open_file import FigureFile, ImportOptions
    from cdstrack.files.importing.uncertain import NamesMeant, UncertainName
    from cdstrack.store.address import Address
    from cdstrack.store.intake import OnConflict, Taken
    from cdstrack.store.ledger import Ledger

_LISTED, _LISTED_WHEN_KEPT = 50, 20
"""How many figures are listed of a dry run, and of a form that is kept."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """An import as requested; `listing` says whether figures are listed in the receipt.

    With `strict` a file with a doubtful figure is refused; with `accept_doubt` all doubts are
    accepted for that reason in the same submission.
    """

    file: Path
    options: "ImportOptions"
    on_conflict: "OnConflict"
    dry_run: bool = False
    listing: bool = True
    strict: bool = False
    accept_doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Attendant:
    """Callbacks of a running import.

    `decide` maps uncertain names to the ids that they mean; without it the file is refused.
    `backed_up` receives the backup of the store that is made before a large import.
    """

    progress: "Progress" = lambda _: None
    decide: "Callable[[Sequence[UncertainName]], NamesMeant] | None" = None
    backed_up: Callable[[Path], object] = lambda _: None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The outcome of an import; a file with problems is not recorded at all.

    `receipt` is None if the figures of the file could not be compared with the record. `uncertain`
    are the names that nobody has decided on.
    """

    receipt: ImportReceipt | None = None
    problems: Sequence[Problem] = ()
    warnings: Sequence[Problem] = ()
    remarks: "Sequence[Remark]" = ()
    uncertain: "Sequence[UncertainName]" = ()
    doubts: Sequence[Problem] = ()


def import_figures(
    request: ImportRequest,
    plan: "Plan",
    store: "Address",
    act: "Act",
    today: date,
    attendant: Attendant,
) -> ImportResult:
    """Records all figures of a file, or none.

    Args:
        request: The file, and how to read it.
        plan: Declares what the file may name.
        store: The store; a dry run works on a copy of it.
        act: The submission of the figures; the file's name and digest are added to it.
        today: A period that ends later than this day has not ended.
        attendant: The callbacks.

    Raises:
        RefusedError: The file is not of a kind that can be read, or the encoding is not known.
        StoreUnusableError: The store cannot be used.
        OSError: The file cannot be read.
    """
    from cdstrack.core.record.closing import PeriodClosedError
    from cdstrack.files.importing.open_file import open_figures
    from cdstrack.store.backup import backup_before_import
    from cdstrack.store.dry_run import open_trial
    from cdstrack.store.intake import IntakeRefusedError
    from cdstrack.store.ledger import open_writer

    with (open_trial if request.dry_run else open_writer)(store) as ledger:
        documents = {document.key: document for document in ledger.documents()}
        try:
            file = open_figures(
                request.file,
                plan,
                request.options,
                today=today,
                documents=documents,
                progress=attendant.progress,
            )
        except ImportRefusedError as refused:
            return ImportResult(problems=refused.problems)
        uncertain = file.uncertain
        if attendant.decide and not file.has_other_problems:
            file = file.with_names(attendant.decide(uncertain)) if uncertain else file
            uncertain = file.uncertain
        if not request.dry_run and (made := backup_before_import(store, act.at, file.rows)):
            attendant.backed_up(made)
        problems: Sequence[Problem] = ()
        doubts: Sequence[Problem] = ()
        try:
            taken, doubts = _take_in(ledger, act, file, request, plan)
        except IntakeRefusedError as refused:
            taken, problems = refused.taken, refused.problems
        except PeriodClosedError as refused:
            return ImportResult(problems=refused.problems, remarks=file.remarks)
    receipt = replace(
        _receipt(file, taken, dry_run=request.dry_run, refused=bool(problems)),
        doubtful=len(doubts),
    )
    warnings = [*file.warnings, *([] if problems else _without_document(taken.without_document))]
    return ImportResult(receipt, problems, warnings, file.remarks, uncertain, doubts)


def _take_in(
    ledger: "Ledger", act: "Act", file: "FigureFile", request: ImportRequest, plan: "Plan"
) -> "tuple[Taken, Sequence[Problem]]":
    """Adds the figures as one submission; with what is doubtful about them."""
    from cdstrack.cli.use_cases.import_doubts import Entered, look_at
    from cdstrack.store.bulk_import import take_in
    from cdstrack.store.intake import IntakeRefusedError

    listed = _LISTED if request.dry_run else _LISTED_WHEN_KEPT * file.is_interpreted
    reason, entered = request.accept_doubt, Entered()
    with ledger.writing() as write:

        def looked_at(taken: "Taken") -> "Sequence[Entry]":
            nonlocal entered
            entered = look_at(write, plan, taken)
            accepted = () if reason is None else entered.acceptances(reason)
            is_kept = taken.new or taken.corrected
            return (*(file.new_documents if is_kept else ()), *accepted)

        taken = take_in(
            write,
            replace(act, source_name=file.path.name, source_digest=file.digest),
            file,
            file=str(file.path),
            place=file.place,
            on_conflict=request.on_conflict,
            listing=listed * request.listing,
            finish=looked_at,
            alike=lambda: entered.alike,
            indicators=plan.by_id,
        )
        if entered.contradictions:
            _count_as_conflicts(taken, entered.contradictions)
            raise IntakeRefusedError(taken, entered.contradictions)
        doubts = [] if reason else entered.doubts
        if doubts and request.strict:
            raise IntakeRefusedError(taken, doubts)
    return taken, doubts


def _count_as_conflicts(taken: "Taken", contradictions: "Sequence[Contradiction]") -> None:
    """Counts and lists the figures that contradict another one of their day as conflicting."""
    recorded = {each.place: each.recorded for each in contradictions}
    taken.new -= len(recorded)
    taken.conflicting += len(recorded)
    taken.listed = tuple(
        replace(each, fate=Fate.DIFFERS, standing=recorded[each.place])
        if each.place in recorded
        else each
        for each in taken.listed
    )


def _without_document(count: int) -> list[Problem]:
    """One warning for all figures without a source document."""
    return [Problem("CDS506", {"count": str(count)}, Severity.WARNING)] if count else []


def _receipt(file: "FigureFile", taken: "Taken", *, dry_run: bool, refused: bool) -> ImportReceipt:
    kept = None if dry_run or refused else taken.submission
    return ImportReceipt(
        file=str(file.path),
        digest=file.digest,
        new=taken.new,
        same=taken.same,
        submission=kept.id if kept else None,
        trial=dry_run,
        refused=refused,
        corrected=taken.corrected,
        skipped=taken.skipped,
        conflicting=taken.conflicting,
        repeated=taken.repeated,
        listed=taken.listed if dry_run or taken.new or taken.corrected else (),
    )
