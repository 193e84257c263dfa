"""What the libraries that read workbooks do not tell: the facts beside the values.

Owns a look at the XML of a workbook: errors by their names, formulas that nobody has calculated,
percentages, hidden rows, merged cells; and the refusal of what is no workbook or too large to be
one. Values are read elsewhere; whichever library reads them, these facts are laid over them.
"""

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO

from cdstrack.core.record.sheet import Fault
from cdstrack.files.importing.sheet import Area
from cdstrack.files.importing.workbook.parts import (
    Attributes,
    main_part,
    parse,
    read_relations,
    refuse_hostile,
)

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
        refuse_hostile(archive)
        main = main_part(archive)
        relations = read_relations(archive, main)
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
        parse(archive, main, sheet)
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

    parse(archive, part, begin, end)
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
        parse(archive, part, self._begin, self._end, self._say)

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
