"""What the back-test says, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    "title": Pair(
        "Thử lại dự báo trên chính số liệu đã có, {day}", "Back-test of the forecasts, {day}"
    ),
    "how": Pair(
        "Ở mỗi số liệu, dự báo được tính lại chỉ từ các số liệu đến lúc đó, cho ngày của từng số liệu "
        "sau, rồi so với giá trị đã đến.",
        "At each figure the forecast is worked out again from the figures up to it, for the date of "
        "each later figure, and compared with the value that came.",
    ),
    "held": Pair(
        "Trong {n} dự báo của {series} chuỗi, {within} lần giá trị nằm trong khoảng (dự kiến khoảng 80 "
        "trên 100).",
        "The value lay in the range in {within} of {n} forecasts (series: {series}; about 80 of 100 "
        "are expected).",
    ),
    "held_share": Pair(
        "Trong {n} dự báo của {series} chuỗi, khoảng chứa giá trị {share} trên 100 lần (dự kiến khoảng "
        "80).",
        "Of {n} forecasts on {series} series, the range held the value in {share} of 100 (some 80 are "
        "expected).",
    ),
    "too_few": Pair(
        "Quá ít dự báo để kết luận: cần ít nhất {least}.",
        "Too few forecasts to conclude anything: at least {least} are needed.",
    ),
    "none": Pair(
        "Quá ít số liệu: không chuỗi nào có bốn số liệu trải hai năm và thêm một số liệu sau đó.",
        "Too few figures: no series has four figures over two years and one more after them.",
    ),
    "by_horizon": Pair("Theo khoảng nhìn trước", "By how far ahead"),
    "horizon": Pair("Nhìn trước", "Ahead"),
    "up_to": Pair("đến {years} năm", "up to {years} years"),
    "beyond": Pair("xa hơn", "further"),
    "all": Pair("tất cả", "all"),
    "forecasts": Pair("Dự báo", "Forecasts"),
    "within": Pair("Trong khoảng", "In the range"),
    "error_forecast": Pair("Giữ tốc độ", "Pace goes on"),
    "error_centre": Pair("Giữa khoảng", "Middle of range"),
    "error_carried": Pair("Giữ giá trị cuối", "Last value"),
    "errors": Pair(
        "Ba cột cuối là sai số tuyệt đối bình quân, so với cách giữ nguyên giá trị cuối (= 1): nhỏ hơn 1 "
        "là tốt hơn.",
        "The last three columns are mean absolute errors, as multiples of keeping the last value (= 1): "
        "below 1 is better.",
    ),
    "by_outlook": Pair("Lời nói về tốc độ và điều đã đến", "What the pace said, and what came"),
    "said": Pair("Đã nói", "Said"),
    "cases": Pair("Số lần", "Cases"),
    "met": Pair("Sau đó đạt", "Met afterwards"),
    "by_chance": Pair("Khả năng đã nêu và điều đã đến", "Chances given, and what came"),
    "calls": Pair(
        "Như thể mỗi mục tiêu chưa đạt đến hạn vào ngày của từng số liệu sau.",
        "As if each target not yet met had been due on the date of each later figure.",
    ),
    "by_indicator": Pair("Từng chỉ tiêu, sai số theo đơn vị", "Each indicator, errors in its unit"),
    "untried": Pair("Không thử được", "Not tried"),
    "indicator": Pair("Chỉ tiêu", "Indicator"),
    "figures": Pair("Số liệu", "Figures"),
    "share": Pair("{share} trên 100", "{share} of 100"),
    "count": Pair("{part}/{whole}", "{part} of {whole}"),
    "state": Pair("trạng thái, không có con số", "states, no numbers"),
    "breakdown": Pair("chia theo nhóm", "breakdowns"),
    "few_figures": Pair("quá ít số liệu", "too few figures"),
    "short_span": Pair("số liệu trải chưa đủ hai năm", "the figures span too short a time"),
}
"""By key; braces hold numbers."""


def backtest_words(key: str, language: str, **facts: object) -> str:
    """A text of the back-test with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
