"""What one cell of a table holds, before anybody says what it means.

Owns the kinds of content that people's tables have. Text and numbers are told apart because a
number has no marks that could be read in two ways. Knows no file format and no plan.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that holds a number; `percent` where it is shown as a percentage.

    `value` is what is shown: 67.84 for a cell that holds 0.6784 and shows 67,84%.
    """

    value: Decimal
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a usable content, with the code of why and what it holds instead."""

    code: str
    value: str


Cell = str | Number | date | bool | Fault | None
"""The content of a cell; an empty one is None, and no text is empty."""
