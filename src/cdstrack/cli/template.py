"""`cdstrack template`: a workbook for a department to fill in, which import reads as it comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.completion import complete_org_unit
from cdstrack.cli.options import DECLARED_FILTERS, Texts, argument, option, takes
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from cdstrack.core.period import Period

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
    from cdstrack.cli.filters import read_filters
    from cdstrack.core.template import asked_figures
    from cdstrack.files.output import whole_file
    from cdstrack.files.template_out import write_template
    from cdstrack.store.ledger import open_reader

    if Path(file).suffix.lower() != _ENDING:
        raise RefusedError(Problem("CDS018", {"file": file, "endings": _ENDING}))
    chosen = read_filters(session, filters, DECLARED_FILTERS)
    unit = _org_unit(session, org_unit)
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(org_unit=unit)
        documents = [*session.plan.documents, *(each.key for each in ledger.documents())]
    indicators = [
        each
        for each in session.plan.indicators
        if chosen.keep_declared(each, each.lead_on(session.as_of))
    ]
    if not indicators:
        raise RefusedError(Problem("CDS355"))
    rows = asked_figures(indicators, figures, unit, session.as_of, _period(on))
    with whole_file(Path(file)) as target:
        write_template(target, rows, session.plan, documents, session.language.value)
    session.talk("template.made", file=file, count=str(len(rows)))


def _org_unit(session: Session, typed: str | None) -> str:
    from cdstrack.cli.accept import accept
    from cdstrack.cli.lookup import find_id, org_unit_names

    if typed is None:
        return session.plan.area
    return accept(find_id(typed, org_unit_names(session.plan), "--org-unit"))


def _period(typed: str | None) -> "Period | None":
    from cdstrack.cli.accept import accept
    from cdstrack.words.dates import read_period

    return None if typed is None else accept(read_period(typed))
