"""The arithmetic of the methods as lines that can be typed into a calculator.

Owns the formula of every step and the words for cuts and for why a method is undefined. Computes
nothing: the numbers come from `cdstrack.core.verdict.methods`.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from cdstrack.words.labels.vocabulary import STATUS, STATUS_SIGN, Pair, label
from cdstrack.words.parse.numbers import format_number

if TYPE_CHECKING:
    from cdstrack.core.verdict.methods.interface import Classes, Step

_SMALL, _DECIMALS, _DECIMALS_OF_SMALL = 0.1, 4, 6
HUGE = 1e13
"""Larger than any figure (`core.plan_values.LARGEST`); written by its power of ten."""


class Formula(NamedTuple):
    """What a step finds, and how; braces hold the step's facts."""

    name: Pair
    how: str


FORMULAS: Mapping[str, Formula] = {
    "expected": Formula(
        Pair("Giá trị cần đạt theo lộ trình", "Expected value on the trajectory"),
        "{start} + ({end} − {start}) × {years} ÷ {length}",
    ),
    "linear_ratio": Formula(
        Pair(
            "Tỷ lệ: mức thay đổi đã đạt ÷ mức thay đổi cần có",
            "Ratio: actual change ÷ expected change",
        ),
        "({x} − {x0}) ÷ ({expected} − {x0})",
    ),
    "actual_rate": Formula(
        Pair("Tốc độ tăng trưởng kép đã đạt, mỗi năm", "Actual compound growth, per year"),
        "({end} ÷ {start})^(1 ÷ {years}) − 1",
    ),
    "required_rate": Formula(
        Pair("Tốc độ tăng trưởng kép cần có, mỗi năm", "Required compound growth, per year"),
        "({end} ÷ {start})^(1 ÷ {years}) − 1",
    ),
    "cagr_ratio": Formula(
        Pair("Tỷ lệ: đã đạt ÷ cần có", "Ratio: actual ÷ required"), "{actual} ÷ {required}"
    ),
    "log_slope": Formula(
        Pair(
            "Độ dốc: Σ (năm − năm tb) × (y − y tb) ÷ Σ (năm − năm tb)²",
            "Slope: Σ (years − mean) × (y − mean y) ÷ Σ (years − mean)²",
        ),
        "{cross} ÷ {spread}",
    ),
    "fitted_rate": Formula(
        Pair("Mức thay đổi bình quân mỗi năm theo hồi quy", "Mean yearly rate by the regression"),
        "e^{slope} − 1",
    ),
    "projected_compound": Formula(
        Pair(
            "Giá trị đến thời hạn nếu giữ tốc độ tăng này", "Value at the due date at that growth"
        ),
        "{x} × (1 + {rate})^{years}",
    ),
    "share_of_way": Formula(
        Pair("Mức hoàn thành đến thời hạn", "Share of the target reached by the due date"),
        "({projected} − {x0}) ÷ ({target} − {x0})",
    ),
    "pace_made": Formula(
        Pair("Mức thay đổi đã đạt, mỗi năm", "Actual change, per year"),
        "({end} − {start}) ÷ {years}",
    ),
    "pace_needed": Formula(
        Pair("Mức thay đổi cần có, mỗi năm", "Required change, per year"),
        "({end} − {start}) ÷ {years}",
    ),
    "pace_ratio": Formula(
        Pair("Tỷ lệ: đã đạt ÷ cần có", "Ratio: actual ÷ required"), "{made} ÷ {needed}"
    ),
    "pace_recent": Formula(
        Pair(
            "Mức thay đổi bình quân mỗi năm của sáu số liệu mới nhất",
            "Mean change per year over the last six figures",
        ),
        "({end} − {start}) ÷ {years}",
    ),
    "projected_straight": Formula(
        Pair("Giá trị đến thời hạn nếu giữ tốc độ này", "Value at the due date at that pace"),
        "{x} + {pace} × {years}",
    ),
    "shortfall": Formula(
        Pair(
            "Phần còn thiếu khi đến hạn, so với phần còn thiếu hiện nay",
            "Shortfall at the due date, as a share of the present gap",
        ),
        "({target} − {projected}) ÷ ({target} − {x})",
    ),
    "one_minus_shortfall": Formula(
        Pair("Tỷ lệ: 1 trừ phần còn thiếu", "Ratio: 1 minus the shortfall"), "1 − {shortfall}"
    ),
    "weighted_slope": Formula(
        Pair(
            "Độ dốc: Σ trọng số × (năm − năm tb) × (y − y tb) ÷ Σ trọng số × (năm − năm tb)²",
            "Slope: Σ weight × (years − mean) × (y − mean y) ÷ Σ weight × (years − mean)²",
        ),
        "{cross} ÷ {spread}",
    ),
    "predicted": Formula(
        Pair("Giá trị trên đường thẳng vào thời hạn", "Value on the line at the due date"),
        "{level} + {slope} × ({years} − {middle})",
    ),
    "predicted_logit": Formula(
        Pair("Giá trị trên đường cong vào thời hạn", "Value on the curve at the due date"),
        "{whole} ÷ (1 + e^(−({level} + {slope} × ({years} − {middle}))))",
    ),
    "anticipated_progress": Formula(
        Pair("Tiến độ dự kiến, theo thang 10", "Anticipated progress, out of 10"),
        "10 × ({projected} − {x0}) ÷ ({target} − {x0})",
    ),
}
"""By the key of the step; each ends in `= result`."""

