"""Checks that the number of a target occurs in its official wording.

Owns how numbers are found in a sentence of a plan: in figures, in words, and as "all", "half" and
"twice". A number that is not found is only advice.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from cdstrack.core.checks.walk import TargetAt, advice, targets
from cdstrack.core.plan.comparators import Limit
from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.plan.quotes import quoted_sentence
from cdstrack.core.plan.values import RelativeChange, format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.spelling import unmarked

_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*", re.ASCII
)
_GROUP = {"vi": ".", "en": ","}
_SCALES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9}
_SCALES |= {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE = re.compile(rf"\W{{0,2}}((?:\b(?:{'|'.join(_SCALES)})\b\s*)+)")
_TIMES = re.compile(r"\W{0,2}(?:lan|times|fold)\b")
_SMALL = (
    "khong none no zero",
    "mot one once",
    "hai two doi",
    "ba three",
    "bon tu four",
    "nam five",
    "sau six",
    "bay seven",
    "tam eight",
    "chin nine",
    "muoi ten chuc",
)
"""The words for 0 to 10, without accents."""
_IN_WORDS = {word: Decimal(number) for number, words in enumerate(_SMALL) for word in words.split()}
_ALL = re.compile(
    r"\b(?:toan|tat ca|moi|deu|het|kin|hoan thanh|phu|pho cap|all|every|each|full|fully|whole|entire)\b"
)
_HALF = re.compile(r"\b(?:nua|half)\b")
_TWICE = re.compile(r"\b(?:gap doi|double|doubled|twice)\b")
_SHOWN = 6


class _Found(NamedTuple):
    """A number in a sentence: its text, and its possible values.

    `unscaled` are the values without the magnitude (`triệu`) that follows it.
    """

    text: str
    readings: tuple[Decimal, ...]
    unscaled: tuple[Decimal, ...] = ()


def numbers_stand_in_the_wording(plan: Plan) -> Iterator[Problem]:
    """The number of a target occurs in the words that are quoted for it."""
    for entry in targets(plan):
        texts = [unmarked(text) for text in _texts(plan, entry.target)]
        if not texts:
            continue
        found = [each for text in texts for each in _numbers_in(text, plan.plan.language)]
        known = {reading for each in found for reading in each.readings}
        if entry.indicator.unit_label is None:  # its magnitude is not known
            known.update(reading for each in found for reading in each.unscaled)
        known.update(*(_spelled(text, entry.indicator) for text in texts))
        for path, number in _stated(entry):
            if not _stands_in(number, known, entry.indicator):
                shown = ", ".join(dict.fromkeys(each.text for each in found[:_SHOWN]))
                facts = {"value": format_decimal(number), "found": shown}
                yield advice(entry.error("CDS197", *path, **facts))


def _texts(plan: Plan, target: Target) -> list[str]:
    quoted = (quoted_sentence(plan, target, quote) for quote in target.quote)
    return [*target.wording, *(text for text in quoted if text is not None)]


def _stated(entry: TargetAt) -> Iterator[tuple[tuple[str | int, ...], Decimal]]:
    """The numbers of a target's comparator, with the path to each."""
    key = entry.comparator
    if key is not None:
        value = getattr(entry.target, key)
        if isinstance(value, RelativeChange):
            yield (key.value,), abs(value.amount)
        elif key.kind.is_single:
            yield (key.value,), value
        elif key.kind.limit is Limit.RANGE:
            yield from (((key.value, at), each) for at, each in enumerate(value))


def _stands_in(number: Decimal, known: Iterable[Decimal], indicator: Indicator) -> bool:
    """Whether the number, alone or with the magnitude of its unit, is one of those found."""
    label = indicator.unit_label
    scale = max((_scale(unmarked(text)) for text in label.texts), default=0) if label else 0
    return number in known or number.scaleb(scale) in known


def _scale(text: str) -> int:
    """The power of ten that words like `nghìn tỷ` stand for."""
    return sum(_SCALES.get(word, 0) for word in re.findall(r"[a-z]+", text))


def _numbers_in(text: str, language: str) -> Iterator[_Found]:
    for match in _NUMBER.finditer(text):
        readings = unscaled = [*_readings(match[0], _GROUP[language])]
        if scale := _SCALE.match(text, match.end()):
            readings = [each.scaleb(_scale(scale[1])) for each in readings]
        elif _TIMES.match(text, match.end()):
            readings = [*readings, *((each - 1) * 100 for each in readings)]
        yield _Found(match[0], tuple(readings), tuple(unscaled))


def _readings(text: str, group: str) -> Iterator[Decimal]:
    """The possible values of digits with points and commas, if `group` separates thousands.

    >>> [str(each) for each in _readings("1.850", ".")], [str(each) for each in _readings("8,5", ".")]
    (['1850'], ['8.5'])
    """
    text = re.sub(r"[ \u00a0\u202f]", "", text)
    point = "," if group == "." else "."
    if re.fullmatch(rf"\d+(?:\{point}\d+)?", text, re.ASCII):
        yield Decimal(text.replace(point, "."))
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", text, re.ASCII):
        yield Decimal(text.replace(group, "").replace(point, "."))
    elif re.fullmatch(rf"\d+\{group}\d+", text, re.ASCII):
        yield Decimal(text.replace(group, "."))
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{point}\d{{3}})+", text, re.ASCII):
        yield Decimal(text.replace(point, ""))


def _spelled(text: str, indicator: Indicator) -> Iterator[Decimal]:
    """The numbers that a sentence spells in words: small numbers, all, half, twice."""
    yield from (_IN_WORDS[word] for word in re.findall(r"[a-z]+", text) if word in _IN_WORDS)
    whole = Decimal(SHARE_OF.get(indicator.unit, 100))
    if _ALL.search(text):
        yield whole
    if _HALF.search(text):
        yield whole / 2
    if _TWICE.search(text):
        yield Decimal(100)
