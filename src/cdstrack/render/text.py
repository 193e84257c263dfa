"""Reports as plain text for mail and log files: fixed columns, no colour, no drawing.

Owns what plain text leaves out: bars, boxes and weights.
"""

from collections.abc import Iterable
from dataclasses import replace

from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import GapsReport, StatusReport, TargetsReport
from cdstrack.render.page.drawing import Strokes, drawn, widest
from cdstrack.render.page.layout import Page
from cdstrack.render.record import log_page
from cdstrack.render.status import gaps_page, targets_page
from cdstrack.render.status import page as status_page
from cdstrack.render.view import View

_STROKES = Strokes("-", "")


def status_text(report: StatusReport, view: View) -> str:
    """Where every indicator stands."""
    layouts = [replace(layout, way=None) for layout in status_page.LAYOUTS]
    return _text((status_page.status_page(report, view, layout) for layout in layouts), view)


def gaps_text(report: GapsReport, view: View) -> str:
    """What is missing to every target."""
    layouts = [replace(layout, way=None) for layout in gaps_page.LAYOUTS]
    return _text((gaps_page.gaps_page(report, view, layout) for layout in layouts), view)


def targets_text(report: TargetsReport, view: View) -> str:
    """The plan's targets as declared."""
    layouts = targets_page.LAYOUTS
    return _text((targets_page.targets_page(report, view, layout) for layout in layouts), view)


def log_text(report: LogReport, view: View) -> str:
    """Who changed what, when and why."""
    return _text([log_page.log_page(report, view)], view)


def _text(pages: Iterable[Page], view: View) -> str:
    return drawn(widest(pages, view.width), view.width, _STROKES)
