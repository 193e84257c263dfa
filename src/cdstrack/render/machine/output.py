"""How the machine format is written: JSON, and the same flattened to CSV.

Owns the spelling of values. Names of CSV columns are those of the JSON, nested ones joined by `_`.
Lists are joined by `;`, the years of a yearly target read `2023=achieved;2024=missed`, the groups
of a breakdown `sector=du-lich,nong-nghiep`; absent is empty. Text from outside is cleaned, so that
a report shown on a terminal cannot control it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from math import isfinite
from typing import Any

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.observation import to_decimal
from cdstrack.core.record.period import Period
from cdstrack.words.parse.clean import clean

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")


def dumped(fields: Mapping[str, Any]) -> str:
    """The object as JSON text that ends with a line break.

    Raises:
        ValueError: A number is infinite or not a number, which no report may hold.
    """
    return _indented(plain(fields), "\n") + "\n"


def _indented(value: Any, line: str) -> str:  # noqa: ANN401 - any JSON value
    """The text of a plain value as `json.dumps` indents it by two, in a third of the time.

    The library writes it in C only where nothing is indented. `line` begins a line of this depth.
    """
    if not value or not isinstance(value, (dict, list)):
        return _LEAVES.get(type(value), _ENCODER.encode)(value)
    deeper = f"{line}  "
    if isinstance(value, list):
        inner = [_indented(each, deeper) for each in value]
        return f"[{deeper}{f',{deeper}'.join(inner)}{line}]"
    inner = [
        f"{_ENCODER.encode(str(key))}: {_indented(each, deeper)}" for key, each in value.items()
    ]
    return f"{{{deeper}{f',{deeper}'.join(inner)}{line}}}"


def _number(value: float) -> str:
    return repr(value) if isfinite(value) else _ENCODER.encode(value)


_LEAVES: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: repr,
    float: _number,
}
"""How the values are written that are no texts; of each of these the encoder is made anew."""


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a report
    """The value as JSON has it: exact numbers in plain digits, dates in ISO form.

    A fraction has at most six decimals, half to even.

    >>> plain({"gap": Fraction(1, 3), "due": date(2025, 12, 31)})
    {'gap': '0.333333', 'due': '2025-12-31'}
    """
    match value:
        case None | bool() | int():
            return value
        case str():
            return clean(value)
        case dict() | Mapping():
            return {plain(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return _spelt(value)


def _spelt(value: Any) -> Any:  # noqa: ANN401 - any value of a report
    """A number or a time as JSON has it."""
    match value:
        case float():
            # A negative zero is a zero.
            return value + 0.0
        case Decimal() | Fraction():
            return format_decimal(value if isinstance(value, Decimal) else to_decimal(value))
        case date():
            return instant(value) if isinstance(value, datetime) else value.isoformat()
        case Period():
            return value.text
    return value


def instant(value: datetime) -> str:
    """An instant in UTC, to the microsecond where there are any.

    >>> instant(datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC))
    '2022-08-21T02:10:05Z'
    """
    return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows under their columns; a text that a spreadsheet would run gets an apostrophe.

    A column that a row lacks stays empty; a field without a column is an error.

    Raises:
        ValueError: A row has a field that is no column.
    """
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in plain(row).items()})
    return text.getvalue()


def joined(fields: Mapping[str, Any], *nested: str) -> dict[str, Any]:
    """The fields with the objects under `nested` keys spread out: `latest_value`, `plan_id`."""
    flat: dict[str, Any] = {}
    for key, value in fields.items():
        if key not in nested:
            flat[key] = value
        elif value is not None:
            flat |= {f"{key}_{inner}": text for inner, text in value.items()}
    return flat


def _cell(value: Any) -> str:  # noqa: ANN401 - any JSON value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return ";".join(f"{key}={_inside(inner)}" for key, inner in value.items())
        case list():
            return _harmless(";".join(value))
        case str():
            return _harmless(value)
        case _:
            return str(value)


def _inside(value: str | list[str]) -> str:
    return ",".join(value) if isinstance(value, list) else value


def _harmless(text: str) -> str:
    is_number = _NUMBER.fullmatch(text) is not None
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
