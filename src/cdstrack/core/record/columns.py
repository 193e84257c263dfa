"""Many valid observations at once, column by column: the form in which a large file is passed on.

Owns that shape alone. Numbers in it are whole millionths, as the record keeps them, because a
million figures pass through; one by one they are `cdstrack.core.record.observation.Observation`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial, reduce
from itertools import chain, compress, repeat
from operator import itemgetter, ne, or_
from typing import Any, NamedTuple

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period

MILLION = 1_000_000
Column = Sequence[str | int | None]

SERIES = ("indicator", "org_unit", "disaggregation")
Series = tuple[str, str, str]
"""An indicator, an org unit and a part: what figures are about whose periods differ."""
_NUMBERS = ("value", "numerator", "denominator", "stated")
_WORDS = ("indicator", "org_unit", "disaggregation", "not_available", "document", "note")


class NumberedObservation(NamedTuple):
    """An observation and its position: the line of a file, or the number of a row."""

    line: int
    figure: Observation


@dataclass(frozen=True, slots=True)
class ObservationColumns:
    """Figures that keep every rule, each at its line.

    `columns` hold one value a line, under the names that the record gives them: those of an
    observation's fields, `period_start` and `period_end`. `shared` are fields in which all
    figures agree. A field in neither is empty in every observation.
    """

    lines: Sequence[int]
    columns: Mapping[str, Column]
    shared: Mapping[str, str | int]

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> Column:
        """One value a line, whether the figures agree or not."""
        if name in self.columns:
            return self.columns[name]
        return [self.shared.get(name)] * len(self.lines)

    def count_empty(self, name: str) -> int:
        """How many figures have nothing in a field."""
        if name in self.columns:
            return list(self.columns[name]).count(None)
        return len(self) if self.shared.get(name) is None else 0

    def distinct(self, name: str) -> set[str | int]:
        """The distinct values of a field; none if it is empty in all figures."""
        if name in self.columns:
            return {each for each in self.columns[name] if each is not None}
        return {self.shared[name]} if name in self.shared else set()

    def cells(self) -> Iterator[tuple[str | int | None, ...]]:
        """The cell of each figure: indicator, org unit, disaggregation and period."""
        return zip(*(self.column(name) for name in (*SERIES, "period")), strict=True)

    def begins(self) -> list[int]:
        """Where figures that follow each other begin to be of another series; the first of them is 0."""
        columns = (self.columns[name] for name in SERIES if name in self.columns)
        marks = [map(ne, column, column[1:]) for column in columns]
        if not marks or not len(self):
            return [0][: len(self)]
        return [0, *compress(range(1, len(self)), reduce(partial(map, or_), marks))]

    def by_series(self) -> "tuple[ObservationColumns, list[int]]":
        """The figures, those of a series one after the other, and where each series begins."""
        begins = self.begins()
        own = [self.columns[name] for name in SERIES if name in self.columns]
        # What is the same in all of them tells no series from another.
        keys: list[Any] = [*map(own[0].__getitem__, begins)] if len(own) == 1 else []
        keys = keys or self.series_at(begins)
        if len(set(keys)) == len(keys):
            return self, begins
        numbers: dict[Any, int] = {}
        places = [numbers.setdefault(each, len(numbers)) for each in keys]
        parts = list(map(range, begins, [*begins[1:], len(self)]))
        parts = [part for _, part in sorted(zip(places, parts, strict=True), key=itemgetter(0))]
        again = self.at([*chain.from_iterable(parts)])
        return again, again.begins()

    def series_at(self, places: Sequence[int]) -> "list[Series]":
        """The series of the figures at some positions: indicator, org unit and disaggregation."""
        columns = (
            map(self.columns[name].__getitem__, places)
            if name in self.columns
            else repeat(self.shared.get(name), len(places))
            for name in SERIES
        )
        return list(zip(*columns, strict=True))

    def about(self, places: Sequence[int]) -> "Iterator[tuple[str, str]]":
        """The indicator and the org unit of the figures at some positions."""
        columns = (map(self.column(name).__getitem__, places) for name in SERIES[:2])
        return zip(*columns, strict=True)

    def at(self, places: Sequence[int]) -> "ObservationColumns":
        """The figures at some positions, in their order."""
        columns = {name: list(map(each.__getitem__, places)) for name, each in self.columns.items()}
        return ObservationColumns(list(map(self.lines.__getitem__, places)), columns, self.shared)

    def pick(self, chosen: Sequence[bool]) -> "ObservationColumns":
        """The figures that are chosen, by one mark for each."""
        columns = {name: list(compress(each, chosen)) for name, each in self.columns.items()}
        return ObservationColumns(list(compress(self.lines, chosen)), columns, self.shared)

    def figures(self) -> Iterator[NumberedObservation]:
        """The figures one by one."""
        names = (*_NUMBERS, *_WORDS, "period", "state", "qualifier", "reported", "entered")
        columns = [self.column(name) for name in names]
        for line, *values in zip(self.lines, *columns, strict=True):
            yield NumberedObservation(line, _figure(dict(zip(names, values, strict=True))))


NO_FIGURES = ObservationColumns((), {}, {})


def _figure(kept: dict[str, Any]) -> Observation:
    """One figure from the fields of its columns, which were validated before they got there."""
    fields = kept | {name: _number(kept[name]) for name in _NUMBERS}
    fields["period"] = _period(kept["period"])
    fields["qualifier"] = Qualifier(kept["qualifier"])
    if kept["state"] is not None:
        fields["state"] = State(kept["state"])
    if kept["reported"] is not None:
        fields["reported"] = _period(kept["reported"])
    return Observation.model_construct(**fields, id=None, submission=None)


_period = lru_cache(maxsize=4096)(Period.parse)


@lru_cache(maxsize=4096)
def _number(millionths: int | None) -> Decimal | None:
    if millionths is None:
        return None
    return Decimal(format_decimal(Decimal(millionths).scaleb(-6)))
