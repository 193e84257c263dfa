"""The picture of one indicator: figures, the path to its milestones, what is likely, breaks, corrections.

Owns where everything lies, in the units of the drawing, and what is said about it in words. How it looks
is for the style sheet of the page. A point that nobody could tell from its neighbours is not drawn twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.record.observation import Observation, Qualifier, number_of
from cdstrack.core.reports.indicator_detail import Band, IndicatorDetail
from cdstrack.core.verdict.series import SeriesValue
from cdstrack.core.verdict.trajectory import Point, decimal_year
from cdstrack.render.indicator.axes import nice_ticks, points_of, year_marks
from cdstrack.render.view import View
from cdstrack.words.labels.likely import range_sentence
from cdstrack.words.labels.report import report_text
from cdstrack.words.labels.value import figure_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import format_number

WIDTH, HEIGHT = 720, 250
LEFT, RIGHT, TOP, BOTTOM = 8, 712, 28, 220
_MARGIN, _ASIDE, _LINE = 45, 9, 15
_LETTER, _MOST_ASIDE = 9, 90
_TICKS, _YEARS, _STROKES = 4, 8, 8
_MOST_DOTS = 60
"""Figures of a group that have a dot each; of more, the line alone is drawn."""
NEWEST = 5
"""Figures of a group whose dots say what they are."""
_SOFT = {Qualifier.ESTIMATE, Qualifier.PRELIMINARY, Qualifier.ABOUT}
_GROUPS = 4
"""Lines that can be told apart."""


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


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line; `level` is the height of the active target."""

    title: str
    description: str
    lines: tuple[str, ...]
    last: tuple[str, str] | None
    level: str


class _Scale:
    """From decimal years and values to places."""

    def __init__(self, times: Sequence[float], values: Sequence[float], language: str) -> None:
        self.first, self.last = min(times), max(times)
        self.ticks = nice_ticks(min(values), max(values), _TICKS)
        self.labels = [format_number(tick, language) for tick in self.ticks]
        # The numbers stand inside the drawing, before its first figure.
        self._left = LEFT + min(_MOST_ASIDE, _LETTER * max(map(len, self.labels)))

    def x(self, t: float) -> float:
        span = self.last - self.first
        return self._left + (RIGHT - self._left) * ((t - self.first) / span if span else 0.5)

    def y(self, value: float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low)

    def at(self, point: Point) -> tuple[float, float]:
        return self.x(point.t), self.y(point.x)


def plot(detail: IndicatorDetail, view: View) -> Plot | None:
    """The picture of an indicator; None where there is nothing to draw: a state, or no number at all."""
    chart, indicator = detail.chart, detail.item.indicator
    known = [*points_of(chart), *(_point(each, indicator) for each in detail.superseded)]
    if not known or indicator.unit is Unit.STATE:
        return None
    today = decimal_year(detail.header.as_of)
    times = [today, *(point.t for point in known)]
    scale = _Scale(times, [point.x for point in known], view.language)
    path = [*chart.path]
    if path and path[-1].t < scale.last:
        path.append(Point(scale.last, path[-1].x))
    drawn = Plot(
        title=report_text("picture_of", view.language, name=view.name(indicator)),
        description=description(detail, view),
        rules=tuple(_rules(scale)),
        years=tuple(_years(scale, detail, view.language)),
        band=_band(chart.band, scale),
        path=_places(map(scale.at, path)) if len(path) > 1 else "",
        lines=tuple(_lines(detail, scale)),
        dots=tuple(_dots(detail, scale)),
        marks=tuple(_marks(detail, scale, view)),
        corrected=tuple(_corrected(detail, scale, view)),
        names=tuple(_names(detail, scale, view)),
        targets=tuple(_targets(detail, scale, view)),
        breaks=tuple(_breaks(detail, scale, view.language)),
        today=_number(scale.x(today)),
        legend=(),
    )
    return _with_legend(drawn, view.language)


