"""Which columns of a form hold results, and which period the figures of each are about.

The lowest line of a heading decides what a column is; a line above lends its words only to a
column that does not say more than when. Reads no figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from cdstrack.core.problem import Problem
from cdstrack.files.csv.sheet import BookSheet
from cdstrack.files.importing.calendar import Calendar
from cdstrack.files.importing.form.heading_lines import Lines
from cdstrack.files.importing.form.heading_periods import heading_period, mentioned, told
from cdstrack.files.importing.form.layout import Column, Form, PeriodFrom
from cdstrack.files.importing.form.unit_words import is_unit
from cdstrack.words.labels.cells import cell_name
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold, unmarked

_ASIDES = {
    "plan": (
        r"^(?:ke hoach|kh|muc tieu|chi tieu)\b",
        r"(?<!thuc hien )(?<!theo )(?<!cac )\b(?:ke hoach|muc tieu)\b",
        r"\b(?:duoc|chi tieu|ke hoach) giao\b|^giao\b|\b(?:can|phai) dat\b|\bphan dau\b",
        r"\bdu (?:kien|bao)\b|\bkich ban\b|\bdinh huong\b|\bhuong toi\b",
        r"^(?:plan|plans|goals?|budget|quota)\b|\b(?:planned|targets?|targeted)\b",
        r"\b(?:forecast|projected|projections?|scenario|expected)\b",
    ),
    "share": (
        r"\b(?:ti le|muc do|phan tram) (?:phan tram )?(?:dat|hoan thanh|thuc hien)\b",
        r"\bdat (?:ti le|phan tram)\b|\bhoan thanh phan tram$",
        r"\bthuc hien (?:ke hoach|kh|muc tieu)(?: nam)? phan tram\b|\bphan tram (?:ke hoach|kh|so)\b",
        r"\b(?:thuc hien|th|kq) (?:ke hoach|kh)$",
        r"\b(?:phan tram|percent|share) of (?:the )?(?:plan|target)\b",
    ),
    "comparison": (
        r"\bso (?:voi|cung ki|ke hoach|kh|muc tieu|mt|ki truoc|nam truoc)\b",
        r"\b(?:vs|versus|compared)\b",
    ),
    "earlier": (
        r"\bcung ki\b|\b(?:ki|nam|thang|qui|tuan) (?:lien )?(?:ke )?truoc\b",
        r"\b(?:same|previous|prior|last) (?:period|iear|quarter|month)\b",
    ),
    "change": (
        r"\btang giam\b|^(?:tang|giam)\b|\b(?:toc do|muc|ti le|so) (?:tang|giam)\b",
        r"\b(?:change|difference)\b",
    ),
    "judged": (r"^(?:danh gia|xep loai|dat|khong dat|chua dat|vuot)$",),
}
_WAYS = {kind: tuple(map(re.compile, patterns)) for kind, patterns in _ASIDES.items()}
_RESULTS = re.compile(
    r"(?:(?:ket qua|thuc hien|so lieu|lui ke|dat duoc|da dat|thuc te|gia tri|so luong|ti le"
    r"|ki nai|trong ki|ki bao cao|tinh|den|den het|nam|ngai|thoi diem|phan tram"
    r"|so bo|uoc|uoc tinh|uoc thuc hien|uoc th|prel|preliminari|est|estimated?"
    r")\s*)*"
)
_CALENDAR = Calendar()
_NOT_OF_THE_GROUP = {"comparison", "earlier", "share", "change"}


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of figures, and the period of its figures unless a row has its own.

    `stated` is the period that the form itself states, where an option replaces it. `qualifier` is
    what the heading says of how firm its figures are.
    """

    index: int
    column: Column
    period: str | None = None
    stated: str | None = None
    qualifier: str = ""


class Kind(Enum):
    """How a column of a sheet relates to a result column of the form."""

    OTHER = auto()
    RESULTS = auto()
    UNCLEAR = auto()
    """It is under a heading of results, but says something else itself."""


