"""Confirms one figure of a dialogue: shown with the previous one, asked once, then recorded.

Owns what happens if the cell has a figure already: it is corrected if the person gives a reason.
"""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from cdstrack.cli.app.dialogue import answer, confirms, undisturbed
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.commands.enter.questions import ask_document

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.documents import DocumentInput
    from cdstrack.cli.use_cases.figure_input import FigureInput
    from cdstrack.core.problem import Problem
    from cdstrack.core.record.refusal import Refusal
    from cdstrack.core.reports.receipts import Receipt, RevisionReceipt

    Kept = Receipt | RevisionReceipt
    Source = str | DocumentInput | None

_NO_SOURCE = "CDS506"
_UNSAID = "-"
"""The reason of a correction that is only looked at."""


@dataclass
class Entry:
    """What was given with the command, an empty text for what is to be asked, and what was kept.

    `usual` is the document named last, which is offered again.
    """

    run: Invocation
    given: "FigureInput"
    accept_doubt: str | None = None
    late: str | None = None
    yes: bool = False
    dry_run: bool = False
    usual: str | None = None
    kept: "list[Kept]" = field(default_factory=list)


def confirmed(entry: Entry, figure: "FigureInput") -> "Kept | None":
    """What became of a figure that a person has seen beside the one before it.

    None where the person did not confirm it; it is not kept then.

    Raises:
        RefusedError: Something cannot be read, or a rule is broken.
        LeftError: The person left.
    """
    from cdstrack.core.record.refusal import RecordRefusedError
    from cdstrack.core.reports.receipts import Outcome
    from cdstrack.render.record.receipt import step_words

    run = entry.run
    try:
        receipt, _ = _record(entry, figure, dry_run=True)
    except RecordRefusedError as refused:
        return _replaced(entry, figure, refused.refusal)
    if receipt.outcome is Outcome.ALREADY_RECORDED:
        return receipt
    document = _document(entry, figure)
    receipt, warnings = _record(entry, _with_document(figure, document), dry_run=True)
    told = [each for each in warnings if each.code != _NO_SOURCE or document is None]
    run.complain(told)
    step = step_words(receipt.previous, receipt.figure, run.view)
    if not entry.yes and not confirms(run, "record.sure", step=step):
        return None
    with undisturbed():
        figure = _keep_document(entry, figure, document)
        receipt, warnings = _record(entry, figure, dry_run=entry.dry_run)
        _note(entry, receipt)
    run.complain(each for each in warnings if each not in told and each.code != _NO_SOURCE)
    return receipt


def _record(
    entry: Entry, figure: "FigureInput", *, dry_run: bool
) -> "tuple[Receipt, list[Problem]]":
    from cdstrack.cli.use_cases.record import record_figure

    given = {"accept_doubt": entry.accept_doubt, "late": entry.late}
    return record_figure(entry.run.workspace, figure, entry.run.author, **given, dry_run=dry_run)


def _replaced(entry: Entry, figure: "FigureInput", refusal: "Refusal") -> "Kept | None":
    """The correction of the figure that is there, where the person gives a reason for it."""
    from cdstrack.cli.use_cases.revise import ByNumber, correct_figure
    from cdstrack.core.record.refusal import Conflict, Estimated, RecordRefusedError
    from cdstrack.render.record.receipt import step_words

    if not isinstance(refusal, Conflict | Estimated) or refusal.recorded.id is None:
        raise RecordRefusedError(refusal)
    run, meant = entry.run, ByNumber(refusal.recorded.id)
    document = _document(entry, figure)
    figure = replace(figure, beside=replace(figure.beside, qualifier=str(refusal.figure.qualifier)))
    revise = partial(correct_figure, run.workspace, meant, figure.value, author=run.author)
    revise = partial(revise, accept_doubt=entry.accept_doubt, late=entry.late)
    seen = _with_document(figure, document).beside
    _, warnings = revise(beside=seen, reason=_UNSAID, dry_run=True)
    run.complain(warnings)
    step = step_words(refusal.recorded, refusal.figure, run.view)
    reason = _reason(run, step, is_official=isinstance(refusal, Estimated))
    if not reason:
        return None
    with undisturbed():
        beside = _keep_document(entry, figure, document).beside
        receipt, _ = revise(beside=beside, reason=reason, dry_run=entry.dry_run)
        _note(entry, receipt)
    return receipt


def _reason(run: Invocation, step: str, *, is_official: bool) -> str:
    """Why a figure is replaced; empty where it is not."""
    if not is_official:
        return answer(run, "enter.why", step=step)
    return (
        run.sentence("enter.official_reason") if confirms(run, "enter.official", step=step) else ""
    )


def _document(entry: Entry, figure: "FigureInput") -> "Source":
    return figure.beside.document or ask_document(entry.run, entry.usual)


def _with_document(figure: "FigureInput", document: "Source") -> "FigureInput":
    """The figure with a document that is known; one that is to be added is left out."""
    known = document if isinstance(document, str) else None
    return replace(figure, beside=replace(figure.beside, document=known))


def _keep_document(entry: Entry, figure: "FigureInput", document: "Source") -> "FigureInput":
    """The figure with its document, which is added to the store where it is new."""
    from cdstrack.cli.use_cases.documents import add_document

    if document is None or isinstance(document, str):
        entry.usual = document or entry.usual
        return _with_document(figure, document)
    if entry.dry_run:
        return figure
    entry.run.note(add_document(entry.run.workspace, document, entry.run.author))
    entry.usual = document.key
    return _with_document(figure, document.key)


def _note(entry: Entry, receipt: "Kept") -> None:
    entry.run.note(receipt.submission)
    entry.kept.append(receipt)
