"""The queries of the store, as SQL compiled ahead from the selects of this package.

A query is found by its name and the names of its parameters. Reading executes the text on the plain
driver, so that commands that only read need not load SQLModel; a test compiles the selects again
and compares the text.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from cdstrack.store.rows.kept_values import instant_text

_HEAD = "-- "
_MARKS = {"sqlite": ":{}", "postgresql": "%({})s"}
"""How a dialect's driver names a parameter."""


def question(
    name: str, given: Mapping[str, object], dialect: str = "sqlite"
) -> tuple[str, dict[str, object]]:
    """The SQL of a question with its parameters; what is null was not given.

    A collection takes the place of `[name]` in the text, item by item.

    Raises:
        KeyError: There is no such question with these parameters, which is a bug.
    """
    values = {key: value for key, value in given.items() if value is not None}
    sql, mark = compiled(dialect)[signature(name, values)], _MARKS[dialect]
    parameters: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, frozenset):
            items = {f"{key}_{at}": item for at, item in enumerate(sorted(value))}
            sql = sql.replace(f"[{key}]", ", ".join(map(mark.format, items)) or "NULL")
            parameters |= items
        else:
            parameters[key] = instant_text(value) if isinstance(value, datetime) else value
    return sql, parameters


def signature(name: str, given: Mapping[str, object]) -> str:
    """What a compiled question is found by.

    >>> signature("revisions", {"period": "2022", "indicator": "a"})
    'revisions(indicator, period)'
    """
    return f"{name}({', '.join(sorted(given))})"


def text_file(dialect: str) -> Path:
    """Where the questions in a dialect are written."""
    return Path(__file__).with_name(f"{dialect}.sql")


@cache
def compiled(dialect: str) -> Mapping[str, str]:
    """The SQL of every question by its signature."""
    parts = text_file(dialect).read_text(encoding="utf-8").split(f";\n\n{_HEAD}")
    named = (part.removeprefix(_HEAD).partition("\n") for part in parts)
    return {head: sql.removesuffix(";\n") for head, _, sql in named}
