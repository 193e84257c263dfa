"""Adds the derived figures to the recorded ones, before anything is judged.

Owns which figures of a plan are derived and in which order: an index after its members. Everything
that judges figures goes through `derive`, so that a derived figure is judged like any other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cdstrack.core.derived.composite import (
    Composition,
    compositions,
    firmest,
    score_alone,
    standing,
)
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation


@dataclass(frozen=True, slots=True)
class Derived:
    """All figures to be judged, and how the derived ones were computed.

    `compositions` are by indicator and org unit, in order of time.
    """

    figures: Sequence[Observation]
    compositions: Mapping[tuple[str, str], Sequence[Composition]] = field(default_factory=dict)

    def of(self, indicator: str, org_unit: str) -> Sequence[Composition]:
        """The compositions of an index, one for each period."""
        return self.compositions.get((indicator, org_unit), ())

    def of_indicator(self, indicator: str) -> list[Observation]:
        """The figures of one indicator."""
        return [figure for figure in self.figures if figure.indicator == indicator]


def derive(plan: Plan, observations: Iterable[Observation]) -> Derived:
    """The figures with the derived ones; recorded figures of a computed index are left out.

    Args:
        plan: The plan.
        observations: The current figures of all indicators in `sources_of` the judged ones.
    """
    recorded = observations if isinstance(observations, list) else list(observations)
    indices = [each for each in plan.indicators if each.composite is not None]
    if not indices:
        return Derived(recorded)
    computed = {each.id for each in indices}
    kept = [figure for figure in recorded if figure.indicator not in computed]
    units = _by_unit(kept, indices)
    found: dict[tuple[str, str], Sequence[Composition]] = {}
    for indicator in in_order_of_need(plan, indices):
        for org_unit, figures in units.items():
            composed = compositions(indicator, plan.by_id, figures, org_unit)
            found[indicator.id, org_unit] = composed
            figures[indicator.id] = [each.figure for each in composed if each.figure is not None]
    derived = [
        figure for indicator, org_unit in found for figure in units[org_unit].get(indicator, ())
    ]
    return Derived([*kept, *derived], found)


def sources_of(plan: Plan, wanted: Iterable[str]) -> set[str]:
    """The indicators whose figures judging needs: the judged ones, their members and weights."""
    needed: set[str] = set()
    waiting = list(wanted)
    while waiting:
        id_ = waiting.pop()
        indicator = plan.by_id.get(id_)
        if id_ in needed or indicator is None:
            continue
        needed.add(id_)
        if indicator.composite is not None:
            waiting.extend(indicator.composite.members)
        if indicator.rollup is not None and indicator.rollup.weight:
            waiting.append(indicator.rollup.weight)
    return needed


def in_order_of_need(plan: Plan, indices: Iterable[Indicator]) -> list[Indicator]:
    """The indices, each after its members."""
    ordered: dict[str, Indicator] = {}
    for indicator in indices:
        waiting = [indicator]
        while waiting:
            each = waiting[-1]
            members = each.composite.members if each.composite else ()
            first = [
                member
                for id_ in members
                if (member := plan.by_id.get(id_)) and member.composite and id_ not in ordered
            ]
            if first:
                waiting.extend(first)
            else:
                ordered.setdefault(each.id, each)
                waiting.pop()
    return list(ordered.values())


def _by_unit(
    figures: Iterable[Observation], indices: Iterable[Indicator]
) -> dict[str, dict[str, list[Observation]]]:
    """The figures of members by org unit and indicator."""
    members = {member for each in indices if each.composite for member in each.composite.members}
    found: dict[str, dict[str, list[Observation]]] = defaultdict(dict)
    for figure in figures:
        if figure.indicator in members:
            found[figure.org_unit].setdefault(figure.indicator, []).append(figure)
    return found


def latest(indicator: Indicator, derived: Derived, org_unit: str) -> Composition | None:
    """The current composition of an index, or the latest score of another indicator; None without figures."""
    if indicator.composite is not None:
        return standing(derived.of(indicator.id, org_unit), date.max)
    mine = (each for each in derived.of_indicator(indicator.id) if each.org_unit == org_unit)
    figure = firmest(indicator, mine)
    return None if figure is None else score_alone(indicator, figure, org_unit)
