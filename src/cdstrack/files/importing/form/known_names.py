"""Ids by the names that tables use for them, and units by the words of the column ĐVT.

Owns when a name in a table is certain: nobody confirms it there, so only the whole name counts,
without accents, case, punctuation and numbering. Owns which unit words fit the plan's unit, and
the magnitude (`triệu đồng`) that a column declares for all its numbers. A unit that contradicts the
plan's is refused, because it makes the number another one.
"""

import re
from collections.abc import Iterable, Mapping

from cdstrack.core.plan.model import Indicator, Label, Plan, Unit
from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.words.labels.vocabulary import UNIT
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import scale_of
from cdstrack.words.parse.search import find, fold
from cdstrack.words.parse.value_words import NOT_AVAILABLE

_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[^\W\d_][.)]|[-+*\u2022\u2013])\s+")
_SIGNS = {"%": Unit.PERCENT, "\u2030": Unit.PER_THOUSAND}
_NAMES = {
    Unit.PERCENT: {"phan tram", "percent", "ti le", "ti le phan tram"},
    Unit.PER_THOUSAND: {"phan nghin", "per thousand"},
    Unit.RANK: {"hang", "thu hang", "xep hang", "vi tri", "bac", "rank", "place"},
    Unit.INDEX: {"diem", "chi so", "diem so", "index", "point", "points"},
}
_UNITS = {fold(name): unit for unit, names in _NAMES.items() for name in names}
_MONEY = {"dong", "vnd"}
_MAGNITUDES = {
    "nghin": "nghìn",
    "ngan": "nghìn",
    "ng": "nghìn",
    "trieu": "triệu",
    "tr": "triệu",
    "ti": "tỷ",
    "nghin ti": "nghìn tỷ",
    "ngan ti": "nghìn tỷ",
}
_SHORTENED = re.compile(rf"(?P<scale>{'|'.join(_MAGNITUDES)}) ?(?P<money>dong|d|vnd)?")
Names = Mapping[str, Iterable[str]]


class KnownNames:
    """The names of a plan's indicators, bodies and documents.

    `documents` are those that the store keeps beside the plan's, with their titles; `also` gives
    ids for further (folded) names of indicators.
    """

    def __init__(self, plan: Plan, documents: Mapping[str, str], also: Mapping[str, str]) -> None:
        self._also = also
        self._indicators: Names = {
            each.id: [*_texts(each.name), *_texts(each.short)] for each in plan.indicators
        }
        self._units: Names = {key: _texts(unit) for key, unit in plan.org_units.items()}
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
        return "" if cell is None else _found(cell, self._units, "org_unit")

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
    return [text for text in (label.vi, label.en) if text] if label else []


def unit_problem(text: str, indicator: Indicator) -> Problem | None:
    """Why a unit as written cannot be that of the indicator (CDS341); None where it can."""
    written = clean(text).strip()
    meant = _meant(written)
    unit = indicator.unit
    written = _in_full(written, indicator)
    if not written or unit is Unit.STATE or meant is unit or _is_its_own(written, indicator):
        return None
    label = indicator.unit_label.vi if indicator.unit_label else ""
    counted = unit in {Unit.COUNT, Unit.AMOUNT, Unit.INDEX} and meant is None
    if counted and _is_money(written) == _is_money(label):
        return None
    sign = next((sign for sign, each in _SIGNS.items() if each is unit), str(unit))
    facts = {"value": written, "indicator": indicator.id, "unit": label or sign}
    return Problem("CDS341", facts)


def with_magnitude(text: str, unit: str, indicator: Indicator) -> str:
    """The number with the magnitude that its column declares, unless it names its own.

    >>> from cdstrack.core.plan.model import Indicator
    >>> plan = {"id": "von", "name": {"vi": "Vốn"}, "pillar": "p", "unit": "amount"}
    >>> von = Indicator.model_validate(plan | {"direction": "increase"})
    >>> with_magnitude("12.5", "tr.đ", von), with_magnitude("1 tỷ", "triệu đồng", von)
    ('12.5 triệu đồng', '1 tỷ')
    """
    is_counted = indicator.unit in {Unit.COUNT, Unit.AMOUNT}
    if (
        not is_counted
        or _is_its_own(unit, indicator)
        or text[-1:].isalpha()
        or NOT_AVAILABLE.fullmatch(text)
    ):
        return text
    unit = _in_full(unit, indicator)
    words = clean(unit).split()
    scale = scale_of(unit)
    if _is_money(unit):
        return f"{text} {' '.join(words)}"
    if scale == 1:
        return text
    leading = next(n for n in range(len(words) + 1) if scale_of(" ".join(words[:n])) == scale)
    return f"{text} {' '.join(words[:leading])}"


def _in_full(unit: str, indicator: Indicator) -> str:
    """A unit of money as offices shorten it, in full: `tr.đ`, and `tỷ` of what is counted in đồng."""
    match = _SHORTENED.fullmatch(fold(unit))
    label = indicator.unit_label.vi if indicator.unit_label else ""
    if match is None or not (match["money"] or _is_money(label)):
        return unit
    return f"{_MAGNITUDES[match['scale']]} đồng"


def _is_its_own(written: str, indicator: Indicator) -> bool:
    """Whether this is what the program itself writes as the indicator's unit, in any language."""
    label = indicator.unit_label
    known = (*UNIT[indicator.unit], label.vi if label else "", (label and label.en) or "")
    return bool(fold(written)) and fold(written) in {fold(each) for each in known}


def _meant(written: str) -> Unit | None:
    for sign, unit in _SIGNS.items():
        if sign in written:
            return unit
    return _UNITS.get(fold(written))


def _is_money(written: str) -> bool:
    return not _MONEY.isdisjoint(fold(written).split())
