"""Plans as text: the good one that the problem pairs are made from, and how to change it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan_text

GOOD = Path(__file__).parents[1] / "problems/good.yaml"


@pytest.fixture(scope="session")
def good_text() -> str:
    return GOOD.read_text(encoding="utf-8")


@pytest.fixture
def changed(good_text: str) -> Callable[..., PlanFile]:
    """The good plan read after replacing one text by another; pairs of (old, new)."""

    def read(*changes: tuple[str, str]) -> PlanFile:
        text = good_text
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        return read_plan_text(text, "targets.yaml")

    return read


@pytest.fixture
def codes(changed: Callable[..., PlanFile]) -> Callable[..., list[str]]:
    """The codes found after changing the good plan.

    That a changed number is not in the unchanged wording (CDS197) goes without saying.
    """

    def found(*changes: tuple[str, str]) -> list[str]:
        return [found.code for found in changed(*changes).problems if found.code != "CDS197"]

    return found
