"""Recognises series in which the rules for single figures find nothing, without making figures.

Owns no rule. A series that is called clear has at most the findings that can be counted by column;
a property test holds that. For any other series nothing is claimed.
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
    """Examines the series of one indicator; `documents` are the known documents."""

    def __init__(
        self, indicator: Indicator, plain: PlainFigures, documents: Container[str]
    ) -> None:
        self._indicator = indicator
        self._plain = plain
        self._documents = documents
        is_share = indicator.unit in SHARE_OF
        self._may_have_fractions = not is_share or indicator.measure in _BY_THE_ONE_BEFORE

    def is_clear(self, figures: ObservationColumns) -> bool:
        """Whether the only possible findings are missing documents and shrinking denominators."""
        if not self._may_have_fractions and figures.distinct("denominator"):
            return False
        return (
            all(str(document) in self._documents for document in figures.distinct("document"))
            and self._plain.hold_all(figures)
            and is_calm(figures, self._indicator)
        )

    def without_document(self, figures: ObservationColumns) -> list[int]:
        """The positions of the figures without a document, in a clear series."""
        return [at for at, each in enumerate(figures.column("document")) if each is None]

    def smaller_wholes(self, figures: ObservationColumns) -> list[int]:
        """The positions of shares with a smaller denominator than the one before, in a clear series."""
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
        """Whether the series has a break between two days."""
        if not self._indicator.breaks:
            return False
        since, _ = last_break(self._indicator, date.fromisoformat(day))
        return since is not None and before < since.isoformat()
