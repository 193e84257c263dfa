"""Messages of the commands that exchange files: imports, forms and templates."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

EXCHANGE: Mapping[str, Pair] = {
    "import.kept": Pair(
        "đã ghi {new} số liệu mới từ {file}, lần ghi {number}; {same} số liệu đã có từ trước",
        "new figures recorded from {file}: {new}, submission {number}; already recorded: {same}",
    ),
    "import.trial": Pair(
        "chỉ xem trước (--dry-run), chưa ghi gì: {new} số liệu mới, {same} số liệu đã có từ trước",
        "dry run (--dry-run), nothing was recorded; new figures: {new}, already recorded: {same}",
    ),
    "import.nothing_new": Pair(
        "không có gì mới trong {file}: {same} số liệu đã có từ trước, không thêm gì",
        "nothing new in {file}, nothing was added; already recorded: {same}",
    ),
    "import.refused": Pair(
        "{file}: {new} số liệu mới, {same} số liệu đã có từ trước, {conflicting} số liệu mâu thuẫn",
        "{file}: new figures: {new}, already recorded: {same}, conflicting: {conflicting}",
    ),
    "import.repeated": Pair("{count} dòng lặp lại dòng khác của tệp", "repeated lines: {count}"),
    "import.corrected": Pair(
        "{count} số liệu thay cho số liệu khác đã ghi",
        "figures that replace recorded ones: {count}",
    ),
    "import.skipped": Pair(
        "{count} số liệu khác với số liệu đã ghi: giữ số liệu đã ghi",
        "figures that differ from recorded ones, which are kept: {count}",
    ),
    "listed.title": Pair("Số liệu đã đọc được", "Figures as read"),
    "listed.where": Pair("Dòng/ô", "Where"),
    "listed.indicator": Pair("Chỉ tiêu", "Indicator"),
    "listed.period": Pair("Kỳ", "Period"),
    "listed.value": Pair("Số liệu", "Figure"),
    "listed.fate": Pair("So với kho", "In the store"),
    "listed.new": Pair("mới", "new"),
    "listed.same": Pair("đã có", "already recorded"),
    "listed.repeated": Pair("lặp lại", "repeated line"),
    "listed.differs": Pair("khác: đã ghi {was}", "differs: recorded {was}"),
    "listed.line_differs": Pair(
        "khác dòng {at} của tệp này: {was}", "differs from line {at} of this file: {was}"
    ),
    "listed.cell_differs": Pair(
        "khác ô {at} của tệp này: {was}", "differs from {at} of this file: {was}"
    ),
    "listed.replaces": Pair("thay {was}", "replaces {was}"),
    "listed.passed_over": Pair("giữ {was}", "{was} is kept"),
    "listed.more": Pair("và {count} số liệu nữa", "and more: {count}"),
    "listed.more_kept": Pair(
        "và {count} số liệu nữa: cdstrack log -p -n 1", "and more: {count}; cdstrack log -p -n 1"
    ),
    "import.sheet_hidden": Pair(
        "trang {sheet} đang ẩn nên không đọc", "the sheet {sheet} is hidden and was not read"
    ),
    "import.sheet_other": Pair(
        "trang {sheet} không có tiêu đề của biểu nên không đọc",
        "the sheet {sheet} does not have the heading of the form and was not read",
    ),
    "import.rows_hidden": Pair(
        "trang {sheet}: các dòng đang ẩn vẫn được đọc: {rows}",
        "sheet {sheet}: hidden rows were read too: {rows}",
    ),
    "import.columns_hidden": Pair(
        "trang {sheet}: các cột đang ẩn vẫn được đọc: {columns}",
        "sheet {sheet}: hidden columns were read too: {columns}",
    ),
    "import.comments": Pair(
        "LƯU Ý: {count} ô có lời ghi chú (comment), không được nhập; hãy đọc: {cells}",
        "NOTE: {count} cells have comments, which are not read; look at them: {cells}",
    ),
    "import.on_against_form": Pair(
        "LƯU Ý: biểu ghi kỳ {stated} ({at}), nhưng số liệu được tính cho {on} theo --on; nếu biểu "
        "đúng, bỏ --on",
        "NOTE: the form states {stated} ({at}), but the figures were read for {on} because of "
        "--on; if the form is correct, remove --on",
    ),
    "import.left_out": Pair("không phải số liệu, bỏ qua: {cells}", "not figures, ignored: {cells}"),
    "import.which": Pair('{at}: "{name}" là chỉ tiêu nào?', '{at}: which indicator is "{name}"?'),
    "import.which_unit": Pair('{at}: "{name}" là đơn vị nào?', '{at}: which unit is "{name}"?'),
    "import.choose_unit": Pair(
        "Gõ số 1-{count}; Enter: không đơn vị nào; Ctrl-C: dừng, không ghi gì:",
        "Type 1-{count}; Enter: none of these; Ctrl-C: stop without recording:",
    ),
    "import.choose": Pair(
        "Gõ số 1-{count}; Enter: không chỉ tiêu nào; Ctrl-C: dừng, không ghi gì:",
        "Type 1-{count}; Enter: none of these; Ctrl-C: stop without recording:",
    ),
    "import.choose_one": Pair(
        "Gõ 1 nếu đúng; Enter: không phải; Ctrl-C: dừng, không ghi gì:",
        "Type 1 if it is correct; Enter: it is not; Ctrl-C: stop without recording:",
    ),
    "import.not_understood": Pair('không hiểu "{typed}"', 'not understood: "{typed}"'),
    "import.names_told": Pair(
        "Để lần sau không phải hỏi lại, chép vào mô tả biểu (docs/mapping.md):",
        "To avoid these questions next time, copy this into the form description "
        "(docs/mapping.md):",
    ),
    "import.names_near": Pair(
        "{count} tên gần giống tên trong kế hoạch. Nếu đúng, chép vào mô tả biểu (--map), hoặc lưu "
        "bằng --save-names TỆP.yaml:",
        "names that are similar to names of the plan: {count}. If they are right, copy this into "
        "the form description (--map), or keep them by --save-names FILE.yaml:",
    ),
    "import.names_as_aliases": Pair(
        "hoặc vào kế hoạch, tại từng chỉ tiêu:", "or into the plan, at each indicator:"
    ),
    "import.names_saved": Pair(
        "đã ghi {count} tên vào {file}; lần sau: --map {file}",
        "names kept in {file}: {count}; next time: --map {file}",
    ),
    "import.names_proposed": Pair(
        "đã ghi vào {file}: {count} tên đã nhận, {guesses} tên đề xuất dưới dạng chú thích; bỏ dấu # "
        "ở tên đúng rồi chạy lại với --map {file}",
        "written into {file}: accepted names: {count}, proposed names as comments: {guesses}; remove "
        "the # before the right ones and run again with --map {file}",
    ),
    "import.stopped": Pair(
        "đã dừng theo yêu cầu; chưa có gì được ghi", "stopped on request; nothing was recorded"
    ),
    "import.refused_whole": Pair(
        "{file}: {count} lỗi; không nhận tệp, chưa có gì được ghi",
        "{file}: problems: {count}; the file was refused and nothing was recorded",
    ),
    "import.conflicts": Pair(
        "{count} số liệu khác với số liệu đã ghi. Giữ số liệu đã ghi và nhận phần còn lại: "
        '--on-conflict skip; thay tất cả: --on-conflict correct --reason "…"',
        "figures that differ from recorded ones: {count}. To keep the recorded ones and import "
        'the rest: --on-conflict skip; to replace them all: --on-conflict correct --reason "…"',
    ),
    "import.names": Pair(
        "{count} ô có tên không khớp: ghi mã chỉ tiêu vào ô, ghi tên vào indicators của mô tả "
        "biểu, hoặc vào skip nếu không phải số liệu. Để in mô tả có sẵn và sửa: cdstrack "
        "examples {form}",
        "cells whose names match no indicator: {count}. Enter the id in the cell, add the name "
        "under indicators in the form description, or under skip if it is not a figure. To "
        "print the built-in description for editing: cdstrack examples {form}",
    ),
    "import.evidence_new": Pair(
        "minh chứng: thêm {count} văn bản vào kho",
        "evidence: documents added to the store: {count}",
    ),
    "import.evidence_unread": Pair(
        "minh chứng không đọc được thành văn bản (số/ký hiệu - dd/mm/yyyy: trích yếu), giữ trong ghi "
        "chú: {count} ({cells})",
        "evidence that names no document (number - dd/mm/yyyy: title), kept in the notes: {count} "
        "({cells})",
    ),
    "import.take_all": Pair(
        "nhận cả {count} tên gần đúng trên? [c/K]", "take all {count} names above? [y/N]"
    ),
    "import.more_warnings": Pair(
        "còn {count} cảnh báo {code} không liệt kê", "more {code} warnings, not listed: {count}"
    ),
    "import.backup": Pair("đã sao lưu kho vào {file}", "the store was backed up to {file}"),
    "export.writing": Pair("xuất số liệu", "writing the figures"),
    "import.reading": Pair("đọc {file}", "reading {file}"),
    "template.made": Pair(
        "đã tạo {file}: {count} dòng để ghi số liệu", "created {file}, rows to fill in: {count}"
    ),
    "template.closed": Pair(
        "{org_unit} chỉ hoạt động đến hết ngày {closed}: bảng dành cho kỳ cuối trước ngày đó",
        "{org_unit} closed on {closed}: the template asks for the last period before that day",
    ),
    "template.successor": Pair(
        "để tạo bảng cho đơn vị kế thừa: --org-unit {successor}",
        "for its successor: --org-unit {successor}",
    ),
}

FORM: Mapping[str, Pair] = {
    "form.rows_empty": Pair(
        "{count} dòng không có số liệu: {rows}", "rows without a figure: {count} ({rows})"
    ),
    "form.rows_skipped": Pair(
        "{count} dòng có số liệu được bỏ qua theo mô tả biểu (skip): {rows}",
        "rows with figures that the form description skips: {count} ({rows})",
    ),
    "form.firmness": Pair(
        'ngoài bảng có ghi "{text}", nhưng số liệu được ghi không kèm mức chắc chắn này; nếu đúng cho '
        "cả biểu, ghi trong mô tả biểu: fixed: {qualifier: {word}}",
        'the text beside the table says "{text}", but the figures are recorded without it; if it holds for all '
        "of them, write in the form description: fixed: {qualifier: {word}}",
    ),
    "form.heading_says_more": Pair(
        'tiêu đề "{column}" không chỉ nói về kết quả; số liệu được đọc là của cả chỉ tiêu. Nếu chỉ là một phần, '
        "ghi phân tổ của cột trong mô tả biểu (docs/mapping.md)",
        'the heading "{column}" speaks of more than results; its figures were read as those of the whole '
        "indicator. Where they are of a part, write the column's breakdown in the form description "
        "(docs/mapping.md)",
    ),
    "form.columns_unread": Pair(
        "trang {sheet}: không đọc cột {columns}", "sheet {sheet}: columns not read: {columns}"
    ),
    "form.columns_unread_csv": Pair("không đọc cột {columns}", "columns not read: {columns}"),
    "form.period_proposed": Pair(
        'cột "{column}" chứa ngày; nếu là kỳ của số liệu, ghi trong mô tả biểu: columns: {period: '
        '"{column}"}',
        'the column "{column}" holds dates; if they are the periods of the figures, write in the '
        'form description: columns: {period: "{column}"}',
    ),
}
"""Messages about a form: rows without a figure, columns that are not read."""
