"""Many valid observations at once, column by column: the form in which a large file is passed on.

Owns that shape alone. Numbers in it are whole millionths, as the record keeps them, because a
million figures pass through; one by one they are `cdstrack.core.record.observation.Observation`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import compress, pairwise
from operator import is_not
from typing import Any, NamedTuple

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period

MILLION = 1_000_000
Column = Sequence[str | int | None]

SERIES = ("indicator", "org_unit", "disaggregation")
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
        """What the figures have in a field, each once; nothing where it is empty in all of them."""
        if name in self.columns:
            return {each for each in self.columns[name] if each is not None}
        return {self.shared[name]} if name in self.shared else set()

    def cells(self) -> Iterator[tuple[str | int | None, ...]]:
        """What each figure is about: indicator, org unit, part and period."""
        return zip(*(self.column(name) for name in (*SERIES, "period")), strict=True)

    def runs(self) -> Iterator[tuple[int, int]]:
        """From where to where the figures that follow each other are of one series."""
        begins = {0, len(self)}
        for name in SERIES:
            column = self.columns.get(name, ())
            # What was read as the same is mostly one object: few need to be compared as texts.
            others = compress(range(1, len(column)), map(is_not, column, column[1:]))
            begins.update(at for at in others if column[at] != column[at - 1])
        return pairwise(sorted(begins))

    def series(self, at: int) -> tuple[str | int | None, ...]:
        """What the figure at a position belongs to: indicator, org unit and part."""
        columns, shared = self.columns, self.shared
        return tuple(columns[name][at] if name in columns else shared.get(name) for name in SERIES)

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
