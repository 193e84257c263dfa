"""Columns of numbers in canonical spelling, as whole millionths, held against what is possible.

Owns the arithmetic of the fast lane: bounds, whole numbers, and values beside their fractions.
What a row means is decided in `cdstrack.files.importing.row`; a row that is not plainly sound here
is left to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, count, repeat
from operator import gt, mod, mul, sub, truediv
from typing import NamedTuple, TypeVar

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.plan.values import LARGEST
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.files.importing.canonical.texts import Given
from cdstrack.words.parse.memo import Memo

_NUMBER = re.compile(r"(-?)(0|[1-9]\d{0,11})(?:\.(\d{1,6}))?", re.ASCII)
_PLAIN = re.compile(r"(?>-?(?>0|[1-9]\d{0,8})(?>\.\d{1,6})?\n)*+", re.ASCII)
"""Lines of numbers below 1e9: in millionths, a float holds each of them exactly enough."""
_LARGEST_PLAIN = 10**9 * MILLION
_LARGEST_SHARE = 10**13
"""In millionths; a float that is a share of less is off by less than a hundredth of one."""
_Cell = TypeVar("_Cell")
_OFF = 0.49
"""So much may such a float be off a number that the share rounds to, and a little less."""
_SHORT = 4
"""Letters on average of numbers that are so few that each is better remembered than read again."""
_LARGEST = int(LARGEST) * MILLION
_NO_NUMBER = _LARGEST * 2
"""Stands for what is no plain number: it is beyond every bound."""
_EMPTY = _NO_NUMBER + 1
"""Stands for an empty cell: no number either, but a fraction beside it may tell the value."""
_WHOLE_UNITS = {Unit.COUNT, Unit.RANK}


class NumberRule(NamedTuple):
    """The numbers that an indicator accepts: from `low` to `high` in millionths, in steps of `step`.

    `share_of` is what a whole counts for in a share, 0 where the indicator takes none; `is_rank`
    tells that a fraction is a place in a field. A value above `over` and below `under` is within
    the bounds even where its exact share lies half a millionth from it.
    """

    low: int
    high: int
    step: int = 1
    share_of: int = 0
    is_rank: bool = False
    over: int = 0
    under: int = 0


NOTHING = NumberRule(_NO_NUMBER, -_NO_NUMBER)
"""Takes no number at all."""


def number_rule(indicator: Indicator) -> NumberRule:
    """The numbers that an indicator accepts; None for a state."""
    if indicator.unit is Unit.STATE:
        return NOTHING
    least, most = limits(indicator)
    low = -_LARGEST if least is None else max(-_LARGEST, int(least * MILLION))
    high = _LARGEST if most is None else min(_LARGEST, int(most * MILLION))
    share_of = SHARE_OF.get(indicator.unit, 0)
    return NumberRule(
        low,
        high,
        MILLION if indicator.unit in _WHOLE_UNITS else 1,
        share_of,
        indicator.unit is Unit.RANK,
        over=low if share_of else 0,
        under=min(high, _LARGEST_SHARE) if share_of else 0,
    )


@dataclass(slots=True)
class NumberColumns:
    """Numbers by the names of their columns, and the rows that are in doubt."""

    columns: dict[str, Sequence[int | None]]
    doubtful: set[int] = field(default_factory=set)


class Fractions(NamedTuple):
    """Rows with a fraction: the rule of each, its value, and the two numbers in millionths."""

    rules: Sequence[NumberRule]
    values: Sequence[int]
    tops: Sequence[int]
    bottoms: Sequence[int]

    def unclear(self) -> Sequence[int]:
        """The rows where the value is not seen at once to be the share, rounded to millionths."""
        if min(self.tops) < 0 or min(self.bottoms) <= 0:
            return range(len(self.values))
        if max(map(max, (self.tops, self.bottoms))) > _LARGEST_PLAIN:
            return range(len(self.values))
        rule = self.rules[0]
        if self.rules.count(rule) < len(self.rules):
            return [at for at, row in enumerate(zip(*self, strict=True)) if not _is_clear(*row)]
        if min(self.values) <= rule.over or max(self.values) >= rule.under:
            return [at for at, row in enumerate(zip(*self, strict=True)) if not _is_clear(*row)]
        shares = map(truediv, self.tops, self.bottoms)
        off = map(sub, map(mul, shares, repeat(rule.share_of * MILLION)), self.values)
        return [*compress(count(), map(gt, map(abs, off), repeat(_OFF)))]


def _is_clear(rule: NumberRule, value: int, top: int, bottom: int) -> bool:
    """Whether a value is seen at once to be the share of its whole, rounded to millionths."""
    share = top / bottom * rule.share_of * MILLION
    return rule.over < value < rule.under and -_OFF < share - value < _OFF


class NumberReader:
    """Reads the columns of numbers; what was read once is remembered."""

    def __init__(self) -> None:
        self._numbers = Memo(_number)
        self._digits = Memo(_last_digit)

    def read(self, rules: Sequence[NumberRule], given: Given) -> NumberColumns:
        """Values, fractions and stated numbers, each row by the rule of its indicator."""
        values = self._millionths(given.each("value"))
        found = NumberColumns({"value": values})
        if given.shared("indicator") is None or not _all_fit(rules[0], values):
            found.doubtful.update(
                at
                for at, (rule, value) in enumerate(zip(rules, values, strict=True))
                if not rule[0] <= value <= rule[1] or value % rule[2]
            )
        if given.any("numerator") or given.any("denominator"):
            self._read_fractions(rules, values, given, found)
        if given.any("stated"):
            self._read_stated(rules, given, found)
        return found

    def _millionths(self, texts: Sequence[str]) -> list[int]:
        """The numbers of a column; those of a long plain one without a look at each text."""
        lines = "\n".join([*texts, ""])
        if len(lines) <= (_SHORT + 1) * len(texts):
            return self._numbers.all(texts)
        if _PLAIN.fullmatch(lines) and lines.count("\n") == len(texts):
            return [round(float(text) * MILLION) for text in texts]
        return self._numbers.all(texts)

    def _read_fractions(
        self,
        rules: Sequence[NumberRule],
        values: list[int],
        given: Given,
        found: NumberColumns,
    ) -> None:
        """Puts what a fraction gives in the place of the value beside it, once that is checked.

        An empty value is no longer in doubt when the fraction gives one.
        """
        numerators, denominators = given.each("numerator"), given.each("denominator")
        places: Sequence[int] = range(len(values))
        if "" in numerators or "" in denominators:
            parts = [a or b for a, b in zip(numerators, denominators, strict=True)]
            places = [*compress(places, parts)]
        fractions = Fractions(
            _at(rules, places),
            _at(values, places),
            self._millionths(_at(numerators, places)),
            self._millionths(_at(denominators, places)),
        )
        tops: list[int | None] = [*fractions.tops]
        bottoms: list[int | None] = [*fractions.bottoms]
        if len(places) < len(values):
            tops = [None] * len(values)
            bottoms = tops.copy()
            for at, top, bottom in zip(places, fractions.tops, fractions.bottoms, strict=True):
                tops[at], bottoms[at] = top, bottom
        texts = given.each("value")
        for row in fractions.unclear():
            at = places[row]
            top, bottom = fractions.tops[row], fractions.bottoms[row]
            kept = self._kept(rules[at], values[at], texts[at], top, bottom)
            if kept is None:
                found.doubtful.add(at)
                continue
            if values[at] == _EMPTY:
                found.doubtful.discard(at)
            values[at] = kept
        found.columns |= {"numerator": tops, "denominator": bottoms}

    def _kept(self, rule: NumberRule, value: int, text: str, top: int, bottom: int) -> int | None:
        """The value that a fraction gives, if there is none beside it or one that may be printed.

        Rounded to millionths, half to even, as `cdstrack.core.record.observation.to_decimal` does.
        """
        if not (0 <= top <= _LARGEST and 0 < bottom <= _LARGEST):
            return None
        if rule.is_rank:
            return top if value in {top, _EMPTY} and _is_place(rule, top, bottom) else None
        exact = top * rule.share_of
        in_bounds = rule.low * bottom <= exact * MILLION <= rule.high * bottom
        if not rule.share_of or not in_bounds:
            return None
        whole, rest = divmod(exact * MILLION, bottom)
        whole += rest * 2 > bottom or (rest * 2 == bottom and whole % 2 == 1)
        if value in {whole, _EMPTY} or _rounds(exact, bottom, value, self._digits[text]):
            return whole
        return None

    def _read_stated(self, rules: Sequence[NumberRule], given: Given, found: NumberColumns) -> None:
        """Stated numbers; one that does not agree with its fraction is in doubt."""
        texts = given.each("stated")
        stated = [self._numbers[text] if text else None for text in texts]
        tops, bottoms = found.columns.get("numerator"), found.columns.get("denominator")
        for at, number in enumerate(stated):
            if number is None:
                continue
            top, bottom = (tops[at], bottoms[at]) if tops and bottoms else (None, None)
            digit = self._digits[texts[at]]
            if abs(number) > _LARGEST or not _agrees(rules[at], number, digit, top, bottom):
                found.doubtful.add(at)
        found.columns["stated"] = stated


def _at(column: Sequence[_Cell], places: Sequence[int]) -> Sequence[_Cell]:
    """The values of a column at some positions, or all of them."""
    if len(places) == len(column):
        return column
    return [*map(column.__getitem__, places)]


def _number(text: str) -> int:
    """The number in millionths, or one that no rule takes.

    >>> _number("67.84"), _number("67,84") == _NO_NUMBER, _number("") == _EMPTY
    (67840000, True, True)
    """
    if not text:
        return _EMPTY
    match = _NUMBER.fullmatch(text)
    if match is None:
        return _NO_NUMBER
    sign, whole, decimals = match.groups("")
    number = int(f"{whole}{decimals:0<6}")
    return -number if sign else number


def _last_digit(text: str) -> int:
    """The value of the last digit of a printed number, in millionths.

    >>> _last_digit("67.84"), _last_digit("68.0")
    (10000, 1000000)
    """
    decimals = text.partition(".")[2].rstrip("0")
    return int(f"1{'0' * (6 - len(decimals[:6]))}")


def _all_fit(rule: NumberRule, values: Sequence[int]) -> bool:
    """Whether a rule takes all of the values."""
    if not rule.low <= min(values) <= max(values) <= rule.high:
        return False
    return rule.step == 1 or not any(map(mod, values, repeat(rule.step)))


def _is_place(rule: NumberRule, top: int, bottom: int) -> bool:
    return rule.low <= top <= min(rule.high, bottom) and top % rule.step == 0


def _agrees(rule: NumberRule, stated: int, digit: int, top: int | None, bottom: int | None) -> bool:
    """Whether a stated number may be printed beside its fraction, if there is one."""
    if top is None or bottom is None:
        return True
    if rule.is_rank:
        return top == stated
    return _rounds(top * rule.share_of, bottom, stated, digit)


def _rounds(top: int, bottom: int, printed: int, digit: int) -> bool:
    """Whether top / bottom differs from the printed number by at most half its last digit."""
    return abs(top * MILLION - printed * bottom) * 2 <= digit * bottom
