"""A whole series at a glance: whether no rule finds more in it than what can be counted in columns.

Owns no rule. It never lets a series pass in which the rules for single figures would find something
else, which a law holds; of any other series it says nothing.
"""

from collections.abc import Container
from datetime import date
from itertools import pairwise

from cdstrack.core.checks.calm import is_calm
from cdstrack.core.plan.model import Indicator, Measure
from cdstrack.core.record.columns import ObservationColumns
from cdstrack.core.record.movement import last_break
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.record.plain_figures import PlainFigures

_BY_THE_ONE_BEFORE = {Measure.STOCK, Measure.RATE, Measure.RANK}
"""Of a calm series, each figure is compared with the one right before it."""


class Glance:
    """Looks at the series of one indicator; `documents` are those that are known."""

    def __init__(
        self, indicator: Indicator, plain: PlainFigures, documents: Container[str]
    ) -> None:
        self._indicator = indicator
        self._plain = plain
        self._documents = documents
        is_share = indicator.unit in SHARE_OF
        self._may_have_fractions = not is_share or indicator.measure in _BY_THE_ONE_BEFORE

    def is_clear(self, figures: ObservationColumns) -> bool:
        """Whether nothing is to be found but missing documents and wholes that get smaller."""
        if not self._may_have_fractions and figures.distinct("denominator"):
            return False
        return (
            all(str(document) in self._documents for document in figures.distinct("document"))
            and self._plain.hold_all(figures)
            and is_calm(figures, self._indicator)
        )

    def without_document(self, figures: ObservationColumns) -> list[int]:
        """The positions of figures of a clear series that name no document."""
        return [at for at, each in enumerate(figures.column("document")) if each is None]

    def smaller_wholes(self, figures: ObservationColumns) -> list[int]:
        """The positions of shares of a clear series whose whole is smaller than that of the one before."""
        if self._indicator.unit not in SHARE_OF or not figures.distinct("denominator"):
            return []
        ends = figures.column("period_end")
        pairs = enumerate(pairwise(figures.column("denominator")), start=1)
        smaller = (
            at
            for at, (was, now) in pairs
            if isinstance(was, int) and isinstance(now, int) and now < was
        )
        return [at for at in smaller if not self._is_broken(str(ends[at - 1]), str(ends[at]))]

    def _is_broken(self, before: str, day: str) -> bool:
        """Whether a break in the series lies between two days."""
        if not self._indicator.breaks:
            return False
        since, _ = last_break(self._indicator, date.fromisoformat(day))
        return since is not None and before < since.isoformat()
