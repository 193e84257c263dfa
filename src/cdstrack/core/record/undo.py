"""Taking an act back: which one, by what entries, and when that would trample on a later one.

Owns these rules for figures, documents and acknowledgements alike. Has no store: what an act did
and what was done since are given by the caller.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    AcknowledgementWithdrawal,
    Change,
    DocumentChange,
    DocumentWithdrawal,
    Entry,
    Kind,
    Submission,
    reverse,
)
from cdstrack.core.record.observation import Observation

AnyChange = Change | DocumentChange | AcknowledgementChange
"""What an act did to one cell, one document or one warning."""


def last_to_undo(latest_first: Iterable[Submission], undone: Collection[int]) -> Submission | None:
    """The latest act that is in force and can be taken back; None where there is none.

    An undo is no such act: to put back what it took, it is named by its number. A summary that
    was sent out cannot be taken back.
    """
    settled = {Kind.UNDO, Kind.SUMMARY}
    acts = (act for act in latest_first if act.kind not in settled and act.id not in undone)
    return next(acts, None)


def in_force(later: Iterable[Submission], undone: Collection[int]) -> list[Submission]:
    """Those of the acts that stand in the way of undoing an earlier one on the same cells."""
    return [act for act in later if act.kind is not Kind.UNDO and act.id not in undone]


def reversal(change: AnyChange) -> Entry:
    """The entry that puts things back as they were before the change."""
    if isinstance(change, Change):
        return reverse(change)
    if isinstance(change, DocumentChange):
        return DocumentWithdrawal(change.key) if change.before is None else change.before
    if change.before is None:
        return AcknowledgementWithdrawal(change.problem)
    return Acknowledgement(change.problem, change.before)


def turned_round(change: AnyChange) -> AnyChange:
    """The change that a reversal makes: after before, and before after."""
    if isinstance(change, Change):
        return replace(change, before=change.after, after=change.before)
    if isinstance(change, DocumentChange):
        return replace(change, before=change.after, after=change.before)
    return replace(change, before=change.after, after=change.before)


def same_figure(one: Observation | None, other: Observation | None) -> bool:
    """Whether two figures say the same, whichever acts kept them.

    >>> same_figure(None, None)
    True
    """
    if one is None or other is None:
        return one is other
    kept = {"id": None, "submission": None}
    return one.model_copy(update=kept) == other.model_copy(update=kept)
