"""Help texts of the commands that print reports."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

READ: Mapping[str, Pair] = {
    "status": Pair(
        "Mỗi chỉ tiêu đang ở đâu: số liệu mới nhất, các mốc, còn thiếu bao nhiêu, đánh giá.\n\n"
        "BỘ LỌC là vài từ trong mã, tên hoặc trụ cột (không cần dấu), hoặc khóa=giá trị.",
        "Where every indicator stands: latest figure, milestones, gap, verdict.\n\n"
        "FILTER is words of an id, a name or a pillar (accents not needed), or key=value.",
    ),
    "*.filters": Pair(
        "Chỉ lấy những gì khớp, ví dụ: ho so, pillar=kinh-te-so.",
        "Only what matches, for example: ho so, pillar=kinh-te-so.",
    ),
    "*.everything": Pair(
        "Cả các chỉ tiêu bối cảnh, không có mục tiêu.", "Context indicators without targets too."
    ),
    "*.pillar": Pair("Chỉ trụ cột này; viết nhiều lần được.", "Only this pillar; may be repeated."),
    "*.level": Pair("Chỉ cấp này: tinh, huyen, xa, …", "Only this level: tinh, huyen, xa, …"),
    "*.status": Pair("Chỉ đánh giá này, ví dụ behind.", "Only this verdict, for example behind."),
    "*.lead": Pair("Chỉ cơ quan chủ trì này.", "Only this lead body."),
    "*.indicator": Pair("Chỉ chỉ tiêu này.", "Only this indicator."),
    "status.methods": Pair(
        "Mỗi phương pháp một cột, đánh dấu chỗ khác nhau: all hoặc vài tên, ví dụ linear,cagr.",
        "A column for each method, disagreements marked: all, or some names such as linear,cagr.",
    ),
    "*.fail_on": Pair(
        "Kết thúc với mã 10 nếu có chỉ tiêu mang đánh giá này; viết nhiều lần được.",
        "Exit with 10 when any indicator has this verdict; may be repeated.",
    ),
    "gaps": Pair(
        "Còn thiếu gì: mỗi mục tiêu một dòng, xa đích nhất lên đầu, chưa rõ ở cuối.",
        "What is missing: one row a target, the longest way to go first, unknown last.",
    ),
    "gaps.milestone": Pair(
        "Chỉ mốc này, ví dụ 2025 hoặc 31/12/2025.", "Only this milestone, for example 2025."
    ),
    "targets": Pair(
        "Các mục tiêu như kế hoạch nêu, theo lời văn chính thức.",
        "The targets as the plan declares them, in their official wording.",
    ),
    "explain": Pair(
        "Vì sao một chỉ tiêu được đánh giá như vậy: số liệu nào được dùng, từng bước tính, và các "
        "phương pháp khác nói gì.",
        "Why an indicator is judged as it is: which figures counted, the arithmetic step by step, "
        "and what other methods say.",
    ),
    "show": Pair(
        "Mọi điều về một chỉ tiêu trên một trang: nguyên văn mục tiêu, định nghĩa, cơ quan chủ trì, "
        "đánh giá, biểu đồ, mọi số liệu cùng nguồn và các lần sửa.",
        "Everything about one indicator on one page: official wording, definition, responsible body, "
        "verdicts, a chart, all figures with their sources and revisions.",
    ),
    "show.no_chart": Pair("Không vẽ biểu đồ.", "Leave the chart out."),
    "show.indicator": Pair(
        "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
        "The indicator's id, the beginning of it, or words of its name.",
    ),
    "explain.indicator": Pair(
        "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
        "The indicator's id, the beginning of it, or words of its name.",
    ),
    "log": Pair(
        "Ai đã ghi gì, khi nào; mỗi lần ghi một dòng, mới nhất trước.",
        "Who recorded what and when; one line a submission, the latest first.",
    ),
    "log.last": Pair("Chỉ N lần ghi gần nhất.", "Only the latest N submissions."),
}
