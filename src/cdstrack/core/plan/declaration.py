"""What a section of the plan file is declared with: its hooks, and markers beside its types.

Owns the words of a declaration. A declaration loads no library: pydantic models are made of it
(`cdstrack.core.plan.validation`) once something is to be validated, which a plan that was found
sound before need not be.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cdstrack.core.frozen import Frozen


@dataclass(frozen=True)
class PlanContext:
    """How a plan is to be read, given as the context of the validation.

    `language` is that of names written without one. A `kept` version was in force under an earlier
    program, when `1.850` was read as 1.85; it still is.
    """

    language: str = "vi"
    kept: bool = False


class UnfitError(ValueError):
    """A value that its field cannot hold; `kind` is one of `cdstrack.files.plan.errors`."""

    def __init__(self, kind: str, value: object = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = {} if value is None else {"value": str(value)}


@dataclass(frozen=True, slots=True)
class Read:
    """Beside a type: how what is in the file becomes the value that the type describes.

    The function takes the value and the context; it raises `UnfitError`.
    """

    function: Callable[[Any, PlanContext], Any]
    whole: bool = False
    """Whether the type is not looked at afterwards."""


@dataclass(frozen=True, slots=True)
class Then:
    """Beside a type: a rule of the value. The function raises `UnfitError` or returns the value."""

    function: Callable[[Any], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Beside a type: the JSON Schema of what the file holds, given, or made of the type's own."""

    schema: Mapping[str, Any] | Callable[[dict[str, Any]], dict[str, Any]]


class Declared(Frozen):
    """The hooks that a section may define besides its fields."""

    @classmethod
    def from_bare(cls, given: object, context: PlanContext) -> object:
        """The mapping for a bare value written in place of this section."""
        del context
        return given

    def check(self) -> None:
        """Checks the rules between the fields of one section; raises `UnfitError`."""

    @classmethod
    def describe(cls, schema: dict[str, Any]) -> None:
        """Adds to the JSON Schema of the section what its fields do not say."""
