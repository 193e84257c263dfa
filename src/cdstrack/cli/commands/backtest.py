"""`cdstrack backtest`: how far the forecasts on the plan's own series would have held."""

from typing import Annotated

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.options import REPORT, Texts, argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import OUTLINE


@takes(*REPORT, formats=OUTLINE)
def backtest(
    session: Session,
    indicators: Annotated[Texts, argument("[INDICATOR]...", complete_indicator)] = None,
) -> None:
    """Errors of forecast and range, and how often each word came true; all series, or these."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_indicator
    from cdstrack.cli.use_cases.reports import report_header, write_report
    from cdstrack.core.reports.backtest import build_backtest
    from cdstrack.render import formats
    from cdstrack.store.ledger import open_reader

    plan = session.plan
    named = [accept(find_indicator(each, plan)) for each in indicators or ()]
    wanted = list({each.id: each for each in named or plan.indicators}.values())
    session.format  # noqa: B018 - a format that is not offered is refused before a missing store
    with open_reader(session.store_path.value) as ledger:
        ids = {each.id for each in wanted}
        figures = ledger.current(org_unit=plan.area, indicators=ids, known_at=session.known_at)
        last = ledger.knowledge(session.known_at)
    header = report_header(session, "backtest", last.at if last else None)
    write_report(session, formats.backtest, build_backtest(plan, wanted, figures, header))
