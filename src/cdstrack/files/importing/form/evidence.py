"""Evidence as people list it in a cell of a form, turned into documents where it can be read.

Owns the spelling of an item (`*số/ký hiệu - dd/mm/yyyy: trích yếu`, which may wrap over lines), the
key of a document that is found so, and which of them are new. What is not spelt so stays text.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cdstrack.core.problem import Problem
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.period import Period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period
from cdstrack.words.parse.search import fold, unmarked

_ITEM = re.compile(
    r"(?:[Ss]ố\s*:?\s*)?(?P<number>\d+[^\W_]*/[^\s:]*[^\W\d_][^\s:]*?)\s*[-\u2013\u2014]\s*"
    r"(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*:\s*(?P<title>\S.*)"
)
_MARKS = re.compile(r"[*+\u2022-]")
_NEXT = re.compile(r"[\s;,.]+(?=\*)")
"""What is before the mark of an item that is on the line of another one."""
_NOT_OF_A_KEY = re.compile(r"[^a-z0-9]+")


class Item(NamedTuple):
    """A document that an item of evidence names."""

    number: str
    issued: date
    title: str


class Evidence(NamedTuple):
    """The documents named in a cell of evidence, and its texts that name none."""

    items: tuple[Item, ...]
    rest: tuple[str, ...]


def read_evidence(text: str, today: date = date.max) -> Evidence:
    r"""The items of a cell. One begins with `*`; a line without a mark goes on with the one above.

    An empty line ends an item, so that remarks below it are not taken for its title. What would be
    of a later day than `today` is no document yet.

    >>> read_evidence("*12/KH-UBND - 05/01/2026: Kế hoạch chuyển\nđổi số năm 2026").items
    (Item(number='12/KH-UBND', issued=datetime.date(2026, 1, 5), title='Kế hoạch chuyển đổi số năm 2026'),)
    >>> read_evidence("*05/01/2026 - 12/KH-UBND: Kế hoạch").rest
    ('*05/01/2026 - 12/KH-UBND: Kế hoạch',)
    >>> [item.title for item in read_evidence("*1/KH - 05/01/2026: Một; *2/KH - 06/01/2026: Hai").items]
    ['Một', 'Hai']
    """
    items: list[Item] = []
    rest: list[str] = []
    for part in _parts(text):
        found = _item(part)
        if found is None or found.issued > today:
            rest.append(part)
        else:
            items.append(found)
    return Evidence(tuple(dict.fromkeys(items)), tuple(rest))


def _parts(text: str) -> list[str]:
    """The items and the other texts, each on one line."""
    parts: list[list[str]] = []
    goes_on = False
    for line in (clean(each).strip() for each in re.split(r"\r\n|\r|\n", text)):
        if line and goes_on and not _MARKS.match(line):
            parts[-1].append(line)
        elif line:
            parts.append([line])
        goes_on = bool(line)
    return [item for lines in parts for item in _on_one_line(" ".join(lines))]


def _on_one_line(part: str) -> list[str]:
    """The items of a line; where the first has no mark, a star in it is a part of the text."""
    return _NEXT.split(part) if part.startswith("*") else [part]


def _item(part: str) -> Item | None:
    match = _ITEM.fullmatch(part.removeprefix("*").strip()) if part.startswith("*") else None
    if match is None:
        return None
    day = read_period(match["day"])
    if isinstance(day, Problem) or not isinstance(day, Period):
        return None
    return Item(match["number"], day.end, match["title"].strip())


class Documents:
    """The documents of plan and store by key, to which those of a file are added.

    `new` are those that neither has.
    """

    def __init__(self, known: Mapping[str, SourceDocument]) -> None:
        self.new: dict[str, SourceDocument] = {}
        self._keys = set(known)
        self._by_item = {
            _compared(each.number or "", each.issued, each.title): key
            for key, each in known.items()
        }

    def key_of(self, item: Item, org_unit: str) -> str | None:
        """The key of an item's document: one that is known, else a new one.

        Every commune numbers its own documents: of two with one number and day the title tells
        which, and the second has the unit in its key. None where that key is another's too.
        """
        compared = _compared(*item)
        if known := self._by_item.get(compared):
            return known
        base = _NOT_OF_A_KEY.sub("-", f"{unmarked(item.number)}-{item.issued}").strip("-")
        free = (key for key in (base, f"{base}-{org_unit}") if key not in self._keys)
        key = next(free, None)
        if key is not None:
            self._keys.add(key)
            self._by_item[compared] = key
            self.new[key] = SourceDocument(
                key=key, title=item.title, number=item.number, issued=item.issued
            )
        return key


def _compared(number: str, issued: date | None, title: str) -> tuple[str, date | None, str]:
    return fold(number), issued, fold(title)
