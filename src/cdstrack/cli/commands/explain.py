"""`cdstrack explain`: the arithmetic of one indicator's verdicts, step by step."""

from typing import Annotated

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.options import REPORT, argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def explain(
    session: Session, indicator: Annotated[str, argument("INDICATOR", complete_indicator)]
) -> None:
    """Figures used and left out, the steps to each verdict, and what other methods say."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_indicator
    from cdstrack.cli.use_cases.reports import report_header, write_report
    from cdstrack.core.reports.explain import build_explanation
    from cdstrack.render import formats
    from cdstrack.store.ledger import open_reader

    wanted = accept(find_indicator(indicator, session.plan))
    session.format  # noqa: B018 - a format that is not offered is refused before a missing store
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(indicators={wanted.id}, known_at=session.known_at)
        last = ledger.knowledge(session.known_at)
    header = report_header(session, "explain", last.at if last else None)
    explanation = build_explanation(session.plan, wanted, figures, header, method=session.method)
    write_report(session, formats.explanation, explanation, session.sourced_view)
