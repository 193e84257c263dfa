"""What the libraries that read workbooks do not tell: the facts beside the values.

Owns a look at the XML of a workbook: errors by their names, formulas that nobody has calculated,
percentages, hidden rows, merged cells; and the refusal of what is no workbook or too large to be
one. Values are read elsewhere; whichever library reads them, these facts are laid over them.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import Area

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a workbook may unpack to; a million cells take some thirty million."""
MOST_PARTS = 5_000
_DOCUMENT_TYPE = b"<!DOCTYPE"
_BLOCK = 1 << 16
_PERCENT_IDS = {"9", "10"}
"""The two percentage formats that every workbook has without declaring them."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_YES = {"1", "true"}
_MOST_MERGED = 10_000
_MOST_HIDDEN = 1_000
Position = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class SheetFacts:
    """The facts about one sheet; its cells by row and column.

    `last_row` and `last_column` are the last ones with a value. `since_1904` tells that days are
    counted from 1904, as old Macintosh workbooks do.
    """

    name: str
    hidden: bool = False
    faults: dict[Position, Fault] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    since_1904: bool = False

    @property
    def area(self) -> int:
        """How many cells there are up to the last one."""
        return self.last_row * self.last_column


def read_facts(file: IO[bytes]) -> list[SheetFacts]:
    """The facts about every sheet of a workbook, in their order.

    Raises:
        ImportRefusedError: It unpacks to too much, or holds what no workbook does.
        Exception: It is damaged; which one depends on where.
    """
    with zipfile.ZipFile(file) as archive:
        _refuse_hostile(archive)
        main = _read_relations(archive, "").get("officeDocument", "xl/workbook.xml")
        relations = _read_relations(archive, main)
        percents = _percent_styles(archive, relations.get("styles"))
        sheets: list[SheetFacts] = []
        since_1904 = False
        for name, element in _elements(archive, main):
            if name == "workbookPr":
                since_1904 = element.get("date1904") in _YES
            elif name == "sheet":
                hidden = element.get("state", "visible") != "visible"
                facts = SheetFacts(element.attrib["name"], hidden, since_1904=since_1904)
                sheets.append(facts)
                link = next(value for key, value in element.items() if key.endswith("}id"))
                if (part := relations.get(link)) is not None:
                    _read_sheet(archive, part, facts, percents)
        return sheets


def _percent_styles(archive: zipfile.ZipFile, part: str | None) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    formats, styles = set(_PERCENT_IDS), list[str | None]()
    for name, element in _elements(archive, part) if part is not None else ():
        if name == "numFmt" and "%" in _LITERAL.sub("", element.get("formatCode", "")):
            formats.add(element.attrib["numFmtId"])
        elif name == "cellXfs":
            styles = [each.get("numFmtId") for each in element]
    return frozenset(str(number) for number, each in enumerate(styles) if each in formats)


def _read_sheet(
    archive: zipfile.ZipFile, part: str, facts: SheetFacts, percents: frozenset[str]
) -> None:
    """Notes the facts of a sheet."""
    row = 0
    for name, element in _elements(archive, part):
        if name == "row":
            row = _read_row(element, row + 1, facts, percents)
            element.clear()
        elif name == "col" and element.get("hidden") in _YES:
            # A width may be declared for all sixteen thousand of them.
            first, last = int(element.attrib["min"]), int(element.attrib["max"])
            facts.hidden_columns.update(range(first, min(last, _MOST_HIDDEN) + 1))
        elif name == "mergeCell" and len(facts.merged) < _MOST_MERGED:
            first_cell, _, last_cell = element.get("ref", "").partition(":")
            if _CELL.fullmatch(first_cell) and _CELL.fullmatch(last_cell):
                facts.merged.append((*_position(first_cell), *_position(last_cell)))


def _read_row(element: Element, row: int, facts: SheetFacts, percents: frozenset[str]) -> int:
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
        _note(cell, place, facts, percents)
    return row


def _note(cell: Element, place: Position, facts: SheetFacts, percents: frozenset[str]) -> None:
    kind, text, is_formula = cell.get("t", "n"), "", False
    for child in cell:
        if child.tag.endswith("}v"):
            text = child.text or ""
        elif child.tag.endswith("}f"):
            is_formula = True
    if text or is_formula or kind == "inlineStr":
        facts.last_row = max(facts.last_row, place[0])
        facts.last_column = max(facts.last_column, place[1])
    if kind == "e":
        facts.faults[place] = Fault("CDS336", text)
    elif is_formula and not text and kind != "str":
        facts.faults[place] = Fault("CDS335", "")
    elif kind == "n" and text and cell.get("s") in percents:
        facts.percents.add(place)


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


def _refuse_hostile(archive: zipfile.ZipFile) -> None:
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
    for tag, element in _elements(archive, relations):
        if tag == "Relationship" and element.get("TargetMode") != "External":
            target = normpath(join("/", folder, element.attrib["Target"])).lstrip("/")
            found[element.attrib["Id"]] = target
            found.setdefault(element.get("Type", "").rpartition("/")[2], target)
    return found


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Element]]:
    """The elements of a part as each one ends, with their names without a namespace.

    Raises:
        KeyError: There is no such part.
        ParseError: It is no XML.
    """
    with archive.open(part) as file:
        for _, element in iterparse(file):  # noqa: S314 - without a DOCTYPE there are no entities
            yield element.tag.rpartition("}")[2], element
