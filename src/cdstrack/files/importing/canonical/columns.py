"""Thousands of rows in canonical spelling read at once, column by column.

A fast lane beside `cdstrack.files.importing.row`, which owns what a row means: here a text is read
once however often it stands in its column, and whatever is not plainly sound is left to the
reader of single rows. Both agree on every row; a test holds them against each other.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from cdstrack.core.plan.model import Plan, State, Unit
from cdstrack.core.problem import Problem
from cdstrack.core.record.columns import Column, ObservationColumns
from cdstrack.core.record.observation_rules import LONGEST_TEXT
from cdstrack.core.record.role import Role, role_of
from cdstrack.core.units.codes import unit_codes
from cdstrack.files.importing.canonical.numbers import (
    NOTHING,
    NumberColumns,
    NumberReader,
    NumberRule,
    number_rule,
)
from cdstrack.files.importing.canonical.texts import Given, Texts, Words
from cdstrack.files.importing.spelling import read_period, read_qualifier, read_reported, read_text
from cdstrack.words.parse.disaggregation import read_disaggregation
from cdstrack.words.parse.memo import Memo, again, before_they_recur

_DOUBT = "\0"
"""Stands for a text that needs a closer look; no sound cell is so."""
_CODE = "\1"
"""Stands for a code of a unit, which the end of the row's period decides on."""
_STATES = frozenset(str(state) for state in State)
_NEVER_IN_DOUBT = {"indicator", "period", "period_start"}
"""Columns that are kept as they stand, or are in doubt only where another one is."""
_NO_STATES = ("numerator", "denominator", "stated")
_NEVER = "9999-12-31"
_ALWAYS = ("", _NEVER)


class Batch(NamedTuple):
    """Rows sorted by what they need, each by its position.

    `figures` are the sound ones. Those that are `doubtful` are not among them; those that are
    `remarkable` are, but a warning belongs to them.
    """

    figures: ObservationColumns
    doubtful: list[int]
    remarkable: list[int]


