"""Reports as values: what a renderer is given, and the functions that build it.

Owns the shape of the status, gaps and targets reports. Values are exact or unrounded; there are
no labels, no rounding and no colour here, and no clock: the caller says which day it is.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction

from cdstrack.core.checks.doubts import doubts_of, open_doubts
from cdstrack.core.derived.composite import (
    Composition,
    composition_of,
    latest_unfinished,
    standing,
)
from cdstrack.core.derived.figures import Derived, derive
from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, Label, MethodName, Plan, Target
from cdstrack.core.record.derived import is_derived, recorded_only
from cdstrack.core.record.movement import is_same_part_of_the_year_before
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.order import Order, is_due
from cdstrack.core.reports.rollup import RollUpStatus, rollup_status, short_of_units
from cdstrack.core.verdict.judge import judge, judge_status, lacking
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import Series, SeriesValue, build_series, judged
from cdstrack.core.verdict.tendency import Tendency, tendency_of
from cdstrack.core.verdict.threshold import threshold_of
from cdstrack.core.verdict.trajectory import is_stale
from cdstrack.core.verdict.vocabulary import DirectionVerdict, Flag, Reason, Status


@dataclass(frozen=True, slots=True)
class Notice:
    """Something every reader of the report must know; `cdstrack.words` has the sentence."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """What the report is about: plan, day, and the record it is based on.

    `known_at` is the instant of the last submission that was counted, `head` the digest of the
    chain up to it; None for an empty store.
    """

    report: str
    plan_id: str
    plan_title: Label
    plan_digest: str
    as_of: date
    known_at: datetime | None
    method: MethodName
    timezone: str
    notices: tuple[Notice, ...] = ()
    head: str | None = None


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target with its verdict."""

    target: Target
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PartYear:
    """A figure of a part of the year beside the same part of the year before, of flow or growth."""

    figure: Observation
    year_before: Observation | None


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One indicator: its latest figure and the verdict on each of its targets.

    `latest` is the figure that the verdicts use; `latest_exact` its unrounded number. `stale` asks
    for the newest figure of all, which of a flow may be about a part of a year. `status` is
    the active target's: the first that is not past at the as-of date, else the last; None for an
    indicator without targets, which has a `tendency` instead. `active` is that target's position.
    `doubts` are the codes of what makes the latest figure doubtful and was not accepted.
    `composition` is how a composite index comes about, `unfinished` the same of a later period of
    which only some members are known. `rollup` is what the units of the area come to.
    """

    indicator: Indicator
    org_unit: str
    disaggregation: str | None
    lead: str | None
    latest: Observation | None
    latest_exact: Fraction | None
    age_days: int | None
    stale: bool
    targets: tuple[TargetLine, ...]
    active: int | None
    part_year: PartYear | None = None
    tendency: Tendency | None = None
    doubts: tuple[str, ...] = ()
    composition: Composition | None = None
    unfinished: Composition | None = None
    rollup: RollUpStatus | None = None

    @property
    def direction_verdict(self) -> DirectionVerdict | None:
        """Which way an indicator without targets moves; None where targets are judged instead."""
        return None if self.tendency is None else self.tendency.verdict

    @property
    def active_line(self) -> TargetLine | None:
        """The active target with its verdict."""
        return None if self.active is None else self.targets[self.active]

    @property
    def status(self) -> Status | None:
        """The verdict on the active target."""
        return None if self.active is None else self.targets[self.active].verdict.status


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The status of every indicator of the plan."""

    header: ReportHeader
    items: tuple[StatusItem, ...]
    order: Order = Order.PLAN

    @property
    def counts(self) -> dict[Status, int]:
        """How many indicators have each verdict, in the order of `Status`."""
        return _in_order(item.status for item in self.items if item.status)

    @property
    def counts_by_due(self) -> dict[date, dict[Status, int]]:
        """How many targets of each due date have each verdict; targets without one are left out."""
        dues = sorted({line.target.due for line in self.lines if line.target.due})
        return {
            due: _in_order(line.verdict.status for line in self.lines if line.target.due == due)
            for due in dues
        }

    @property
    def lines(self) -> list[TargetLine]:
        """Every target of every item."""
        return [line for item in self.items for line in item.targets]


@dataclass(frozen=True, slots=True)
class GapRow:
    """One target with the indicator it belongs to."""

    item: StatusItem
    line: TargetLine


