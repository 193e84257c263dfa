"""Help texts of the commands that change, undo and look after what was recorded."""

from collections.abc import Mapping

from cdstrack.words.help.enter import ENTER
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

KEEP: Mapping[str, Pair] = {
    **{
        f"{command}.{name}": ENTER[f"record.{name}"]
        for command, names in _LIKE_RECORD.items()
        for name in names
    },
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
    "document list": Pair(
        "Mọi văn bản trong kế hoạch và trong kho, kèm số lần được dẫn.",
        "All documents in the plan and the store, and how often each is cited.",
    ),
    "document show": Pair(
        "Một văn bản, cùng các mục tiêu và số liệu dẫn văn bản đó.",
        "One document, with the targets and figures that cite it.",
    ),
    "document show.key": Pair("Mã hoặc vài từ của tên.", "The document id, or words of its title."),
    "plan": Pair("Các phiên bản của kế hoạch.", "The versions of the plan."),
    "plan diff": Pair(
        "Thay đổi giữa hai phiên bản của kế hoạch: thêm, bỏ, nâng, hạ, sửa lời văn.\n\n"
        "Phiên bản là phần đầu của mã, ngày (bản có hiệu lực hôm đó), tệp, hoặc current (tệp "
        "hiện nay). Nếu không nêu: bản dùng trước đó so với tệp hiện nay.",
        "Changes between two versions of the plan: targets added, removed, raised, lowered, "
        "reworded.\n\n"
        "A version is the start of a digest, a date (the version in force that day), a file, "
        "or current (the current file). Default: the version used before, compared with the "
        "current file.",
    ),
    "plan diff.before": Pair("Phiên bản trước.", "The earlier version."),
    "plan diff.after": Pair(
        "Phiên bản sau (nếu không nêu: tệp hiện nay).", "The later version (default: current)."
    ),
    "plan versions": Pair(
        "Các phiên bản của kế hoạch được lưu trong kho, và các lần ghi theo từng bản.",
        "The versions of the plan kept in the store, and the submissions made under each.",
    ),
    "backup": Pair(
        "Sao lưu kho số liệu trong khi vẫn đang dùng, rồi kiểm tra bản sao.\n\n"
        "Tên tệp có ngày giờ (UTC); không ghi đè bản nào.",
        "Back up the store while it is in use, and verify the copy.\n\n"
        "The file name contains the date and time (UTC); existing files are never replaced.",
    ),
    "backup.folder": Pair(
        "Thư mục (nếu không nêu: backups cạnh kho).",
        "The folder (default: backups beside the store).",
    ),
    "backup.keep": Pair(
        "Chỉ giữ N bản mới nhất trong số các bản do lệnh này tạo.",
        "Keep only the latest N copies that this command made.",
    ),
    "copy-store": Pair(
        "Sao chép toàn bộ kho sang một nơi còn trống: tệp hoặc cơ sở dữ liệu PostgreSQL.\n\n"
        "Số thứ tự, thời điểm và chuỗi giữ nguyên; chuỗi được tính lại trước khi lưu.",
        "Copy the whole store to an empty place: a file, or a PostgreSQL database.\n\n"
        "Ids, instants and chain are kept exactly; the chain is computed again before the copy "
        "is kept.",
    ),
    "copy-store.source": Pair("Kho gốc.", "The store to copy."),
    "copy-store.target": Pair(
        "Tệp hoặc cơ sở dữ liệu chưa có số liệu; được tạo nếu chưa có.",
        "A file or database in which nothing was recorded; made where it is missing.",
    ),
    "restore": Pair(
        "Khôi phục kho từ một bản sao lưu; tệp bị thay được giữ lại.\n\n"
        "Bản sao lưu được kiểm tra trước; nếu bản sao lưu hỏng thì không thay đổi gì.",
        "Restore a backup over the store; the replaced file is kept.\n\n"
        "The backup is verified first; if it is damaged, nothing is changed.",
    ),
    "restore.file": Pair("Bản sao lưu.", "The backup file."),
    "check.acknowledge": Pair(
        "Chấp nhận phát hiện có mã này, kèm --reason; có thể nêu nhiều lần.",
        "Accept the finding with this id, with --reason; may be repeated.",
    ),
    "check.reason": Pair("Lý do chấp nhận.", "The reason for accepting it."),
    "check.everything": Pair(
        "Hiện cả những phát hiện đã chấp nhận và mọi phát hiện cùng loại.",
        "Also list accepted findings, and every finding of the same kind.",
    ),
    "doctor.migrate": Pair(
        "Nâng cấp kho cũ sau khi sao lưu.", "Upgrade an older store, after a backup."
    ),
    "log.patch": Pair(
        "Hiện đầy đủ từng số liệu trước và sau.", "Every figure before and after, in full."
    ),
    "log.verify": Pair(
        "Chỉ kiểm tra dấu chuỗi in trên một báo cáo có thuộc kho này không: mã thoát 0 nếu thuộc, "
        "10 nếu không.",
        "Only check whether a chain head printed on a report is part of this record: exit 0 if it "
        "is, 10 if not.",
    ),
    "log.who": Pair("Chỉ những lần ghi của người này.", "Only submissions by this person."),
    "log.since": Pair(
        "Chỉ từ ngày hoặc thời điểm này.", "Only submissions from this day or instant on."
    ),
    "log.until": Pair(
        "Chỉ đến ngày hoặc thời điểm này.", "Only submissions up to this day or instant."
    ),
    "*.plan_at": Pair(
        "Đánh giá theo phiên bản kế hoạch này: ngày, mã, hoặc current (nếu không nêu: bản có "
        "hiệu lực lúc --known-at, hoặc tệp hiện nay).",
        "Judge by this version of the plan: a date, a digest, or current (default: the version "
        "in force at --known-at, else the current file).",
    ),
    "units": Pair(
        "Các đơn vị hành chính trong một ngày, xếp theo đơn vị cấp trên.\n\n"
        "TỪ là mã, hoặc vài từ trong tên (không cần dấu), ví dụ: hoa loc, 28789.",
        "The administrative units of a day, each below the one that it is a part of.\n\n"
        "WORD is a code, or words of a name (accents optional), for example: hoa loc, 28789.",
    ),
    "units.words": Pair(
        "Chỉ các đơn vị có mã hoặc tên chứa mọi từ này.",
        "Only units whose code or name holds each of these words.",
    ),
    "units.everything": Pair(
        "Cả những đơn vị của các ngày khác.", "Also list the units of other days."
    ),
}
