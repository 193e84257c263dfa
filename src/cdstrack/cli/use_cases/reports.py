"""Reports from plan and store: status, methods, targets, units side by side.

Owns the order: first the plan, then a single read of the store, then the arithmetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.area_figures import area_figures
from cdstrack.cli.use_cases.names import Filters, find_indicator, find_unit
from cdstrack.core.derived.figures import derive, sources_of
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.arrange import at_milestones
from cdstrack.core.reports.header import ReportHeader, unit_notices
from cdstrack.core.reports.judging import judge_all, plan_of_unit
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.status import StatusReport, select
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.core.units.tree import units_of
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.reports.backtest import BacktestReport
    from cdstrack.core.reports.comparison import ComparisonReport
    from cdstrack.core.reports.league import League

EVERY = "all"


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with the figures that it was built from."""

    report: StatusReport
    figures: Sequence[Observation]


def read_judged(
    workspace: Workspace,
    basis: Basis,
    chosen: Filters | None = None,
    *,
    context: bool = False,
    org_unit: str | None = None,
) -> Judged:
    """The verdicts on the indicators chosen, or on all; with `context`, those without targets too.

    With `org_unit`, on the figures of that unit instead of those of the plan's area.

    Raises:
        RefusedError: CDS216 or CDS217, no unit or several are meant.
    """
    unit = None
    if org_unit is not None:
        unit = accept(find_unit(org_unit, workspace.plan, basis.as_of))
    with open_reader(workspace.store) as ledger:
        return judged_from(ledger, workspace, basis, chosen, context=context, org_unit=unit)


def judged_from(
    ledger: Reader,
    workspace: Workspace,
    basis: Basis,
    chosen: Filters | None = None,
    *,
    context: bool = False,
    org_unit: str | None = None,
) -> Judged:
    """The same from an open store, so that one read serves a whole report."""
    plan, known_at = plan_of_unit(workspace.plan, org_unit), basis.known_at
    wanted = [each for each in plan.indicators if each.targets or context]
    figures = area_figures(ledger, plan, wanted, basis.as_of, known_at)
    derived = derive(plan, figures)
    header = report_header(workspace, basis, "status", ledger.cutoff(known_at))
    if plan.area != workspace.plan.area:
        header = replace(header, notices=unit_notices(plan, header))
    accepted = ledger.accepted(known_at)
    report = judge_all(plan, wanted, derived, header, method=basis.method, accepted=accepted)
    if chosen and chosen.milestones:
        report = at_milestones(report, chosen.milestones)
    return Judged(select(report, chosen.keep) if chosen else report, derived.figures)


def read_league(
    workspace: Workspace, basis: Basis, typed: str, org_unit: str | None = None
) -> "League":
    """The units of an area ranked on one indicator, the worst first; the plan's area by default.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or unit or several are meant; CDS830, the area
            has no units.
    """
    from cdstrack.core.reports.league import LISTED_LEVEL

    wanted = accept(find_indicator(typed, workspace.plan))
    area = accept(find_unit(org_unit, workspace.plan, basis.as_of)) if org_unit else None
    plan = plan_of_unit(workspace.plan, area)
    level = wanted.rollup.from_ if wanted.rollup else LISTED_LEVEL
    if plan.area != workspace.plan.area and not units_of(plan).has_parts(plan.area, level):
        name = plan.unit_name(plan.area, plan.plan.language)
        facts = {"indicator": wanted.id, "area": name, "value": level, "asked": "yes"}
        raise RefusedError(Problem("CDS830", facts))
    with open_reader(workspace.store) as ledger:
        header = report_header(workspace, basis, "league", ledger.cutoff(basis.known_at))
        if plan.area != workspace.plan.area:
            header = replace(header, notices=unit_notices(plan, header)[1:])
        return league_from(ledger, plan, plan.by_id[wanted.id], header, basis.known_at)


def league_from(
    ledger: Reader,
    plan: Plan,
    indicator: Indicator,
    header: ReportHeader,
    known_at: datetime | None,
) -> "League":
    """The same of a plan's area, from a store that is open already."""
    from cdstrack.cli.use_cases.units_of_area import UnitsOfArea
    from cdstrack.core.derived.rollup import roll_up_of, unit_figures
    from cdstrack.core.reports.league import as_listed, build_league

    listed = as_listed(indicator)
    if indicator.composite is None:
        units = UnitsOfArea(ledger, plan, [listed], plan.area, header.as_of, known_at)
        return build_league(plan, indicator, units.listed(listed), header)
    recorded = ledger.current(indicators=sources_of(plan, (indicator.id,)), known_at=known_at)
    figures = unit_figures(plan, derive(plan, recorded).figures, indicator)
    roll_up = roll_up_of(units_of(plan), listed, figures, plan, plan.area)
    return build_league(plan, indicator, roll_up, header)


def read_status(workspace: Workspace, basis: Basis, chosen: Filters | None = None) -> StatusReport:
    """The same without the figures."""
    return read_judged(workspace, basis, chosen).report


def compare_methods(
    workspace: Workspace, basis: Basis, judged: Judged, methods: Sequence[MethodName]
) -> "ComparisonReport":
    """The verdicts on the indicators of a report by each method."""
    from cdstrack.core.reports.comparison import build_comparison

    plan, report, figures = workspace.plan, judged.report, judged.figures
    return build_comparison(plan, figures, report, method=basis.method, methods=methods)


def read_methods(typed: str | None) -> tuple[MethodName, ...]:
    """The methods asked for, in the order of the documentation; none if nothing was typed.

    Raises:
        RefusedError: CDS012, there is no such method.
    """
    if typed is None:
        return ()
    names = [name.strip() for name in typed.split(",")]
    if names == [EVERY]:
        return tuple(MethodName)
    for name in names:
        if name not in set(MethodName):
            facts = {"value": clean(name), "allowed": ", ".join((EVERY, *MethodName))}
            raise RefusedError(Problem("CDS012", {"where": "--methods", **facts}))
    return tuple(method for method in MethodName if method in names)


def read_targets(
    workspace: Workspace, basis: Basis, chosen: Filters, order: Order | None = None
) -> TargetsReport:
    """The chosen indicators with targets, in plan order or by lead body; needs no store."""
    plan = workspace.plan
    wanted = tuple(
        each
        for each in plan.indicators
        if each.targets and chosen.keep_declared(each, each.lead_on(basis.as_of))
    )
    if order is Order.LEAD:
        led = {each.id: each.lead_on(basis.as_of) for each in wanted}
        wanted = tuple(sorted(wanted, key=lambda each: (led[each.id] is None, led[each.id] or "")))
    header = report_header(workspace, basis, "targets", None)
    return TargetsReport(header, plan, wanted, chosen.milestones)


def run_backtest(workspace: Workspace, basis: Basis, typed: Sequence[str]) -> "BacktestReport":
    """A backtest of the forecasts on the series of these indicators; on all if none is named.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.core.reports.backtest import build_backtest

    plan, known_at = workspace.plan, basis.known_at
    named = {each.id: each for each in (accept(find_indicator(one, plan)) for one in typed)}
    wanted = list(named.values()) or plan.indicators
    with open_reader(workspace.store) as ledger:
        figures = area_figures(ledger, plan, wanted, basis.as_of, known_at)
        cutoff = ledger.cutoff(known_at)
    header = report_header(workspace, basis, "backtest", cutoff)
    return build_backtest(plan, wanted, figures, header)
