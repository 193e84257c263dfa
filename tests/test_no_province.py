"""The program and its tests know no province: a further one is a plan and its figures, no more.

Provinces are named in plans and figures (`targets.yaml`, `data/`, `plans/`), in the pages for
readers (`docs/`, `README.md`), and under `tests/shipped/`, where what the shipped plans print is
kept. Whatever else needs a province takes one that does not exist: tỉnh Mẫu, `tinh-mau`.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cdstrack.core.plan.model import Plan
from cdstrack.files.plan.reader import read_plan
from cdstrack.files.workplace import examples
from cdstrack.words.parse.search import fold

ROOT = Path(__file__).parents[1]
SEARCHED = ("src", "tests", "bench", ".ci", "Makefile", "pyproject.toml")
MAY_NAME = ROOT / "tests" / "shipped"
BINARY = {".pyc", ".xlsx", ".xls", ".db", ".png"}


def plans() -> Iterator[Plan]:
    for example in examples():
        plan = read_plan(example.plan).plan
        assert plan is not None, example.plan
        yield plan


@cache
def areas() -> tuple[str, ...]:
    """The provinces of the shipped plans and what became of them, as words: spaced and in one."""
    ids = [
        each
        for plan in plans()
        if plan.org_units[plan.area].level == "tinh"
        for each in (plan.area, plan.org_units[plan.area].successor)
        if each
    ]
    words = [fold(each) for each in ids]
    return (*words, *(each.replace(" ", "") for each in words))


@cache
def provinces() -> re.Pattern[str]:
    lines = (MAY_NAME / "provinces.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if not line.startswith("#")]
    return re.compile("|".join(rf"\b{re.escape(each)}\b" for each in names))


def named_in(line: str) -> list[str]:
    """The provinces that a line names: the shipped ones however spelled, others as spelled."""
    folded = fold(line)
    shipped = [each for each in areas() if re.search(rf"\b{each}\b", folded)]
    return [*shipped, *provinces().findall(line)]


def searched() -> Iterator[Path]:
    for name in SEARCHED:
        below = [ROOT / name, *(ROOT / name).rglob("*")]
        yield from (path for path in below if path.is_file() and path.suffix not in BINARY)


def test_no_line_of_code_words_or_tests_names_a_province() -> None:
    found = []
    for path in searched():
        if MAY_NAME in path.parents:
            continue
        lines = [str(path.relative_to(ROOT)), *path.read_text("utf-8", "replace").splitlines()]
        found += [f"{lines[0]}:{at}: {each}" for at, each in enumerate(lines) if named_in(each)]
    assert found == []


def test_the_search_sees_every_file_and_would_find_a_name_however_it_is_spelled() -> None:
    assert {ROOT / "src/cdstrack/words/labels/vocabulary.py", Path(__file__)} < set(searched())
    for plan in (each for each in plans() if each.org_units[each.area].level == "tinh"):
        assert named_in(plan.plan.title.text("vi"))
        unit = plan.org_units[plan.area]
        for text in (
            plan.area,
            unit.text("vi"),
            unit.text("vi").upper(),
            f"{plan.area.replace('-', '')}.gov.vn",
        ):
            assert named_in(text), text
        assert named_in(f"cds_{plan.area.replace('-', '_')}")
    assert not named_in(
        "bên trên là đánh giá lại của tỉnh Mẫu, tinh-mau, theo giờ Asia/Ho_Chi_Minh"
    )
