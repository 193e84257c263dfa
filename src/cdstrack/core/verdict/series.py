"""The values of one indicator that may be judged together, by group, in order of time.

Owns which figures count: those of the plan's own area, not later than the as-of date, one a day, of
a flow and of the growth of a year only whole years, and never across a definition break. An
indicator that asks something of every sector has a group a sector; any other has one group, named
"".
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from cdstrack.core.plan.model import Indicator, Measure
from cdstrack.core.record.derived import changes_of_units, speaking
from cdstrack.core.record.observation import Observation, number_of
from cdstrack.core.record.role import firmness, without_role
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import Point, decimal_year

OVER_TIME = {Measure.FLOW, Measure.GROWTH, Measure.RATE}
"""Measures of what happened in a span of time; of a year, the figure of the whole year counts."""
WHOLE = ""
"""The group of an indicator that is not divided."""


class SeriesValue(NamedTuple):
    """An observation with its unrounded number; a state counts as its rank.

    `on` is the last day of its period, `point` the value on the time axis.
    """

    observation: Observation
    value: Fraction
    on: date
    point: Point

    @classmethod
    def of(cls, observation: Observation, value: Fraction) -> "SeriesValue":
        """The observation with its number."""
        on, (part, whole) = observation.period.end, value.as_integer_ratio()
        return cls(observation, value, on, Point(decimal_year(on), part / whole))

    def satisfies(self, threshold: Threshold) -> bool:
        """Whether the value meets the target."""
        return threshold.satisfied_by(self.value, self.observation.qualifier)


class Series(NamedTuple):
    """Figures by group, each in order of time; `named` is None where the plan names no groups.

    Groups are ranked in the wanted direction (`sign`), or by how far they lie outside `aim`.
    `breaks` are days from which derived figures come from other units, beside those of the
    definition.
    """

    figures: Mapping[str, tuple[SeriesValue, ...]]
    named: tuple[str, ...] | None
    sign: int
    aim: Threshold | None = None
    breaks: tuple[date, ...] = ()

    def since(self, day: date | None) -> "Series":
        """Only the figures dated on or after `day`."""
        is_all = day is None or all(
            figures[0].on >= day for figures in self.figures.values() if figures
        )
        return self if day is None or is_all else self.only(lambda figure: figure.on >= day)

    def of_years(self, years: Container[int]) -> "Series":
        """Only the figures dated in one of the years."""
        return self.only(lambda figure: figure.on.year in years)

    def only(self, keep: Callable[[SeriesValue], bool]) -> "Series":
        """Only the figures that `keep` wants; a group that has none left is no group."""
        kept = {
            group: tuple(figure for figure in figures if keep(figure))
            for group, figures in self.figures.items()
        }
        return self._replace(figures={group: kept[group] for group in kept if kept[group]})

    def aimed_at(self, threshold: Threshold | None) -> "Series":
        """The same, its groups ranked by how far they lie outside a range."""
        is_range = threshold is not None and threshold.is_range
        return self._replace(aim=threshold) if is_range else self

    def standing(self, day: date) -> dict[str, SeriesValue]:
        """Each group's last figure dated not after `day`."""
        found = {}
        for group, figures in self.figures.items():
            for figure in reversed(figures):
                if figure.on <= day:
                    found[group] = figure
                    break
        return found

    def worst(self, day: date = date.max) -> str | None:
        """The group with the worst value on `day`; None where none has reported."""
        standing = self.standing(day)
        if len(standing) <= 1:
            return next(iter(standing), None)
        return min(standing, key=lambda group: (*self._merit(standing[group].value), group))

    def _merit(self, value: Fraction) -> tuple[Fraction, Fraction]:
        outside = Fraction(0) if self.aim is None else -abs(self.aim.gap(value))
        return outside, value * self.sign

    def complete(self, groups: Container[str]) -> bool:
        """Whether these are all groups that the plan asks for; never where it names none."""
        return self.named is not None and all(group in groups for group in self.named)

    def all_satisfy(self, day: date, threshold: Threshold) -> bool:
        """Whether every group has reported by `day`, and last met the target."""
        standing = self.standing(day)
        return self.complete(standing) and all(
            figure.satisfies(threshold) for figure in standing.values()
        )

    def days_met(self, threshold: Threshold, after: date = date.min) -> Iterator[date]:
        """The days with figures, after a day, on which every group had reported and last met the target."""
        if len(self.figures) == 1:
            (figures,) = self.figures.values()
            if self.complete(self.figures):
                for figure in figures:
                    if figure.on > after and figure.satisfies(threshold):
                        yield figure.on
            return
        dated = [
            (figure.on, group, figure) for group, each in self.figures.items() for figure in each
        ]
        dated.sort(key=lambda found: found[0])
        met: dict[str, bool] = {}
        for day, together in groupby(dated, key=lambda found: found[0]):
            met.update({group: figure.satisfies(threshold) for _, group, figure in together})
            if day > after and all(met.values()) and self.complete(met):
                yield day

    @property
    def latest(self) -> SeriesValue | None:
        """The last value of the worst group."""
        if len(self.figures) == 1:
            (figures,) = self.figures.values()
            return figures[-1] if figures else None
        worst = self.worst()
        return None if worst is None else self.figures[worst][-1]

    @property
    def days(self) -> list[date]:
        """Every day on which some group has a figure."""
        return sorted({figure.on for figures in self.figures.values() for figure in figures})


