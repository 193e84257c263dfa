#!/usr/bin/env bash
# Three readers of Word files show a field or leave it out, depending on how the file spells it.
#
# A field (a page number, a property of the document, a reference to a figure) may be written in
# runs (w:fldChar) or as one element (w:fldSimple); both hold the text that was last shown
# (ISO/IEC 29500-1, 17.16). docx-preview draws that text of the first spelling and nothing for the
# second: no placeholder, no error. mammoth and python-docx, asked for the text of the paragraph,
# do the same. A page checked by any of them looks whole while its numbers are missing. docx2txt,
# which collects every w:t wherever it lies, has both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --no-package-lock --ignore-scripts \
  docx-preview@0.4.1 jszip@3.10.1 jsdom@26.1.0 mammoth@1.11.0
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 lxml==6.0.2 docx2txt==0.9
cat > draw.mjs <<'END'
import { writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import JSZip from "jszip";
import mammoth from "mammoth";

const { window } = new JSDOM("<div id=page></div>");
for (const each of ["document", "DOMParser", "Node"]) globalThis[each] = window[each];
const office = "http://schemas.openxmlformats.org";
const run = (inside) => `<w:r>${inside}</w:r>`;
const text = (words) => run(`<w:t xml:space="preserve">${words}</w:t>`);
const mark = (type) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const name = " DOCPROPERTY Coverage ";
const runs = mark("begin") + run(`<w:instrText xml:space="preserve">${name}</w:instrText>`) +
  mark("separate") + text("67.84") + mark("end");
const simple = `<w:fldSimple w:instr="${name}">${text("67.84")}</w:fldSimple>`;
const paragraph = (field) => `<w:p>${text("Coverage is ")}${field}${text(" %.")}</w:p>`;
const file = new JSZip();
file.file("[Content_Types].xml", `<Types xmlns="${office}/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Override PartName="/word/document.xml" ContentType=
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
file.file("_rels/.rels", `<Relationships xmlns="${office}/package/2006/relationships">
  <Relationship Id="rId1" Target="word/document.xml"
  Type="${office}/officeDocument/2006/relationships/officeDocument"/></Relationships>`);
file.file("word/document.xml", `<w:document xmlns:w="${office}/wordprocessingml/2006/main">
  <w:body>${paragraph(runs)}${paragraph(simple)}</w:body></w:document>`);
const bytes = await file.generateAsync({ type: "nodebuffer" });
writeFileSync("page.docx", bytes);

const { renderAsync } = await import("docx-preview");
await renderAsync(bytes, window.document.getElementById("page"));
for (const drawn of window.document.querySelectorAll("p")) console.log("docx-preview:", drawn.textContent);
const read = await mammoth.extractRawText({ buffer: bytes });
for (const line of read.value.trim().split(/\n+/)) console.log("mammoth:", line);
END
{
  node draw.mjs
  venv/bin/python -c 'import docx
for each in docx.Document("page.docx").paragraphs:
    print("python-docx:", each.text)'
  venv/bin/python -c 'import docx2txt
for each in docx2txt.process("page.docx").split("\n\n"):
    print("docx2txt:", each)'
} | tee seen
diff seen - <<'END'
docx-preview: Coverage is 67.84 %.
docx-preview: Coverage is  %.
mammoth: Coverage is 67.84 %.
mammoth: Coverage is  %.
python-docx: Coverage is 67.84 %.
python-docx: Coverage is  %.
docx2txt: Coverage is 67.84 %.
docx2txt: Coverage is 67.84 %.
END
echo "as described: docx-preview 0.4.1, mammoth 1.11.0, python-docx 1.2.0 leave out w:fldSimple"
