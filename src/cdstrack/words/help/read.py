"""Help texts of the commands that print reports."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

READ: Mapping[str, Pair] = {
    "status": Pair(
        "Tình hình từng chỉ tiêu: số liệu mới nhất, các mốc, còn thiếu bao nhiêu, đánh giá.\n\n"
        "BỘ LỌC là vài từ trong mã, tên hoặc trụ cột (không cần dấu), hoặc khóa=giá trị.",
        "The state of every indicator: latest figure, milestones, gap, verdict.\n\n"
        "FILTER is words of an id, a name or a pillar (accents optional), or key=value.",
    ),
    "*.filters": Pair(
        "Chỉ lấy các chỉ tiêu khớp, ví dụ: ho so, pillar=kinh-te-so.",
        "Only what matches, for example: ho so, pillar=kinh-te-so.",
    ),
    "*.everything": Pair(
        "Cả các chỉ tiêu bối cảnh, không có mục tiêu.",
        "Also list context indicators, which have no targets.",
    ),
    "*.pillar": Pair(
        "Chỉ trụ cột này; có thể nêu nhiều lần.", "Only this pillar; may be repeated."
    ),
    "*.level": Pair("Chỉ cấp này: tinh, huyen, xa, …", "Only this level: tinh, huyen, xa, …"),
    "*.status": Pair("Chỉ đánh giá này, ví dụ behind.", "Only this verdict, for example behind."),
    "*.lead": Pair("Chỉ cơ quan chủ trì này.", "Only this lead body."),
    "*.indicator": Pair("Chỉ chỉ tiêu này.", "Only this indicator."),
    "status.methods": Pair(
        "Mỗi phương pháp một cột, đánh dấu chỗ khác nhau: all hoặc vài tên, ví dụ linear,cagr.",
        "One column per method, with differences marked: all, or some names such as linear,cagr.",
    ),
    "*.fail_on": Pair(
        "Kết thúc với mã 10 nếu có chỉ tiêu có đánh giá này; có thể nêu nhiều lần.",
        "Exit with 10 if any indicator has this verdict; may be repeated.",
    ),
    "gaps": Pair(
        "Còn thiếu bao nhiêu: mỗi mục tiêu một dòng, xa mục tiêu nhất lên đầu, chưa rõ ở cuối.",
        "The gaps: one row per target, the largest remaining share first, unknown last.",
    ),
    "gaps.milestone": Pair(
        "Chỉ mốc này, ví dụ 2025 hoặc 31/12/2025.", "Only this milestone, for example 2025."
    ),
    "targets": Pair(
        "Các mục tiêu như kế hoạch nêu, theo lời văn chính thức.",
        "The targets as the plan declares them, in their official wording.",
    ),
    "explain": Pair(
        "Vì sao một chỉ tiêu được đánh giá như vậy: số liệu được dùng, từng bước tính, và kết "
        "quả theo các phương pháp khác.",
        "Why an indicator is judged as it is: the figures used, the calculation step by step, "
        "and the results of the other methods.",
    ),
    "show": Pair(
        "Toàn bộ thông tin về một chỉ tiêu trên một trang: nguyên văn mục tiêu, định nghĩa, cơ "
        "quan chủ trì, đánh giá, biểu đồ, mọi số liệu cùng nguồn và các lần sửa.",
        "Everything about one indicator on one page: official wording, definition, lead body, "
        "verdicts, a chart, all figures with their sources and revisions.",
    ),
    "show.no_chart": Pair("Không vẽ biểu đồ.", "Omit the chart."),
    "show.indicator": Pair(
        "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
        "The indicator's id, the start of the id, or words of its name.",
    ),
    "explain.indicator": Pair(
        "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
        "The indicator's id, the start of the id, or words of its name.",
    ),
    "log": Pair(
        "Ai đã ghi gì, khi nào; mỗi lần ghi một dòng, mới nhất trước.",
        "Who recorded what and when; one line per submission, the latest first.",
    ),
    "log.last": Pair("Chỉ N lần ghi gần nhất.", "Only the latest N submissions."),
}
