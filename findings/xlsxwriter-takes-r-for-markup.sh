#!/usr/bin/env bash
# XlsxWriter writes a text that begins with <r> and ends with </r> as markup, not as the text it is.
#
# `write_string` is for texts, and escapes `<` and `&` in all others. A text in these two tags is taken
# for what `write_rich_string` has put together before: `<r>&</r>` leaves a workbook whose part is no
# XML any more, so that no reader opens any of it, and `<r><t>7</t></r>` is read back as 7. Both ways of
# keeping texts do so, shared strings and, with `constant_memory`, inline ones. No error, no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'END' | tee seen
import xlsxwriter
from openpyxl import load_workbook

for constant in (False, True):
    for text in ("<b>&</b>", "<r>&</r>", "<r><t>7</t></r>"):
        book = xlsxwriter.Workbook("book.xlsx", {"constant_memory": constant})
        book.add_worksheet().write_string(0, 0, text)
        book.close()
        try:
            print(constant, text, "->", load_workbook("book.xlsx").active["A1"].value)
        except Exception as error:
            print(constant, text, "->", type(error).__name__)
END
diff seen - <<'END'
False <b>&</b> -> <b>&</b>
False <r>&</r> -> ParseError
False <r><t>7</t></r> -> 7
True <b>&</b> -> <b>&</b>
True <r>&</r> -> ParseError
True <r><t>7</t></r> -> 7
END
echo "as described: XlsxWriter 3.3.1 takes a text in <r> and </r> for markup"
