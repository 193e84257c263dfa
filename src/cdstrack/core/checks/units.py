"""Rules about what an indicator is counted in, and about bodies that follow one another."""

from collections.abc import Iterable, Iterator

from cdstrack.core.checks.ids import circles
from cdstrack.core.checks.walk import indicators, targets_of
from cdstrack.core.plan.model import Direction, Plan, Unit
from cdstrack.core.problem import Problem

_OF_NUMBERS = ("bounds", "baseline", "sum_of", "numerator", "denominator")


def ranks_are_better_when_lower(plan: Plan) -> Iterator[Problem]:
    """The wanted direction of a rank is down: place 1 is the best."""
    for entry in indicators(plan):
        if entry.indicator.unit is Unit.RANK and entry.indicator.direction is Direction.INCREASE:
            yield entry.error("CDS161", "direction")


def states_have_no_numbers(plan: Plan) -> Iterator[Problem]:
    """A state (not-started, in-progress, done) has no bounds, baseline, fraction or sum."""
    for entry in indicators(plan):
        if entry.indicator.unit is not Unit.STATE:
            continue
        for key in _OF_NUMBERS:
            if getattr(entry.indicator, key):
                yield entry.error_at_key("CDS171", key, key=key)
        for target in targets_of(*entry):
            if target.target.declared:
                yield target.error_at_key("CDS156", "declared")


def successors_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No body is, directly or through others, its own successor."""
    follow: dict[str, Iterable[str]] = {
        id_: [unit.successor] for id_, unit in plan.org_units.items() if unit.successor
    }
    for way in circles(follow):
        path = ("org_units", way[0], "successor")
        yield Problem("CDS172", {"way": " → ".join(way)}, path=path)
