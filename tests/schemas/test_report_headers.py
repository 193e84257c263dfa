"""Every report for programs begins with the same header."""

import json
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.schemas.commands import COMMANDS, JSON
from tests.schemas.valid import problems

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


@pytest.mark.parametrize("command", [command for _, command in COMMANDS], ids=" ".join)
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
    plan = desk / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("unit: count", "unit: con", 1), "utf-8")
    told = json.loads(run(command, *JSON).out)
    assert (told["plan"]["id"], told["plan"]["title"], len(told["plan"]["digest"])) == (
        None,
        None,
        64,
    )
    assert [told[key] for key in HEADER[4:]] == [None, None, None, None, []]
    assert problems(command, told) == []
    plan.unlink()
    if command == "doctor":
        told = json.loads(run(command, *JSON).out)
        assert told["plan"] is None
        assert problems(command, told) == []
