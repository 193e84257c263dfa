"""What a published JSON Schema finds wrong with a report."""

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.schemas.generate import schema_of


def problems(name: str, printed: object) -> list[str]:
    found = Draft202012Validator(schema_of(name)).iter_errors(printed)
    return [f"{error.json_path}: {error.message}" for error in found]
