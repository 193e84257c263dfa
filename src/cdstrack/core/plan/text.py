"""A value of the plan on one line, for a reader who compares two of them.

Owns that spelling only. It is for the eye: the plan file itself is never written from it.
"""

from decimal import Decimal

from pydantic import BaseModel

from cdstrack.core.record.observation import format_decimal


def plan_value_text(value: object) -> str | None:
    """The value as a person would write it in the plan; None where there is none.

    >>> from cdstrack.core.plan.model import Baseline
    >>> plan_value_text(Baseline(date="2020-12-31", value="40"))
    'date: 2020-12-31, value: 40'
    """
    match value:
        case None | () | "":
            text = None
        case bool():
            text = str(value).lower()
        case Decimal():
            text = format_decimal(value)
        case BaseModel():
            text = _fields(value)
        case dict():
            text = ", ".join(f"{key}: [{plan_value_text(each)}]" for key, each in value.items())
        case tuple():
            text = "; ".join(plan_value_text(each) or "" for each in value)
        case _:
            text = str(value)
    return text


def _fields(value: BaseModel) -> str:
    names = type(value).model_fields
    texts = {name: plan_value_text(getattr(value, name)) for name in names}
    given = {name: text for name, text in texts.items() if text is not None}
    if len(given) == 1:
        return next(iter(given.values()))
    return ", ".join(f"{name}: {text}" for name, text in given.items())
