"""What an analyst types as VALUE: `75`, `67,84%`, `981/1.446`, `done`, `na:"lý do"`.

Owns the choice among the readings of a number, by the indicator's unit: a text with one reading is
accepted, one with two is refused with both. Knows no period and no store.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Indicator, State, Unit
from cdstrack.core.plan.values import LARGEST, format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import SHARE_OF, Qualifier, share, to_decimal
from cdstrack.words.parse.clean import REVERSED, clean
from cdstrack.words.parse.marks import mark_behind
from cdstrack.words.parse.numbers import (
    MOST_DECIMALS,
    SIGN,
    Readings,
    read_number,
    read_parts,
    read_quantity,
    scale_of,
)
from cdstrack.words.parse.search import fold
from cdstrack.words.parse.value_words import (
    NOT_AVAILABLE,
    PLACE_WORDS,
    QUALIFIER_WORDS,
    REACHED,
    SIGNS_BEFORE,
    STATE_WORDS,
    unquoted,
)

_SIGNS = {"%": Unit.PERCENT, "\u2030": Unit.PER_THOUSAND}
_WHOLE_UNITS = {Unit.COUNT, Unit.RANK}
_QUALIFIED = re.compile(
    rf"(?P<words>(?:[^\W\d_](?:[^\W\d_]|[\s:=])*)?)(?P<sign>[~\u2248>]?)\s*(?P<number>{SIGN}\d.*)"
)
"""Letters only: any other sign before a number is not passed over, it may be one of its own."""
_BRACKETED = re.compile(r"(?P<main>[^()]*\d[^()]*?)\s*\((?P<beside>[^()*]+)\)")
_LONGEST = 200
"""Characters; a longer text is not a figure, and backtracking patterns are not applied to it."""
_NAMED_PARTS = re.compile(r"(?P<parts>.*\d)\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,7})")
_PER = re.compile(r"(?P<number>.*?\d)\s*(?P<unit>[^\W\d_][^/]*/.*)")
"""A number with a unit per something behind it: `45 triệu đồng/người`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The content of an entered value; exactly one of `value`, `state` and `not_available` is set.

    `value` is a decimal in the indicator's unit; a share is judged by its `numerator` and
    `denominator`. For a rank they are place and field. `qualifier` is None if the text has no such
    word, `stated` if it has no percentage in addition to a fraction. `entered` is the entered text,
    cleaned.
    """

    entered: str
    value: Decimal | None = None
    state: State | None = None
    not_available: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    qualifier: Qualifier | None = None
    stated: Decimal | None = None


def read_value(text: str, indicator: Indicator) -> Reading | Problem:
    """The figure that a text states for an indicator, or why it is refused (CDS201 ff).

    A percentage sign is taken only by percentages, a fraction only by shares (parts are whole
    numbers) and ranks (place and field), a magnitude word (`1,8 triệu`) by counts and amounts.
    """
    entered = clean(text).strip()
    if not entered or REVERSED in text:
        return _refused("CDS201", entered) if entered else Problem("CDS222", {"where": "VALUE"})
    if match := NOT_AVAILABLE.fullmatch(entered):
        reason = unquoted((match["reason"] or "").strip())
        if not reason:
            return Problem("CDS211", {"value": entered})
        return Reading(entered, not_available=reason)
    state = STATE_WORDS.get(fold(entered))
    if indicator.unit is Unit.STATE:
        words = ", ".join(State)
        return Reading(entered, state=state) if state else _refused("CDS210", entered, words=words)
    if state:
        return _refused("CDS230", entered, indicator=indicator.id, unit=indicator.unit)
    return _read_figure(entered, indicator)


def _refused(code: str, value: str, **facts: str) -> Problem:
    return Problem(code, {"value": value, **facts})


def _read_figure(entered: str, indicator: Indicator) -> Reading | Problem:
    is_short = len(entered) <= _LONGEST
    if is_short and (mark := mark_behind(entered)):
        return _refused("CDS241", entered, mark=mark)
    bracketed = _BRACKETED.fullmatch(entered) if is_short else None
    if bracketed is None:
        return _read_qualified(entered, entered, indicator)
    main = _read_qualified(bracketed["main"], entered, indicator)
    if isinstance(main, Problem):
        return main
    found = _with_brackets(main, bracketed["beside"].strip(), indicator)
    return found or _refused("CDS201", entered)


def _with_brackets(main: Reading, beside: str, indicator: Indicator) -> Reading | Problem | None:
    """A figure followed by brackets: `(ước)`, `(67,84%)`, `(981/1.446 hồ sơ)`."""
    qualifier = QUALIFIER_WORDS.get(fold(beside))
    if qualifier is not None:
        return replace(main, qualifier=qualifier) if main.qualifier in {None, qualifier} else None
    if indicator.unit not in SHARE_OF or (main.numerator is None) == ("/" not in beside):
        return None
    if main.numerator is not None:
        stated = read_stated(beside, indicator)
        return stated if isinstance(stated, Problem) else replace(main, stated=stated)
    fraction = _read_measured(beside, main.entered, indicator)
    if isinstance(fraction, Problem):
        return fraction
    return replace(fraction, qualifier=main.qualifier, stated=main.value)


def _read_qualified(text: str, entered: str, indicator: Indicator) -> Reading | Problem:
    """A number or a fraction after a qualifier."""
    if (qualified := _QUALIFIED.fullmatch(text)) is None:
        return _read_measured(text, entered, indicator)
    qualifier = _qualifier(qualified["words"].strip(), qualified["sign"], indicator.unit)
    if isinstance(qualifier, Problem):
        return qualifier
    read = _read_measured(qualified["number"], entered, indicator)
    return read if isinstance(read, Problem) else replace(read, qualifier=qualifier)


def _qualifier(words: str, sign: str, unit: Unit) -> Qualifier | Problem | None:
    """How firm the words and the sign before a number make it; `~` adds nothing to a word."""
    told, by_sign = REACHED.sub("", fold(words), count=1), SIGNS_BEFORE.get(sign)
    if not told or (unit is Unit.RANK and told in PLACE_WORDS):
        return by_sign
    by_words = QUALIFIER_WORDS.get(told) or read_qualifier(words)
    if isinstance(by_words, Problem) or by_sign in {None, Qualifier.ABOUT, by_words}:
        return by_words
    return _refused("CDS225", f"{words} {sign}", words=", ".join(Qualifier))


def _read_measured(text: str, entered: str, indicator: Indicator) -> Reading | Problem:
    per = _PER.fullmatch(text) if len(text) <= _LONGEST else None
    if per and indicator.unit in {Unit.COUNT, Unit.AMOUNT, Unit.INDEX}:
        label = indicator.unit_label
        if _rate(per["unit"]) in map(_rate, label.texts if label else ()):
            text = per["number"]
        elif not any(map(str.isdigit, per["unit"])):
            return _refused("CDS209", entered, indicator=indicator.id, unit=indicator.unit)
    if "/" in text:
        named = _NAMED_PARTS.fullmatch(text) if len(text) <= _LONGEST else None
        # What is counted may be named behind the parts; a magnitude there would be another number.
        if named and indicator.unit in SHARE_OF and scale_of(named["words"]) == 1:
            text = named["parts"]
        return _read_fraction(text, entered, indicator)
    number = _read_one(text, indicator)
    return number if isinstance(number, Problem) else Reading(entered, number)


def _rate(unit: str) -> tuple[str, ...]:
    """What is counted per what, for comparing."""
    return tuple(map(fold, unit.split("/")))


def read_stated(text: str, indicator: Indicator) -> Decimal | Problem:
    """The number that a source prints in addition to its fraction: `68%`, `81,19`; refused like a value.

    The printed number may lie outside the bounds: its disagreement with the fraction is reported by
    `cdstrack.core.record.observation_rules`.
    """
    typed = clean(text).strip()
    found = _read_one(typed, indicator)
    if isinstance(found, Problem) and found.code == "CDS203":
        readings = read_number(typed.rstrip("".join(_SIGNS)))
        if not isinstance(readings, Problem) and len(readings) == 1:
            return _kept(readings[0], typed)
    return found


def read_qualifier(text: str) -> Qualifier | Problem:
    """How firmly a source states its figure: `over`, `hơn`, `gần`, `ước` …; else CDS225.

    >>> read_qualifier("Trên")
    <Qualifier.OVER: 'over'>
    """
    typed = clean(text).strip()
    found = QUALIFIER_WORDS.get(fold(typed))
    return found or _refused("CDS225", typed, words=", ".join(Qualifier))


def _read_one(text: str, indicator: Indicator) -> Decimal | Problem:
    """One number in the indicator's unit, its sign or magnitude word taken into account."""
    sign = text[-1:]
    if sign in _SIGNS:
        if indicator.unit is not _SIGNS[sign]:
            return _refused("CDS209", text, sign=sign, indicator=indicator.id, unit=indicator.unit)
        readings = read_number(text[:-1])
    elif indicator.unit in {Unit.COUNT, Unit.AMOUNT}:
        readings = _read_counted(text, indicator)
    else:
        readings = read_number(text)
    return readings if isinstance(readings, Problem) else _chosen(readings, text, indicator)


