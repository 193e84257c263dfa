"""Units whose names hold what a file format obeys: in a form they are texts, for every reader."""

import csv

import pytest
from openpyxl import load_workbook
from python_calamine import load_workbook as load_by_calamine
from tests.conftest import Run
from tests.units.conftest import INDICATOR, LayOut

STRANGE = ("Xã <b> & \"Cát\" 'Đại'", "Xã _x0041_", "</row>", "=1+1", "Xã\\0{row}")
HEADING = 3


def test_strange_names_of_units_are_texts_in_a_form(
    lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-06-30")
    rolled = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
    path = lay_out(indicators=rolled)
    with (path.parent / "data/units.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "vi", "level", "parent"))
        writer.writerows((f"xa-{at}", name, "xa", "tinh-mau") for at, name in enumerate(STRANGE))
    answer = run("init", str(path.parent))
    assert answer.code == 0, answer.err
    assert run("template", "xa.xlsx", "--units").code == 0
    sheet = load_workbook("xa.xlsx")["Số liệu"]
    cells = [row[3] for row in sheet.iter_rows(min_row=HEADING + 1)]
    # openpyxl leaves `_x005F_`, the mark before what is no number of a character, as it stands.
    assert [cell.value.replace("_x005F_", "_") for cell in cells] == list(STRANGE)
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert sheet.dimensions == f"A1:P{HEADING + len(STRANGE)}"
    rows = load_by_calamine("xa.xlsx").get_sheet_by_name("Số liệu").to_python()
    assert [row[3] for row in rows[HEADING:]] == list(STRANGE)
