"""Which renderer writes which report: one function for each report, which commands name.

Owns the choice. Renderers are loaded when they are needed, because every command pays for what it
loads.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cdstrack.render.formats import Rendering
from cdstrack.render.page.layout import Draft, Outline, Prose, Tabular
from cdstrack.render.view import View

if TYPE_CHECKING:
    from cdstrack.core.reports.against import AgainstReport
    from cdstrack.core.reports.backtest import BacktestReport
    from cdstrack.core.reports.comparison import ComparisonReport
    from cdstrack.core.reports.explain import Explanation
    from cdstrack.core.reports.gaps import GapsReport
    from cdstrack.core.reports.history import LogReport
    from cdstrack.core.reports.indicator_detail import IndicatorDetail
    from cdstrack.core.reports.league import League
    from cdstrack.core.reports.scores import ScoresReport
    from cdstrack.core.reports.status import StatusReport
    from cdstrack.core.reports.targets import TargetsReport
    from cdstrack.core.reports.units import UnitsReport
    from cdstrack.core.reports.whatif import GoalReport, WhatIfReport
    from cdstrack.core.weekly.issued import IssuesReport
    from cdstrack.core.weekly.obligations import OwnersReport
    from cdstrack.core.weekly.summary import SummaryReport
    from cdstrack.render.machine.fields import Fields

R = TypeVar("R")


def status(report: "StatusReport", view: View, *, long: bool = False) -> Rendering:
    """The status of every indicator at a glance; `long` with reasons, notes and empty rows."""
    from cdstrack.render.status.glance import glance_drafts
    from cdstrack.render.status.machine import status_csv, status_fields
    from cdstrack.render.status.overview import status_drafts

    drafts = status_drafts if long else glance_drafts
    drawn = drafts(report, view, bars=True)
    plain = drafts(report, view, bars=False)
    return _tabular(report, view, (drawn, plain), status_fields, status_csv)


def gaps(report: "GapsReport", view: View, *, long: bool = False) -> Rendering:
    """What is missing to every target; `long` with a row for those without a figure."""
    from cdstrack.render.status.gaps import gaps_drafts
    from cdstrack.render.status.machine import gaps_csv, gaps_fields

    drawn = gaps_drafts(report, view, bars=True, long=long)
    plain = gaps_drafts(report, view, bars=False, long=long)
    return _tabular(report, view, (drawn, plain), gaps_fields, gaps_csv)


def targets(report: "TargetsReport", view: View) -> Rendering:
    """The plan's targets as declared."""
    from cdstrack.render.status.machine import targets_csv, targets_fields
    from cdstrack.render.status.targets import targets_drafts

    drafts = targets_drafts(report, view), targets_drafts(report, view)
    return _tabular(report, view, drafts, targets_fields, targets_csv)


def comparison(report: "ComparisonReport", view: View) -> Rendering:
    """The indicators by every method."""
    from cdstrack.render.status.comparison import comparison_drafts
    from cdstrack.render.status.machine import comparison_csv, comparison_fields

    drafts = comparison_drafts(report, view), comparison_drafts(report, view)
    return _tabular(report, view, drafts, comparison_fields, comparison_csv)


def league(report: "League", view: View) -> Rendering:
    """The units of an area on one indicator."""
    from cdstrack.render.status.league import league_csv, league_fields, league_page

    drawn, plain = (
        [Draft(partial(league_page, report, view, bars=bars))] for bars in (True, False)
    )
    return _tabular(report, view, (drawn, plain), league_fields, league_csv)


def log(report: "LogReport", view: View) -> Rendering:
    """Who changed what, when and why."""
    from cdstrack.render.record.log import log_csv, log_fields, log_page

    drafts = [Draft(partial(log_page, report, view))]
    return _tabular(report, view, (drafts, drafts), log_fields, log_csv)


def units(report: "UnitsReport", view: View) -> Rendering:
    """The administrative units of a day."""
    from cdstrack.render.units.tree import units_csv, units_fields, units_page

    drafts = [Draft(partial(units_page, report, view))]
    return _tabular(report, view, (drafts, drafts), units_fields, units_csv)


