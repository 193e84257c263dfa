#!/usr/bin/env bash
# openpyxl reads a number as a date when its number format fills the cell with a letter.
#
# In a number format `*` repeats the character behind it across the cell, `_` leaves its width free;
# neither character is a date code. openpyxl leaves out what `_` takes but not what `*` takes: with
# the format 0*s or *y0 the number 2019 comes back as 11 July 1905. The calamine reader gives 2019.0
# for the same cells, and both agree where the letter stands behind `_`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 et_xmlfile==2.0.0 python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
venv/bin/python - <<'END' | tee seen
import openpyxl
import python_calamine
import xlsxwriter

FORMATS = ["0*s", "*y0", "0_s", "_y0", "0* "]
book = xlsxwriter.Workbook("formats.xlsx")
sheet = book.add_worksheet()
for row, code in enumerate(FORMATS):
    sheet.write_number(row, 0, 2019, book.add_format({"num_format": code}))
book.close()
cells = openpyxl.load_workbook("formats.xlsx").active["A"]
rows = python_calamine.CalamineWorkbook.from_path("formats.xlsx").get_sheet_by_index(0).to_python()
for code, cell, (other,) in zip(FORMATS, cells, rows, strict=True):
    print(f"{code!r}: openpyxl {cell.value}, calamine {other}")
END
diff seen - <<'END'
'0*s': openpyxl 1905-07-11 00:00:00, calamine 2019.0
'*y0': openpyxl 1905-07-11 00:00:00, calamine 2019.0
'0_s': openpyxl 2019, calamine 2019.0
'_y0': openpyxl 2019, calamine 2019.0
'0* ': openpyxl 2019, calamine 2019.0
END
echo "as described: a fill letter makes a date in openpyxl 3.1.5"
