"""Ids by the names that tables use for them.

Owns when a name in a table is certain: nobody confirms it there, so only the whole name counts,
without accents, case, punctuation and numbering.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from cdstrack.core.plan.criterion_codes import Code, code_in, code_of, code_readings
from cdstrack.core.plan.model import Label, Plan
from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import CellContent, Fault, Number
from cdstrack.core.units.codes import unit_codes
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.form.habits import Habits
from cdstrack.files.importing.form.unit_words import without_unit
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import by_marks, find, fold

_WITH_AREA = re.compile(
    r"(?P<name>[^(),]+?)\s*(?:\((?P<in_brackets>[^()]+)\)|,\s*(?P<behind>[^(),]+))"
)
"""`Xã Hòa Lộc (huyện Mỏ Cày Bắc)`, `Xã Hòa Lộc, huyện Mỏ Cày Bắc`."""
_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[^\W\d_][.)]|[-+*\u2022\u2013])\s+")
_MOST_NEAR = 5
Names = Mapping[str, Iterable[str]]


class KnownNames:
    """The names of a plan's indicators, bodies and documents.

    `documents` are those that the store keeps beside the plan's, with their titles; `habits` has
    further names of indicators and org units.
    """

    def __init__(self, plan: Plan, documents: Mapping[str, str], habits: Habits) -> None:
        self._plan = plan
        self._also = habits.indicators
        self._org_units = habits.org_units
        self._bodies = plan.org_units
        self._codes = unit_codes(plan)
        self._indicators = _Index(
            {
                each.id: [*_texts(each.name), *_texts(each.short), *each.aliases]
                for each in plan.indicators
            },
            "indicator",
        )
        units: Names = {key: [*_texts(unit), *unit.aliases] for key, unit in plan.org_units.items()}
        self._units = _Index({plan.area: (), **units}, "org_unit")
        self._documents = _Index(
            {
                **{key: [title] for key, title in documents.items()},
                **{key: [each.title, each.number or ""] for key, each in plan.documents.items()},
            },
            "document",
        )

    def indicator(self, cell: CellContent, code: CellContent = None) -> str | Problem:
        """The indicator of that id or name, a unit behind the name left aside.

        Where the row has a code too, name and code must be those of one indicator (CDS375): a
        renumbered form has old codes beside new names, and a sheet makes 4.1 of 4.10.
        """
        if isinstance(cell, str):
            for text in (called(cell, code), cell):
                if found := self._also.get(fold(text)):
                    return found
        named = self._named(cell)
        written = code_in(shown(code)) if isinstance(code, str | Number) else ()
        coded = self._with_code(written)
        if not coded or (isinstance(named, str) and coded == (named,)):
            return named
        if isinstance(named, str) and self._codes_of[named] == written:
            return named
        if isinstance(named, str):
            likely = (named, *coded)
        elif len(coded) == 1 and coded[0] in meant_by(named):
            return coded[0]
        else:
            likely = (*coded, *meant_by(named))
        facts = {"where": "indicator", "value": shown(cell), "code": shown(code)}
        several = {"several": "yes"} if len(coded) > 1 else {}
        candidates = ", ".join(dict.fromkeys(likely))
        return Problem("CDS375", {**facts, **several, "candidates": candidates})

    def _named(self, cell: CellContent) -> str | Problem:
        found = self._indicators.found(cell)
        if isinstance(found, str) or not isinstance(cell, str):
            return found
        bare = without_unit(cell)
        named = found if bare == clean(cell).strip() else self._indicators.found(bare)
        return named if isinstance(named, str) else found

    def _with_code(self, code: Code) -> tuple[str, ...]:
        """The indicators with a code, or with one that a sheet makes this of."""
        readings = code_readings(code) if code else ()
        return tuple(id_ for id_, own in self._codes_of.items() if own in readings)

    @cached_property
    def _codes_of(self) -> Mapping[str, Code]:
        return {each.id: code_of(each) for each in self._plan.indicators}

    def near(self, cell: CellContent, code: CellContent = None) -> tuple[str, ...]:
        """The indicators that a cell may mean; none where it is certain."""
        return meant_by(self.indicator(cell, code))

    def org_unit(self, cell: CellContent, day: date | None) -> str | Problem:
        """The body or area of that id, code or name on a day; an empty text for none.

        Without a day, which is for rows that are refused anyway, any that ever had the code.
        """
        if cell is None:
            return ""
        known = self._org_units.get(fold(shown(cell))) if self._org_units else None
        if known is not None and self._is_there(known, day) and self._is_meant(known, shown(cell)):
            return known
        found = self._unit(cell, day)
        # A name that was explained is that of a unit of other days: here the plan may know better.
        return known if known is not None and isinstance(found, Problem) else found

    def document(self, cell: CellContent) -> str | Problem:
        """The document of that id, title or number; an empty text for none."""
        found = "" if cell is None else self._documents.found(cell)
        if isinstance(found, Problem) and found.code == "CDS216":
            return Problem("CDS226", found.facts)
        return found

    def _is_meant(self, explained: str, text: str) -> bool:
        """Whether an explained name applies here: different accents can mean another unit."""
        return explained in self._units.named(text) or not self._units.has_name(explained, text)

    def _is_there(self, unit: str, day: date | None) -> bool:
        body = self._bodies.get(unit)
        return body is None or day is None or body.in_force(day)

    def _unit(self, cell: CellContent, day: date | None) -> str | Problem:
        found = self._by_code(cell, day)
        if found is not None:
            return found
        named, text = self._units.found(cell), shown(cell)
        if isinstance(named, Problem) and (within := self._named_with_area(text, day)):
            return within
        if not isinstance(named, Problem) or named.code != "CDS217":
            return named
        there = [id_ for id_ in meant_by(named) if self._is_there(id_, day)]
        if len(there) == 1 and self._units.has_name(there[0], text):
            return there[0]
        facts = {"candidates": ", ".join(there)} if there else {}
        return replace(named, facts={**named.facts, **facts})

    def _by_code(self, cell: CellContent, day: date | None) -> str | Problem | None:
        """The unit that has a code on a day; CDS216 where zeros may have been dropped before it."""
        text = shown(cell)
        if text in self._bodies or isinstance(cell, Fault):
            return None
        if holders := self._codes.holders.get(text):
            return holders[-1] if day is None else self._codes.unit_on(text, day, "org_unit")
        near = self._codes.without_zeros(text, day)
        facts = {"where": "org_unit", "value": text, "suggestions": ", ".join(near)}
        return Problem("CDS216", facts) if near else None

    def _named_with_area(self, text: str, day: date | None) -> str:
        """The unit that is named with what it is a part of, as people tell two of one name apart."""
        match = _WITH_AREA.fullmatch(text)
        if match is None:
            return ""
        areas = self._units.named(match["in_brackets"] or match["behind"])
        found = [
            id_
            for id_ in self._units.named(match["name"])
            if self._is_there(id_, day) and (body := self._bodies.get(id_)) and body.parent in areas
        ]
        return found[0] if len(found) == 1 else ""


class _Index:
    """Ids by their names; `where` is what they are called in a problem."""

    def __init__(self, names: Names, where: str) -> None:
        self._names = {id_: tuple(known) for id_, known in names.items()}
        self._where = where

    @cached_property
    def _by_form(self) -> Mapping[str, Collection[str]]:
        """The ids by the folded form of each of their names."""
        found: dict[str, dict[str, None]] = {}
        for id_, known in self._names.items():
            for text in (id_, *known):
                found.setdefault(fold(text), {})[id_] = None
        return found

    def found(self, cell: CellContent) -> str | Problem:
        """The one id of that name; CDS216 where there is none, CDS217 where there are several."""
        if isinstance(cell, Fault):
            return Problem(cell.code, {"value": cell.value})
        text = clean(cell).strip() if isinstance(cell, str) else ""
        if not text:
            return Problem("CDS222", {"where": self._where})
        if text in self._names:
            return text
        hits = self.named(text)
        if len(hits) == 1:
            return hits[0]
        facts = {"where": self._where, "value": text}
        if hits:
            return Problem("CDS217", {**facts, "candidates": ", ".join(hits)})
        match = find(text, self._names)
        near = (match.found,) if match.found else match.candidates or match.suggestions
        return Problem("CDS216", {**facts, "suggestions": ", ".join(near[:_MOST_NEAR])})

    def named(self, text: str) -> Sequence[str]:
        """The ids that a text can be a name of, in their order; accents decide among several."""
        found = {id_ for form in _forms(text) for id_ in self._by_form.get(form, ())}
        if len(found) < 2:
            return tuple(found)
        ordered = [id_ for id_ in self._names if id_ in found]
        return by_marks(
            _NUMBERING.sub("", text, count=1), by_marks(text, ordered, self._names), self._names
        )

    def has_name(self, id_: str, text: str) -> bool:
        """Whether an id has a text as a name, not only as the id itself."""
        return not _forms(text).isdisjoint(map(fold, self._names.get(id_, ())))


def called(cell: CellContent, code: CellContent) -> str:
    """The code and the name of a row as one text, if it has both."""
    return f"{shown(code)} {shown(cell)}".strip()


def meant_by(found: str | Problem) -> tuple[str, ...]:
    """The ids that an uncertain name may mean; none of a certain one."""
    facts = found.facts if isinstance(found, Problem) else {}
    ids = facts.get("candidates") or facts.get("suggestions")
    return tuple(ids.split(", ")) if ids else ()


def _forms(text: str) -> set[str]:
    """The folded text, with and without the numbering before it."""
    return {fold(text), fold(_NUMBERING.sub("", text, count=1))} - {""}


def _texts(label: Label | None) -> list[str]:
    return list(label.texts) if label else []
