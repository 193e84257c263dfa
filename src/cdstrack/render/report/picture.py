"""The picture of one indicator: figures, the path to its milestones, what is likely, breaks, corrections.

Owns where everything lies, in the units of the drawing, and what is said about it in words. How it looks
is for the style sheet of the page. A point that nobody could tell from its neighbours is not drawn twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.observation import Observation, Qualifier, number_of
from cdstrack.core.reports.indicator_detail import Band, IndicatorDetail
from cdstrack.core.reports.lines import is_part, unbroken
from cdstrack.core.verdict.trajectory import Point, decimal_year
from cdstrack.render.indicator.axes import points_of, years_between
from cdstrack.render.report.picture_words import break_words, description, point_words
from cdstrack.render.report.scale import (
    HEIGHT,
    LEFT,
    RIGHT,
    Scale,
    coordinate,
    places_text,
    thinned,
)
from cdstrack.render.report.word_places import Signed, words_below
from cdstrack.render.view import View
from cdstrack.words.labels.report import report_text

_MARGIN, _ASIDE, _LINE = 45, 9, 15
_YEARS, _STROKES = 8, 8
_MOST_DOTS = 60
"""Figures of a group that have a dot each; of more, the line alone is drawn."""
NEWEST = 5
"""Figures of a group whose dots say what they are."""
_SOFT = {Qualifier.ESTIMATE, Qualifier.PRELIMINARY, Qualifier.ABOUT}
_GROUPS, _MOST_NAMES = 4, 8
"""Lines that can be told apart, and names that there is room for: those of the worst groups."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place, with what it says; `kind` names how it looks."""

    x: str
    y: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing: texts of coordinates, so that every format writes the same ones.

    `rules` are the heights of round values, `years` the places of ends of years; every second year
    may be left out where there is little room. `lines` and `dots` have the number of their group;
    `marks` are the newest figures, which say what they are; `names` are those of the groups, at
    the ends of their lines.
    """

    title: str
    description: str
    rules: tuple[Mark, ...]
    years: tuple[Mark, ...]
    band: str
    path: str
    lines: tuple[tuple[int, str], ...]
    dots: tuple[tuple[int, str], ...]
    marks: tuple[Mark, ...]
    corrected: tuple[Mark, ...]
    names: tuple[Mark, ...]
    targets: tuple[Mark, ...]
    breaks: tuple[Mark, ...]
    today: str
    legend: tuple[tuple[str, str], ...]


def plot(detail: IndicatorDetail, view: View) -> Plot | None:
    """The picture of an indicator; None where there is nothing to draw: a state, or no number at all."""
    chart, indicator = detail.chart, detail.item.indicator
    known = [*points_of(chart), *(_point(each, indicator) for each in detail.superseded)]
    if not known or indicator.unit is Unit.STATE:
        return None
    today = decimal_year(detail.header.as_of)
    times = [today, *(point.t for point in known)]
    scale = Scale(times, [point.x for point in known], view.language)
    path = [*chart.path]
    if path and path[-1].t < scale.last:
        path.append(Point(scale.last, path[-1].x))
    drawn = Plot(
        title=report_text("picture_of", view.language, name=view.name(indicator)),
        description=description(detail, view),
        rules=tuple(_rules(scale)),
        years=tuple(_years(scale, view.language)),
        band=_band(chart.band, scale),
        path=places_text(map(scale.at, path)) if len(path) > 1 else "",
        lines=tuple(_lines(detail, scale)),
        dots=tuple(_dots(detail, scale)),
        marks=tuple(_marks(detail, scale, view)),
        corrected=tuple(_corrected(detail, scale, view)),
        names=tuple(_names(detail, scale, view)),
        targets=tuple(_targets(detail, scale, view)),
        breaks=tuple(_breaks(detail, scale, view.language)),
        today=coordinate(scale.x(today)),
        legend=(),
    )
    return _with_legend(drawn, view.language)


def _rules(scale: Scale) -> Iterator[Mark]:
    for tick, label in zip(scale.ticks, scale.labels, strict=True):
        yield Mark("", coordinate(scale.y(tick)), "rule", label)


def _years(scale: Scale, language: str) -> Iterator[Mark]:
    """The ends of years, the last one first in importance."""
    for place, year in enumerate(reversed(years_between(scale.first, scale.last, _YEARS))):
        words = f"12/{year - 1}" if language == "vi" else f"{year - 1}-12"
        x = scale.x(year)
        kind = f"{_side(x)} minor" if place % 2 else _side(x)
        yield Mark(coordinate(x), "", kind, words)


def _side(x: float) -> str:
    """On which side of its place a text stands, so that it stays inside."""
    if x < LEFT + _MARGIN:
        return "start"
    return "end" if x > RIGHT - _MARGIN else "middle"


def _lines(detail: IndicatorDetail, scale: Scale) -> Iterator[tuple[int, str]]:
    for place, group in enumerate(detail.series.figures):
        for piece in unbroken(detail, group):
            if len(piece) > 1:
                places = thinned([scale.at(each.point) for each in piece])
                yield place % _GROUPS, places_text(places)


def _dots(detail: IndicatorDetail, scale: Scale) -> Iterator[tuple[int, str]]:
    """The places of the figures that have a dot and no words."""
    for place, figures in enumerate(detail.series.figures.values()):
        if NEWEST < len(figures) <= _MOST_DOTS:
            places = (scale.at(each.point) for each in figures[:-NEWEST])
            yield place % _GROUPS, "".join(f"M{coordinate(x)} {coordinate(y)}h0" for x, y in places)


def _marks(detail: IndicatorDetail, scale: Scale, view: View) -> Iterator[Mark]:
    indicator, language = detail.item.indicator, view.language
    for place, figures in enumerate(detail.series.figures.values()):
        for figure in figures[-NEWEST if len(figures) <= _MOST_DOTS else -1 :]:
            observation = figure.observation
            soft = observation.qualifier in _SOFT or is_part(figure, detail)
            group = view.disaggregation(observation.disaggregation)
            words = point_words(observation, indicator, language)
            x, y = scale.at(figure.point)
            kind = f"{'soft' if soft else 'figure'} g{place % _GROUPS}"
            said = f"{group}: {words}" if group else words
            yield Mark(coordinate(x), coordinate(y), kind, said)


def _names(detail: IndicatorDetail, scale: Scale, view: View) -> Iterator[Mark]:
    """The groups at their last figures, apart enough to be read; none where nothing is asked of groups."""
    last = [(place, figures[-1]) for place, figures in enumerate(detail.series.figures.values())]
    if detail.item.indicator.every is None:
        return
    sign = detail.series.sign or 1
    worst = sorted(last, key=lambda each: each[1].value * sign)[:_MOST_NAMES]
    lowest = float(HEIGHT)
    for place, figure in sorted(worst, key=lambda each: each[1].value):
        x, y = scale.at(figure.point)
        lowest = min(y + 4, lowest - _LINE)
        _, _, group = figure.observation.disaggregation.partition("=")
        kind = f"name g{place % _GROUPS} {'end' if x > RIGHT - 2 * _MARGIN else 'start'}"
        shift = -_ASIDE if kind.endswith("end") else _ASIDE
        yield Mark(coordinate(x + shift), coordinate(lowest), kind, view.org_unit(group))


def _band(band: Band | None, scale: Scale) -> str:
    """The outline of the range, closer points where it opens fast; empty where there is none."""
    if band is None:
        return ""
    times = [
        band.start + (band.end - band.start) * (step / _STROKES) ** 2
        for step in range(1, _STROKES + 1)
    ]
    lower = [scale.at(Point(t, band.at(t)[0])) for t in times]
    upper = [scale.at(Point(t, band.at(t)[1])) for t in times]
    start = scale.at(Point(band.start, band.spread.latest))
    return places_text([start, *upper, *reversed(lower)])


def _point(figure: Observation, indicator: Indicator) -> Point:
    number = number_of(figure, indicator.unit)
    return Point(decimal_year(figure.period.end), float(number or 0))


def _corrected(detail: IndicatorDetail, scale: Scale, view: View) -> Iterator[Mark]:
    indicator, language = detail.item.indicator, view.language
    for figure in detail.superseded[-_MOST_DOTS:]:
        words = report_text("corrected", language, value=point_words(figure, indicator, language))
        x, y = scale.at(_point(figure, indicator))
        yield Mark(coordinate(x), coordinate(y), "corrected", words)


def _targets(detail: IndicatorDetail, scale: Scale, view: View) -> Iterator[Mark]:
    """The targets with what they ask."""
    asked = list(_asked(detail, scale, view))
    for (x, y, side, words), below in zip(asked, words_below(asked), strict=True):
        yield Mark(coordinate(x), coordinate(y), f"{side} below" if below else side, words)


def _asked(detail: IndicatorDetail, scale: Scale, view: View) -> Iterator[Signed]:
    """The targets that have a day and a number."""
    for line in detail.item.targets:
        due, threshold = line.target.due, line.verdict.threshold
        if due is None or threshold is None:
            continue
        x, y = scale.at(Point(decimal_year(due), float(threshold)))
        asked = view.asked(line.target, detail.item.indicator, short=True)
        # On the right of a last figure stands the name of its group.
        side = "end" if detail.item.indicator.every and x > 3 * _MARGIN else _side(x)
        yield Signed(x, y, side, asked)


def _breaks(detail: IndicatorDetail, scale: Scale, language: str) -> Iterator[Mark]:
    for each in detail.item.indicator.breaks:
        x = scale.x(decimal_year(each.date))
        if LEFT <= x <= RIGHT:
            yield Mark(coordinate(x), "", "break", break_words(each.date, each.reason, language))


def _with_legend(drawn: Plot, language: str) -> Plot:
    kinds = {mark.kind.partition(" ")[0] for mark in drawn.marks}
    occurs = {
        "figure": "figure" in kinds or bool(drawn.dots),
        "soft": "soft" in kinds,
        "path": bool(drawn.path),
        "target": bool(drawn.targets),
        "likely": bool(drawn.band),
        "break": bool(drawn.breaks),
        "corrected": bool(drawn.corrected),
        "today": True,
    }
    named = (
        (kind, report_text(f"sign_{kind}", language)) for kind, found in occurs.items() if found
    )
    return replace(drawn, legend=tuple(named))
