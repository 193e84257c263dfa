"""The types that the columns of a row may have: a whole number, a text, or null.

The tables are STRICT, so SQLite itself admits no other type; a damaged file may still hold one.
Results are cached by the types of a row: of a million rows alike, only the first is compared.
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
"""Types by letter; a capital letter also allows null."""
OBSERVATION = "iittttttit" + "ITTIII" + "tTTT"
OF_UNITS = "itttttITIItt"
PLACE = "itttti"
SUBMISSION = "ittttt" + "TITT" + "i"
DOCUMENT = "iiti" + "TTTTTT"
ACKNOWLEDGEMENT = "iitiT"
SUMMARY_ISSUE = "iittTtttt"
CLOSING = "iitiTIT"
LATE_ENTRY = "it"


def refuse_other_types(row: Sequence[Any], columns: str) -> None:
    """Refuses a row with a value of a type that its column does not allow.

    Raises:
        TypeError: It has one; the file is damaged.
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
