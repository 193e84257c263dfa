"""Administrative units: the tree of a day, and which unit was meant."""

from collections.abc import Sequence

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.core.plan.model import OrgUnit
from cdstrack.core.reports.units import UnitsReport, build_units
from cdstrack.words.parse.search import fold


def read_units_report(
    workspace: Workspace, basis: Basis, words: Sequence[str] = (), *, ever: bool = False
) -> UnitsReport:
    """The units on the day of the basis whose code, id or name holds every word; needs no store.

    With `ever`, those of other days too.
    """
    header = report_header(workspace, basis, "units", None)
    wanted = [fold(word) for word in words]

    def keep(id_: str, unit: OrgUnit) -> bool:
        text = " ".join(("", *(fold(each) for each in (id_, unit.code or "", *unit.texts))))
        return all(f" {word}" in text for word in wanted)

    return build_units(workspace.plan, header, keep if wanted else None, ever=ever)
