"""Reasons why there is no figure: `na:"chưa báo cáo"`.

Owns how they are told from figures, and their quotes: exactly one pair is taken off, so that a
reason which has some of its own keeps them.
"""

import re

from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import unmarked

NOT_AVAILABLE = re.compile(r"\s*n/?a\b(?:\s*:(?P<reason>.*)|.*)", re.IGNORECASE | re.DOTALL)
_QUOTES = "\"'“”‘’«»"
_PAIR = re.compile("\"(.*)\"|'(.*)'|“(.*)”|‘(.*)’|«(.*)»")

_NOTHING_YET = {
    unmarked(words)
    for words in (
        *("n/a", "chưa có", "chưa có số", "chưa có số liệu", "không có số liệu", "chưa báo cáo"),
        *("chưa có báo cáo", "chưa công bố", "chưa thống kê", "chưa tổng hợp", "đang tổng hợp"),
    )
}


def is_nothing_yet(text: str) -> bool:
    """Whether people write this into a cell for which they have no figure, without a reason.

    >>> is_nothing_yet("Chưa công bố"), is_nothing_yet("chưa thực hiện")
    (True, False)
    """
    return unmarked(clean(text)).strip(" .") in _NOTHING_YET


def quoted(reason: str) -> str:
    r"""The reason as it is written: in quotes where it has some of its own at an end.

    >>> quoted("chưa báo cáo"), quoted("'tis")
    ('chưa báo cáo', '"\'tis"')
    """
    return f'"{reason}"' if reason[:1] in _QUOTES or reason[-1:] in _QUOTES else reason


def unquoted(text: str) -> str:
    r"""The reason without the pair of quotes around it, or without what is left of a pair.

    >>> unquoted('"chưa báo cáo'), unquoted('"\'tis"')
    ('chưa báo cáo', "'tis")
    """
    pair = _PAIR.fullmatch(text)
    return (pair[pair.lastindex or 0] if pair else text.strip(_QUOTES)).strip()
