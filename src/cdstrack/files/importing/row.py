"""A row of texts in canonical spelling, and the figure that it states.

Owns the columns and how they make one figure; what a text in a column states is in `spelling`,
beside this module. Knows no file: the caller adds the place of the row.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from cdstrack.core.plan.model import Indicator, Plan, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import SHARE_OF, Observation, share, to_decimal
from cdstrack.core.record.observation_rules import observation_problems
from cdstrack.core.record.period import Period
from cdstrack.core.units.codes import unit_codes
from cdstrack.files.importing.spelling import (
    Stated,
    is_rounded,
    read_figure,
    read_number,
    read_period,
    read_qualifier,
    read_reported,
    read_text,
)
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.disaggregation import read_disaggregation
from cdstrack.words.parse.search import did_you_mean

COLUMNS = (
    *("indicator", "org_unit", "disaggregation", "period", "value", "numerator", "denominator"),
    *("stated", "qualifier", "document", "reported", "note"),
)
"""The columns of a figure in the canonical CSV, in their order."""
_COLUMN_OF = {
    "CDS207": "numerator",
    "CDS208": "denominator",
    "CDS215": "period",
    "CDS223": "org_unit",
    "CDS224": "stated",
    "CDS227": "reported",
    "CDS231": "numerator",
    "CDS238": "reported",
}
_REMEMBERED = 1 << 12
_OWN = {"indicator", "period", "value"}
"""Columns of which a figure does not take the value as it is."""


class Flaw(NamedTuple):
    """A problem of a row, and its column."""

    column: str
    problem: Problem


class RowReading(NamedTuple):
    """The figure of a row, with its warnings; or no figure, with its errors."""

    figure: Observation | None
    flaws: tuple[Flaw, ...] = ()


class RowReader:
    """Reads rows against one plan; what was read once in a column is remembered.

    `documents` are the keys of those that the store keeps beside the plan's own.
    """

    def __init__(self, plan: Plan, *, today: date, documents: Collection[str] = ()) -> None:
        self._plan = plan
        self._today = today
        self._documents = frozenset((*plan.documents, *documents))
        self._units = frozenset((*plan.org_units, plan.area))
        self._codes = unit_codes(plan)
        readers: dict[str, Callable[[str], object]] = {
            "indicator": self._indicator,
            "period": read_period,
            "value": read_figure,
            "numerator": read_number,
            "denominator": read_number,
            "stated": read_number,
            "qualifier": read_qualifier,
            "document": self._document,
            "reported": read_reported,
            "note": read_text,
        }
        self._readers = {
            column: lru_cache(_REMEMBERED)(reader) for column, reader in readers.items()
        }
        self._disaggregation = lru_cache(_REMEMBERED)(self._read_disaggregation)
        self._org_unit = lru_cache(_REMEMBERED)(self._read_org_unit)

    def read(self, texts: Mapping[str, str], entered: str = "") -> RowReading:
        """The figure that the texts of a row state; a column that is left out is empty.

        `entered` is the value as it was written, where that is not the text of its column.
        """
        found: dict[str, Any] = {}
        flaws = []
        for column, reader in self._readers.items():
            value = reader(texts.get(column, ""))
            if isinstance(value, Problem):
                flaws.append(Flaw(column, value))
            found[column] = value
        indicator, period = found["indicator"], found["period"]
        calendar = indicator.calendar if isinstance(indicator, Indicator) else None
        end = period.cut_by(calendar).end if isinstance(period, Period) else None
        unit = self._org_unit(texts.get("org_unit", ""), end)
        if isinstance(unit, Problem):
            flaws.append(Flaw("org_unit", unit))
            flaws.sort(key=lambda flaw: COLUMNS.index(flaw.column))
        found["org_unit"] = unit
        if isinstance(indicator, Indicator):
            part = self._disaggregation(texts.get("disaggregation", ""), indicator.id)
            if isinstance(part, Problem):
                flaws.append(Flaw("disaggregation", part))
            found["disaggregation"] = part
        flaws = flaws or _misfits(found)
        if flaws:
            return RowReading(None, tuple(flaws))
        figure, more = self._judged(found, texts, entered)
        return RowReading(figure, (*_roundings(texts), *more))

    def _judged(self, found: dict[str, Any], texts: Mapping[str, str], entered: str) -> RowReading:
        indicator: Indicator = found["indicator"]
        figure = _figure(found, texts, entered)
        flaws = tuple(
            Flaw(_COLUMN_OF.get(problem.code) or problem.facts.get("where", "value"), problem)
            for problem in observation_problems(figure, indicator, self._plan, self._today)
        )
        if any(flaw.problem.severity is Severity.ERROR for flaw in flaws):
            return RowReading(None, flaws)
        value = _computed(found, indicator)
        if value is not None and value != figure.value:
            figure = figure.model_copy(update={"value": value})
        return RowReading(figure, flaws)

    def _indicator(self, text: str) -> Indicator | Problem:
        if not text:
            return Problem("CDS222", {"where": "indicator"})
        return self._plan.by_id.get(text) or _unknown("indicator", text, self._plan.by_id)

    def _read_org_unit(self, text: str, day: date | None) -> str | Problem:
        """The body of that id, or the unit that has that code on a day; without a day any such one."""
        if not text:
            return self._plan.area
        if text in self._units:
            return text
        if holders := self._codes.holders.get(text):
            return holders[-1] if day is None else self._codes.unit_on(text, day, "org_unit")
        near = self._codes.without_zeros(text, day)
        return _unknown("org_unit", text, self._units, near)

    def _document(self, text: str) -> str | Problem | None:
        if not text or text in self._documents:
            return text or None
        near = ", ".join(did_you_mean(text, sorted(self._documents)))
        return Problem("CDS226", {"value": clean(text), "suggestions": near})

    def _read_disaggregation(self, text: str, indicator: str) -> str | Problem:
        if not text:
            return ""
        found = read_disaggregation(text.split(";"), self._plan.by_id[indicator])
        if isinstance(found, Problem) or found == text:
            return found
        return Problem("CDS320", {"value": clean(text), "meant": found})


def _unknown(column: str, text: str, known: Collection[str], near: Collection[str] = ()) -> Problem:
    meant = ", ".join(near or did_you_mean(text, sorted(known)))
    return Problem("CDS216", {"where": column, "value": clean(text), "suggestions": meant})


def _place_facts(found: dict[str, Any]) -> dict[str, str]:
    """Of a place in a ranking with the number ranked beside it: how both are written."""
    indicator, place, field = found["indicator"], found["value"].value, found["denominator"]
    is_place = isinstance(indicator, Indicator) and indicator.unit is Unit.RANK
    if not is_place or place is None or field is None:
        return {}
    return {"place": format_decimal(place), "field": format_decimal(field)}


def _misfits(found: dict[str, Any]) -> list[Flaw]:
    """Columns that cannot be beside each other."""
    stated: Stated = found["value"]
    numerator, denominator = found["numerator"], found["denominator"]
    if (numerator is None) != (denominator is None):
        missing = "numerator" if numerator is None else "denominator"
        facts = {"column": missing, **_place_facts(found)}
        return [Flaw(missing, Problem("CDS316", facts))]
    is_number = stated.state is None and stated.not_available is None
    if not is_number and (numerator is not None or found["stated"] is not None):
        return [Flaw("value", Problem("CDS322"))]
    if is_number and stated.value is None and numerator is None:
        return [Flaw("value", Problem("CDS315"))]
    return []


def _roundings(texts: Mapping[str, str]) -> Iterator[Flaw]:
    """The numbers that are kept with fewer decimals; beside its fraction a value is exact."""
    names = ["numerator", "denominator", "stated"]
    names += ["value"] if not (texts.get("numerator") and texts.get("denominator")) else []
    for name in names:
        if is_rounded(text := texts.get(name, "")):
            yield Flaw(name, Problem("CDS342", {"value": text}, Severity.WARNING))


def _figure(found: dict[str, Any], texts: Mapping[str, str], entered: str) -> Observation:
    stated: Stated = found["value"]
    indicator: Indicator = found["indicator"]
    value = stated.value
    if value is None:
        value = _computed(found, indicator)
    entered = entered or texts.get("value") or f"{texts['numerator']}/{texts['denominator']}"
    same = {name: found[name] for name in COLUMNS if name not in _OWN}
    # Every cell has been validated; a second validation would double the time of a large file.
    return Observation.model_construct(
        indicator=indicator.id,
        value=value,
        state=stated.state,
        not_available=stated.not_available,
        entered=clean(entered),
        id=None,
        submission=None,
        period=found["period"].cut_by(indicator.calendar),
        **same,
    )


def _computed(found: dict[str, Any], indicator: Indicator) -> Decimal | None:
    """The value that a sound fraction gives, as it is kept."""
    numerator: Decimal | None = found["numerator"]
    denominator: Decimal | None = found["denominator"]
    if numerator is None or not denominator:
        return None
    if indicator.unit in SHARE_OF:
        return to_decimal(share(numerator, denominator, indicator.unit))
    return numerator if indicator.unit is Unit.RANK else None
