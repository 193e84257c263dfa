"""`cdstrack targets`: the plan as declared, in official wording."""

from typing import Annotated

from cdstrack.cli.app.options import DECLARED_FILTERS, WRITTEN, Texts, argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import TABULAR


@takes(*WRITTEN, "as_of", "plan_at", *DECLARED_FILTERS, formats=TABULAR)
def targets(session: Session, filters: Annotated[Texts, argument("[FILTER]...")] = None) -> None:
    """Every indicator that has targets; needs no store."""
    from cdstrack.cli.use_cases.filters import read_filters, say_nothing_matches
    from cdstrack.cli.use_cases.reports import report_header, write_report
    from cdstrack.core.reports.status import TargetsReport
    from cdstrack.render import formats

    plan, as_of = session.plan, session.as_of
    chosen = read_filters(session, filters, DECLARED_FILTERS)
    wanted = tuple(
        each
        for each in plan.indicators
        if each.targets and chosen.keep_declared(each, each.lead_on(as_of))
    )
    report = TargetsReport(report_header(session, "targets", None), plan, wanted)
    write_report(session, formats.targets, report)
    if not wanted:
        say_nothing_matches(session, chosen)
