"""Reports for programs: JSON of the machine format, version 1, and the same flattened to CSV.

Owns the two syntaxes; the fields are in `cdstrack.render.fields`. Text from outside is cleaned, so
that a report that lands on a terminal cannot steer it.
"""

import json
from typing import Any

from cdstrack.core.report import GapsReport, StatusReport
from cdstrack.render.fields import (
    Fields,
    count_fields,
    header_fields,
    item_fields,
    target_fields,
)
from cdstrack.render.flat import (
    HEADER_COLUMNS,
    ITEM_COLUMNS,
    TARGET_COLUMNS,
    csv_text,
    header_columns,
    item_columns,
    target_columns,
)
from cdstrack.render.view import View
from cdstrack.words.clean import clean


def status_json(report: StatusReport, view: View) -> str:
    """Where every indicator stands: one object, each item with its targets."""
    items = [
        item_fields(item, view) | {"targets": [target_fields(line) for line in item.targets]}
        for item in report.items
    ]
    return dumped(header_fields(report.header, view) | count_fields(report) | {"items": items})


def gaps_json(report: GapsReport, view: View) -> str:
    """What is still missing: one item a target, the longest way to go first."""
    items = [
        item_fields(row.item, view) | {"target": target_fields(row.line)} for row in report.rows
    ]
    return dumped(header_fields(report.header, view) | {"items": items})


def status_csv(report: StatusReport, view: View) -> str:
    """The same, one row a target; an indicator without targets has one row."""
    header = header_columns(header_fields(report.header, view))
    rows: list[Fields] = []
    for item in report.items:
        row = header | item_columns(item_fields(item, view))
        rows += [row | target_columns(target_fields(line)) for line in item.targets] or [row]
    return csv_text((*HEADER_COLUMNS, *ITEM_COLUMNS, *TARGET_COLUMNS), rows)


def gaps_csv(report: GapsReport, view: View) -> str:
    """The same, one row a target, in the report's order."""
    header = header_columns(header_fields(report.header, view))
    rows = [
        header | item_columns(item_fields(row.item, view)) | target_columns(target_fields(row.line))
        for row in report.rows
    ]
    return csv_text((*HEADER_COLUMNS, *ITEM_COLUMNS, *TARGET_COLUMNS), rows)


def dumped(fields: Fields) -> str:
    """The object as JSON text that ends with a line break.

    Raises:
        ValueError: A number is infinite or not a number, which no report may hold.
    """
    text = json.dumps(_cleaned(fields), ensure_ascii=False, indent=2, allow_nan=False)
    return text + "\n"


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case str():
            return clean(value)
        case dict():
            return {key: _cleaned(inner) for key, inner in value.items()}
        case list():
            return [_cleaned(inner) for inner in value]
        case _:
            return value
