"""Rules about roll-up: whose figures are added, how, and what must be declared for it."""

from collections.abc import Iterator

from cdstrack.core.checks.walk import IndicatorAt, indicators, warning
from cdstrack.core.plan.model import Plan, RollUp, RollUpBy, Unit
from cdstrack.core.plan.rollup import CRITERIA
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.plan.vocabulary import LEVELS
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.spelling import Guesses
from cdstrack.core.units.tree import units_of
from cdstrack.core.verdict.threshold import threshold_of

_NOT_BESIDE = ("every", "composite")
_MOST = 100


def rolled_up_levels_have_units(plan: Plan) -> Iterator[Problem]:
    """There is a unit of the level whose figures count, within the plan's area."""
    units = units_of(plan)
    for entry, rollup in _rolled_up(plan):
        is_known = rollup.from_ in LEVELS or rollup.from_ in plan.levels
        if is_known and not units.parts_of(plan.area, rollup.from_):
            facts = {"value": rollup.from_, "area": plan.unit_name(plan.area, plan.plan.language)}
            yield warning(entry.error("CDS830", "rollup", "from", **facts))


def ways_of_rolling_up_fit_the_unit(plan: Plan) -> Iterator[Problem]:
    """Shares and ranks are not added, only shares have a ratio, and a state has no mean."""
    for entry, rollup in _rolled_up(plan):
        unit = entry.indicator.unit
        if rollup.by not in _ways(unit):
            facts = {"by": rollup.by, "unit": unit, "ways": ", ".join(_ways(unit))}
            yield entry.error("CDS831", "rollup", "by", **facts)


def _ways(unit: Unit) -> list[RollUpBy]:
    """What can be done with the figures of units in this unit of measure."""
    if unit is Unit.STATE:
        return [RollUpBy.WORST]
    barred = {RollUpBy.SUM} if unit in {*SHARE_OF, Unit.RANK, Unit.INDEX} else {RollUpBy.SHARE_MET}
    if unit not in SHARE_OF:
        barred |= {RollUpBy.RATIO}
    return [way for way in RollUpBy if way not in barred]


def rolled_up_figures_have_no_parts(plan: Plan) -> Iterator[Problem]:
    """What is rolled up is a figure of the whole, and computed in one way."""
    for entry, _ in _rolled_up(plan):
        for key in _NOT_BESIDE:
            if getattr(entry.indicator, key):
                yield entry.error_at_key("CDS832", key, key=key)


def weights_are_declared(plan: Plan) -> Iterator[Problem]:
    """The weight of a unit is the figure of another indicator, and only a mean is weighted."""
    guesses = Guesses(plan.by_id)
    for entry, rollup in _rolled_up(plan):
        if rollup.weight is None:
            continue
        if rollup.by is not RollUpBy.WEIGHTED_MEAN:
            yield entry.error_at_key("CDS834", "rollup", "weight", key="weight", by="weighted_mean")
        if rollup.weight not in plan.by_id or rollup.weight == entry.indicator.id:
            near = guesses.nearest(rollup.weight) if rollup.weight not in plan.by_id else ""
            facts = {"value": rollup.weight, "near": near}
            yield entry.error("CDS833", "rollup", "weight", **facts)


def coverage_is_a_percentage(plan: Plan) -> Iterator[Problem]:
    """The share of the units that must have reported is from 0 to 100 per cent."""
    for entry, rollup in _rolled_up(plan):
        if not 0 <= rollup.coverage <= _MOST:
            facts = {"value": format_decimal(rollup.coverage)}
            yield entry.error("CDS835", "rollup", "coverage", **facts)


def coverage_is_no_share_of_one(plan: Plan) -> Iterator[Problem]:
    """Not a hundredth of the units must have reported: 0.9 was probably meant as 90 per cent."""
    for entry, rollup in _rolled_up(plan):
        if 0 < rollup.coverage <= 1:
            whole = rollup.coverage * _MOST
            facts = {"value": format_decimal(rollup.coverage), "whole": format_decimal(whole)}
            yield warning(entry.error("CDS838", "rollup", "coverage", **facts))


def criteria_stand_with_share_met(plan: Plan) -> Iterator[Problem]:
    """What a unit must meet is stated once, and only where units that meet something are counted."""
    for entry, rollup in _rolled_up(plan):
        stated = [key for key in CRITERIA if getattr(rollup, key) is not None]
        if rollup.by is not RollUpBy.SHARE_MET:
            for key in stated:
                yield entry.error_at_key("CDS834", "rollup", key, key=key, by="share_met")
        elif len(stated) > 1 or not (stated or _has_number(entry)):
            both = {"keys": ", ".join(stated)} if stated else {}
            yield entry.error("CDS836", "rollup", "by", **both)


def _has_number(entry: IndicatorAt) -> bool:
    """Whether some target has a number that a unit can be held to."""
    indicator = entry.indicator
    return any(
        each.has_comparator and threshold_of(each, indicator.baseline, indicator.direction)
        for each in indicator.targets
    )


def splits_have_shares(plan: Plan) -> Iterator[Problem]:
    """A unit that was split says how much went where, as soon as its figures are added."""
    summed = {each.from_ for _, each in _rolled_up(plan) if each.by.adds}
    for id_, unit in plan.org_units.items():
        is_split = len(unit.heirs) > 1 and unit.level in summed
        if is_split and all(heir.share is None for heir in unit.heirs):
            yield Problem("CDS837", {"id": id_}, path=("org_units", id_, "successor"))


def _rolled_up(plan: Plan) -> Iterator[tuple[IndicatorAt, RollUp]]:
    for entry in indicators(plan):
        if entry.indicator.rollup is not None:
            yield entry, entry.indicator.rollup
