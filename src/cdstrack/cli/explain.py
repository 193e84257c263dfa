"""`cdstrack explain`: the arithmetic of one indicator's verdicts, step by step."""

from typing import Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.completion import complete_indicator
from cdstrack.cli.options import REPORT, argument, takes
from cdstrack.render.view import Format

FORMATS = (Format.TABLE, Format.TEXT, Format.MARKDOWN, Format.JSON)


@takes(*REPORT, formats=FORMATS)
def explain(
    session: Session, indicator: Annotated[str, argument("INDICATOR", complete_indicator)]
) -> None:
    """Figures used and left out, the steps to each verdict, and what other methods say."""
    from cdstrack.cli.accept import accept
    from cdstrack.cli.lookup import find_indicator
    from cdstrack.cli.reports import report_header
    from cdstrack.core.explain import build_explanation
    from cdstrack.render.explain import RENDERERS
    from cdstrack.store.ledger import open_reader

    wanted = accept(find_indicator(indicator, session.plan))
    render = RENDERERS[session.format]
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(indicators={wanted.id}, known_at=session.known_at)
        last = ledger.knowledge(session.known_at)
    header = report_header(session, "explain", last.at if last else None)
    explanation = build_explanation(session.plan, wanted, figures, header, method=session.method)
    session.write(render(explanation, session.sourced_view))
