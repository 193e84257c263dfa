"""The doubts about the figures that a page shows.

Owns how much of a series is examined for them; the rules are those of
`cdstrack.core.checks.doubts`.
"""

from collections.abc import Container, Sequence

from cdstrack.core.checks.course import LOOKED_BACK
from cdstrack.core.checks.doubts import doubts_in, open_doubts
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation


def open_doubts_in(
    series: Sequence[Observation],
    shown: Container[int | None],
    indicator: Indicator,
    accepted: Container[str],
) -> dict[int | None, tuple[str, ...]]:
    """The doubts about some figures of one series that nobody has accepted.

    Args:
        series: The figures in chronological order.
        shown: The ids of those that are asked about; nothing long before them is looked at.
        indicator: What they are figures of.
        accepted: The keys of the findings that somebody accepted.

    Returns:
        The codes by figure id; figures without a doubt are left out.
    """
    figures = [each for each in series if each.is_figure]
    first = next((at for at, each in enumerate(figures) if each.id in shown), len(figures))
    found: dict[int | None, tuple[str, ...]] = {}
    for figure, problem in doubts_in(figures[max(0, first - LOOKED_BACK) :], indicator):
        if figure.id in shown and (codes := open_doubts(figure, [problem], accepted)):
            found[figure.id] = (*found.get(figure.id, ()), *codes)
    return found