def _read_counted(text: str, indicator: Indicator) -> Readings | Problem:
    label = indicator.unit_label.text("vi") if indicator.unit_label else ""
    quantity = read_quantity(text, label)
    if isinstance(quantity, Problem):
        return quantity
    if quantity.scale == 1 and not (quantity.is_money or quantity.is_named):
        return quantity.readings
    is_amount = indicator.unit is Unit.AMOUNT
    if (is_amount and not label) or (quantity.is_money and not is_amount):
        return _refused("CDS209", text, indicator=indicator.id, unit=indicator.unit)
    return quantity.counted_in(scale_of(label))


def _chosen(readings: Readings, text: str, indicator: Indicator) -> Decimal | Problem:
    """The one reading that the unit allows; bounds say nothing about which one was meant."""
    if indicator.unit in _WHOLE_UNITS:
        readings = tuple(number for number in readings if number == int(number))
    if not readings:
        return _refused("CDS204", text, indicator=indicator.id)
    if not any(_is_within(Fraction(number), indicator) for number in readings):
        return _outside(text, indicator)
    if len(readings) > 1:
        return _beyond(_two_readings(text, *readings), readings, indicator)
    return _kept(readings[0], text)


def _kept(number: Decimal, text: str) -> Decimal | Problem:
    """The number without trailing zeros, if the store can hold it."""
    plain = format_decimal(number)
    if len(plain.partition(".")[2]) > MOST_DECIMALS:
        return _refused("CDS205", text)
    if abs(number) > LARGEST:
        return _refused("CDS206", text, most=format_decimal(LARGEST))
    return Decimal(plain)


