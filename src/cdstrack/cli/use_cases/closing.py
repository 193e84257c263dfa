"""Closes and reopens periods, and reports what has changed in closed ones.

Owns which periods can be closed. A closing reads the state of the record that it seals in the same
transaction in which it is recorded.
"""

from datetime import date

from cdstrack.cli.app.workspace import (
    Author,
    Basis,
    Workspace,
    new_act,
    read_text,
)
from cdstrack.cli.use_cases.reports import judged_from
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.acts import ActKind, Submission
from cdstrack.core.record.closing import CAN_BE_CLOSED, Closed, Closing, Closings, Reopening, covers
from cdstrack.core.record.period import Period
from cdstrack.core.reports.closings import (
    ClosedPeriod,
    ClosingReceipt,
    LateChange,
    Moved,
    moved_since,
)
from cdstrack.core.reports.status import StatusItem
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period


def close_period(
    workspace: Workspace, typed: str, approved_by: str, author: Author, reason: str | None = None
) -> ClosingReceipt:
    """Seals the figures of a period as they are.

    Raises:
        RefusedError: CDS720, CDS722 or CDS723: it is closed, has not ended, or is no such period.
    """
    period = _ended(_read(typed), author.clock.today)
    by = read_text("--by", approved_by) or ""
    act = new_act(workspace, author, ActKind.CLOSE, reason)
    with open_writer(workspace.store) as ledger, ledger.writing() as write:
        _refuse_closed_twice(write.closings(), period)
        inside = [each for each in write.periods() if covers(period, each)]
        count = write.count_in_periods(inside) if inside else 0
        head = write.cutoff().head
        closing = Closing(period=period, approved_by=by, figures=count, head=head)
        return ClosingReceipt(write.append(act, [closing]).id, closing)


def reopen_period(workspace: Workspace, typed: str, reason: str, author: Author) -> ClosingReceipt:
    """Reopens a closed period; the reason is recorded.

    Raises:
        RefusedError: CDS721, the period is not closed.
    """
    period = _read(typed)
    act = new_act(workspace, author, ActKind.REOPEN, reason)
    with open_writer(workspace.store) as ledger, ledger.writing() as write:
        closed = _named(write.closings(), period)
        number = write.append(act, [Reopening(period)]).id
        return ClosingReceipt(number, closed.closing, opened=True)


def read_closings(
    workspace: Workspace, basis: Basis, typed: str | None = None
) -> tuple[ClosedPeriod, ...]:
    """The closed periods, by their last days, each with what has changed since.

    Raises:
        RefusedError: CDS721, the period that was typed is not closed.
    """
    known_at = basis.known_at
    with open_reader(workspace.store) as ledger:
        closings = ledger.closings(known_at)
        wanted = closings.standing() if typed is None else [_named(closings, _read(typed))]
        acts = {each.id: each for each in ledger.submissions(known_at=known_at)}
        reasons = ledger.late_reasons(known_at)
        return tuple(_closed(workspace, basis, ledger, each, acts, reasons) for each in wanted)


def _closed(
    workspace: Workspace,
    basis: Basis,
    ledger: Reader,
    closed: Closed,
    acts: dict[int, Submission],
    reasons: dict[int, str],
) -> ClosedPeriod:
    period, act = closed.closing.period, acts[closed.submission]
    late = tuple(
        LateChange(closed.closing, acts[number], change, reason)
        for number, reason in reasons.items()
        if number > closed.submission
        for change in ledger.iter_changes(number)
        if covers(period, change.cell.period)
    )
    moved = _moved(workspace, basis, ledger, period.end, act) if late else ()
    return ClosedPeriod(act, closed.closing, late, moved)


def _moved(
    workspace: Workspace, basis: Basis, ledger: Reader, day: date, act: Submission
) -> tuple[Moved, ...]:
    sealed = Basis(day, act.at, basis.method)
    now = Basis(day, basis.known_at, basis.method)
    return moved_since(_items(workspace, sealed, ledger), _items(workspace, now, ledger))


def _items(workspace: Workspace, basis: Basis, ledger: Reader) -> tuple[StatusItem, ...]:
    return judged_from(ledger, workspace, basis, context=True).report.items


def _read(typed: str) -> Period:
    period = accept(read_period(typed))
    if period.precision not in CAN_BE_CLOSED:
        raise RefusedError(Problem("CDS723", {"value": clean(typed)}))
    return period


def _ended(period: Period, today: date) -> Period:
    if period.end > today:
        facts = {"value": period.text, "end": period.end.isoformat()}
        raise RefusedError(Problem("CDS722", facts))
    return period


def _refuse_closed_twice(closings: Closings, period: Period) -> None:
    if (closed := closings.named(period)) is not None:
        facts = {
            "value": period.text,
            "act": str(closed.submission),
            "by": closed.closing.approved_by,
        }
        raise RefusedError(Problem("CDS720", facts))


def _named(closings: Closings, period: Period) -> Closed:
    closed = closings.named(period)
    if closed is None:
        raise RefusedError(Problem("CDS721", {"value": period.text}))
    return closed
