#!/usr/bin/env bash
# The Python package formulas counts the empty cells where COUNTIF(range,"<>") asks for the filled ones.
#
# "<>" alone is the criterion for cells that are not empty, "<>x" for cells that are not x; a number is
# neither empty nor x. formulas compares such a criterion with texts only, and an empty cell is a text to
# it: of six units four of which have reported a number, two "have reported", the sum of their numbers is 0
# instead of 139, and none of them differs from "x". LibreOffice and Gnumeric count four and six. "<>0" and
# ">0" are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  formulas==1.3.4 numpy==2.4.6 openpyxl==3.1.5
cd "$folder"
venv/bin/python -W ignore - 2>progress <<'END' | tee seen
import formulas
import openpyxl

CRITERIA = ("<>", "<>x", "<>0", ">0")
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "S"
for row, reported in enumerate((10, None, 30, 38, None, 61), 1):
    sheet.cell(row, 1, reported)
for row, criterion in enumerate(CRITERIA, 1):
    sheet.cell(row, 3, f'=COUNTIF(A1:A6,"{criterion}")')
    sheet.cell(row, 4, f'=SUMIF(A1:A6,"{criterion}")')
book.save("reported.xlsx")
solution = formulas.ExcelModel().loads("reported.xlsx").finish().calculate()
for row, criterion in enumerate(CRITERIA, 1):
    count, total = (solution[f"'[reported.xlsx]S'!{column}{row}"].value[0, 0] for column in "CD")
    print(f"{criterion}: {count} cells, their sum {total:g}")
END
diff seen - <<'END'
<>: 2 cells, their sum 0
<>x: 2 cells, their sum 0
<>0: 4 cells, their sum 139
>0: 4 cells, their sum 139
END
echo "as described: formulas 1.3.4 counts empty cells for filled ones"
