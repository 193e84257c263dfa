"""The texts of many rows by columns, with what all rows share told once.

Owns that shape alone: most files are sorted, and a text that a thousand rows share is then read
once.
"""

from collections.abc import Collection, Mapping, Sequence

from cdstrack.files.importing.row import COLUMNS
from cdstrack.words.parse.memo import Memo

Texts = Mapping[str, Sequence[str]]
"""The columns of a batch by name, one text a row."""


class Given:
    """The columns of a batch; one that is left out is empty."""

    def __init__(self, texts: Texts, shared: Mapping[str, str], count: int) -> None:
        self.count = count
        self._same: dict[str, str] = {**dict.fromkeys(COLUMNS, ""), **shared}
        self._texts = {name: column for name, column in texts.items() if not _is_one(column)}
        self._same |= {name: texts[name][0] for name in texts.keys() - self._texts.keys()}
        for name in self._texts:
            del self._same[name]

    def shared(self, name: str) -> str | None:
        """The text that all rows have in a column; None where they differ."""
        return self._same.get(name)

    def some(self, name: str) -> Collection[str]:
        """The texts of a column, each at least once."""
        return (self._same[name],) if name in self._same else self._texts[name]

    def each(self, name: str) -> Sequence[str]:
        """The texts of a column, one a row."""
        return [self._same[name]] * self.count if name in self._same else self._texts[name]

    def any(self, name: str) -> bool:
        """Whether a row has something in a column."""
        return self._same.get(name) != ""


def _is_one(column: Sequence[str]) -> bool:
    """Whether all rows have the same text; there is at least one."""
    return column[0] == column[-1] and column.count(column[0]) == len(column)


class Words:
    """The values read from columns of texts: one for each row in `own`, or one for all in `shared`."""

    def __init__(self, given: Given) -> None:
        self.own: dict[str, Sequence[str | None]] = {}
        self.shared: dict[str, str | None] = {}
        self._given = given

    def keep(self, name: str) -> None:
        """Takes a column as it was given."""
        if (text := self._given.shared(name)) is None:
            self.own[name] = self._given.each(name)
        else:
            self.shared[name] = text

    def read(self, name: str, memo: Memo[str, str] | Memo[str, str | None]) -> None:
        """Reads each text of a column."""
        if (text := self._given.shared(name)) is None:
            self.own[name] = memo.all(self._given.each(name))
        else:
            self.shared[name] = memo[text]

    def put(self, name: str, column: Sequence[str | None]) -> None:
        """Takes a column that was read in another way."""
        self.shared.pop(name, None)
        self.own[name] = column

    def some(self, name: str) -> Collection[str | None]:
        """The values of a column, each at least once."""
        return self.own[name] if name in self.own else (self.shared[name],)

    def each(self, name: str) -> Sequence[str | None]:
        """One value a row."""
        return self.own[name] if name in self.own else [self.shared[name]] * self._given.count
