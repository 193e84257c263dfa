"""What a dialogue asks and says as figures are entered at a terminal."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ENTRY: Mapping[str, Pair] = {
    "enter.indicator": Pair(
        "Chỉ tiêu (mã hoặc vài từ trong tên; ?: danh sách; q: dừng):",
        "Indicator (id or words of its name; ?: list; q: leave):",
    ),
    "enter.nothing_typed": Pair(
        "hãy gõ mã hoặc vài từ, không cần dấu", "type an id or some words, accents are optional"
    ),
    "enter.not_found": Pair('không tìm thấy "{typed}"', 'not found: "{typed}"'),
    "enter.nearest": Pair('không tìm thấy "{typed}"; gần giống:', 'not found: "{typed}"; similar:'),
    "enter.which": Pair("Gõ số 1-{count}, hoặc từ khác:", "Type 1-{count}, or other words:"),
    "enter.more": Pair("và {count} mục nữa: gõ thêm từ", "and {count} more: type more words"),
    "enter.last": Pair("gần nhất: {figure}", "latest: {figure}"),
    "enter.none_yet": Pair("chưa có số liệu", "no figures yet"),
    "enter.owed": Pair("[{number}/{count}] {name}", "[{number}/{count}] {name}"),
    "enter.due": Pair("đến hạn {due}", "due {due}"),
    "enter.group": Pair(
        "Nhóm (số, mã hoặc tên; Enter: tổng số):", "Group (number, id or name; Enter: the whole):"
    ),
    "enter.open_group": Pair(
        "Nhóm, ví dụ du-lich (Enter: tổng số):", "Group, such as tourism (Enter: the whole):"
    ),
    "enter.needed": Pair("cần câu trả lời; q: dừng", "an answer is needed; q: leave"),
    "enter.period": Pair("Kỳ số liệu [{usual}]:", "Period [{usual}]:"),
    "enter.value": Pair("Số liệu ({unit}):", "Figure ({unit}):"),
    "enter.owed_value": Pair(
        "Số liệu {period} ({unit}; Enter: bỏ qua; k: kỳ khác; q: dừng):",
        "Figure for {period} ({unit}; Enter: skip; p: another period; q: leave):",
    ),
    "enter.document": Pair(
        "Văn bản nguồn (mã, số hoặc vài từ; ?: danh sách; +: thêm mới; Enter: không nêu):",
        "Source document (id, number or words; ?: list; +: a new one; Enter: none):",
    ),
    "enter.usual_document": Pair(
        "Văn bản nguồn [{usual}] (?: danh sách; +: thêm mới; -: không nêu):",
        "Source document [{usual}] (?: list; +: a new one; -: none):",
    ),
    "enter.document_number": Pair(
        "Số, ký hiệu văn bản (Enter: không có):", "Number of the document (Enter: none):"
    ),
    "enter.document_title": Pair("Tên văn bản:", "Title of the document:"),
    "enter.document_issued": Pair(
        "Ngày ban hành (Enter: không rõ):", "Day of issue (Enter: not known):"
    ),
    "enter.document_id": Pair("Mã văn bản [{usual}]:", "Id of the document [{usual}]:"),
    "enter.number_known": Pair("đã có: {title} ({id})", "known already: {title} ({id})"),
    "enter.id_taken": Pair("mã {id} đã có văn bản khác", "{id} is the id of another document"),
    "enter.why": Pair(
        "{step}: kỳ này đã có số liệu. Lý do thay (Enter: giữ số đã ghi):",
        "{step}: there is a figure for this period. Reason to replace it (Enter: keep it):",
    ),
    "enter.official": Pair(
        "{step}: thay số ước bằng số chính thức? [c/K]",
        "{step}: replace the estimate by the official figure? [y/N]",
    ),
    "enter.official_reason": Pair("số chính thức", "official figure"),
    "enter.there": Pair("đã ghi trước đó: không thêm gì", "already recorded: nothing was added"),
    "enter.kept": Pair("đã ghi, lần ghi {number}", "recorded, submission {number}"),
    "enter.nothing_owed": Pair("không có số liệu nào đến hạn", "no figures are due"),
    "enter.counts": Pair(
        "đã ghi {recorded}, bỏ qua {skipped}, còn lại {left}",
        "recorded: {recorded}, skipped: {skipped}, left: {left}",
    ),
}
"""By key; the part before the point is `enter`."""
