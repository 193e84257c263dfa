#!/usr/bin/env bash
# openpyxl opens a workbook saved as "Strict Open XML" and finds no sheet in it, without an error.
#
# The strict variant of ECMA-376 has the same parts under other namespace addresses (purl.oclc.org),
# and Excel offers it in its list of file types. openpyxl 3.1.5 warns of "an invalid specification",
# returns a Workbook without sheets, and its `active` is None; calamine reads the sheet.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 et_xmlfile==2.0.0 python-calamine==0.9.1
cd "$folder"
venv/bin/python -W ignore - <<'END' | tee seen
import zipfile

import openpyxl
import python_calamine

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
}
book = openpyxl.Workbook()
book.active["A1"] = 2019
book.save("usual.xlsx")
with zipfile.ZipFile("usual.xlsx") as usual, zipfile.ZipFile("strict.xlsx", "w") as strict:
    for name in usual.namelist():
        content = usual.read(name)
        for before, after in STRICT.items():
            content = content.replace(before, after)
        strict.writestr(name, content)
for name in ("usual.xlsx", "strict.xlsx"):
    read = openpyxl.load_workbook(name)
    other = python_calamine.CalamineWorkbook.from_path(name)
    print(f"{name}: openpyxl {read.sheetnames}, active {read.active}; calamine {other.sheet_names}")
END
diff seen - <<'END'
usual.xlsx: openpyxl ['Sheet'], active <Worksheet "Sheet">; calamine ['Sheet']
strict.xlsx: openpyxl [], active None; calamine ['Sheet']
END
echo "as described: openpyxl 3.1.5 finds no sheet in a strict workbook and says nothing"