class ColumnReader:
    """Reads batches of rows against one plan; the arguments are those of `RowReader`."""

    def __init__(self, plan: Plan, *, today: date, documents: Collection[str] = ()) -> None:
        self._plan = plan
        self._today = today
        self._documents = frozenset((*plan.documents, *documents))
        self._units = frozenset((*plan.org_units, plan.area))
        self._codes = unit_codes(plan)
        units = plan.org_units.items()
        self._days = {
            key: (str(unit.since or ""), str(unit.closed or _NEVER))
            for key, unit in units
            if unit.closed or unit.since
        }
        self._issued = {
            key: str(each.issued) for key, each in plan.documents.items() if each.issued
        }
        self._with_states = {each.id for each in plan.indicators if each.unit is Unit.STATE}
        self._numbers = NumberReader()
        self._rules = Memo(self._rule)
        self._periods = Memo(self._period)
        self._parts = Memo(self._part)
        self._reported = Memo(self._known_on)
        self._coded = Memo(self._unit_of_code)
        self._words: dict[str, Memo[str, str] | Memo[str, str | None]] = {
            "org_unit": Memo(self._org_unit),
            "qualifier": Memo(_qualifier),
            "document": Memo(self._document),
            "note": Memo(_note),
        }

    @property
    def periods(self) -> Collection[str]:
        """The texts of periods that were read, each once."""
        return self._periods.keys()

    def read(
        self,
        texts: Texts,
        lines: Sequence[int],
        shared: Mapping[str, str] = MappingProxyType({}),
        *,
        with_warnings: bool = True,
    ) -> Batch:
        """Sorts the rows of a batch.

        Args:
            texts: The columns by name, a text a row in each.
            lines: Where each row stands in the file; there is at least one.
            shared: Columns in which all rows have the same text; one in neither is empty.
            with_warnings: Whether to look for the rows that a warning belongs to.
        """
        given = Given(texts, shared, len(lines))
        rules = self._rules.all(given.each("indicator"))
        numbers = self._numbers.read(rules, given)
        states = self._read_states(given, numbers)
        words = self._read_words(given)
        columns = {**words.own, **numbers.columns, **states, "entered": _entered(given)}
        shared = {name: text for name, text in words.shared.items() if text is not None}
        figures = ObservationColumns(lines, columns, shared)
        in_doubt = (_places(words.own[name]) for name in words.own.keys() - _NEVER_IN_DOUBT)
        doubtful = numbers.doubtful.union(*in_doubt)
        if _DOUBT in shared.values():
            doubtful.update(range(len(lines)))
        remarkable = self._remarkable(words, given) if with_warnings else []
        if not doubtful:
            return Batch(figures, [], remarkable)
        remarkable = [at for at in remarkable if at not in doubtful]
        sound = [True] * len(lines)
        for at in doubtful:
            sound[at] = False
        return Batch(figures.pick(sound), sorted(doubtful), remarkable)

    def _read_words(self, given: Given) -> Words:
        """The columns that hold no numbers, as they are kept."""
        found = Words(given)
        for name in ("indicator", "period", "disaggregation"):
            found.keep(name)
        for name, memo in self._words.items():
            found.read(name, memo)
        self._read_days(given, found)
        if given.any("disaggregation"):
            keys = zip(given.each("indicator"), given.each("disaggregation"), strict=True)
            found.put("disaggregation", self._parts.all([*keys]))
        if self._codes.holders and _CODE in found.some("org_unit"):
            units = found.each("org_unit")
            rows = zip(units, given.each("org_unit"), found.each("period_end"), strict=True)
            coded = [
                self._coded[text, end or ""] if unit == _CODE else unit for unit, text, end in rows
            ]
            found.put("org_unit", coded)
        return found

    def _read_days(self, given: Given, found: Words) -> None:
        """The first and the last day of each period, and when its figure was made known."""
        if (period := given.shared("period")) is not None:
            start, end = self._periods[period]
            found.shared |= {"period_start": start, "period_end": end}
        else:
            texts = given.each("period")
            few = before_they_recur(texts)
            columns: dict[str, list[str | None]] = {
                "period": [*few],
                "period_start": [self._periods[text][0] for text in few],
                "period_end": [self._periods[text][1] for text in few],
            }
            found.own |= {name: again(column, len(texts)) for name, column in columns.items()}
        if given.any("reported"):
            last_days = found.each("period_end")
            rows = zip(self._reported.all(given.each("reported")), last_days, strict=True)
            found.own["reported"] = [
                text if text is None or known >= (end or "") else _DOUBT
                for (text, known), end in rows
            ]

    def _read_states(self, given: Given, numbers: NumberColumns) -> dict[str, Column]:
        """The column of states; cells that hold a state are no numbers and need no further reading."""
        if self._with_states.isdisjoint(given.some("indicator")):
            return {}
        values = [*numbers.columns["value"]]
        states: list[str | None] = [None] * len(values)
        indicators, texts = given.each("indicator"), given.each("value")
        beside = [given.each(name) for name in _NO_STATES if given.any(name)]
        for at in tuple(numbers.doubtful):
            is_state = texts[at] in _STATES and indicators[at] in self._with_states
            if is_state and not any(column[at] for column in beside):
                values[at], states[at] = None, texts[at]
                numbers.doubtful.discard(at)
        return {"value": values, "state": states}

    def _remarkable(self, words: Words, given: Given) -> list[int]:
        """The rows that a warning belongs to, whatever else is wrong with them."""
        early = self._known_early(words, given.each("reported"))
        return sorted({*self._other_days(words), *early})

    def _other_days(self, words: Words) -> list[int]:
        """The rows about a unit before its first day or after its last one."""
        if self._days.keys().isdisjoint(words.some("org_unit")):
            return []
        days = [self._days.get(unit or "", _ALWAYS) for unit in words.each("org_unit")]
        pairs = enumerate(zip(days, words.each("period_end"), strict=True))
        return [at for at, ((since, last), end) in pairs if end and not since <= end <= last]

    def _known_early(self, words: Words, reported: Sequence[str]) -> list[int]:
        """The rows whose document was issued before the end of their period."""
        if self._issued.keys().isdisjoint(words.some("document")):
            return []
        days = [self._issued.get(key or "", _NEVER) for key in words.each("document")]
        rows = enumerate(zip(days, words.each("period_end"), reported, strict=True))
        early = [at for at, (day, end, known) in rows if not known and end and day < end]
        # What a self-assessment names is its evidence, which may be older.
        parts = words.each("disaggregation")
        return [at for at in early if role_of(parts[at] or "") is not Role.SELF]

    def _rule(self, indicator: str) -> NumberRule:
        found = self._plan.by_id.get(indicator)
        if found is None or found.composite or found.calendar:
            return NOTHING
        return number_rule(found)

    def _org_unit(self, text: str) -> str:
        if not text:
            return self._plan.area
        if text in self._units:
            return text
        return _CODE if text in self._codes.holders else _DOUBT

    def _unit_of_code(self, key: tuple[str, str]) -> str:
        """The unit that has a code on the last day of a period."""
        code, day = key
        if day == _DOUBT:
            return _DOUBT
        found = self._codes.unit_on(code, date.fromisoformat(day), "org_unit")
        return _DOUBT if isinstance(found, Problem) else found

    def _document(self, text: str) -> str | None:
        if not text:
            return None
        return text if text in self._documents else _DOUBT

    def _part(self, key: tuple[str, str]) -> str:
        """The part that a text names, for an indicator."""
        indicator, text = key
        found = self._plan.by_id.get(indicator)
        if not text or found is None:
            return ""
        return text if read_disaggregation(text.split(";"), found) == text else _DOUBT

    def _period(self, text: str) -> tuple[str, str]:
        """The first and the last day."""
        period = read_period(text)
        if isinstance(period, Problem) or period.end > self._today:
            return _DOUBT, _DOUBT
        return str(period.start), str(period.end)

    def _known_on(self, text: str) -> tuple[str | None, str]:
        """The day or month in which it was made known, and its last day."""
        found = read_reported(text)
        if found is None:
            return None, ""
        if isinstance(found, Problem) or found.start > self._today:
            return _DOUBT, ""
        return found.text, str(found.end)


def _qualifier(text: str) -> str:
    found = read_qualifier(text)
    return _DOUBT if isinstance(found, Problem) else str(found)


def _note(text: str) -> str | None:
    note = read_text(text.removeprefix("'"))
    return _DOUBT if note is not None and len(note) > LONGEST_TEXT else note


def _entered(given: Given) -> Sequence[str]:
    """The value as typed, or the fraction given instead."""
    if "" not in given.some("value"):
        return given.each("value")
    typed = (given.each(name) for name in ("value", "numerator", "denominator"))
    return [value or f"{top}/{bottom}" for value, top, bottom in zip(*typed, strict=True)]


def _places(column: Collection[object]) -> set[int]:
    """Where a column holds a text that needs a closer look."""
    if _DOUBT not in column:
        return set()
    return {at for at, value in enumerate(column) if value == _DOUBT}
