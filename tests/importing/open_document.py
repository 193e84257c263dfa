"""Files of OpenDocument (.ods), written as XML."""

import zipfile
from pathlib import Path

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
STYLES = (
    '<number:date-style style:name="N1"><number:month/><number:text>/</number:text>'
    "<number:year/></number:date-style>"
    '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="away" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="up" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="out" style:family="text">'
    '<style:text-properties style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="low" style:family="text">'
    '<style:text-properties style:text-position="sub 58%"/></style:style>'
)


def ods(path: Path, *rows: str, name: str = "Trang", style: str = "", numbers: str = "") -> None:
    """Writes an .ods file of one sheet with these rows of XML; `numbers` is how `own` shows them."""
    shown = f'<number:number-style style:name="N2">{numbers}</number:number-style>'
    own = '<style:style style:name="own" style:family="table-cell" style:data-style-name="N2"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {NAMES}>'
            f"<office:automatic-styles>{STYLES}{shown}{own}</office:automatic-styles><office:body>"
            f'<office:spreadsheet><table:table table:name="{name}" {style}>'
            f"{''.join(rows)}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def text(content: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{content}</text:p></table:table-cell>'


def number(value: float, kind: str = "float", more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


HEAD = row(text("indicator"), text("period"), text("value"))
