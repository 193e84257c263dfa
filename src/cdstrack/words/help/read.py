"""Help texts of the commands that report what is recorded."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

_ONE_INDICATOR = Pair(
    "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
    "The indicator's id, the start of the id, or words of its name.",
)

READ: Mapping[str, Pair] = {
    "scores": Pair(
        "Điểm tự đánh giá, thẩm định, chính thức của từng tiêu chí, chênh lệch, mất điểm ở đâu.\n\n"
        "Với chỉ số tổng hợp: các thành phần theo thứ tự mã. Ghi điểm: cdstrack record TIÊU_CHÍ "
        "GIÁ_TRỊ --on KỲ --by role=self (appraised, final).",
        "Self-assessed, appraised and final points of each criterion, the difference, and the "
        "points lost.\n\n"
        "For a composite index: its members in the order of their codes. To record a score: "
        "cdstrack record CRITERION VALUE --on PERIOD --by role=self (appraised, final).",
    ),
    "scores.indicator": _ONE_INDICATOR,
    "scores.org_unit": Pair(
        "Điểm của đơn vị này (nếu không nêu: địa bàn của kế hoạch).",
        "The scores of this org unit (default: the plan's area).",
    ),
    "scores.on": Pair(
        "Điểm của kỳ này (nếu không nêu: kỳ mới nhất đủ tiêu chí).",
        "The scores of this period (default: the latest complete one).",
    ),
    "whatif": Pair(
        "Nếu số liệu khác đi thì giá trị và đánh giá nào thay đổi; không ghi gì.\n\n"
        "cdstrack whatif nhan-thuc-so=0,9 the-che-so=1: số giả định thay cho số cùng kỳ. cdstrack "
        "whatif dti --to 850: còn lấy được điểm ở thành phần nào.",
        "Which values and verdicts would change with other figures; nothing is recorded.\n\n"
        "cdstrack whatif nhan-thuc-so=0.9 the-che-so=1: an assumed figure replaces the recorded "
        "one of its period. cdstrack whatif dti --to 850: where an index can still gain points.",
    ),
    "whatif.assumptions": Pair(
        "CHỈ_TIÊU=GIÁ_TRỊ, một hoặc nhiều; với --to: một chỉ số tổng hợp.",
        "INDICATOR=VALUE, one or several; with --to one composite index.",
    ),
    "whatif.to": Pair(
        "Giá trị mà chỉ số tổng hợp cần đạt.", "The value that the composite index should reach."
    ),
    "whatif.by": Pair(
        "Nhóm của số liệu giả định, như sector=du-lich.",
        "The part that the assumed figures are about, such as sector=du-lich.",
    ),
    "status": Pair(
        "Tình hình từng chỉ tiêu: số liệu mới nhất, các mốc, còn thiếu bao nhiêu, đánh giá.\n\n"
        "BỘ LỌC là vài từ trong mã, tên hoặc trụ cột (không cần dấu), một mốc (2025), hoặc "
        "khóa=giá trị.",
        "The state of every indicator: latest figure, milestones, gap, verdict.\n\n"
        "FILTER is words of an id, a name or a pillar (accents optional), a milestone (2025), or "
        "key=value.",
    ),
    "report": Pair(
        "Báo cáo toàn kế hoạch để xem và để đính kèm: tổng hợp, bảng trụ cột và mốc, biểu đồ từng chỉ "
        "tiêu, lời văn, nguồn, trách nhiệm.\n\n"
        "Định dạng theo đuôi tệp: cdstrack report -o bao-cao.html. BỘ LỌC như của cdstrack status.",
        "The report on the whole plan, to look at and to attach: totals, pillars by milestones, a "
        "chart of every indicator, wording, sources, responsibility.\n\n"
        "The file's extension decides the format: cdstrack report -o report.html. FILTER is as for "
        "cdstrack status.",
    ),
    "report.site": Pair(
        "Ghi thành các trang liên kết nhau trong thư mục này; cả thư mục được thay, hoặc giữ nguyên.",
        "Write linked pages into this folder, which is replaced as a whole or not at all.",
    ),
    "report.paragraph": Pair(
        "Thay cho báo cáo: mỗi chỉ tiêu nêu tên một đoạn hai câu để dán vào văn bản, có chú thích nguồn.",
        "Instead of the report: for each indicator named, two sentences to paste into a text, with the "
        "sources as footnotes.",
    ),
    "report.template": Pair(
        "Điền mẫu Word riêng của cơ quan thay cho mẫu chung (cần phần bổ sung word).",
        "Fill an office's own Word template instead of the official form (needs the extra word).",
    ),
    "*.filters": Pair(
        "Chỉ lấy các chỉ tiêu khớp, ví dụ: ho so, 2025, pillar=kinh-te-so.",
        "Only what matches, for example: ho so, 2025, pillar=kinh-te-so.",
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
    "*.milestone": Pair(
        "Chỉ mốc này, ví dụ 2025 hoặc 31/12/2025; có thể nêu nhiều lần.",
        "Only this milestone, for example 2025; may be repeated.",
    ),
    "*.sort": Pair(
        "Sắp xếp theo: plan (thứ tự kế hoạch), gap (còn xa nhất trước), verdict (kém nhất trước), age "
        "(số liệu cũ nhất trước) hoặc lead (cơ quan chủ trì).",
        "Sort by plan (its order), gap (furthest first), verdict (worst first), age (oldest figure "
        "first) or lead (lead body).",
    ),
    "targets.sort": Pair(
        "Sắp xếp theo: plan (thứ tự kế hoạch) hoặc lead (cơ quan chủ trì).",
        "Sort by plan (its order) or lead (lead body).",
    ),
    "*.long": Pair(
        "Đủ lý do và ghi chú; chỉ tiêu chưa có số liệu cũng có dòng riêng.",
        "With reasons and notes; indicators without a figure get a row too.",
    ),
    "status.methods": Pair(
        "Mỗi phương pháp một cột, đánh dấu chỗ khác nhau: all hoặc vài tên, ví dụ linear,cagr.",
        "One column per method, with differences marked: all, or some names such as linear,cagr.",
    ),
    "status.against": Pair(
        "Đánh giá cùng số liệu theo một kế hoạch khác: tệp, thư mục hoặc tên kế hoạch mẫu.",
        "Judge the same figures by another plan too: a file, a folder or an example's name.",
    ),
    "status.org_unit": Pair(
        "Đánh giá số liệu của đơn vị này thay cho địa bàn của kế hoạch.",
        "Judge the figures of this org unit instead of those of the plan's area.",
    ),
    "status.by_unit": Pair(
        "Xếp các đơn vị theo chỉ tiêu này, kém nhất trước.",
        "List the units on this indicator, the worst first.",
    ),
    "status.pair": Pair(
        "Hai mã là một chỉ tiêu, khi mã và aliases không nói lên điều đó; có thể nêu nhiều lần.",
        "Two ids for the same indicator, where ids and aliases do not match; may be repeated.",
    ),
    "*.fail_on": Pair(
        "Kết thúc với mã 10 nếu có chỉ tiêu có đánh giá này; có thể nêu nhiều lần.",
        "Exit with 10 if any indicator has this verdict; may be repeated.",
    ),
    "gaps": Pair(
        "Còn thiếu bao nhiêu: mỗi mục tiêu một dòng, xa mục tiêu nhất lên đầu, chưa rõ ở cuối.",
        "The gaps: one row per target, the largest remaining share first, unknown last.",
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
    "show.everything": Pair(
        "Liệt kê mọi số liệu; nếu không, chỉ 200 số liệu mới nhất.",
        "List every figure, not only the newest 200.",
    ),
    "explain.everything": Pair(
        "Liệt kê mọi số liệu; nếu không, chỉ 200 số liệu mới nhất được dùng và, với mỗi lý do, 20 "
        "số liệu mới nhất không dùng.",
        "List every figure, not only the newest 200 used and the newest 20 left out for each reason.",
    ),
    "show.indicator": _ONE_INDICATOR,
    "explain.indicator": _ONE_INDICATOR,
    "backtest": Pair(
        "Dự báo đã đúng đến đâu: tính lại trên chính các chuỗi số liệu của kế hoạch, rồi so với số "
        "liệu thực tế sau đó.",
        "How accurate the forecasts have been: recalculated on the plan's own series and compared "
        "with the figures that followed.",
    ),
    "backtest.indicators": Pair(
        "Chỉ các chỉ tiêu này (nếu không nêu: tất cả).", "Only these indicators (default: all)."
    ),
    "log": Pair(
        "Ai đã ghi gì, khi nào; mỗi lần ghi một dòng, mới nhất trước.",
        "Who recorded what and when; one line per submission, the latest first.",
    ),
    "log.last": Pair("Chỉ N lần ghi gần nhất.", "Only the latest N submissions."),
    "log.patch": Pair(
        "Hiện đầy đủ từng số liệu trước và sau.", "Every figure before and after, in full."
    ),
    "log.verify": Pair(
        "Chỉ kiểm tra dấu chuỗi in trên một báo cáo có thuộc kho này không: mã thoát 0 nếu thuộc, "
        "10 nếu không.",
        "Only check whether a chain head printed on a report is part of this record: exit 0 if it "
        "is, 10 if not.",
    ),
    "log.who": Pair("Chỉ những lần ghi của người này.", "Only submissions by this person."),
    "log.since": Pair(
        "Chỉ từ ngày hoặc thời điểm này.", "Only submissions from this day or instant on."
    ),
    "log.until": Pair(
        "Chỉ đến ngày hoặc thời điểm này.", "Only submissions up to this day or instant."
    ),
    "closings": Pair(
        "Các kỳ đã chốt và những gì thay đổi từ khi chốt.\n\n"
        "Nêu lần chốt, số liệu đến sau và chỉ tiêu có giá trị cuối kỳ khác lúc chốt.",
        "The closed periods and what has changed since.\n\n"
        "Shows each closing, the figures that came later, and the indicators that differ by now.",
    ),
    "closings.period": Pair("Chỉ kỳ này.", "Only this period."),
}
