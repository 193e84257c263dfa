"""Help texts of the commands that record figures."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ENTER: Mapping[str, Pair] = {
    "record": Pair(
        "Ghi một số liệu.\n\n"
        'Số liệu: 75, 67,84%, 981/1446, done, na:"lý do". Kỳ: 31/7/2022, 2022-07, 2022-Q3, '
        "2022-H1, 2022. Chương trình in lại nội dung đã hiểu; giá trị có hai cách đọc thì "
        "không nhận. Ghi lại đúng số liệu cũ thì không thêm gì; số liệu khác cho cùng kỳ phải "
        "dùng lệnh correct.",
        "Record one figure.\n\n"
        'Values: 75, 67.84%, 981/1446, done, na:"reason". Periods: 2022-07-31, 31/7/2022, '
        "2022-07, 2022-Q3, 2022-H1, 2022. The figure is echoed as it was understood; ambiguous "
        "input is refused. Recording the same figure again adds nothing; a different figure "
        "for the same period requires correct.",
    ),
    "record.indicator": Pair(
        "Mã chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên (không cần dấu).",
        "The indicator's id, the start of the id, or words of its name (accents optional).",
    ),
    "record.value": Pair("Số liệu.", "The figure."),
    "record.on": Pair("Kỳ số liệu (bắt buộc).", "The period of the figure (required)."),
    "record.org_unit": Pair(
        "Đơn vị của số liệu (nếu không nêu: địa bàn của kế hoạch).",
        "The org unit that the figure is about (default: the plan's area).",
    ),
    "record.by": Pair(
        "Nhóm, ví dụ sector=du-lich; có thể nêu nhiều lần.",
        "The group, for example sector=du-lich; may be repeated.",
    ),
    "record.stated": Pair(
        "Tỷ lệ mà nguồn in bên cạnh phân số.",
        "The percentage that the source prints beside the fraction.",
    ),
    "record.qualifier": Pair(
        "Mức chắc chắn của nguồn: exact, about, over, nearly, estimate, preliminary, derived.",
        "How precise the figure is: exact, about, over, nearly, estimate, preliminary, derived.",
    ),
    "record.document": Pair("Mã văn bản nguồn.", "The id of the source document."),
    "record.reported": Pair(
        "Ngày hoặc tháng công bố số liệu (nếu không nêu: ngày của văn bản, hoặc hôm nay).",
        "The day or month the figure was published (default: the document's date, else today).",
    ),
    "record.note": Pair("Ghi chú.", "A note."),
    "record.dry_run": Pair(
        "Chỉ xem trước nội dung sẽ ghi, không ghi vào kho.",
        "Preview what would be recorded, without recording it.",
    ),
    "import": Pair(
        "Nhập số liệu từ tệp CSV hoặc Excel: nhận toàn bộ hoặc không nhận.\n\n"
        "Đọc .csv, .tsv, .xlsx với các cột chuẩn, hoặc biểu khác theo mô tả (--map). Số liệu "
        "đã có thì bỏ qua; tệp có lỗi thì không số liệu nào được ghi (mã 5).",
        "Import figures from a CSV or Excel file: all or nothing.\n\n"
        "Reads .csv, .tsv and .xlsx with the canonical columns, or another form by its "
        "description (--map). Figures already recorded are skipped; if the file has any "
        "problem, nothing is stored (exit 5).",
    ),
    "import.file": Pair("Tệp số liệu.", "The file to import."),
    "import.form": Pair(
        "Mô tả biểu: tệp YAML, hoặc tên biểu có sẵn (theo-doi).",
        "The form description: a YAML file, or the name of a built-in one (theo-doi).",
    ),
    "import.on": Pair(
        "Kỳ của số liệu khi tệp không ghi.",
        "The period of the figures, if the file does not give one.",
    ),
    "import.encoding": Pair(
        "Bảng mã của tệp CSV khi không tự nhận ra: utf-8, utf-16, cp1258.",
        "The encoding of a CSV file, if it cannot be detected: utf-8, utf-16, cp1258.",
    ),
    "import.on_conflict": Pair(
        "Khi số liệu khác với số đã ghi: fail (không nhận tệp), skip (giữ số đã ghi), correct (thay).",
        "What to do if a figure differs from the recorded one: fail (refuse the file), skip "
        "(keep the recorded one), correct (replace it).",
    ),
    "import.reason": Pair(
        "Lý do, được giữ cùng lần ghi (bắt buộc với correct).",
        "The reason, kept with the submission (required with correct).",
    ),
    "import.dry_run": Pair(
        "Chỉ xem trước: số liệu đọc được, số liệu mới, đã có, mâu thuẫn; không ghi vào kho.",
        "Preview what was read and what is new, already recorded or conflicting, without "
        "recording it.",
    ),
}
