"""Rules about several observations: the course of one series, and parts that add up to a whole.

Owns which observations a sum compares. What makes one figure doubtful beside its neighbours is in
`cdstrack.core.checks.doubts`; which two of a series may be compared, in
`cdstrack.core.record.movement`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.checks.course import LAST_STANDS, Course
from cdstrack.core.checks.doubt import Doubt
from cdstrack.core.checks.doubts import found_in
from cdstrack.core.checks.finding import Finding, about_observation
from cdstrack.core.plan.model import Indicator, Measure, Plan, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import (
    SHARE_OF,
    Observation,
    Qualifier,
    exact_value,
    number_of,
    to_decimal,
)


def doubts_of_series(course: Course) -> Iterator[tuple[Observation, Doubt]]:
    """All doubts that one series raises, each with the figure that is doubtful."""
    yield from found_in(course)
    rules: list[Callable[[Course, int], Doubt | None]] = []
    if course.indicator.unit in SHARE_OF:
        rules.append(_denominator_shrinks)
    if course.shares_days and course.indicator.measure in LAST_STANDS:
        rules.append(_two_on_a_day)
    for at, figure in enumerate(course.figures if rules else ()):
        for rule in rules:
            if doubt := rule(course, at):
                yield figure, doubt


def _denominator_shrinks(course: Course, at: int) -> Doubt | None:
    """The denominator of a share does not get smaller."""
    after = course.figures[at].denominator
    if after is None:
        return None
    earlier = course.previous(at)
    if earlier is None:
        return None
    previous = course.figures[earlier]
    before = previous.denominator
    return Doubt("CDS502", previous) if before is not None and after < before else None


def _two_on_a_day(course: Course, at: int) -> Doubt | None:
    """A stock or a place has one value on a day, however the day is written."""
    figure, unit = course.figures[at], course.indicator.unit
    for earlier in range(at - 1, course.first_before(at) - 1, -1):
        if course.ends[earlier] < course.ends[at]:
            return None
        other = course.figures[earlier]
        if number_of(other, unit) != number_of(figure, unit):
            return Doubt("CDS505", other)
    return None


_LOOSE = {Qualifier.ABOUT, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ESTIMATE}
_SPANS = {Measure.FLOW, Measure.GROWTH, Measure.RATE}
_NOTHING = Fraction(0)
When = tuple[str, str, date | None, date]
"""Unit, part, first day (of what is counted over a span) and last day."""


@dataclass(slots=True)
class Sums:
    """Collects the observations of wholes and parts, the indicators `wanted`, then compares them."""

    plan: Plan
    _known: dict[str, dict[When, Observation]] = field(default_factory=lambda: defaultdict(dict))
    wanted: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        wholes = [each for each in self.plan.indicators if each.sum_of]
        names = {each.id for each in wholes} | {part for each in wholes for part in each.sum_of}
        self.wanted = frozenset(names)

    def add(self, series: Iterable[Observation]) -> None:
        """Adds the figures of a part or a whole."""
        for figure in series:
            indicator = self.plan.by_id.get(figure.indicator)
            if figure.value is None or indicator is None:
                continue
            start = figure.period.start if indicator.measure in _SPANS else None
            when = (figure.org_unit, figure.disaggregation, start, figure.period.end)
            self._known[figure.indicator][when] = figure

    def findings(self, only_counts: Callable[[str], bool] = lambda _: False) -> Iterator[Finding]:
        """Each whole that differs from the sum of its parts, if all of them are known.

        Where the parts need not fill the whole, the known ones must not exceed it.
        """
        for whole in self.plan.indicators:
            if not whole.sum_of or whole.unit is Unit.STATE:
                continue
            for when, total in self._known[whole.id].items():
                parts = [self._known[part].get(when) for part in whole.sum_of]
                known = [part for part in parts if part is not None]
                enough = known if whole.partial else len(known) == len(parts)
                if not enough or _add_up(whole, total, known) or only_counts("CDS501"):
                    continue
                yield about_observation(_problem(whole, total, known), total)


def _add_up(whole: Indicator, total: Observation, parts: list[Observation]) -> bool:
    """Whether parts add up to their whole, within the rounding of the printed decimals."""
    figures = [total, *parts]
    if any(figure.qualifier in _LOOSE for figure in figures):
        return True
    slack = sum((rounding(figure, whole.unit) for figure in figures), Fraction(0))
    more = _sum(parts, whole.unit) - _sum([total], whole.unit)
    return (more if whole.partial else abs(more)) <= slack


def _sum(figures: Sequence[Observation], unit: Unit) -> Fraction:
    if any(figure.denominator is not None or figure.exact is not None for figure in figures):
        return sum(_numbers(figures, unit), Fraction(0))
    # Eighteen digits at most each: decimals add them up exactly, and much faster.
    return Fraction(sum((figure.value or Decimal(0) for figure in figures), Decimal(0)))


def _numbers(figures: Iterable[Observation], unit: Unit) -> list[Fraction]:
    return [exact_value(figure, unit) or Fraction(0) for figure in figures]


def _problem(whole: Indicator, total: Observation, parts: list[Observation]) -> Problem:
    stated, *added = _numbers([total, *parts], whole.unit)
    facts = {
        "total": format_decimal(to_decimal(stated)),
        "sum": format_decimal(to_decimal(sum(added, Fraction(0)))),
        "parts": " + ".join(
            f"{part.indicator} {format_decimal(to_decimal(number))}"
            for part, number in zip(parts, added, strict=True)
        ),
    }
    if whole.partial:
        facts["partial"] = "yes"
    return Problem("CDS501", facts, Severity.WARNING)


def rounding(figure: Observation, unit: Unit) -> Fraction:
    """The greatest rounding error of a printed figure; zero for counts."""
    if unit is Unit.COUNT or figure.value is None or figure.denominator is not None:
        return _NOTHING
    decimals = len(format_decimal(figure.value).partition(".")[2])
    return Fraction(Decimal(5).scaleb(-decimals - 1))
