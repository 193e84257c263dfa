"""What the commands say that exchange files.

Owns these sentences only; `cdstrack.words.talk.general` looks them up.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

EXCHANGE: Mapping[str, Pair] = {
    "import.kept": Pair(
        "đã ghi {new} số liệu mới từ {file}, lần ghi {number}; {same} số liệu đã có từ trước",
        "new figures recorded from {file}: {new}, submission {number}; there already: {same}",
    ),
    "import.trial": Pair(
        "chỉ xem thử (--dry-run), chưa ghi gì: {new} số liệu mới, {same} số liệu đã có từ trước",
        "a trial (--dry-run), nothing was recorded; new figures: {new}, there already: {same}",
    ),
    "import.nothing_new": Pair(
        "không có gì mới trong {file}: {same} số liệu đã có từ trước, không thêm gì",
        "nothing new in {file}, nothing was added; there already: {same}",
    ),
    "import.refused": Pair(
        "{file}: {new} số liệu mới, {same} số liệu đã có từ trước, {conflicting} số liệu mâu thuẫn",
        "{file}: new figures {new}, there already {same}, conflicting {conflicting}",
    ),
    "import.corrected": Pair(
        "{count} số liệu thay cho số đã ghi khác",
        "figures that replace other recorded ones: {count}",
    ),
    "import.skipped": Pair(
        "{count} số liệu khác với số đã ghi: giữ số đã ghi",
        "figures that differ from recorded ones, which stay: {count}",
    ),
    "listed.title": Pair("Số liệu đã đọc được", "The figures as they were read"),
    "listed.where": Pair("Dòng/ô", "Where"),
    "listed.indicator": Pair("Chỉ tiêu", "Indicator"),
    "listed.period": Pair("Kỳ", "Period"),
    "listed.value": Pair("Số liệu", "Figure"),
    "listed.fate": Pair("So với kho", "To the record"),
    "listed.new": Pair("mới", "new"),
    "listed.same": Pair("đã có", "there already"),
    "listed.differs": Pair("khác: đang là {was}", "differs: was {was}"),
    "listed.replaces": Pair("thay {was}", "replaces {was}"),
    "listed.passed_over": Pair("giữ {was}", "{was} stays"),
    "listed.more": Pair("và {count} số liệu nữa", "and more: {count}"),
    "listed.more_kept": Pair(
        "và {count} số liệu nữa: cdstrack log -p -n 1", "and more: {count}; cdstrack log -p -n 1"
    ),
    "import.sheet_hidden": Pair(
        "trang {sheet} đang ẩn: không đọc", "the sheet {sheet} is hidden: it is not read"
    ),
    "import.sheet_other": Pair(
        "trang {sheet} không có tiêu đề của biểu: không đọc",
        "the sheet {sheet} does not have the form's heading: it is not read",
    ),
    "import.rows_hidden": Pair(
        "trang {sheet}: các dòng đang ẩn vẫn được đọc: {rows}",
        "the sheet {sheet}: hidden rows are read too: {rows}",
    ),
    "import.columns_hidden": Pair(
        "trang {sheet}: các cột đang ẩn vẫn được đọc: {columns}",
        "the sheet {sheet}: hidden columns are read too: {columns}",
    ),
    "import.on_against_form": Pair(
        "LƯU Ý: biểu ghi kỳ {stated} ({at}), nhưng số liệu được tính cho {on} theo --on; nếu biểu "
        "đúng, bỏ --on",
        "NOTE: the form states {stated} ({at}), but the figures are taken for {on} by --on; if the "
        "form is right, leave --on out",
    ),
    "import.left_out": Pair("không phải số liệu, bỏ qua: {cells}", "no figures, left out: {cells}"),
    "import.which": Pair(
        '{at}: "{name}" là chỉ tiêu nào?',
        '{at}: which indicator is "{name}"?',
    ),
    "import.choose": Pair(
        "Gõ số 1-{count}; Enter: không chỉ tiêu nào; Ctrl-C: dừng, không ghi gì",
        "Type 1-{count}; Enter: none of these; Ctrl-C: stop, nothing is recorded",
    ),
    "import.choose_one": Pair(
        "Gõ 1 nếu đúng; Enter: không phải; Ctrl-C: dừng, không ghi gì",
        "Type 1 if it is; Enter: it is not; Ctrl-C: stop, nothing is recorded",
    ),
    "import.not_understood": Pair('không hiểu "{typed}"', 'not understood: "{typed}"'),
    "import.names_told": Pair(
        "Để lần sau khỏi hỏi, chép vào mô tả biểu (docs/mapping.md):",
        "To be asked no more, copy this into the form's description (docs/mapping.md):",
    ),
    "import.stopped": Pair(
        "đã dừng theo yêu cầu; chưa có gì được ghi", "stopped as asked; nothing was recorded"
    ),
    "import.refused_whole": Pair(
        "{file}: {count} lỗi; không nhận tệp, chưa có gì được ghi",
        "{file}: problems: {count}; the file is refused, nothing of it was recorded",
    ),
    "import.conflicts": Pair(
        "{count} số liệu khác với số đã ghi. Giữ số đã ghi và nhận phần còn lại: --on-conflict skip; "
        'thay cả loạt: --on-conflict correct --reason "…"',
        "figures that differ from recorded ones: {count}. To keep those and take the rest: "
        '--on-conflict skip; to replace them all: --on-conflict correct --reason "…"',
    ),
    "import.names": Pair(
        "{count} ô có tên không khớp: ghi mã chỉ tiêu vào ô, ghi tên vào indicators của mô tả biểu, "
        "hoặc thêm vào skip nếu không phải số liệu. Mô tả có sẵn để sửa: cdstrack examples theo-doi",
        "cells whose names fit no indicator: {count}. Write the id there, put the name under "
        "indicators in the form's description, or under skip if it is no figure. The shipped one, to be "
        "changed: cdstrack examples theo-doi",
    ),
    "import.more_warnings": Pair(
        "còn {count} cảnh báo nữa không liệt kê", "more warnings, not listed: {count}"
    ),
    "import.backup": Pair("đã sao lưu kho vào {file}", "the store was backed up to {file}"),
    "import.reading": Pair("đọc {file}", "reading {file}"),
    "template.made": Pair(
        "đã tạo {file}: {count} dòng để ghi số liệu", "made {file}, rows to fill in: {count}"
    ),
    "template.closed": Pair(
        "{org_unit} chỉ hoạt động đến hết ngày {closed}: bảng hỏi kỳ cuối trước ngày đó",
        "{org_unit} closed on {closed}: the last period before that day is asked for",
    ),
    "template.successor": Pair(
        "hỏi về đơn vị kế thừa: --org-unit {successor}",
        "to ask about its successor: --org-unit {successor}",
    ),
}
