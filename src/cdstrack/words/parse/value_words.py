"""The words and signs that stand for a state, or around a number, in both languages.

Owns which words mean what; how a value is read belongs to `cdstrack.words.parse.values`.
"""

import re

from cdstrack.core.plan.model import State
from cdstrack.core.record.observation import Qualifier
from cdstrack.words.parse.search import fold

_STATES = {
    State.DONE: ("done", "xong", "hoàn thành", "đã hoàn thành", "đã xong"),
    State.IN_PROGRESS: ("in progress", "đang thực hiện", "đang triển khai", "đang làm"),
    State.NOT_STARTED: ("not started", "chưa thực hiện", "chưa triển khai", "chưa bắt đầu"),
}
_QUALIFIERS = {
    Qualifier.EXACT: ("exact", "exactly", "chính xác", "đúng"),
    Qualifier.OVER: ("over", "more than", "hơn", "trên"),
    Qualifier.NEARLY: ("nearly", "almost", "gần"),
    Qualifier.ABOUT: ("about", "around", "khoảng"),
    Qualifier.ESTIMATE: ("estimate", "estimated", "ước", "ước tính", "ước đạt", "ước thực hiện"),
    Qualifier.PRELIMINARY: ("preliminary", "sơ bộ"),
    Qualifier.DERIVED: ("derived", "tính ra", "suy ra"),
}
STATE_WORDS = {fold(word): state for state, words in _STATES.items() for word in words}
QUALIFIER_WORDS = {fold(word): which for which, words in _QUALIFIERS.items() for word in words}
PLACE_WORDS = {fold(word) for word in ("thứ", "hạng", "thứ hạng", "xếp thứ", "xếp hạng")}
SIGNS_BEFORE = {"~": Qualifier.ABOUT, "\u2248": Qualifier.ABOUT, ">": Qualifier.OVER}
REACHED = re.compile(r"(?:dat duoc|dat|reached)(?:\s+|$)")
"""A word before a number that tells nothing about it."""
