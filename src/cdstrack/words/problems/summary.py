"""Sentences for CDS6xx: the weekly summary and its schedule."""

from cdstrack.words.problems.sentences import Sentences

TEXTS: dict[str, Sentences] = {
    "CDS601": Sentences(
        "tuần {week} chưa kết thúc: ngày cuối là {sunday}",
        "week {week} has not ended: its last day is {sunday}",
        "Chờ đến hết Chủ nhật, hoặc chọn một tuần trước bằng --week.",
        "Wait until the end of Sunday, or choose an earlier week with --week.",
    ),
    "CDS602": Sentences(
        'không có bản tóm tắt số "{number}"',
        'there is no summary with number "{number}"',
        "Xem các số: cdstrack summary --list",
        "To see the numbers: cdstrack summary --list",
    ),
    "CDS603": Sentences(
        "{first} và {second} không dùng cùng nhau",
        "{first} and {second} cannot be used together",
        "Chọn một trong hai.",
        "Choose one of them.",
    ),
    "CDS604": Sentences(
        'không phải là giờ: "{value}"',
        'not a time of day: "{value}"',
        "Viết giờ và phút, ví dụ 06:30.",
        "Write hours and minutes, for example 06:30.",
    ),
    "CDS605": Sentences(
        'không phải là địa chỉ thư điện tử: "{value}"',
        'not an email address: "{value}"',
        "Viết một địa chỉ, ví dụ ban-chi-dao@example.vn.",
        "Write one address, for example committee@example.org.",
    ),
    "CDS606": Sentences(
        'đường dẫn có ký tự mà cron hoặc systemd hiểu sai: "{path}"',
        'the path contains a character that cron or systemd would misread: "{path}"',
        "Đặt tệp ở đường dẫn không có dấu gạch ngược và ký tự điều khiển.",
        "Use a path without backslashes and control characters.",
    ),
    "CDS607": Sentences(
        "dòng crontab dài {length} ký tự; cron chỉ nhận {most}",
        "the crontab line has {length} characters; cron accepts at most {most}",
        "Đặt kế hoạch và kho ở đường dẫn ngắn hơn.",
        "Use shorter paths for the plan and the store.",
    ),
    "CDS608": Sentences(
        "không có bản tóm tắt nào được phát hành cho tuần {week}",
        "no summary was issued for week {week}",
        "Phát hành bổ sung: cdstrack summary --week {week} --issue; và kiểm tra vì sao cron "
        "không chạy.",
        "Issue it now: cdstrack summary --week {week} --issue; and check why cron did not run.",
    ),
    "CDS609": Sentences(
        "không có đơn vị {lead} chủ trì chỉ tiêu nào trong kế hoạch",
        "no lead body of the plan is named {lead}",
        "Các cơ quan chủ trì: {leads} || Kế hoạch không nêu cơ quan chủ trì nào.",
        "Lead bodies: {leads} || The plan states no lead body.",
    ),
    "CDS610": Sentences(
        "trên máy này không có lệnh flock",
        "the command flock is not installed on this computer",
        "Cài gói util-linux, để hai lần chạy không chồng lên nhau.",
        "Install the package util-linux, which prevents two runs from overlapping.",
    ),
}
