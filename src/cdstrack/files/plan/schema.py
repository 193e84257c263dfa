"""The JSON Schema of the plan file, for editors that complete and underline while one types.

Owns how the models become a schema. It describes what other YAML programs see (`90` is a number
there, a text for our reader), so it allows both. The rules between values are not in it.
"""

import json
from typing import Any

from cdstrack.core.plan.comparators import DECLARABLE
from cdstrack.core.plan.model import Comparator
from cdstrack.files.plan.reference import KEYS, Key

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE_LEAD_OR_MANY = {
    "oneOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/$defs/Lead"}}]
}
Schema = dict[str, Any]


def schema_text() -> str:
    """The schema as it is kept in `docs/schema/targets.schema.json`."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def plan_schema() -> Schema:
    """The schema generated from the models, with the meaning of every key."""
    sections: dict[str, Schema] = {}
    words: dict[str, Schema] = {}
    for model, keys in KEYS.items():
        schema = model.model_json_schema(by_alias=True)
        words |= schema.pop("$defs", {})
        sections[model.__name__] = _section(schema, keys)
    indicator = sections["Indicator"]["properties"]
    indicator["lead"] |= _ONE_LEAD_OR_MANY
    indicator["sum_of"]["uniqueItems"] = True
    for groups in indicator["every"]["patternProperties"].values():
        groups["uniqueItems"] = True
    _one_of(sections["Target"], [key.value for key in Comparator])
    _one_of(sections["Declared"], [key.value for key in DECLARABLE])
    top = sections.pop("Plan")
    top["properties"]["schema"] = {**_described(top, "schema"), "enum": [1, "1"]}
    named = {name: _simple(each) for name, each in words.items() if name not in sections}
    return {
        "$schema": _DIALECT,
        "title": "A plan of cdstrack: targets.yaml",
        **top,
        "$defs": dict(sorted({**sections, **named}.items())),
    }


def _section(schema: Schema, keys: dict[str, Key]) -> Schema:
    """One mapping of the file, with the meaning of each of its keys."""
    properties = {
        key: {"description": keys[key].meaning, **_without(_simple(value), "description")}
        for key, value in schema["properties"].items()
    }
    return {**_without(schema, "title", "properties"), "properties": properties}


def _simple(schema: Any) -> Any:  # noqa: ANN401 - any part of a JSON Schema
    """The part without generated titles and without `null`; texts may look like numbers."""
    if isinstance(schema, list):
        return [_simple(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "array" and "anyOf" in schema.get("items", {}):
        return {**_simple(_without(schema, "items")), "items": _or_nothing(schema["items"])}
    parts = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(parts) == 1 and len(parts) < len(schema["anyOf"]):
        return {**_simple(_without(schema, "anyOf", "default", "title")), **_simple(parts[0])}
    simple = {key: _simple(value) for key, value in _without(schema, "title").items()}
    if simple.get("default", ()) in ([], {}, None):
        del simple["default"]
    if simple.get("type") == "string" and not simple.keys() & {"pattern", "enum", "const"}:
        simple["type"] = ["string", "number"]
    if simple.get("type") == "integer":
        simple["type"] = ["integer", "string"]
    return simple


def _or_nothing(schema: Schema) -> Schema:
    """An item of a list that may be `~`: it keeps its place, unlike a key that is left out."""
    simple = _simple(schema)
    types = simple["type"] if isinstance(simple["type"], list) else [simple["type"]]
    return {**simple, "type": [*types, "null"]}


def _described(section: Schema, key: str) -> Schema:
    return {"description": section["properties"][key]["description"]}


def _one_of(section: Schema, keys: list[str]) -> None:
    section["oneOf"] = [{"required": [key]} for key in keys]


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}