def kind_of(column: Column, lines: Sequence[str], form: Form) -> Kind:
    """How a column under these heading lines relates to a result column."""
    *upper, lowest = lines
    lends = any(holds_results(column, line) for line in upper)
    if not lends and upper and holds_results(column, " ".join(lines)):
        return Kind.RESULTS
    if any(asides(line) & _NOT_OF_THE_GROUP for line in upper):
        return Kind.OTHER
    if holds_results(column, lowest):
        return Kind.RESULTS
    is_other = asides(lowest) or form.ignores(lowest) or any(e.fits(lowest) for e in form.columns)
    if not lends or is_other:
        return Kind.OTHER
    return Kind.RESULTS if says_when(lowest, form.habits.calendar) else Kind.UNCLEAR


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


def dated(
    found: ValueColumn, form: Form, lines: Sequence[str], title: str | None
) -> ValueColumn | Problem:
    """A column with its period: its own, the form's, its heading's or the title's.

    A problem where the heading names several periods, or one without its year (CDS347).
    """
    own = found.column.fixed.get("period")
    given = own or form.fixed.get("period")
    if given is not None and form.on is None:
        return replace(found, period=given)
    stated = own or _heading_period(form, lines, title)
    if isinstance(stated, Problem):
        return stated if given is None else replace(found, period=given)
    return replace(found, period=given or stated, stated=stated)


def _heading_period(form: Form, lines: Sequence[str], title: str | None) -> str | Problem | None:
    if PeriodFrom.HEADING not in form.period_from:
        return title
    return heading_period(lines, title, form.habits.calendar) or title


def marked(found: ValueColumn, form: Form, lines: Sequence[str]) -> ValueColumn | str:
    """A column with the qualifier that its heading states, in words or by a declared mark.

    The lowest line counts. A mark whose meaning nobody has declared is given back instead.
    """
    if "qualifier" in {*found.column.fixed, *form.fixed}:
        return found
    for line in reversed(lines):
        said = mentioned(line, form.habits.calendar)
        meanings = [said.qualifier or ""]
        for mark in said.marks:
            meaning = form.habits.meaning(mark)
            if meaning is None:
                return mark
            meanings.append(meaning)
        if stated := next(filter(None, meanings), None):
            return replace(found, qualifier=str(stated))
    return found


def clashes(
    results: Sequence[ValueColumn], over: Lines, sheet: BookSheet, last: int
) -> list[Problem]:
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


@lru_cache(maxsize=4096)
def asides(heading: str) -> frozenset[str]:
    """The words by which a heading announces something other than results; empty without such words.

    >>> sorted(asides("So kế hoạch (%)")), asides("Kết quả thực hiện kế hoạch năm 2025")
    (['comparison', 'plan'], frozenset())
    """
    folded = fold(unmarked(clean(heading)).replace("%", " phan tram "))
    return frozenset(
        kind for kind, ways in _WAYS.items() if any(way.search(folded) for way in ways)
    )


def holds_results(column: Column, heading: str) -> bool:
    """Whether a text is a heading of this column and mentions no plans or comparisons.

    Where the form's own heading speaks of them, they are meant.
    """
    names = column.fitting(heading)
    return any(asides(heading) <= asides(name.replace("*", " ")) for name in names)


def says_when(line: str, calendar: Calendar = _CALENDAR) -> bool:
    """Whether the lower line of a heading only says when, or once more that there are results.

    So does one with nothing but a unit.

    >>> says_when("Quý I"), says_when("Đến 30/6/2025"), says_when("Cấp tỉnh")
    (True, True, False)
    >>> says_when("(nghìn người)")
    True
    """
    if is_unit(line.strip("()[] ")):
        return True
    words = fold(mentioned(line.replace("%", " phan tram "), calendar).rest)
    return bool(_RESULTS.fullmatch(words))
