"""Ids by the names that tables use for them.

Owns when a name in a table is certain: nobody confirms it there, so only the whole name counts,
without accents, case, punctuation and numbering.
"""

import re
from collections.abc import Iterable, Mapping

from cdstrack.core.plan.model import Label, Plan
from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.form.habits import Habits
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import find, fold

_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[^\W\d_][.)]|[-+*\u2022\u2013])\s+")
Names = Mapping[str, Iterable[str]]


class KnownNames:
    """The names of a plan's indicators, bodies and documents.

    `documents` are those that the store keeps beside the plan's, with their titles; `habits` has
    further names of indicators and org units.
    """

    def __init__(self, plan: Plan, documents: Mapping[str, str], habits: Habits) -> None:
        self._also = habits.indicators
        self._org_units = {**habits.org_units}
        self._indicators: Names = {
            each.id: [*_texts(each.name), *_texts(each.short), *each.aliases]
            for each in plan.indicators
        }
        self._units: Names = {
            key: [*_texts(unit), *unit.aliases] for key, unit in plan.org_units.items()
        }
        self._units = {plan.area: (), **self._units}
        self._documents: Names = {
            **{key: [title] for key, title in documents.items()},
            **{key: [each.title, each.number or ""] for key, each in plan.documents.items()},
        }

    def indicator(self, cell: CellContent) -> str | Problem:
        """The indicator of that id or name."""
        if isinstance(cell, str) and (found := self._also.get(fold(cell))):
            return found
        return _found(cell, self._indicators, "indicator")

    def near(self, cell: CellContent) -> tuple[str, ...]:
        """The indicators whose names are similar to that in a cell; none where one has it."""
        known = self.indicator(cell)
        facts = known.facts if isinstance(known, Problem) else {}
        ids = facts.get("candidates") or facts.get("suggestions")
        return tuple(ids.split(", ")) if ids else ()

    def org_unit(self, cell: CellContent) -> str | Problem:
        """The body or area of that id or name; an empty text for none."""
        if cell is None:
            return ""
        known = self._org_units.get(fold(shown(cell))) if self._org_units else None
        return _found(cell, self._units, "org_unit") if known is None else known

    def document(self, cell: CellContent) -> str | Problem:
        """The document of that id, title or number; an empty text for none."""
        found = "" if cell is None else _found(cell, self._documents, "document")
        if isinstance(found, Problem) and found.code == "CDS216":
            return Problem("CDS226", found.facts)
        return found


def _found(cell: CellContent, names: Names, where: str) -> str | Problem:
    if isinstance(cell, Fault):
        return Problem(cell.code, {"value": cell.value})
    text = clean(cell).strip() if isinstance(cell, str) else ""
    if not text:
        return Problem("CDS222", {"where": where})
    if text in names:
        return text
    wanted = {fold(text), fold(_NUMBERING.sub("", text, count=1))} - {""}
    hits = [id_ for id_, known in names.items() if wanted & {fold(id_), *map(fold, known)}]
    if len(hits) == 1:
        return hits[0]
    facts = {"where": where, "value": text}
    if hits:
        return Problem("CDS217", {**facts, "candidates": ", ".join(hits)})
    match = find(text, {id_: list(known) for id_, known in names.items()})
    near = (match.found,) if match.found else match.candidates or match.suggestions
    return Problem("CDS216", {**facts, "suggestions": ", ".join(near[:5])})


def _texts(label: Label | None) -> list[str]:
    return list(label.texts) if label else []
