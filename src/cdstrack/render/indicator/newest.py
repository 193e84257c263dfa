"""Of very many figures the newest, which a page lists, and the sentence that counts the others.

Owns how many that are. For programs every figure is given; nothing is left out there.
"""

from collections.abc import Sequence
from typing import TypeVar

from cdstrack.render.page.layout import Lines, cell
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number

Each = TypeVar("Each")

MOST_LISTED = 200
"""Figures that a page lists unless all are asked for."""
MOST_LEFT_OUT = 20
"""Figures left out for one reason that are listed; of a hundred communes nobody reads them all."""


def newest(in_order_of_time: Sequence[Each], *, everything: bool) -> Sequence[Each]:
    """The last of them, in the same order; all of them where everything is asked for.

    >>> newest(range(1000), everything=False)[0], len(newest(range(1000), everything=True))
    (800, 1000)
    """
    return in_order_of_time if everything else in_order_of_time[-MOST_LISTED:]


def older_not_listed(count: int, command: str, indicator: str, language: str) -> list[Lines]:
    """How many older figures the page leaves out, and what to type to see them; nothing for none."""
    if not count:
        return []
    typed = f"cdstrack {command} {clean(indicator)} --all"
    n = format_number(count, language)
    return [Lines(cell(phrase("older_not_listed", language, n=n, typed=typed)))]
