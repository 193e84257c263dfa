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
        few = before_they_recur(texts)
        return again(list(map(self.__getitem__, few)), len(texts))


def before_they_recur(texts: Sequence[Text]) -> Sequence[Text]:
    """The texts before all of them come again, and again, in the same order.

    So come the periods of a file that is sorted by series, and the units of one that is sorted by
    periods. Where they do not, these are all texts.

    >>> before_they_recur(["2021", "2022", "2021", "2022", "2021"]), before_they_recur("aab")
    (['2021', '2022'], 'aab')
    """
    try:
        once = texts.index(texts[0], 1)
    except (ValueError, IndexError):
        return texts
    return texts[:once] if texts[once:] == texts[:-once] else texts


def again(few: list[Value], count: int) -> list[Value]:
    """As many as `count` of them, one after the other, again and again."""
    return few if len(few) == count else (few * (count // len(few) + 1))[:count]
