"""Texts of cells as they look: what is raised or struck out is seen, what is set apart stays apart.

A library joins the parts of a text as if they were typed in one go: a note's number raised behind
`12` makes `121` of it, a struck-out `12` before its correction `15` makes 1215, and two numbers
with a tab between them become one.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from cdstrack.files.importing.workbook.parts import elements, local
from cdstrack.words.parse.marks import raised

Draw = Callable[[str], str]
"""Makes a text look as its format draws it."""
_DRAWN = re.compile(rb"superscript|strike")
_NO = {"0", "false"}
_STRIKE = "\u0336"
"""A line through the character before it."""
_BLANKS = {"s": " ", "tab": " ", "line-break": "\n"}
_UNSEEN = {"annotation", "note-body", "ruby-text"}
_MOST_BLANKS = 1_000
_APART = {"tab", "line-break", "note", "span", "ruby"}
"""Elements inside a text of OpenDocument that a library may run together with what is beside."""


def struck(text: str) -> str:
    """The text with a line through it."""
    return "".join(f"{character}{_STRIKE}" for character in text)


def shared_looks(archive: zipfile.ZipFile, part: str | None) -> Mapping[int, str]:
    """The shared texts of an .xlsx workbook with raised or struck parts, by their numbers."""
    if part is None or not _DRAWN.search(archive.read(part)):
        return {}
    looks: dict[int, str] = {}
    number = 0
    for name, element in elements(archive, part):
        if name == "si":
            if (look := look_of_runs(element)) is not None:
                looks[number] = look
            number += 1
            element.clear()
    return looks


def look_of_runs(text: Element) -> str | None:
    """The look of a text of an .xlsx workbook with raised or struck parts; else None."""
    if len(text) == 1 and not len(text[0]):
        return None  # it is all alike
    runs = [(_words(run), _draw(run)) for run in text if local(run.tag) in {"r", "t"}]
    if not any(draw for _, draw in runs):
        return None
    return "".join(draw(words) if draw else words for words, draw in runs)


def look_of_paragraphs(cell: Element, drawn: Mapping[str, Draw]) -> str | None:
    """The look of a text of an .ods workbook if a library may read another text; else None.

    `drawn` are the styles whose texts look otherwise, by their names.
    """
    paragraphs = [each for each in cell if local(each.tag) == "p"]
    if not any(local(part.tag) in _APART for each in paragraphs for part in each.iter()):
        return None
    return "\n".join("".join(_looks(each, drawn)) for each in paragraphs)


def draw_of(properties: Mapping[str, str]) -> Draw | None:
    """How properties of an OpenDocument text draw it: raised (`super 58%`, `33% 58%`) or struck."""
    position = properties.get("text-position", "").partition(" ")[0]
    if position == "super" or (position.endswith("%") and position[0] not in "-0"):
        return raised
    lines = (properties.get(f"text-line-through-{part}", "none") for part in ("type", "style"))
    return struck if any(line != "none" for line in lines) else None


def is_struck(format_: Element) -> bool:
    """Whether a font or a part of a text of an .xlsx workbook is struck out."""
    return any(
        local(each.tag) == "strike" and each.get("val") not in _NO for each in format_.iter()
    )


def _draw(run: Element) -> Draw | None:
    is_raised = any(
        local(each.tag) == "vertAlign" and each.get("val") == "superscript" for each in run.iter()
    )
    if is_raised:
        return raised
    return struck if is_struck(run) else None


def _words(run: Element) -> str:
    return "".join(each.text or "" for each in run.iter() if local(each.tag) == "t")


def _looks(element: Element, drawn: Mapping[str, Draw]) -> Iterator[str]:
    """The parts of a text; those of a footnote are left out but for its number, which is raised."""
    yield element.text or ""
    for part in element:
        name = local(part.tag)
        if name in _BLANKS:
            count = next((value for key, value in part.items() if local(key) == "c"), "1")
            yield _BLANKS[name] * min(int(count), _MOST_BLANKS)
        elif name == "note":
            yield raised("".join(_looks(part, drawn)).strip())
        elif name not in _UNSEEN:
            words = "".join(_looks(part, drawn))
            style = next((value for key, value in part.items() if local(key) == "style-name"), "")
            yield drawn[style](words) if style in drawn else words
        yield part.tail or ""
