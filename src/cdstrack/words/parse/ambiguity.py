"""The decimal mark of a file, which gives a number with two readings one.

Owns what one number proves about the marks of its file. `1.446` by itself proves nothing; beside
`67,84` it is 1446, because a file uses one decimal mark. Must not know files.
"""

import re

from cdstrack.words.parse.value_words import NOT_AVAILABLE

_NUMBER = re.compile(r"\d[\d.,]*\d", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*", re.ASCII)
_OTHER = {",": ".", ".": ","}


def decimal_mark(text: str) -> str | None:
    """The decimal mark that a text with numbers proves: a comma, a point, or None.

    The reason for a missing figure proves nothing.

    >>> decimal_mark("67,84%"), decimal_mark("1.446.000"), decimal_mark("gần 3.000")
    (',', ',', None)
    """
    if NOT_AVAILABLE.fullmatch(text):
        return None
    marks = {mark for number in _NUMBER.findall(text) if (mark := _proved(number))}
    return marks.pop() if len(marks) == 1 else None


def _proved(number: str) -> str | None:
    marks = [letter for letter in number if letter in _OTHER]
    if not marks:
        return None
    last = marks[-1]
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 else None
    if len(marks) > 1:
        return _OTHER[last] if _GROUPS.fullmatch(number) else None
    return None if _GROUPS.fullmatch(number) else last


def with_point(text: str, mark: str | None) -> str:
    """The text with its numbers in unambiguous form: a decimal point, no groups.

    Numbers that do not follow the mark are returned unchanged, for the reader to refuse; so is the
    reason for a missing figure.

    >>> with_point("khoảng 1.446,5", ","), with_point("981/1.446", ","), with_point("1.446", ".")
    ('khoảng 1446.5', '981/1446', '1.4460')
    """
    if mark is None or NOT_AVAILABLE.fullmatch(text):
        return text
    return _NUMBER.sub(lambda match: _plain(match[0], mark), text)


def _plain(number: str, mark: str) -> str:
    whole, _, decimals = number.partition(mark)
    group = _OTHER[mark]
    if group in whole and not _GROUPS.fullmatch(whole):
        return number
    if not decimals.isdigit() and decimals:
        return number
    # Three decimals look like a group of thousands; a fourth one settles it.
    decimals += "0" if len(decimals) == 3 else ""
    return whole.replace(group, "") + (f".{decimals}" if decimals else "")
