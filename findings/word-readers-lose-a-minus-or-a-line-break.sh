#!/usr/bin/env bash
# Readers of Word files drop the minus of -5,2, or make 125 of the two lines "12" and "5".
#
# Word writes a hyphen that must not part from its neighbour (Ctrl+Shift+_, the way to keep a minus with
# its number, or the years of a period together) as w:noBreakHyphen, a line break as w:br or w:cr; all three
# are ordinary content of a run (ISO/IEC 29500-1, 17.3.3). docx2txt has nothing for the hyphen: -5,2 is 5,2
# and 2025-2030 is 20252030. mammoth has nothing for a break in its raw text, pandoc 3.6.1 nothing for w:cr.
# Only python-docx has all of them, with a plain hyphen for the unbreakable one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-package-lock --ignore-scripts mammoth@1.11.0
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  python-docx==1.2.0 lxml==6.0.2 docx2txt==0.9 pypandoc-binary==1.15
cat > page.py <<'END'
import subprocess
import zipfile

import docx
import docx2txt
import pypandoc

OFFICE = "http://schemas.openxmlformats.org"
RUNS = {
    "minus": "<w:noBreakHyphen/><w:t>5,2</w:t>",
    "period": "<w:t>2025</w:t><w:noBreakHyphen/><w:t>2030</w:t>",
    "w:br": "<w:t>12</w:t><w:br/><w:t>5</w:t>",
    "w:cr": "<w:t>12</w:t><w:cr/><w:t>5</w:t>",
}
paragraphs = "".join(f"<w:p><w:r>{run}</w:r></w:p>" for run in RUNS.values())
word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile("page.docx", "w") as page:
    page.writestr(
        "[Content_Types].xml",
        f'<Types xmlns="{OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
    )
    page.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
        f'Target="word/document.xml" Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>",
    )
    page.writestr(
        "word/document.xml",
        f'<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>',
    )
by_mammoth = subprocess.run(
    ["node", "-e", 'require("mammoth").extractRawText({path: "page.docx"}).then(r => console.log(r.value))'],
    capture_output=True, text=True, check=True,
).stdout
pages = {
    "python-docx": [each.text for each in docx.Document("page.docx").paragraphs],
    "docx2txt": docx2txt.process("page.docx").split("\n\n"),
    "mammoth": by_mammoth.strip().split("\n\n"),
    "pandoc": pypandoc.convert_file("page.docx", "plain").strip().split("\n\n"),
}
for name, run in zip(RUNS, zip(*pages.values(), strict=True), strict=True):
    print(f"{name}:", *(f"{reader} {text!a}" for reader, text in zip(pages, run, strict=True)))
END
venv/bin/python page.py | tee seen
diff seen - <<'END'
minus: python-docx '-5,2' docx2txt '5,2' mammoth '\u20115,2' pandoc '\u20115,2'
period: python-docx '2025-2030' docx2txt '20252030' mammoth '2025\u20112030' pandoc '2025\u20112030'
w:br: python-docx '12\n5' docx2txt '12\n5' mammoth '125' pandoc '12\n5'
w:cr: python-docx '12\n5' docx2txt '12\n5' mammoth '125' pandoc '125'
END
echo "as described: docx2txt 0.9 loses a minus, mammoth 1.11.0 and pandoc 3.6.1 a line break"
