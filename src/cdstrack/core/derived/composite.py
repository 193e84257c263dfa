"""A composite index: the weighted sum of its members, in one period that all of them share.

value = Σ weight · v, with v the member's value, its points over the most points where it has
`points`, and its value over its scale where it is an index itself. Exact: fractions, no rounding.
A member without a figure of the period is missing, and then there is no value; never zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.derived.points import points_of
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.derived import IndexFigure, is_derived, same_units_since
from cdstrack.core.record.observation import Observation, Qualifier, number_of, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import Role, firmness, role_of, without_role

Span = tuple[date, date]
"""First and last day: two figures are about the same period where both are equal."""


@dataclass(frozen=True, slots=True)
class MemberScore:
    """A member in one period: its figure, and the fraction of its weight that it earns, from 0 to 1.

    `points` of `most` on the member's own scale: its `points`, else its weight. All are None where
    the figure is missing.
    """

    indicator: Indicator
    weight: Fraction
    figure: Observation | None
    part: Fraction | None
    most: Fraction

    @property
    def points(self) -> Fraction | None:
        """The points on the member's own scale."""
        return None if self.part is None else self.part * self.most

    @property
    def contribution(self) -> Fraction | None:
        """What the member adds to the index."""
        return None if self.part is None else self.part * self.weight

    @property
    def lost(self) -> Fraction | None:
        """What the member could still add, on the scale of the index."""
        return None if self.part is None else self.weight - self.part * self.weight

    @property
    def role(self) -> Role | None:
        """Who gave the figure."""
        return None if self.figure is None else role_of(self.figure.disaggregation)


