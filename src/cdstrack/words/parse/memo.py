"""A cache of the readings of a column's texts: each distinct text is read once.

Owns the cache and its limit. Knows nothing about what is read.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

Text = TypeVar("Text", bound=Hashable)
Value = TypeVar("Value")

_REMEMBERED = 50_000


class Memo(dict[Text, Value], Generic[Text, Value]):
    """Readings by text; cleared when it holds too many, so that memory stays bounded."""

    def __init__(self, read: Callable[[Text], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: Text) -> Value:
        """Reads a text that is not known yet, and remembers what it is."""
        if len(self) >= _REMEMBERED:
            self.clear()
        self[text] = value = self._read(text)
        return value

    def all(self, texts: Sequence[Text]) -> list[Value]:
        """What each text is read as."""
        once = _before_they_recur(texts)
        found: list[Value] = list(map(self.__getitem__, texts[:once]))
        return found if once == len(texts) else (found * (len(texts) // once + 1))[: len(texts)]


def _before_they_recur(texts: Sequence[Hashable]) -> int:
    """How many texts there are before all of them come again, and again, in the same order.

    So come the periods of a file that is sorted by series, and the units of one that is sorted by
    periods. Where they do not, it is the number of texts.

    >>> _before_they_recur(["2021", "2022", "2021", "2022", "2021"]), _before_they_recur("aab")
    (2, 3)
    """
    try:
        once = texts.index(texts[0], 1)
    except (ValueError, IndexError):
        return len(texts)
    return once if texts[once:] == texts[:-once] else len(texts)
