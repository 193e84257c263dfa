"""Undoes a submission, unless a later change would be overwritten.

Owns the order of the steps; the rules are those of `cdstrack.core.record.revision`. The store puts
figures back in batches, so that an import of any size can be undone.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from cdstrack.cli.app.workspace import Author, Workspace, new_act, opened
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import (
    AcknowledgementChange,
    Act,
    ActKind,
    Change,
    DocumentChange,
    Submission,
)
from cdstrack.core.record.closing import refuse_closed
from cdstrack.core.record.refusal import ChangedSince, RecordRefusedError
from cdstrack.core.record.revision import (
    AnyChange,
    in_force,
    last_to_undo,
    reversal,
    same_observation,
    turned_round,
)
from cdstrack.core.reports.receipts import Outcome, RevisionReceipt
from cdstrack.store.reading import Reader

if TYPE_CHECKING:
    from cdstrack.files.csv.sheet import Progress
    from cdstrack.store.writing import Write

LISTED = 1000
"""Changes that programs are told."""


def undo_submission(
    workspace: Workspace,
    number: int | None,
    author: Author,
    reason: str | None = None,
    *,
    late: str | None = None,
    dry_run: bool = False,
    listed: int = LISTED,
    progress: "Progress" = lambda _: None,
) -> RevisionReceipt:
    """Undoes the submission with the number, by default the latest one that is in force.

    The receipt names at most `listed` of the changed figures. `progress` receives, now and then,
    the share of the figures that was put back.

    Raises:
        RefusedError: CDS706 to CDS710 or CDS724, there is no such submission or it cannot be undone.
        PeriodClosedError: CDS719, it has figures of a closed period, and no reason is given.
    """
    act = new_act(workspace, author, ActKind.UNDO, reason, late)
    with opened(workspace.store, dry_run=dry_run) as (reader, write):
        wanted = _wanted(reader, number)
        if late is None:
            refuse_closed(reader.closings(), reader.periods(wanted.id))
        _refuse_changed_since(reader, wanted)
        kept = None
        if write:
            kept = _take_back(write, replace(act, undoes=wanted.id), wanted.id, progress)
        named = reader.changes(kept or wanted.id, listed)
        others = _of_keys(reader, kept or wanted.id)
        more = reader.change_count(wanted.id) - len(named)
    changes: tuple[AnyChange, ...] = (*named, *others)
    if kept is None:
        changes = tuple(map(turned_round, changes))
    outcome = Outcome.WOULD_RECORD if dry_run else Outcome.RECORDED
    return RevisionReceipt(ActKind.UNDO, outcome, kept, changes, more, wanted)


def _wanted(reader: Reader, number: int | None) -> Submission:
    undone = reader.undone()
    if number is None:
        latest = last_to_undo(reader.submissions(), undone)
        if latest is None:
            raise RefusedError(Problem("CDS707"))
        return latest
    found = reader.submission(number)
    if found is None:
        raise RefusedError(Problem("CDS706", {"number": str(number)}))
    if found.kind is ActKind.SUMMARY:
        raise RefusedError(Problem("CDS710", {"number": str(number)}))
    if found.kind in {ActKind.CLOSE, ActKind.REOPEN}:
        raise RefusedError(Problem("CDS724", {"number": str(number)}))
    if number in undone:
        by = max(act.id for act in reader.submissions() if act.undoes == number)
        raise RefusedError(Problem("CDS708", {"number": str(number), "by": str(by)}))
    return found


def _refuse_changed_since(reader: Reader, wanted: Submission) -> None:
    """Refuses if something that the submission recorded has been changed since."""
    later = reader.touched_later(wanted.id)
    in_the_way = in_force(later, reader.undone())
    if in_the_way:
        raise _changed_since(reader, wanted, in_the_way[-1])
    if not later:
        return
    for each in reader.beside_latest(wanted.id):
        if each.submission != wanted.id and not same_observation(each.left, each.now):
            by = next(act for act in later if act.id == each.submission)
            raise _changed_since(reader, wanted, by)
    if not _keys_unchanged(reader, wanted):
        raise _changed_since(reader, wanted, later[-1])


def _keys_unchanged(reader: Reader, wanted: Submission) -> bool:
    """Whether documents and acknowledgements are still as the submission left them."""
    documents = {document.key: document for document in reader.documents()}
    reasons = {each.problem: each.reason for each in reader.acknowledgements()}
    return all(
        documents.get(each.key) == each.after for each in reader.documents_changed(wanted.id)
    ) and all(
        reasons.get(each.problem) == each.after
        for each in reader.acknowledgements_changed(wanted.id)
    )


def _changed_since(reader: Reader, wanted: Submission, later: Submission) -> RecordRefusedError:
    ours = {_about(change) for change in _everything(reader, wanted.id)}
    shared = next(each for each in _everything(reader, later.id) if _about(each) in ours)
    return RecordRefusedError(ChangedSince(wanted.id, later, shared))


def _take_back(write: "Write", act: Act, number: int, progress: "Progress") -> int:
    """Puts everything back; returns the number of the new submission."""
    total = write.change_count(number)
    beside = [reversal(change) for change in _of_keys(write, number)]
    return write.take_back(act, number, beside, lambda done: progress(done / total)).id


def _everything(reader: Reader, number: int) -> Iterator[AnyChange]:
    return chain(reader.iter_changes(number), _of_keys(reader, number))


def _of_keys(reader: Reader, number: int) -> list[DocumentChange | AcknowledgementChange]:
    return [*reader.documents_changed(number), *reader.acknowledgements_changed(number)]


def _about(change: AnyChange) -> object:
    if isinstance(change, Change):
        return change.cell
    return change.key if isinstance(change, DocumentChange) else (change.problem,)
