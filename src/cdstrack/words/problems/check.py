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
        "mẫu số giảm từ {before} ({earlier}) xuống {after}: tỷ lệ tăng giảm vì mẫu số",
        "the denominator shrank from {before} ({earlier}) to {after}: the share moves because of it",
        "Kiểm tra xem cách đếm có đổi không; nếu có, khai báo breaks trong kế hoạch.",
        "See whether the way of counting changed; if so, declare it under breaks in the plan.",
    ),
    "CDS503": Sentences(
        "thay đổi đột ngột: từ {before} ({earlier}) thành {after}",
        "a sudden change: from {before} ({earlier}) to {after}",
        "Đối chiếu lại với nguồn (thiếu dấu phẩy, sai đơn vị?); nếu sai, dùng cdstrack correct.",
        "Compare with the source (a lost decimal mark, another unit?); if wrong, use cdstrack correct.",
    ),
    "CDS504": Sentences(
        "số lũy kế trong năm giảm: {before} ({earlier}), sau đó {after}",
        "a figure that is counted up within the year fell: {before} ({earlier}), then {after}",
        "Đối chiếu lại với nguồn: số lũy kế, hay chỉ của riêng kỳ này?",
        "Compare with the source: counted from New Year on, or of this period only?",
    ),
    "CDS505": Sentences(
        "hai số liệu khác nhau cho cùng một ngày: {before} (kỳ {earlier}) và {after}",
        "two different figures for one day: {before} (period {earlier}) and {after}",
        "Giữ một số: rút số kia bằng cdstrack withdraw.",
        "Keep one of them: take the other out of use with cdstrack withdraw.",
    ),
    "CDS506": Sentences(
        "số liệu không nêu văn bản nguồn",
        "the figure names no document that it comes from",
        "Thêm nguồn, thay MÃ bằng mã văn bản (cdstrack document list): "
        'cdstrack correct {typed} --id {figure} --document MÃ --reason "bổ sung nguồn"'
        " || Thêm nguồn bằng cdstrack correct, tùy chọn --document.",
        "Add it, with the id of the document (cdstrack document list) for ID: "
        'cdstrack correct {typed} --id {figure} --document ID --reason "source added"'
        " || Add it by cdstrack correct, option --document.",
    ),
    "CDS507": Sentences(
        "văn bản nguồn chưa được khai báo: {document}",
        "the document is not declared anywhere: {document}",
        'Ghi vào kho: cdstrack document add {document} --title "TÊN VĂN BẢN", hoặc khai báo trong '
        "mục documents của kế hoạch.",
        'Keep it in the store: cdstrack document add {document} --title "ITS TITLE", or declare it '
        "under documents in the plan.",
    ),
    "CDS508": Sentences(
        "kho có {count} số liệu của chỉ tiêu mà kế hoạch không khai báo: {indicator}",
        "the plan does not declare the indicator {indicator}; figures of it in the store: {count}",
        "Khai báo lại chỉ tiêu, hoặc xem cdstrack plan diff.",
        "Declare the indicator again, or see cdstrack plan diff.",
    ),
    "CDS509": Sentences(
        "kho có {count} số liệu của đơn vị mà kế hoạch không khai báo: {org_unit}",
        "the plan does not declare the body {org_unit}; figures of it in the store: {count}",
        "Khai báo đơn vị trong mục org_units của kế hoạch.",
        "Declare it under org_units in the plan.",
    ),
    "CDS510": Sentences(
        "đồng hồ đã bị vặn lùi: lần ghi {act} mang giờ {at}, muộn hơn bây giờ",
        "the clock ran backwards: submission {act} bears the instant {at}, which is yet to come",
        "Kiểm tra giờ của máy; báo cáo dùng --known-at vẫn đúng theo thứ tự ghi.",
        "Set the computer's clock right; reports with --known-at keep to the order of the submissions.",
    ),
    "CDS511": Sentences(
        "lần ghi {act} của {by} mang giờ đặt tay {at} (CDSTRACK_TODAY)",
        "submission {act} by {by} bears an instant set by hand, {at} (CDSTRACK_TODAY)",
        "Nếu đó là lần thử, hoàn tác: cdstrack undo {act}",
        "If it was a trial, take it back: cdstrack undo {act}",
    ),
    "CDS512": Sentences(
        "lần ghi {act} mang giờ không muộn hơn lần ghi {earlier} trước nó",
        "submission {act} bears an instant that is not after that of submission {earlier} before it",
        "Kho đã bị chương trình khác ghi vào; xem docs/record-keeping.md.",
        "Another program has written to the store; see docs/record-keeping.md.",
    ),
    "CDS520": Sentences(
        'không có phát hiện nào mang mã "{value}"',
        'nothing that was found has the id "{value}"',
        "Có phải là: {near}? || Chạy cdstrack check để xem các mã.",
        "Did you mean: {near}? || Run cdstrack check to see the ids.",
    ),
    "CDS521": Sentences(
        "--acknowledge cần --reason",
        "--acknowledge needs --reason",
        "Nêu lý do chấp nhận, ví dụ --reason 'nguồn in sai, đã hỏi lại'.",
        "Say why it may stand, for example --reason 'misprint in the source, asked'.",
    ),
    "CDS522": Sentences(
        "{code} là lỗi của kế hoạch, không phải điều có thể chấp nhận",
        "{code} is an error of the plan, which cannot be accepted",
        "Sửa tệp kế hoạch.",
        "Put the plan file right.",
    ),
}
