"""The codes of criteria, `4.22.1`: numbers, each part of which is counted by itself.

Owns where an indicator has its code, and what a code may have been before a spreadsheet took it for
a number.
"""

import re

from cdstrack.core.plan.model import Indicator

Code = tuple[int, ...]
"""The parts of a code; codes in this form are ordered as people number: 4.2 < 4.10 < 4.22.1."""
_CODE = re.compile(r"\d+(?:[.-]\d+)*(?=$|[\s.:)])", re.ASCII)
_NUMBER_PARTS = 2
"""A code of so many parts looks like a decimal number."""
_MOST_ZEROS = 2
"""A last part with more zeros than this is no number of a criterion."""


def code_of(indicator: Indicator) -> Code:
    """The code of a criterion as numbers: from an alias, its names or its id; empty without one."""
    labels = [each for each in (indicator.short, indicator.name) if each is not None]
    texts = (*indicator.aliases, *(text for each in labels for text in each.texts), indicator.id)
    return next((code for text in texts if (code := code_in(text))), ())


def code_in(text: str) -> Code:
    """The code that a text begins with, as numbers; empty where it begins with none.

    >>> code_in("4.10 Họp giao ban"), code_in("4-2"), code_in("Họp 4.10"), code_in("24h")
    ((4, 10), (4, 2), (), ())
    """
    found = _CODE.match(text.strip())
    return () if found is None else tuple(map(int, re.split(r"[.-]", found[0])))


def code_readings(code: Code) -> tuple[Code, ...]:
    """The code, and those that a spreadsheet makes it of: as a number 4.10 is 4.1.

    >>> code_readings((4, 1)), code_readings((4,)), code_readings((4, 22, 1))
    (((4, 1), (4, 10), (4, 100)), ((4,),), ((4, 22, 1),))
    """
    if len(code) != _NUMBER_PARTS or code[-1] % 10 == 0:
        return (code,)
    whole, part = code
    return (code, *((whole, part * 10**zeros) for zeros in range(1, _MOST_ZEROS + 1)))
