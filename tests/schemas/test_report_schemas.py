"""The JSON Schemas in docs/schema are generated from types, and every printed report keeps its own.

UPDATE_GOLDEN=1 writes them anew.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.conftest import Golden, Run
from tests.schemas.generate import FOLDER, REPORTS, schema_of, schema_text

TESTS = Path(__file__).parents[1]
JSON = ("--format", "json")


@pytest.mark.parametrize("name", REPORTS)
def test_the_published_schema_is_that_of_the_types(name: str, golden: Golden) -> None:
    golden(FOLDER / f"{name}.report.schema.json", schema_text(name))
    Draft202012Validator.check_schema(schema_of(name))


def test_no_other_schema_is_published_and_the_page_names_each() -> None:
    published = {path.name.split(".")[0] for path in FOLDER.glob("*.report.schema.json")}
    page = (FOLDER.parent / "json.md").read_text(encoding="utf-8")
    assert published == set(REPORTS) == set(re.findall(r"\(schema/(\w+)\.report\.schema", page))


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    """A record with a correction, a document, an accepted finding, a page, and an edited plan."""
    run("init")
    run("document", "add", "bc", "--title", "Báo cáo", "--issued", "30/8/2022")
    run("close", "2022-05", "--by", "PCVP")
    run("record", "giao-dich", "4", "--on", "5/2022", "--late", "báo cáo đến chậm")
    run("record", "ho-so-cap-tinh", "1483/1542", "--on", "2022-06", "--stated", "80,2")
    run("record", "giao-dich", "5", "--on", "7/2022", "--document", "bc")
    run("correct", "giao-dich", "6", "--on", "7/2022", "--reason", "gõ nhầm")
    found = json.loads(run("check", *JSON).out)["problems"]
    run("check", "--acknowledge", found[0]["id"], "--reason", "đã hỏi")
    run("summary", "--issue")
    plan = sample / "targets.yaml"
    text = plan.read_text(encoding="utf-8").replace("more_than: 5000", "more_than: 6000")
    plan.write_text(text.replace("top: 30", "top: 20"), encoding="utf-8")
    return sample


COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("status", ("status", "--all")),
    ("gaps", ("gaps",)),
    ("targets", ("targets",)),
    ("log", ("log",)),
    ("show", ("show", "ho-so-cap-tinh")),
    ("explain", ("explain", "ho-so-cap-tinh")),
    ("methods", ("status", "--methods", "all")),
    ("backtest", ("backtest",)),
    ("against", ("status", "--against", ".")),
    ("scores", ("scores", "ho-so-cap-tinh")),
    ("whatif", ("whatif", "ho-so-cap-tinh=95")),
    ("check", ("check",)),
    ("check", ("check", "--strict", "--lang", "en")),
    ("doctor", ("doctor",)),
    ("doctor", ("doctor", "--db", "khong-co.db")),
    ("record", ("record", "giao-dich", "6", "--on", "6/2022")),
    ("record", ("record", "giao-dich", "6", "--on", "6/2022", "--dry-run")),
    ("import", ("import", "figures.csv", "--dry-run", "--on-conflict", "skip")),
    ("revision", ("correct", "giao-dich", "7", "--on", "7/2022", "--reason", "x")),
    ("revision", ("correct", "giao-dich", "6", "--on", "7/2022", "--reason", "x")),
    ("revision", ("withdraw", "giao-dich", "--on", "7/2022", "--reason", "x")),
    ("revision", ("undo",)),
    ("revision", ("undo", "1", "--dry-run")),
    ("closing", ("close", "2022-Q2", "--by", "PCVP")),
    ("closing", ("reopen", "2022-05", "--reason", "x")),
    ("closings", ("closings",)),
    ("documents", ("document", "list")),
    ("document", ("document", "show", "bc")),
    ("document", ("document", "show", "nghi-quyet")),
    ("plan_diff", ("plan", "diff")),
    ("plan_versions", ("plan", "versions")),
    ("units", ("units",)),
    ("league", ("status", "--by-unit", "ho-so-cap-xa")),
    ("summary", ("summary",)),
    ("summaries", ("summary", "--list")),
    ("owners", ("owners", "--all")),
    ("paragraphs", ("report", "--paragraph")),
)


def test_every_schema_is_tried_by_a_command() -> None:
    assert {name for name, _ in COMMANDS} == set(REPORTS)


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=str)
def test_what_a_command_prints_keeps_its_schema_in_the_order_of_its_keys(
    name: str, command: tuple[str, ...], desk: Path, run: Run
) -> None:
    answer = run(*command, *JSON)
    assert answer.code in {0, 10}, answer.err
    printed = json.loads(answer.out)
    assert problems(name, printed) == []
    assert list(misordered(printed, schema_of(name), schema_of(name)["$defs"])) == []
    assert problems(name, printed | {"surprise": 1})
    printed.pop("generator")
    assert problems(name, printed)
    assert desk.exists()


def kept_reports() -> Iterator[Any]:
    """Every whole report for programs in the reviewed texts of the suite."""
    for path in sorted({*TESTS.rglob("*.txt"), *TESTS.rglob("*.md"), *TESTS.rglob("*.json")}):
        text = path.read_text(encoding="utf-8", errors="replace")
        for start in re.finditer(r"^\{\n  \"report\": ", text, flags=re.MULTILINE):
            # A transcript may leave lines out, which `…` marks; that is no JSON.
            with suppress(json.JSONDecodeError):
                report, _ = json.JSONDecoder().raw_decode(text[start.start() :])
                yield pytest.param(report, id=f"{path.name}-{text[: start.start()].count(chr(10))}")


@pytest.mark.parametrize("report", list(kept_reports()))
def test_what_the_reviewed_texts_show_keeps_its_schema(report: dict[str, Any]) -> None:
    name = next(key for key, each in REPORTS.items() if report["report"] in each.names)
    assert problems(name, report) == []


def problems(name: str, printed: object) -> list[str]:
    found = Draft202012Validator(schema_of(name)).iter_errors(printed)
    return [f"{error.json_path}: {error.message}" for error in found]


def misordered(value: Any, schema: dict[str, Any], shared: dict[str, Any]) -> Iterator[list[str]]:
    """The keys of objects that come in another order than in their schema."""
    schema = chosen(value, schema, shared)
    known = schema.get("properties", {})
    if isinstance(value, dict) and known:
        if list(value) != [key for key in known if key in value]:
            yield list(value)
        for key, inner in value.items():
            yield from misordered(inner, known[key], shared)
    if isinstance(value, list):
        for inner in value:
            yield from misordered(inner, schema["items"], shared)


def chosen(value: Any, schema: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """The schema behind a reference, or of several the one that the value keeps."""
    if "$ref" in schema:
        return chosen(value, shared[schema["$ref"].rpartition("/")[2]], shared)
    for each in schema.get("anyOf", ()):
        if Draft202012Validator({**each, "$defs": shared}).is_valid(value):
            return chosen(value, each, shared)
    return schema
