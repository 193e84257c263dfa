"""Titles above and in a table, and names of sheets, that say whose figures they are over, or of when.

Owns which do: a letterhead of a district, a second table below the first one, a part for each unit
or period. What they say must be what the figures below them are read as; a figure of another unit
or period under the right heading is as wrong as one in the wrong column.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Place, Problem, Severity
from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.form.filled import Filled, FilledForm
from cdstrack.files.importing.form.heading_periods import mentioned, told
from cdstrack.files.importing.form.known_names import KnownNames
from cdstrack.files.importing.form.layout import Form
from cdstrack.files.importing.form.tables import Table
from cdstrack.words.parse.dates import read_period
from cdstrack.words.parse.search import fold, unmarked

_LONGEST = 200
_MOST_CELLS = 2
"""Of the title's row: its number, and its text."""
_CUT_OFF = re.compile(r"(.*?)\b(?:tinh den|so lieu den|den het|den ngay|as of)\b", re.DOTALL)
_LABEL = re.compile(
    r"^(?:(?:bieu|bang|phan|muc|phu luc|table|part)(?: so)? (?:\d+|[ivx]+|[a-z])\b|[ivxlc]+\b|[a-z]\b"
    r"|\d+(?: \d+)*\b)"
)
_ABOUT_FIGURES = re.compile(
    r"^(?:(?:don vi(?: bao cao)?|co quan bao cao|ten don vi|dia phuong|ubnd|ui ban nhan dan"
    r"|ket qua|thuc hien|so lieu|bao cao|tinh hinh|lui ke|so bo|uoc|ki|trong"
    r"|cua|tai|o|cho|dia ban|tren|results?|figures?|data|for|of|in|at)\b *)*"
)
"""Words that a title of results has beside its period and its unit, as `fold` writes them."""


_NO_RESULTS = {"ke hoach", "du bao", "du kien", "plan", "plans", "forecast", "forecasts"}


class _Title(NamedTuple):
    row: int
    place: Place
    text: str


def contradicted_titles(filled: FilledForm, names: KnownNames, plan: Plan) -> Iterator[Problem]:
    """The titles of a unit, a period or a plan that the figures below them are not read as (CDS383).

    Over the whole table they are warnings, but for a unit where nobody has said whose figures
    these are.
    """
    by_table = _with_figures(filled)
    units, is_told = _areas(plan), any(filled.other_periods())
    is_chosen = "org_unit" in filled.form.fixed
    for table in filled.tables.found:
        rows = by_table[table.number]
        for title, mine in _over(table, rows):
            for problem in _contradictions(title, mine, units, plan, is_over=True):
                is_of_unit = "unit" in problem.facts
                is_about_heading = title.row == table.heading.last
                if is_of_unit and not is_chosen:
                    yield problem
                elif is_of_unit or not (
                    is_about_heading or ("stated" in problem.facts and is_told)
                ):
                    yield replace(problem, severity=Severity.WARNING)
        for title, below in _between(table, rows, filled.form, names):
            yield from _contradictions(title, below, units, plan)


def _over(table: Table, rows: list[Filled]) -> Iterator[tuple[_Title, list[Filled]]]:
    """What is above the table, and over its columns of figures, with the figures below it."""
    heading = table.heading
    for title in _above(table) if rows else ():
        yield title, rows
    for value in heading.values:
        mine = [each for each in rows if each.column == value.index]
        for line in heading.over.get(value.index, ()) if mine else ():
            place = table.sheet.place(heading.last, value.index)
            yield _Title(heading.last, place, line), mine


def _between(
    table: Table, rows: list[Filled], form: Form, names: KnownNames
) -> Iterator[tuple[_Title, list[Filled]]]:
    """The titles between the rows, each with the figures down to the next one."""
    titles = list(_inside(table, form, names))
    begins = [bisect_right(rows, title.row, key=_row) for title in titles]
    for title, first, end in zip(titles, begins, [*begins[1:], len(rows)], strict=False):
        if first < end:
            yield title, rows[first:end]


def _row(filled: Filled) -> int:
    return filled.row


def _with_figures(filled: FilledForm) -> Mapping[int, list[Filled]]:
    found: dict[int, list[Filled]] = defaultdict(list)
    for each in filled.rows:
        if not filled.form.habits.is_nothing(each.cells.get("value")):
            found[each.table.number].append(each)
    return found


