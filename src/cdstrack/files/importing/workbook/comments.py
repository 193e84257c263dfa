"""Comments on cells of an .xlsx workbook, which say of a figure what its cell does not."""

import zipfile
from collections.abc import Iterator

from cdstrack.files.importing.workbook.parts import elements, local, read_relations

_KINDS = {"threadedComment": "threadedComment", "comments": "comment"}
"""The parts with comments, by what they are, and the elements in them; the newer kind first.

Of a conversation the older part keeps a copy, which begins with an advice to buy a newer program.
"""


def comments(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[str, str]]:
    """The name of each cell of a sheet that has a comment, and the comment."""
    relations = read_relations(archive, sheet)
    part, kind = next(
        ((relations[part], kind) for part, kind in _KINDS.items() if part in relations), (None, "")
    )
    if part is None or part not in archive.namelist():
        return
    for name, element in elements(archive, part):
        if name == kind and "ref" in element.attrib:
            words = (each.text or "" for each in element.iter() if local(each.tag) in {"t", "text"})
            yield element.attrib["ref"].upper(), "".join(words).strip()
