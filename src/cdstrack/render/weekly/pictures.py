"""Small pictures beside the new figures of a week.

Owns which figures a picture shows, and what it says to those who do not see it.
"""

from fractions import Fraction

from cdstrack.core.plan.model import Unit
from cdstrack.core.record.observation import number_of
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.weekly.news import NewObservation, run_up
from cdstrack.render.page.layout import Picture
from cdstrack.render.page.picture import picture
from cdstrack.render.weekly.figures import FigureFormatter, full_name
from cdstrack.words.labels.value import figure_words
from cdstrack.words.labels.weekly import plain_period

MOST_POINTS = 12
"""Figures that a small picture shows."""


def picture_of(
    new: NewObservation, held: StatusItem | None, formatter: FigureFormatter
) -> Picture | None:
    """The way to a figure that moved; a state has no height to draw, and a better place is higher."""
    indicator, language = new.indicator, formatter.language
    if not new.movement.change or indicator.unit is Unit.STATE:
        return None
    line = held.targets[held.active] if held and held.active is not None else None
    bound = line.verdict.threshold if line else None
    figures = run_up(new, MOST_POINTS)
    values = (
        formatter.say(
            "picture_value",
            value=figure_words(each, indicator, language, bound or Fraction(0)),
            period=plain_period(each.period, language),
        )
        for each in figures
    )
    name = full_name(new.known.figure, indicator, formatter, short=True)
    title = formatter.say("picture", name=name, values=" → ".join(values))
    sign = -1 if indicator.unit is Unit.RANK else 1
    points = [
        (each.period.end, sign * float(number_of(each, indicator.unit) or 0)) for each in figures
    ]
    return picture(title, points, None if bound is None else sign * float(bound))