def spark(detail: IndicatorDetail, view: View) -> Spark | None:
    """The figures as a small line, which is broken where the definition was; None without figures."""
    indicator, chart = detail.item.indicator, detail.chart
    if not chart.figures:
        return None
    line = detail.item.active_line
    goal = None if line is None or line.verdict.threshold is None else float(line.verdict.threshold)
    values = [point.x for point in chart.figures]
    low, high = min(values), max(values)
    in_sight = goal is not None and 2 * low - high <= goal <= 2 * high - low
    if in_sight and goal is not None:
        low, high = min(low, goal), max(high, goal)
    first, last = chart.figures[0].t, chart.figures[-1].t

    def place(point: Point) -> tuple[float, float]:
        along = (point.t - first) / (last - first) if last > first else 1.0
        up = (point.x - low) / (high - low) if high > low else 0.5
        return 6 + 208 * along, 50 - 44 * up

    pieces = [piece for group in detail.series.figures for piece in _pieces(detail, group)]
    lines = (_places(_thinned([place(each.point) for each in piece])) for piece in pieces)
    x, y = place(chart.figures[-1])
    return Spark(
        title=report_text("trend_of", view.language, name=view.short_name(indicator)),
        description=trend_words(detail, view),
        lines=tuple(line for line in lines if " " in line),
        last=(_number(x), _number(y)),
        level=_number(place(Point(last, goal))[1]) if in_sight and goal is not None else "",
    )


def trend_words(detail: IndicatorDetail, view: View) -> str:
    """From which figure to which; of one, that one."""
    figures, language = detail.figures, view.language
    if not figures:
        return report_text("no_figures", language)
    first, last = (_at(each, detail.item.indicator, language) for each in (figures[0], figures[-1]))
    key = "only_figure" if len(figures) == 1 else "from_to"
    return report_text(key, language, first=first, last=last)


def description(detail: IndicatorDetail, view: View) -> str:
    """What the picture shows, in a sentence for whoever does not see it."""
    item, language = detail.item, view.language
    told = [trend_words(detail, view)]
    for line in item.targets:
        due = line.target.due
        if due is not None:
            asked = view.asked(line.target, item.indicator)
            told.append(report_text("goal", language, due=format_day(due, language), asked=asked))
        if due is not None and line.verdict.likely is not None:
            found = range_sentence(line.verdict.likely, item.indicator, language)
            told.append(
                report_text("likely_then", language, due=format_day(due, language), range=found)
            )
    told += [_broken(each.date, each.reason, language) for each in item.indicator.breaks]
    return "; ".join(told) + "."


def _at(figure: Observation, indicator: Indicator, language: str) -> str:
    value = figure_words(figure, indicator, language)
    period = format_period(figure.period, language, short=True)
    return report_text("at", language, value=value, period=period)


def _broken(day: date, reason: str, language: str) -> str:
    return report_text("broken", language, day=format_day(day, language), reason=clean(reason))


def _rules(scale: _Scale) -> Iterator[Mark]:
    for tick, label in zip(scale.ticks, scale.labels, strict=True):
        yield Mark("", _number(scale.y(tick)), "rule", label)


def _years(scale: _Scale, detail: IndicatorDetail, language: str) -> Iterator[Mark]:
    """The ends of years, the last one first in importance."""
    years = year_marks(detail.chart, _YEARS) if not detail.chart.is_empty else []
    for place, year in enumerate(reversed(years)):
        words = f"12/{year - 1}" if language == "vi" else f"{year - 1}-12"
        x = scale.x(year)
        if LEFT - 1 <= x <= RIGHT + 1:
            kind = f"{_side(x)} minor" if place % 2 else _side(x)
            yield Mark(_number(x), "", kind, words)


def _side(x: float) -> str:
    """On which side of its place a text stands, so that it stays inside."""
    if x < LEFT + _MARGIN:
        return "start"
    return "end" if x > RIGHT - _MARGIN else "middle"


def _pieces(detail: IndicatorDetail, group: str) -> list[list[SeriesValue]]:
    """The figures of a group that one line may lead through: never across a break, only whole years."""
    breaks = sorted(each.date for each in detail.item.indicator.breaks)
    figures = [each for each in detail.series.figures[group] if not _is_part(each, detail)]
    sides = groupby(figures, key=lambda figure: sum(day <= figure.on for day in breaks))
    return [list(side) for _, side in sides]


def _is_part(figure: SeriesValue, detail: IndicatorDetail) -> bool:
    """Whether a figure is about a part of the year that its indicator speaks of."""
    speaks = detail.item.indicator.measure.speaks_of_a_year
    return speaks and not figure.observation.period.closes_its_year


def _lines(detail: IndicatorDetail, scale: _Scale) -> Iterator[tuple[int, str]]:
    for place, group in enumerate(detail.series.figures):
        for piece in _pieces(detail, group):
            if len(piece) > 1:
                places = _thinned([scale.at(each.point) for each in piece])
                yield place % _GROUPS, _places(places)


