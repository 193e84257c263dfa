"""Names of temporary files with the id of their process, so that leftovers can be recognised.

A file is written under such a name beside its target, and renamed when complete. Owns the form of
the name; whether the process still runs is for others to find out.
"""

import re
from typing import NamedTuple

_LONGEST = 40
_OWNED = re.compile(
    r"\.(?P<name>.{1,40})\.(?P<host>[0-9a-f]{8})-(?P<process>\d{1,10})-[0-9a-f]{8}"
    r"\.(?:new|tmp)(?:-journal)?",
    re.DOTALL | re.ASCII,
)
_EARLIER = re.compile(
    r"\.(?P<name>.+)\.[0-9a-f]{8}\.(?:new|tmp)(?:-journal)?", re.DOTALL | re.ASCII
)
LEFT_AFTER = 3600.0
"""Seconds after which a file is left over whose process cannot be asked for."""


class Maker(NamedTuple):
    """A process on a computer; `host` is a digest of the computer's name."""

    host: str
    process: int


class Temporary(NamedTuple):
    """A temporary file: the beginning of the name it was to get, and who made it, where it says."""

    name: str
    maker: Maker | None


def temporary_name(name: str, maker: Maker, token: str, ending: str) -> str:
    """The name of a temporary file.

    >>> temporary_name("cdstrack.db", Maker("0badcafe", 77), "12345678", "new")
    '.cdstrack.db.0badcafe-77-12345678.new'
    """
    return f".{name[:_LONGEST]}.{maker.host}-{maker.process}-{token}.{ending}"


def temporary(file: str) -> Temporary | None:
    """What the name of a file says, where it is that of a temporary one.

    >>> temporary(".cdstrack.db.0badcafe-77-12345678.new-journal")
    Temporary(name='cdstrack.db', maker=Maker(host='0badcafe', process=77))
    >>> temporary(".cdstrack.db.12345678.new").maker is None
    True
    """
    if match := _OWNED.fullmatch(file):
        return Temporary(match["name"], Maker(match["host"], int(match["process"])))
    match = _EARLIER.fullmatch(file)
    return None if match is None else Temporary(match["name"], None)
