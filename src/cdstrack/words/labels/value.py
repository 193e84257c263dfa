"""Numbers with their units: figures, gaps, paces and thresholds in words.

Owns how a value of an indicator is written for people; the plan's `unit_label` takes precedence. A
number is never rounded to a bound that it has not reached. English names of units come from plans
in the plural; only the regular plural is turned into a singular.
"""

import re
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import GAP_UNIT, GAP_UNIT_SHORT, QUALIFIER, STATE, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.numbers import format_number, format_toward

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.observation import Observation

_PLURAL = re.compile(r"\b(?!series\b)([a-z]{2,}?)(ies|(?<=ss|sh|ch)es|(?<=x)es|(?<![sui])s)\b")
_IRREGULAR = {"people": "person"}


def for_one(nouns: str) -> str:
    """The singular of an English noun phrase; anything but a regular plural is returned unchanged.

    >>> for_one("percentage points"), for_one("hospitals with LIS"), for_one("business units")
    ('percentage point', 'hospital with LIS', 'business unit')
    >>> for_one("companies"), for_one("boxes"), for_one("places"), for_one("billion dong")
    ('company', 'box', 'place', 'billion dong')
    """
    if nouns in _IRREGULAR:
        return _IRREGULAR[nouns]
    return _PLURAL.sub(_singular, nouns, count=1)


def _singular(found: re.Match[str]) -> str:
    stem, ending = found.groups()
    return stem + ("y" if ending == "ies" else "")


Number = Decimal | Fraction | int | float
_SIGNS = {"percent": "%", "per_thousand": "‰"}
_WHOLES = {"percent": 100, "per_thousand": 1000}
_LONGEST_COUNTED = 20
_COUNTING_NOUN = re.compile(
    r"(?:số )?(hồ sơ công việc|hồ sơ|thủ tục hành chính|thủ tục|TTHC|DVCTT|dịch vụ công|chế độ báo cáo"
    r"|cơ sở dữ liệu|cơ sở y tế|cơ sở|hộ gia đình|hộ|người|xã|huyện|hợp tác xã|doanh nghiệp"
    r"|bệnh viện|ngân hàng|cơ quan|văn bản)\b",
    re.IGNORECASE,
)
"""What officials count by, at the beginning of a numerator's name."""
_DECIMALS = 2
_COMPUTED_DECIMALS = 3
"""Scores are published with up to three decimals."""
_SMALL_INDEX_DECIMALS = 4
"""An index between 0 and 1 is published with four decimals; places there change at the third."""


def number_words(
    value: Number,
    indicator: "Indicator",
    language: str,
    bound: Number | None = None,
    *,
    stated: int | None = None,
) -> str:
    """The number alone, with enough decimals to distinguish it from `bound`, from zero and from a whole.

    Two decimals if they suffice, four for an index below 1; fewer where the figure that it was
    computed from was `stated` with fewer. A share of 99,996 % is not written as 100.
    """
    bounds = [0, value if bound is None else bound]
    if indicator.unit in _WHOLES:
        bounds.append(_WHOLES[indicator.unit])
    # Of the spellings that respect one bound each, the longest respects them all.
    decimals = decimals_shown(value, indicator, stated)
    written = (format_toward(value, near, language, decimals=decimals) for near in bounds)
    return max(written, key=len)


def with_unit(number: str, indicator: "Indicator", language: str) -> str:
    """A written number with the indicator's unit: `90%`, `283 giao dịch`, `31`."""
    name = indicator.unit_label
    if name is None:
        return number + _SIGNS.get(indicator.unit, "")
    unit = _counted(clean(name.text(language)), number, language)
    return number + unit if unit[:1] in {"%", "‰"} else f"{number} {unit}".rstrip()


def value_words(
    value: Number, indicator: "Indicator", language: str, bound: Number | None = None
) -> str:
    """A value of the indicator with its unit."""
    return with_unit(number_words(value, indicator, language, bound), indicator, language)


def computed_words(
    value: Fraction, indicator: "Indicator", language: str, bound: Number | None = None
) -> str:
    """A number that was computed from those of units; of what counts nothing, the state it means."""
    if indicator.unit != "state":
        return value_words(value, indicator, language, bound)
    from cdstrack.core.plan.vocabulary import State

    return label(STATE, list(State)[int(value)], language)


def figure_words(
    figure: "Observation", indicator: "Indicator", language: str, bound: Number | None = None
) -> str:
    """The figure as a reader says it: `gần 88%`, `31/63`, `đang thực hiện`.

    A number that was recorded keeps all its decimals. A share that was divided here is rounded, and
    written as the percentage alone; `fraction_words` has its parts.
    """
    if figure.value is None:
        words = plain_figure_words(figure, language)
        if figure.state is None or figure.qualifier != "derived":
            return words
        return label(QUALIFIER, figure.qualifier, language).replace("{value}", words)
    exact = _exact(figure, indicator)
    if figure.exact is not None:
        number = _computed_number(figure.exact, language, bound)
    else:
        number = number_words(exact, indicator, language, bound if figure.denominator else None)
    if indicator.unit == "rank" and figure.denominator is not None:
        number = f"{number}/{format_number(figure.denominator, language)}"
    words = with_unit(number, indicator, language)
    return label(QUALIFIER, figure.qualifier, language).replace("{value}", words)


