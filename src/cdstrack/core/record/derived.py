"""Derived figures, computed from those of units, and their precedence over stated ones.

Owns the shape of a derived figure, which is among the recorded ones and is judged like them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.record.observation import Observation
from cdstrack.core.record.role import firmness, without_role


@dataclass(frozen=True, slots=True)
class RollUpPoint:
    """The roll-up of an area on the last day of a period.

    `expected` units were there that day, `reported` of them had a figure; `missing` are the others.
    `value` is what those that reported come to, None where nothing can be computed; `parts` are the
    sums of numerators and denominators that a ratio is made of. `newest` is the day of the newest
    figure among them, `period_before` the end of the period before. `since` is the day from which
    the units are the same, where a change of units ends the comparison. `is_enough` says whether
    enough units reported.
    """

    on: date
    period_before: date
    expected: int
    reported: int
    missing: tuple[str, ...]
    value: Fraction | None
    parts: tuple[Fraction, Fraction] | None
    newest: date | None
    since: date | None
    is_enough: bool

    @property
    def has_news(self) -> bool:
        """Whether some unit added a figure of the period itself."""
        return self.newest is not None and self.newest > self.period_before


class DerivedFigure(Observation):
    """A figure of an area that is rolled up from its units; it is never stored.

    Where too few units have reported it has no value, and `point` holds what is known.
    """

    point: RollUpPoint


class IndexFigure(Observation):
    """The value of a composite index; not kept anywhere.

    `since` is the day from which its members come from the same units, where a change of units ends
    the comparison of one of them.
    """

    since: date | None = None


def is_derived(figure: Observation) -> bool:
    """Whether the figure was computed and not recorded."""
    return isinstance(figure, DerivedFigure)


def recorded_only(figures: Iterable[Observation]) -> list[Observation]:
    """The figures that somebody recorded."""
    return [each for each in figures if not isinstance(each, DerivedFigure)]


def latest_point(figures: Iterable[Observation], as_of: date) -> RollUpPoint | None:
    """The last point of a roll-up up to a day; None without a roll-up."""
    points = [
        each.point
        for each in figures
        if isinstance(each, DerivedFigure) and each.period.end <= as_of
    ]
    return max(points, key=lambda point: point.on, default=None)


def latest_stated(
    figures: Iterable[Observation], area: str, as_of: date, *, of_years: bool = False
) -> Observation | None:
    """The latest figure recorded for the area itself, of the whole, and of a whole year if asked."""
    stated = [
        each
        for each in figures
        if _is_stated(each, area, of_years=of_years) and each.period.end <= as_of and each.is_figure
    ]
    return max(stated, key=_precedence, default=None)


def _precedence(figure: Observation) -> tuple[date, int, int]:
    return figure.period.end, firmness(figure.disaggregation), figure.id or 0


def speaking(
    figures: Sequence[Observation],
    area: str,
    as_of: date,
    *,
    prefer_derived: bool,
    of_years: bool = False,
) -> list[Observation]:
    """The figures that are judged: only one of a stated and a derived figure for the same time.

    Where figures speak `of_years`, what is stated of a part of a year says nothing of the whole
    one.

    A stated figure speaks for the time since the newest figure of a unit that the derived one rests
    on; where derived ones are preferred, each speaks for its whole period. A point to which no unit
    added a figure of its period is left out, unless it is the last one.
    """
    if not any(isinstance(each, DerivedFigure) for each in figures):
        return list(figures)
    last = latest_point(figures, as_of)
    derived = [
        each
        for each in figures
        if isinstance(each, DerivedFigure) and each.is_figure and _has_news(each.point, last)
    ]
    stated = [each for each in figures if not isinstance(each, DerivedFigure)]
    own = [each for each in stated if _is_stated(each, area, of_years=of_years) and each.is_figure]
    if prefer_derived:
        spans = [(each.point.period_before, each.point.on) for each in derived]
        silent = {id(each) for each in own if any(a < each.period.end <= b for a, b in spans)}
        return [each for each in (*stated, *derived) if id(each) not in silent]
    days = [each.period.end for each in own]
    return [*stated, *(each for each in derived if not _is_told(each.point, days))]


def _is_stated(figure: Observation, area: str, *, of_years: bool) -> bool:
    is_whole = figure.org_unit == area and not without_role(figure.disaggregation)
    if not is_whole or isinstance(figure, DerivedFigure):
        return False
    return not of_years or figure.period.closes_its_year


def _has_news(point: RollUpPoint, last: RollUpPoint | None) -> bool:
    return point.has_news or point is last


def _is_told(point: RollUpPoint, stated: Iterable[date]) -> bool:
    """Whether a stated figure already covers everything from which a derived one was computed."""
    return point.newest is not None and any(point.newest <= day <= point.on for day in stated)


def changes_of_units(figures: Iterable[Observation], as_of: date) -> set[date]:
    """The days from which derived figures, or the members of an index, come from other units."""
    until = (each for each in figures if each.period.end <= as_of)
    return {day for each in until if (day := same_units_since(each))}


def same_units_since(figure: Observation) -> date | None:
    """The day before which a figure cannot be compared, as its units were others; None: nothing."""
    if isinstance(figure, DerivedFigure):
        return figure.point.since
    return figure.since if isinstance(figure, IndexFigure) else None
