"""Text from outside made safe to keep and to print.

Owns which characters may pass. Every entrance uses it, and every renderer again before printing.
Must not know what a text means.
"""

import re
import unicodedata

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colour, cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, …
    r"|\x1b[ -/]*[0-Z\\^-~]"  # two-character sequences
)
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_HYPHEN = re.compile("(?<=\\d)[\u00ad\x96]|[\u00ad\x96](?=\\d)")
"""A hyphen beside a digit that was seen before: pages of PDF give it as a soft one, and what is read
in the wrong code page as a control. Left out, it would make 5,2 of -5,2 and 20252030 of a period."""
REVERSED = "\u202e"
"""Shows what follows it from right to left: 1446 for a text that holds 6441."""
_NOT_IN_XML = "\ufffe\uffff"
_UNSEEN = {"Cc", "Cf"}
"""Controls, and format characters: bidi marks, zero widths, soft hyphens, byte order marks."""


def clean(text: str) -> str:
    r"""The text in composed Unicode, on one line, without anything that hides or steers.

    Escape sequences go as a whole; line breaks and tabs become one space; half a surrogate pair
    becomes `�`, so that the result can always be written as UTF-8, and so do the two that no XML
    can hold. Never raises, and cleaning twice changes nothing.

    >>> clean("Sở\x1b[31m KH&CN\u202e\r\nvà\tCĐS")
    'Sở KH&CN và CĐS'
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    on_one_line = _HYPHEN.sub("-", _BREAKS.sub(" ", _ESCAPES.sub("", composed)))
    kept = "".join(_kept(character) for character in on_one_line)
    # A removed character may have separated a letter from its accent.
    return unicodedata.normalize("NFC", kept)


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    return "\ufffd" if category == "Cs" or character in _NOT_IN_XML else character
