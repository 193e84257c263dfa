"""The data of a workbook's charts: dated points in named lines for each indicator.

Owns the choice of the points. A format draws them; names are labels of the reader's language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from cdstrack.core.plan.model import Unit
from cdstrack.core.reports.indicator_detail import IndicatorDetail


class PlotKind(StrEnum):
    """What a line of a chart stands for; a part of a year is no step from one year to the next."""

    FIGURES = "figures"
    PART_YEAR = "part_year"
    PATH = "path"
    TARGETS = "targets"
    LIKELY_LOW = "likely_low"
    LIKELY_HIGH = "likely_high"


@dataclass(frozen=True, slots=True)
class PlotLine:
    """One line in order of time; `group` names the part that its figures are about."""

    kind: PlotKind
    group: str
    points: tuple[tuple[date, Fraction | float], ...]


def plot_lines(detail: IndicatorDetail) -> tuple[PlotLine, ...]:
    """The lines of one indicator; none where it has no figure with a number, or counts states."""
    if detail.item.indicator.unit is Unit.STATE or not detail.figures:
        return ()
    return tuple(line for line in _lines(detail) if line.points)


def _lines(detail: IndicatorDetail) -> Iterator[PlotLine]:
    of_a_year = detail.item.indicator.measure.speaks_of_a_year
    for group, figures in detail.series.figures.items():
        whole = [each for each in figures if not of_a_year or each.observation.period.is_whole_year]
        parts = [each for each in figures if each not in whole]
        yield PlotLine(PlotKind.FIGURES, group, tuple((each.on, each.value) for each in whole))
        yield PlotLine(PlotKind.PART_YEAR, group, tuple((each.on, each.value) for each in parts))
    yield PlotLine(PlotKind.PATH, "", tuple((stop.on, stop.value) for stop in detail.stops))
    lines = [line for line in detail.item.targets if line.target.due is not None]
    targets = (
        (line.target.due, line.verdict.threshold)
        for line in lines
        if line.target.due and line.verdict.threshold is not None
    )
    yield PlotLine(PlotKind.TARGETS, "", tuple(targets))
    likely = [(line.target.due, line.verdict.likely) for line in lines]
    ends = [(due, found) for due, found in likely if due is not None and found is not None]
    yield PlotLine(PlotKind.LIKELY_LOW, "", tuple((due, found.low) for due, found in ends))
    yield PlotLine(PlotKind.LIKELY_HIGH, "", tuple((due, found.high) for due, found in ends))
