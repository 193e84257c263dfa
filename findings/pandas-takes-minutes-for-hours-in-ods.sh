#!/usr/bin/env bash
# pandas reads the time of an .ods cell from what the cell shows: minutes become hours, 13:05 becomes 1:05.
#
# OpenDocument keeps the value of a time cell in office:time-value, as a duration, and beside it the text
# as it is shown; a spreadsheet may show minutes and seconds only, leave the seconds
# out, or write the hour of a twelve-hour clock. pandas takes the value of numbers, percentages and dates,
# but parses the shown text of a time: five and a half minutes are half past five. python-calamine and
# pyexcel-ods give the time that is kept, for the same cells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 pyexcel-ods==0.6.0
cd "$folder"
venv/bin/python - <<'END' | tee seen
import zipfile

import pandas
import pyexcel_ods
import python_calamine

URN = "urn:oasis:names:tc:opendocument:xmlns"
TIMES = {"PT00H05M30S": "05:30", "PT08H05M59S": "08:05", "PT13H05M00S": "01:05"}
rows = "".join(
    f'<table:table-row><table:table-cell office:value-type="time" office:time-value="{kept}"><text:p>'
    f"{shown}</text:p></table:table-cell></table:table-row>"
    for kept, shown in TIMES.items()
)
kind = "application/vnd.oasis.opendocument.spreadsheet"
with zipfile.ZipFile("times.ods", "w") as archive:
    archive.writestr("mimetype", kind)
    archive.writestr(
        "META-INF/manifest.xml",
        f'<m:manifest xmlns:m="{URN}:manifest:1.0" m:version="1.3"><m:file-entry m:full-path="/" '
        f'm:media-type="{kind}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
        "</m:manifest>",
    )
    archive.writestr(
        "content.xml",
        f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0" '
        f'xmlns:text="{URN}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
    )
by_pandas = pandas.read_excel("times.ods", engine="odf", header=None)[0]
by_calamine = python_calamine.CalamineWorkbook.from_path("times.ods").get_sheet_by_index(0).to_python()
by_pyexcel = pyexcel_ods.get_data("times.ods")["A"]
for kept, one, (other,), (third,) in zip(TIMES, by_pandas, by_calamine, by_pyexcel, strict=True):
    print(f"{kept} shown as {TIMES[kept]}: pandas {one}, calamine {other}, pyexcel-ods {third}")
END
diff seen - <<'END'
PT00H05M30S shown as 05:30: pandas 05:30:00, calamine 00:05:30, pyexcel-ods 00:05:30
PT08H05M59S shown as 08:05: pandas 08:05:00, calamine 08:05:59, pyexcel-ods 08:05:59
PT13H05M00S shown as 01:05: pandas 01:05:00, calamine 13:05:00, pyexcel-ods 13:05:00
END
echo "as described: pandas 3.1.1 reads the shown text of a time in .ods, not its value"