@dataclass(frozen=True, slots=True)
class Composition:
    """An index in one period, member by member in the order of the plan file.

    `period` is None where no member has any figure.
    """

    indicator: Indicator
    org_unit: str
    period: Period | None
    of: Fraction
    members: tuple[MemberScore, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The members without a figure of the period."""
        return tuple(each.indicator.id for each in self.members if each.part is None)

    @property
    def is_unfinished(self) -> bool:
        """Whether some members have a figure and others have none."""
        return 0 < len(self.missing) < len(self.members)

    @property
    def value(self) -> Fraction | None:
        """The index; None while a member is missing."""
        parts = [each.contribution for each in self.members]
        known = [part for part in parts if part is not None]
        return sum(known, Fraction(0)) if len(known) == len(parts) else None

    @property
    def figure(self) -> Observation | None:
        """The index as a derived figure of its period."""
        value = self.value
        if value is None or self.period is None:
            return None
        figures = (each.figure for each in self.members)
        changes = (figure and same_units_since(figure) for figure in figures)
        return IndexFigure(
            since=max((day for day in changes if day), default=None),
            indicator=self.indicator.id,
            org_unit=self.org_unit,
            period=self.period,
            value=to_decimal(value),
            exact=value,
            qualifier=Qualifier.DERIVED,
        )


def compositions(
    indicator: Indicator,
    known: Mapping[str, Indicator],
    figures: Mapping[str, Iterable[Observation]],
    org_unit: str,
) -> list[Composition]:
    """The index in every period for which a member has a figure, in chronological order.

    Args:
        indicator: One with `composite`.
        known: The indicators of the plan by id.
        figures: Figures of one org unit by indicator; of members that are indices, derived ones.
        org_unit: That unit.
    """
    composite = indicator.composite
    if composite is None:
        return []
    by_member = {
        member: _by_span(figures.get(member, ()), known.get(member)) for member in composite.members
    }
    periods: dict[Span, Period] = {}
    for spans in by_member.values():
        for span, figure in spans.items():
            periods.setdefault(span, figure.period)
    return [
        composition_of(
            indicator,
            known,
            {member: spans[span] for member, spans in by_member.items() if span in spans},
            org_unit,
            periods[span],
        )
        for span in sorted(periods, key=lambda span: (span[1], span[0]))
    ]


def composition_of(
    indicator: Indicator,
    known: Mapping[str, Indicator],
    figures: Mapping[str, Observation],
    org_unit: str,
    period: Period | None,
) -> Composition:
    """The index of one period from the figure of each member."""
    assert indicator.composite is not None  # noqa: S101 - only indices are composed
    members = tuple(
        _scored(known[member], Fraction(weight), figures.get(member))
        for member, weight in indicator.composite.members.items()
        if member in known
    )
    of = Fraction(indicator.composite.of)
    return Composition(indicator, org_unit, period, of, members)


def standing(found: Iterable[Composition], until: date) -> Composition | None:
    """The current index on a day: the latest complete one, else the latest with the fewest missing."""
    by_then = [each for each in found if each.period is None or each.period.end <= until]
    whole = [each for each in by_then if not each.missing]
    if whole:
        return whole[-1]
    return min(reversed(by_then), key=lambda each: len(each.missing), default=None)


def score_alone(indicator: Indicator, figure: Observation | None, org_unit: str) -> Composition:
    """A composition with one member: an indicator that is no index.

    Its scale is the maximum of its `points`, else its upper bound, else 1.
    """
    bound = (indicator.bounds or (None, None))[1]
    most = Fraction(1 if bound is None else bound)
    if indicator.points is not None:
        member = _scored(indicator, Fraction(indicator.points.max), figure)
    else:
        value = None if figure is None else number_of(figure, indicator.unit)
        part = None if value is None or not most else value / most
        member = MemberScore(indicator, most, figure, part, most)
    period = None if figure is None else figure.period
    return Composition(indicator, org_unit, period, member.weight, (member,))


def firmest(indicator: Indicator, figures: Iterable[Observation]) -> Observation | None:
    """The latest figure of the whole; of several for its period the firmest."""
    spans = _by_span(figures, indicator)
    return spans[max(spans, key=lambda span: (span[1], span[0]))] if spans else None


def latest_unfinished(found: Iterable[Composition], until: date) -> Composition | None:
    """The last period up to a day, if it is incomplete: some members have no figure yet."""
    by_then = [each for each in found if each.period is None or each.period.end <= until]
    return by_then[-1] if by_then and by_then[-1].missing else None


def _scored(member: Indicator, weight: Fraction, figure: Observation | None) -> MemberScore:
    most = weight if member.points is None else Fraction(member.points.max)
    part = None if figure is None else _part(member, figure)
    return MemberScore(member, weight, figure, part, most)


def _part(member: Indicator, figure: Observation) -> Fraction | None:
    """The fraction of its weight that a member earns, as a rule between 0 and 1."""
    if member.points is not None:
        points = points_of(member, figure)
        return None if points is None else points / Fraction(member.points.max)
    value = number_of(figure, member.unit)
    if value is None or member.composite is None:
        return value
    return value / Fraction(member.composite.of)


def _by_span(
    figures: Iterable[Observation], indicator: Indicator | None
) -> dict[Span, Observation]:
    """The figure of the whole that counts for each period.

    It is the firmest one, of equally firm ones the one recorded later. The indicator says whether a
    stated figure or one rolled up from units takes precedence.
    """
    rollup = indicator.rollup if indicator else None
    of_units = _OF_UNITS_FIRST if rollup and rollup.prefer else _OF_UNITS_LAST
    found: dict[Span, Observation] = {}
    for figure in figures:
        if not figure.is_figure or without_role(figure.disaggregation):
            continue
        span = figure.period.days
        if span not in found or _precedence(found[span], of_units) <= _precedence(figure, of_units):
            found[span] = figure
    return found


_OF_UNITS_FIRST, _OF_UNITS_LAST = 9, -1


def _precedence(figure: Observation, of_units: int) -> tuple[int, int]:
    firm = of_units if is_derived(figure) else firmness(figure.disaggregation)
    return firm, figure.id or 0
