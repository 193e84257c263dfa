"""What the commands of the record print for programs keeps the published schemas."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run

SCHEMAS = Path(__file__).parents[2] / "docs/schema"
JSON = ("--format", "json")


@pytest.fixture
def desk(sample: Path, run: Run) -> Path:
    """A record with a correction, a document, an accepted finding, and an edited plan."""
    run("init")
    run("document", "add", "bc", "--title", "Báo cáo", "--issued", "30/8/2022")
    run("record", "ho-so-cap-tinh", "1483/1542", "--on", "2022-06", "--stated", "80,2")
    run("record", "giao-dich", "5", "--on", "7/2022", "--document", "bc")
    found = json.loads(run("check", *JSON).out)["problems"]
    run("check", "--acknowledge", found[0]["id"], "--reason", "đã hỏi")
    plan = sample / "targets.yaml"
    text = plan.read_text(encoding="utf-8").replace("more_than: 5000", "more_than: 6000")
    plan.write_text(text.replace("top: 30", "top: 20"), encoding="utf-8")
    return sample


COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("check", ("check",)),
    ("check", ("check", "--strict", "--lang", "en")),
    ("doctor", ("doctor",)),
    ("doctor", ("doctor", "--db", "khong-co.db")),
    ("revision", ("correct", "giao-dich", "6", "--on", "7/2022", "--reason", "x")),
    ("revision", ("correct", "giao-dich", "5", "--on", "7/2022", "--reason", "x")),
    ("revision", ("withdraw", "giao-dich", "--on", "7/2022", "--reason", "x")),
    ("revision", ("undo",)),
    ("revision", ("undo", "1", "--dry-run")),
    ("revision", ("undo", "2")),
    ("documents", ("document", "list")),
    ("document", ("document", "show", "bc")),
    ("document", ("document", "show", "nghi-quyet")),
    ("plan_diff", ("plan", "diff")),
    ("plan_versions", ("plan", "versions")),
)


HEADER = (
    "report",
    "schema_version",
    "generator",
    "plan",
    "as_of",
    "known_at",
    "method",
    "head",
    "notices",
)
REPORTS = (
    *(command for _, command in COMMANDS),
    ("record", "giao-dich", "6", "--on", "6/2022"),
    ("record", "giao-dich", "6", "--on", "6/2022", "--dry-run"),
    ("import", "figures.csv", "--dry-run", "--on-conflict", "skip"),
    ("status",),
    ("gaps",),
    ("targets",),
    ("log",),
    ("show", "giao-dich"),
    ("explain", "giao-dich"),
    ("owners",),
    ("summary",),
    ("summary", "--list"),
)


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_every_report_begins_with_the_same_header(
    command: tuple[str, ...], desk: Path, run: Run
) -> None:
    told = json.loads(run(*command, *JSON, "--lang", "en").out)
    assert tuple(told)[: len(HEADER)] == HEADER
    assert list(told["plan"]) == ["id", "title", "digest"]
    assert told["plan"]["title"] == "Digital transformation of Mẫu province"
    ends = "2022-08-28" if command == ("summary",) else "2022-08-31"
    assert (told["as_of"], told["method"]) == (ends, "linear")
    if command[0] in {"record", "correct", "withdraw", "undo"}:
        assert told["known_at"] == json.loads(run("log", *JSON).out)["known_at"]
    assert desk.exists()


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_of_a_plan_with_errors_the_header_says_what_is_known(
    command: str, desk: Path, run: Run
) -> None:
    validate: Callable[[Any, Any], None] = import_module("jsonschema").validate
    schema = json.loads((SCHEMAS / f"{command}.report.schema.json").read_text(encoding="utf-8"))
    plan = desk / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("unit: count", "unit: con", 1), "utf-8")
    told = json.loads(run(command, *JSON).out)
    assert (told["plan"]["id"], told["plan"]["title"], len(told["plan"]["digest"])) == (
        None,
        None,
        64,
    )
    assert [told[key] for key in HEADER[4:]] == [None, None, None, None, []]
    validate(told, schema)
    plan.unlink()
    if command == "doctor":
        told = json.loads(run(command, *JSON).out)
        assert told["plan"] is None
        validate(told, schema)