def build_series(
    indicator: Indicator, observations: Iterable[Observation], area: str, as_of: date
) -> Series:
    """The series of an indicator as it stood on `as_of`, every period counted."""
    groups = _groups(indicator)
    by_group: dict[str, dict[date, SeriesValue]] = {}
    prefers = indicator.rollup is not None and indicator.rollup.prefer is not None
    of_years = indicator.measure.speaks_of_a_year
    used = speaking(list(observations), area, as_of, prefer_derived=prefers, of_years=of_years)
    for observation in used:
        if observation.org_unit != area or observation.period.end > as_of:
            continue
        value = number_of(observation, indicator.unit)
        if value is None:
            continue
        group = group_of(observation, indicator)
        if group is None or (groups is not None and group not in groups):
            continue
        _keep(by_group.setdefault(group, {}), SeriesValue.of(observation, value), indicator.measure)
    figures = {
        group: tuple(by_day[day] for day in sorted(by_day)) for group, by_day in by_group.items()
    }
    return Series(
        dict(sorted(figures.items())),
        groups,
        indicator.direction.sign,
        breaks=tuple(sorted(changes_of_units(used, as_of))),
    )


def judged(series: Series, indicator: Indicator) -> Series:
    """The figures of the series that may be judged: for yearly measures only whole years."""
    if not indicator.measure.speaks_of_a_year:
        return series
    return series.only(lambda figure: figure.observation.period.closes_its_year)


def _groups(indicator: Indicator) -> tuple[str, ...] | None:
    if indicator.every is None:
        return (WHOLE,)
    ((_, names),) = indicator.every.items()
    return names or None


def group_of(observation: Observation, indicator: Indicator) -> str | None:
    """The group whose series a figure belongs to; None where it belongs to none."""
    part = without_role(observation.disaggregation)
    if indicator.every is None:
        return WHOLE if part == "" else None
    ((dimension, _),) = indicator.every.items()
    name, _, group = part.partition("=")
    return group if name == dimension and ";" not in group else None


def _keep(by_day: dict[date, SeriesValue], figure: SeriesValue, measure: Measure) -> None:
    """Keeps one of two values of the same day, independent of the order of recording."""
    known = by_day.get(figure.on)
    if known is None or _precedence(known, measure) <= _precedence(figure, measure):
        by_day[figure.on] = figure


def _precedence(figure: SeriesValue, measure: Measure) -> tuple[bool, timedelta, int, int]:
    """Where years are measured the whole year goes first; else the figure about the shorter time.

    Of scores by several roles the firmest one is kept. Of two spellings of the same period, the
    one recorded later; so it is of two figures of a stock, which has one value a day however the
    period is called.
    """
    period, firm = figure.observation.period, firmness(figure.observation.disaggregation)
    if measure not in OVER_TIME:
        return False, timedelta(0), firm, figure.observation.id or 0
    return period.is_whole_year, -period.length, firm, figure.observation.id or 0
