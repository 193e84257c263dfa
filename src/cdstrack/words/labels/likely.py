"""What is likely, in words: the chance in tenths, the range, and where the recent pace leads.

Owns these sentences. A chance is never written with decimals: the back-test behind it
(docs/methods.md) bears tenths and no more.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, copysign, floor, isinf, log10
from typing import TYPE_CHECKING

from cdstrack.words.labels.value import (
    count_words,
    forecast_words,
    gap_number_words,
    value_words,
)
from cdstrack.words.labels.vocabulary import DIRECTION_VERDICT, Pair, label
from cdstrack.words.parse.numbers import format_number, format_toward

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.verdict.bounds import Bounds
    from cdstrack.core.verdict.effort import Effort
    from cdstrack.core.verdict.likely import Likely
    from cdstrack.core.verdict.model import Verdict
    from cdstrack.core.verdict.tendency import Tendency

_DAYS_PER_MONTH = 30.4
_WHOLE_THINGS = {"count", "rank"}
_WHOLES = {"percent": 100, "per_thousand": 1000}
_CUT = 0.5
"""Per cent a year from which most methods see a change for the better."""
_LESS, _MORE, _WHOLE = 0.75, 1.25, 3
"""Times the usual change: below, as usual; from three on only whole numbers are said."""

TEXTS: Mapping[str, Pair] = {
    "about": Pair("khoảng {n} trên 10", "about {n} in 10"),
    "below": Pair("dưới 1 trên 10", "under 1 in 10"),
    "over": Pair("trên 9 trên 10", "over 9 in 10"),
    "chance": Pair("khả năng đạt {chance}", "chance to meet it: {chance}"),
    "range": Pair("đến hạn nhiều khả năng từ {low} đến {high}", "when due likely {low} to {high}"),
    "one_value": Pair("đến hạn nhiều khả năng là {low}", "when due likely {low}"),
    "reach": Pair(
        "giữ tốc độ này thì {value}, đạt {target}", "at this pace {value}, which meets {target}"
    ),
    "just_short": Pair(
        "giữ tốc độ này thì {value}, chưa đạt {target} (thiếu ít)",
        "at this pace {value}, just short of {target}",
    ),
    "short": Pair(
        "giữ tốc độ này thì {value}, chưa đạt {target}", "at this pace {value}, short of {target}"
    ),
    "away": Pair(
        "giữ tốc độ này thì {value}, không tiến gần {target}",
        "at this pace {value}, no nearer to {target}",
    ),
    "on_bound_below": Pair(
        "giữ tốc độ này thì {value}, phải dưới {target} mới đạt",
        "at this pace {value}, which is not below {target}",
    ),
    "on_bound_over": Pair(
        "giữ tốc độ này thì {value}, phải trên {target} mới đạt",
        "at this pace {value}, which is not over {target}",
    ),
    # what would have to happen
    "rise_a_month": Pair("cần thêm {amount} mỗi tháng", "{amount} more a month needed"),
    "fall_a_month": Pair("cần giảm {amount} mỗi tháng", "{amount} less a month needed"),
    "rise_at_once": Pair(
        "cần thêm {amount} trong {days} ngày", "{amount} more needed in {days} days"
    ),
    "fall_at_once": Pair(
        "cần giảm {amount} trong {days} ngày", "{amount} less needed in {days} days"
    ),
    "rise_times": Pair("gấp {n} lần mức tăng thường thấy", "{n} times the usual rise"),
    "fall_times": Pair("gấp {n} lần mức giảm thường thấy", "{n} times the usual fall"),
    "rise_as_usual": Pair("bằng mức tăng thường thấy", "as much as the usual rise"),
    "fall_as_usual": Pair("bằng mức giảm thường thấy", "as much as the usual fall"),
    "rise_less": Pair("dưới mức tăng thường thấy", "less than the usual rise"),
    "fall_less": Pair("dưới mức giảm thường thấy", "less than the usual fall"),
    "change_times": Pair("gấp {n} lần mức thay đổi thường thấy", "{n} times the usual change"),
    "change_as_usual": Pair("bằng mức thay đổi thường thấy", "as much as the usual change"),
    "change_less": Pair("dưới mức thay đổi thường thấy", "less than the usual change"),
    "from_rest": Pair("trước nay hầu như không đổi", "it has hardly moved so far"),
    "tendency": Pair(
        "Chiều hướng: {verdict}, mỗi năm {rate}% theo chiều mong muốn ({method})",
        "Tendency: {verdict}, {rate}% a year in the wanted direction ({method})",
    ),
    # why nothing is said
    "breakdown": Pair("mục tiêu tính theo từng nhóm", "the target is judged group by group"),
    "few_figures": Pair("chưa đến bốn số liệu", "there are fewer than four figures"),
    "short_span": Pair(
        "các số liệu trải dài chưa đến hai năm", "the figures span less than two years"
    ),
    "rough": Pair("kế hoạch chỉ nêu con số gần đúng", "the plan states its number only roughly"),
    "far_horizon": Pair(
        "thời hạn xa hơn năm lần khoảng đã có số liệu",
        "the due date is further than five times the span of the figures",
    ),
    # the steps
    "usual_change": Pair(
        "Mức thay đổi thường thấy trong một năm: thay đổi giữa hai số liệu liền nhau ÷ √(số năm giữa "
        "chúng) ({changes}); trung vị là {u}",
        "Usual change in a year: changes between neighbouring figures ÷ √(years between them) "
        "({changes}); the median is {u}",
    ),
    "many_changes": Pair("{n} thay đổi, từ {low} đến {high}", "{n} changes from {low} to {high}"),
    "damped": Pair(
        "Tốc độ giảm dần một phần mười mỗi năm: {years} chỉ bằng 0,9 × (1 − 0,9^{h}) ÷ 0,1 = {damped} "
        "năm với tốc độ đầy đủ",
        "The pace fades by a tenth a year: over {years} that is 0.9 × (1 − 0.9^{h}) ÷ 0.1 = {damped} years "
        "of the full pace",
    ),
    "centre": Pair(
        "Giá trị giữa khoảng đến thời hạn: {x} + {pace} × {damped} = {centre}",
        "Middle of the range at the due date: {x} + {pace} × {damped} = {centre}",
    ),
    "half_width": Pair(
        "Phạm vi chứa khoảng 8 trên 10 trường hợp: {centre} ± 2 × {u} × √{h} = {centre} ± {half}, từ {low} "
        "đến {high}",
        "Range that holds some 8 of 10 cases: {centre} ± 2 × {u} × √{h} = {centre} ± {half}, from {low} "
        "to {high}",
    ),
    "held": Pair(
        "{line}; trong giới hạn: {low} đến {high}", "{line}; inside the bounds: {low} to {high}"
    ),
    "deviation": Pair(
        "Độ lệch chuẩn: {half} ÷ 1,2816 = {deviation}",
        "Standard deviation: {half} ÷ 1.2816 = {deviation}",
    ),
    "normal": Pair(
        "Xác suất đạt mục tiêu theo phân phối chuẩn: {chance}, tức {words}",
        "Share of the normal distribution that meets the target: {chance}, that is {words}",
    ),
    "decided": Pair("Khả năng đạt: {words}", "Chance to meet the target: {words}"),
    "refused": Pair("Chưa đủ cơ sở để nêu khả năng đạt: {why}", "No chance is given: {why}"),
}
"""By key; braces hold words and numbers."""


def likely_text(key: str, language: str, **facts: object) -> str:
    """A text with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)


