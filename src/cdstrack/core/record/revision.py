"""Revisions of what was recorded: corrections, withdrawals, and undoing a submission.

Owns what a correction keeps of the observation it replaces, which entries undo an act, and when
undoing would overwrite a later change. What was done is given by the caller.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from cdstrack.core.problem import Problem
from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementChange,
    AcknowledgementWithdrawal,
    ActKind,
    Change,
    DocumentChange,
    DocumentWithdrawal,
    Entry,
    Submission,
)
from cdstrack.core.record.observation import Observation


def revised(kept: Observation, given: Observation, named: Collection[str]) -> Observation:
    """The figure that replaces the recorded one: the given fields, and those that remain valid.

    Document and note stay. What the source prints beside the number, and how firmly it states it,
    belong to the number and stay only where it does. The day it was made known belongs to the
    document: another one brings its own.

    Args:
        kept: The current observation.
        given: The figure as it was typed, for the same cell.
        named: The fields beside the number that were typed, `qualifier` among them; one that was
            typed empty is None in `given`.
    """
    held = {"document", "note"}
    if _same_number(kept, given):
        held |= {"stated", "qualifier"}
    if "document" not in named or given.document == kept.document:
        held.add("reported")
    return given.model_copy(update={name: getattr(kept, name) for name in held - set(named)})


def says_the_same(kept: Observation, given: Observation) -> bool:
    """Whether replacing one by the other would change nothing but the way it was typed."""
    return same_observation(kept, given.model_copy(update={"entered": kept.entered}))


def _same_number(one: Observation, other: Observation) -> bool:
    names = ("value", "state", "not_available", "numerator", "denominator")
    return all(getattr(one, name) == getattr(other, name) for name in names)


AnyChange = Change | DocumentChange | AcknowledgementChange
"""What an act did to one cell, one document or one warning."""


def last_to_undo(latest_first: Iterable[Submission], undone: Collection[int]) -> Submission | None:
    """The latest submission that is in force and can be undone; None if there is none.

    An undo is no such act: to put back what it took, it is named by its number. A summary that
    was sent out cannot be taken back, and a closed period is opened again by an act of its own.
    """
    settled = {ActKind.UNDO, ActKind.SUMMARY, ActKind.CLOSE, ActKind.REOPEN}
    acts = (act for act in latest_first if act.kind not in settled and act.id not in undone)
    return next(acts, None)


def in_force(later: Iterable[Submission], undone: Collection[int]) -> list[Submission]:
    """The acts that prevent undoing an earlier one on the same cells."""
    return [act for act in later if act.kind is not ActKind.UNDO and act.id not in undone]


def reversal(change: DocumentChange | AcknowledgementChange) -> Entry:
    """The entry that puts a document or a warning back as it was before the change."""
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


def same_observation(one: Observation | None, other: Observation | None) -> bool:
    """Whether two observations are equal, whichever acts recorded them.

    >>> same_observation(None, None)
    True
    """
    if one is None or other is None:
        return one is other
    kept = {"id": None, "submission": None}
    return one.model_copy(update=kept) == other.model_copy(update=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Problem):
    """The cell of `given` holds `recorded`, which differs from it in the fields `different`.

    `cdstrack.render.record.refusal` adds both of them to the facts, in words.
    """

    recorded: Observation
    given: Observation
    different: tuple[str, ...]
