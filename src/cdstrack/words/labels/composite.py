"""What is said about figures that are computed: of members, points and units, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

FACTS: Mapping[str, Pair] = {
    "composite": Pair("Chỉ số tổng hợp", "Composite index"),
    "member_of": Pair("Là thành phần của", "Member of"),
    "points": Pair("Cách tính điểm", "Points"),
    "rollup": Pair("Cách tổng hợp", "Roll-up"),
}
"""Names of facts on the page about one indicator."""

WAYS: Mapping[str, Pair] = {
    "sum": Pair("tổng", "the sum"),
    "ratio": Pair(
        "tổng tử số trên tổng mẫu số", "the sum of numerators over the sum of denominators"
    ),
    "mean": Pair("trung bình cộng", "the mean"),
    "weighted_mean": Pair("trung bình có trọng số", "the weighted mean"),
    "worst": Pair("đơn vị kém nhất", "the worst unit"),
    "share_met": Pair("tỷ lệ đơn vị đạt yêu cầu", "the share of units that meet what is asked"),
}
"""By the way in which figures of units are rolled up."""

TEXTS: Mapping[str, Pair] = {
    "rolled_up": Pair(
        "{way}; các đơn vị {level}; cần ít nhất {coverage}% số đơn vị báo cáo",
        "{way}; units: {level}; at least {coverage}% of them must report",
    ),
    "derived_first": Pair("; số suy ra được đánh giá", "; the derived figure is judged"),
    "weighed_by": Pair("{way} (theo {name})", "{way} (by {name})"),
    "unfinished": Pair("chưa đủ ({n} của {total} thiếu)", "incomplete ({n} of {total} missing)"),
    "of_units": Pair("{value} ({n} trên {total} đơn vị)", "{value} ({n} of {total} units)"),
    "composite_of": Pair(
        "{n} thành phần, thang {of} điểm", "{n} members on a scale of {of} points"
    ),
    "member_of_one": Pair("{name}: trọng số {weight}", "{name}: weight {weight}"),
    "points_by_value": Pair(
        "tối đa {most} điểm, theo tỷ lệ số liệu so với mục tiêu",
        "{most} points at most, in proportion to the figure over its target",
    ),
    "points_by_steps": Pair("tối đa {most} điểm: {steps}", "{most} points at most: {steps}"),
    "step": Pair("từ {value} được {points}", "from {value}: {points}"),
    "members": Pair("Các thành phần, kỳ {period}", "Members, {period}"),
    "member": Pair("Thành phần", "Member"),
    "figure": Pair("Số liệu", "Figure"),
    "score": Pair("Điểm", "Points"),
    "weight": Pair("Trọng số", "Weight"),
    "contribution": Pair("Đóng góp", "Contributes"),
    "lost": Pair("Còn mất", "Lost"),
    "missing": Pair("thiếu", "missing"),
    "score_of": Pair("{points}/{most}", "{points}/{most}"),
    "total": Pair("Cộng", "Total"),
    "sum": Pair("{value} trên {of} điểm", "{value} of {of} points"),
    "later_period": Pair(
        "Kỳ {period}: chưa đủ ({n} của {total} thiếu): {members}.",
        "{period}: incomplete ({n} of {total} missing): {members}.",
    ),
    "computed": Pair("tính từ các thành phần", "computed from the members"),
    "beside_units": Pair("{value} (tổng hợp {sum})", "{value} (units {sum})"),
    "beside_stated": Pair("{value} (công bố {stated})", "{value} (stated {stated})"),
    "stated_by": Pair("số công bố đến {day}: {value}", "stated by {day}: {value}"),
    "sum_of_units": Pair(
        "tổng hợp từ {n} trên {total} đơn vị đến {day}: {value}",
        "from {n} of {total} units by {day}: {value}",
    ),
    "from_units": Pair("tổng hợp từ {n} trên {total} đơn vị", "from {n} of {total} units"),
    "needs": Pair(
        "Chưa tính được chỉ số: thiếu {members}.",
        "The index cannot be computed: {members} missing.",
    ),
    "no_member_figures": Pair("Chưa thành phần nào có số liệu.", "No member has a figure yet."),
}
"""By key; braces hold facts that are clean already."""


def put(key: str, language: str, **facts: object) -> str:
    """A text with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
