"""Where a form's heading stands in a sheet, and which column is which.

Owns the search for the heading, merged ones of several lines included, and the period that a
heading or a title names. Reads no figures.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from cdstrack.core.cell import Cell
from cdstrack.core.period import Period
from cdstrack.core.problem import Place, Problem
from cdstrack.files.form import OWN, PASSED_OVER, REQUIRED, Column, Form, PeriodFrom
from cdstrack.files.sheet import Sheet
from cdstrack.words.clean import clean
from cdstrack.words.dates import read_period
from cdstrack.words.loose_row import shown
from cdstrack.words.search import did_you_mean, fold, unmarked

_SEARCHED = 40
"""Rows at the top of a sheet among which the heading is looked for."""
_MOST_LINES = 3
_LEAST = 2
"""So many columns must be recognised before a row counts as a heading."""
_CUT_OFF = re.compile(r".*?(?:tinh den|so lieu den|den het|den ngay)\b", re.DOTALL)
_AROUND = " \t()[].,;:"
_LARGEST_MERGED = 1 << 14
Position = tuple[int, int]
Texts = Mapping[int, Sequence[str]]
"""What stands over each column, line by line, and last all of it together."""


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of figures, and the period that stands for its figures unless a row has its own."""

    index: int
    column: Column
    period: str | None


