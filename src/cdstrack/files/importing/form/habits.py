"""How those who fill a form in write: what its description says about their words and signs.

Owns the lookup of such words: groups, qualifiers and marks, multipliers, names. What they stand for
is given by the description; nothing is guessed.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import DAY_ZERO, CellContent
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.calendar import Calendar
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.disaggregation import read_disaggregation
from cdstrack.words.parse.marks import lowered
from cdstrack.words.parse.numbers import scale_of
from cdstrack.words.parse.search import fold, unmarked
from cdstrack.words.parse.value_words import is_nothing_yet
from cdstrack.words.parse.values import read_qualifier

_BRACKETS = ("{}", "({})", "[{}]")
_NOTED = re.compile(r"(?:[*†‡§]+|[(\[][*†‡§]+[)\]])$")
_POWERS = {str(10**power): 10**power for power in range(13)}
_ONE = {"units", "unit", "don vi"}


def sign(text: str) -> str:
    """The form in which marks are compared: without case and accents; punctuation counts.

    >>> sign(" (P) "), sign("*")
    ('(p)', '*')
    """
    return unmarked(clean(text)).strip()


@dataclass(frozen=True, slots=True)
class Habits:
    """How those who filled a form in write.

    `decimal` is the decimal mark of the file, None where no cell proves one. `serials` tells that
    a number in a column of days counts days from `day_zero`, as Excel does. `no_figure` are folded
    texts that stand for "nothing here", `states` what else (folded) means a state. `indicators`,
    `org_units` and `units` are (folded) what is called otherwise than in the plan. `groups` are
    disaggregations by dimension and folded word, the dimension empty where any column may have it.
    `qualifiers` are the meanings of marks (see `sign`), `multipliers` the factors of folded words.
    """

    decimal: str | None = None
    serials: bool = False
    calendar: Calendar = field(default_factory=Calendar)
    no_figure: Collection[str] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)
    org_units: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], str] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    multipliers: Mapping[str, Decimal] = field(default_factory=dict)
    day_zero: date = DAY_ZERO

    def is_nothing(self, cell: CellContent) -> bool:
        """Whether a cell is empty, or holds a text that means "no figure"."""
        if isinstance(cell, str):
            return is_nothing_yet(cell) or sign(cell) in self.no_figure
        return cell is None

    def unit(self, written: str) -> str:
        """A unit in the words that are known."""
        return self.units.get(fold(written), written) if self.units else written

    def qualifier(self, text: str) -> str | Problem:
        """The qualifier of a word or mark; empty for an empty text."""
        known = self.qualifiers.get(sign(text))
        return known or (read_qualifier(text) if text else "")

    def meaning(self, mark: str) -> str | None:
        """The qualifier of a mark; None if unknown.

        With its brackets or without, raised or on the line.
        """
        spellings = (each.strip(ends) for each in (mark, lowered(mark)) for ends in (" ", "()[]"))
        known = (self.qualifiers.get(sign(each)) for each in spellings)
        return next((each for each in known if each is not None), None)

    def noted(self, text: str, known: Iterable[str] = ()) -> str | Problem:
        """The qualifier of the mark behind a name or a unit; empty without a mark.

        `known` are names that have their mark themselves; one that nobody declared is refused
        (CDS361).

        >>> Habits(qualifiers={"*": "preliminary"}).noted("Dân số (*)"), Habits().noted("km²")
        ('preliminary', '')
        """
        plain = clean(text).strip()
        match = _NOTED.search(plain)
        if match is None or any(each.strip().endswith(match[0]) for each in known):
            return ""
        return self.meaning(match[0]) or Problem("CDS361", {"column": plain, "mark": match[0]})

    def unsigned(self, text: str) -> tuple[str, str]:
        """A text without the declared mark behind its number, and what the mark means.

        A digit is a mark where it is raised or in brackets; on the line it belongs to the number.

        >>> Habits(qualifiers={"*": "preliminary", "e": "estimate"}).unsigned("12,3 (e)")
        ('12,3', 'estimate')
        """
        for mark, meaning in self.qualifiers.items():
            for brackets in _BRACKETS:
                tail = brackets.format(mark)
                bare, end = text[: -len(tail)].rstrip(), sign(text[-len(tail) :])
                is_mark = end == tail and not end.isdecimal()
                if (is_mark or (end != tail and lowered(end) == tail)) and bare[-1:].isdecimal():
                    return bare, meaning
        return text, ""

    def group(self, cells: Mapping[str, CellContent], indicator: Indicator) -> str | Problem:
        """The part that the cells of all columns of groups name; empty for the whole.

        Each column is `disaggregation`, or `disaggregation:sex` for members of a dimension.
        """
        parts: list[str] = []
        for column, cell in cells.items():
            name, _, dimension = column.partition(":")
            if name != "disaggregation" or not (text := shown(cell)):
                continue
            word = fold(text)
            known = self.groups.get((dimension, word), self.groups.get(("", word)))
            named = [
                f"{dimension}={part}" if dimension and "=" not in part else part
                for part in (text if known is None else known).split(";")
            ]
            is_word = known is None and "=" not in text
            if is_word and isinstance(read_disaggregation(named, indicator), Problem):
                return Problem("CDS363", {"value": text, "dimension": dimension})
            parts += [] if known == "" else named
        return read_disaggregation(parts, indicator)

    def multiplier(self, cell: CellContent) -> Decimal | Problem:
        """The factor of a cell in a column of multipliers: `Thousands`, `1000`."""
        text = shown(cell)
        word = fold(text)
        if not text or word in _ONE:
            return Decimal(1)
        if (known := self.multipliers.get(word)) is not None:
            return known
        if (scale := scale_of(word.removesuffix("s"))) > 1:
            return Decimal(scale)
        factor = _POWERS.get(word.replace(" ", ""))
        is_clear = factor is not None and factor >= 10 and text[0].isdigit()
        return Decimal(factor or 1) if is_clear else Problem("CDS364", {"value": text})
