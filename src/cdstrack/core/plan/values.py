"""Types of the values of a plan file: numbers, days, ids and texts, each with one spelling.

Owns how a text of the file becomes a value, and the type of error where it cannot; the sentences
about those errors belong to `cdstrack.words`.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from typing_extensions import override

from cdstrack.core.frozen import Frozen
from cdstrack.core.plan.declaration import PlanContext, Read, Then, UnfitError, Written

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(?P<decimals>\d+))?", re.ASCII)
_TWO_READINGS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""`1.850`: 1.85 for one reader, 1850 for another."""
_CHANGE = re.compile(r"(?P<amount>\S+?)(?P<unit>%| pp)", re.ASCII)
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""How an id is spelt: small letters, digits and single hyphens."""
_AS_NUMBER = re.compile(r"\d+(e\d+)?|0x[\da-f]+|0o[0-7]+|0b[01]+|\d{4}-\d\d?-\d\d?", re.ASCII)
"""Ids that other YAML readers take for a number or a day."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MISREAD = {"no", "yes", "on", "off", "y", "n", "true", "false", "null"}
LARGEST = Decimal(9_000_000_000_000)
"""The largest figure kept: its millionths still fit a 64-bit integer."""


def _number(value: object, context: PlanContext) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = str(value)
    if _TWO_READINGS.fullmatch(text) and not context.kept:
        raise UnfitError("cds_two_readings", text)
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise UnfitError("cds_number", text)
    if len(match["decimals"] or "") > 6:
        raise UnfitError("cds_decimals", text)
    number = Decimal(text)
    if abs(number) > LARGEST:
        raise UnfitError("cds_too_large", text)
    return number


@dataclass(frozen=True, slots=True)
class RelativeChange:
    """A change of the baseline: a share of it in per cent, or percentage points added to it."""

    amount: Decimal
    in_points: bool = False

    @override
    def __str__(self) -> str:
        """As it is written in a plan: `30%`, `0.5 pp`."""
        return format_decimal(self.amount) + (" pp" if self.in_points else "%")


def _change(value: object, context: PlanContext) -> RelativeChange:
    if isinstance(value, RelativeChange):
        return value
    text = str(value)
    match = _CHANGE.fullmatch(text)
    if match is None:
        raise UnfitError("cds_relative", text)
    return RelativeChange(_number(match["amount"], context), in_points=match["unit"] == " pp")


def _day(value: object, _: PlanContext) -> date:
    if isinstance(value, date):
        return value
    text = str(value)
    try:
        # Python 3.11 reads 20251231 too; one spelling is enough for a plan.
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise UnfitError("cds_date", text) from None


def _yes(value: object, _: PlanContext) -> bool:
    if value is True or value == "true":
        return True
    raise UnfitError("cds_true", str(value))


def _slug(value: str) -> str:
    if not re.fullmatch(SLUG, value):
        raise UnfitError("cds_id", value)
    if value in _MISREAD or _AS_NUMBER.fullmatch(value):
        raise UnfitError("cds_id_misread", value)
    return value


def _some_text(value: str) -> str:
    if not value.strip():
        raise UnfitError("cds_empty")
    return value


def _one_or_more(many: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a list whose only item may be written without brackets."""
    one = {"type": "string"} if "$ref" in many["items"] else many["items"]
    return {"oneOf": [one, many]}


ONE_OR_MORE = Written(_one_or_more)


def _as_list(value: object, _: PlanContext) -> object:
    return [value] if isinstance(value, str) else value


_NUMBER_SCHEMA = {
    "type": ["number", "string"],
    "pattern": r"^(?!-?[1-9]\d{0,2}\.\d{3}$)-?(0|[1-9]\d*)(\.\d{1,6})?$",
}
Number = Annotated[Decimal, Read(_number), Written(_NUMBER_SCHEMA)]
"""A decimal with at most six decimals, exactly as written; what has two readings is refused."""
NumberOrNone = Annotated[
    Number | None,
    Written({**_NUMBER_SCHEMA, "type": ["number", "string", "null"]}),
]
"""An item of a list that keeps its place when it is `~`."""
_CHANGE_SCHEMA = (
    r"^(?!0(\.0+)?(%| pp)$)(?![1-9]\d{0,2}\.\d{3}(%| pp)$)(0|[1-9]\d*)(\.\d{1,6})?(%| pp)$"
)
Change = Annotated[
    RelativeChange,
    Read(_change, whole=True),
    Written({"type": "string", "pattern": _CHANGE_SCHEMA}),
]
"""A change of the baseline, written `30%` or `0.5 pp`."""
Day = Annotated[
    date,
    Read(_day),
    Written({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}),
]
Yes = Annotated[bool, Read(_yes), Written({"const": True})]
Text = Annotated[str, Then(_some_text)]
Id = Annotated[
    str,
    Then(_slug),
    Written({"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
Texts = Annotated[tuple[Text, ...], Read(_as_list), ONE_OR_MORE]
Ids = Annotated[tuple[Id, ...], Read(_as_list), ONE_OR_MORE]


def format_decimal(number: Decimal) -> str:
    """Plain digits with a decimal point: no exponent, no trailing zeros, no negative zero.

    >>> format_decimal(Decimal("67.840"))
    '67.84'
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def plan_value_text(value: object) -> str | None:
    """The value as a person would write it in the plan; None where there is none.

    >>> from cdstrack.core.plan.model import Baseline
    >>> plan_value_text(Baseline(date=date(2020, 12, 31), value=Decimal(40)))
    'date: 2020-12-31, value: 40'
    """
    match value:
        case None | () | "":
            text = None
        case bool():
            text = str(value).lower()
        case Decimal():
            text = format_decimal(value)
        case RelativeChange():
            text = str(value)
        case Frozen():
            text = _fields(value)
        case dict():
            text = ", ".join(f"{key}: {_item(each)}" for key, each in value.items()) or None
        case tuple():
            text = "; ".join(plan_value_text(each) or "" for each in value)
        case _:
            text = str(value)
    return text


def _item(value: object) -> str:
    """A value of a mapping; a list keeps its brackets."""
    text = plan_value_text(value) or ""
    return f"[{text}]" if isinstance(value, tuple) else text


def _inner(value: object) -> str | None:
    """A value within a group of keys; a group of its own keeps its braces."""
    if isinstance(value, tuple) and value and isinstance(value[0], Frozen):
        return f"[{', '.join(filter(None, map(_inner, value)))}]"
    text = plan_value_text(value)
    is_group = isinstance(value, dict) or (isinstance(value, Frozen) and len(_given(value)) > 1)
    return f"{{{text}}}" if text and is_group else text


def _given(value: Frozen) -> dict[str, str]:
    """The fields that have a value, by the keys of the plan file."""
    fields = type(value).model_fields.items()
    texts = {field.alias or name: _inner(getattr(value, name)) for name, field in fields}
    return {name: text for name, text in texts.items() if text is not None}


def _fields(value: Frozen) -> str:
    given = _given(value)
    if len(given) == 1:
        return next(iter(given.values()))
    return ", ".join(f"{name}: {text}" for name, text in given.items())
