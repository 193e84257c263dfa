"""Where a form's heading is in a sheet, and which column is which.

Owns the search for the heading, and what is wrong with it. Its lines belong to
`cdstrack.files.importing.form.heading_lines`, the columns of results to
`cdstrack.files.importing.form.results`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cdstrack.core.problem import Place, Problem
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.sheet import BookSheet
from cdstrack.files.importing.form.heading_lines import MOST_LINES, HeadingLines, Lines
from cdstrack.files.importing.form.heading_periods import mentioned
from cdstrack.files.importing.form.layout import OWN, REQUIRED, Column, Form, PeriodFrom
from cdstrack.files.importing.form.results import (
    ValueColumn,
    clashes,
    dated,
    marked,
    results_under,
    unclear,
)
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean, unmarked

_SEARCHED = 40
"""Rows at the top of a sheet among which the heading is looked for."""
_LEAST = 2
"""How many columns must be recognised before a row counts as a heading."""
_QUOTED = 4
"""How many of the headings under which a form reads a column are named where it is missing."""
_NUMBER = re.compile(r"\((\d{1,2})\)\s*$")
_NOTHING = re.compile(r"(?!)")
_CUT_OFF = re.compile(r".*?(?:tinh den|so lieu den|den het|den ngay)\b", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it was found: `last` is its last row, indexes count columns from 1.

    `over` are the lines over each column; `unclear` are columns under a heading of
    results that say something else themselves.
    """

    first: int
    last: int
    columns: Mapping[str, int]
    values: Sequence[ValueColumn]
    over: Lines
    unclear: Collection[int] = ()
    problems: Sequence[Problem] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no column is missing that the form cannot do without."""
        return all(problem.code != "CDS306" for problem in self.problems)

    @property
    def score(self) -> int:
        """How many of the form's columns were recognised."""
        return len(self.columns) + len({each.column.headings for each in self.values})

    def called(self, index: int) -> str:
        """The heading of a column in one text."""
        return " / ".join(self.over.get(index, ()))


def find_heading(sheet: BookSheet, form: Form) -> Heading | None:
    """The heading of a form in a sheet; None where the sheet has none.

    The rows that recognise most columns are it, the fewest and the first of equals.
    """
    top = dict(islice(sheet.rows, _SEARCHED))
    lines = HeadingLines(sheet, top, form)
    firsts = [form.heading_row] if form.heading_row else sorted(top)
    counts = [form.heading_rows] if form.heading_rows else range(1, MOST_LINES + 1)
    best: Heading | None = None
    for count in counts:
        for first in firsts:
            found = _recognised(first, count, form, lines)
            if best is None or found.score > best.score:
                best = found
    if best is None or (form.heading_row is None and not _is_heading(best, form)):
        return None
    last = lines.last(best.first, best.last, best.columns.values())
    heading = _recognised(best.first, last - best.first + 1, form, lines)
    title = _title_period(top, heading.first) if PeriodFrom.TITLE in form.period_from else None
    heading = replace(heading, unclear=unclear(form, heading.over, heading.values))
    problems = (*_missing(heading, form, sheet), *_strange(heading, form, sheet))
    return _dated(replace(heading, problems=problems), form, sheet, title)


def _is_heading(found: Heading, form: Form) -> bool:
    """Whether enough columns were recognised, and of our own at least a required one."""
    if found.score < _LEAST:
        return False
    names = {*found.columns, *(each.column.name for each in found.values)}
    return not form.strict or not names.isdisjoint(REQUIRED)


def unclear_columns(
    heading: Heading, sheet: BookSheet, indexes: Collection[int]
) -> Iterator[Problem]:
    """Columns under a heading of results that say something else themselves (CDS356)."""
    for index in sorted(indexes):
        place = sheet.place(heading.last, index)
        yield Problem("CDS356", {"column": heading.called(index)}, place=place)


def _recognised(first: int, count: int, form: Form, lines: HeadingLines) -> Heading:
    """The heading with the columns of the form that it holds."""
    over = lines.over(first, count)
    columns: dict[str, int] = {}
    for column in form.columns:
        for index in _hits(column, form, over):
            columns.setdefault(column.name, index)
    values = [
        ValueColumn(index, column) for column in form.values for index in _hits(column, form, over)
    ]
    return Heading(first, first + count - 1, columns, values, over)


def _hits(column: Column, form: Form, over: Lines) -> list[int]:
    """The columns of a sheet that match a column of the form."""
    if column in form.values:
        return results_under(column, form, over)
    if column.letter is not None:
        return [column.letter]
    lowest = [index for index, lines in over.items() if column.fits(lines[-1])]
    return lowest or [
        index for index, lines in over.items() if any(map(column.fits, (*lines, " ".join(lines))))
    ]


