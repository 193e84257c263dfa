"""How many figures each body owes: what a page of one sheet says of the obligations.

Owns the counting by body. The figures themselves are listed by the reminder.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cdstrack.core.weekly.obligations import Owed, Owner


@dataclass(frozen=True, slots=True)
class Debt:
    """How many figures one body owes, those of all its persons; None is nobody known.

    `overdue` are past their due date, or nothing says when they were due; `coming` fall due within
    `cdstrack.core.weekly.obligations.AHEAD` days. `since` is the earliest due date that is past.
    """

    lead: str | None
    overdue: int
    coming: int
    since: date | None


def debts(owners: Iterable[Owner], day: date) -> tuple[Debt, ...]:
    """The figures that each body owes, most overdue first, those without a lead last."""
    owed: dict[str | None, list[Owed]] = defaultdict(list)
    for owner in owners:
        if owner.owed:
            owed[owner.lead] += owner.owed
    found = [_debt(lead, each, day) for lead, each in owed.items()]
    return tuple(sorted(found, key=lambda debt: (debt.lead is None, -debt.overdue)))


def _debt(lead: str | None, owed: Iterable[Owed], day: date) -> Debt:
    dues = [each.due for each in owed]
    past = [due for due in dues if due is not None and due < day]
    overdue = len(past) + dues.count(None)
    return Debt(lead, overdue, len(dues) - overdue, min(past, default=None))
