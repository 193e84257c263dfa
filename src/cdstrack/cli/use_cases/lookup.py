"""From what was typed to an id of the plan or the store.

Owns where ids and their names come from; how they are found is `cdstrack.words.parse.search`'s.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cdstrack.core.problem import Problem, StoreUnusableError
from cdstrack.words.parse.search import find

if TYPE_CHECKING:
    from cdstrack.cli.app.session import Session
    from cdstrack.core.plan.model import Indicator, Label, Plan

Names = Mapping[str, Sequence[str]]
"""Ids with the names by which they can be found."""
_FEW = 15
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)


def find_id(typed: str, names: Names, where: str) -> str | Problem:
    """The one id that was meant, else CDS216 or CDS217; a short list is suggested whole."""
    match = find(typed, names)
    if match.found is not None:
        return match.found
    problem = match.problem(where)
    if not (match.candidates or match.suggestions) and len(names) <= _FEW:
        return replace(problem, facts={**problem.facts, "suggestions": ", ".join(names)})
    return problem


def find_to_write(typed: str, names: Names, where: str) -> str | Problem:
    """The same for what is to be written to: what is spelt like an id is no name.

    Else `ho-so`, an id that the plan has dropped or that was mistyped, would be taken for the one
    indicator whose name says "Hồ sơ".
    """
    if typed in names or not _ID.fullmatch(typed):
        return find_id(typed, names, where)
    match = find(typed, dict.fromkeys(names, ()))
    if match.found is not None or match.candidates:
        return match.found or match.problem(where)
    by_name = find(typed, names)
    near = (by_name.found,) if by_name.found else by_name.candidates or by_name.suggestions
    return replace(match, suggestions=near[:_FEW], candidates=()).problem(where)


def was_recorded(session: "Session", indicator: str) -> bool:
    """Whether the record has figures of an indicator of exactly this id, in the plan or not.

    A store that cannot be used has none to show; whoever needs it finds that out.
    """
    from cdstrack.store.ledger import open_reader

    try:
        with open_reader(session.store_path.value) as ledger:
            return bool(ledger.submissions(indicator=indicator, limit=1))
    except StoreUnusableError:
        return False


def find_indicator(typed: str, plan: "Plan") -> "Indicator | Problem":
    """The indicator that was meant."""
    found = find_id(typed, indicator_names(plan), "INDICATOR")
    return found if isinstance(found, Problem) else plan.by_id[found]


def find_document(typed: str, session: "Session") -> str | Problem:
    """The document that was meant, of the plan or of the store; else CDS226.

    Raises:
        StoreUnusableError: The plan does not hold it, and the store cannot be looked into.
    """
    plan = session.plan
    names = {key: [each.title, each.number or ""] for key, each in plan.documents.items()}
    if typed not in names:
        from cdstrack.store.ledger import open_reader

        with open_reader(session.store_path.value) as ledger:
            names |= {each.key: [each.title, each.number or ""] for each in ledger.documents()}
    found = find_id(typed, names, "--document")
    if isinstance(found, Problem) and found.code == "CDS216":
        return replace(found, code="CDS226")
    return found


def indicator_names(plan: "Plan") -> Names:
    """Every indicator with its names and short names."""
    return {each.id: [*_both(each.name), *_both(each.short)] for each in plan.indicators}


def org_unit_names(plan: "Plan") -> Names:
    """Every area and body with its names."""
    return {key: _both(unit) for key, unit in plan.org_units.items()}


def pillar_names(plan: "Plan") -> Names:
    """Every pillar with its names."""
    return {key: _both(label) for key, label in plan.pillars.items()}


def level_names(plan: "Plan") -> Names:
    """The levels of government that indicators speak of."""
    from cdstrack.words.labels.vocabulary import LEVEL

    levels = dict.fromkeys(each.level for each in plan.indicators if each.level)
    return {level: list(LEVEL.get(level, ())) for level in levels}


def status_names() -> Names:
    """The verdicts."""
    from cdstrack.words.labels.vocabulary import STATUS

    return {key: list(pair) for key, pair in STATUS.items()}


def _both(label: "Label | None") -> list[str]:
    return [text for text in (label.vi, label.en) if text] if label else []
