"""The JSON Schemas in docs/schema are generated from types, and every printed report keeps its own.

UPDATE_GOLDEN=1 writes them anew.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.conftest import Golden, Run
from tests.schemas.commands import COMMANDS, JSON
from tests.schemas.generate import FOLDER, REPORTS, schema_of, schema_text
from tests.schemas.valid import problems

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("name", REPORTS)
def test_the_published_schema_is_that_of_the_types(name: str, golden: Golden) -> None:
    golden(FOLDER / f"{name}.report.schema.json", schema_text(name))
    Draft202012Validator.check_schema(schema_of(name))


@pytest.mark.parametrize("name", REPORTS)
def test_every_object_of_a_schema_is_closed(name: str) -> None:
    found = declared(schema_of(name))
    assert found
    assert all(each["additionalProperties"] is False for each in found)


def declared(node: object) -> list[dict[str, Any]]:
    """The objects of a schema whose keys it names."""
    if isinstance(node, list):
        return [found for inner in node for found in declared(inner)]
    if not isinstance(node, dict):
        return []
    own = [node] if "properties" in node and "type" in node else []
    return own + [found for inner in node.values() for found in declared(inner)]


def test_no_other_schema_is_published_and_the_page_names_each() -> None:
    published = {path.name.split(".")[0] for path in FOLDER.glob("*.report.schema.json")}
    page = (FOLDER.parent / "json.md").read_text(encoding="utf-8")
    assert published == set(REPORTS) == set(re.findall(r"\(schema/(\w+)\.report\.schema", page))


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
    # A key more or less breaks it, in every kind of object.
    for path in objects(printed, schema_of(name), schema_of(name)["$defs"]):
        for change in (add_a_key, take_a_key):
            changed = deepcopy(printed)
            change(at(changed, path))
            assert problems(name, changed), (path, change)
    assert desk.exists()


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What a path leads to."""
    for step in path:
        value = value[step]
    return value


def add_a_key(found: dict[str, Any]) -> None:
    found["surprise"] = 1


def take_a_key(found: dict[str, Any]) -> None:
    found.pop(next(iter(found)))


def objects(
    value: Any, schema: dict[str, Any], shared: dict[str, Any], path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """The way to each object whose keys are declared, in the first entry of each list."""
    schema = chosen(value, schema, shared)
    known = schema.get("properties", {})
    if isinstance(value, dict) and known:
        yield path
        for key, inner in value.items():
            yield from objects(inner, known[key], shared, (*path, key))
    if isinstance(value, list) and value:
        yield from objects(value[0], schema["items"], shared, (*path, 0))


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
