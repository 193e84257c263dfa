"""One figure judged by two plans: which promise is stricter, and which one is missed first.

Owns which indicators of two plans are one: those that were named as a pair, those of the same id,
and those of which one has the other's id or name among its aliases. Figures are those of the plan
at hand; the other plan gives its own definition, baseline, breaks and targets.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cdstrack.core.derived.figures import Derived
from cdstrack.core.plan.model import Indicator, MethodName, Plan
from cdstrack.core.plan.strictness import Strictness, compare_strictness
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import judge_all
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.spelling import folded
from cdstrack.core.verdict.vocabulary import Outlook, Status


class Side(StrEnum):
    """One of two plans, or neither: the result of a comparison."""

    THIS = "this"
    OTHER = "other"
    SAME = "same"
    MIXED = "mixed"
    INCOMPARABLE = "incomparable"


class Obstacle(StrEnum):
    """Why the other plan cannot judge the figure."""

    UNIT = "unit"
    DIRECTION = "direction"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class AgainstRow:
    """One shared indicator by both plans; `other` is None where an obstacle is in the way.

    `stricter` compares the active targets: more asked and no later, or as much and sooner; mixed
    where one asks more (`asks_more`) and the other sooner (`sooner`). `missed_first` is the plan
    whose target is, or by the recent pace will be, missed first: same where both are on one day,
    None where none is.
    """

    here: StatusItem
    indicator: Indicator
    other: StatusItem | None
    obstacle: Obstacle | None
    stricter: Side | None
    missed_first: Side | None
    asks_more: Side | None = None
    sooner: Side | None = None


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """The plan beside the one at hand, its digest, and its indicators by those they are the same as."""

    plan: Plan
    digest: str
    pairs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AgainstReport:
    """The indicators that two plans share, in the order of the plan at hand.

    `only_here` and `only_there` count the indicators with targets that have no counterpart.
    """

    header: ReportHeader
    other: Plan
    other_digest: str
    rows: tuple[AgainstRow, ...]
    only_here: int
    only_there: int


_FAILED = {Status.MISSED, Status.OVERDUE, Status.ACHIEVED_LATE}
_FAILING = {Status.BEHIND, Status.OFF_TRACK, Status.DETERIORATING}
_SHORT = {Outlook.JUST_SHORT, Outlook.SHORT, Outlook.AWAY}


def shared_indicators(plan: Plan, other: Plan, pairs: Mapping[str, str]) -> dict[str, str]:
    """The ids of the other plan's indicators, by those of this plan that are the same.

    An indicator has at most one counterpart; named pairs come first, then equal ids, then aliases
    that mean exactly one.

    Args:
        plan: The plan at hand.
        other: The plan beside it.
        pairs: Ids of this plan with ids of the other one, as somebody named them.
    """
    found = dict(pairs)
    taken = set(pairs.values())
    for indicator in plan.indicators:
        id_ = indicator.id
        if id_ not in found and id_ in other.by_id and id_ not in taken:
            found[id_] = id_
            taken.add(id_)
    names = _by_name(other)
    for indicator in plan.indicators:
        if indicator.id in found:
            continue
        meant = {there for name in _names(indicator) for there in names.get(name, ())} - taken
        if len(meant) == 1:
            (there,) = meant
            found[indicator.id] = there
            taken.add(there)
    return found


def build_against(
    plan: Plan,
    beside: OtherPlan,
    report: StatusReport,
    derived: Derived,
    method: MethodName | None = None,
) -> AgainstReport:
    """The items of a status report judged by another plan too.

    Args:
        plan: The plan at hand.
        beside: The plan beside it, with the pairs that `shared_indicators` gives.
        report: The status by the plan at hand.
        derived: The figures that it was built from.
        method: Overrides the indicators' own methods and the default.
    """
    other, pairs = beside.plan, beside.pairs
    counterparts = [
        (item, other.by_id[pairs[item.indicator.id]])
        for item in report.items
        if item.indicator.id in pairs
    ]
    alike = [pair for pair in counterparts if _obstacle(pair[0].indicator, pair[1]) is None]
    figures = [
        figure.model_copy(update={"indicator": there.id, "org_unit": other.area})
        for item, there in alike
        for figure in derived.of_indicator(item.indicator.id)
        if figure.org_unit == plan.area
    ]
    # Of an index that has no value here it is told what it lacks; one that has is a figure.
    compositions = {
        (there.id, other.area): (item.composition,)
        for item, there in alike
        if item.latest is None and item.composition is not None
    }
    wanted = [_of_figures_of(item.indicator, there) for item, there in alike]
    known = Derived(figures, compositions)
    judged = judge_all(other, wanted, known, report.header, method=method)
    by_id = {item.indicator.id: item for item in judged.items}
    rows = [_row(item, there, by_id.get(there.id)) for item, there in counterparts]
    here = {each.id for each in plan.indicators if each.targets}
    there = {each.id for each in other.indicators if each.targets}
    return AgainstReport(
        header=replace(report.header, report="against"),
        other=other,
        other_digest=beside.digest,
        rows=tuple(rows),
        only_here=len(here - set(pairs)),
        only_there=len(there - set(pairs.values())),
    )


def _of_figures_of(here: Indicator, there: Indicator) -> Indicator:
    """The other plan's indicator for the figures of this one: it says how they come from units.

    So both plans judge one figure, where another one is stated beside it too.
    """
    return there.model_copy(update={"rollup": here.rollup})


def _row(item: StatusItem, indicator: Indicator, there: StatusItem | None) -> AgainstRow:
    if there is None:
        obstacle = _obstacle(item.indicator, indicator)
        return AgainstRow(item, indicator, None, obstacle, None, None)
    more, sooner = asks_more(item, there), is_sooner(item, there)
    failing = missed_first(item, there)
    return AgainstRow(item, indicator, there, None, stricter(more, sooner), failing, more, sooner)


def _obstacle(here: Indicator, there: Indicator) -> Obstacle | None:
    """The reason why a figure of one indicator is none of the other."""
    if here.unit is not there.unit:
        return Obstacle.UNIT
    if here.direction is not there.direction:
        return Obstacle.DIRECTION
    if (here.composite is None) is not (there.composite is None):
        return Obstacle.COMPUTED
    return None


def stricter(more: Side | None, sooner: Side | None) -> Side | None:
    """Which active target is stricter, from which asks more and which is due sooner.

    >>> str(stricter(Side.OTHER, Side.SAME)), str(stricter(Side.OTHER, Side.THIS))
    ('other', 'mixed')
    """
    if more in {None, Side.INCOMPARABLE, sooner} or sooner is Side.SAME:
        return more
    return sooner if more is Side.SAME else Side.MIXED


def asks_more(here: StatusItem, there: StatusItem) -> Side | None:
    """Which active target asks for more; None where one of the two has none."""
    first, second = here.active_line, there.active_line
    if first is None or second is None:
        return None
    by_word = {
        Strictness.RAISED: Side.OTHER,
        Strictness.LOWERED: Side.THIS,
        Strictness.SAME: Side.SAME,
        Strictness.CHANGED: Side.INCOMPARABLE,
    }
    return by_word[compare_strictness(first.target, second.target)]


def is_sooner(here: StatusItem, there: StatusItem) -> Side | None:
    """Which active target is due sooner; one without a due date is never."""
    first, second = here.active_line, there.active_line
    if first is None or second is None:
        return None
    due, other = first.target.due or date.max, second.target.due or date.max
    return Side.SAME if due == other else Side.THIS if due < other else Side.OTHER


def missed_first(here: StatusItem, there: StatusItem) -> Side | None:
    """Whose target is missed first, by what is known or by the recent pace; None if none is."""
    first, second = _first_missed(here.targets), _first_missed(there.targets)
    if first is None or second is None:
        return Side.THIS if first else Side.OTHER if second else None
    return Side.SAME if first == second else Side.THIS if first < second else Side.OTHER


def _first_missed(lines: Iterable[TargetLine]) -> date | None:
    return min(
        (line.target.due for line in lines if line.target.due and _fails(line)), default=None
    )


def _fails(line: TargetLine) -> bool:
    """Whether the target was missed, or by the recent pace will be."""
    verdict = line.verdict
    if verdict.status in _FAILED:
        return True
    return verdict.status in _FAILING or (not verdict.met and verdict.outlook in _SHORT)


def _by_name(plan: Plan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for indicator in plan.indicators:
        for name in _names(indicator):
            found.setdefault(name, []).append(indicator.id)
    return found


def _names(indicator: Indicator) -> Sequence[str]:
    """Id, aliases and full names, as they are compared."""
    names = (indicator.id, *indicator.aliases, *indicator.name.texts)
    return tuple(dict.fromkeys(folded(name) for name in names))
