"""Reports from plan and store: status, methods, targets, one indicator.

Owns the order: first the plan, then a single read of the store, then the arithmetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.area_figures import area_figures, with_derived
from cdstrack.cli.use_cases.names import Filters, find_indicator, find_unit
from cdstrack.core.derived.figures import derive, sources_of
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.sources import all_documents
from cdstrack.core.reports.arrange import at_milestones
from cdstrack.core.reports.header import unit_notices
from cdstrack.core.reports.judging import judge_all, plan_of_unit
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.status import StatusReport, select
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.reports.backtest import BacktestReport
    from cdstrack.core.reports.comparison import ComparisonReport
    from cdstrack.core.reports.explain import Explanation
    from cdstrack.core.reports.indicator_detail import IndicatorDetail
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
    from cdstrack.core.reports.league import LISTED_LEVEL, build_league
    from cdstrack.core.units.tree import units_of

    wanted = accept(find_indicator(typed, workspace.plan))
    area = accept(find_unit(org_unit, workspace.plan, basis.as_of)) if org_unit else None
    plan, known_at = plan_of_unit(workspace.plan, area), basis.known_at
    level = wanted.rollup.from_ if wanted.rollup else LISTED_LEVEL
    if plan.area != workspace.plan.area and not units_of(plan).has_parts(plan.area, level):
        name = plan.unit_name(plan.area, plan.plan.language)
        facts = {"indicator": wanted.id, "area": name, "value": level, "asked": "yes"}
        raise RefusedError(Problem("CDS830", facts))
    ids = sources_of(plan, (wanted.id,))
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(indicators=ids, known_at=known_at)
        header = report_header(workspace, basis, "league", ledger.cutoff(known_at))
    if plan.area != workspace.plan.area:
        header = replace(header, notices=unit_notices(plan, header)[1:])
    return build_league(plan, plan.by_id[wanted.id], derive(plan, figures).figures, header)


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


def explain_indicator(workspace: Workspace, basis: Basis, typed: str) -> "Explanation":
    """The arithmetic of one indicator's verdicts, step by step.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
    """
    from cdstrack.core.reports.explain import build_explanation

    plan, known_at = workspace.plan, basis.known_at
    wanted = accept(find_indicator(typed, plan))
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(indicators=sources_of(plan, (wanted.id,)), known_at=known_at)
        header = report_header(workspace, basis, "explain", ledger.cutoff(known_at))
        accepted = ledger.accepted(known_at)
    figures = with_derived(plan, figures, sources_of(plan, (wanted.id,)), basis.as_of)
    return build_explanation(plan, wanted, figures, header, method=basis.method, accepted=accepted)


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


def show_indicator(workspace: Workspace, basis: Basis, typed: str) -> "IndicatorDetail":
    """Declaration, targets with verdicts, a chart, and all figures with their history.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
    """
    from cdstrack.core.reports.cell_history import histories_of
    from cdstrack.core.reports.explain import item_of
    from cdstrack.core.reports.indicator_detail import IndicatorRecord, build_detail
    from cdstrack.core.reports.league import build_league

    plan, known_at, method = workspace.plan, basis.known_at, basis.method
    wanted = accept(find_indicator(typed, plan))
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(indicators=sources_of(plan, (wanted.id,)), known_at=known_at)
        header = report_header(workspace, basis, "show", ledger.cutoff(known_at))
        accepted = ledger.accepted(known_at)
        documents = all_documents(plan, ledger.documents(known_at))
        mine = [figure for figure in figures if figure.indicator == wanted.id]
        acts = ledger.submissions(known_at=known_at, indicator=wanted.id)
        cells = histories_of(mine, ledger.revised({wanted.id}, known_at), acts)
    league = build_league(plan, wanted, figures, header) if wanted.rollup else None
    figures = with_derived(plan, figures, sources_of(plan, (wanted.id,)), basis.as_of)
    item = item_of(plan, wanted, figures, header, method=method, accepted=accepted)
    derived = derive(plan, figures).of_indicator(wanted.id)
    known = IndicatorRecord(derived, cells, documents)
    detail = build_detail(plan, item, header, known, method)
    return replace(detail, league=league, accepted=accepted)
