"""Values with named fields: the base of what a plan is made of, and of a figure.

Owns how such a class is declared, made, compared and copied. A value is not validated when it is
made; what comes from outside is validated where it enters (`cdstrack.core.plan.validation` for a
plan). Loads no library, as every command needs these classes before anything else.
"""

import inspect
from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Self, dataclass_transform

from typing_extensions import override

_REQUIRED: Any = object()


class Key:
    """One field: its type, its default, its spelling in a file and how it is described."""

    __slots__ = ("alias", "annotation", "arguments", "default")

    def __init__(self, annotation: Any, default: Any, arguments: Mapping[str, Any]) -> None:  # noqa: ANN401 - of any type
        self.annotation = annotation
        self.default = default
        self.arguments = arguments
        self.alias: str | None = arguments.get("alias")

    @property
    def is_required(self) -> bool:
        """Whether a value cannot be made without it."""
        return self.default is _REQUIRED


class Described:
    """What `Field` says of a field, beside a type or in place of the default."""

    __slots__ = ("arguments", "default")

    def __init__(self, default: Any, arguments: Mapping[str, Any]) -> None:  # noqa: ANN401 - of any type
        self.default = default
        self.arguments = arguments


def Field(default: Any = _REQUIRED, **arguments: Any) -> Any:  # noqa: ANN401, N802 - stands for a default; read as a noun
    """A field's default and description, in the words of pydantic's function of that name.

    Args:
        default: The value where none is given; without one the field is required.
        arguments: `description`, `examples`, `alias` and the limits that validation keeps.
    """
    return Described(default, arguments)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
class Frozen:
    """A value with named fields that never changes. Two are equal when all their fields are."""

    model_fields: ClassVar[Mapping[str, Key]] = {}
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _required: ClassVar[frozenset[str]] = frozenset()

    @override
    def __init_subclass__(cls) -> None:
        fields = dict(cls.model_fields)
        for name, annotation in inspect.get_annotations(cls).items():
            given = cls.__dict__.get(name, _REQUIRED)
            if given is not _REQUIRED:
                delattr(cls, name)
            described = isinstance(given, Described)
            default, arguments = (given.default, given.arguments) if described else (given, {})
            fields[name] = Key(annotation, default, arguments)
        cls.model_fields = fields
        cls._defaults = {name: key.default for name, key in fields.items() if not key.is_required}
        cls._required = frozenset(fields) - set(cls._defaults)

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - checked by mypy at each call
        """The value of these fields, the others at their defaults.

        Raises:
            TypeError: A required field is missing, or a name is none of a field.
        """
        if not self._required <= given.keys() or not given.keys() <= self.model_fields.keys():
            wrong = sorted((self._required - given.keys()) | (given.keys() - self.model_fields))
            raise TypeError(f"{type(self).__name__}: {', '.join(wrong)}")
        vars(self).update(self._defaults)
        vars(self).update(given)

    @classmethod
    def model_construct(cls, **given: Any) -> Self:  # noqa: ANN401 - of any type
        """The same as calling the class, unchecked: for the many that are read from a record."""
        made = object.__new__(cls)
        made.__dict__.update(cls._defaults)
        made.__dict__.update(given)
        return made

    @classmethod
    def of_fields(cls, fields: dict[str, Any]) -> Self:
        """The value with all its fields in a mapping that nobody else keeps: the fastest way."""
        made = object.__new__(cls)
        object.__setattr__(made, "__dict__", fields)
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same value with other contents of some fields."""
        return self.model_construct(**self.model_dump() | dict(update))

    def model_dump(self, *, exclude: Collection[str] = ()) -> dict[str, Any]:
        """The fields by their names, without some; values inside are left as they are."""
        return {name: getattr(self, name) for name in self.model_fields if name not in exclude}

    @override
    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.model_fields)

    @override
    def __hash__(self) -> int:
        return hash(tuple(self.model_dump().values()))

    @override
    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.model_dump().items())
        return f"{type(self).__name__}({fields})"

    @override
    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    @override
    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")
