"""Help texts of the commands that record figures."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ENTER: Mapping[str, Pair] = {
    "record": Pair(
        "Ghi một số liệu.\n\n"
        'Số liệu: 75, 67,84%, 981/1446, done, na:"lý do". Kỳ: 31/7/2022, 2022-07, 2022-Q3, 2022-H1, '
        "2022. In lại điều đã hiểu; điều gì có hai cách đọc thì không nhận. Ghi lại đúng số cũ thì "
        "không thêm gì; số khác cho cùng kỳ cần lệnh correct.",
        "Record one figure.\n\n"
        'Values: 75, 67.84%, 981/1446, done, na:"reason". Periods: 2022-07-31, 31/7/2022, 2022-07, '
        "2022-Q3, 2022-H1, 2022. What was understood is echoed; what has two readings is refused. "
        "The same figure again adds nothing; another figure for the same period needs correct.",
    ),
    "record.indicator": Pair(
        "Mã chỉ tiêu, phần đầu của mã, hoặc vài từ trong tên (không cần dấu).",
        "The indicator's id, the beginning of it, or words of its name (accents not needed).",
    ),
    "record.value": Pair("Số liệu.", "The figure."),
    "record.on": Pair("Kỳ số liệu (bắt buộc).", "The period of the figure (required)."),
    "record.org_unit": Pair(
        "Đơn vị mà số liệu nói đến (nếu không: địa bàn của kế hoạch).",
        "The org unit that the figure is about (else the plan's area).",
    ),
    "record.by": Pair(
        "Nhóm, ví dụ sector=du-lich; viết nhiều lần được.",
        "The group, for example sector=du-lich; may be repeated.",
    ),
    "record.stated": Pair(
        "Tỷ lệ mà nguồn in bên cạnh phân số.",
        "The percentage that the source prints beside the fraction.",
    ),
    "record.qualifier": Pair(
        "Mức chắc chắn của nguồn: exact, about, over, nearly, estimate, preliminary, derived.",
        "How firmly it is stated: exact, about, over, nearly, estimate, preliminary, derived.",
    ),
    "record.document": Pair("Mã văn bản nguồn.", "The id of the source document."),
    "record.reported": Pair(
        "Ngày hoặc tháng số liệu được công bố (nếu không: ngày của văn bản, hoặc hôm nay).",
        "The day or month it was made known (else the document's date, or today).",
    ),
    "record.note": Pair("Ghi chú.", "A note."),
    "record.dry_run": Pair(
        "Chỉ xem sẽ ghi gì, không ghi.", "Show what would be recorded; record nothing."
    ),
    "import": Pair(
        "Nhập số liệu từ tệp CSV hoặc Excel: nhận hết hoặc không nhận gì.\n\n"
        "Nhận .csv, .tsv, .xlsx: các cột chuẩn, hoặc biểu khác theo mô tả (--map). Số liệu đã có thì "
        "bỏ qua; tệp có bất kỳ lỗi nào thì không số liệu nào được ghi (mã 5).",
        "Take figures from a CSV or Excel file: all of them or none.\n\n"
        "Reads .csv, .tsv and .xlsx with the canonical columns, or another form as described "
        "(--map). Figures that are recorded already are left alone; with any problem in the file "
        "nothing is stored (exit 5).",
    ),
    "import.file": Pair("Tệp số liệu.", "The file of figures."),
    "import.form": Pair(
        "Mô tả biểu: tệp YAML, hoặc tên biểu có sẵn (theo-doi).",
        "The form's description: a YAML file, or the name of a shipped one (theo-doi).",
    ),
    "import.on": Pair(
        "Kỳ của số liệu khi tệp không ghi.", "The period of the figures, where the file has none."
    ),
    "import.encoding": Pair(
        "Bảng mã của tệp CSV khi không tự nhận ra: utf-8, utf-16, cp1258.",
        "The encoding of a CSV file that does not show it: utf-8, utf-16, cp1258.",
    ),
    "import.on_conflict": Pair(
        "Khi số liệu khác với số đã ghi: fail (không nhận tệp), skip (giữ số đã ghi), correct (thay).",
        "Where a figure differs from the recorded one: fail (refuse the file), skip (keep the "
        "recorded one), correct (replace it).",
    ),
    "import.reason": Pair(
        "Lý do, được giữ cùng lần ghi (bắt buộc với correct).",
        "Why, kept with the submission (required with correct).",
    ),
    "import.dry_run": Pair(
        "Chỉ xem đọc được những gì, và số nào mới, đã có, mâu thuẫn; không ghi.",
        "Show what was read, and what is new, there already or conflicting; record nothing.",
    ),
}