DESCRIBED: Mapping[str, Pair] = {
    "all_weight_on_latest": Pair(
        "Số liệu mới nhất trùng với thời hạn nên có toàn bộ trọng số: {result}",
        "The latest figure falls on the due date and takes all the weight: {result}",
    ),
    "weighted_means": Pair(
        "Trung bình có trọng số: số năm {middle}, y {level}",
        "Weighted means: years {middle}, y {level}",
    ),
    "weights": Pair(
        "Trọng số, số liệu càng mới càng lớn: {rows}", "Weights, higher for newer figures: {rows}"
    ),
    "weights_logit": Pair(
        "Trên thang logit, y = ln(phần đạt ÷ phần còn lại); trọng số, càng mới càng lớn: {rows}",
        "On the logit scale, y = ln(share ÷ rest); weights, higher for newer figures: {rows}",
    ),
    "logarithms": Pair(
        "y = ln(số liệu), mỗi số liệu tính một lần: {rows}",
        "y = ln(figure), each figure counted once: {rows}",
    ),
    "logarithm": Pair("{x} sau {time}: y = {fitted}", "{x} after {time}: y = {fitted}"),
    "weight": Pair(
        "{x} sau {time}: y = {fitted}, {planned} ÷ ({planned} − {years}) = {weight}",
        "{x} after {time}: y = {fitted}, {planned} ÷ ({planned} − {years}) = {weight}",
    ),
}
"""Steps that are described in words instead of as one formula."""

UNDEFINED: Mapping[str, Pair] = {
    "rank": Pair("thứ hạng không tăng trưởng kép", "a rank has no compound growth"),
    "growth_rate": Pair(
        "chỉ tiêu đã là tốc độ tăng, không tính tốc độ của tốc độ",
        "the indicator is itself a growth rate",
    ),
    "zero": Pair("có giá trị bằng 0", "one of the values is zero"),
    "mixed_signs": Pair("có cả giá trị âm và dương", "the values have different signs"),
    "too_few_points": Pair("cần ít nhất bốn số liệu", "at least four figures are needed"),
    "no_change_asked": Pair("không yêu cầu thay đổi nào", "no change is required"),
    "nothing_missing": Pair("không còn thiếu gì", "nothing is missing"),
    "too_large": Pair("giá trị vượt quá giới hạn tính toán", "the number is too large"),
}

