"""What each column of a row may hold: a number, a text, or nothing.

The tables are STRICT, so that SQLite itself lets nothing else in; but a damaged file may hold it.
The types of a row are looked up, so that of a million rows of one kind only the first is compared.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

_ALLOWED: dict[str, tuple[type, ...]] = {
    "i": (int,),
    "t": (str,),
    "I": (int, type(None)),
    "T": (str, type(None)),
}
"""By a letter: capital where nothing is allowed, too."""
OBSERVATION = "iittttttit" + "ITTIII" + "tTTT"
OF_UNITS = "itttttITIItt"
SUBMISSION = "ittttt" + "TITT" + "i"
DOCUMENT = "iiti" + "TTTTTT"
ACKNOWLEDGEMENT = "iitiT"
SUMMARY_ISSUE = "iittTtttt"
CLOSING = "iitiTIT"
LATE_ENTRY = "it"


def refuse_other_types(row: Sequence[Any], columns: str) -> None:
    """Refuses a row with a column that holds what its table does not allow.

    Raises:
        TypeError: It does; the file is damaged.
    """
    _compared(tuple(map(type, row)), columns)


def refuse_other_columns(columns: Iterable[Sequence[Any]], letters: str) -> None:
    """The same for many rows at once, given by their columns."""
    for column, letter in zip(columns, letters, strict=True):
        if column.count(None) < len(column) or letter.islower():
            for each in set(map(type, column)):
                _refuse_type(each, letter)


@lru_cache(maxsize=512)
def _compared(found: tuple[type, ...], columns: str) -> None:
    for each, letter in zip(found, columns, strict=True):
        _refuse_type(each, letter)


def _refuse_type(found: type, letter: str) -> None:
    if not issubclass(found, _ALLOWED[letter]):
        raise TypeError(found.__name__)