@dataclass(slots=True)
class Heading:
    """What was found: `last` is the last row of the heading, indexes count columns from 1.

    `over` are the texts that stand over each column.
    """

    first: int
    last: int
    columns: dict[str, int] = field(default_factory=dict)
    values: list[ValueColumn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    over: Mapping[int, Collection[str]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether no column is missing that the form cannot do without."""
        return all(problem.code != "CDS306" for problem in self.problems)

    @property
    def score(self) -> int:
        """How many of the form's columns were recognised."""
        return len(self.columns) + len({each.column.headings for each in self.values})


def find_heading(sheet: Sheet, form: Form) -> Heading | None:
    """The heading of a form in a sheet; None where the sheet has none.

    The rows that recognise most columns are it, the fewest and the first of equals.
    """
    top = dict(islice(sheet.rows, _SEARCHED))
    merged = covering(sheet)
    firsts = [form.heading_row] if form.heading_row else sorted(top)
    counts = [form.heading_rows] if form.heading_rows else range(1, _MOST_LINES + 1)
    best: tuple[Heading, Texts] | None = None
    for count in counts:
        for first in firsts:
            texts = _texts(top, merged, first, count)
            found = _recognised(Heading(first, first + count - 1), form, texts)
            if best is None or found.score > best[0].score:
                best = found, texts
    if best is None or (best[0].score < _LEAST and form.heading_row is None):
        return None
    heading, texts = best
    if (last := _last_line(sheet, heading)) > heading.last:
        # A cell merged over several lines tells that the heading has as many.
        heading.last = last
        texts = _texts(top, merged, heading.first, last - heading.first + 1)
    heading.over = {index: frozenset(over) for index, over in texts.items()}
    _complete(heading, form, texts, sheet)
    title = _title_period(top, heading.first) if PeriodFrom.TITLE in form.period_from else None
    heading.values = [_dated(each, form, texts, title) for each in heading.values]
    return heading


def covering(sheet: Sheet) -> dict[Position, Position]:
    """For each cell of a merged area, the one that holds its content."""
    return {
        (row, column): (first, left)
        for first, left, last, right in sheet.merged
        if (last - first + 1) * (right - left + 1) <= _LARGEST_MERGED
        for row in range(first, last + 1)
        for column in range(left, right + 1)
    }


def _texts(
    top: Mapping[int, Sequence[Cell]], merged: Mapping[Position, Position], first: int, count: int
) -> Texts:
    """What stands over each column, from the upper line of a heading to the lower."""
    lines = range(first, first + count)
    width = max((len(top.get(line, ())) for line in lines), default=0)
    found = {}
    for index in range(1, width + 1):
        places = dict.fromkeys(merged.get((line, index), (line, index)) for line in lines)
        cells = (_content(top, place) for place in places)
        if texts := [shown(cell) for cell in cells if cell is not None]:
            found[index] = [*texts, " ".join(texts)]
    return found


def _last_line(sheet: Sheet, heading: Heading) -> int:
    """The last line of the merged cells that begin in a heading."""
    inside = range(heading.first, heading.last + 1)
    ends = [last for first, _, last, _ in sheet.merged if first in inside]
    return min(max(ends, default=heading.last), heading.last + _MOST_LINES)


def _content(top: Mapping[int, Sequence[Cell]], place: Position) -> Cell:
    cells = top.get(place[0], ())
    return cells[place[1] - 1] if place[1] <= len(cells) else None


def _recognised(heading: Heading, form: Form, texts: Texts) -> Heading:
    """The heading with the columns of the form that it holds."""
    for column in form.columns:
        for index in _hits(column, texts):
            heading.columns.setdefault(column.name, index)
    for column in form.values:
        hits = _hits(column, texts)
        heading.values += [ValueColumn(index, column, None) for index in hits]
    return heading


def _hits(column: Column, texts: Texts) -> list[int]:
    if column.letter is not None:
        return [column.letter]
    return [index for index, over in texts.items() if any(map(column.fits, over))]


def _complete(heading: Heading, form: Form, texts: Texts, sheet: Sheet) -> None:
    """Notes what is missing in a heading, what stands there twice and what is not known."""
    several = PeriodFrom.HEADING in form.period_from
    known: set[int] = set()
    for column in (*form.columns, *form.values):
        hits = _hits(column, texts)
        facts = {"column": _called(column, form)}
        if column.name == "period":
            facts["on"] = "--on"
        needed = column.name in (REQUIRED if form.strict else ("indicator", "value"))
        if not hits and needed and column.name not in form.fixed:
            heading.problems.append(Problem("CDS306", facts, place=sheet.place(heading.last)))
        twice = hits[1:] if not (several and column in form.values) else ()
        known.update(hits)
        for index in twice:
            place = sheet.place(heading.last, index)
            # Of our own columns none has a description in which it could be told apart.
            again = Problem("CDS307", {"value": texts[index][-1]}) if form.strict else None
            problem = again or Problem("CDS344", facts)
            heading.problems.append(problem.placed(place))
    if form.strict:
        unknown = {index: over[-1] for index, over in texts.items() if index not in known}
        heading.problems += [
            _unknown(text, sheet.place(heading.last, index))
            for index, text in unknown.items()
            if not any(fold(text) == fold(each) for each in PASSED_OVER)
        ]


def _called(column: Column, form: Form) -> str:
    named = column.headings[: 2 if form.strict else 1]
    return " / ".join(named) or column.name


def _unknown(text: str, place: Place) -> Problem:
    names = [each.headings for each in (*OWN.columns, *OWN.values)]
    near = did_you_mean(text, [heading for headings in names for heading in headings])
    return Problem("CDS305", {"value": clean(text), "suggestions": ", ".join(near)}, place=place)


def _dated(found: ValueColumn, form: Form, texts: Texts, title: str | None) -> ValueColumn:
    """The column with its period: its own, the form's, its heading's or the title's."""
    period = found.column.fixed.get("period") or form.fixed.get("period")
    if period is None and PeriodFrom.HEADING in form.period_from:
        over = reversed(texts.get(found.index, ()))
        period = next((text for each in over if (text := period_in(each))), None)
    return replace(found, period=period or title)


def period_in(text: str) -> str | None:
    """The period at the end of a text, in canonical spelling.

    >>> period_in("Kết quả thực hiện đến 31/7/2022"), period_in("Kết quả 6 tháng đầu năm 2022")
    ('2022-07-31', '2022-H1')
    """
    words = clean(text).split()
    for first in range(len(words)):
        period = read_period(" ".join(words[first:]).strip(_AROUND))
        if isinstance(period, Period):
            return period.text
    return None


def _title_period(top: Mapping[int, Sequence[Cell]], first: int) -> str | None:
    """The cut-off date that a text above the heading names, if all that do name the same one."""
    texts = [cell for row in top if row < first for cell in top[row] if isinstance(cell, str)]
    named = {
        period
        for text in texts
        if (match := _CUT_OFF.match(unmarked(clean(text))))
        and (period := period_in(unmarked(clean(text))[match.end() :]))
    }
    return named.pop() if len(named) == 1 else None
