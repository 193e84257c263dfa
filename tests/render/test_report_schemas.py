"""The JSON Schemas in docs/schema accept what is really printed, and nothing beside it."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.printing import as_json

from cdstrack.core.plan.model import Plan
from cdstrack.render.view import View

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
PRINTERS: dict[str, Callable[[Any, View], str]] = {
    "status": as_json,
    "gaps": as_json,
    "targets": as_json,
    "log": as_json,
}
every_report = pytest.mark.parametrize(
    ("name", "value"),
    [("status", "report"), ("gaps", "gaps"), ("targets", "targets"), ("log", "log")],
)


def schema(name: str) -> dict[str, Any]:
    text = (SCHEMAS / f"{name}.report.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def problems(name: str, printed: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(printed)]


@every_report
def test_what_is_printed_is_valid(
    name: str, value: str, plan: Plan, request: pytest.FixtureRequest
) -> None:
    printed = json.loads(PRINTERS[name](request.getfixturevalue(value), View(plan)))
    Draft202012Validator.check_schema(schema(name))
    assert problems(name, printed) == []


@every_report
def test_a_key_more_or_less_is_not(
    name: str, value: str, plan: Plan, request: pytest.FixtureRequest
) -> None:
    printed = json.loads(PRINTERS[name](request.getfixturevalue(value), View(plan)))
    for path in ([], ["plan"], ["items", 0]):
        for change in ("more", "less"):
            changed = deepcopy(printed)
            place: Any = changed
            for step in path:
                place = place[step]
            if change == "more":
                place["surprise"] = 1
            else:
                place.pop(next(iter(place)))
            assert problems(name, changed), (path, change)


def test_every_object_of_the_schemas_is_closed() -> None:
    def objects(node: object) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for inner in node for found in objects(inner)]
        if not isinstance(node, dict):
            return []
        own = [node] if "properties" in node and "type" in node else []
        return own + [found for inner in node.values() for found in objects(inner)]

    for name in PRINTERS:
        found = objects(schema(name))
        assert found
        assert all(each["additionalProperties"] is False for each in found)
