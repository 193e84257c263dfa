"""The annex as a Word file, part by part: an upright page with the head, the table across.

Owns the layout. The bytes of the file are put together by `cdstrack.files.export.package`.
"""

from collections.abc import Iterable, Iterator, Sequence

from cdstrack.render.annex.notes import Note, Run, Runs
from cdstrack.render.annex.ooxml import HEAD, NAMESPACES, Marks, footnotes, paragraph, run
from cdstrack.render.annex.paragraph import Paragraphs
from cdstrack.render.annex.shape import Annex, AnnexEntry, AnnexSection, Overview
from cdstrack.render.annex.word_parts import LEFT, LONG, RIGHT, SHORT, fixed_parts, section

_WIDTHS = (650, 2800, 1150, 2000, 1950, 1440, 1700)
"""Of the columns in twentieths of a point; the last one takes what is left."""
_MILESTONE = 1600
"""The width of the column of a milestone."""
_BORDER = ("top", "left", "bottom", "right", "insideH", "insideV")
_CENTRED = {0, 2, 5}


def annex_parts(annex: Annex) -> dict[str, str]:
    """The parts of the file by their names."""
    marks = Marks()
    body = [
        *_upright(annex),
        _break_of_section(),
        *_across(annex, marks),
        section(across=True, first_page_bare=False),
    ]
    return _parts("".join(body), annex.notes, annex.title[1], annex.language)


def paragraphs_parts(found: Paragraphs, title: str, language: str) -> dict[str, str]:
    """Paragraphs of sentences with footnotes, and remarks below them."""
    marks = Marks()
    told = [
        paragraph(run(" ").join(map(marks.runs, each.sentences)), "Body")
        for each in found.paragraphs
    ]
    told += [paragraph(run(each.remark), "Body") for each in found.paragraphs if each.remark]
    body = "".join(told) + section(across=False, first_page_bare=True)
    return _parts(body, found.notes, title, language)


def _parts(body: str, notes: Iterable[Note], title: str, language: str) -> dict[str, str]:
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return {
        **fixed_parts(title, language),
        "word/document.xml": document,
        "word/footnotes.xml": footnotes(notes),
    }


def _break_of_section() -> str:
    """The end of the upright section, in a paragraph of its own."""
    return f"<w:p><w:pPr>{section(across=False, first_page_bare=True)}</w:pPr></w:p>"


def _upright(annex: Annex) -> Iterator[str]:
    """The head of the document, the number and title of the annex, and the summary."""
    yield _letterhead(annex)
    yield paragraph("", "Centred")
    yield paragraph(run(annex.number), "Heading1")
    title, plan, day = annex.title
    yield paragraph(run(title, bold=True), "Centred")
    yield paragraph(run(plan, bold=True), "Centred")
    yield paragraph(run(day, italic=True), "Centred")
    yield paragraph(run(annex.attached, italic=True), "Centred")
    yield _rule("Centred")
    for sentence in annex.summary:
        yield paragraph(run(sentence), "Body")
    if annex.overview is not None:
        yield from _overview(annex.overview)


def _overview(overview: Overview) -> Iterator[str]:
    yield paragraph(run(overview.caption, italic=True), "Body", properties="<w:keepNext/>")
    room, narrow = SHORT - LEFT - RIGHT, len(overview.head) - 1
    each = min(_MILESTONE, room // (narrow + 2))
    widths = (room - narrow * each, *(each,) * narrow)
    rows = _head_row(overview.head, widths)
    for texts in overview.rows:
        styles = ("Cell", *("CellCentred",) * narrow)
        cells = zip(texts, styles, widths, strict=True)
        told = "".join(_cell(paragraph(run(text), style), width) for text, style, width in cells)
        rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{told}</w:tr>"
    yield _table(widths, rows, borders=True)


def _letterhead(annex: Annex) -> str:
    """The body with the number on the left, country and motto with place and day on the right."""
    head = annex.head
    left = [
        paragraph(run(head.body, bold=True, size=26), "Centred"),
        _rule("Centred"),
        paragraph(run(head.number, size=26), "Centred"),
    ]
    right = [
        paragraph(run(head.country, bold=True, size=24), "Centred"),
        paragraph(run(head.motto, bold=True, size=26), "Centred"),
        _rule("Centred"),
        paragraph(run(head.place_and_day, italic=True, size=26), "Centred"),
    ]
    room = SHORT - LEFT - RIGHT
    widths = (room * 2 // 5, room - room * 2 // 5)
    cells = "".join(
        _cell("".join(lines), width) for lines, width in zip((left, right), widths, strict=True)
    )
    return _table(widths, f"<w:tr>{cells}</w:tr>", borders=False)


def _rule(style: str) -> str:
    """The short line under the body and the motto."""
    return paragraph(run("――――――", size=12), style)


def _across(annex: Annex, marks: Marks) -> Iterator[str]:
    """The table, what its marks mean, and by which knowledge it was made."""
    widths = (*_WIDTHS, LONG - LEFT - RIGHT - sum(_WIDTHS))
    if annex.empty:
        yield paragraph(run(annex.empty), "Body")
    else:
        rows = [_head_row(annex.columns, widths)]
        for part in annex.sections:
            rows += _section_rows(part, widths, marks)
        yield _table(widths, "".join(rows), borders=True)
    for remark in (*annex.remarks, *annex.provenance):
        yield paragraph(run(remark), "Small")


def _table(widths: Sequence[int], rows: str, *, borders: bool) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _BORDER
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + (f"<w:tblBorders>{lines}</w:tblBorders>" if borders else "")
        + f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cell(content: str, width: int, *, merge: str = "", span: int = 1, middle: bool = False) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}{align}</w:tcPr>{content}</w:tc>'


def _head_row(columns: Sequence[str], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(paragraph(run(name, bold=True), "CellCentred"), width, middle=True)
        for name, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _section_rows(part: AnnexSection, widths: Sequence[int], marks: Marks) -> Iterator[str]:
    kept = "<w:keepNext/>"
    number = _cell(
        paragraph(run(part.number, bold=True), "CellCentred", properties=kept), widths[0]
    )
    title = paragraph(run(part.title, bold=True), "Cell", properties=kept)
    merged = _cell(title, sum(widths[1:]), span=len(widths) - 1)
    yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{number}{merged}</w:tr>"
    for entry in part.entries:
        yield from _entry_rows(entry, widths, marks)


def _entry_rows(entry: AnnexEntry, widths: Sequence[int], marks: Marks) -> Iterator[str]:
    """A row for each target; what is the same for all of them is merged."""
    rows = max(1, len(entry.targets))
    for row in range(rows):
        target = entry.targets[row] if entry.targets else None
        own: dict[int, Sequence[Runs]] = {
            3: [target.target if target else ()],
            5: [(Run(target.completion),)] if target else [()],
            7: [(Run(target.note if target else entry.note),)],
        }
        shared: dict[int, Sequence[Runs]] = {
            0: [(Run(entry.number),)],
            1: [(Run(entry.name),)],
            2: [(Run(entry.unit),)],
            4: entry.result,
            6: [(Run(entry.lead),)],
        }
        merge = ""
        if rows > 1:
            merge = '<w:vMerge w:val="restart"/>' if row == 0 else "<w:vMerge/>"
        cells = ""
        for column, width in enumerate(widths):
            lines = own.get(column) or (shared[column] if row == 0 else [()])
            style = "CellCentred" if column in _CENTRED else "Cell"
            told = "".join(paragraph(marks.runs(each), style) for each in lines)
            cells += _cell(told, width, merge="" if column in own else merge)
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
