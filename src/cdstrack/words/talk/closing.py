"""Messages about closed periods."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

CLOSING: Mapping[str, Pair] = {
    "closing.closed": Pair(
        "đã chốt {period}: {count} số liệu, {by} duyệt, dấu chuỗi {head}; lần ghi {number}",
        "closed {period}: figures {count}, approved by {by}, head {head}; submission {number}",
    ),
    "closing.opened": Pair(
        "đã mở lại {period} (trước do {by} duyệt chốt); lần ghi {number}",
        "opened {period} again (approved before by {by}); submission {number}",
    ),
    "closing.none": Pair("chưa chốt kỳ nào", "no period is closed"),
    "closing.sealed": Pair(
        "{period}: chốt {at}, {by} duyệt, {count} số liệu, dấu chuỗi {head} (lần ghi {number}{reason})",
        "{period}: closed {at}, approved by {by}, figures {count}, head {head} "
        "(submission {number}{reason})",
    ),
    "closing.late": Pair("số liệu đến sau khi chốt: {count}", "figures after the closing: {count}"),
    "closing.late_figure": Pair(
        "{change} (lần ghi {number}, {by}: {reason})",
        "{change} (submission {number}, {by}: {reason})",
    ),
    "closing.moved": Pair(
        "chỉ tiêu có giá trị cuối kỳ khác lúc chốt: {count}",
        "indicators that differ from the closing at the end of the period: {count}",
    ),
    "closing.moved_indicator": Pair(
        "{indicator}: lúc chốt {sealed}, nay {now}", "{indicator}: sealed {sealed}, now {now}"
    ),
    "closing.no_figure": Pair("chưa có số liệu", "no figure"),
}
