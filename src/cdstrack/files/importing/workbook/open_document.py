"""The facts of an .ods workbook that python-calamine does not tell.

Owns a look at its XML: errors by their names, formulas that nobody has calculated, dates as they
are shown, percentages, hidden rows and sheets, merged cells, parted texts. A cell or row that is
declared once for many places counts for each of them.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.sheet import DAY_ZERO, CellContent, Fault
from cdstrack.files.importing.workbook.dated_words import has_words
from cdstrack.files.importing.workbook.facts import MOST_ROWS, SheetFacts, written_date
from cdstrack.files.importing.workbook.formats import Shown, dated
from cdstrack.files.importing.workbook.looks import Draw, draw_of, look_of_paragraphs, struck
from cdstrack.files.importing.workbook.parts import elements, local
from cdstrack.files.importing.workbook.sections import Condition, condition_of
from cdstrack.files.importing.workbook.worded import Worded, meant

_ERROR = re.compile(r"#[A-Z/0!?]+|Err:\d+")
_ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_MOST_REPEATED = MOST_ROWS + 1
"""Places that a cell or row with content counts for; a sheet that goes on further is refused."""
_PLAIN = re.compile(r"-?(\d+(?:[.,](\d+))?) ?%")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_NEGATIVE = re.compile(r"\D*?[-\u2212\u2013(]\D*\d|.*\d\s*[-\u2212\u2013]\s*$")
_NUMBERS = {"float", "percentage", "currency"}
_HIDDEN = {"collapse", "filter"}


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Whether an archive holds an OpenDocument file."""
    return "content.xml" in archive.namelist() and "xl/workbook.xml" not in archive.namelist()


