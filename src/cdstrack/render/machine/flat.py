"""The machine format in cells: which columns a CSV has, and how a field fits into one.

Names are those of the JSON, nested ones joined by `_`. Lists are joined by `;`, the years of a
yearly target read `2023=achieved;2024=missed`, the groups of a breakdown
`sector=du-lich,nong-nghiep`; absent is empty.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from cdstrack.core.plan.comparators import DECLARABLE
from cdstrack.render.machine.fields import Fields
from cdstrack.words.parse.clean import clean

HEADER_COLUMNS = (
    *("report", "schema_version", "generator", "plan_id", "plan_title", "plan_digest"),
    *("as_of", "known_at", "method"),
)
ITEM_COLUMNS = (
    *("indicator", "name", "pillar", "level", "unit", "direction", "org_unit"),
    *("disaggregation", "lead", "person"),
    *("latest_id", "latest_value", "latest_numerator", "latest_denominator", "latest_stated"),
    *("latest_period", "latest_on", "latest_qualifier", "latest_document", "latest_reported"),
    *("age_days", "stale", "item_status"),
)
_DECLARED = (*DECLARABLE, "by", "date")
TARGET_COLUMNS = (
    *("due", "comparator", "value", "threshold"),
    *(f"declared_{key}" for key in _DECLARED),
    *("wording", "document", "status", "met", "gap", "gap_count", "completion", "ratio"),
    *("expected", "required_pace", "current_pace", "forecast", "outlook", "lead_days"),
    *("reached_on", "flags", "reasons", "years"),
    *("groups_met", "groups_reported", "groups_total", "groups_worst"),
)
INDICATOR_COLUMNS = (
    *("indicator", "name", "pillar", "level", "unit", "unit_label", "direction", "measure"),
    *("frequency", "scope", "lead", "person"),
    *("baseline_date", "baseline_value", "baseline_document", "every"),
)
DECLARATION_COLUMNS = (
    *("due", "comparator", "value", "of", "from"),
    *(f"declared_{key}" for key in _DECLARED),
    *("wording", "document", "ended_date", "ended_reason"),
)
_FIGURE = (
    *("id", "value", "numerator", "denominator", "stated", "period", "on", "qualifier"),
    *("document", "reported", "not_available", "note"),
)
ACT_COLUMNS = (
    *("id", "kind", "at", "by", "reason", "undoes", "undone", "source_name", "source_digest"),
    # The digest of the plan then in force has the header's name for the report's own plan.
    *("act_plan_digest", "program", "test_clock", "more"),
    *("indicator", "org_unit", "disaggregation", "period"),
    *(f"before_{key}" for key in _FIGURE),
    *(f"after_{key}" for key in _FIGURE),
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")


def csv_text(columns: Sequence[str], rows: Iterable[Fields]) -> str:
    """The rows under their columns; a text that a spreadsheet would run gets an apostrophe.

    A column that a row lacks stays empty; a field without a column is an error.

    Raises:
        ValueError: A row has a field that is no column.
    """
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue()


def joined(fields: Fields, nested: tuple[str, ...]) -> Fields:
    """The fields with the objects under `nested` keys spread out: `latest_value`, `plan_id`."""
    flat: Fields = {}
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
    text = clean(text)
    is_number = _NUMBER.fullmatch(text) is not None
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
