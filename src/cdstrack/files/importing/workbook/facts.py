"""What the libraries that read workbooks do not tell: the facts beside the values.

Owns a look at the XML of a workbook: errors by their names, formulas that nobody has calculated,
percentages, hidden rows, merged cells; and the refusal of what is no workbook or too large to be
one. Values are read elsewhere; whichever library reads them, these facts are laid over them.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO
from xml.parsers import expat

from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import Area

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a workbook may unpack to; a million cells take some thirty million."""
MOST_PARTS = 5_000
_DOCUMENT_TYPE = b"<!DOCTYPE"
_BLOCK = 1 << 16
Attributes = Mapping[str, str]
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
        main = _main_part(archive)
        relations = _read_relations(archive, main)
        percents = _percent_styles(archive, relations.get("styles"))
        sheets: list[SheetFacts] = []

        def sheet(name: str, attributes: Attributes) -> None:
            if name == "workbookPr":
                workbook.update(attributes)
            elif name == "sheet":
                hidden = attributes.get("state", "visible") != "visible"
                old = workbook.get("date1904") in _YES
                sheets.append(SheetFacts(attributes["name"], hidden, since_1904=old))
                parts.append(relations.get(attributes["id"]))

        workbook: dict[str, str] = {}
        parts: list[str | None] = []
        _parse(archive, main, sheet)
        for facts, part in zip(sheets, parts, strict=True):
            if part is not None:
                _SheetReader(facts, percents).read(archive, part)
        return sheets


def _percent_styles(archive: zipfile.ZipFile, part: str | None) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    if part is None:
        return frozenset()
    formats, styles, inside = set(_PERCENT_IDS), [], [False]

    def begin(name: str, attributes: Attributes) -> None:
        if name == "numFmt" and "%" in _LITERAL.sub("", attributes.get("formatCode", "")):
            formats.add(attributes["numFmtId"])
        elif name == "cellXfs":
            inside[0] = True
        elif name == "xf" and inside[0]:
            styles.append(attributes.get("numFmtId"))

    def end(name: str) -> None:
        inside[0] &= name != "cellXfs"

    _parse(archive, part, begin, end)
    return frozenset(str(number) for number, each in enumerate(styles) if each in formats)


class _SheetReader:
    """Goes through the XML of one sheet, event by event."""

    def __init__(self, facts: SheetFacts, percents: frozenset[str]) -> None:
        self._facts = facts
        self._percents = percents
        self._row = self._column = 0
        self._cell: Attributes = {}
        self._formula = self._reading = False
        self._text = ""

    def read(self, archive: zipfile.ZipFile, part: str) -> None:
        """Notes the facts of the sheet."""
        _parse(archive, part, self._begin, self._end, self._say)

    def _begin(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell, self._formula, self._text = attributes, False, ""
            self._row, self._column = self._position(attributes.get("r"))
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            if attributes.get("hidden") in _YES:
                self._facts.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden") in _YES:
            # A width may be declared for all sixteen thousand of them.
            first, last = int(attributes["min"]), min(int(attributes["max"]), _MOST_HIDDEN)
            self._facts.hidden_columns.update(range(first, last + 1))
        elif name == "f":
            self._formula = True
        elif name == "v":
            self._reading = True
        elif name == "mergeCell" and len(self._facts.merged) < _MOST_MERGED:
            self._merge(attributes.get("ref", ""))

    def _say(self, text: str) -> None:
        if self._reading:
            self._text += text

    def _end(self, name: str) -> None:
        if name == "v":
            self._reading = False
        elif name == "c":
            self._note()

    def _note(self) -> None:
        place, kind = (self._row, self._column), self._cell.get("t", "n")
        if self._text or self._formula or kind == "inlineStr":
            self._facts.last_row = max(self._facts.last_row, self._row)
            self._facts.last_column = max(self._facts.last_column, self._column)
        if kind == "e":
            self._facts.faults[place] = Fault("CDS336", self._text)
        elif self._formula and not self._text and kind != "str":
            self._facts.faults[place] = Fault("CDS335", "")
        elif kind == "n" and self._text and self._cell.get("s") in self._percents:
            self._facts.percents.add(place)

    def _position(self, name: str | None) -> Position:
        if name is None:
            return self._row, self._column + 1
        match = _CELL.fullmatch(name.upper())
        if match is None:
            # Left to the libraries, each would make something else of it.
            raise ValueError(f"cell {name}")
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(match[2]), column

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        if _CELL.fullmatch(first) and _CELL.fullmatch(last):
            self._facts.merged.append((*self._position(first), *self._position(last)))


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
        if part.filename.endswith((".xml", ".rels")):
            _refuse_hostile_part(archive, part)


def _refuse_hostile_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    # Read to the end, a part that unpacks to more than it declares is found out.
    with archive.open(part) as file:
        before = b""
        while block := file.read(_BLOCK):
            if _DOCUMENT_TYPE in before + block:
                raise ImportRefusedError(Problem("CDS333", {"detail": "DOCTYPE"}))
            before = block[-len(_DOCUMENT_TYPE) :]


def _main_part(archive: zipfile.ZipFile) -> str:
    """The part that lists the sheets."""
    return _read_relations(archive, "").get("officeDocument", "xl/workbook.xml")


def _read_relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by the ids it uses for them and by what they are."""
    folder, _, name = part.rpartition("/")
    relations = join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def begin(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = normpath(join("/", folder, attributes["Target"])).lstrip("/")
            found[attributes["Id"]] = target
            found.setdefault(attributes.get("Type", "").rpartition("/")[2], target)

    if relations in archive.namelist():
        _parse(archive, relations, begin)
    return found


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    say: Callable[[str], None] | None = None,
) -> None:
    """Goes through the XML of a part; names come without their namespaces.

    Raises:
        KeyError: There is no such part.
        expat.ExpatError: It is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: begin(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = say
    parser.buffer_text = True
    with archive.open(part) as file:
        while block := file.read(_BLOCK):
            parser.Parse(block)
        parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]
