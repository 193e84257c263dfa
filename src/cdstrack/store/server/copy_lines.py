"""Rows as the COPY of a PostgreSQL server reads them: one a line, columns between tabs."""

import re
from collections.abc import Iterable, Sequence

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_TO_ESCAPE = re.compile(r"[\\\t\n\r]")


def copy_field(value: str | int | None) -> str:
    r"""A value as COPY reads it.

    >>> copy_field("a\tb"), copy_field(None)
    ('a\\tb', '\\N')
    """
    return "\\N" if value is None else str(value).translate(_ESCAPED)


def copy_column(values: Sequence[str | int | None]) -> list[str]:
    r"""The values of a column as COPY reads them; where none needs it, none is escaped.

    >>> copy_column(["a", None, 3]), copy_column(["a\t"])
    (['a', '\\N', '3'], ['a\\t'])
    """
    texts = ["" if value is None else str(value) for value in values]
    if _TO_ESCAPE.search("".join(texts)):
        texts = [text.translate(_ESCAPED) for text in texts]
    return ["\\N" if value is None else text for value, text in zip(values, texts, strict=True)]


def copy_line(row: Iterable[str | int | None]) -> str:
    """A row as COPY reads it."""
    return "\t".join(map(copy_field, row)) + "\n"
