"""A row of texts in canonical spelling, and the figure that it states.

Owns how the columns make one figure. Knows no file: whoever reads one says where the row stood.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from cdstrack.core.plan.model import Indicator, Plan, Unit
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import SHARE_OF, Observation, share, to_decimal
from cdstrack.core.record.observation_rules import observation_problems
from cdstrack.files.importing.canonical import cells
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean
from cdstrack.words.parse.values import read_disaggregation

COLUMNS = (
    "indicator",
    "org_unit",
    "disaggregation",
    "period",
    "value",
    "numerator",
    "denominator",
    "stated",
    "qualifier",
    "document",
    "reported",
    "note",
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


class Flaw(NamedTuple):
    """What is wrong with a row, and the column it is about."""

    column: str
    problem: Problem


class Reading(NamedTuple):
    """The figure of a row, with its warnings; or no figure, with its errors."""

    figure: Observation | None
    flaws: tuple[Flaw, ...] = ()


class FigureReader:
    """Reads rows against one plan; what was read once in a column is remembered.

    `documents` are the keys of those that the store keeps beside the plan's own.
    """

    def __init__(self, plan: Plan, *, today: date, documents: Collection[str] = ()) -> None:
        self._plan = plan
        self._today = today
        self._documents = frozenset((*plan.documents, *documents))
        self._units = frozenset((*plan.org_units, plan.area))
        readers: dict[str, Callable[[str], object]] = {
            "indicator": self._indicator,
            "org_unit": self._org_unit,
            "period": cells.read_period,
            "value": cells.read_figure,
            "numerator": cells.read_number,
            "denominator": cells.read_number,
            "stated": cells.read_number,
            "qualifier": cells.read_qualifier,
            "document": self._document,
            "reported": cells.read_reported,
            "note": cells.read_text,
        }
        self._readers = {
            column: lru_cache(_REMEMBERED)(reader) for column, reader in readers.items()
        }
        self._disaggregation = lru_cache(_REMEMBERED)(self._read_disaggregation)

    def read(self, texts: Mapping[str, str]) -> Reading:
        """The figure that the texts of a row state; a column that is left out is empty."""
        found: dict[str, Any] = {}
        flaws = []
        for column, reader in self._readers.items():
            value = reader(texts.get(column, ""))
            if isinstance(value, Problem):
                flaws.append(Flaw(column, value))
            found[column] = value
        indicator = found["indicator"]
        if isinstance(indicator, Indicator):
            part = self._disaggregation(texts.get("disaggregation", ""), indicator.id)
            if isinstance(part, Problem):
                flaws.append(Flaw("disaggregation", part))
            found["disaggregation"] = part
        flaws = flaws or _misfits(found)
        return Reading(None, tuple(flaws)) if flaws else self._judged(found, texts)

    def _judged(self, found: dict[str, Any], texts: Mapping[str, str]) -> Reading:
        indicator: Indicator = found["indicator"]
        figure = _figure(found, texts)
        flaws = tuple(
            Flaw(_COLUMN_OF.get(problem.code) or problem.facts.get("where", "value"), problem)
            for problem in observation_problems(figure, indicator, self._plan, self._today)
        )
        if any(flaw.problem.severity is Severity.ERROR for flaw in flaws):
            return Reading(None, flaws)
        value = _computed(found, indicator)
        if value is not None and value != figure.value:
            figure = figure.model_copy(update={"value": value})
        return Reading(figure, flaws)

    def _indicator(self, text: str) -> Indicator | Problem:
        if not text:
            return Problem("CDS222", {"where": "indicator"})
        return self._plan.by_id.get(text) or _unknown("indicator", text, self._plan.by_id)

    def _org_unit(self, text: str) -> str | Problem:
        if not text:
            return self._plan.area
        return text if text in self._units else _unknown("org_unit", text, self._units)

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


def _unknown(column: str, text: str, known: Collection[str]) -> Problem:
    near = ", ".join(did_you_mean(text, sorted(known)))
    return Problem("CDS216", {"where": column, "value": clean(text), "suggestions": near})


def _misfits(found: dict[str, Any]) -> list[Flaw]:
    """Columns that cannot stand beside each other."""
    stated: cells.Stated = found["value"]
    numerator, denominator = found["numerator"], found["denominator"]
    if (numerator is None) != (denominator is None):
        missing = "numerator" if numerator is None else "denominator"
        return [Flaw(missing, Problem("CDS316", {"column": missing}))]
    is_number = stated.state is None and stated.not_available is None
    if not is_number and (numerator is not None or found["stated"] is not None):
        return [Flaw("value", Problem("CDS322"))]
    if is_number and stated.value is None and numerator is None:
        return [Flaw("value", Problem("CDS315"))]
    return []


def _figure(found: dict[str, Any], texts: Mapping[str, str]) -> Observation:
    stated: cells.Stated = found["value"]
    indicator: Indicator = found["indicator"]
    numerator, denominator = found["numerator"], found["denominator"]
    value = stated.value
    if value is None and numerator is not None:
        value = _computed(found, indicator)
    entered = texts.get("value") or f"{texts['numerator']}/{texts['denominator']}"
    # Every cell has been validated; a second validation would double the time of a large file.
    return Observation.model_construct(
        indicator=indicator.id,
        org_unit=found["org_unit"],
        period=found["period"],
        disaggregation=found["disaggregation"],
        value=value,
        state=stated.state,
        not_available=stated.not_available,
        numerator=numerator,
        denominator=denominator,
        stated=found["stated"],
        qualifier=found["qualifier"],
        document=found["document"],
        reported=found["reported"],
        note=found["note"],
        entered=clean(entered),
        id=None,
        submission=None,
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
