"""Signs behind a number that point to a note: raised characters, stars, daggers, `(1)`.

They are part of no number: what is in the note (preliminary, estimated, another area) must be
read by somebody before the number is kept.
"""

import re

PLAIN = "0123456789+-=()abcdefghijklmnoprstuvwxyz"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
"""The raised characters of Unicode, in the order of `PLAIN`; q has none."""
_RAISE, _LOWER = str.maketrans(PLAIN, RAISED), str.maketrans(RAISED, PLAIN)
_BEHIND = re.compile(
    rf"(?<=[\d%‰])\s*(?P<mark>\*+|\(\*+\)|\*+\)|[†‡§]+|[{RAISED}]+|[(\[][\da-fprs][)\]])",
    re.IGNORECASE,
)


def raised(text: str) -> str:
    """The text in raised characters, as far as Unicode has them.

    >>> raised("(1)"), raised("a"), raised("*")
    ('⁽¹⁾', 'ᵃ', '*')
    """
    return text.translate(_RAISE)


def lowered(text: str) -> str:
    """The text with its raised characters on the line: what `raised` was given."""
    return text.translate(_LOWER)


def mark_behind(text: str) -> str | None:
    """The mark that a text ends with, where a number is before it.

    >>> mark_behind("12¹"), mark_behind("67,84%*"), mark_behind("12 km²"), mark_behind("67 (981/1446)")
    ('¹', '*', None, None)
    """
    match = next((each for each in _BEHIND.finditer(text) if each.end() == len(text)), None)
    return match["mark"] if match else None