def chance_words(chance: float, language: str) -> str:
    """A chance in tenths: `khoảng 4 trên 10`; below one and above nine tenths there is no more to say.

    >>> chance_words(0.37, "vi"), chance_words(0.04, "en"), chance_words(1.0, "vi")
    ('khoảng 4 trên 10', 'under 1 in 10', 'trên 9 trên 10')
    """
    from cdstrack.core.verdict.likely import tenth_of

    return tenth_words(tenth_of(chance), language)


def short_chance_words(chance: float) -> str:
    """The same for a narrow column: `4/10`, `<1/10`, `>9/10`.

    >>> short_chance_words(0.42), short_chance_words(0.001), short_chance_words(0.999)
    ('4/10', '<1/10', '>9/10')
    """
    from cdstrack.core.verdict.likely import tenth_of

    tenth = tenth_of(chance)
    return {0: "<1/10", 10: ">9/10"}.get(tenth, f"{tenth}/10")


def tenth_words(tenth: int, language: str) -> str:
    """The words for a chance that is a tenth already: 0 for under one, 10 for over nine."""
    key = {0: "below", 10: "over"}.get(tenth, "about")
    return likely_text(key, language, n=tenth)


def chance_sentence(likely: "Likely | None", language: str) -> str:
    """The chance as a phrase of its own; empty where nothing is said."""
    if likely is None:
        return ""
    return likely_text("chance", language, chance=chance_words(likely.chance, language))


def range_sentence(likely: "Likely", indicator: "Indicator", language: str) -> str:
    """Between which values the figure of the due date will likely be, in two digits of its width."""
    low, high = range_ends(likely, indicator, language)
    key = "one_value" if low == high else "range"
    return likely_text(key, language, low=low, high=high)


