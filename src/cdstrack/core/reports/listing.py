"""The first figures of an imported file, each compared with the record."""

from bisect import insort
from dataclasses import dataclass, field
from typing import NamedTuple

from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.receipts import Fate


class Seen(NamedTuple):
    """A figure on its line, what it is to the record, and what stood in its cell.

    `earlier` is the line of the same file that brought that; None where it was recorded before.
    """

    line: int
    figure: Observation
    fate: Fate
    standing: Observation | None
    earlier: int | None = None


@dataclass(slots=True)
class Listing:
    """The figures on the `most` first lines, in whatever order they are seen."""

    most: int = 0
    _seen: list[Seen] = field(default_factory=list)

    @property
    def room(self) -> int:
        """How many more figures are listed, wherever they are in the file."""
        return self.most - len(self._seen)

    @property
    def figures(self) -> tuple[Seen, ...]:
        """What is listed, by the lines."""
        return tuple(self._seen)

    def see(self, seen: Seen) -> None:
        """Lists a figure if its line is one of the first."""
        if not self.room and (not self.most or seen.line > self._seen[-1].line):
            return
        insort(self._seen, seen, key=lambda each: each.line)
        del self._seen[self.most :]