@dataclass(frozen=True, slots=True)
class GapsReport:
    """What is still missing, the target with most of its way to go first, unknown last."""

    header: ReportHeader
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class TargetsReport:
    """The plan as declared; only targets of `milestones`, days or years, where it has any."""

    header: ReportHeader
    plan: Plan
    indicators: tuple[Indicator, ...]
    milestones: tuple[date | int, ...] = ()

    def targets_of(self, indicator: Indicator) -> tuple[Target, ...]:
        """The targets of one of the indicators that the report is about."""
        targets = indicator.ordered_targets
        if not self.milestones:
            return targets
        return tuple(each for each in targets if is_due(each.due, self.milestones))


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
        plan: What was promised.
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
    """The same for some indicators, from figures beside which the computed ones stand already."""
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


def select(report: StatusReport, keep: Callable[[StatusItem], bool]) -> StatusReport:
    """The report with only the items that `keep` wants."""
    return replace(report, items=tuple(item for item in report.items if keep(item)))


def build_gaps(report: StatusReport) -> GapsReport:
    """One row per target, most of its way to go first, unknown last."""
    rows = [GapRow(item, line) for item in report.items for line in item.targets]
    header = replace(report.header, report="gaps")
    return GapsReport(header, tuple(sorted(rows, key=lambda row: way_to_go(row.line))))


def way_to_go(line: TargetLine) -> tuple[bool, float, bool, bool, float]:
    """What targets are sorted by so that the longest way to go comes first, and unknown last.

    Where the way is not known, for want of an origin, what is done of the number asked decides.
    """
    verdict = line.verdict
    made, done = verdict.way_made, verdict.completion
    return made is None, made or 0.0, verdict.gap is None, done is None, done or 0.0


def plan_of_unit(plan: Plan, org_unit: str | None) -> Plan:
    """The plan as it is judged by for another unit than its area: a baseline is the area's own."""
    if org_unit is None or org_unit == plan.area:
        return plan
    own = plan.plan.model_copy(update={"area": org_unit})
    indicators = tuple(each.model_copy(update={"baseline": None}) for each in plan.indicators)
    return plan.model_copy(update={"plan": own, "indicators": indicators})


def unit_notices(plan: Plan, header: ReportHeader) -> tuple[Notice, ...]:
    """The notices of a report on another unit than the plan's area, `plan` being that unit's."""
    others = tuple(each for each in header.notices if each.code != "area_closed")
    return (Notice("of_unit", {"unit": plan.area}), *area_notices(plan, header.as_of), *others)


def area_notices(plan: Plan, as_of: date) -> tuple[Notice, ...]:
    """That the plan's own area no longer exists, from the day after its last."""
    area = plan.org_units.get(plan.area)
    if area is None or area.closed is None or area.closed >= as_of:
        return ()
    facts = {
        "unit": plan.area,
        "closed": area.closed.isoformat(),
        "successor": area.sole_heir or "",
    }
    return (Notice("area_closed", facts),)


def knowledge_notices(asked_for: datetime | None, *, by_the_file: bool) -> tuple[Notice, ...]:
    """That nothing had been recorded by the instant asked for; None where something had been.

    No version of the plan was in force by then either. `by_the_file` says that the report goes by
    the plan file as it is now instead.
    """
    if asked_for is None:
        return ()
    code = "nothing_known_by_file" if by_the_file else "nothing_known"
    return (Notice(code, {"at": asked_for.isoformat()}),)


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
        return item if rollup is None else replace(item, rollup=rollup)
    lines = tuple(
        replace(each, verdict=short_of_units(each.verdict, each.target, as_of))
        for each in item.targets
    )
    without = replace(item, latest=None, latest_exact=None, age_days=None, stale=False)
    return replace(without, rollup=rollup, targets=lines, part_year=None, tendency=None)


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
        return replace(item, composition=composition, unfinished=unfinished)
    missing = Reason.MEMBERS_MISSING, Flag.MEMBERS_MISSING
    lines = (replace(each, verdict=lacking(each.verdict, *missing)) for each in item.targets)
    return replace(item, composition=composition, unfinished=unfinished, targets=tuple(lines))


def _with_doubts(
    item: StatusItem, observations: Sequence[Observation], accepted: Container[str]
) -> StatusItem:
    """The item with what is doubtful about its figure; what is dated later has no say.

    A computed figure is as doubtful as those that it comes from, which carry the mark themselves.
    """
    figure = item.latest
    if figure is None or figure.exact is not None or is_derived(figure):
        return item
    known = recorded_only(observations)
    until = [each for each in known if each.period.end <= figure.period.end]
    doubts = open_doubts(figure, doubts_of(figure, until, item.indicator), accepted)
    return replace(item, doubts=doubts) if doubts else item


def _speaking(indicator: Indicator, series: Series, active: int | None) -> SeriesValue | None:
    """The latest figure of the group that stands worst towards the active target."""
    if active is None:
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


def _in_order(statuses: Iterable[Status]) -> dict[Status, int]:
    counted = Counter(statuses)
    return {status: counted[status] for status in Status if counted[status]}
