"""The parts of a workbook's archive: that they are harmless, what they name, their elements."""

import zipfile
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree.ElementTree import Element, iterparse

from cdstrack.core.problem import ImportRefusedError, Problem

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that a workbook may unpack to; a million cells take some thirty million."""
MOST_PARTS = 5_000
_DOCUMENT_TYPE = b"<!DOCTYPE"
_BLOCK = 1 << 16


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
        if not part.filename.endswith((".xml", ".rels")):
            continue
        # Read to the end, a part that unpacks to more than it declares is found out.
        with archive.open(part) as file:
            before = b""
            while block := file.read(_BLOCK):
                if _DOCUMENT_TYPE in before + block:
                    raise ImportRefusedError(Problem("CDS333", {"detail": "DOCTYPE"}))
                before = block[-len(_DOCUMENT_TYPE) :]


def read_relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by the ids it uses for them and by what they are."""
    folder, _, name = part.rpartition("/")
    relations = join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}
    if relations not in archive.namelist():
        return found
    for tag, element in elements(archive, relations):
        if tag == "Relationship" and element.get("TargetMode") != "External":
            target = normpath(join("/", folder, element.attrib["Target"])).lstrip("/")
            found[element.attrib["Id"]] = target
            found.setdefault(element.get("Type", "").rpartition("/")[2], target)
    return found


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Element]]:
    """The elements of a part as each one ends, with their names without a namespace.

    Raises:
        KeyError: There is no such part.
        ParseError: It is no XML.
    """
    with archive.open(part) as file:
        for _, element in iterparse(file):  # noqa: S314 - without a DOCTYPE there are no entities
            yield local(element.tag), element


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
