"""A figure put in the place of another one, and what an act that changes the record came to.

Owns what a correction keeps of the figure it replaces. Reads no text and keeps nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass

from cdstrack.core.record.acts import Kind, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.receipt import Outcome
from cdstrack.core.record.undo import AnyChange, same_figure
from cdstrack.core.verdict.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Revision:
    """What an act did, or would have done (`outcome`), to what was recorded before.

    `changes` are the first of them, `more` how many others there are. `undoes` is the act that an
    undo takes back. `before` and `after` are the indicator's verdicts, null where several figures
    changed or the indicator has none.
    """

    kind: Kind
    outcome: Outcome
    submission: int | None
    changes: tuple[AnyChange, ...]
    more: int = 0
    undoes: Submission | None = None
    before: Status | None = None
    after: Status | None = None


def revised(kept: Observation, given: Observation, named: Collection[str]) -> Observation:
    """The figure that replaces the kept one: what was named, and beside it what still holds.

    Document and note stay. What the source prints beside the number, and how firmly it states it,
    belong to the number and stay only where it does. The day it was made known belongs to the
    document: another one brings its own.

    Args:
        kept: The figure that stands now.
        given: The figure as it was typed, for the same cell.
        named: The fields beside the number that were typed, `qualifier` among them; one that was
            typed empty is null in `given`.
    """
    held = {"document", "note"}
    if _same_number(kept, given):
        held |= {"stated", "qualifier"}
    if "document" not in named or given.document == kept.document:
        held.add("reported")
    return given.model_copy(update={name: getattr(kept, name) for name in held - set(named)})


def says_the_same(kept: Observation, given: Observation) -> bool:
    """Whether replacing one by the other would change nothing but the way it was typed."""
    return same_figure(kept, given.model_copy(update={"entered": kept.entered}))


def _same_number(one: Observation, other: Observation) -> bool:
    names = ("value", "state", "not_available", "numerator", "denominator")
    return all(getattr(one, name) == getattr(other, name) for name in names)
