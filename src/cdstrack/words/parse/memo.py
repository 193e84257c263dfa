"""A cache of the readings of a column's texts: each distinct text is read once.

Owns the cache and its limit. Knows nothing about what is read.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
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

    def learn(self, texts: Collection[Text], values: Iterable[Value]) -> None:
        """Remembers what texts are read as that were read together, faster than one by one."""
        if len(self) + len(texts) > _REMEMBERED:
            self.clear()
        self.update(zip(texts, values, strict=True))

    def all(self, texts: Iterable[Text]) -> list[Value]:
        """What each text is read as."""
        return list(map(self.__getitem__, texts))