def _two_readings(text: str, grouped: Decimal, decimal: Decimal) -> Problem:
    """Both readings, each spelled so that it has only one."""
    plain = format_decimal(decimal)
    # Three decimals look like a group of thousands; a fourth one settles it.
    plain += "0" if len(plain.partition(".")[2]) == 3 else ""
    spelled = {"decimal": plain, "decimal_vi": plain.replace(".", ",")}
    return _refused("CDS202", text, grouped=format_decimal(grouped), **spelled)


def _beyond(problem: Problem, readings: Readings, indicator: Indicator) -> Problem:
    """The same, with which of the two readings the bounds rule out."""
    facts = problem.facts
    spelled = [facts["grouped"]] * 2, [facts["decimal"], facts["decimal_vi"]]
    within = [_is_within(Fraction(number), indicator) for number in readings]
    if all(within):
        return problem
    (out, out_vi), (fits, fits_vi) = reversed(spelled) if within[0] else spelled
    told = {"beyond": out, "beyond_vi": out_vi, "fits": fits, "fits_vi": fits_vi}
    bounds = _outside("", indicator).facts["bounds"]
    return replace(problem, facts={**facts, **told, "bounds": bounds})


def _is_within(number: Fraction, indicator: Indicator) -> bool:
    low, high = limits(indicator)
    return (low is None or low <= number) and (high is None or number <= high)


def _outside(text: str, indicator: Indicator) -> Problem:
    low, high = (None if limit is None else format_decimal(limit) for limit in limits(indicator))
    bounds = f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    return _refused("CDS203", text, indicator=indicator.id, bounds=bounds)


def _read_fraction(text: str, entered: str, indicator: Indicator) -> Reading | Problem:
    is_share = indicator.unit in SHARE_OF
    if not (is_share or indicator.unit is Unit.RANK) or any(sign in text for sign in _SIGNS):
        return _refused("CDS207", entered, indicator=indicator.id, unit=indicator.unit)
    parts = read_parts(text, entered)
    if isinstance(parts, Problem):
        return parts
    numerator, denominator = parts
    if not is_share and numerator > denominator:
        return _refused("CDS231", entered)
    exact = share(numerator, denominator, indicator.unit) if is_share else Fraction(numerator)
    if not _is_within(exact, indicator):
        return _outside(entered, indicator)
    value = _kept(to_decimal(exact), entered)
    if isinstance(value, Problem):
        return value
    return Reading(entered, value, numerator=numerator, denominator=denominator)
