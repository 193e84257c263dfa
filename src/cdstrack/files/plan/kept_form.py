"""A value of declared fields as plain JSON, and back: the form in which a checked plan is kept.

Owns what a type becomes: a section or a dataclass is a mapping of the fields that are not at their
defaults, an exact number and a day are texts. Types are taken from the declarations, so that a new
field needs nothing here. Sections are made field by field when they are looked into: of a large
plan a command looks into a part.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from cdstrack.core.plan.section import Section
from cdstrack.core.plan.target import Target

Reader = Callable[[Any], Any]
_SAME = {str, int, bool, float, types.NoneType}
_UNIONS = {types.UnionType, typing.Union}


def kept_form(value: Any) -> Any:  # noqa: ANN401, PLR0911 - of any declared type; one return for each
    """The value in mappings, lists, texts, numbers and null.

    Raises:
        TypeError: Its type has no kept form.
    """
    match value:
        case Section():
            fields = {name: (getattr(value, name), key.default) for name, key in _keys(value)}
            return {
                name: kept_form(each) for name, (each, default) in fields.items() if each != default
            }
        case Enum():
            return value.value
        case Decimal() | date():
            return str(value)
        case Mapping():
            return {str(key): kept_form(each) for key, each in value.items()}
        case tuple():
            return [kept_form(each) for each in value]
        case None | bool() | int() | float() | str():
            return value
    if dataclasses.is_dataclass(value):
        return {
            field.name: kept_form(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    raise TypeError(type(value).__name__)


def _keys(section: Section) -> Any:  # noqa: ANN401 - items of a mapping
    return section.model_fields.items()


@cache
def reader_of(kind: Any) -> Reader:  # noqa: ANN401 - annotations are of no one type
    """The function that makes a value of a type from its kept form.

    Raises:
        TypeError: The type has no kept form.
    """
    kind = _bare(kind)
    origin = typing.get_origin(kind)
    if origin in _UNIONS:
        return _union_reader(typing.get_args(kind))
    if origin is tuple:
        return _list_reader(typing.get_args(kind))
    if origin is dict or origin is Mapping:
        return _mapping_reader(*typing.get_args(kind))
    if origin is typing.Literal or kind in _SAME:
        return _same
    return _class_reader(kind)


def _class_reader(kind: Any) -> Reader:  # noqa: ANN401 - annotations are of no one type
    if issubclass(kind, Section):
        return _section_reader(kind)
    if issubclass(kind, Enum):
        return typing.cast("Reader", kind._value2member_map_.__getitem__)
    if kind is Decimal:
        return Decimal
    if kind is date:
        return date.fromisoformat
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    raise TypeError(kind)


def _union_reader(kinds: tuple[Any, ...]) -> Reader:
    """The reader of a choice of types, which JSON itself tells apart."""
    if not _SAME.issuperset(kinds):
        raise TypeError(kinds)
    return _same


def _same(kept: Any) -> Any:  # noqa: ANN401 - of any type
    return kept


def _optional(read: Reader) -> Reader:
    return lambda kept: None if kept is None else read(kept)


def _list_reader(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is not Ellipsis:
        readers = [_lazily(kind) for kind in kinds]
        return lambda kept: tuple([read(each) for read, each in zip(readers, kept, strict=True)])
    read = _lazily(kinds[0])
    return lambda kept: tuple([read(each) for each in kept])


def _mapping_reader(key: Any, value: Any) -> Reader:  # noqa: ANN401 - annotations are of no one type
    make, read = reader_of(key), _lazily(value)
    return lambda kept: {make(name): read(each) for name, each in kept.items()}


def _section_reader(section: type[Section]) -> Reader:
    readers = _Readers({name: key.annotation for name, key in section.model_fields.items()})
    if section is Target:
        return lambda kept: section.read(kept, readers)
    return lambda kept: section.unread(kept, readers)


def _dataclass_reader(kind: Any) -> Reader:  # noqa: ANN401 - a dataclass
    readers = _Readers(typing.get_type_hints(kind))
    return lambda kept: kind(**{name: readers[name](each) for name, each in kept.items()})


class _Readers(dict[str, Reader]):
    """The readers of a class's fields, each made when a value of it is first met."""

    def __init__(self, kinds: Mapping[str, Any]) -> None:
        super().__init__()
        self.kinds = kinds

    def __missing__(self, name: str) -> Reader:
        self[name] = found = _lazily(self.kinds[name])
        return found


def _lazily(kind: Any) -> Reader:  # noqa: ANN401 - annotations are of no one type
    """The reader of a type that may be null."""
    read = reader_of(kind)
    return read if read is _same else _optional(read)


def _bare(kind: Any) -> Any:  # noqa: ANN401 - annotations are of no one type
    """The type without what is written beside it and without `| None`."""
    while True:
        origin = typing.get_origin(kind)
        if origin is typing.Annotated:
            kind = typing.get_args(kind)[0]
            continue
        left = [each for each in typing.get_args(kind) if each is not types.NoneType]
        if origin not in _UNIONS or len(left) > 1:
            return kind
        kind = left[0]
