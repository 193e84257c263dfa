"""Columns of numbers in canonical spelling, as whole millionths, held against what is possible.

Owns the arithmetic of the fast lane: bounds, whole numbers, and values beside their fractions.
What a row means is decided in `cdstrack.files.importing.row`; a row that is not plainly sound here
is left to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import mod, mul
from typing import NamedTuple, cast

from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.plan.values import LARGEST
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.record.observation_rules import limits
from cdstrack.files.importing.canonical.texts import Given
from cdstrack.words.parse.memo import Memo

_NUMBER = re.compile(r"(-?)(0|[1-9]\d{0,11})(?:\.(\d{1,6}))?", re.ASCII)
_PLAIN = re.compile(r"(?>(?>0|[1-9]\d{0,8})(?>\.\d{1,6})?\n)*+", re.ASCII)
"""Lines of numbers below 1e9: in millionths, a float holds each of them exactly enough."""
_LARGEST = int(LARGEST) * MILLION
_NO_NUMBER = _LARGEST * 2
"""Stands for what is no plain number: it is beyond every bound."""
_EMPTY = _NO_NUMBER + 1
"""Stands for an empty cell: no number either, but a fraction beside it may tell the value."""
_WHOLE_UNITS = {Unit.COUNT, Unit.RANK}


class NumberRule(NamedTuple):
    """What an indicator takes: from `low` to `high` in millionths, in steps of `step`.

    `share_of` is what a whole counts for in a share, 0 where the indicator takes none; `is_rank`
    tells that a fraction is a place in a field.
    """

    low: int
    high: int
    step: int = 1
    share_of: int = 0
    is_rank: bool = False


NOTHING = NumberRule(_NO_NUMBER, -_NO_NUMBER)
"""Takes no number at all."""


def number_rule(indicator: Indicator) -> NumberRule:
    """What an indicator takes; a state takes no number."""
    if indicator.unit is Unit.STATE:
        return NOTHING
    low, high = limits(indicator)
    return NumberRule(
        -_LARGEST if low is None else max(-_LARGEST, int(low * MILLION)),
        _LARGEST if high is None else min(_LARGEST, int(high * MILLION)),
        MILLION if indicator.unit in _WHOLE_UNITS else 1,
        SHARE_OF.get(indicator.unit, 0),
        indicator.unit is Unit.RANK,
    )


@dataclass(slots=True)
class NumberColumns:
    """Numbers by the names of their columns, and the rows that are in doubt."""

    columns: dict[str, Sequence[int | None]]
    doubtful: set[int] = field(default_factory=set)


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
        """The numbers of a column, those that are new to it together."""
        known = list(map(self._numbers.get, texts))
        if None not in known:
            return cast("list[int]", known)
        unknown = {text for text, number in zip(texts, known, strict=True) if number is None}
        if _PLAIN.fullmatch("\n".join([*unknown, ""])):
            self._numbers.learn(unknown, map(round, map(mul, map(float, unknown), repeat(MILLION))))
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
        parts = [a or b for a, b in zip(numerators, denominators, strict=True)]
        tops: list[int | None] = [None] * len(values)
        bottoms = tops.copy()
        rows = zip(
            compress(range(len(values)), parts),
            compress(rules, parts),
            compress(given.each("value"), parts),
            self._millionths([*compress(numerators, parts)]),
            self._millionths([*compress(denominators, parts)]),
            strict=True,
        )
        for at, rule, text, top, bottom in rows:
            kept = self._kept(rule, values[at], text, top, bottom)
            if kept is None:
                found.doubtful.add(at)
                continue
            if values[at] == _EMPTY:
                found.doubtful.discard(at)
            values[at], tops[at], bottoms[at] = kept, top, bottom
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
    """What the last digit of a printed number counts for, in millionths.

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
    """Whether top / bottom is at most half a last digit away from what is printed."""
    return abs(top * MILLION - printed * bottom) * 2 <= digit * bottom
