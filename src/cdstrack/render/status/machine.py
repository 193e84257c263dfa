"""Status, gaps, targets and the comparison of methods for programs: JSON, and CSV rows.

Owns which fields make an object or a row, and the columns of the CSV.
"""

from cdstrack.core.plan.comparators import DECLARABLE
from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.comparison import ComparisonReport, ComparisonRow
from cdstrack.core.reports.gaps import GapsReport
from cdstrack.core.reports.status import StatusReport
from cdstrack.core.reports.targets import TargetsReport
from cdstrack.core.verdict.vocabulary import Reason
from cdstrack.render.machine.fields import (
    Fields,
    baseline_fields,
    declaration_fields,
    headed_csv,
    header_fields,
    item_fields,
    picked,
    target_fields,
)
from cdstrack.render.machine.output import joined
from cdstrack.render.view import View

ITEM_COLUMNS = (
    *("indicator", "name", "pillar", "level", "unit", "direction", "org_unit"),
    *("disaggregation", "lead", "person"),
    *("latest_id", "latest_value", "latest_numerator", "latest_denominator", "latest_stated"),
    *("latest_period", "latest_on", "latest_qualifier", "latest_document", "latest_reported"),
    "latest_doubts",
    *("age_days", "stale", "item_status", "direction_verdict"),
)
_DECLARED = (*DECLARABLE, "by", "date")
TARGET_COLUMNS = (
    *("due", "comparator", "value", "threshold"),
    *(f"declared_{key}" for key in _DECLARED),
    *("wording", "document", "status", "met", "gap", "gap_count", "completion", "ratio"),
    *("expected", "required_pace", "current_pace", "forecast", "outlook"),
    *("likely_low", "likely_high", "likely_chance", "likely_basis", "lead_days"),
    *("reached_on", "flags", "reasons", "years"),
    *("groups_met", "groups_reported", "groups_total", "groups_worst"),
)
COMPUTED_COLUMNS = (
    *("composite_points", "composite_of", "composite_missing"),
    *("rollup_by", "rollup_expected", "rollup_reported", "rollup_missing", "rollup_derived"),
    "rollup_stated",
)
"""How a computed figure came about; its members are in the JSON."""
ROW_COLUMNS = (*ITEM_COLUMNS, *TARGET_COLUMNS, *COMPUTED_COLUMNS)
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
_COMPARED_KEYS = ("indicator", "name", "due")
_METHOD_KEYS = ("used", "status", "ratio", "undefined", "dissents", "assumption")


def status_fields(report: StatusReport, view: View) -> Fields:
    """The status of every indicator, each item with its targets; counts only of what occurs."""
    items = [
        item_fields(item, view) | {"targets": [target_fields(line) for line in item.targets]}
        for item in report.items
    ]
    return header_fields(report.header, view) | {
        **picked(report, "counts", "counts_by_due"),
        "items": items,
    }


def status_csv(report: StatusReport, view: View) -> str:
    """The status of every indicator; an indicator without targets has one row."""
    rows: list[Fields] = []
    for item in report.items:
        row = _item(item_fields(item, view))
        rows += [row | _target(target_fields(line)) for line in item.targets] or [row]
    return headed_csv(report.header, view, ROW_COLUMNS, rows)


def gaps_fields(report: GapsReport, view: View) -> Fields:
    """The gaps: one item a target, the longest way to go first."""
    items = [
        item_fields(row.item, view) | {"target": target_fields(row.line)} for row in report.rows
    ]
    return header_fields(report.header, view) | {"items": items}


def gaps_csv(report: GapsReport, view: View) -> str:
    """The gaps, in the report's order."""
    rows = [
        _item(item_fields(row.item, view)) | _target(target_fields(row.line)) for row in report.rows
    ]
    return headed_csv(report.header, view, ROW_COLUMNS, rows)


def targets_fields(report: TargetsReport, view: View) -> Fields:
    """The plan as declared: each item with its targets."""
    items = [
        _indicator(indicator, report, view)
        | {"targets": [declaration_fields(target) for target in report.targets_of(indicator)]}
        for indicator in report.indicators
    ]
    return header_fields(report.header, view) | {"items": items}


def targets_csv(report: TargetsReport, view: View) -> str:
    """The plan as declared; an indicator without targets has one row."""
    rows: list[Fields] = []
    for indicator in report.indicators:
        row = joined(_indicator(indicator, report, view), "baseline")
        targets = [declaration_fields(target) for target in report.targets_of(indicator)]
        rows += [row | joined(each, "declared", "ended") for each in targets] or [row]
    return headed_csv(report.header, view, (*INDICATOR_COLUMNS, *DECLARATION_COLUMNS), rows)


def comparison_fields(report: ComparisonReport, view: View) -> Fields:
    """One item an indicator, its verdict by every method."""
    return header_fields(report.header, view) | {
        "disputed": report.disputed,
        "counts": {method: report.counts(method) for method in report.methods},
        "items": [_compared(row, view) for row in report.rows],
    }


def comparison_csv(report: ComparisonReport, view: View) -> str:
    """One row an indicator and a method; `method` is the row's own."""
    rows = (
        {key: each[key] for key in _COMPARED_KEYS} | verdict
        for each in (_compared(row, view) for row in report.rows)
        for verdict in each["methods"]
    )
    return headed_csv(report.header, view, (*_COMPARED_KEYS, *_METHOD_KEYS), rows)


def _item(fields: Fields) -> Fields:
    """An item's columns; its own status is that of its active target, not of the row's."""
    flat = joined(fields, "latest", "composite", "rollup")
    flat.pop("composite_members", None)
    flat["item_status"] = flat.pop("status")
    return flat


def _target(fields: Fields) -> Fields:
    return joined(fields, "declared", "likely", "groups")


def _indicator(indicator: Indicator, report: TargetsReport, view: View) -> Fields:
    """One indicator as declared, without its targets."""
    label = indicator.unit_label
    return {
        "indicator": indicator.id,
        "name": indicator.name.text(view.language),
        **picked(indicator, "pillar", "level", "unit"),
        "unit_label": label and label.text(view.language),
        **picked(indicator, "direction", "measure", "frequency", "scope"),
        "lead": indicator.lead_on(report.header.as_of),
        "person": indicator.person,
        "baseline": baseline_fields(indicator),
        "every": indicator.every,
    }


def _compared(row: ComparisonRow, view: View) -> Fields:
    item = row.item
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    assumptions = row.assumptions
    return {
        "indicator": item.indicator.id,
        "name": item.indicator.name.text(view.language),
        "due": item.targets[item.active].target.due,
        **picked(row, "method"),
        "status": item.status,
        "disputed": bool(row.dissenting),
        "methods": [
            {
                "method": method,
                "used": method is row.method,
                **picked(line.verdict, "status", "ratio"),
                "undefined": Reason.UNDEFINED_FOR_METHOD in line.verdict.reasons,
                "dissents": method in row.dissenting,
                "assumption": assumptions.get(method),
            }
            for method, line in row.lines.items()
        ],
    }