def range_ends(likely: "Likely", indicator: "Indicator", language: str) -> tuple[str, str]:
    """The two values of that sentence."""
    step = _step(likely.spread.half_width, indicator)
    ends = (_rounded(end, step, likely.bounds, indicator) for end in (likely.low, likely.high))
    low, high = (value_words(end, indicator, language) for end in ends)
    return low, high


def _step(half_width: float, indicator: "Indicator") -> Fraction | None:
    """What the ends are rounded to; None where there is no width to go by."""
    step = Fraction(10) ** (floor(log10(half_width)) - 1) if half_width > 0 else None
    return max(step or Fraction(1), Fraction(1)) if indicator.unit in _WHOLE_THINGS else step


def _rounded(
    value: float, step: Fraction | None, bounds: "Bounds", indicator: "Indicator"
) -> Fraction:
    """The end of a range without digits that mean nothing.

    Never rounded onto none or all, nor out of the bounds; whole things stay whole.
    """
    from cdstrack.core.verdict.bounds import held

    exact = Fraction(value)
    if step is None:
        return exact
    near = round(exact / step) * step
    is_apart = near not in {0, _WHOLES.get(indicator.unit, 0)}
    if is_apart and held(float(near), bounds) == float(near):
        return near
    return Fraction(ceil(exact)) if indicator.unit in _WHOLE_THINGS else exact


def pace_sentence(verdict: "Verdict", indicator: "Indicator", language: str) -> str:
    """Where the recent pace leads, beside what is asked; empty where there is nothing to reach."""
    if verdict.forecast is None or verdict.outlook is None or verdict.threshold is None:
        return ""
    value = forecast_words(
        verdict.forecast, indicator, language, verdict.threshold, stated=verdict.decimals
    )
    target = value_words(verdict.threshold, indicator, language)
    key = str(verdict.outlook)
    if value == target and verdict.outlook != "reach":
        # Only a strict target is not met by its own number.
        key = "on_bound_below" if indicator.direction.sign < 0 else "on_bound_over"
    return likely_text(key, language, value=value, target=target)


def effort_sentence(effort: "Effort | None", indicator: "Indicator", language: str) -> str:
    """What is needed a month until the due date: `cần thêm 12 hồ sơ mỗi tháng`.

    Empty where nothing is; and of a rank, which nobody climbs by the month.
    """
    if effort is None or indicator.unit == "rank":
        return ""
    way = "rise" if effort.amount > 0 else "fall"
    if effort.months >= 1:
        return likely_text(f"{way}_a_month", language, amount=_amount(effort, indicator, language))
    days = max(1, round(effort.months * _DAYS_PER_MONTH))
    amount = _amount(effort, indicator, language)
    return likely_text(f"{way}_at_once", language, amount=amount, days=days)


def usual_sentence(effort: "Effort | None", indicator: "Indicator", language: str) -> str:
    """The pace needed beside the usual yearly change: `gấp 3 lần mức tăng thường thấy`.

    Of a rank, which rises as its number falls, it is called a change.
    """
    if effort is None or effort.times_usual is None:
        return ""
    times = effort.times_usual
    if isinf(times):
        return likely_text("from_rest", language)
    way = "change" if indicator.unit == "rank" else "rise" if effort.amount > 0 else "fall"
    if times < _MORE:
        return likely_text(f"{way}_{'less' if times < _LESS else 'as_usual'}", language)
    rounded = round(times) if times >= _WHOLE else round(times, 1)
    return likely_text(f"{way}_times", language, n=format_number(rounded, language, decimals=1))


def _amount(effort: "Effort", indicator: "Indicator", language: str) -> str:
    """Heads or files where they are known; whole things are rounded up."""
    if effort.count is not None:
        return count_words(effort.count, indicator, language)
    amount = abs(effort.amount)
    whole = indicator.unit == "count"
    amount = Fraction(ceil(amount)) if whole else amount
    return gap_number_words(amount, indicator, language, short=True, stated=effort.decimals)


def tendency_words(tendency: "Tendency | None", language: str) -> str:
    """Which way an indicator without targets moves: `đang tốt lên`; empty where nobody can tell."""
    return "" if tendency is None else label(DIRECTION_VERDICT, tendency.verdict, language)


def tendency_sentence(tendency: "Tendency | None", language: str) -> str:
    """The same with the yearly rate it rests on and the method whose rule it is."""
    if tendency is None:
        return ""
    share = tendency.rate * 100
    cuts = (0, copysign(_CUT, share))
    # Never rounded onto a number that decides.
    number = max((format_toward(share, cut, language, decimals=1) for cut in cuts), key=len)
    rate = ("+" if share > 0 else "") + number.replace("-", "−")
    facts = {"verdict": tendency_words(tendency, language), "method": tendency.method}
    return likely_text("tendency", language, rate=rate, **facts)