def _missing(heading: Heading, form: Form, sheet: BookSheet) -> Iterator[Problem]:
    """The problems of missing and repeated columns."""
    several = PeriodFrom.HEADING in form.period_from
    for column in (*form.columns, *form.values):
        hits = _hits(column, form, heading.over)
        facts = _facts(column, form)
        needed = column.name in (REQUIRED if form.strict else ("indicator", "value"))
        is_missing = not hits and needed and column.name not in form.fixed
        if is_missing and column in form.values and heading.unclear:
            yield from unclear_columns(heading, sheet, heading.unclear)
        elif is_missing:
            yield Problem("CDS306", facts, place=sheet.place(heading.last))
        for index in hits[1:] if not (several and column in form.values) else ():
            # Of our own columns none has a description in which it could be told apart.
            again = Problem("CDS307", {"value": heading.called(index)}) if form.strict else None
            yield (again or Problem("CDS344", facts)).placed(sheet.place(heading.last, index))


def _strange(heading: Heading, form: Form, sheet: BookSheet) -> Iterator[Problem]:
    """The headings that are not known, where that is a mistake."""
    columns = (*form.columns, *form.values) if form.strict else ()
    known = {index for column in columns for index in _hits(column, form, heading.over)}
    for index, lines in heading.over.items() if form.strict else ():
        if index not in known and not form.ignores(" ".join(lines)):
            yield _unknown(" ".join(lines), sheet.place(heading.last, index))


def _facts(column: Column, form: Form) -> dict[str, str]:
    """The name of a column, and what to do where it is missing.

    Of a described form that is a heading which it reads; our own columns have a remedy in words.
    """
    named = column.headings[: 2 if form.strict else 1]
    facts = {"column": " / ".join(named) or column.name}
    if column.name == "period":
        return facts | {"on": "--on"}
    if form.strict or not column.headings:
        return facts
    return facts | {"headings": ", ".join(column.headings[:_QUOTED])}


def _unknown(text: str, place: Place) -> Problem:
    names = [each.headings for each in (*OWN.columns, *OWN.values)]
    near = did_you_mean(text, [heading for headings in names for heading in headings])
    return Problem("CDS305", {"value": clean(text), "suggestions": ", ".join(near)}, place=place)


def _dated(heading: Heading, form: Form, sheet: BookSheet, title: str | None) -> Heading:
    """The heading with the period of each column of results; an ambiguous one is a problem."""
    has_column = "period" in heading.columns
    values: list[ValueColumn] = []
    problems: list[Problem] = []
    numbered = _numbering(heading.over)
    for each in heading.values:
        lines, place = heading.over.get(each.index, ()), sheet.place(heading.last, each.index)
        found = dated(each, form, lines, title)
        if isinstance(found, Problem):
            problems += [] if has_column else [found.placed(place)]
            found = each
        firm = marked(found, form, [numbered.sub("", line) for line in lines])
        if isinstance(firm, str):
            facts = {"column": heading.called(each.index), "mark": firm}
            problems.append(Problem("CDS361", facts, place=place))
            firm = found
        values.append(firm)
    if not heading.problems:
        certain = values if has_column else [each for each in values if each.period]
        problems += clashes(certain, heading.over, sheet, heading.last)
    problems += [] if has_column else _paired(heading, form, sheet)
    return replace(heading, values=values, problems=(*heading.problems, *problems))


def _numbering(over: Lines) -> re.Pattern[str]:
    """The numbers of columns inside their headings, `(1)`, `(2)`, `(3)`, which are no notes."""
    ends = [_NUMBER.search(lines[-1]) for lines in over.values()]
    numbers = {match[1] for match in ends if match}
    return _NUMBER if len(numbers) > 2 else _NOTHING


def _paired(heading: Heading, form: Form, sheet: BookSheet) -> list[Problem]:
    """That the columns are about pairs of years, though each by itself could be a month."""
    calendar = form.habits.calendar
    texts = {
        pair: each.index
        for each in heading.values
        if PeriodFrom.HEADING in form.period_from and "period" not in each.column.fixed
        for line in heading.over.get(each.index, ())
        for pair in mentioned(line, calendar).pairs
    }
    problem = calendar.problem(texts)
    return [problem.placed(sheet.place(heading.last, min(texts.values())))] if problem else []


def _title_period(top: Mapping[int, Sequence[CellContent]], first: int) -> str | None:
    """The cut-off date that a text above the heading names, if all that do name the same one."""
    texts = [cell for row in top if row < first for cell in top[row] if isinstance(cell, str)]
    named = {
        period
        for text in texts
        if (match := _CUT_OFF.match(unmarked(clean(text))))
        for period in mentioned(unmarked(clean(text))[match.end() :]).periods
    }
    return named.pop() if len(named) == 1 else None
