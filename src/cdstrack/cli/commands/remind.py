"""`cdstrack remind`: the text that asks one body for the figures it owes."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.completion import complete_org_unit
from cdstrack.cli.app.options import REPORT, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import DOCUMENT, Format

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Plan

FORMATS = tuple(each for each in DOCUMENT if each is not Format.JSON)


@takes(*REPORT, formats=FORMATS)
def remind(
    session: Session,
    *,
    lead: Annotated[str, option("--lead", metavar="ID", complete=complete_org_unit)],
) -> None:
    """Prints it; where the body owes nothing, the text says so."""
    from cdstrack.cli.use_cases.reports import write_report
    from cdstrack.cli.use_cases.responsibility import read_owners
    from cdstrack.render import formats

    found = _lead(session.plan, lead)
    write_report(session, partial(formats.reminder, lead=found), read_owners(session))


def _lead(plan: "Plan", typed: str) -> str:
    """The body that was meant, among those that lead or have led, and their successors.

    Raises:
        RefusedError: There is no such body, several are meant, or it leads nothing (CDS609).
    """
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_id, org_unit_names

    known = org_unit_names(plan)
    leads = dict.fromkeys(lead.unit for each in plan.indicators for lead in each.lead)
    leads |= dict.fromkeys(_successors(plan, leads))
    names = {key: known.get(key, ()) for key in leads}
    found = find_id(typed, names or known, "--lead")
    if isinstance(found, Problem) and found.code == "CDS216":
        found = find_id(typed, known, "--lead")
    accepted = accept(found)
    if accepted not in leads:
        facts = {"lead": plan.unit_name(accepted, "vi"), "leads": ", ".join(leads)}
        raise RefusedError(Problem("CDS609", facts))
    return accepted


def _successors(plan: "Plan", units: dict[str, None]) -> list[str]:
    """The bodies that the closed ones among these were merged into."""
    found: list[str] = []
    ahead = list(units)
    while ahead:
        body = plan.org_units.get(ahead.pop())
        if body and body.successor and body.successor not in {*units, *found}:
            found.append(body.successor)
            ahead.append(body.successor)
    return found
