"""The plans that ship, each as somebody finds it who has just laid it out."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from cdstrack.core.plan.model import Plan
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan
from cdstrack.files.workplace import Example, examples

EXAMPLES = examples()
NAMES = [each.name for each in EXAMPLES]


@dataclass(frozen=True)
class Shipped:
    """A plan that ships: where it lies, its file as read, and the plan itself."""

    example: Example
    file: PlanFile
    plan: Plan

    @property
    def figures(self) -> Path:
        """Its figures."""
        return self.example.folder / "data" / "observations.csv"


def shipped_plan(example: Example) -> Shipped:
    """A shipped plan, read."""
    file = read_plan(example.plan)
    assert file.plan is not None, example.plan
    return Shipped(example, file, file.plan)


@pytest.fixture(params=EXAMPLES, ids=NAMES)
def shipped(request: pytest.FixtureRequest) -> Shipped:
    """Each shipped plan in turn."""
    return shipped_plan(request.param)
