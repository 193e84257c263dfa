"""Words and signs for a state, around a number, or in place of one: `xong`, `khoảng`, `na:"chưa báo cáo"`.

Owns which words mean what, and the quotes of a reason: exactly one pair is removed, so that a
reason with quotes of its own keeps them. How a value is read belongs to
`cdstrack.words.parse.values`.
"""

import re
from collections.abc import Mapping, Sequence

from cdstrack.core.plan.model import State
from cdstrack.core.record.observation import Qualifier
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold, unmarked

_STATES = {
    State.DONE: ("done", "xong", "hoàn thành", "đã hoàn thành", "đã xong"),
    State.MOSTLY_DONE: ("mostly done", "cơ bản hoàn thành", "đã cơ bản hoàn thành"),
    State.IN_PROGRESS: ("in progress", "đang thực hiện", "đang triển khai", "đang làm"),
    State.NOT_STARTED: ("not started", "chưa thực hiện", "chưa triển khai", "chưa bắt đầu"),
}
_QUALIFIERS = {
    Qualifier.EXACT: ("exact", "exactly", "chính xác", "đúng"),
    Qualifier.OVER: ("over", "more than", "hơn", "trên"),
    Qualifier.NEARLY: ("nearly", "almost", "gần"),
    Qualifier.ABOUT: ("about", "around", "khoảng"),
    Qualifier.ESTIMATE: ("estimate", "estimated", "ước", "ước tính", "ước đạt", "ước thực hiện"),
    Qualifier.PRELIMINARY: ("preliminary", "provisional", "sơ bộ", "tạm tính"),
    Qualifier.DERIVED: ("derived", "tính ra", "suy ra"),
}
STATE_WORDS = {fold(word): state for state, words in _STATES.items() for word in words}
QUALIFIER_WORDS = {fold(word): which for which, words in _QUALIFIERS.items() for word in words}
PLACE_WORDS = {fold(word) for word in ("thứ", "hạng", "thứ hạng", "xếp thứ", "xếp hạng")}
SIGNS_BEFORE = {"~": Qualifier.ABOUT, "\u2248": Qualifier.ABOUT, ">": Qualifier.OVER}
REACHED = re.compile(r"(?:dat duoc|dat|reached)(?:\s+|$)")
"""A word before a number without any meaning for its value."""

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


_DASHES = frozenset("-\u2010\u2011\u2212–—…")
"""What a form has in a cell that is left empty on purpose."""


def is_nothing_yet(text: str) -> bool:
    """Whether the text says that there is no figure, without a reason.

    >>> is_nothing_yet("Chưa công bố"), is_nothing_yet("-"), is_nothing_yet("chưa thực hiện")
    (True, True, False)
    """
    stripped = clean(text).strip()
    return (bool(stripped) and set(stripped) <= _DASHES) or unmarked(clean(text)).strip(
        " ."
    ) in _NOTHING_YET


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


ROLE_WORDS: Mapping[str, Sequence[str]] = {
    "self": ("tự đánh giá", "tự chấm", "self-assessed", "self-assessment"),
    "appraised": ("thẩm định", "appraisal", "assessed"),
    "final": ("chính thức", "hội đồng", "điểm cuối", "official"),
}
"""Who gave a score, by the members of the reserved breakdown `role`."""
