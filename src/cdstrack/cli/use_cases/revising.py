"""Changing what was recorded, by adding to it: the figure that is meant, and what replaces it.

Owns the look at the figure and the act that follows it, both in one transaction, so that nobody
can change the figure in between.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.record.acts import Act, ActKind, Change, Withdrawal
    from cdstrack.core.record.observation import Cell, Observation
    from cdstrack.core.reports.receipts import RevisionReceipt
    from cdstrack.store.reading import Reader
    from cdstrack.store.writing import Write

_FEW = 12
Replacement = Callable[["Observation"], "Observation | Withdrawal | None"]
"""What is put in the place of the figure that stands; null for nothing to change."""


@dataclass(frozen=True, slots=True)
class ByNumber:
    """The figure with this number."""

    number: int


def revise(
    session: Session,
    act: "Act",
    meant: "ByNumber | Cell",
    replacement: Replacement,
    *,
    dry_run: bool,
) -> "RevisionReceipt":
    """Puts something in the place of the figure that stands.

    Raises:
        RefusedError: CDS701 to CDS704, there is no such figure, or another one stands there now.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.core.record.acts import Change, Withdrawal
    from cdstrack.core.reports.receipts import Outcome, RevisionReceipt

    with looking(session, dry_run=dry_run) as (reader, write):
        kept = standing(session, reader, meant)
        entry = replacement(kept)
        if entry is None:
            return RevisionReceipt(act.kind, Outcome.ALREADY_RECORDED, None, ())
        known = reader.current(org_unit=kept.org_unit, indicators=[kept.indicator])
        submission = write.append(act, [entry]).id if write else None
        after = None if isinstance(entry, Withdrawal) else entry
        if write and after:
            after = write.latest_in_cell(kept.cell)
    if submission is not None:
        session.done.append(str(submission))
    change = Change(submission or 0, kept.cell, kept, after)
    outcome = Outcome.WOULD_RECORD if dry_run else Outcome.RECORDED
    revision = RevisionReceipt(act.kind, outcome, submission, (change,))
    return _with_verdicts(session, revision, change, known)


def write_revision(session: Session, revision: "RevisionReceipt") -> None:
    """Says what a correction, a withdrawal or an undo came to.

    Raises:
        OSError: It cannot be written.
    """
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.render.record.revision import revision_fields, revision_text

    render = partial(revision_text, revision), partial(revision_fields, revision)
    write_answer(session, str(revision.kind), *render, session.sourced_view)


@contextmanager
def looking(session: Session, *, dry_run: bool) -> "Iterator[tuple[Reader, Write | None]]":
    """The store opened for a change, or only for a look at what the change would be.

    Raises:
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.store.ledger import open_reader, open_writer

    path = session.store_path.value
    if dry_run:
        with open_reader(path) as ledger:
            yield ledger, None
        return
    with open_writer(path) as ledger, ledger.writing() as write:
        yield write, write


def standing(session: Session, reader: "Reader", meant: "ByNumber | Cell") -> "Observation":
    """The figure that is meant, where it still stands.

    Raises:
        RefusedError: CDS701 to CDS704.
    """
    if isinstance(meant, ByNumber):
        return _by_number(session, reader, meant.number)
    found = reader.latest_in_cell(meant)
    if found is None:
        raise RefusedError(_nothing_there(session, reader, meant))
    return found


def reasoned_act(session: Session, kind: "ActKind", reason: str | None) -> "Act":
    """An act of this run with its reason.

    Raises:
        RefusedError: CDS222, the reason is empty or too long to be kept.
    """
    from cdstrack.cli.use_cases.recording import new_act

    return replace(new_act(session, kind), reason=_read_reason(reason))


def read_number(typed: str, where: str) -> int:
    """The number of a figure or an act, with or without `#`.

    Raises:
        RefusedError: CDS022, it is no number.
    """
    digits = typed.removeprefix("#")
    if digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits):
        return int(digits)
    raise RefusedError(Problem("CDS022", {"where": where, "value": clean(typed)}))


def _read_reason(typed: str | None) -> str | None:
    from cdstrack.core.record.observation_rules import LONGEST_TEXT

    if typed is None:
        return None
    reason = clean(typed).strip()
    if 0 < len(reason) <= LONGEST_TEXT:
        return reason
    limit = {"limit": str(LONGEST_TEXT)} if reason else {}
    raise RefusedError(Problem("CDS222", {"where": "--reason", **limit}))


def _by_number(session: Session, reader: "Reader", number: int) -> "Observation":
    found = reader.observation(number)
    if found is None:
        raise RefusedError(Problem("CDS702", {"number": str(number)}))
    latest = reader.latest_in_cell(found.cell)
    if latest is None:
        raise RefusedError(Problem("CDS704", {"number": str(number)}))
    if latest.id != number:
        facts = {"number": str(number), "latest": str(latest.id), "value": _told(session, latest)}
        raise RefusedError(Problem("CDS703", facts))
    return found


def _nothing_there(session: Session, reader: "Reader", cell: "Cell") -> Problem:
    """That the cell is empty, with the periods for which there are figures."""
    from cdstrack.core.record.period import Period
    from cdstrack.words.parse.dates import format_period

    language = session.language.value
    others = reader.current(org_unit=cell.org_unit, indicators=[cell.indicator])
    periods = [figure.period for figure in others if figure.disaggregation == cell.disaggregation]
    shown = [format_period(period, language, short=True) for period in periods[-_FEW:]]
    facts = {
        "indicator": " ".join(part for part in (cell.indicator, cell.disaggregation) if part),
        "period": format_period(Period.parse(cell.period), language),
        "recorded": "; ".join(shown),
    }
    return Problem("CDS701", facts)


def _told(session: Session, figure: "Observation") -> str:
    from cdstrack.words.labels.value import figure_words, plain_figure_words

    language, indicator = session.language.value, session.plan.by_id.get(figure.indicator)
    if indicator is None:
        return plain_figure_words(figure, language)
    return figure_words(figure, indicator, language)


def _with_verdicts(
    session: Session, revision: "RevisionReceipt", change: "Change", known: "list[Observation]"
) -> "RevisionReceipt":
    """The verdict on the indicator before and after; none for another area's."""
    from cdstrack.cli.use_cases.recording import verdict_on

    cell = change.cell
    if cell.org_unit != session.plan.area or cell.indicator not in session.plan.by_id:
        return revision
    others = [figure for figure in known if figure.cell != cell]
    later = [*others, change.after] if change.after else others
    before = verdict_on(session, cell.indicator, known)
    return replace(revision, before=before, after=verdict_on(session, cell.indicator, later))
