"""Which figures of an indicator one line of a chart may connect.

Owns where a line is interrupted: at a change of the definition, and around figures for a part of a
year.
"""

from itertools import groupby

from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.verdict.series import SeriesValue


def unbroken(detail: IndicatorDetail, group: str) -> list[list[SeriesValue]]:
    """The figures of a group in pieces, each in order of time."""
    breaks = sorted(each.date for each in detail.item.indicator.breaks)
    figures = [each for each in detail.series.figures[group] if not is_part(each, detail)]
    sides = groupby(figures, key=lambda figure: sum(day <= figure.on for day in breaks))
    return [list(side) for _, side in sides]


def is_part(figure: SeriesValue, detail: IndicatorDetail) -> bool:
    """Whether a figure is about a part of the year that its indicator speaks of."""
    speaks = detail.item.indicator.measure.speaks_of_a_year
    return speaks and not figure.observation.period.closes_its_year
