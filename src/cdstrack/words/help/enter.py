"""Help texts of the commands that record figures, correct them and close periods."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

_BESIDE = ("stated", "qualifier", "document", "note")
_LIKE_RECORD = {
    "correct": ("org_unit", "by", *_BESIDE, "accept_doubt", "late", "dry_run"),
    "withdraw": ("indicator", "org_unit", "by", "late", "dry_run"),
    "undo": ("late", "dry_run"),
}
"""Arguments that mean what they mean for `record`."""
_REASON = Pair(
    "Lý do (bắt buộc), được giữ cùng lần ghi.", "The reason (required); kept with the submission."
)
_ON = Pair("Kỳ của số liệu.", "The period of the figure.")
_ID = Pair(
    "Mã số của số liệu (xem cdstrack log -p), thay cho INDICATOR và --on.",
    "The figure's number (see cdstrack log -p), instead of INDICATOR and --on.",
)

_RECORD: Mapping[str, Pair] = {
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
        "for the same period requires correct. At a terminal, a missing INDICATOR or VALUE is "
        "asked for.",
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
        "Why the figure comes after its period was closed; the weekly page lists it separately.",
    ),
}

ENTER: Mapping[str, Pair] = {
    **_RECORD,
    **{
        f"{command}.{name}": _RECORD[f"record.{name}"]
        for command, names in _LIKE_RECORD.items()
        for name in names
    },
    "close": Pair(
        "Chốt số liệu của một kỳ, đã được duyệt.\n\n"
        "Số liệu của kỳ được niêm phong theo dấu chuỗi lúc chốt. Sau đó, số liệu của kỳ (cả các "
        "kỳ nằm trong kỳ ấy) chỉ được nhận khi nêu lý do nộp muộn (--late).",
        "Close a period: its figures are approved as they are.\n\n"
        "The figures of the period are sealed by the head of the chain at that moment. From then "
        "on, a figure of the period (or of any period within it) is accepted only with a reason "
        "for being late (--late).",
    ),
    "close.period": Pair(
        "Kỳ đã kết thúc: 2026-09, 2026-Q3, 2026-H1, 2026.",
        "A period that has ended: 2026-09, 2026-Q3, 2026-H1, 2026.",
    ),
    "close.by": Pair(
        "Người hoặc cơ quan duyệt số liệu (bắt buộc).", "Who approved the figures (required)."
    ),
    "close.reason": Pair(
        "Căn cứ hoặc ghi chú của việc chốt.", "The grounds for closing, or a note."
    ),
    "reopen": Pair(
        "Mở lại một kỳ đã chốt.\n\nLần chốt cũ vẫn còn trong nhật ký.",
        "Open a closed period again.\n\nThe closing stays in the log.",
    ),
    "reopen.period": Pair("Kỳ đã chốt.", "The closed period."),
    "reopen.reason": Pair("Lý do mở lại (bắt buộc).", "Why it is reopened (required)."),
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
        "Why figures come after their period was closed; the weekly page lists them separately.",
    ),
    "import.reason": Pair(
        "Lý do, được giữ cùng lần ghi (bắt buộc với correct).",
        "The reason, kept with the submission (required with correct).",
    ),
    "import.save_names": Pair(
        "Ghi tên đã nhận vào mô tả biểu này (tạo mới hoặc thêm vào, giữ nguyên các dòng khác).",
        "Save accepted names to this form description (created or extended; other lines are kept).",
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
    "correct": Pair(
        "Sửa một số liệu đã ghi; số liệu cũ vẫn được lưu.\n\n"
        "Nêu chỉ tiêu và kỳ, hoặc --id. Văn bản và ghi chú giữ nguyên nếu không nêu. Tỷ lệ in "
        "trong nguồn và mức chắc chắn chỉ giữ khi giá trị không đổi, ngày công bố chỉ giữ khi "
        'văn bản không đổi; để trống ("") thì xóa.',
        "Correct a recorded figure; the old one is kept.\n\n"
        "Give the indicator and the period, or --id. Document and note are kept unless given. "
        "The stated percentage and the qualifier are kept only if the value is unchanged, the "
        'publication date only if the document is unchanged; "" clears a field.',
    ),
    "correct.words": Pair(
        "Chỉ tiêu (không nêu khi có --id) và số liệu đúng.",
        "The indicator (omit with --id) and the correct value.",
    ),
    "correct.reported": Pair(
        "Ngày hoặc tháng công bố số liệu (nếu không nêu: ngày của văn bản, hoặc ngày ghi lần đầu).",
        "The day or month the figure was published (default: the document's date, else the day "
        "it was first recorded).",
    ),
    "correct.number": _ID,
    "correct.on": _ON,
    "correct.reason": _REASON,
    "withdraw": Pair(
        "Rút một số liệu khỏi báo cáo; số liệu vẫn được lưu trong nhật ký.\n\n"
        "Nêu chỉ tiêu và kỳ, hoặc --id.",
        "Withdraw a figure from the reports; it stays in the log.\n\n"
        "Give the indicator and the period, or --id.",
    ),
    "withdraw.number": _ID,
    "withdraw.on": _ON,
    "withdraw.reason": _REASON,
    "undo": Pair(
        "Hoàn tác lần ghi mới nhất chưa hoàn tác, bằng một lần ghi mới.\n\n"
        "Chạy lại thì hoàn tác tiếp lần ghi trước đó. undo N hoàn tác lần ghi N; nếu N là một "
        "lần hoàn tác thì khôi phục lại. Từ chối khi số liệu đã được thay đổi sau đó.",
        "Undo the latest submission not yet undone, by means of a new submission.\n\n"
        "Running it again undoes the one before. undo N undoes submission N; if N is an undo, "
        "it is reverted. Refused if a figure has been changed since.",
    ),
    "undo.number": Pair(
        "Số của lần ghi (xem cdstrack log).", "The number of the submission (see cdstrack log)."
    ),
    "undo.reason": Pair("Lý do, được giữ cùng lần ghi.", "The reason, kept with the submission."),
    "document": Pair("Văn bản nguồn của số liệu.", "The source documents of the figures."),
    "document add": Pair(
        "Ghi một văn bản nguồn vào kho, ngoài những văn bản kế hoạch đã khai báo.",
        "Add a source document to the store, in addition to those declared in the plan.",
    ),
    "document add.key": Pair(
        "Mã văn bản, ví dụ bao-cao-2022-08.", "The document id, for example bao-cao-2022-08."
    ),
    "document add.title": Pair("Tên văn bản (bắt buộc).", "The title (required)."),
    "document add.number": Pair("Số, ký hiệu.", "The official number."),
    "document add.issuer": Pair("Cơ quan ban hành.", "The issuing body."),
    "document add.issued": Pair("Ngày ban hành.", "The date of issue."),
    "document add.url": Pair("Địa chỉ trên Internet.", "The web address."),
    "document add.note": Pair("Ghi chú.", "A note."),
    "document add.reason": Pair(
        "Lý do, khi thay nội dung của văn bản đã có.",
        "The reason, if an existing document is revised.",
    ),
}
