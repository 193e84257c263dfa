"""Rows as lines of text: as PostgreSQL's COPY reads them, and as the chain digests them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Value = str | int | None


class LineForm(NamedTuple):
    r"""A line format: what begins, separates and ends the values of a row, and how values are written.

    >>> COPY.line(["a\tb", None, 3]), CANONICAL.line(['"', None, 3])
    ('a\\tb\t\\N\t3\n', '["\\"",null,3]\n')
    """

    begin: str
    between: str
    end: str
    null: str
    quote: str
    to_escape: re.Pattern[str]
    escaped: Mapping[int, str]

    def line(self, row: Iterable[Value]) -> str:
        """One row."""
        return f"{self.begin}{self.between.join(map(self._field, row))}{self.end}"

    def lines(self, columns: Iterable[Value | Sequence[Value]], count: int) -> str:
        r"""`count` rows, given as columns; a single value stands for a column that repeats it.

        >>> COPY.lines([[1, 2], "100%", ["a", None]], 2)
        '1\t100%\ta\n2\t100%\t\\N\n'
        """
        cells, varying = [], []
        for column in columns:
            if column is None or isinstance(column, str | int):
                cells.append(self._field(column).replace("%", "%%"))
            else:
                cells.append("%s")
                varying.append(self._column(column))
        line = f"{self.begin}{self.between.join(cells)}{self.end}"
        if not varying:
            return line % () * count
        return "".join(map(line.__mod__, zip(*varying, strict=True)))

    def _field(self, value: Value) -> str:
        if value is None:
            return self.null
        if isinstance(value, int):
            return str(value)
        return f"{self.quote}{value.translate(self.escaped)}{self.quote}"

    def _column(self, values: Sequence[Any]) -> Iterable[Value]:
        """The values of a column as text; if none needs escaping, all are used as they are."""
        kinds = set(map(type, values))
        if kinds == {int}:
            return values
        if kinds != {str} or self.to_escape.search("".join(values)):
            return map(self._field, values)
        return [f"{self.quote}{value}{self.quote}" for value in values] if self.quote else values


COPY = LineForm(
    *("", "\t", "\n", r"\N", ""),
    to_escape=re.compile(r"[\\\t\n\r]"),
    escaped=str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}),
)
"""As a server reads rows in bulk."""
_NAMED = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
CANONICAL = LineForm(
    *("[", ",", "]\n", "null", '"'),
    to_escape=re.compile(r'[\x00-\x1f"\\]'),
    escaped=str.maketrans({chr(code): f"\\u{code:04x}" for code in range(32)} | _NAMED),
)
"""As rows are digested: the JSON arrays that both databases write, see `cdstrack.store.sealed_rows`."""
