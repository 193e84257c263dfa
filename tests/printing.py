"""A report as each format prints it, without a command line."""

from collections.abc import Callable
from functools import partial
from typing import Any

from cdstrack.core.reports.comparison import ComparisonReport
from cdstrack.core.reports.gaps import GapsReport
from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import StatusReport
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.core.weekly.issued import IssuesReport
from cdstrack.core.weekly.obligations import OwnersReport
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render import formats, renderings
from cdstrack.render.view import Format, View

RENDERINGS: dict[type, Callable[[Any, View], formats.Rendering]] = {
    StatusReport: renderings.status,
    GapsReport: renderings.gaps,
    TargetsReport: renderings.targets,
    LogReport: renderings.log,
    ComparisonReport: renderings.comparison,
    SummaryReport: renderings.summary,
    IssuesReport: renderings.issues,
    OwnersReport: renderings.owners,
}


def printed(form: Format, report: object, view: View) -> str:
    """The report in a format."""
    return formats.written(RENDERINGS[type(report)](report, view), form, view)


def printed_long(form: Format, report: StatusReport, view: View) -> str:
    """The status with its reasons and notes, in a format."""
    return formats.written(renderings.status(report, view, long=True), form, view)


as_long_table = partial(printed_long, Format.TABLE)
as_long_markdown = partial(printed_long, Format.MARKDOWN)
as_table = partial(printed, Format.TABLE)
as_text = partial(printed, Format.TEXT)
as_markdown = partial(printed, Format.MARKDOWN)
as_html = partial(printed, Format.HTML)
as_json = partial(printed, Format.JSON)
as_csv = partial(printed, Format.CSV)
