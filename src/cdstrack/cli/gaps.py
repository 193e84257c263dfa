"""`cdstrack gaps`: what is still missing, the longest way first."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.options import FILTERS, REPORT, Texts, argument, option, takes
from cdstrack.render.view import TABULAR

if TYPE_CHECKING:
    from datetime import date


@takes(*REPORT, *FILTERS, formats=TABULAR)
def gaps(
    session: Session,
    filters: Annotated[Texts, argument("[FILTER]...")] = None,
    *,
    milestone: Annotated[str | None, option("--milestone", metavar="YEAR|DATE")] = None,
) -> None:
    """One row per target, unknown last."""
    from cdstrack.cli.filters import read_filters
    from cdstrack.cli.reports import read_status, write_report
    from cdstrack.core.report import build_gaps, select

    chosen = read_filters(session, filters, FILTERS)
    due = _milestone(milestone)
    report = build_gaps(select(read_status(session), chosen.keep), milestone=due)
    write_report(session, report)
    if not report.rows:
        session.talk("filters.nothing")


def _milestone(typed: str | None) -> "date | int | None":
    """A year, or a day."""
    from cdstrack.cli.accept import accept
    from cdstrack.core.period import Precision
    from cdstrack.words.dates import read_period

    if typed is None:
        return None
    period = accept(read_period(typed))
    return period.end.year if period.precision is Precision.YEAR else period.end
