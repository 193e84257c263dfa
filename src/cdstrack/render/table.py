"""Reports as tables for a terminal.

Owns the choice of layout for a width; what the cells say comes from the pages, how they are drawn
from `cdstrack.render.page.drawing`.
"""

from collections.abc import Iterable

from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import GapsReport, StatusReport, TargetsReport
from cdstrack.render.page.drawing import Strokes, drawn, widest
from cdstrack.render.page.layout import Page
from cdstrack.render.record import log_page
from cdstrack.render.status import gaps_page, targets_page
from cdstrack.render.status import page as status_page
from cdstrack.render.view import View

_STROKES = Strokes("━", "─")


def status_table(report: StatusReport, view: View) -> str:
    """Where every indicator stands, in the roomiest layout that fits the view's width."""
    layouts = status_page.LAYOUTS
    return _table((status_page.status_page(report, view, layout) for layout in layouts), view)


def gaps_table(report: GapsReport, view: View) -> str:
    """What is missing to every target, in the roomiest layout that fits the view's width."""
    layouts = gaps_page.LAYOUTS
    return _table((gaps_page.gaps_page(report, view, layout) for layout in layouts), view)


def targets_table(report: TargetsReport, view: View) -> str:
    """The plan's targets as declared."""
    layouts = targets_page.LAYOUTS
    return _table((targets_page.targets_page(report, view, layout) for layout in layouts), view)


def log_table(report: LogReport, view: View) -> str:
    """Who changed what, when and why."""
    return _table([log_page.log_page(report, view)], view)


def _table(pages: Iterable[Page], view: View) -> str:
    return drawn(widest(pages, view.width), view.width, _STROKES, colour=view.colour)
