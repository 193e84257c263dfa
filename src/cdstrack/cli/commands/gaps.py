"""`cdstrack gaps`: what is still missing, the longest way first."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import FILTERS, REPORT, Texts, argument, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
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
    from cdstrack.cli.use_cases.filters import read_filters, say_nothing_matches
    from cdstrack.cli.use_cases.reports import read_status, write_report
    from cdstrack.core.reports.status import build_gaps, select
    from cdstrack.render import formats

    chosen = read_filters(session, filters, FILTERS)
    due = _milestone(session, milestone)
    report = build_gaps(select(read_status(session), chosen.keep), milestone=due)
    write_report(session, formats.gaps, report)
    if not report.rows:
        say_nothing_matches(session, chosen)


def _milestone(session: Session, typed: str | None) -> "date | int | None":
    """A year, or a day.

    Raises:
        RefusedError: It is neither, or CDS025, the plan has no target that is due then.
    """
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.core.record.period import Precision
    from cdstrack.words.parse.clean import clean
    from cdstrack.words.parse.dates import format_day, read_period

    if typed is None:
        return None
    period = accept(read_period(typed))
    wanted = period.end.year if period.precision is Precision.YEAR else period.end
    known = sorted({target.due for _, target in session.plan.targets() if target.due is not None})
    if not any(wanted in {due, due.year} for due in known):
        shown = ", ".join(format_day(due, session.language.value) for due in known)
        raise RefusedError(Problem("CDS025", {"value": clean(typed), "milestones": shown}))
    return wanted
