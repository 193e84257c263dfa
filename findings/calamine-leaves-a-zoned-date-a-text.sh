#!/usr/bin/env bash
# A date cell with a zone (`t="d"`) comes out of calamine as text, out of openpyxl without its zone.
#
# ECMA-376 lets a cell of type `d` hold an ISO 8601 date; ISO 8601 lets a zone stand behind the time.
# Two cells of one sheet name the same clock time, one of them with +07:00: calamine gives a datetime
# and a str, so a column that was all dates is no longer one; openpyxl gives two equal datetimes and
# drops the zone without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 et_xmlfile==2.0.0 python-calamine==0.9.1
cd "$folder"
venv/bin/python - <<'END' | tee seen
import datetime
import zipfile

import openpyxl
import python_calamine

book = openpyxl.Workbook()
book.iso_dates = True
for row in (1, 2):
    book.active.cell(row, 1, datetime.datetime(2024, 3, 31, 7, 0))
book.save("plain.xlsx")
with zipfile.ZipFile("plain.xlsx") as plain, zipfile.ZipFile("zoned.xlsx", "w") as zoned:
    for name in plain.namelist():
        content = plain.read(name)
        if name == "xl/worksheets/sheet1.xml":
            head, _, tail = content.rpartition(b"2024-03-31T07:00:00")
            content = head + b"2024-03-31T07:00:00+07:00" + tail.removeprefix(b"Z")
        zoned.writestr(name, content)
rows = python_calamine.CalamineWorkbook.from_path("zoned.xlsx").get_sheet_by_index(0).to_python()
cells = openpyxl.load_workbook("zoned.xlsx").active["A"]
for place, cell, (other,) in zip(("without a zone", "with +07:00"), cells, rows, strict=True):
    print(f"{place}: calamine {other!r}, openpyxl {cell.value!r}")
END
diff seen - <<'END'
without a zone: calamine datetime.datetime(2024, 3, 31, 7, 0), openpyxl datetime.datetime(2024, 3, 31, 7, 0)
with +07:00: calamine '2024-03-31T07:00:00+07:00', openpyxl datetime.datetime(2024, 3, 31, 7, 0)
END
echo "as described: a zone makes a text of a date in python-calamine 0.9.1, and is dropped by openpyxl 3.1.5"