def detail(report: "IndicatorDetail", view: View, *, chart: bool, everything: bool) -> Rendering:
    """One indicator on one page; `chart` says whether there is a terminal to draw one on."""
    from cdstrack.render.indicator.detail import detail_blocks
    from cdstrack.render.indicator.machine import detail_fields

    blocks = partial(detail_blocks, report, view, everything=everything)
    return Rendering(
        Outline(partial(blocks, chart=chart), blocks), partial(detail_fields, report, view)
    )


def explanation(report: "Explanation", view: View, *, everything: bool) -> Rendering:
    """The steps to the verdicts on one indicator."""
    from cdstrack.render.indicator.explanation import explanation_blocks
    from cdstrack.render.indicator.machine import explanation_fields

    blocks = partial(explanation_blocks, report, view, everything=everything)
    return Rendering(Outline(blocks, blocks), partial(explanation_fields, report, view))


def against(report: "AgainstReport", view: View) -> Rendering:
    """The indicators that two plans share, judged by both."""
    from cdstrack.render.status.against import against_blocks, against_csv, against_fields

    blocks = partial(against_blocks, report, view)
    return Rendering(
        Outline(blocks, blocks),
        partial(against_fields, report, view),
        partial(against_csv, report, view),
    )


def scores(report: "ScoresReport", view: View) -> Rendering:
    """Self-assessed, appraised and final points, and what is lost where."""
    from cdstrack.render.indicator.scores import scores_blocks, scores_fields

    blocks = partial(scores_blocks, report, view)
    return Rendering(Outline(blocks, blocks), partial(scores_fields, report, view))


def what_if(report: "WhatIfReport", view: View) -> Rendering:
    """What other figures would change."""
    from cdstrack.render.indicator.whatif import what_if_blocks, what_if_fields

    blocks = partial(what_if_blocks, report, view)
    return Rendering(Outline(blocks, blocks), partial(what_if_fields, report, view))


def goal(report: "GoalReport", view: View) -> Rendering:
    """What an index lacks to a value, member by member."""
    from cdstrack.render.indicator.whatif import goal_blocks, goal_fields

    blocks = partial(goal_blocks, report, view)
    return Rendering(Outline(blocks, blocks), partial(goal_fields, report, view))


def backtest(report: "BacktestReport", view: View) -> Rendering:
    """How far the forecasts on the plan's own series would have held."""
    from cdstrack.render.status.backtest import backtest_blocks, backtest_fields

    blocks = partial(backtest_blocks, report, view)
    return Rendering(Outline(blocks, blocks), partial(backtest_fields, report, view))


def summary(report: "SummaryReport", view: View, *, full: bool = False) -> Rendering:
    """The page of a week, on one sheet or in full."""
    from cdstrack.render.weekly.machine import summary_fields
    from cdstrack.render.weekly.sheet import sheet_document
    from cdstrack.render.weekly.summary import full_document

    prose = Prose(partial(full_document if full else sheet_document, report, view))
    return Rendering(prose, partial(summary_fields, report, view))


def issues(report: "IssuesReport", view: View) -> Rendering:
    """The sequence of pages issued."""
    from cdstrack.render.weekly.machine import issues_fields
    from cdstrack.render.weekly.summary import issues_document

    prose = Prose(partial(issues_document, report, view))
    return Rendering(prose, partial(issues_fields, report, view))


def owners(report: "OwnersReport", view: View) -> Rendering:
    """Who is responsible for what."""
    from cdstrack.render.weekly.machine import owners_fields
    from cdstrack.render.weekly.owners import owners_document

    prose = Prose(partial(owners_document, report, view))
    return Rendering(prose, partial(owners_fields, report, view))


def reminder(report: "OwnersReport", view: View, *, lead: str) -> Rendering:
    """The text that asks one body for the figures it owes."""
    from cdstrack.render.weekly.owners import reminder_document

    return Rendering(Prose(partial(reminder_document, report, lead, view)))


def _tabular(
    report: R,
    view: View,
    drafts: tuple[Iterable[Draft], Iterable[Draft]],
    fields: "Callable[[R, View], Fields]",
    rows: Callable[[R, View], str],
) -> Rendering:
    return Rendering(Tabular(*drafts), partial(fields, report, view), partial(rows, report, view))
