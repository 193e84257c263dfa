"""Files that are ZIP archives of parts (Word): the same parts give the same bytes.

Owns the archive: parts in a fixed order with a fixed date, independent of system and clock.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of every part; a ZIP archive cannot hold an earlier one."""
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def write_package(file: IO[bytes], parts: Mapping[str, str | bytes]) -> None:
    """Writes the parts, the content types first, as readers expect."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda each: (each != _FIRST, each)):
            part = ZipInfo(name, MADE.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            part.create_system = _UNIX
            part.external_attr = _PLAIN_FILE
            archive.writestr(part, parts[name])
