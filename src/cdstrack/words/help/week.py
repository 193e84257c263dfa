"""Help texts of the weekly commands."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

WEEK: Mapping[str, Pair] = {
    "owners.sort": Pair(
        "Sắp xếp cơ quan và chỉ tiêu theo: plan (thứ tự kế hoạch), gap (còn xa nhất trước), verdict "
        "(kém nhất trước), age (số liệu cũ nhất trước) hoặc lead (mã cơ quan).",
        "Sort bodies and indicators by plan (its order), gap (furthest first), verdict (worst first), "
        "age (oldest figure first) or lead (id of the body).",
    ),
    "owners": Pair(
        "Cơ quan nào chịu trách nhiệm chỉ tiêu nào, đánh giá ra sao, còn thiếu số liệu gì.",
        "Who is responsible for which indicators, their verdicts, and which figures are due.",
    ),
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
        "A draft of the current week, up to today or to --as-of; it cannot be issued.",
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
    "remind": Pair(
        "Văn bản đề nghị một cơ quan bổ sung số liệu; cdstrack không tự gửi đi đâu.",
        "A letter asking a body for the figures that are due; cdstrack sends nothing itself.",
    ),
    "remind.body": Pair("Cơ quan chủ trì được nhắc.", "The lead body to be reminded."),
    "remind.lead": Pair("Cũng như BODY.", "Same as BODY."),
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
