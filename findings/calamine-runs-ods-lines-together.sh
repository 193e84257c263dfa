#!/usr/bin/env bash
# python-calamine makes one number of two where an .ods cell breaks the line between them.
#
# Inside a paragraph OpenDocument writes a line break as text:line-break, a tab as text:tab, blanks as
# text:s (OpenDocument 1.3, part 3, 6.1), and a footnote with its number as text:note. The calamine
# reader writes out text:s but puts nothing for a line break or a tab: "12", break, "5" is read as
# 125. A footnote's number is joined to the digits before it, and its body follows. odfpy, by way of
# pandas' engine "odf", keeps the line break, drops the tab, and joins the footnote likewise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-calamine==0.9.1 odfpy==1.4.1 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'END' | tee seen
import zipfile

import pandas
import python_calamine

URN = "urn:oasis:names:tc:opendocument:xmlns"
TEXTS = {
    "line break": "12<text:line-break/>5",
    "tab": "12<text:tab/>5",
    "blanks": '12<text:s text:c="2"/>5',
    "paragraphs": "12</text:p><text:p>5",
    "footnote": '12<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>estimate</text:p></text:note-body></text:note>",
}
rows = "".join(
    '<table:table-row><table:table-cell office:value-type="string"><text:p>'
    f"{text}</text:p></table:table-cell></table:table-row>"
    for text in TEXTS.values()
)
with zipfile.ZipFile("cells.ods", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.writestr(
        "META-INF/manifest.xml",
        f'<m:manifest xmlns:m="{URN}:manifest:1.0" m:version="1.3"><m:file-entry m:full-path="/" '
        'm:media-type="application/vnd.oasis.opendocument.spreadsheet"/><m:file-entry '
        'm:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
    )
    archive.writestr(
        "content.xml",
        f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0" '
        f'xmlns:text="{URN}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
    )
by_calamine = python_calamine.CalamineWorkbook.from_path("cells.ods").get_sheet_by_index(0)
by_odfpy = pandas.read_excel("cells.ods", engine="odf", header=None, dtype=str)[0]
for name, (one,), other in zip(TEXTS, by_calamine.to_python(), by_odfpy, strict=True):
    print(f"{name}: calamine {one!r}, odfpy {other!r}")
END
diff seen - <<'END'
line break: calamine '125', odfpy '12\n5'
tab: calamine '125', odfpy '125'
blanks: calamine '12  5', odfpy '12  5'
paragraphs: calamine '12\n5', odfpy '12\n5'
footnote: calamine '121\nestimate', odfpy '121estimate'
END
echo "as described: python-calamine 0.9.1 runs the parts of a paragraph together"
