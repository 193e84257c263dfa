"""A cache of the readings of a column's texts: each distinct text is read once.

Owns the cache and its limit. Knows nothing about what is read.
"""

from collections.abc import Callable, Hashable, Iterable
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

    def all(self, texts: Iterable[Text]) -> list[Value]:
        """What each text is read as."""
        return list(map(self.__getitem__, texts))