def _dots(detail: IndicatorDetail, scale: _Scale) -> Iterator[tuple[int, str]]:
    """The places of the figures that have a dot and no words."""
    for place, figures in enumerate(detail.series.figures.values()):
        if NEWEST < len(figures) <= _MOST_DOTS:
            places = (scale.at(each.point) for each in figures[:-NEWEST])
            yield place % _GROUPS, "".join(f"M{_number(x)} {_number(y)}h0" for x, y in places)


def _marks(detail: IndicatorDetail, scale: _Scale, view: View) -> Iterator[Mark]:
    indicator, language = detail.item.indicator, view.language
    for place, figures in enumerate(detail.series.figures.values()):
        for figure in figures[-NEWEST if len(figures) <= _MOST_DOTS else -1 :]:
            observation = figure.observation
            soft = observation.qualifier in _SOFT or _is_part(figure, detail)
            group = view.disaggregation(observation.disaggregation)
            words = _at(observation, indicator, language)
            x, y = scale.at(figure.point)
            kind = f"{'soft' if soft else 'figure'} g{place % _GROUPS}"
            said = f"{group}: {words}" if group else words
            yield Mark(_number(x), _number(y), kind, said)


def _names(detail: IndicatorDetail, scale: _Scale, view: View) -> Iterator[Mark]:
    """The groups at their last figures, apart enough to be read; none where there is one group."""
    last = [(place, figures[-1]) for place, figures in enumerate(detail.series.figures.values())]
    if detail.item.indicator.every is None:
        return
    lowest = float(HEIGHT)
    for place, figure in sorted(last, key=lambda each: -scale.at(each[1].point)[1]):
        x, y = scale.at(figure.point)
        lowest = min(y + 4, lowest - _LINE)
        _, _, group = figure.observation.disaggregation.partition("=")
        kind = f"name g{place % _GROUPS} {'end' if x > RIGHT - 2 * _MARGIN else 'start'}"
        shift = -_ASIDE if kind.endswith("end") else _ASIDE
        yield Mark(_number(x + shift), _number(lowest), kind, view.org_unit(group))


def _band(band: Band | None, scale: _Scale) -> str:
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
    return _places([start, *upper, *reversed(lower)])


def _point(figure: Observation, indicator: Indicator) -> Point:
    number = number_of(figure, indicator.unit)
    return Point(decimal_year(figure.period.end), float(number or 0))


def _corrected(detail: IndicatorDetail, scale: _Scale, view: View) -> Iterator[Mark]:
    indicator, language = detail.item.indicator, view.language
    for figure in detail.superseded[-_MOST_DOTS:]:
        words = report_text("corrected", language, value=_at(figure, indicator, language))
        x, y = scale.at(_point(figure, indicator))
        yield Mark(_number(x), _number(y), "corrected", words)


def _targets(detail: IndicatorDetail, scale: _Scale, view: View) -> Iterator[Mark]:
    for line in detail.item.targets:
        due, threshold = line.target.due, line.verdict.threshold
        if due is None or threshold is None:
            continue
        x, y = scale.at(Point(decimal_year(due), float(threshold)))
        asked = view.asked(line.target, detail.item.indicator, short=True)
        # On the right of a last figure stands the name of its group.
        side = "end" if detail.item.indicator.every and x > 3 * _MARGIN else _side(x)
        yield Mark(_number(x), _number(y), side, asked)


def _breaks(detail: IndicatorDetail, scale: _Scale, language: str) -> Iterator[Mark]:
    for each in detail.item.indicator.breaks:
        x = scale.x(decimal_year(each.date))
        if LEFT <= x <= RIGHT:
            yield Mark(_number(x), "", "break", _broken(each.date, each.reason, language))


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


def _thinned(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same line with at most four places a unit of width: first, lowest, highest, last."""
    if len(places) <= 2 * _MOST_DOTS:
        return places
    kept: list[tuple[float, float]] = []
    for _, found in groupby(places, key=lambda place: int(place[0])):
        column = list(found)
        telling = {0, len(column) - 1}
        telling |= {column.index(edge(column, key=lambda place: place[1])) for edge in (min, max)}
        kept += [column[at] for at in sorted(telling)]
    return kept


def _places(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _number(place: float) -> str:
    """A coordinate, to the nearest whole: a drawing has several hundred.

    >>> _number(12.4), _number(-0.2)
    ('12', '0')
    """
    return str(round(place))