_FROM = Pair("từ {bound}", "from {bound}")
_ABOVE = Pair("trên {bound}", "above {bound}")
_ELSE = Pair("còn lại", "else")


def step_words(step: "Step", language: str) -> str:
    """The step in one line: `Ratio: …: (50 − 40) ÷ (51.4286 − 40) = 0.875`."""
    if step.key in DESCRIBED:
        return _described(step, language)
    formula = FORMULAS[step.key]
    facts = {name: operand(number, language) for name, number in step.facts.items()}
    return f"{formula.name.text(language)}: {_sum(formula.how, facts, step.result, language)}"


def _sum(how: str, facts: Mapping[str, str], result: float, language: str) -> str:
    return f"{how.format_map(facts)} = {plain(result, language)}"


def _described(step: "Step", language: str) -> str:
    planned = operand(step.facts.get("years", 0.0), language)
    rows = (dict(zip(("x", "years", "fitted", "weight"), row, strict=True)) for row in step.rows)
    one = "logarithm" if step.key == "logarithms" else "weight"
    weights = (
        DESCRIBED[one]
        .text(language)
        .format_map(
            {key: plain(n, language) for key, n in row.items()}
            | {"planned": planned, "time": years_words(row["years"], language)}
        )
        for row in rows
    )
    facts = {name: plain(number, language) for name, number in step.facts.items()}
    facts |= {"rows": "; ".join(weights), "result": plain(step.result, language)}
    return DESCRIBED[step.key].text(language).format_map(facts)


def cuts_words(classes: "Classes", language: str) -> str:
    """The classes of a method: `from 0.95 on track; from 0.6 behind; …; else deteriorating`."""
    parts = [
        f"{(_ABOVE if cut.above else _FROM).text(language)} {label(STATUS, cut.status, language)}".format(
            bound=plain(cut.bound, language)
        )
        for cut in classes.cuts
    ]
    parts.append(f"{_ELSE.text(language)} {label(STATUS, classes.below, language)}")
    return "; ".join(parts)


def signs_of_cuts(classes: "Classes", language: str) -> str:
    """The same for a narrow column, by the signs of the verdicts: `● ≥ 0.95 · ◐ ≥ 0.6 · ▼`."""
    parts = [
        f"{STATUS_SIGN[cut.status]} {'>' if cut.above else '≥'} {plain(cut.bound, language)}"
        for cut in classes.cuts
    ]
    return " · ".join([*parts, STATUS_SIGN[classes.below]])


def plain(number: float | Fraction, language: str) -> str:
    """A number of the arithmetic, grouped as everywhere: four decimals, six below a tenth.

    Where growth is carried on for years there come numbers larger than any figure can be; of
    those the power of ten is what counts.

    >>> plain(1446.123456, "vi"), plain(-0.0430167, "en")
    ('1.446,1235', '−0.043017')
    >>> plain(1234567890123456.0, "vi"), plain(-1e300, "en")
    ('1,2346 × 10^15', '−1 × 10^300')
    """
    if abs(float(number)) >= HUGE:
        digits, _, power = f"{float(number):.{_DECIMALS}e}".partition("e")
        return f"{plain(Fraction(digits), language)} × 10^{int(power)}"
    decimals = _DECIMALS if abs(float(number)) >= _SMALL else _DECIMALS_OF_SMALL
    return format_number(number, language, decimals=decimals).replace("-", "−")


def years_words(years: float, language: str) -> str:
    """A length of time: `1,5833 năm`, `1 year`."""
    unit = "năm" if language != "en" else "year" if years == 1 else "years"
    return f"{plain(years, language)} {unit}"


def operand(number: float | Fraction, language: str) -> str:
    """The same inside a formula: a negative number and a power of ten are put in brackets.

    >>> operand(-3, "en")
    '(−3)'
    """
    text = plain(number, language)
    return f"({text})" if text.startswith("−") or "×" in text else text
