"""What the libraries that read workbooks do not tell: the facts beside the values.

Owns a look at the XML of a workbook: errors by their names, formulas that nobody has calculated,
dates as they are shown, percentages, hidden rows, merged cells, raised parts of texts. Values are
read elsewhere; whichever library reads them, these facts are laid over them.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import DAY_ZERO, CellContent, Fault
from cdstrack.files.csv.sheet import Area
from cdstrack.files.importing.workbook.comments import comments
from cdstrack.files.importing.workbook.dated_words import day_in_words
from cdstrack.files.importing.workbook.formats import BUILT_IN, Shown, as_shown, dated
from cdstrack.files.importing.workbook.looks import is_struck, look_of_runs, shared_looks
from cdstrack.files.importing.workbook.parts import elements, local, read_relations
from cdstrack.files.importing.workbook.sections import (
    NumberFormat,
    Section,
    of_kind,
    read_format,
)
from cdstrack.files.importing.workbook.worded import Worded

MOST_ROWS = 100_000
"""Rows of a sheet that are read. With so many an import takes some 230 MB, each further thousand 1.6 MB, as
every cell is looked at beside its neighbours; CSV is read in parts and takes no more for a million."""
MOST_CELLS = 4_000_000
"""Cells up to the last one of a sheet that python-calamine may lay out."""
_DAY_ZERO_1904 = date(1904, 1, 1)
_STRICT = "http://purl.oclc.org/ooxml"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_YES, _NO = {"1", "true"}, {"0", "false"}
_TEXTS = {"s", "inlineStr", "str"}
_MOST_MERGED = 10_000
_MOST_HIDDEN = 1_000
Position = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class SheetFacts:
    """The facts about one sheet; its cells by row and column.

    `contents` are those of faulty cells, of dates and of texts that look otherwise than a library
    reads them, whatever it reads there. `last_row` and `last_column` are the last ones with a
    value. `is_odd` tells that its XML is such that a library may not read it: the strict variant of
    the format, or dates as text. `hides_zeros` tells that the sheet shows a zero as an empty cell.
    """

    name: str
    hidden: bool = False
    contents: dict[Position, CellContent] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)
    worded: dict[Position, Worded] = field(default_factory=dict)
    comments: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    day_zero: date = DAY_ZERO
    is_odd: bool = False
    hides_zeros: bool = False

    @property
    def is_vast(self) -> bool:
        """Whether there is no memory for every cell up to the last one."""
        return self.last_row * self.last_column > MOST_CELLS


class _Format(NamedTuple):
    """How a style shows a number, and whether it is struck out."""

    number: NumberFormat = NumberFormat()
    is_struck: bool = False


class _Shared(NamedTuple):
    """The facts common to all sheets: the format of each style, and texts with raised parts."""

    styles: Sequence[_Format]
    looks: Mapping[int, str]


def read_facts(archive: zipfile.ZipFile) -> list[SheetFacts]:
    """The facts about every sheet of an .xlsx workbook, in their order.

    Raises:
        Exception: It is damaged; which one depends on where.
    """
    main = read_relations(archive, "").get("officeDocument", "xl/workbook.xml")
    relations = read_relations(archive, main)
    looks = shared_looks(archive, relations.get("sharedStrings"))
    shared = _Shared(_read_styles(archive, relations.get("styles")), looks)
    sheets: list[SheetFacts] = []
    day_zero, is_strict = DAY_ZERO, False
    for name, element in elements(archive, main):
        is_strict |= element.tag.startswith(f"{{{_STRICT}")
        if name == "workbookPr" and element.get("date1904") in _YES:
            day_zero = _DAY_ZERO_1904
        elif name == "sheet":
            hidden = element.get("state", "visible") != "visible"
            title = element.attrib["name"]
            facts = SheetFacts(title, hidden, day_zero=day_zero, is_odd=is_strict)
            sheets.append(facts)
            link = next(value for key, value in element.items() if key.endswith("}id"))
            if (part := relations.get(link)) is not None:
                _read_sheet(archive, part, facts, shared)
    return sheets


def _read_styles(archive: zipfile.ZipFile, part: str | None) -> Sequence[_Format]:
    formats = {number: _Format(of_kind(shown)) for number, shown in BUILT_IN.items()}
    struck: set[str] = set()
    for name, element in elements(archive, part) if part is not None else ():
        if name == "numFmt":
            code = element.get("formatCode", "")
            formats[element.attrib["numFmtId"]] = _Format(read_format(code))
        elif name == "fonts":
            struck = {str(at) for at, font in enumerate(element) if is_struck(font)}
        elif name == "cellXfs":
            return [
                formats.get(each.get("numFmtId", ""), _Format())._replace(
                    is_struck=each.get("fontId") in struck
                )
                for each in element
            ]
    return ()


def _read_sheet(archive: zipfile.ZipFile, part: str, facts: SheetFacts, shared: _Shared) -> None:
    """Notes the facts of a sheet."""
    for cell, text in comments(archive, part):
        if _CELL.fullmatch(cell):
            facts.comments[_position(cell)] = text
    row = 0
    for name, element in elements(archive, part):
        if name == "row":
            row = _read_row(element, row + 1, facts, shared)
            element.clear()
        else:
            _note_sheet(name, element, facts)


def _note_sheet(name: str, element: Element, facts: SheetFacts) -> None:
    """Notes the facts about a sheet that are not in its rows."""
    if name == "sheetView" and element.get("showZeros") in _NO:
        facts.hides_zeros = True
    elif name == "col" and element.get("hidden") in _YES:
        # A width may be declared for all sixteen thousand of them.
        first, last = int(element.attrib["min"]), int(element.attrib["max"])
        facts.hidden_columns.update(range(first, min(last, _MOST_HIDDEN) + 1))
    elif name == "mergeCell" and len(facts.merged) < _MOST_MERGED:
        first_cell, _, last_cell = element.get("ref", "").partition(":")
        if _CELL.fullmatch(first_cell) and _CELL.fullmatch(last_cell):
            facts.merged.append((*_position(first_cell), *_position(last_cell)))


def _read_row(element: Element, row: int, facts: SheetFacts, shared: _Shared) -> int:
    """Notes the facts of a row and gives its number; `row` is the one that it has by its order."""
    row = int(element.get("r", row))
    if element.get("hidden") in _YES:
        facts.hidden_rows.add(row)
    place = row, 0
    for cell in element:
        if not cell.tag.endswith("}c"):
            continue
        name = cell.get("r")
        place = (place[0], place[1] + 1) if name is None else _position(name.upper())
        if len(cell):  # else it has a look and nothing else
            _note(cell, place, facts, shared)
    return row


def _note(cell: Element, place: Position, facts: SheetFacts, shared: _Shared) -> None:
    kind = cell.get("t", "n")
    inside = {local(child.tag): child for child in cell}
    text = inside["v"].text or "" if "v" in inside else ""
    is_formula = "f" in inside
    if text or is_formula or kind == "inlineStr":
        facts.last_row = max(facts.last_row, place[0])
        facts.last_column = max(facts.last_column, place[1])
    style = int(cell.get("s", 0))
    known = shared.styles[style] if style < len(shared.styles) else _Format()
    if kind == "n" and text and _note_number(text, place, facts, known):
        return
    facts.is_odd |= kind == "d" and bool(text)
    content: CellContent
    if known.number.hides_texts and kind in _TEXTS and (text or "is" in inside):
        content = Fault("CDS380", "")
    elif kind in {"s", "inlineStr"}:
        content = _look(kind, text, inside.get("is"), shared)
    else:
        section = known.number.of(text) if kind == "n" and text else known.number.sections[0]
        content = _content(kind, text, section, facts.day_zero, is_formula=is_formula)
    if content is not None:
        facts.contents[place] = content


def _note_number(text: str, place: Position, facts: SheetFacts, known: _Format) -> bool:
    """Notes what a cell shows of a number, and whether that is all: a date is yet to be read."""
    section = known.number.of(text)
    if known.is_struck:
        facts.contents[place] = Fault("CDS371", text)
    elif section.blank or (facts.hides_zeros and not float(text)):
        facts.contents[place] = Fault("CDS380", text)
    elif section.words:
        facts.contents[place] = section.words
    elif section.shown not in {None, Shown.PERCENT}:
        return False
    else:
        if section.shown:
            facts.percents.add(place)
        if section.worded:
            facts.worded[place] = section.worded
    return True


def _look(kind: str, text: str, inline: Element | None, shared: _Shared) -> str | None:
    """The look of a text with raised parts; else None."""
    if kind == "s":
        return shared.looks.get(int(text)) if text else None
    return None if inline is None else look_of_runs(inline)


def _content(
    kind: str, text: str, section: Section, day_zero: date, *, is_formula: bool
) -> CellContent:
    """The content of a cell that libraries do not report: an error, or a date; else None."""
    if kind == "e":
        return Fault("CDS336", text)
    content: CellContent = None
    if kind == "d" and text:
        content = written_date(text, section.shown)
    elif is_formula and not text and kind != "str":
        return Fault("CDS335", "")
    elif kind == "n" and text and section.shown:
        content = dated(float(text), section.shown, day_zero)
    if section.shown and isinstance(content, date | Period):
        day = content if isinstance(content, date) else _day(text, day_zero)
        return day_in_words(section.code, day) or content
    return content


def _day(text: str, day_zero: date) -> date:
    """The day of which a cell shows a part, written as a text or as a number of days."""
    if text[:4].isdecimal() and text[4:5] == "-":
        return date.fromisoformat(text[:10])
    return day_zero + timedelta(days=int(float(text)))


def written_date(text: str, shown: Shown | None) -> CellContent:
    """The day that an ISO text names, as it is shown; a fault where there is none.

    Neither a time of day nor a zone moves it: the day is the one that is written.
    """
    try:
        return as_shown(date.fromisoformat(text[:10]), shown)
    except ValueError:
        return Fault("CDS338", text)


def _position(name: str) -> Position:
    """The row and column of a cell's name.

    Raises:
        ValueError: It is none; each library would make something else of it.
    """
    match = _CELL.fullmatch(name)
    if match is None:
        raise ValueError(f"cell {name}")
    return int(match[2]), _column(match[1])


@cache
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
