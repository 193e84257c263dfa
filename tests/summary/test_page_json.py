"""The page and the owners for programs: by their schemas, and saying what the page says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.printing import as_json

from cdstrack.core.plan.model import Plan
from cdstrack.core.weekly.obligations import OwnersReport
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.view import View

SCHEMAS = Path(__file__).parents[2] / "docs/schema"

Page = Callable[..., SummaryReport]


def printed(report: SummaryReport, plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json(report, View(plan)))
    return found


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return found


def problems(name: str, value: object) -> list[str]:
    return [str(error.validator) for error in Draft202012Validator(schema(name)).iter_errors(value)]


def test_the_json_is_that_of_the_schema(full: SummaryReport, page: Page, plan: Plan) -> None:
    for report in (full, page("2022-W33", []), page("2022-W46", [])):
        assert problems("summary", printed(report, plan)) == []
    assert problems("summary", printed(full, plan) | {"surprise": 1}) == ["additionalProperties"]


def test_the_owners_json_is_that_of_its_schema(owners: OwnersReport, plan: Plan) -> None:
    found = json.loads(as_json(owners, View(plan)))
    assert problems("owners", found) == []
    assert [each["lead"] for each in found["owners"]] == ["so-tttt", "so-tttt", "so-y-te", None]


def test_the_json_tells_the_same_as_the_page(full: SummaryReport, plan: Plan) -> None:
    found = printed(full, plan)
    assert found["week"] == {"id": "2022-W33", "monday": "2022-08-15", "sunday": "2022-08-21"}
    first = found["news"][0]
    assert first["figure"]["numerator"] == "1407"
    assert first["movement"]["change"] == "-3.166667"
    assert first["movement"]["numerator"] == "-76"
    assert [each["indicator"] for each in found["corrections"]] == ["xep-hang"]
    assert found["contradictions"][0]["computed"] == "61.791667"
    assert found["known_at"] == "2022-09-20T02:10:05.000001Z"