def _areas(plan: Plan) -> Mapping[str, set[str]]:
    """The units of the plan's territory by their folded names; bodies that lead have no level."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, unit in plan.org_units.items():
        if unit.level is not None and key != plan.area:
            for text in (*unit.texts, *unit.aliases):
                found[fold(text)].add(key)
    return found


def _above(table: Table) -> Iterator[_Title]:
    """The texts above the heading, and the name of the sheet."""
    sheet, heading = table.sheet, table.heading
    if sheet.name:
        yield _Title(0, sheet.place(heading.last), sheet.name)
    for row, cells in sheet.rows:
        if row >= heading.first:
            break
        for at, cell in enumerate(cells, 1):
            if isinstance(cell, str) and len(cell) <= _LONGEST:
                yield _Title(row, sheet.place(row, at), shown(cell))


def _inside(table: Table, form: Form, names: KnownNames) -> Iterator[_Title]:
    heading = table.heading
    results = {each.index for each in heading.values}
    for row, cells in table.sheet.rows:
        if not heading.last < row <= table.last or row in table.no_body:
            continue
        held = {at: cell for at, cell in enumerate(cells, 1) if shown(cell)}
        if not held or len(held) > _MOST_CELLS or not results.isdisjoint(held):
            continue
        at, cell = max(held.items(), key=lambda each: len(shown(each[1])))
        is_title = isinstance(cell, str) and len(cell) <= _LONGEST and not form.skips(cell)
        if is_title and not isinstance(names.indicator(cell), str):
            yield _Title(row, table.sheet.place(row, at), shown(cell))


def _contradictions(
    title: _Title,
    below: list[Filled],
    units: Mapping[str, set[str]],
    plan: Plan,
    *,
    is_over: bool = False,
) -> Iterator[Problem]:
    facts = {"value": title.text}
    stated, rest = _said(title.text)
    if rest in _NO_RESULTS:
        yield Problem("CDS383", {**facts, "plan": "yes"}, place=title.place)
    named = units.get(rest, set())
    if rest and not named:
        return
    read = {text for each in below if (text := _period(each.cells.get("period")))}
    fits = _may_be_over if is_over else _overlap
    if stated and read and not any(fits(stated, each) for each in read):
        yield Problem("CDS383", facts | _in_words(stated, min(read)), place=title.place)
    meant = {shown(each.cells.get("org_unit")) or plan.area for each in below}
    if named and named.isdisjoint(
        above for unit in meant for above in _with_those_above(unit, plan)
    ):
        facts |= {"unit": ", ".join(sorted(named)), "area": min(meant)}
        yield Problem("CDS383", facts, place=title.place)


def _with_those_above(unit: str, plan: Plan) -> Iterator[str]:
    """A unit and those that it is a part of, which a letterhead names too."""
    seen: set[str] = set()
    above: str | None = unit
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = plan.org_units[above].parent if above in plan.org_units else None


def _said(text: str) -> tuple[str | None, str]:
    """The period that a title names, and its words beside that and what every title says.

    >>> _said("II. Số liệu quý III/2024 của huyện A"), _said("Biểu 2: tính đến ngày 30/9/2024")
    (('2024-Q3', 'huien a'), ('2024-09-30', ''))
    """
    bare = unmarked(text)
    cut = _CUT_OFF.match(bare)
    found = mentioned(bare[cut.end() :] if cut else bare)
    rest = fold(mentioned(cut[1]).rest if cut else found.rest)
    for aside in (_LABEL, _ABOUT_FIGURES):
        rest = aside.sub("", rest, count=1).strip()
    periods = set(found.periods)
    return (periods.pop() if len(periods) == 1 else None), rest


def _period(cell: CellContent) -> str | None:
    """The period of a row as far as it is certain; what is wrong with it is told elsewhere."""
    if isinstance(cell, Period):
        return cell.text
    found = read_period(shown(cell)) if cell is not None else None
    return found.text if isinstance(found, Period) else None


def _in_words(stated: str, read: str) -> dict[str, str]:
    return {
        "stated": told([stated], "en"),
        "stated_vi": told([stated], "vi"),
        "read": told([read], "en"),
        "read_vi": told([read], "vi"),
    }


def _overlap(stated: str, read: str) -> bool:
    one, other = Period.parse(stated), Period.parse(read)
    return one.start <= other.end and other.start <= one.end


def _may_be_over(stated: str, read: str) -> bool:
    """Whether a table with this title may have figures of that period: not of a later one."""
    return Period.parse(read).start <= Period.parse(stated).end
