"""`cdstrack template`: a workbook for a department to fill in, which import reads as it comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.completion import complete_org_unit
from cdstrack.cli.app.options import DECLARED_FILTERS, Texts, argument, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from datetime import date

    from cdstrack.cli.use_cases.filters import Filters
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.period import Period

_ENDING = ".xlsx"


@takes("as_of", *DECLARED_FILTERS)
def template(
    session: Session,
    file: Annotated[str, argument("FILE")],
    filters: Annotated[Texts, argument("[FILTER]...")] = None,
    *,
    org_unit: Annotated[
        str | None, option("--org-unit", metavar="ID", complete=complete_org_unit)
    ] = None,
    on: Annotated[str | None, option("--on", metavar="PERIOD")] = None,
) -> None:
    """The indicators asked for, their last figures, and empty cells for the next."""
    from cdstrack.cli.use_cases.filters import read_filters
    from cdstrack.cli.use_cases.reports import report_header
    from cdstrack.core.record.sources import all_documents
    from cdstrack.core.record.template import asked_until, requested_observations
    from cdstrack.files.export.template import write_template
    from cdstrack.render.record.grids import sources_grid
    from cdstrack.render.status.grids import caption
    from cdstrack.store.ledger import open_reader

    _refuse_name(file)
    chosen = read_filters(session, filters, DECLARED_FILTERS)
    unit = _org_unit(session, org_unit)
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(org_unit=unit)
        documents = all_documents(session.plan, ledger.documents())
    until = asked_until(session.plan, unit, session.as_of)
    rows = requested_observations(_asked(session, chosen, until), figures, unit, until, _period(on))
    sources = sources_grid(documents, session.view)
    head = caption(report_header(session, "status", None), session.view)
    with session.output_file(Path(file)) as target:
        language = session.language.value
        write_template(target, rows, list(documents), sources, caption=head, language=language)
    session.talk("template.made", file=file, count=str(len(rows)))
    _tell_closing(session, unit, until)


def _refuse_name(file: str) -> None:
    """A workbook that has come back filled in may stand there: it is not replaced."""
    if Path(file).suffix.lower() != _ENDING:
        raise RefusedError(Problem("CDS018", {"file": file, "ending": _ENDING}))
    if Path(file).is_file():
        raise RefusedError(Problem("CDS410", {"path": file}))


def _asked(session: Session, chosen: "Filters", until: "date") -> "list[Indicator]":
    """The indicators that are wanted, by the body that answers for them today."""
    from cdstrack.core.record.template import is_asked
    from cdstrack.core.weekly.obligations import responsible_on

    found = []
    for each in session.plan.indicators:
        body = responsible_on(session.plan, each, session.as_of)
        if is_asked(each, until) and chosen.keep_declared(each, body.unit if body else None):
            found.append(each)
    if not found:
        raise RefusedError(Problem("CDS355"))
    return found


def _tell_closing(session: Session, unit: str, until: "date") -> None:
    from cdstrack.words.parse.dates import format_day

    if until < session.as_of:
        day = format_day(until, session.spoken_language)
        session.talk("template.closed", org_unit=unit, closed=day)
        if successor := session.plan.org_units[unit].successor:
            session.talk("template.successor", successor=successor)


def _org_unit(session: Session, typed: str | None) -> str:
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_id, org_unit_names

    if typed is None:
        return session.plan.area
    return accept(find_id(typed, org_unit_names(session.plan), "--org-unit"))


def _period(typed: str | None) -> "Period | None":
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.words.parse.dates import read_period

    return None if typed is None else accept(read_period(typed))
