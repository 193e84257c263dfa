"""The current figures of one indicator, org unit and disaggregation, in chronological order.

Owns the form in which a check processes a million of them: columns, from which single figures are
made only on demand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cdstrack.core.record.columns import ObservationColumns
from cdstrack.core.record.observation import Observation


@dataclass(frozen=True)
class RecordedSeries:
    """The figures of one series.

    `columns` hold them, each at its id instead of a line; `figure` makes the one at a position.
    """

    indicator: str
    org_unit: str
    columns: ObservationColumns
    figure: Callable[[int], Observation]

    def __len__(self) -> int:
        return len(self.columns)

    @cached_property
    def figures(self) -> Sequence[Observation]:
        """All of them one by one; made once, however many rules look at them."""
        return [self.figure(at) for at in range(len(self))]
