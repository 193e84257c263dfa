"""The words of WordprocessingML that the annex needs: text, runs, paragraphs, cells, notes.

Owns the syntax. Elements are in the order that the standard (ISO/IEC 29500-1) prescribes, without
which Word calls a file damaged. Every text is escaped here.
"""

import re
from collections.abc import Iterable
from html import escape

from cdstrack.render.annex.notes import Note, Run, Runs

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(content: str) -> str:
    """A text as XML shows it; a character that XML cannot hold becomes `�`."""
    return escape(_NO_XML.sub("\ufffd", content), quote=True)


def run(content: str, *, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    """A run of text; `size` is in half points, 0 for that of the style."""
    looks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text(content)}</w:t></w:r>'


def paragraph(content: str, style: str, *, properties: str = "") -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field that Word computes, with what it comes to; in runs, because not all readers know others."""
    marks = {
        kind: f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    asked = (
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    )
    shown = f"<w:r>{properties}<w:t>{result}</w:t></w:r>"
    return f"{marks['begin']}{asked}{marks['separate']}{shown}{marks['end']}"


class Marks:
    """The marks of notes: the first one makes the footnote, later ones refer to it."""

    def __init__(self) -> None:
        self._made: set[int] = set()

    def runs(self, runs: Runs) -> str:
        """Texts with their marks."""
        return "".join(run(each.text) + self._marks(each) for each in runs)

    def _marks(self, marked: Run) -> str:
        """The marks behind a text, with commas between them."""
        comma = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r>'
        return comma.join(self._mark(number) for number in marked.notes)

    def _mark(self, number: int) -> str:
        name = f"_RefNote{number}"
        if number in self._made:
            raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            return field(rf"NOTEREF {name} \f \h", str(number), raised)
        self._made.add(number)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:rPr><w:rStyle '
            f'w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )


def footnotes(notes: Iterable[Note]) -> str:
    """The part with the footnotes, and the lines that Word draws above them."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{HEAD}<w:footnotes {NAMESPACES}>{separators}{''.join(map(_footnote, notes))}</w:footnotes>"


def _footnote(note: Note) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    told = f" {note.text}" + (f" {note.url}" if note.url else "")
    return f'<w:footnote w:id="{note.number}">{paragraph(mark + run(told), "FootnoteText")}</w:footnote>'
