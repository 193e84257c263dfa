"""Validates what a plan file holds: the pydantic models behind the declared sections.

Owns the translation of a declaration into a model. The models live as long as the process and
are made when the first value is validated.
"""

import types
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PlainValidator,
    TypeAdapter,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    create_model,
)
from pydantic import Field as Described
from pydantic_core import CoreSchema, PydanticCustomError
from typing_extensions import override

from cdstrack.core import frozen
from cdstrack.core.plan.declaration import Declared, PlanContext, Read, Then, UnfitError, Written

S = TypeVar("S", bound=Declared)
Kind = type[Declared]


_ADAPTERS: dict[Kind, TypeAdapter[Any]] = {}
_MODELS: "dict[Kind, type[_Model]]" = {}


class _Model(BaseModel):
    """The model of one section."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    @classmethod
    def section(cls) -> Kind:
        """The section that the model was made of."""
        raise NotImplementedError

    @classmethod
    @override
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        described = handler.resolve_ref_schema(handler(schema))
        cls.section().describe(described)
        return described


def validated(section: type[S], given: object, context: PlanContext) -> S:
    """The section that a mapping describes.

    Raises:
        pydantic.ValidationError: It describes none; every mistake is listed.
    """
    found: S = adapter(section).validate_python(
        given, context=context, by_alias=True, by_name=False
    )
    return found


def adapter(section: Kind) -> TypeAdapter[Any]:
    """What validates a section and describes it as JSON Schema."""
    if section not in _ADAPTERS:
        _ADAPTERS[section] = TypeAdapter(_type(section))
    return _ADAPTERS[section]


def _type(section: Kind) -> Any:  # noqa: ANN401 - an annotation
    return Annotated[_model(section), WrapValidator(partial(_made, section))]


def _made(
    section: Kind,
    given: object,
    follow: ValidatorFunctionWrapHandler,
    info: ValidationInfo,
) -> Declared:
    if isinstance(given, section):
        return given
    bare = section.from_bare(given, _context(info))
    made = section.model_construct(**vars(follow(bare)))
    with _refusing():
        made.check()
    return made


def _model(section: Kind) -> type[_Model]:
    if section not in _MODELS:
        _MODELS[section] = _made_of(section)
    return _MODELS[section]


def _made_of(section: Kind) -> type[_Model]:
    fields: dict[str, Any] = {
        name: (_translated(key.annotation), _described(key))
        for name, key in section.model_fields.items()
    }
    made: type[_Model] = create_model(
        section.__name__, __base__=_Model, __doc__=section.__doc__, **fields
    )
    made.section = lambda: section  # type: ignore[method-assign]
    return made


def _described(key: frozen.Key) -> Any:  # noqa: ANN401 - a field
    default = ... if key.is_required else key.default
    return Described(default, **key.arguments)


def _translated(kind: Any) -> Any:  # noqa: ANN401 - annotations are of no one type
    """The annotation with models in the place of sections, and validators of markers."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        inner, *beside = typing.get_args(kind)
        return Annotated[(_translated(inner), *map(_marker, beside))]
    if origin in {types.UnionType, typing.Union}:
        return typing.Union[tuple(map(_translated, typing.get_args(kind)))]  # noqa: UP007 - of a tuple
    if origin in {tuple, dict}:
        return origin[tuple(map(_translated, typing.get_args(kind)))]
    if isinstance(kind, type) and issubclass(kind, Declared):
        return _type(kind)
    return kind


def _marker(beside: Any) -> Any:  # noqa: ANN401 - markers are of no one type
    match beside:
        case Read(function, whole):
            validator = PlainValidator if whole else BeforeValidator
            return validator(partial(_read, function))
        case Then(function):
            return AfterValidator(partial(_then, function))
        case Written(schema):
            return _Describing(schema) if callable(schema) else WithJsonSchema(dict(schema))
        case frozen.Described():
            return Described(**beside.arguments)
    return beside


class _Describing:
    """Beside a type, for pydantic: the JSON Schema made of the type's own."""

    def __init__(self, describe: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self.describe = describe

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.describe(handler(schema))


def _read(
    function: Callable[[Any, PlanContext], Any],
    given: object,
    info: ValidationInfo,
) -> Any:  # noqa: ANN401 - what the function makes
    with _refusing():
        return function(given, _context(info))


def _then(function: Callable[[Any], Any], value: object) -> Any:  # noqa: ANN401 - what the function gives
    with _refusing():
        return function(value)


def _context(info: ValidationInfo) -> PlanContext:
    return info.context if isinstance(info.context, PlanContext) else PlanContext()


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuses an unfit value in the way that pydantic expects."""
    try:
        yield
    except UnfitError as unfit:
        raise PydanticCustomError(unfit.kind, "unfit", unfit.facts) from None