def read_ods_facts(archive: zipfile.ZipFile) -> list[SheetFacts]:
    """The facts about every sheet of an .ods workbook, in their order.

    Raises:
        ImportRefusedError: CDS332, it has a password; CDS337, a sheet goes on too far.
        Exception: It is damaged; which one depends on where.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ImportRefusedError(Problem("CDS332", {"locked": "password"}))
    reading = _Reading()
    sheets = []
    has_styles = "styles.xml" in archive.namelist()
    for name, element in elements(archive, "styles.xml") if has_styles else ():
        reading.note_style(name, element)
    for name, element in elements(archive, "content.xml"):
        reading.note_style(name, element)
        if name == "table-column":
            reading.note_columns(element)
        elif name == "table-row":
            reading.note_row(element)
            element.clear()
        elif name == "table":
            sheets.append(reading.close(element))
    return sheets


@dataclass(slots=True)
class _Reading:
    """One pass over the file; styles come before the tables, the cells of a row with its end."""

    shown: dict[str, Shown] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    drawn: dict[str, Draw] = field(default_factory=dict)
    worded: dict[str, Worded] = field(default_factory=dict)
    in_words: set[str] = field(default_factory=set)
    maps: dict[str, list[tuple[Condition, str]]] = field(default_factory=dict)
    defaults: list[str] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=lambda: SheetFacts(""))
    row: int = 0

    def note_style(self, name: str, element: Element) -> None:
        """Notes what a style shows, and whether a table of a style is hidden."""
        own = _attributes(element).get("name", "")
        if name == "date-style":
            parts = {local(each.tag) for each in element}
            kinds = {"day": Shown.DAY, "month": Shown.MONTH, "year": Shown.YEAR}
            shown = next((kind for part, kind in kinds.items() if part in parts), None)
            self.shown |= {own: shown} if shown else {}
            texts = (each.text or "" for each in element if local(each.tag) == "text")
            if has_words(" ".join(texts)):
                self.in_words.add(own)
        elif name in {"number-style", "percentage-style", "currency-style"}:
            self.maps[own] = list(_maps_of(element))
            if words := _words_of(element):
                self.worded[own] = words
        elif name == "style":
            self.formats[own] = _attributes(element).get("data-style-name", "")
            properties = [_attributes(each) for each in element]
            if any(each.get("display") == "false" for each in properties):
                self.hidden.add(own)
            if draw := next(filter(None, map(draw_of, properties)), None):
                self.drawn[own] = draw

    def note_columns(self, element: Element) -> None:
        """Notes the style of columns, and whether they are hidden."""
        known = _attributes(element)
        count = min(int(known.get("number-columns-repeated", 1)), _MOST_REPEATED)
        first = len(self.defaults) + 1
        self.defaults += [known.get("default-cell-style-name", "")] * count
        if known.get("visibility") in _HIDDEN:
            self.facts.hidden_columns.update(range(first, first + min(count, 1000)))

    def note_row(self, element: Element) -> None:
        """Notes the facts of a row, for each of the rows that it represents."""
        known = _attributes(element)
        count = int(known.get("number-rows-repeated", 1))
        cells = list(_cells(element))
        rows = range(self.row + 1, self.row + 1 + (min(count, _MOST_REPEATED) if cells else 0))
        if known.get("visibility") in _HIDDEN:
            self.facts.hidden_rows.update(rows or (self.row + 1,))
        for first, times, cell in cells:
            columns = range(first, first + min(times, _MOST_REPEATED))
            self.facts.last_row = max(self.facts.last_row, rows[-1])
            self.facts.last_column = max(self.facts.last_column, columns[-1])
            if self.facts.is_vast:
                raise ImportRefusedError(Problem("CDS337", {"limit": str(MOST_ROWS), "sheet": "…"}))
            self._note(cell, rows, columns)
        self.row += count

    def _note(self, cell: Element, rows: range, columns: range) -> None:
        known = _attributes(cell)
        across, down = (int(known.get(f"number-{side}-spanned", 1)) for side in ("columns", "rows"))
        if across > 1 or down > 1:
            area = (rows[0], columns[0], rows[0] + down - 1, columns[0] + across - 1)
            self.facts.merged.append(area)
        places = [(row, column) for row in rows for column in columns]
        if _is_percentage(cell, known):
            self.facts.percents.update(places)
        if comment := _comment(cell):
            self.facts.comments[places[0]] = comment
        words = self.worded.get(self._format(known, columns[0]))
        if words and known.get("value-type") in _NUMBERS:
            self.facts.worded |= dict.fromkeys(places, words)
        if (content := self._content(cell, known, columns[0])) is not None:
            self.facts.contents |= dict.fromkeys(places, content)

    def _content(self, cell: Element, known: Mapping[str, str], column: int) -> CellContent:
        text = "".join(_paragraphs(cell))
        style = self._style(known, column)
        is_struck = self.drawn.get(style) is struck
        if (content := _other_look(cell, known, text, is_struck=is_struck)) is not None:
            return content
        if known.get("value-type") == "date":
            return self._dated(known, text, column)
        is_text = known.get("value-type") == "string" and "string-value" not in known
        return look_of_paragraphs(cell, self.drawn) if is_text else None

    def _dated(self, known: Mapping[str, str], text: str, column: int) -> CellContent:
        """The day, month or year that a cell shows, or its text where it shows other words too."""
        name = self._format(known, column)
        shown = self.shown.get(name, Shown.DAY)
        content = written_date(known.get("date-value", ""), shown)
        if isinstance(content, Fault):
            return content
        if text and name in self.in_words:
            return text
        number = (date.fromisoformat(known["date-value"][:10]) - DAY_ZERO).days
        return dated(number, shown) or content

    def _format(self, known: Mapping[str, str], column: int) -> str:
        """The name of the format of a cell, of the section that applies to its number."""
        name = self.formats.get(self._style(known, column), "")
        number = known.get("value")
        for condition, other in self.maps.get(name, ()) if number else ():
            if condition.holds(float(number or 0)):
                return other
        return name

    def _style(self, known: Mapping[str, str], column: int) -> str:
        default = self.defaults[column - 1] if column <= len(self.defaults) else ""
        return known.get("style-name", default)

    def close(self, element: Element) -> SheetFacts:
        """The facts of the sheet that ends here."""
        known, facts = _attributes(element), self.facts
        facts.name = known.get("name", "")
        facts.hidden = known.get("style-name") in self.hidden
        self.facts, self.defaults, self.row = SheetFacts(""), [], 0
        element.clear()
        return facts


def _other_look(
    cell: Element, known: Mapping[str, str], text: str, *, is_struck: bool
) -> CellContent:
    """What a cell shows instead of its content: an error, nothing, or words; else None."""
    is_number, is_formula = known.get("value-type") in _NUMBERS, "formula" in known
    if is_number and is_struck:
        return Fault("CDS371", text)
    if cell.get(_ERROR_TYPE) == "error" or (is_formula and _ERROR.fullmatch(text)):
        return Fault("CDS336", text)
    if is_formula and "value-type" not in known:
        return Fault("CDS335", "")
    if _is_drawn(cell) and not text and _held(known):
        return Fault("CDS380", known.get("value", ""))
    if is_number and _has_other_sign(text, known.get("value", "")):
        return Fault("CDS370", known.get("value", ""))
    is_words = any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
    return text if is_number and is_words else None


def _is_percentage(cell: Element, known: Mapping[str, str]) -> bool:
    """Whether a cell shows its number as a percentage: the format of its sign or size decides."""
    text = "".join(_paragraphs(cell)).strip()
    if known.get("value-type") == "percentage":
        return True
    if known.get("value-type") != "float" or not text.endswith("%"):
        return False
    shown = _PLAIN.fullmatch(text)
    held = abs(float(known.get("value", 0)))
    if shown is None:
        return False
    # The sign may also be a text beside the number: 68 that shows 68% is no 6800%.
    number, decimals = float(shown[1].replace(",", ".")), len(shown[2] or "")
    return abs(number - held * 100) <= 0.5 * 10.0**-decimals < abs(number - held)


def _has_other_sign(text: str, value: str) -> bool:
    """Whether a cell shows a number of the other sign than it holds."""
    if not any(digit in text for digit in "123456789") or not _NUMBER.fullmatch(value):
        return False
    if any(map(str.isalpha, text)):
        return False
    return (float(value) < 0) != bool(_NEGATIVE.match(text))


def _is_drawn(cell: Element) -> bool:
    """Whether the program that wrote the file says what the cell shows, if only nothing."""
    return any(local(each.tag) == "p" for each in cell)


def _held(known: Mapping[str, str]) -> bool:
    """Whether a cell holds something, whatever it shows."""
    return any(known.get(name) for name in ("value", "date-value", "string-value"))


def _maps_of(style: Element) -> Iterator[tuple[Condition, str]]:
    """The sections of a format that are separate styles, with the numbers that they apply to."""
    for each in style:
        known = _attributes(each)
        condition = condition_of(known.get("condition", "").replace("value()", ""))
        if local(each.tag) == "map" and condition is not None:
            yield condition, known.get("apply-style-name", "")


def _words_of(style: Element) -> Worded | None:
    """The words that a style puts around a number, or that it shows a part of it only."""
    around, has_number = ["", ""], False
    for each in style:
        if local(each.tag) == "text":
            around[has_number] += each.text or ""
        elif local(each.tag) == "number":
            has_number = True
            if _attributes(each).get("display-factor", "1") != "1":
                return Worded(is_other=True)
    return meant(*around)


def _cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row that hold something: first column, number of columns, and the cell."""
    column = 1
    for cell in row:
        known = _attributes(cell)
        times = int(known.get("number-columns-repeated", 1))
        is_filled = "value-type" in known or "formula" in known or any(_paragraphs(cell))
        if local(cell.tag) == "table-cell" and is_filled:
            yield column, times, cell
        column += times


def _comment(cell: Element) -> str:
    """The comment on a cell; empty where there is none."""
    notes = (each for each in cell if local(each.tag) == "annotation")
    lines = ("".join(part.itertext()) for note in notes for part in note if local(part.tag) == "p")
    return " ".join(lines).strip()


def _paragraphs(cell: Element) -> Iterator[str]:
    """The texts of a cell, without those of a comment on it."""
    for each in cell:
        if local(each.tag) == "p":
            yield "".join(each.itertext())


def _attributes(element: Element) -> Mapping[str, str]:
    """The attributes by their names without namespaces; LibreOffice's own ones give way."""
    return {local(key): value for key, value in element.items() if "documentfoundation" not in key}
