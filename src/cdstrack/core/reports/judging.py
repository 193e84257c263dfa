"""Builds the status report: each indicator with the verdicts on its targets.

Owns which figure and which target represent an indicator, and what a roll-up, an index or a doubt
adds to it. Has no clock: the caller gives the day.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from fractions import Fraction

from cdstrack.core.checks.doubts import doubts_of, open_doubts
from cdstrack.core.derived.composite import composition_of, latest_unfinished, standing
from cdstrack.core.derived.figures import Derived, derive
from cdstrack.core.derived.rollup import consists_of_units
from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, MethodName, Plan, Target
from cdstrack.core.record.derived import is_derived
from cdstrack.core.record.movement import is_same_part_of_the_year_before
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.rollup import rollup_status, short_of_units
from cdstrack.core.reports.status import PartYear, StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.judge import judge, judge_status, lacking
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import Series, SeriesValue, build_series, judged
from cdstrack.core.verdict.tendency import tendency_of
from cdstrack.core.verdict.threshold import threshold_of
from cdstrack.core.verdict.trajectory import is_stale
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status


def build_status(
    plan: Plan,
    observations: Iterable[Observation],
    header: ReportHeader,
    *,
    method: MethodName | None = None,
    context: bool = False,
    accepted: Container[str] = (),
) -> StatusReport:
    """The status of the plan's own area as of the header's day.

    Args:
        plan: The plan.
        observations: The current figures, the latest revision of each cell.
        header: Names the day; its notices are kept.
        method: Overrides the indicators' own methods and the default.
        context: Also the indicators without targets.
        accepted: The keys of the findings that somebody accepted.
    """
    wanted = (each for each in plan.indicators if each.targets or context)
    derived = derive(plan, observations)
    return judge_all(plan, wanted, derived, header, method=method, accepted=accepted)


def judge_all(
    plan: Plan,
    indicators: Iterable[Indicator],
    derived: Derived,
    header: ReportHeader,
    *,
    method: MethodName | None = None,
    accepted: Container[str] = (),
) -> StatusReport:
    """The same for some indicators, from figures beside which the computed ones are already."""
    by_indicator: dict[str, list[Observation]] = defaultdict(list)
    for observation in derived.figures:
        by_indicator[observation.indicator].append(observation)
    items = (
        _with_doubts(
            _rolled_up(
                _item(plan, indicator, by_indicator[indicator.id], header.as_of, method),
                by_indicator[indicator.id],
                header.as_of,
            ),
            by_indicator[indicator.id],
            accepted,
        )
        for indicator in indicators
    )
    composed = (_composed(plan, item, derived, header.as_of) for item in items)
    return StatusReport(header, tuple(composed))


def status_of(
    plan: Plan, indicator: Indicator, observations: Iterable[Observation], as_of: date
) -> Status | None:
    """The status of an indicator alone, which takes a part of what the whole verdict takes.

    Null for an indicator without targets.
    """
    if not indicator.targets:
        return None
    derived = derive(plan, observations)
    mine = derived.of_indicator(indicator.id)
    item = _item(plan, indicator, mine, as_of, None, verdict_by=judge_status)
    return _composed(plan, _rolled_up(item, mine, as_of), derived, as_of).status


def plan_of_unit(plan: Plan, org_unit: str | None) -> Plan:
    """The plan as it is judged by for another unit than its area.

    A baseline is the area's own, and nothing is rolled up for a body that no unit is a part of.
    """
    if org_unit is None or org_unit == plan.area:
        return plan
    own = plan.plan.model_copy(update={"area": org_unit})
    indicators = tuple(_for_unit(plan, org_unit, each) for each in plan.indicators)
    return plan.model_copy(update={"plan": own, "indicators": indicators})


def _for_unit(plan: Plan, org_unit: str, indicator: Indicator) -> Indicator:
    rolled = consists_of_units(plan, org_unit, indicator)
    others = {"baseline": None, "rollup": indicator.rollup if rolled else None}
    return indicator.model_copy(update=others)


def _item(
    plan: Plan,
    indicator: Indicator,
    observations: list[Observation],
    as_of: date,
    method: MethodName | None,
    verdict_by: Callable[..., Verdict] = judge,
) -> StatusItem:
    series = build_series(indicator, observations, plan.area, as_of)
    active = _active(indicator, as_of)
    newest = series.latest
    latest = _speaking(indicator, judged(series, indicator), active) or newest
    age = (as_of - latest.on).days if latest else None
    starts = plan.plan.starts
    lines = tuple(
        TargetLine(
            target,
            verdict_by(indicator, target, series, as_of=as_of, plan_starts=starts, method=method),
        )
        for target in indicator.ordered_targets
    )
    return StatusItem(
        indicator=indicator,
        org_unit=plan.area,
        disaggregation=latest.observation.disaggregation or None if latest else None,
        lead=indicator.lead_on(as_of),
        latest=latest.observation if latest else None,
        latest_exact=latest.value if latest else None,
        age_days=age,
        stale=newest is not None and is_stale((as_of - newest.on).days, indicator.frequency),
        targets=lines,
        active=active,
        part_year=_part_year(series, indicator),
        tendency=None if lines else tendency_of(indicator, series, as_of, method),
    )


def _rolled_up(item: StatusItem, figures: Sequence[Observation], as_of: date) -> StatusItem:
    """The item with its roll-up; where too few units have reported, without a figure of its own."""
    rollup = rollup_status(item.indicator, figures, item.org_unit, as_of)
    if rollup is None or not rollup.is_short:
        return item if rollup is None else item._replace(rollup=rollup)
    lines = tuple(
        each._replace(verdict=short_of_units(each.verdict, each.target, as_of))
        for each in item.targets
    )
    without = item._replace(latest=None, latest_exact=None, age_days=None, stale=False)
    return without._replace(rollup=rollup, targets=lines, part_year=None, tendency=None)


def _composed(plan: Plan, item: StatusItem, derived: Derived, as_of: date) -> StatusItem:
    """The item of a composite index with how it comes about; other items as they are.

    So is one whose value was computed by another plan.
    """
    if item.indicator.composite is None:
        return item
    found = derived.of(item.indicator.id, item.org_unit)
    if not found and item.latest is not None:
        return item
    nothing = composition_of(item.indicator, plan.by_id, {}, item.org_unit, None)
    composition, unfinished = standing(found, as_of) or nothing, latest_unfinished(found, as_of)
    if not composition.is_unfinished:
        return item._replace(composition=composition, unfinished=unfinished)
    missing = Reason.MEMBERS_MISSING, Flag.MEMBERS_MISSING
    lines = (each._replace(verdict=lacking(each.verdict, *missing)) for each in item.targets)
    return item._replace(composition=composition, unfinished=unfinished, targets=tuple(lines))


def _with_doubts(
    item: StatusItem, observations: Sequence[Observation], accepted: Container[str]
) -> StatusItem:
    """The item with what is doubtful about its figure; what is dated later has no say.

    A computed figure is as doubtful as those that it comes from, which carry the mark themselves.
    """
    figure = item.latest
    if figure is None or figure.exact is not None or is_derived(figure):
        return item
    end = figure.period.end
    until = [each for each in observations if each.period.end <= end and not is_derived(each)]
    doubts = open_doubts(figure, doubts_of(figure, until, item.indicator), accepted)
    return item._replace(doubts=doubts) if doubts else item


def _speaking(indicator: Indicator, series: Series, active: int | None) -> SeriesValue | None:
    """The latest figure of the group that is worst towards the active target."""
    if active is None or len(series.figures) <= 1:
        return series.latest
    target = indicator.ordered_targets[active]
    return series.aimed_at(threshold_of(target, indicator.baseline, indicator.direction)).latest


def _active(indicator: Indicator, as_of: date) -> int | None:
    """The first target not past, else the last; of two of one day the firmer one."""
    dues = [target.due or date.max for target in indicator.ordered_targets]
    if not dues:
        return None
    day = next((due for due in dues if due >= as_of), dues[-1])
    same_day = [place for place, due in enumerate(dues) if due == day]
    if len(same_day) == 1:
        return same_day[0]
    targets = indicator.ordered_targets
    return max(same_day, key=lambda place: _firmness(indicator, targets[place]))


def _firmness(indicator: Indicator, target: Target) -> tuple[bool, Fraction, bool]:
    """Grows with what is asked in the wanted direction; at equal numbers a strict one asks more."""
    threshold = threshold_of(target, indicator.baseline, indicator.direction)
    if threshold is None or target.kind.judged_by is JudgedBy.STATE:
        rank = Fraction(0) if threshold is None else threshold.one_bound or Fraction(0)
        return threshold is not None, rank, False
    sign = indicator.direction.sign
    near, far = (threshold.low, threshold.high) if sign > 0 else (threshold.high, threshold.low)
    bound = far if near is None else near
    return True, (bound or Fraction(0)) * sign, threshold.strict


def _part_year(series: Series, indicator: Indicator) -> PartYear | None:
    """The latest figure, where it is about a part of its year, and its twin a year earlier."""
    latest = series.latest
    if not indicator.measure.speaks_of_a_year or latest is None:
        return None
    period = latest.observation.period
    if period.is_whole_year:
        return None
    earlier = (each.observation for each in series.figures[series.worst() or ""])
    return PartYear(
        latest.observation,
        next((e for e in earlier if is_same_part_of_the_year_before(e.period, period)), None),
    )
