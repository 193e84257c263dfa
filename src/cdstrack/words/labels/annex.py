"""The fixed texts of the annex in the official form, in both languages.

Owns the words of the form (Nghị định 30/2020/NĐ-CP): its head, its columns, what is left blank to
be filled in. `{name}` is a placeholder.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ANNEX: Mapping[str, Pair] = {
    # the head of the document
    "country": Pair("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "motto": Pair("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "number": Pair("Số: ……/……", "No.: ……/……"),
    "place_and_day": Pair("……………, ngày …… tháng …… năm ……", "……………, …… …… ……"),
    "annex": Pair("Phụ lục {number}", "Annex {number}"),
    "title": Pair("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "PROGRESS TOWARDS THE TARGETS"),
    "as_of": Pair("Tính đến ngày {day}", "As of {day}"),
    "attached": Pair(
        "(Kèm theo Báo cáo số ……/…… ngày …… tháng …… năm …… của ……………)",
        "(Attached to Report No. ……/…… of …… by ……………)",
    ),
    "overview": Pair(
        "Số mục tiêu đạt hoặc đúng tiến độ trên tổng số mục tiêu",
        "Targets met or on track, of all targets",
    ),
    "head_pillar": Pair("Trụ cột", "Pillar"),
    # the columns
    "head_number": Pair("STT", "No."),
    "head_indicator": Pair("Chỉ tiêu", "Indicator"),
    "head_unit": Pair("Đơn vị tính", "Unit"),
    "head_target": Pair("Mục tiêu", "Target"),
    "head_result": Pair("Kết quả", "Result"),
    "head_completion": Pair("Tỷ lệ hoàn thành", "Completion rate"),
    "head_lead": Pair("Cơ quan chủ trì", "Lead body"),
    "head_note": Pair("Ghi chú", "Remarks"),
    # the cells
    "by": Pair("{due}: {target}", "{due}: {target}"),
    "no_figure": Pair("Chưa có số liệu", "No figure"),
    "period": Pair("({period})", "({period})"),
    "doubtful": Pair(
        "(?) Số liệu cần đối chiếu với nguồn.", "(?) A figure to be compared with its source."
    ),
    "completion_is": Pair(
        "Tỷ lệ hoàn thành là kết quả chia cho mục tiêu, chỉ tính cho mục tiêu tăng.",
        "The completion rate is the result over the target, for rising targets only.",
    ),
    "assumed": Pair(
        "Gốc tạm tính: kế hoạch không nêu giá trị gốc, nên tiến độ tính từ số liệu đầu tiên.",
        "Assumed baseline: the plan states none, so progress is measured from the first figure.",
    ),
    "counts": Pair("{n} chỉ tiêu: {counts}.", "Indicators ({n}): {counts}."),
    "counts_by_due": Pair("Mục tiêu {due} ({n}): {counts}.", "Targets for {due} ({n}): {counts}."),
    # the charts of a workbook
    "charts": Pair("Biểu đồ", "Charts"),
    "chart_numbers": Pair("Số liệu biểu đồ", "Numbers of the charts"),
    "chart_indicator": Pair("Chỉ tiêu", "Indicator"),
    "chart_line": Pair("Đường", "Line"),
    "chart_day": Pair("Ngày", "Day"),
    "chart_number": Pair("Giá trị", "Value"),
    "line_figures": Pair("số liệu", "figures"),
    "line_part_year": Pair("một phần của năm", "part of a year"),
    "line_path": Pair("lộ trình", "path"),
    "line_targets": Pair("mục tiêu", "targets"),
    "line_likely_low": Pair("nhiều khả năng, từ", "likely, from"),
    "line_likely_high": Pair("nhiều khả năng, đến", "likely, to"),
    "nothing": Pair("Không có chỉ tiêu nào.", "There are no indicators."),
    # documents
    "cited_number": Pair("số {fact}", "no. {fact}"),
    "cited_issuer": Pair("{fact}", "{fact}"),
    "cited_issued": Pair("ngày {fact}", "{fact}"),
}
"""By key."""


def annex_text(key: str, language: str, **facts: object) -> str:
    """A text of the form, with its facts, which must be clean already.

    Raises:
        KeyError: There is no such text, or a fact is missing.

    >>> annex_text("cited_number", "vi", fact="06-NQ/TU")
    'số 06-NQ/TU'
    """
    return ANNEX[key].text(language).format_map(facts)
