"""A row as people fill it in, turned into the canonical texts that state the same figure.

Owns the reading of each column's cells: names for ids, days first, marks, magnitudes, qualifiers.
What cannot be turned without guessing is refused. Whether the figure is sound is then judged by
`cdstrack.files.importing.row`, as for any other row. Knows no file.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import CellContent, Fault, Number
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.form.decimals import kept, rounded
from cdstrack.files.importing.form.habits import Habits
from cdstrack.files.importing.form.known_names import KnownNames
from cdstrack.files.importing.form.units import with_magnitude
from cdstrack.files.importing.form.units_beside import UnitsBeside
from cdstrack.files.importing.row import Flaw, RowReader, RowReading
from cdstrack.words.parse.ambiguity import with_point
from cdstrack.words.parse.clean import REVERSED, clean
from cdstrack.words.parse.dates import read_period
from cdstrack.words.parse.memo import Memo
from cdstrack.words.parse.numbers import read_number
from cdstrack.words.parse.search import fold
from cdstrack.words.parse.values import Reading, read_stated, read_value

OF_HEADING = "qualifier of the heading"
"""The column of what the heading says of how firm its figures are; a cell of its own wins."""
FIGURE_COLUMNS = ("value", "numerator", "denominator")
"""The columns that state a figure; where all are empty a row states none."""
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 110_000
"""Between 1954 and 2201; what lies outside counts no days of a figure."""
_SERIAL = re.compile(r"\d{5,6}", re.ASCII)
_NOTHING_BESIDE = UnitsBeside()


class FreeRowReader:
    """Reads rows against one plan; the first arguments are those of `RowReader`."""

    def __init__(
        self, plan: Plan, habits: Habits, *, today: date, documents: Mapping[str, str] | None = None
    ) -> None:
        self._plan = plan
        self._habits = habits
        self._judge = RowReader(plan, today=today, documents=documents or {})
        names = KnownNames(plan, documents or {}, habits)
        self._indicators: Memo[tuple[CellContent, CellContent], str | Problem] = Memo(
            lambda key: names.indicator(*key)
        )
        self._units: Memo[tuple[CellContent, date | None], str | Problem] = Memo(
            lambda key: names.org_unit(*key)
        )
        self._agreed: Memo[tuple[UnitsBeside, str, str], str | Problem] = Memo(
            lambda key: key[0].agreed(key[1], plan.by_id[key[2]])
        )
        self._readers: dict[str, Memo[CellContent, str | Problem]] = {
            "period": Memo(self._period),
            "document": Memo(names.document),
            "reported": Memo(self._period),
            "qualifier": Memo(self._qualifier),
            "note": Memo(_words),
        }

    def read(
        self, cells: Mapping[str, CellContent], beside: UnitsBeside = _NOTHING_BESIDE
    ) -> RowReading:
        """The figure that a row states; the cells by the names of their columns.

        Beside `COLUMNS` a column `unit` may hold the unit as it is written; `beside` are the units
        that are stated elsewhere.
        """
        texts: dict[str, str] = {}
        flaws: list[Flaw] = []
        for column, reader in self._readers.items():
            self._take(texts, flaws, column, reader[cells.get(column)])
        found = self._indicators[cells.get("indicator"), cells.get("code")]
        self._take(texts, flaws, "indicator", found)
        indicator = self._plan.by_id.get(texts.get("indicator", ""))
        unit = self._units[cells.get("org_unit"), _last_day(texts.get("period"), indicator)]
        self._take(texts, flaws, "org_unit", unit)
        if indicator is not None:
            unit = self._agreed[beside, self._habits.unit(shown(cells.get("unit"))), indicator.id]
            if isinstance(unit, Problem):
                flaws.append(Flaw("unit", unit))
                unit = ""
            self._read_figure(cells, indicator, unit, texts, flaws)
            self._read_marks(cells, indicator, texts, flaws)
        if any(flaw.problem.severity is Severity.ERROR for flaw in flaws):
            return RowReading(None, tuple(flaws))
        figure, more = self._judge.read(texts, entered=shown(cells.get("value")))
        return RowReading(figure, (*flaws, *more))

    def _take(
        self, texts: dict[str, str], flaws: list[Flaw], column: str, read: str | Problem
    ) -> None:
        if isinstance(read, Problem):
            flaws.append(Flaw(column, read))
        else:
            texts[column] = read

    def _read_figure(
        self,
        cells: Mapping[str, CellContent],
        indicator: Indicator,
        unit: str,
        texts: dict[str, str],
        flaws: list[Flaw],
    ) -> None:
        """Adds the columns that are read in the light of the indicator."""
        self._take(texts, flaws, "disaggregation", self._group(cells, indicator))
        for column in ("numerator", "denominator", "stated"):
            self._take(texts, flaws, column, self._number(cells.get(column), indicator, column))
        value = self._value(cells, indicator, unit)
        if isinstance(value, Problem):
            column = "multiplier" if value.code in {"CDS364", "CDS377"} else "value"
            flaws.append(Flaw(column, value))
        elif value is not None:
            for column, text in _texts_of(value).items():
                texts[column] = texts.get(column) or text
        texts["qualifier"] = texts.get("qualifier") or shown(cells.get(OF_HEADING))
        # Beside its fraction a value is kept as that gives it, with nothing lost.
        is_exact = bool(texts.get("numerator") and texts.get("denominator"))
        flaws += [
            Flaw(column, Problem("CDS342", {"value": shown(cells[column])}, Severity.WARNING))
            for column in (*FIGURE_COLUMNS[is_exact:], "stated")
            if self._is_rounded(cells.get(column))
        ]

    def _read_marks(
        self,
        cells: Mapping[str, CellContent],
        indicator: Indicator,
        texts: dict[str, str],
        flaws: list[Flaw],
    ) -> None:
        """Adds what marks behind names, the unit and groups say of how firm the figure is."""
        groups = (each for each in cells if each.startswith("disaggregation"))
        for column in ("indicator", "unit", "org_unit", *groups):
            noted = self._habits.noted(shown(cells.get(column)), indicator.name.texts)
            if isinstance(noted, Problem):
                flaws.append(Flaw(column, noted))
            else:
                texts["qualifier"] = texts.get("qualifier") or noted

    def _group(self, cells: Mapping[str, CellContent], indicator: Indicator) -> str | Problem:
        for column, cell in cells.items():
            if column.startswith("disaggregation") and isinstance(cell, Fault):
                return Problem(cell.code, {"value": cell.value})
        return self._habits.group(cells, indicator)

    def _value(
        self, cells: Mapping[str, CellContent], indicator: Indicator, unit: str
    ) -> Reading | Problem | None:
        cell = cells.get("value")
        if self._habits.is_nothing(cell):
            return None
        states = self._habits.states
        if states and isinstance(cell, str):
            cell = states.get(fold(cell), cell)
        text, meaning = self._spelled(cell)
        if isinstance(text, Problem):
            return text
        text, plain = self._multiplied(text, cells.get("multiplier")), text
        if isinstance(text, Problem):
            return text
        if text != plain and with_magnitude("1", unit, indicator) != "1":
            return Problem("CDS377", {"value": unit, "other": shown(cells.get("multiplier"))})
        value = read_value(with_magnitude(text, unit, indicator), indicator)
        if isinstance(value, Problem):
            return _as_written(value, cell)
        return replace(value, qualifier=value.qualifier or Qualifier(meaning)) if meaning else value

    def _multiplied(self, text: str, multiplier: CellContent) -> str | Problem:
        """A number in ones, by the multiplier of its row; only a plain number can be multiplied."""
        factor = self._habits.multiplier(multiplier)
        if isinstance(factor, Problem) or factor == 1:
            return factor if isinstance(factor, Problem) else text
        readings = read_number(text)
        if isinstance(readings, Problem) or len(readings) > 1:
            return Problem("CDS364", {"value": shown(multiplier), "number": text})
        return format_decimal(readings[0] * factor)

    def _number(self, cell: CellContent, indicator: Indicator, column: str) -> str | Problem:
        """The number of a numerator, denominator or stated column."""
        text = "" if self._habits.is_nothing(cell) else self._spelled(cell)[0]
        if isinstance(text, Problem) or not text:
            return text
        if column == "stated":
            number = read_stated(text, indicator)
            return (
                _as_written(number, cell) if isinstance(number, Problem) else format_decimal(number)
            )
        readings = read_number(text)
        if isinstance(readings, Problem):
            return _as_written(readings, cell)
        # Nobody counts 1,446 of a thing: where a mark may group, it does.
        return format_decimal(readings[0])

    def _spelled(self, cell: CellContent) -> tuple[str | Problem, str]:
        """A cell with a number, spelled with a point and without groups, and what its mark means."""
        match cell:
            case Number():
                number = with_point(format_decimal(kept(cell)), ".") + "%" * cell.percent
                return self._habits.unsigned(f"{cell.before}{number}{cell.behind}".strip())
            case str() if REVERSED in cell:
                return Problem("CDS201", {"value": shown(cell)}), ""
            case str():
                text, meaning = self._habits.unsigned(clean(cell).strip())
                return rounded(with_point(text, self._habits.decimal)), meaning
            case date() | Period():
                return Problem("CDS343", {"value": shown(cell)}), ""
            case Fault():
                return Problem(cell.code, {"value": cell.value}), ""
            case _:
                return Problem("CDS201", {"value": shown(cell)}), ""

    def _is_rounded(self, cell: CellContent) -> bool:
        """Whether a number has more decimals than are kept."""
        if isinstance(cell, Number):
            return kept(cell) != cell.value
        text = with_point(shown(cell), self._habits.decimal)
        return isinstance(cell, str) and rounded(text) != text

    def _period(self, cell: CellContent) -> str | Problem:
        match cell:
            case None:
                return ""
            case date() | Period():
                return cell.text if isinstance(cell, Period) else cell.isoformat()
            case str():
                return self._written_period(cell)
            case Number(before="", behind=""):
                return self._number_of_days(cell.value)
            case Number():
                return self._written_period(shown(cell))
            case _:
                code = cell.code if isinstance(cell, Fault) else "CDS212"
                return Problem(code, {"value": shown(cell)})

    def _written_period(self, text: str) -> str | Problem:
        if self._habits.serials and _SERIAL.fullmatch(text.strip()):
            return self._number_of_days(Decimal(text.strip()))
        period = self._habits.calendar.read(text)
        return period if isinstance(period, Problem) else period.text

    def _number_of_days(self, number: Decimal) -> str | Problem:
        """A year, or a day by its count where the form says that days are counted."""
        text = format_decimal(number)
        if self._habits.serials and _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return (self._habits.day_zero + timedelta(days=int(number))).isoformat()
        if self._habits.serials or not isinstance(read_period(text), Period):
            return Problem("CDS340", {"value": text})
        return text

    def _qualifier(self, cell: CellContent) -> str | Problem:
        text = _words(cell)
        return self._habits.qualifier(text) if isinstance(text, str) else text


def _last_day(period: str | None, indicator: Indicator | None) -> date | None:
    """The day by which a figure is dated; None where it is not known."""
    if not period:
        return None
    return Period.parse(period).cut_by(indicator.calendar if indicator else None).end


def _as_written(problem: Problem, cell: CellContent) -> Problem:
    """A problem that quotes the cell as it is there, not as it was spelled for reading."""
    quoted = "value" in problem.facts
    return replace(problem, facts={**problem.facts, "value": shown(cell)}) if quoted else problem


def _words(cell: CellContent) -> str | Problem:
    return Problem(cell.code, {"value": cell.value}) if isinstance(cell, Fault) else shown(cell)


def _texts_of(value: Reading) -> dict[str, str]:
    """A value as canonical texts by column."""
    if value.not_available is not None:
        return {"value": f"na:{value.not_available}"}
    if value.state is not None:
        return {"value": str(value.state)}
    numbers = {name: getattr(value, name) for name in (*FIGURE_COLUMNS, "stated")}
    texts = {name: format_decimal(each) for name, each in numbers.items() if each is not None}
    return {**texts, "qualifier": str(value.qualifier or "")}
