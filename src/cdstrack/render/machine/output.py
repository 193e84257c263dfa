"""Reports for programs: JSON of the machine format, version 1, and the same flattened to CSV.

Owns which fields make an object or a row; the fields are in `cdstrack.render.machine.fields` and
`declared_fields`, cells in `flat`. Text from outside is cleaned, so that a report that lands on a
terminal cannot steer it.
"""

import json
from collections.abc import Iterable
from typing import Any

from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import GapsReport, Header, StatusReport, TargetsReport
from cdstrack.render.machine.declared_fields import (
    act_fields,
    change_fields,
    declaration_fields,
    document_change_fields,
    indicator_fields,
    warning_change_fields,
)
from cdstrack.render.machine.fields import (
    Fields,
    count_fields,
    header_fields,
    item_fields,
    target_fields,
)
from cdstrack.render.machine.flat import (
    ACT_COLUMNS,
    DECLARATION_COLUMNS,
    HEADER_COLUMNS,
    INDICATOR_COLUMNS,
    ITEM_COLUMNS,
    TARGET_COLUMNS,
    csv_text,
    joined,
)
from cdstrack.render.view import View
from cdstrack.words.parse.clean import clean


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


def targets_json(report: TargetsReport, view: View) -> str:
    """The plan as declared: each item with its targets."""
    items = [
        indicator_fields(indicator, report, view)
        | {"targets": [declaration_fields(target) for target in indicator.ordered_targets]}
        for indicator in report.indicators
    ]
    return dumped(header_fields(report.header, view) | {"items": items})


def log_json(report: LogReport, view: View) -> str:
    """Who changed what, when: one item an act, with its changes."""
    items = [
        act_fields(act)
        | {
            "changes": [change_fields(change) for change in act.changes],
            "documents": [document_change_fields(change) for change in act.documents],
            "warnings": [warning_change_fields(change) for change in act.warnings],
        }
        for act in report.acts
    ]
    return dumped(header_fields(report.header, view) | {"items": items})


def status_csv(report: StatusReport, view: View) -> str:
    """Where every indicator stands; an indicator without targets has one row."""
    rows: list[Fields] = []
    for item in report.items:
        row = _item(item_fields(item, view))
        rows += [row | _target(target_fields(line)) for line in item.targets] or [row]
    return _rows(report.header, view, (*ITEM_COLUMNS, *TARGET_COLUMNS), rows)


def gaps_csv(report: GapsReport, view: View) -> str:
    """What is still missing, in the report's order."""
    rows = [
        _item(item_fields(row.item, view)) | _target(target_fields(row.line)) for row in report.rows
    ]
    return _rows(report.header, view, (*ITEM_COLUMNS, *TARGET_COLUMNS), rows)


def targets_csv(report: TargetsReport, view: View) -> str:
    """The plan as declared; an indicator without targets has one row."""
    rows: list[Fields] = []
    for indicator in report.indicators:
        row = joined(indicator_fields(indicator, report, view), nested=("baseline",))
        targets = [declaration_fields(target) for target in indicator.ordered_targets]
        rows += [row | joined(each, nested=("declared", "ended")) for each in targets] or [row]
    return _rows(report.header, view, (*INDICATOR_COLUMNS, *DECLARATION_COLUMNS), rows)


def log_csv(report: LogReport, view: View) -> str:
    """Who changed what, when: one row a change, one for an act that changed no figure."""
    rows: list[Fields] = []
    for act in report.acts:
        row = act_fields(act)
        row["act_plan_digest"] = row.pop("plan_digest")
        changes = [change_fields(change) for change in act.changes]
        rows += [row | joined(each, nested=("before", "after")) for each in changes] or [row]
    return _rows(report.header, view, ACT_COLUMNS, rows)


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


def _rows(header: Header, view: View, columns: tuple[str, ...], rows: Iterable[Fields]) -> str:
    """The rows behind the report's header; its notices are for people."""
    first = joined(header_fields(header, view), nested=("plan",))
    del first["notices"]
    return csv_text((*HEADER_COLUMNS, *columns), (first | row for row in rows))


def _item(fields: Fields) -> Fields:
    """An item's columns; its own status is that of its active target, not of the row's."""
    flat = joined(fields, nested=("latest",))
    flat["item_status"] = flat.pop("status")
    return flat


def _target(fields: Fields) -> Fields:
    return joined(fields, nested=("declared", "groups"))
