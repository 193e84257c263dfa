"""The JSON Schemas in docs/schema accept what is really printed, of a report with rows of every kind."""

import json

import pytest
from tests.printing import as_json
from tests.schemas.valid import problems

from cdstrack.core.plan.model import Plan
from cdstrack.render.view import View


@pytest.mark.parametrize(
    ("name", "value"),
    [("status", "report"), ("gaps", "gaps"), ("targets", "targets"), ("log", "log")],
)
def test_what_is_printed_is_valid(
    name: str, value: str, plan: Plan, request: pytest.FixtureRequest
) -> None:
    printed = json.loads(as_json(request.getfixturevalue(value), View(plan)))
    assert problems(name, printed) == []
