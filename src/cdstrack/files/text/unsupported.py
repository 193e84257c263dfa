"""Files that are known to hold no readable table of figures, identified by their content.

Owns the signatures of such files; their names are not trusted.
"""

import zipfile
from pathlib import Path
from typing import BinaryIO

from cdstrack.core.problem import ImportRefusedError, Problem

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ARCHIVE = b"PK\x03\x04"
_HEADS = {
    b"%PDF-": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
    b"SQLite format 3": "SQLite",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}
_PARTS = {
    "xl/workbook.bin": {"sheet": ".xlsb"},
    "word/document.xml": {"kind": ".docx"},
    "ppt/presentation.xml": {"kind": ".pptx"},
}
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_MOST = 1 << 20
"""Bytes that are looked through for the names of what an old office file holds."""


def refuse_foreign(file: BinaryIO, path: Path) -> None:
    """Refuses a file that is known to be neither text nor a supported workbook.

    Raises:
        ImportRefusedError: CDS331, or CDS332 for a workbook with a password or of the old kind.
    """
    head = file.read(_MOST)
    facts = {"file": path.name}
    if head.startswith(_OLD_OFFICE):
        if _WORD in head:
            raise ImportRefusedError(Problem("CDS331", {**facts, "kind": ".doc"}))
        how = {"locked": "password"} if _LOCKED in head else {"old": ".xls"}
        raise ImportRefusedError(Problem("CDS332", facts | how))
    found = _archived(file) if head.startswith(_ARCHIVE) else _identified(head)
    if found:
        raise ImportRefusedError(Problem("CDS331", facts | found))


def _identified(head: bytes) -> dict[str, str]:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_MARKUP):
        return {"sheet": "HTML/XML"}
    return next(({"kind": kind} for mark, kind in _HEADS.items() if head.startswith(mark)), {})


def _archived(file: BinaryIO) -> dict[str, str]:
    """What an archive is that is no workbook of ours: another spreadsheet, or something else."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    is_sheet = part.read(100).endswith(b"spreadsheet")
                return {} if is_sheet else {"kind": "OpenDocument"}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        # The reader of workbooks reports what is wrong with it.
        return {}
    found = next((kind for part, kind in _PARTS.items() if part in names), {})
    return found or ({} if "[Content_Types].xml" in names else {"kind": "ZIP"})
