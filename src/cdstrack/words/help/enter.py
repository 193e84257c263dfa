"""Help texts of the commands that record figures and that exchange files."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ENTER: Mapping[str, Pair] = {
    "record": Pair(
        "Ghi một số liệu.\n\n"
        'Số liệu: 75, 67,84%, 981/1446, done, na:"lý do". Kỳ: 31/7/2022, 2022-07, 2022-Q3, '
        "2022-H1, 2022. Chương trình in lại nội dung đã hiểu; giá trị có hai cách đọc thì "
        "không nhận. Ghi lại đúng số liệu cũ thì không thêm gì; số liệu khác cho cùng kỳ phải "
        "dùng lệnh correct. Ở cửa sổ lệnh, thiếu INDICATOR hoặc VALUE thì chương trình hỏi từng mục.",
        "Record one figure.\n\n"
        'Values: 75, 67.84%, 981/1446, done, na:"reason". Periods: 2022-07-31, 31/7/2022, '
        "2022-07, 2022-Q3, 2022-H1, 2022. The figure is echoed as it was understood; ambiguous "
        "input is refused. Recording the same figure again adds nothing; a different figure "
        "for the same period requires correct. At a terminal, what is missing of INDICATOR and "
        "VALUE is asked for.",
    ),
    "record.owed": Pair(
        "Hỏi lần lượt từng số liệu đến hạn (như remind); bỏ qua được từng số, dừng lúc nào cũng được.",
        "Ask for each figure that is due (as remind lists them); any can be skipped, and you can "
        "leave at any time.",
    ),
    "record.lead": Pair(
        "Với --owed: chỉ số liệu của cơ quan chủ trì này.", "With --owed: only this body's figures."
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
    "record.accept_doubt": Pair(
        "Chấp nhận cảnh báo số liệu còn nghi vấn với lý do này, trong cùng lần ghi.",
        "Accept what makes the figure doubtful, for this reason, in the same submission.",
    ),
    "record.yes": Pair(
        "Không hỏi lại khi số liệu còn nghi vấn.",
        "Do not ask again when the figure is doubtful.",
    ),
    "record.dry_run": Pair(
        "Chỉ xem trước nội dung sẽ ghi, không ghi vào kho.",
        "Preview what would be recorded, without recording it.",
    ),
    "record.late": Pair(
        "Lý do số liệu đến sau khi chốt kỳ; báo cáo tuần nêu riêng số liệu này.",
        "Why the figure comes after its period was closed; the week's page lists it apart.",
    ),
    "close": Pair(
        "Chốt số liệu của một kỳ, đã được duyệt.\n\n"
        "Số liệu của kỳ được niêm phong theo dấu chuỗi lúc chốt. Sau đó, số liệu của kỳ (cả các "
        "kỳ nằm trong kỳ ấy) chỉ được nhận khi nêu lý do nộp muộn (--late).",
        "Close a period: its figures are approved as they are.\n\n"
        "The figures of the period are sealed by the head of the chain at that moment. From then "
        "on a figure of the period (and of every period in it) is taken only with a reason for "
        "being late (--late).",
    ),
    "close.period": Pair(
        "Kỳ đã kết thúc: 2026-09, 2026-Q3, 2026-H1, 2026.",
        "A period that has ended: 2026-09, 2026-Q3, 2026-H1, 2026.",
    ),
    "close.by": Pair(
        "Người hoặc cơ quan duyệt số liệu (bắt buộc).", "Who approved the figures (required)."
    ),
    "close.reason": Pair("Căn cứ hoặc ghi chú của việc chốt.", "On what ground it was closed."),
    "reopen": Pair(
        "Mở lại một kỳ đã chốt.\n\nLần chốt cũ vẫn còn trong nhật ký.",
        "Open a closed period again.\n\nThe closing stays in the log.",
    ),
    "reopen.period": Pair("Kỳ đã chốt.", "The closed period."),
    "reopen.reason": Pair("Lý do mở lại (bắt buộc).", "Why it is opened (required)."),
    "import": Pair(
        "Nhập số liệu từ tệp CSV hoặc Excel: nhận toàn bộ hoặc không nhận.\n\n"
        "Đọc .csv, .tsv, .xlsx, .ods với các cột chuẩn, hoặc biểu khác theo mô tả (--map). Số liệu "
        "đã có thì bỏ qua; tệp có lỗi thì không số liệu nào được ghi (mã 5).",
        "Import figures from a CSV or Excel file: all or nothing.\n\n"
        "Reads .csv, .tsv, .xlsx and .ods with the canonical columns, or another form by its "
        "description (--map). Figures already recorded are skipped; if the file has any "
        "problem, nothing is stored (exit 5).",
    ),
    "import.file": Pair("Tệp số liệu.", "The file to import."),
    "import.form": Pair(
        "Mô tả biểu: tệp YAML, hoặc tên biểu có sẵn (theo-doi, dti-xa).",
        "The form description: a YAML file, or the name of a built-in one (theo-doi, dti-xa).",
    ),
    "import.on": Pair(
        "Kỳ của số liệu khi tệp không ghi.",
        "The period of the figures, if the file does not give one.",
    ),
    "import.org_unit": Pair(
        "Đơn vị của số liệu khi tệp không ghi: mã định danh, mã hành chính hoặc tên.",
        "The org unit of the figures, if the file does not give one: its id, code or name.",
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
    "import.accept_doubt": Pair(
        "Chấp nhận cảnh báo về các số liệu còn nghi vấn với lý do này, trong cùng lần ghi.",
        "Accept what makes figures doubtful, for this reason, in the same submission.",
    ),
    "import.late": Pair(
        "Lý do số liệu đến sau khi chốt kỳ; báo cáo tuần nêu riêng các số liệu này.",
        "Why figures come after their period was closed; the week's page lists them apart.",
    ),
    "import.reason": Pair(
        "Lý do, được giữ cùng lần ghi (bắt buộc với correct).",
        "The reason, kept with the submission (required with correct).",
    ),
    "import.save_names": Pair(
        "Ghi tên đã nhận vào mô tả biểu này (tạo mới hoặc thêm vào, giữ nguyên các dòng khác).",
        "Keep accepted names in this form description (created, or added to; its other lines stay).",
    ),
    "import.strict": Pair(
        "Không nhận tệp có số liệu còn nghi vấn (mã 5).",
        "Refuse a file with a doubtful figure (exit 5).",
    ),
    "import.dry_run": Pair(
        "Chỉ xem trước: số liệu đọc được, số liệu mới, đã có, mâu thuẫn; không ghi vào kho.",
        "Preview what was read and what is new, already recorded or conflicting, without "
        "recording it.",
    ),
}

EXCHANGE: Mapping[str, Pair] = {
    "export": Pair(
        "Xuất số liệu và báo cáo ra CSV hoặc Excel.\n\n"
        "Mặc định: số liệu hiện hành, dạng CSV chuẩn; nhập lại cho đúng số liệu cũ. Tệp .xlsx "
        "có thêm trang nguồn và cũng nhập lại được.",
        "Export figures and reports to CSV or Excel.\n\n"
        "Default: the current figures as canonical CSV; importing that file gives the same "
        "figures again. An .xlsx file also has a sheet of sources and can be imported too.",
    ),
    "export.file": Pair(
        "Tệp cần ghi, .csv hoặc .xlsx (nếu không nêu: in ra CSV).",
        "The file to write, .csv or .xlsx (default: print CSV).",
    ),
    "export.report": Pair(
        "Bảng cần xuất: figures, status, gaps, log, all; có thể nêu nhiều lần (.xlsx).",
        "What to export: figures, status, gaps, log, all; may be repeated (.xlsx).",
    ),
    "export.excel": Pair(
        "CSV cho Excel tiếng Việt: BOM, dấu chấm phẩy, dấu phẩy thập phân; nhập lại được.",
        "CSV for Vietnamese Excel: BOM, semicolons, decimal comma; can be imported.",
    ),
    "template": Pair(
        "Tạo tệp Excel để gửi đơn vị ghi số liệu; nhập lại được ngay.\n\n"
        "Mỗi chỉ tiêu một dòng, có số liệu gần nhất để đối chiếu, kỳ số liệu, danh sách để chọn và ô "
        "trống để ghi. FILTER là từ trong tên, hoặc khóa=giá trị.",
        "Create a workbook for an agency to fill in, which import reads without changes.\n\n"
        "One row per indicator, with the latest figure for comparison, a period, drop-down "
        "lists and empty cells to fill in. FILTER is a word of the name, or key=value.",
    ),
    "template.file": Pair("Tệp .xlsx cần tạo.", "The .xlsx file to create."),
    "template.filters": Pair(
        "Chỉ các chỉ tiêu khớp (nếu không nêu: tất cả).",
        "Only indicators that match (default: all).",
    ),
    "template.org_unit": Pair(
        "Đơn vị của số liệu (nếu không nêu: địa bàn của kế hoạch).",
        "The org unit that the figures are about (default: the plan's area).",
    ),
    "template.units": Pair(
        "Một tệp cho mọi đơn vị có số liệu được tổng hợp: mỗi đơn vị và chỉ tiêu một dòng.",
        "One workbook for all units whose figures are rolled up: a row per unit and indicator.",
    ),
    "template.on": Pair(
        "Kỳ số liệu cần ghi (nếu không nêu: kỳ vừa qua theo tần suất của chỉ tiêu).",
        "The period to report (default: the last one by the indicator's frequency).",
    ),
}
