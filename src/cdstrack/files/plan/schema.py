"""The JSON Schema of the plan file, for editors that complete and underline while one types.

Describes what other YAML programs see (`90` is a number there, a text for our reader), so it
allows both. The rules between values are not in it. The reference of keys in the docs is the same
schema as tables.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema
from typing_extensions import override

from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.validation import adapter

Schema = dict[str, Any]


class _EditorSchema(GenerateJsonSchema):
    """The schema without generated titles and without `null`; texts may look like numbers."""

    @override
    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    @override
    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        if schema.get("default") in (None, (), {}):
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    @override
    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    @override
    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        return {**super().int_schema(schema), "type": ["integer", "string"]}

    @override
    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:
        return value  # in the order of the models

    @override
    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def plan_schema() -> Schema:
    """The schema generated from the models, with the meaning of every key."""
    schema = adapter(Plan).json_schema(by_alias=True, schema_generator=_EditorSchema)
    for section in schema["$defs"].values():
        del section["title"]
    return {
        "$schema": _EditorSchema.schema_dialect,
        **schema,
        "title": "A plan of cdstrack: targets.yaml",
    }


def schema_text() -> str:
    """The schema as it is kept in `docs/schema/targets.schema.json`."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def reference_tables(headings: dict[str, str]) -> Iterator[str]:
    """The lines of a Markdown table for each section: key, required, meaning, example.

    Args:
        headings: The heading of each table by the name of its model, in the order of the page.
    """
    schema = plan_schema()
    for name, heading in headings.items():
        section = schema if name == Plan.__name__ else schema["$defs"][name]
        yield f"### {heading}\n"
        yield "| key | required | meaning | example |"
        yield "|---|---|---|---|"
        for key, described in section["properties"].items():
            needed = "yes" if key in section.get("required", ()) else ""
            example = f"{key}: {_as_typed(described['examples'][0])}"
            yield f"| `{key}` | {needed} | {_meaning(described, schema)} | `{example}` |"
        yield ""


def _meaning(described: Schema, schema: Schema) -> str:
    """What a key is for, with the words that it may hold."""
    referred = schema["$defs"].get(described.get("$ref", "").rpartition("/")[2], {})
    words = described.get("enum") or referred.get("enum")
    choice = f"; one of {', '.join(words)}" if words and isinstance(words[0], str) else ""
    return f"{described['description']}{choice}"


def _as_typed(value: object) -> str:
    """A value as a plan spells it on one line.

    >>> _as_typed({"sector": ["nong-nghiep", "du-lich"]})
    '{sector: [nong-nghiep, du-lich]}'
    """
    match value:
        case dict():
            return f"{{{', '.join(f'{key}: {_as_typed(each)}' for key, each in value.items())}}}"
        case list():
            return f"[{', '.join(map(_as_typed, value))}]"
        case str():
            return value
    return json.dumps(value)
