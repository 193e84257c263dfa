"""Writing a large record as a workbook, beside XlsxWriter writing the very same rows.

Owns what the other program is given: every cell of our sheet with its look, and the height of each
row, so that nothing is left to it but reading and writing them.
"""

import csv
import json
import re
import sys
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from imports import MANY, taken_in
from processes import PROGRAM, Used, run
from promises import ROUNDS, Places, paired, promised

_OTHER = """
import csv, json, xlsxwriter
book = xlsxwriter.Workbook("other.xlsx", {"constant_memory": True})
sheet = book.add_worksheet()
with open("looks.json", encoding="utf-8") as file:
    looks = {f"{at}": book.add_format(look) for at, look in enumerate(json.load(file), 1)}
with open("cells.csv", encoding="utf-8", newline="") as file:
    for at, (height, *row) in enumerate(csv.reader(file)):
        if height:
            sheet.set_row(at, int(height))
        for column, cell in enumerate(row):
            if cell:
                look, kind, content = cell.split("|", 2)
                if kind == "t":
                    sheet.write_string(at, column, content, looks[look])
                else:
                    sheet.write_number(at, column, float(content), looks[look])
book.close()
"""
OURS, OTHERS = Path("figures.xlsx"), Path("other.xlsx")
_ROW = re.compile(r'<row r="\d+"(?: ht="(\d+)" customHeight="1")?>(.*?)</row>')
_CELL = re.compile(
    r'<c r="([A-Z])\d+" s="(\d+)"(?: t="inlineStr"><is><t>(.*?)</t></is>|><v>(.*?)</v>)</c>'
)
_FORMAT = re.compile(r'<numFmt numFmtId="(\d+)" formatCode="(.*?)"/>')
_LOOK = re.compile(r'<xf numFmtId="(\d+)"[^>]*>(?:<alignment ([^>]*)/>)?')
_HEADING = {"bold": True, "bottom": 1, "bg_color": "#F2F2F2", "text_wrap": True}


@promised("`export` of 100,000 figures as .xlsx", "XlsxWriter writing the same cells", 1.5)
def export(places: Places) -> list[float]:
    place = _exports(places)
    other = [sys.executable, "-c", _OTHER]
    _exported(place)
    # In processes of their own: what this one holds in memory would count as its children's.
    for command in (
        [sys.executable, __file__, "tell"],
        other,
        [sys.executable, __file__, "compare"],
    ):
        run(command, place)
    return paired(lambda: _exported(place), lambda: run(other, place))


@promised("`export` of 100,000 figures as .xlsx", "its peak of memory", 150, "MB")
def export_memory(places: Places) -> list[float]:
    place = _exports(places)
    return [_exported(place).megabytes for _ in range(ROUNDS)]


def _exports(places: Places) -> Path:
    place = places.figures("steady", MANY)
    taken_in(place)
    return place


def _exported(place: Path) -> Used:
    (place / "figures.xlsx").unlink(missing_ok=True)
    return run([*PROGRAM, "export", "figures.xlsx"], place)


def tell() -> None:
    """Writes down what the other program makes the same rows of."""
    Path("looks.json").write_text(json.dumps(_looks(OURS)), encoding="utf-8")
    with Path("cells.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(map(_told, _ROW.findall(_rows_of(OURS))))


def compare() -> None:
    """Ends with a message where the other program has written other rows."""
    if _rows_of(OTHERS) != _rows_of(OURS):
        sys.exit("the other program has written other rows")


def _rows_of(workbook: Path) -> str:
    """The rows of the first sheet, as its file has them."""
    sheet = _part(workbook, "worksheets/sheet1.xml")
    return sheet.partition("<sheetData>")[2].partition("</sheetData>")[0]


def _part(workbook: Path, name: str) -> str:
    with ZipFile(workbook) as parts:
        return parts.read(f"xl/{name}").decode()


def _told(row: tuple[str, str]) -> list[str]:
    """The height of a row, and by column the look, the kind and the content of its cells."""
    height, text = row
    cells = [""] * 26
    for letter, look, words, number in _CELL.findall(text):
        kind, content = ("n", number) if number else ("t", unescape(words))
        cells[ord(letter) - ord("A")] = f"{look}|{kind}|{content}"
    return [height, *cells]


def _looks(workbook: Path) -> list[dict[str, object]]:
    """The looks of the cells in the words of XlsxWriter, in the order of their numbers."""
    styles = _part(workbook, "styles.xml")
    formats = {number: unescape(code) for number, code in _FORMAT.findall(styles)}
    used = _LOOK.findall(styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    found: list[dict[str, object]] = []
    for number, alignment in used[1:]:
        look: dict[str, object] = {"valign": "top"}
        if number in formats:
            look["num_format"] = formats[number]
        if 'horizontal="center"' in alignment:
            look["align"] = "center"
        if "wrapText" in alignment:
            look["text_wrap"] = True
        found.append(look if found else _HEADING | {"valign": "vcenter"})
    return found


if __name__ == "__main__":
    {"tell": tell, "compare": compare}[sys.argv[1]]()
