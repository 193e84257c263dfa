"""The sections of a number format: for positive numbers, negative ones, zero, and texts.

Owns which of them applies to a number (ISO/IEC 29500-1, 18.8.31) and what that one makes of it.
What a section says is read by `formats`, `worded` and `dated_words`.
"""

import re
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne

from cdstrack.files.importing.workbook.formats import Shown, shown_by
from cdstrack.files.importing.workbook.worded import Worded, hides_sign, only_words, worded

_TOKEN = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]|.', re.DOTALL)
_COMPARED = r"\s*(<=|>=|<>|!=|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*"
_CONDITION = re.compile(rf"\[{_COMPARED}\]")
_HOLDS = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne, "!=": ne}
_MOST = 4


@dataclass(frozen=True, slots=True)
class Condition:
    """The numbers that a section is for, by a sign and a limit."""

    sign: str
    limit: float

    def holds(self, number: float) -> bool:
        """Whether a number is one of them."""
        return bool(_HOLDS[self.sign](number, self.limit))


@dataclass(frozen=True, slots=True)
class Section:
    """How a section shows a number: the kind of value, the words around it, or only `words`.

    Where it is `blank`, the cell looks empty. `code` is its text without its condition.
    """

    code: str = "General"
    shown: Shown | None = None
    worded: Worded | None = None
    words: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections for numbers, the conditions of the first two, and whether texts look empty."""

    sections: tuple[Section, ...] = (Section(),)
    conditions: tuple[Condition | None, ...] = (None,)
    hides_texts: bool = False

    def of(self, text: str) -> Section:
        """The section that applies to a number, written as in the file."""
        return self.sections[0] if len(self.sections) == 1 else self._chosen(float(text))

    def _chosen(self, number: float) -> Section:
        if not any(self.conditions):
            at = 0 if number > 0 or len(self.sections) + (number < 0) == 2 else 1 + (number == 0)
            return self.sections[at]
        for section, condition in zip(self.sections, self.conditions, strict=False):
            if condition is not None and condition.holds(number):
                return section
        return self.sections[2 if all(self.conditions) and len(self.sections) > 2 else 1]


def of_kind(shown: Shown) -> NumberFormat:
    """A format that shows a kind of value, whatever the number."""
    return NumberFormat((Section("", shown),))


def read_format(code: str) -> NumberFormat:
    """A format by its code.

    >>> read_format('0%;"-"0').of("0.5").shown, read_format('0%;"-"0').of("-0.5").shown
    (<Shown.PERCENT: 1>, None)
    >>> read_format("[<1]0%;0").of("67").shown, read_format("0;-0;;@").of("0").blank
    (None, True)
    """
    parts = [""]
    for sign in _TOKEN.findall(code):
        if sign == ";":
            parts.append("")
        else:
            parts[-1] += sign
    of_texts = parts[_MOST - 1 : _MOST] or [each for each in parts[-1:] if "@" in _bare(each)]
    numbers = parts[: _MOST - 1] if len(parts) >= _MOST else parts[: len(parts) - len(of_texts)]
    if not numbers:
        return NumberFormat()
    found = tuple(map(_condition, numbers[:2]))
    sections = tuple(
        _section(each, negative=None if any(found) else _signed(at, len(numbers)))
        if each.strip() or len(parts) == 1
        else Section("", blank=True)
        for at, each in enumerate(numbers)
    )
    return NumberFormat(sections, found, bool(of_texts) and not of_texts[0].strip())


def _signed(at: int, count: int) -> bool | None:
    """Whether a section is for negative numbers alone; None where its numbers may be of either sign."""
    return None if at > 1 or count == 1 else at == 1


def _section(code: str, *, negative: bool | None) -> Section:
    """A section, of which `negative` says whether it is for negative numbers alone."""
    plain = _CONDITION.sub("", code)
    shown = shown_by(plain)
    said = Worded(is_other=True) if hides_sign(plain, negative=negative) else worded(plain)
    return Section(plain, shown, said, "" if shown else only_words(plain))


def condition_of(text: str) -> Condition | None:
    """A condition as it is written: `>=1000`."""
    match = re.fullmatch(_COMPARED, text)
    return None if match is None else Condition(match[1], float(match[2]))


def _condition(code: str) -> Condition | None:
    match = _CONDITION.search(code)
    return None if match is None else Condition(match[1], float(match[2]))


def _bare(code: str) -> str:
    """The code without texts and brackets."""
    return "".join(sign for sign in _TOKEN.findall(code) if len(sign) == 1)