def _computed_number(value: Number, language: str, bound: Number | None) -> str:
    """A number that was computed here, with three decimals or as many as distinguish it."""
    bounds = {Fraction(0)} if bound is None else {Fraction(0), Fraction(bound)}
    written = (format_toward(value, near, language, decimals=_COMPUTED_DECIMALS) for near in bounds)
    return max(written, key=len)


def plain_figure_words(figure: "Observation", language: str) -> str:
    """The figure without a unit, for an indicator that is not at hand."""
    if figure.state is not None:
        return label(STATE, figure.state, language)
    if figure.value is not None:
        return format_number(figure.value, language)
    return phrase("not_available", language, reason=clean(figure.not_available or ""))


def fraction_words(figure: "Observation", indicator: "Indicator", language: str) -> str:
    """Part and whole of a share, `981/1.446`; empty for what is no share."""
    part, whole = figure.numerator, figure.denominator
    if part is None or whole is None or indicator.unit not in _WHOLES:
        return ""
    return f"{format_number(part, language)}/{format_number(whole, language)}"


def gap_number_words(
    gap: Number,
    indicator: "Indicator",
    language: str,
    *,
    short: bool = False,
    stated: int | None = None,
) -> str:
    """A difference between two values, without its sign: `22,16 điểm phần trăm`, `6 bậc`."""
    number = gap_number(gap, indicator, language, stated=stated)
    unit = label(GAP_UNIT_SHORT if short else GAP_UNIT, indicator.unit, language)
    if not unit:
        return with_unit(number, indicator, language)
    return f"{number} {_counted(unit, number, language)}"


def gap_number(
    gap: Number, indicator: "Indicator", language: str, *, stated: int | None = None
) -> str:
    """A difference between two values as a number alone, without its sign."""
    decimals = decimals_shown(gap, indicator, stated)
    # The negative of a decimal keeps 28 digits alone.
    exact = Fraction(gap) if isinstance(gap, Decimal) else gap
    return format_toward(-exact if exact < 0 else exact, 0, language, decimals=decimals)


def pace_words(
    pace: float, indicator: "Indicator", language: str, *, stated: int | None = None
) -> str:
    """A change per year, with its sign, as exact as the figure was `stated`: `+6,65 điểm %`.

    Where it is the result of a sum that is shown, it is given without, as exact as the sum.
    """
    sign = "−" if pace < 0 else "+" if pace > 0 else ""
    return sign + gap_number_words(pace, indicator, language, short=True, stated=stated)


def forecast_words(
    forecast: float,
    indicator: "Indicator",
    language: str,
    bound: Number | None,
    *,
    stated: int | None,
) -> str:
    """Where the pace leads, as exact as the figure was `stated`.

    A rank is a whole place, the worse of the two it lies between.
    """
    value = max(1, ceil(forecast)) if indicator.unit == "rank" else forecast
    number = number_words(value, indicator, language, bound, stated=stated)
    return with_unit(number, indicator, language)


def count_words(count: int, indicator: "Indicator", language: str) -> str:
    """A number of what the indicator's numerator counts: `321 hồ sơ`.

    Of a long Vietnamese numerator only the noun that officials count by is used; without such a
    noun, and in English, the count is of units.
    """
    number = format_number(count, language)
    name = clean(indicator.numerator.text(language)) if indicator.numerator else ""
    if len(name) > _LONGEST_COUNTED:
        noun = _COUNTING_NOUN.match(name) if language == "vi" else None
        name = noun[1] if noun else ""
    if name:
        return f"{number} {_counted(name, number, language)}"
    return phrase("one_unit" if count == 1 else "units", language, count=number)


def _counted(nouns: str, number: str, language: str) -> str:
    """The counted noun in the form that follows the number."""
    return for_one(nouns) if language == "en" and number == "1" else nouns


def decimals_shown(value: Number, indicator: "Indicator", stated: int | None = None) -> int:
    """How many decimals a computed number is written with, at most.

    Those that the figure was `stated` with, or more where fewer would change the number by more
    than a tenth; without such a figure two, four for an index below 1.
    """
    is_small = indicator.unit == "index" and -1 < value < 1
    most = _SMALL_INDEX_DECIMALS if is_small else _DECIMALS
    few = most if stated is None else min(stated, most)
    exact = Fraction(value) if few < most else Fraction(0)
    while few < most and abs(round(exact, few) - exact) * 10 > abs(exact):
        few += 1
    return few


def _exact(figure: "Observation", indicator: "Indicator") -> Number:
    from cdstrack.core.record.observation import exact_value

    number = exact_value(figure, indicator.unit)
    return Fraction(0) if number is None else number
