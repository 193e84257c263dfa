"""`cdstrack show`: everything about one indicator on one page."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.options import REPORT, argument, flag, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import OUTLINE

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Document
    from cdstrack.core.record.acts import SourceDocument
    from cdstrack.core.record.observation import Observation
    from cdstrack.core.reports.indicator_detail import CellHistory
    from cdstrack.store.reading import Reader


@takes(*REPORT, formats=OUTLINE)
def show(
    session: Session,
    indicator: Annotated[str, argument("INDICATOR", complete_indicator)],
    *,
    no_chart: Annotated[bool, flag("--no-chart")] = False,
) -> None:
    """Declaration, targets with verdicts, a chart, and all figures with their history."""
    from cdstrack.cli.app.terminal import is_terminal
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_indicator
    from cdstrack.cli.use_cases.reports import report_header, write_report
    from cdstrack.core.reports.explain import build_explanation
    from cdstrack.core.reports.indicator_detail import IndicatorDetail, chart_of
    from cdstrack.core.verdict.series import build_series
    from cdstrack.render import formats
    from cdstrack.store.ledger import open_reader

    plan, known_at = session.plan, session.known_at
    wanted = accept(find_indicator(indicator, plan))
    drawing = not no_chart and session.given.output is None and is_terminal()
    session.format  # noqa: B018 - a format that is not offered is refused before a missing store
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(indicators={wanted.id}, known_at=known_at)
        last = ledger.knowledge(known_at)
        kept = {each.key: each for each in ledger.documents(known_at)}
        cells = _histories(ledger, wanted.id, figures, session)
    header = report_header(session, "show", last.at if last else None)
    explanation = build_explanation(plan, wanted, figures, header, method=session.method)
    series = build_series(wanted, figures, plan.area, session.as_of)
    chart = chart_of(explanation, series)
    documents: dict[str, Document | SourceDocument] = {**kept, **plan.documents}
    report = IndicatorDetail(header, explanation, cells, documents, chart)
    write_report(session, partial(formats.detail, chart=drawing), report, session.sourced_view)


def _histories(
    ledger: "Reader", indicator: str, figures: "list[Observation]", session: Session
) -> "tuple[CellHistory, ...]":
    """Every cell that holds a figure or held one, with all acts upon it."""
    from cdstrack.core.reports.indicator_detail import CellHistory, Revision, in_order_of_time

    known_at = session.known_at
    acts = {each.id: each for each in ledger.submissions(known_at=known_at, indicator=indicator)}
    now = {figure.cell: figure for figure in figures}
    taken_back = (act.id for act in acts.values() if act.reason or act.undoes)
    emptied = {
        change.cell
        for act in taken_back
        for change in ledger.iter_changes(act)
        if change.cell.indicator == indicator
    }
    histories = (
        CellHistory(
            cell,
            now.get(cell),
            tuple(
                Revision(acts[change.submission], change)
                for change in ledger.revisions(cell, known_at)
            ),
        )
        for cell in {*now, *emptied}
    )
    return in_order_of_time(tuple(histories))
