"""The parts of a workbook: XML files in a ZIP archive, found by their relations.

Owns the archive, its limits and the parser. Knows nothing of cells.
"""

import zipfile
from collections.abc import Callable, Mapping
from posixpath import join, normpath
from xml.parsers import expat

from cdstrack.core.problem import ImportRefusedError, Problem

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a workbook may unpack to; a million cells take some thirty million."""
MOST_PARTS = 5_000
_DOCUMENT_TYPE = b"<!DOCTYPE"
_BLOCK = 1 << 16
Attributes = Mapping[str, str]


def refuse_hostile(archive: zipfile.ZipFile) -> None:
    """Refuses what no program writes into a workbook: entities, or more than fits a desk.

    Raises:
        ImportRefusedError: CDS333 or CDS334.
    """
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        limit = str(MOST_BYTES // 1024 // 1024)
        raise ImportRefusedError(Problem("CDS334", {"limit": limit}))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_hostile_part(archive, part)


def _refuse_hostile_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    # Read to the end, a part that unpacks to more than it declares is found out.
    with archive.open(part) as file:
        before = b""
        while block := file.read(_BLOCK):
            if _DOCUMENT_TYPE in before + block:
                raise ImportRefusedError(Problem("CDS333", {"detail": "DOCTYPE"}))
            before = block[-len(_DOCUMENT_TYPE) :]


def main_part(archive: zipfile.ZipFile) -> str:
    """The part that lists the sheets."""
    return read_relations(archive, "").get("officeDocument", "xl/workbook.xml")


def read_relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by the ids it uses for them and by what they are."""
    folder, _, name = part.rpartition("/")
    relations = join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def begin(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = normpath(join("/", folder, attributes["Target"])).lstrip("/")
            found[attributes["Id"]] = target
            found.setdefault(attributes.get("Type", "").rpartition("/")[2], target)

    if relations in archive.namelist():
        parse(archive, relations, begin)
    return found


def parse(
    archive: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    say: Callable[[str], None] | None = None,
) -> None:
    """Goes through the XML of a part; names come without their namespaces.

    Raises:
        KeyError: There is no such part.
        expat.ExpatError: It is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: begin(
        local(name), {local(key): value for key, value in attributes.items()}
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(local(name))
    parser.CharacterDataHandler = say
    parser.buffer_text = True
    with archive.open(part) as file:
        while block := file.read(_BLOCK):
            parser.Parse(block)
        parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]
