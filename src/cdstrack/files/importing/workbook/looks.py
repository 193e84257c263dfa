"""Texts of cells as they look: what is raised stays raised, what stands apart stays apart.

A library joins the parts of a text as if they were typed in one go: a note's number raised behind
`12` makes `121` of it, and two numbers with a tab between them become one.
"""

import zipfile
from collections.abc import Collection, Iterator, Mapping
from xml.etree.ElementTree import Element

from cdstrack.files.importing.workbook.parts import elements, local
from cdstrack.words.parse.marks import raised

_BLANKS = {"s": " ", "tab": " ", "line-break": "\n"}
_UNSEEN = {"annotation", "note-body", "ruby-text"}
_MOST_BLANKS = 1_000
_APART = {"tab", "line-break", "note", "span", "ruby"}
"""Elements inside a text of OpenDocument that a library may run together with what is beside."""


def shared_looks(archive: zipfile.ZipFile, part: str | None) -> Mapping[int, str]:
    """The shared texts of an .xlsx workbook that have raised parts, by their numbers."""
    if part is None or b"superscript" not in archive.read(part):
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
    """What a text of an .xlsx workbook looks like where a part of it is raised; else None."""
    runs = [(_is_raised(run), _words(run)) for run in text if local(run.tag) in {"r", "t"}]
    if not any(is_raised for is_raised, _ in runs):
        return None
    return "".join(raised(words) if is_raised else words for is_raised, words in runs)


def look_of_paragraphs(cell: Element, raised_styles: Collection[str]) -> str | None:
    """What a text of an .ods workbook looks like where a library may read another; else None."""
    paragraphs = [each for each in cell if local(each.tag) == "p"]
    if not any(local(part.tag) in _APART for each in paragraphs for part in each.iter()):
        return None
    return "\n".join("".join(_looks(each, raised_styles)) for each in paragraphs)


def is_raised(properties: Mapping[str, str]) -> bool:
    """Whether properties of an OpenDocument text raise it: `super 58%` or `33% 58%`."""
    position = properties.get("text-position", "").partition(" ")[0]
    return position == "super" or (position.endswith("%") and position[0] not in "-0")


def _is_raised(run: Element) -> bool:
    return any(
        local(each.tag) == "vertAlign" and each.get("val") == "superscript" for each in run.iter()
    )


def _words(run: Element) -> str:
    return "".join(each.text or "" for each in run.iter() if local(each.tag) == "t")


def _looks(element: Element, raised_styles: Collection[str]) -> Iterator[str]:
    """The parts of a text; those of a footnote are left out but for its number, which is raised."""
    yield element.text or ""
    for part in element:
        name = local(part.tag)
        if name in _BLANKS:
            count = next((value for key, value in part.items() if local(key) == "c"), "1")
            yield _BLANKS[name] * min(int(count), _MOST_BLANKS)
        elif name == "note":
            yield raised("".join(_looks(part, raised_styles)).strip())
        elif name not in _UNSEEN:
            words = "".join(_looks(part, raised_styles))
            style = next((value for key, value in part.items() if local(key) == "style-name"), "")
            yield raised(words) if style in raised_styles else words
        yield part.tail or ""
