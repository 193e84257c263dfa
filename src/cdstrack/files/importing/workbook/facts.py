"""What the libraries that read workbooks do not tell: the facts beside the values.

Owns a look at the XML of a workbook: errors by their names, formulas that nobody has calculated,
dates as they are shown, percentages, hidden rows, merged cells; and the refusal of what is no
workbook or too large to be one. Values are read elsewhere; whichever library reads them, these
facts are laid over them.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from posixpath import join, normpath
from xml.etree.ElementTree import Element, iterparse

from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.csv.sheet import DAY_ZERO, Area
from cdstrack.files.importing.workbook.formats import BUILT_IN, Shown, as_shown, dated, shown_by

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a workbook may unpack to; a million cells take some thirty million."""
MOST_PARTS = 5_000
MOST_ROWS = 100_000
"""Rows of a sheet that are read; more than that travel better as CSV."""
MOST_CELLS = 4_000_000
"""Cells up to the last one of a sheet that python-calamine may lay out."""
_DOCUMENT_TYPE = b"<!DOCTYPE"
_BLOCK = 1 << 16
_DAY_ZERO_1904 = date(1904, 1, 1)
_STRICT = "http://purl.oclc.org/ooxml"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_YES = {"1", "true"}
_MOST_MERGED = 10_000
_MOST_HIDDEN = 1_000
Position = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class SheetFacts:
    """The facts about one sheet; its cells by row and column.

    `contents` are those of faulty cells and of dates, whatever a library reads there. `last_row`
    and `last_column` are the last ones with a value. `is_odd` tells that its XML is such that a
    library may not read it: the strict variant of the format, or dates as text.
    """

    name: str
    hidden: bool = False
    contents: dict[Position, CellContent] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    day_zero: date = DAY_ZERO
    is_odd: bool = False

    @property
    def is_vast(self) -> bool:
        """Whether there is no memory for every cell up to the last one."""
        return self.last_row * self.last_column > MOST_CELLS


Styles = Sequence[Shown | None]
"""What the cells of each style show, by the number of the style."""


def read_facts(archive: zipfile.ZipFile) -> list[SheetFacts]:
    """The facts about every sheet of an .xlsx workbook, in their order.

    Raises:
        Exception: It is damaged; which one depends on where.
    """
    main = _read_relations(archive, "").get("officeDocument", "xl/workbook.xml")
    relations = _read_relations(archive, main)
    styles = _read_styles(archive, relations.get("styles"))
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
                _read_sheet(archive, part, facts, styles)
    return sheets


def _read_styles(archive: zipfile.ZipFile, part: str | None) -> Styles:
    formats: dict[str, Shown | None] = {**BUILT_IN}
    for name, element in elements(archive, part) if part is not None else ():
        if name == "numFmt":
            formats[element.attrib["numFmtId"]] = shown_by(element.get("formatCode", ""))
        elif name == "cellXfs":
            return [formats.get(each.get("numFmtId", "")) for each in element]
    return ()


def _read_sheet(archive: zipfile.ZipFile, part: str, facts: SheetFacts, styles: Styles) -> None:
    """Notes the facts of a sheet."""
    row = 0
    for name, element in elements(archive, part):
        if name == "row":
            row = _read_row(element, row + 1, facts, styles)
            element.clear()
        elif name == "col" and element.get("hidden") in _YES:
            # A width may be declared for all sixteen thousand of them.
            first, last = int(element.attrib["min"]), int(element.attrib["max"])
            facts.hidden_columns.update(range(first, min(last, _MOST_HIDDEN) + 1))
        elif name == "mergeCell" and len(facts.merged) < _MOST_MERGED:
            first_cell, _, last_cell = element.get("ref", "").partition(":")
            if _CELL.fullmatch(first_cell) and _CELL.fullmatch(last_cell):
                facts.merged.append((*_position(first_cell), *_position(last_cell)))


def _read_row(element: Element, row: int, facts: SheetFacts, styles: Styles) -> int:
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
        _note(cell, place, facts, styles)
    return row


def _note(cell: Element, place: Position, facts: SheetFacts, styles: Styles) -> None:
    kind, text, is_formula = cell.get("t", "n"), "", False
    for child in cell:
        if child.tag.endswith("}v"):
            text = child.text or ""
        elif child.tag.endswith("}f"):
            is_formula = True
    if text or is_formula or kind == "inlineStr":
        facts.last_row = max(facts.last_row, place[0])
        facts.last_column = max(facts.last_column, place[1])
    style = int(cell.get("s", 0))
    shown = styles[style] if style < len(styles) else None
    if kind == "n" and text and shown is Shown.PERCENT:
        facts.percents.add(place)
    elif kind == "d" and text:
        facts.is_odd = True
        facts.contents[place] = written_date(text, shown)
    elif content := _content(kind, text, shown, facts.day_zero, is_formula=is_formula):
        facts.contents[place] = content


def _content(
    kind: str, text: str, shown: Shown | None, day_zero: date, *, is_formula: bool
) -> CellContent:
    """What a cell holds where a library does not tell: an error, or a date; else None."""
    if kind == "e":
        return Fault("CDS336", text)
    if is_formula and not text and kind != "str":
        return Fault("CDS335", "")
    return dated(float(text), shown, day_zero) if kind == "n" and text and shown else None


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
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def refuse_hostile(archive: zipfile.ZipFile) -> None:
    """Refuses what no program writes into a workbook: entities, or more than fits a desk.

    Raises:
        ImportRefusedError: CDS333 or CDS334.
    """
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        limit = str(MOST_BYTES // 1024 // 1024)
        raise ImportRefusedError(Problem("CDS334", {"limit": limit}))
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        # Read to the end, a part that unpacks to more than it declares is found out.
        with archive.open(part) as file:
            before = b""
            while block := file.read(_BLOCK):
                if _DOCUMENT_TYPE in before + block:
                    raise ImportRefusedError(Problem("CDS333", {"detail": "DOCTYPE"}))
                before = block[-len(_DOCUMENT_TYPE) :]


def _read_relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by the ids it uses for them and by what they are."""
    folder, _, name = part.rpartition("/")
    relations = join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}
    if relations not in archive.namelist():
        return found
    for tag, element in elements(archive, relations):
        if tag == "Relationship" and element.get("TargetMode") != "External":
            target = normpath(join("/", folder, element.attrib["Target"])).lstrip("/")
            found[element.attrib["Id"]] = target
            found.setdefault(element.get("Type", "").rpartition("/")[2], target)
    return found


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Element]]:
    """The elements of a part as each one ends, with their names without a namespace.

    Raises:
        KeyError: There is no such part.
        ParseError: It is no XML.
    """
    with archive.open(part) as file:
        for _, element in iterparse(file):  # noqa: S314 - without a DOCTYPE there are no entities
            yield local(element.tag), element


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
