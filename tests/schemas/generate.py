"""From the types of the machine reports to the JSON Schemas of `docs/schema`."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema
from tests.schemas import indicator, records, reports, scores, units, weekly
from typing_extensions import override

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


class Report(NamedTuple):
    """The type of a report, the command that prints it, and what its `report` may say."""

    type: Any
    command: str
    names: tuple[str, ...]


REPORTS = {
    "status": Report(reports.StatusReport, "status", ("status",)),
    "gaps": Report(reports.GapsReport, "gaps", ("gaps",)),
    "targets": Report(reports.TargetsReport, "targets", ("targets",)),
    "log": Report(reports.LogReport, "log", ("log",)),
    "show": Report(indicator.ShowReport, "show", ("show",)),
    "explain": Report(indicator.ExplainReport, "explain", ("explain",)),
    "methods": Report(reports.MethodsReport, "status --methods", ("methods",)),
    "backtest": Report(reports.BacktestReport, "backtest", ("backtest",)),
    "against": Report(scores.AgainstReport, "status --against", ("against",)),
    "scores": Report(scores.ScoresReport, "scores", ("scores",)),
    "whatif": Report(scores.WhatIfReport, "whatif", ("whatif",)),
    "goal": Report(scores.GoalReport, "whatif --to", ("goal",)),
    "check": Report(reports.CheckReport, "check", ("check",)),
    "doctor": Report(records.DoctorReport, "doctor", ("doctor",)),
    "record": Report(records.RecordReport, "record", ("record",)),
    "import": Report(records.ImportReport, "import", ("import",)),
    "revision": Report(
        records.RevisionReport, "correct|withdraw|undo", ("correct", "withdraw", "undo")
    ),
    "closing": Report(records.ClosingAct, "close|reopen", ("close", "reopen")),
    "closings": Report(records.ClosingsReport, "closings", ("closings",)),
    "documents": Report(records.DocumentsReport, "document list", ("documents",)),
    "document": Report(records.DocumentReport, "document show", ("document",)),
    "plan_diff": Report(records.PlanDiffReport, "plan diff", ("plan_diff",)),
    "plan_versions": Report(records.PlanVersionsReport, "plan versions", ("plan_versions",)),
    "league": Report(units.LeagueReport, "status --by-unit", ("league",)),
    "units": Report(units.UnitsReport, "units", ("units",)),
    "summary": Report(weekly.SummaryReport, "summary", ("summary",)),
    "summaries": Report(weekly.SummariesReport, "summary --list", ("summaries",)),
    "paragraphs": Report(reports.ParagraphsReport, "report --paragraph", ("paragraphs",)),
    "owners": Report(weekly.OwnersReport, "owners", ("owners",)),
}
"""By the name of the schema's file."""


class _Closed(GenerateJsonSchema):
    """Schemas of objects without further keys, and without titles made of Python names."""

    @override
    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    @override
    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        found = super().typed_dict_schema(schema)
        found.pop("title", None)
        return {**found, "additionalProperties": False}


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one report."""
    report = REPORTS[name]
    found = TypeAdapter(report.type).json_schema(schema_generator=_Closed)
    found.pop("description", None)
    for shared in found.get("$defs", {}).values():
        shared.pop("title", None)
        if "enum" in shared:
            # The docstring of a class of the core is for who reads the code.
            shared.pop("description", None)
    named = {"const": report.names[0]} if len(report.names) == 1 else {"enum": [*report.names]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"cdstrack {report.command} --format json, version 1",
        **found,
        "properties": {"report": named, **found["properties"]},
        "required": ["report", *found["required"]],
    }


def schema_text(name: str) -> str:
    """The file of one report's schema."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"
