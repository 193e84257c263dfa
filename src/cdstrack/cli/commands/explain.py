"""`cdstrack explain`: the arithmetic of one indicator's verdicts, step by step."""

from typing import Annotated

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.options import REPORT, argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

FORMATS = (Format.TABLE, Format.TEXT, Format.MARKDOWN, Format.JSON)


@takes(*REPORT, formats=FORMATS)
def explain(
    session: Session, indicator: Annotated[str, argument("INDICATOR", complete_indicator)]
) -> None:
    """Figures used and left out, the steps to each verdict, and what other methods say."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_indicator
    from cdstrack.cli.use_cases.reports import report_header
    from cdstrack.core.reports.explain import build_explanation
    from cdstrack.render.indicator.explain import RENDERERS
    from cdstrack.store.ledger import open_reader

    wanted = accept(find_indicator(indicator, session.plan))
    render = RENDERERS[session.format]
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(indicators={wanted.id}, known_at=session.known_at)
        last = ledger.knowledge(session.known_at)
    header = report_header(session, "explain", last.at if last else None)
    explanation = build_explanation(session.plan, wanted, figures, header, method=session.method)
    session.write(render(explanation, session.sourced_view))
