"""`cdstrack export`: figures and reports as files for programs and for Excel."""

from dataclasses import replace
from typing import Annotated

from cdstrack.cli.app.options import REPORT, Texts, argument, flag, offer, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

_REPORTS = ("figures", "status", "gaps", "log")
_EVERYTHING = "all"


@takes(*REPORT, formats=(Format.CSV, Format.XLSX))
def export(
    session: Session,
    file: Annotated[str | None, argument("[FILE]")] = None,
    *,
    report: Annotated[
        Texts, option("--report", metavar="NAME", complete=offer(*_REPORTS, _EVERYTHING))
    ] = None,
    excel: Annotated[bool, flag("--excel")] = False,
) -> None:
    """The current figures, unless told otherwise; a workbook takes several reports."""
    from cdstrack.cli.use_cases.exporting import write_csv, write_xlsx

    if file and session.given.output:
        raise RefusedError(Problem("CDS009", {"first": "FILE", "second": "--output"}))
    if file:
        session = replace(session, given=replace(session.given, output=file))
    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    wanted = _wanted(report)
    if session.format is Format.XLSX:
        if excel:
            raise RefusedError(Problem("CDS009", {"first": "--excel", "second": ".xlsx"}))
        if session.given.output is None:
            raise RefusedError(Problem("CDS349"))
        write_xlsx(session, wanted)
    elif len(wanted) > 1:
        raise RefusedError(Problem("CDS353", {"reports": ", ".join(wanted)}))
    else:
        write_csv(session, wanted[0], excel=excel)


def _wanted(typed: Texts) -> tuple[str, ...]:
    """The reports asked for, in the order of the sheets."""
    from cdstrack.words.parse.clean import clean

    names = set(typed or ("figures",))
    if unknown := sorted(names - {*_REPORTS, _EVERYTHING}):
        allowed = ", ".join((*_REPORTS, _EVERYTHING))
        facts = {"where": "--report", "value": clean(unknown[0]), "allowed": allowed}
        raise RefusedError(Problem("CDS012", facts))
    return tuple(each for each in _REPORTS if each in names or _EVERYTHING in names)
