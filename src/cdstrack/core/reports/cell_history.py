"""The history of a cell: its current figure, and all submissions that changed it.

Owns which cells have one: every cell that has or had a figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cdstrack.core.record.acts import Change, Submission
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.period import Period


@dataclass(frozen=True, slots=True)
class Revision:
    """One act upon a cell: what it held before and after."""

    submission: Submission
    change: Change


@dataclass(frozen=True, slots=True)
class CellHistory:
    """One cell with its figure, None where it was withdrawn, and all acts upon it, oldest first.

    `changes` are what `acts` did to it; none are given of a cell that was filled and left so. Of
    fifty thousand cells a page lists two hundred, so that revisions are made when they are asked
    for.
    """

    cell: Cell
    now: Observation | None
    acts: Mapping[int, Submission]
    changes: Sequence[Change] = ()

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All acts upon it, each with what it did."""
        changes = self.changes
        if not changes and self.now is not None:
            changes = [Change(self.now.submission or 0, self.cell, None, self.now)]
        return tuple(Revision(self.acts[each.submission], each) for each in changes)

    @property
    def period(self) -> Period:
        """The period of the figure."""
        return Period.parse(self.cell.period)


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of one indicator in order of time: all of them, or the newest.

    `older` counts those that are not among them. `beside` are the current figures of the series to
    which they belong, in order of time, and all others that are known.
    """

    listed: tuple[CellHistory, ...]
    beside: tuple[Observation, ...]
    older: int = 0

    @classmethod
    def of(cls, found: Iterable[CellHistory], most: int | None = None, others: int = 0) -> "Cells":
        """The newest of some cells, or all of them; of further ones only the number is known.

        Args:
            found: The cells, those of one series all or as far as they hold a figure.
            most: How many are listed; all unless given.
            others: How many cells there are besides, all of them older.
        """
        ordered = sorted(found, key=lambda each: (each.period.end, each.cell))
        left = 0 if most is None else max(0, len(ordered) - most)
        beside = (each.now for each in ordered if each.now is not None)
        return cls(tuple(ordered[left:]), tuple(beside), left + others)


def histories_of(
    figures: Iterable[Observation],
    revised: Mapping[Cell, Sequence[Change]],
    acts: Iterable[Submission],
) -> tuple[CellHistory, ...]:
    """Every cell that holds a figure or held one, with all acts upon it.

    Args:
        figures: The current figures as they were recorded.
        revised: All that was done to a cell, the oldest first, of each cell that was not only filled.
        acts: The acts that figures and changes name.
    """
    by_id = {each.id: each for each in acts}
    now = {figure.cell: figure for figure in figures}
    filled = (
        CellHistory(cell, figure, by_id) for cell, figure in now.items() if cell not in revised
    )
    several = (
        CellHistory(cell, now.get(cell), by_id, changes) for cell, changes in revised.items()
    )
    return (*filled, *several)
