"""Rules about indicators whose figures must add up to that of another."""

from collections.abc import Iterable, Iterator

from cdstrack.core.checks.ids import circles
from cdstrack.core.checks.walk import indicators
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem
from cdstrack.core.spelling import Guesses


def parts_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every indicator named in `sum_of` is one of the plan's."""
    guesses = Guesses(plan.by_id)
    for entry in indicators(plan):
        for at, part in enumerate(entry.indicator.sum_of):
            if part not in plan.by_id:
                facts = {"section": "indicators", "near": guesses.nearest(part)}
                yield entry.error("CDS148", "sum_of", at, value=part, **facts)


def parts_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No indicator is, directly or through others, a part of itself."""
    parts: dict[str, Iterable[str]] = {each.id: each.sum_of for each in plan.indicators}
    ways = {way[0]: way for way in circles(parts)}
    for entry in indicators(plan):
        way = ways.pop(entry.indicator.id, None)
        if way:
            yield entry.error("CDS149", "sum_of", way=" → ".join(way))


def parts_share_the_unit(plan: Plan) -> Iterator[Problem]:
    """Parts and their sum are counted in the same unit."""
    for entry in indicators(plan):
        unit = entry.indicator.unit
        for at, part in enumerate(entry.indicator.sum_of):
            other = plan.by_id.get(part)
            if other and other.unit is not unit:
                facts = {"part": part, "part_unit": other.unit, "unit": unit}
                yield entry.error("CDS163", "sum_of", at, **facts)
