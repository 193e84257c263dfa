"""Which columns of a form hold results, and which period the figures of each are about.

The lowest line of a heading decides what a column is; a line above lends its words only to a
column that does not say more than when. Reads no figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from cdstrack.core.problem import Problem
from cdstrack.files.importing.form.heading_lines import Lines
from cdstrack.files.importing.form.heading_periods import heading_period, told
from cdstrack.files.importing.form.layout import Column, Form, PeriodFrom
from cdstrack.files.importing.form.result_columns import asides, says_when
from cdstrack.files.importing.sheet import Sheet
from cdstrack.words.labels.cell_names import cell_name

_NOT_OF_THE_GROUP = {"comparison", "earlier", "share", "change"}


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of figures, and the period that stands for its figures unless a row has its own."""

    index: int
    column: Column
    period: str | None = None


class Kind(Enum):
    """What a column is to one of the form's columns of results."""

    OTHER = auto()
    RESULTS = auto()
    UNCLEAR = auto()
    """It stands under a heading of results, but says something else itself."""


def kind_of(column: Column, lines: Sequence[str], form: Form) -> Kind:
    """What a column under these lines is to a column of results."""
    *upper, lowest = lines
    lends = any(map(column.holds_results, upper))
    if not lends and upper and column.holds_results(" ".join(lines)):
        return Kind.RESULTS
    if any(asides(line) & _NOT_OF_THE_GROUP for line in upper):
        return Kind.OTHER
    if column.holds_results(lowest):
        return Kind.RESULTS
    is_other = asides(lowest) or form.ignores(lowest) or any(e.fits(lowest) for e in form.columns)
    if not lends or is_other:
        return Kind.OTHER
    return Kind.RESULTS if says_when(lowest) else Kind.UNCLEAR


def results_under(column: Column, form: Form, over: Lines) -> list[int]:
    """The columns under the headings of one of the form's columns of results."""
    if column.letter is not None:
        return [column.letter]
    return [i for i, lines in over.items() if kind_of(column, lines, form) is Kind.RESULTS]


def unclear(form: Form, over: Lines, results: Sequence[ValueColumn]) -> list[int]:
    """The columns under a heading of results that say something else, and that nothing names."""
    read = {each.index for each in results}
    return [
        index
        for index, lines in over.items()
        if index not in read
        and any(kind_of(column, lines, form) is Kind.UNCLEAR for column in form.values)
    ]


def period_of(
    found: ValueColumn, form: Form, lines: Sequence[str], title: str | None
) -> str | Problem | None:
    """The period of a column: its own, the form's, its heading's or the title's.

    A problem where the heading names several, or one without its year (CDS347).
    """
    period = found.column.fixed.get("period") or form.fixed.get("period")
    if period is not None or PeriodFrom.HEADING not in form.period_from:
        return period or title
    return heading_period(lines, title) or title


def clashes(results: Sequence[ValueColumn], over: Lines, sheet: Sheet, last: int) -> list[Problem]:
    """The columns that would give a second figure for what another one gives already (CDS357)."""
    seen: dict[object, ValueColumn] = {}
    problems = []
    for each in results:
        key = (each.period, tuple(sorted(each.column.fixed.items())))
        first = seen.setdefault(key, each)
        if first.index != each.index:
            place, other = (sheet.place(last, one.index) for one in (each, first))
            facts = {
                "column": " / ".join(over.get(each.index, ())),
                "other": " / ".join(over.get(first.index, ())),
                "at": cell_name(other),
            }
            if each.period:
                facts |= {
                    "period": told([each.period], "en"),
                    "period_vi": told([each.period], "vi"),
                }
            problems.append(Problem("CDS357", facts, place=place))
    return problems
