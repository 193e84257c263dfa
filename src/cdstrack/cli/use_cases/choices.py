"""The choices offered to a person who enters figures at a terminal.

Owns where they come from: the last figure of an indicator, the source documents, and the figures
that are due. Questions and answers belong to the commands.
"""

import re
from collections.abc import Iterable
from datetime import date

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.cli.use_cases.weekly import find_lead, read_owners
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.sources import all_documents
from cdstrack.core.spelling import unmarked
from cdstrack.core.weekly.owed_figures import OwedFigure, owed_figures
from cdstrack.store.ledger import open_reader

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40


def last_figure(
    workspace: Workspace, indicator: Indicator, org_unit: str, group: str
) -> Observation | None:
    """The figure of the latest period; None if there is none."""
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(org_unit=org_unit, indicators=[indicator.id])
    mine = (each for each in figures if each.disaggregation == group)
    return max(mine, key=lambda each: (each.period.end, each.id or 0), default=None)


def read_documents(workspace: Workspace) -> dict[str, SourceDocument]:
    """The documents of the plan and the store by their ids, the latest first."""
    with open_reader(workspace.store) as ledger:
        found = all_documents(workspace.plan, ledger.documents())
    latest = sorted(found.values(), key=lambda each: each.issued or date.min, reverse=True)
    return {each.key: each for each in latest}


def proposed_id(name: str, taken: Iterable[str]) -> str:
    """An unused id for a document with this number or title; empty if it has no letters.

    >>> proposed_id("215/BC-UBND", ["215-bc-ubnd"])
    '215-bc-ubnd-2'
    """
    base = _NO_LETTER.sub("-", unmarked(name))[:_LONGEST_ID].strip("-")
    known, number, found = set(taken), 1, base
    while base and found in known:
        number += 1
        found = f"{base}-{number}"
    return found


def read_owed(workspace: Workspace, basis: Basis, lead: str | None) -> tuple[OwedFigure, ...]:
    """The figures that are due, as in the reminders; only those of one body if it is named.

    Raises:
        RefusedError: There is no such body, or it leads no indicator.
    """
    wanted = None if lead is None else find_lead(workspace.plan, lead)
    owners = read_owners(workspace, basis).owners
    return owed_figures(
        (each for each in owners if wanted is None or each.lead == wanted), basis.as_of
    )
