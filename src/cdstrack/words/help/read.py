"""Help texts of the commands that set up, report and write the weekly summary."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

START: Mapping[str, Pair] = {
    "init": Pair(
        "Tạo thư mục làm việc: kế hoạch, số liệu và một kho số liệu trống.\n\n"
        "Nếu thư mục đã có kế hoạch thì chỉ tạo kho trống. Không bao giờ ghi đè tệp nào; đây "
        "là lệnh duy nhất tạo ra kho số liệu.",
        "Create a working folder: a plan, figures and an empty store.\n\n"
        "If the folder already has a plan, only the empty store is created. Nothing is ever "
        "overwritten, and no other command creates a store.",
    ),
    "init.folder": Pair("Thư mục (nếu không nêu: thư mục này).", "The folder (default: this one)."),
    "init.example": Pair(
        "Kế hoạch mẫu cần dùng (xem cdstrack examples).",
        "The example plan to use (see cdstrack examples).",
    ),
    "init.blank": Pair(
        "Một kế hoạch ngắn có chú thích, để viết tiếp.", "A short commented plan to complete."
    ),
    "examples": Pair(
        "Liệt kê các kế hoạch mẫu có sẵn; với FORM, in mô tả của biểu có sẵn.\n\n"
        "cdstrack examples theo-doi > bieu.yaml: sửa tệp đó, rồi cdstrack import --map bieu.yaml.",
        "List the built-in example plans; with FORM, print the description of that form.\n\n"
        "cdstrack examples theo-doi > form.yaml: edit that file, then cdstrack import --map "
        "form.yaml.",
    ),
    "examples.form": Pair(
        "Mô tả biểu cần in: theo-doi, dti-xa.", "The description to print: theo-doi, dti-xa."
    ),
    "check": Pair(
        "Kiểm tra kế hoạch và kho số liệu theo mọi quy tắc.\n\n"
        "Kế hoạch sai: mã 3. Có cảnh báo: mã 10; với --strict, khuyến nghị cũng tính.",
        "Check the plan and the store against every rule.\n\n"
        "Exits with 3 if the plan is invalid, with 10 if there are warnings; with --strict, "
        "advice counts too.",
    ),
    "check.strict": Pair("Tính cả khuyến nghị.", "Count advice too."),
    "doctor": Pair(
        "Cho biết kế hoạch, kho số liệu và các thiết lập đang có hiệu lực, và vì sao.\n\n"
        "Kết thúc với mã 10 nếu có vấn đề.",
        "Show which plan, store and settings are in force, and why.\n\n"
        "Exits with 10 if anything is wrong.",
    ),
}

_ONE_INDICATOR = Pair(
    "Mã của chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên.",
    "The indicator's id, the start of the id, or words of its name.",
)

READ: Mapping[str, Pair] = {
    "scores": Pair(
        "Điểm tự đánh giá, thẩm định, chính thức của từng tiêu chí, chênh lệch, còn mất ở đâu.\n\n"
        "Với chỉ số tổng hợp: các thành phần theo thứ tự mã. Ghi điểm: cdstrack record TIÊU_CHÍ "
        "GIÁ_TRỊ --on KỲ --by role=self (appraised, final).",
        "Self-assessed, appraised and final points of each criterion, the difference, what is "
        "lost.\n\n"
        "Of a composite index the members in the order of their codes. To record a score: "
        "cdstrack record CRITERION VALUE --on PERIOD --by role=self (appraised, final).",
    ),
    "scores.indicator": _ONE_INDICATOR,
    "scores.org_unit": Pair(
        "Điểm của đơn vị này (mặc định: địa bàn của kế hoạch).",
        "The scores of this org unit (default: the plan's area).",
    ),
    "scores.on": Pair(
        "Điểm của kỳ này (mặc định: kỳ mới nhất đủ tiêu chí).",
        "The scores of this period (default: the latest complete one).",
    ),
    "whatif": Pair(
        "Nếu số liệu khác đi thì giá trị và đánh giá nào thay đổi; không ghi gì.\n\n"
        "cdstrack whatif nhan-thuc-so=0,9 the-che-so=1: số giả định thay cho số cùng kỳ. cdstrack "
        "whatif dti --to 850: còn lấy được điểm ở thành phần nào.",
        "Which values and verdicts other figures would change; nothing is recorded.\n\n"
        "cdstrack whatif nhan-thuc-so=0.9 the-che-so=1: an assumed figure takes the place of the "
        "one of its period. cdstrack whatif dti --to 850: where an index has points left.",
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
        "picture of every indicator, wording, sources, responsibility.\n\n"
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
    "owners.sort": Pair(
        "Sắp xếp cơ quan và chỉ tiêu theo: plan (thứ tự kế hoạch), gap (còn xa nhất trước), verdict "
        "(kém nhất trước), age (số liệu cũ nhất trước) hoặc lead (mã cơ quan).",
        "Sort bodies and indicators by plan (its order), gap (furthest first), verdict (worst first), "
        "age (oldest figure first) or lead (id of the body).",
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
        "Two ids that are one indicator, where ids and aliases do not say so; may be repeated.",
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
        "Dự báo đã đúng đến đâu: tính lại trên chính các chuỗi số liệu của kế hoạch, rồi so với giá "
        "trị đã đến.",
        "How far the forecasts have held: worked out again on the plan's own series and compared with "
        "the values that came.",
    ),
    "backtest.indicators": Pair(
        "Chỉ các chỉ tiêu này; không nêu thì mọi chỉ tiêu.", "Only these indicators; else all."
    ),
    "log": Pair(
        "Ai đã ghi gì, khi nào; mỗi lần ghi một dòng, mới nhất trước.",
        "Who recorded what and when; one line per submission, the latest first.",
    ),
    "closings": Pair(
        "Các kỳ đã chốt và những gì thay đổi từ khi chốt.\n\n"
        "Nêu lần chốt, số liệu đến sau và chỉ tiêu có giá trị cuối kỳ khác lúc chốt.",
        "The closed periods and what has changed since.\n\n"
        "Shows each closing, the figures that came later, and the indicators that differ by now.",
    ),
    "closings.period": Pair("Chỉ kỳ này.", "Only this period."),
    "log.last": Pair("Chỉ N lần ghi gần nhất.", "Only the latest N submissions."),
}

WEEK: Mapping[str, Pair] = {
    "summary": Pair(
        "Bản tóm tắt của một tuần trên một trang: kết quả, hạn chế, việc cần làm; rộng không quá 78 cột.\n\n"
        "Cùng kế hoạch, kho, tuần và --known-at thì luôn in ra đúng một bản.",
        "The week on one page: results, shortcomings, tasks; at most 78 columns wide.\n\n"
        "The same plan, store, week and --known-at always give the same page.",
    ),
    "summary.week": Pair(
        'Tuần nào, ví dụ "tuần 33/2022", hoặc 33 của năm nay (nếu không nêu: tuần trọn vẹn gần '
        "nhất).",
        "The week, for example 2022-W33, or 33 for this year's (default: the last full week).",
    ),
    "summary.full": Pair(
        "Bản đầy đủ: mọi số liệu, ghi chú, địa chỉ nguồn và số liệu còn nợ.",
        "In full: every figure, note, source address and outstanding figure.",
    ),
    "summary.draft": Pair(
        "Bản dự thảo của tuần đang chạy, đến hôm nay hoặc đến --as-of; không phát hành được.",
        "A draft of the running week, up to today or to --as-of; it cannot be issued.",
    ),
    "summary.issue": Pair(
        "Đánh số và lưu bản này trong kho; phát hành lại cùng bản thì không thêm số.",
        "Number the page and keep it in the store; issuing the same page again adds no number.",
    ),
    "summary.only_if_changed": Pair(
        "Không in gì khi tuần không có gì mới.",
        "Print nothing if there was nothing new in the week.",
    ),
    "summary.listed": Pair(
        "Các bản đã phát hành và những tuần chưa phát hành.",
        "The pages issued, and the weeks without one.",
    ),
    "summary.number": Pair(
        "In lại nguyên văn bản đã phát hành có số này.", "Print the page issued under this number."
    ),
    "owners": Pair(
        "Cơ quan nào chịu trách nhiệm chỉ tiêu nào, đánh giá ra sao, còn thiếu số liệu gì.",
        "Who is responsible for which indicators, their verdicts, and which figures are due.",
    ),
    "remind": Pair(
        "Văn bản đề nghị một cơ quan bổ sung số liệu; cdstrack không tự gửi đi đâu.",
        "The text that asks a body for the figures that are due; cdstrack sends nothing itself.",
    ),
    "remind.body": Pair("Cơ quan chủ trì được nhắc.", "The lead body to be reminded."),
    "remind.lead": Pair("Cũng như BODY.", "The same as BODY."),
    "remind.everybody": Pair("Mọi cơ quan còn nợ số liệu.", "Every body that owes figures."),
    "remind.folder": Pair(
        "Ghi mỗi cơ quan một tệp vào thư mục này.", "Write a file for each body into this folder."
    ),
    "schedule": Pair(
        "Dòng crontab và bộ service, timer của systemd cho kế hoạch và kho này.\n\n"
        "Chỉ in ra; không cài đặt gì. KIND là cron hoặc systemd, nếu chỉ cần một thứ.",
        "A crontab line, and a systemd service with its timer, for this plan and store.\n\n"
        "Prints only; installs nothing. KIND is cron or systemd, to print just one.",
    ),
    "schedule.kind": Pair(
        "cron hoặc systemd (nếu không nêu: cả hai).", "cron or systemd (default: both)."
    ),
    "schedule.day": Pair(
        "Ngày trong tuần: mon … sun (nếu không nêu: mon).", "Day: mon … sun (default: mon)."
    ),
    "schedule.at": Pair(
        "Giờ, ví dụ 06:30 (nếu không nêu: 06:30).", "Time, e.g. 06:30 (default: 06:30)."
    ),
    "schedule.mail_to": Pair(
        "Địa chỉ nhận bản tóm tắt do cron gửi (MAILTO).",
        "The address to which cron mails the page (MAILTO).",
    ),
    "schedule.to": Pair(
        "Ghi bản tóm tắt vào tệp này thay vì in ra để cron gửi.",
        "Write the page to this file instead of printing it for cron to mail.",
    ),
    "schedule.report": Pair(
        "Sau đó lập báo cáo toàn kế hoạch vào tệp này (xem cdstrack report).",
        "Then write the report on the whole plan to this file (see cdstrack report).",
    ),
}
