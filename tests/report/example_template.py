"""The template that docs/examples offers to begin with: every name that a template can use, once."""

from io import BytesIO

from cdstrack.files.export.package import write_package
from cdstrack.render.annex.ooxml import HEAD, NAMESPACES, footnotes, paragraph, run
from cdstrack.render.annex.word_parts import fixed_parts, section

COLUMNS = ("number", "name", "unit", "target", "result", "completion", "lead", "note")
_WIDTHS = (650, 2800, 1150, 2000, 1950, 1440, 1700, 2597)


def example_template() -> bytes:
    """The file."""
    body = [
        paragraph(run("{{ body }}", bold=True), "Centred"),
        paragraph(run("{{ annex }}"), "Heading1"),
        paragraph(run("{{ plan }}", bold=True), "Centred"),
        paragraph(run("Tính đến ngày {{ as_of }} ({{ day }}-{{ month }}-{{ year }})"), "Centred"),
        paragraph(run("{{ indicators }} chỉ tiêu:"), "Body"),
        paragraph(run("{%p for count in counts %}"), "Body"),
        paragraph(run("- {{ count.verdict }}: {{ count.number }}"), "Body"),
        paragraph(run("{%p endfor %}"), "Body"),
        paragraph(run("{%p for sentence in summary %}"), "Body"),
        paragraph(run("{{ sentence }}"), "Body"),
        paragraph(run("{%p endfor %}"), "Body"),
        _table(),
        paragraph(run("{%p for pillar in pillars %}"), "Body"),
        paragraph(
            run("{{ pillar.number }}. {{ pillar.name }}: {{ pillar.rows | length }} mục tiêu"),
            "Body",
        ),
        paragraph(run("{%p endfor %}"), "Body"),
        paragraph(run("{%p for note in notes %}"), "Small"),
        paragraph(run("[{{ note.number }}] {{ note.text }} {{ note.url }}"), "Small"),
        paragraph(run("{%p endfor %}"), "Small"),
        paragraph(run("{%p for line in remarks + provenance %}"), "Small"),
        paragraph(run("{{ line }}"), "Small"),
        paragraph(run("{%p endfor %}"), "Small"),
        section(across=True, first_page_bare=True),
    ]
    return word_file("".join(body))


def word_file(body: str) -> bytes:
    """A Word file with this body."""
    parts = fixed_parts("Phụ lục mẫu", "vi")
    parts["word/document.xml"] = (
        f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    )
    parts["word/footnotes.xml"] = footnotes(())
    file = BytesIO()
    write_package(file, parts)
    return file.getvalue()


def _table() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    heads = [f"{{{{ columns[{place}] }}}}" for place in range(len(COLUMNS))]
    cells = [f"{{{{ row.{name} }}}}" for name in COLUMNS]
    rows = [
        _row(heads, head=True),
        _row(["{%tr for row in rows %}"]),
        _row(cells),
        _row(["{%tr endfor %}"]),
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(texts: list[str], *, head: bool = False) -> str:
    filled = [*texts, *[""] * (len(_WIDTHS) - len(texts))]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(run(text, bold=head), "Cell")}</w:tc>'
        for text, width in zip(filled, _WIDTHS, strict=True)
    )
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{repeated}{cells}</w:tr>"
