"""What is printed does not depend on what was kept: neither on a checked plan nor on a report."""

import os
import re
from itertools import product
from pathlib import Path

import pytest
from tests.conftest import Answer, run_program
from tests.plans.conftest import Shipped
from tests.plans.generated import plan_and_figures

GENERATED = 200
IN_ONE_TEST = 25
COMMANDS = ("status", "gaps", "summary", "show")
FORMS = tuple(product(COMMANDS, ("text", "json")))
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
NOWHERE = "/proc/cdstrack-cannot-be-made"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-22")


def printed(cache: Path | str, *words: str) -> Answer:
    """The answer with what lies in a cache folder."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(cache))
        return run_program(*words)


def assert_alike(cache: Path, command: str, form: str, indicator: str) -> None:
    """Nothing kept; the plan kept, the report not; both kept: three times the same."""
    words = (command, *([indicator] if command == "show" else []), "--format", form)
    assert len(list(cache.rglob("*.plan"))) == 1
    kept = set(cache.rglob("*.report"))
    anew = printed(NOWHERE, *words)
    assert anew.code == 0, anew.err
    assert printed(cache, *words) == anew
    assert len(set(cache.rglob("*.report")) - kept) == 1
    assert printed(cache, *words) == anew


def test_of_a_shipped_plan_all_is_printed_alike(shipped: Shipped, folder: Path) -> None:
    cache = folder / "cache"
    assert printed(cache, "init", ".", "--example", shipped.example.name).code == 0
    assert printed(cache, "import", "data/observations.csv").code == 0
    for command, form in FORMS:
        assert_alike(cache, command, form, shipped.plan.indicators[0].id)


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_colour_adds_nothing_but_colour(shipped: Shipped, folder: Path, width: int) -> None:
    assert run_program("init", ".", "--example", shipped.example.name).code == 0
    assert run_program("import", "data/observations.csv").code == 0
    for command in ("status", "status --long --all", "gaps"):
        words = (*command.split(), "--width", str(width))
        plain = run_program(*words, "--color", "never").out
        coloured = run_program(*words, "--color", "always").out
        assert "\x1b[" in coloured
        # A blank may stand before the code that ends a colour.
        lines = _ANSI.sub("", coloured).splitlines()
        assert [line.rstrip() for line in lines] == plain.splitlines()
    del folder


@pytest.mark.parametrize("first", range(0, GENERATED, IN_ONE_TEST))
def test_of_plans_drawn_by_chance_all_is_printed_alike(first: int, folder: Path) -> None:
    for number in range(first, first + IN_ONE_TEST):
        place = folder / str(number)
        (place / "data").mkdir(parents=True)
        os.chdir(place)
        plan, figures = plan_and_figures(number)
        Path("targets.yaml").write_text(plan, encoding="utf-8")
        Path("figures.csv").write_text(figures, encoding="utf-8")
        cache = place / "cache"
        assert printed(cache, "init").code == 0
        taken = printed(cache, "import", "figures.csv")
        assert taken.code == 0, taken.err
        assert_alike(cache, *FORMS[number % len(FORMS)], "ct-0")
