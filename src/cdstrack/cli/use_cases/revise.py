"""Corrects and withdraws recorded figures.

Owns finding the figure and recording the change, both in one transaction, so that nobody can change
the figure in between. The rules for a new figure are those of `record`.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date

from cdstrack.cli.app.workspace import Author, Workspace, new_act, opened, read_text
from cdstrack.cli.use_cases.figure_input import (
    Beside,
    CellInput,
    FigureInput,
    check_figure,
    figure_problems,
    read_cell,
    read_figure,
)
from cdstrack.cli.use_cases.record import acceptances, known_beside, verdict_on, without_document
from cdstrack.core.checks.doubts import doubts_of
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import Act, ActKind, Change, Withdrawal
from cdstrack.core.record.closing import refuse_closed
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.refusal import NothingThere, RecordRefusedError, Replaced
from cdstrack.core.record.revision import revised, says_the_same
from cdstrack.core.reports.receipts import Outcome, RevisionReceipt
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader

Replacement = Callable[["Observation"], "Observation | Withdrawal | None"]
"""What replaces the recorded figure; null for nothing to change."""


@dataclass(frozen=True, slots=True)
class ByNumber:
    """The figure with this number."""

    number: int


def correct_figure(
    workspace: Workspace,
    meant: ByNumber | CellInput,
    value: str,
    beside: Beside,
    reason: str,
    author: Author,
    *,
    accept_doubt: str | None = None,
    late: str | None = None,
    dry_run: bool = False,
) -> tuple[RevisionReceipt, list[Problem]]:
    """Replaces the figure that is meant by the one typed; an empty text clears a field.

    With `accept_doubt` the doubts about the new figure are accepted for that reason; `late` is the
    reason for changing a closed period.

    Returns:
        What was done, and the warnings about the new figure, its doubts last. Warnings that the old
        figure raised too are omitted, unless the correction changes what they are about.

    Raises:
        RefusedError: There is no such figure, or the new one breaks a rule.
    """
    today = author.clock.today
    cell = _cell_input(workspace, meant) if isinstance(meant, ByNumber) else meant
    typed = {each.name: getattr(beside, each.name) for each in fields(Beside)}
    named = {name for name, text in typed.items() if text is not None}
    kept_beside = Beside(**{name: text or None for name, text in typed.items()})
    figure, _ = read_figure(workspace, FigureInput(cell, value, kept_beside), today)
    act = new_act(workspace, author, ActKind.CORRECT, reason, late)
    warnings: list[Problem] = []

    def replacement(kept: Observation) -> Observation | None:
        new = revised(kept, figure, named)
        if says_the_same(kept, new):
            return None
        told = [*figure_problems(workspace, kept, today), *without_document(kept)]
        found = [*check_figure(workspace, new, today), *without_document(new)]
        warnings.extend(each for each in found if each not in told)
        return new

    where = meant if isinstance(meant, ByNumber) else figure.cell
    accepting = read_text("--accept-doubt", accept_doubt)
    receipt = _revise(workspace, act, where, replacement, today, accepting, dry_run=dry_run)
    return receipt, [*warnings, *receipt.new_doubts]


def withdraw_figure(
    workspace: Workspace,
    meant: ByNumber | CellInput,
    reason: str,
    author: Author,
    *,
    late: str | None = None,
    dry_run: bool = False,
) -> RevisionReceipt:
    """Withdraws the figure that is meant; it stays in the log.

    Raises:
        RefusedError: There is no such figure, or the arguments cannot be read.
    """
    where = (
        meant if isinstance(meant, ByNumber) else read_cell(workspace, meant, author.clock.today)
    )

    def withdrawal(kept: Observation) -> Withdrawal:
        return Withdrawal(kept.indicator, kept.org_unit, kept.period, kept.disaggregation)

    act = new_act(workspace, author, ActKind.WITHDRAW, reason, late)
    today = author.clock.today
    return _revise(workspace, act, where, withdrawal, today, dry_run=dry_run)


def _revise(
    workspace: Workspace,
    act: Act,
    meant: ByNumber | Cell,
    replacement: Replacement,
    today: date,
    accepting: str | None = None,
    *,
    dry_run: bool,
) -> RevisionReceipt:
    """Replaces the recorded figure; the doubts about the new one are accepted if there is a reason."""
    with opened(workspace.store, dry_run=dry_run) as (reader, write):
        kept = _recorded(reader, meant)
        entry = replacement(kept)
        if entry is None:
            return RevisionReceipt(act.kind, Outcome.ALREADY_RECORDED, None, ())
        if act.late is None:
            refuse_closed(reader.closings(), [kept.period.text])
        known = known_beside(reader, workspace, kept)
        doubts = _doubts(workspace, entry, known)
        accepted = acceptances(kept, doubts, accepting)
        submission = write.append(act, [entry, *accepted]).id if write else None
        after = None if isinstance(entry, Withdrawal) else entry
        if write and after:
            after = write.latest_in_cell(kept.cell)
    change = Change(submission or 0, kept.cell, kept, after)
    outcome = Outcome.WOULD_RECORD if dry_run else Outcome.RECORDED
    told = () if accepting else doubts
    new = tuple(each for each in told if each not in _doubts(workspace, kept, known))
    revision = RevisionReceipt(
        act.kind, outcome, submission, (change,), doubts=told, new_doubts=new
    )
    return _with_verdicts(workspace, revision, change, known, today)


def _doubts(
    workspace: Workspace, entry: Observation | Withdrawal, known: list[Observation]
) -> tuple[Problem, ...]:
    """The doubts about a new figure, compared with its series."""
    indicator = workspace.plan.by_id.get(entry.indicator)
    if indicator is None or isinstance(entry, Withdrawal):
        return ()
    return tuple(doubts_of(entry, known, indicator))


def _recorded(reader: Reader, meant: ByNumber | Cell) -> Observation:
    """The figure that is meant, if it is still current."""
    if isinstance(meant, ByNumber):
        return _by_number(reader, meant.number)
    found = reader.latest_in_cell(meant)
    if found is None:
        others = reader.current(org_unit=meant.org_unit, indicators=[meant.indicator])
        alike = (each for each in others if each.disaggregation == meant.disaggregation)
        raise RecordRefusedError(NothingThere(meant, tuple(each.period for each in alike)))
    return found


def _by_number(reader: Reader, number: int) -> Observation:
    found = reader.observation(number)
    if found is None:
        raise RefusedError(Problem("CDS702", {"number": str(number)}))
    latest = reader.latest_in_cell(found.cell)
    if latest is None:
        raise RefusedError(Problem("CDS704", {"number": str(number)}))
    if latest.id != number:
        raise RecordRefusedError(Replaced(number, latest))
    return found


def _cell_input(workspace: Workspace, meant: ByNumber) -> CellInput:
    """The arguments that name the cell of a figure."""
    with open_reader(workspace.store) as ledger:
        kept = _recorded(ledger, meant)
    org_unit = None if kept.org_unit == workspace.plan.area else kept.org_unit
    groups = kept.disaggregation.split(";") if kept.disaggregation else None
    return CellInput(kept.indicator, kept.period.text, org_unit, groups)


def _with_verdicts(
    workspace: Workspace,
    revision: RevisionReceipt,
    change: Change,
    known: list[Observation],
    today: date,
) -> RevisionReceipt:
    """The receipt with the verdicts before and after; without them for another area's figure."""
    cell = change.cell
    if cell.org_unit != workspace.plan.area or cell.indicator not in workspace.plan.by_id:
        return revision
    others = [figure for figure in known if figure.cell != cell]
    later = [*others, change.after] if change.after else others
    before = verdict_on(workspace, cell.indicator, known, today)
    after = verdict_on(workspace, cell.indicator, later, today)
    return replace(revision, before=before, after=after)
