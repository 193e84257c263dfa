"""Help texts of the commands for every week: the summary, who owes what, the schedule."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

WEEK: Mapping[str, Pair] = {
    "summary": Pair(
        "Trang tóm tắt của một tuần: kết quả, hạn chế, việc cần làm; luôn rộng 78 cột.\n\n"
        "Cùng kế hoạch, kho, tuần và --known-at thì luôn ra đúng trang ấy.",
        "The page of a week: results, shortcomings, what is to be done; always 78 columns wide.\n\n"
        "The same plan, store, week and --known-at always give the same page.",
    ),
    "summary.week": Pair(
        'Tuần nào, ví dụ "tuần 33/2022", hoặc 33 của năm nay (nếu không: tuần trọn vẹn gần nhất).',
        "Which week, for example 2022-W33, or 33 for this year's (else the last full one).",
    ),
    "summary.issue": Pair(
        "Đánh số và lưu trang này trong kho; in lại cùng trang thì không thêm số.",
        "Number the page and keep it in the store; the same page again adds no number.",
    ),
    "summary.only_if_changed": Pair(
        "Không in gì khi tuần không có gì mới.", "Print nothing when the week brought nothing new."
    ),
    "summary.listed": Pair(
        "Các trang đã lưu, và những tuần bị bỏ lỡ.", "The pages issued, and the weeks missed."
    ),
    "summary.number": Pair(
        "In lại nguyên văn trang đã lưu mang số này.", "Print the page issued under this number."
    ),
    "owners": Pair(
        "Ai chịu trách nhiệm chỉ tiêu nào, đánh giá ra sao, còn nợ số liệu gì.",
        "Who is responsible for which indicators, how they stand, and which figures are owed.",
    ),
    "remind": Pair(
        "Lời đề nghị một cơ quan bổ sung số liệu; cdstrack không tự gửi đi đâu.",
        "The text that asks a body for the figures it owes; cdstrack sends nothing itself.",
    ),
    "remind.lead": Pair("Cơ quan chủ trì được nhắc.", "The lead body to be reminded."),
    "schedule": Pair(
        "Dòng crontab và bộ service, timer của systemd cho kế hoạch và kho này.\n\n"
        "Chỉ in ra; không cài đặt gì. KIND là cron hoặc systemd, nếu chỉ cần một thứ.",
        "A crontab line and a systemd service with timer for this plan and store.\n\n"
        "Prints only; installs nothing. KIND is cron or systemd, where one of them is enough.",
    ),
    "schedule.kind": Pair("cron hoặc systemd (nếu không: cả hai).", "cron or systemd (else both)."),
    "schedule.day": Pair(
        "Ngày trong tuần: mon … sun (nếu không: mon).", "Day: mon … sun (else mon)."
    ),
    "schedule.at": Pair("Giờ, ví dụ 06:30 (nếu không: 06:30).", "Time, e.g. 06:30 (else 06:30)."),
    "schedule.mail_to": Pair(
        "Địa chỉ mà cron gửi trang đến (MAILTO).",
        "The address that cron mails the page to (MAILTO).",
    ),
    "schedule.to": Pair(
        "Ghi trang vào tệp này thay vì in ra cho cron gửi.",
        "Write the page to this file instead of printing it for cron to mail.",
    ),
}
