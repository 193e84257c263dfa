"""Sentences for CDS5xx: what `check` finds in the figures and in the acts of recording.

A figure is named before the sentence, so most sentences do not name it again.
"""

from cdstrack.words.problems.sentences import Sentences

_COMPARE_VI = "Đối chiếu lại với nguồn; nếu số liệu sai, dùng cdstrack correct."
_COMPARE_EN = "Compare with the source; if the figure is wrong, use cdstrack correct."

TEXTS: dict[str, Sentences] = {
    "CDS501": Sentences(
        "tổng ghi là {total}, nhưng các phần cộng lại là {sum}: {parts}",
        "the total is {total}, but its parts add up to {sum}: {parts}",
        _COMPARE_VI,
        _COMPARE_EN,
    ),
    "CDS502": Sentences(
        "mẫu số giảm từ {before} ({earlier}) xuống {after}: tỷ lệ thay đổi do mẫu số",
        "the denominator fell from {before} ({earlier}) to {after}: the share changes because "
        "of it",
        "Kiểm tra xem cách tính có thay đổi không; nếu có, khai báo breaks trong kế hoạch.",
        "Check whether the definition changed; if so, declare it under breaks in the plan.",
    ),
    "CDS503": Sentences(
        "thay đổi đột ngột: từ {before} ({earlier}) thành {after}",
        "sudden change: from {before} ({earlier}) to {after}",
        "Đối chiếu lại với nguồn (thiếu dấu phẩy, sai đơn vị?); nếu sai, dùng cdstrack correct.",
        "Compare with the source (missing decimal mark, different unit?); if wrong, use "
        "cdstrack correct.",
    ),
    "CDS504": Sentences(
        "số lũy kế trong năm giảm: {before} ({earlier}), sau đó {after}",
        "a figure cumulative within the year fell: {before} ({earlier}), then {after}",
        "Đối chiếu lại với nguồn: là số lũy kế, hay chỉ là số của riêng kỳ này?",
        "Compare with the source: is it cumulative since 1 January, or for this period only?",
    ),
    "CDS505": Sentences(
        "hai số liệu khác nhau cho cùng một ngày: {before} (kỳ {earlier}) và {after}",
        "two different figures for the same day: {before} (period {earlier}) and {after}",
        "Giữ một số liệu: rút số liệu kia bằng cdstrack withdraw.",
        "Keep one of them: withdraw the other with cdstrack withdraw.",
    ),
    "CDS506": Sentences(
        "số liệu không nêu văn bản nguồn",
        "the figure states no source document",
        "Thêm nguồn, thay MÃ bằng mã văn bản (cdstrack document list): "
        'cdstrack correct {typed} --id {figure} --document MÃ --reason "bổ sung nguồn"'
        " || Thêm nguồn bằng cdstrack correct, tùy chọn --document.",
        "Add the source; replace ID with the document id (cdstrack document list): cdstrack "
        'correct {typed} --id {figure} --document ID --reason "source added" || '
        "Add the source with cdstrack correct, option --document.",
    ),
    "CDS507": Sentences(
        "văn bản nguồn chưa được khai báo: {document}",
        "undeclared document: {document}",
        'Ghi vào kho: cdstrack document add {document} --title "TÊN VĂN BẢN", hoặc khai báo trong '
        "mục documents của kế hoạch.",
        'Add it to the store: cdstrack document add {document} --title "ITS TITLE", or declare '
        "it under documents in the plan.",
    ),
    "CDS508": Sentences(
        "kho có {count} số liệu của chỉ tiêu mà kế hoạch không khai báo: {indicator}",
        "the plan does not declare the indicator {indicator}; its figures in the store: {count}",
        "Khai báo lại chỉ tiêu, hoặc xem cdstrack plan diff.",
        "Declare the indicator again, or see cdstrack plan diff.",
    ),
    "CDS509": Sentences(
        "kho có {count} số liệu của đơn vị mà kế hoạch không khai báo: {org_unit}",
        "the plan does not declare the org unit {org_unit}; its figures in the store: {count}",
        "Khai báo đơn vị trong mục org_units của kế hoạch.",
        "Declare the org unit under org_units in the plan.",
    ),
    "CDS510": Sentences(
        "đồng hồ đã lùi lại: lần ghi {act} có thời điểm {at}, muộn hơn hiện tại",
        "the clock went backwards: submission {act} has the timestamp {at}, which is in the future",
        "Kiểm tra giờ của máy; báo cáo dùng --known-at vẫn theo đúng thứ tự các lần ghi.",
        "Set the computer's clock; reports with --known-at still follow the order of the "
        "submissions.",
    ),
    "CDS511": Sentences(
        "lần ghi {act} của {by} có thời điểm đặt thủ công {at} (CDSTRACK_TODAY)",
        "submission {act} by {by} has a manually set timestamp, {at} (CDSTRACK_TODAY)",
        "Nếu đó là lần ghi thử, hoàn tác: cdstrack undo {act}",
        "If it was a test, undo it: cdstrack undo {act}",
    ),
    "CDS512": Sentences(
        "lần ghi {act} có thời điểm không muộn hơn lần ghi {earlier} trước nó",
        "submission {act} has a timestamp that is not later than that of the preceding "
        "submission {earlier}",
        "Kho đã bị chương trình khác ghi vào; xem docs/record-keeping.md.",
        "Another program has written to the store; see docs/record-keeping.md.",
    ),
    "CDS520": Sentences(
        'không có phát hiện nào có mã "{value}"',
        'no finding has the id "{value}"',
        "Có phải là: {near}? || Chạy cdstrack check để xem các mã.",
        "Did you mean: {near}? || Run cdstrack check to see the ids.",
    ),
    "CDS521": Sentences(
        "--acknowledge cần --reason",
        "--acknowledge needs --reason",
        "Nêu lý do chấp nhận, ví dụ --reason 'nguồn in sai, đã hỏi lại'.",
        "State the reason for accepting it, for example --reason 'misprint in the source, asked'.",
    ),
    "CDS522": Sentences(
        "{code} là lỗi của kế hoạch, không thể chấp nhận",
        "{code} is an error in the plan and cannot be accepted",
        "Sửa tệp kế hoạch.",
        "Correct the plan file.",
    ),
}
