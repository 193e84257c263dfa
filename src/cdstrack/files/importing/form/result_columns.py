"""What the heading over a column says that it holds: results, or numbers to compare them with.

Owns the words for plans, shares of plans, earlier periods and changes: such a column is never
taken for results unless a form's description names it by these words. Knows no form and no file.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from cdstrack.files.importing.form.heading_periods import mentioned
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold, unmarked

_ASIDES = {
    "plan": (
        r"^(?:ke hoach|kh|muc tieu|chi tieu)\b",
        r"(?<!thuc hien )(?<!theo )(?<!cac )\b(?:ke hoach|muc tieu)\b",
        r"\b(?:duoc|chi tieu|ke hoach) giao\b|^giao\b|\b(?:can|phai) dat\b|\bphan dau\b",
        r"\bdu kien\b",
    ),
    "share": (
        r"\b(?:ti le|muc do|phan tram) (?:phan tram )?(?:dat|hoan thanh|thuc hien)\b",
        r"\bdat (?:ti le|phan tram)\b|\bhoan thanh phan tram$",
        r"\bthuc hien (?:ke hoach|kh|muc tieu)(?: nam)? phan tram\b|\bphan tram (?:ke hoach|kh|so)\b",
        r"\b(?:thuc hien|th|kq) (?:ke hoach|kh)$",
    ),
    "comparison": (r"\bso (?:voi|cung ki|ke hoach|kh|muc tieu|mt|ki truoc|nam truoc)\b",),
    "earlier": (r"\bcung ki\b|\b(?:ki|nam|thang|qui|tuan) (?:lien )?(?:ke )?truoc\b",),
    "change": (r"\btang giam\b|^(?:tang|giam)\b|\b(?:toc do|muc|ti le|so) (?:tang|giam)\b",),
    "judged": (r"^(?:danh gia|xep loai|dat|khong dat|chua dat|vuot)$",),
}
_WAYS = {kind: tuple(map(re.compile, patterns)) for kind, patterns in _ASIDES.items()}
_RESULTS = re.compile(
    r"(?:(?:ket qua|thuc hien|so lieu|lui ke|dat duoc|da dat|thuc te|gia tri|so luong|ti le"
    r"|ki nai|trong ki|ki bao cao|tinh|den|den het|nam|ngai|thoi diem|phan tram"
    r")\s*)*"
)


@lru_cache(maxsize=4096)
def asides(heading: str) -> frozenset[str]:
    """What a heading says that its column holds instead of results; empty where nothing.

    >>> sorted(asides("So kế hoạch (%)")), asides("Kết quả thực hiện kế hoạch năm 2025")
    (['comparison', 'plan'], frozenset())
    """
    folded = fold(unmarked(clean(heading)).replace("%", " phan tram "))
    return frozenset(
        kind for kind, ways in _WAYS.items() if any(way.search(folded) for way in ways)
    )


def is_named(heading: str, names: Collection[str]) -> bool:
    """Whether one of these headings of a description speaks of the same things beside results."""
    return any(asides(heading) <= asides(name.replace("*", " ")) for name in names)


def says_when(line: str) -> bool:
    """Whether the lower line of a heading only says when, or once more that there are results.

    >>> says_when("Quý I"), says_when("Đến 30/6/2025"), says_when("Cấp tỉnh")
    (True, True, False)
    """
    words = fold(mentioned(line.replace("%", " phan tram ")).rest)
    return bool(_RESULTS.fullmatch(words))
