"""Help texts of the commands that change, undo and look after what was recorded."""

from collections.abc import Mapping

from cdstrack.words.help.enter import ENTER
from cdstrack.words.labels.vocabulary import Pair

_BESIDE = ("stated", "qualifier", "document", "note")
_LIKE_RECORD = {
    "correct": ("org_unit", "by", *_BESIDE, "dry_run"),
    "withdraw": ("indicator", "org_unit", "by", "dry_run"),
    "undo": ("dry_run",),
}
"""Arguments that mean what they mean for `record`."""
_REASON = Pair(
    "Lý do (bắt buộc), được giữ cùng lần ghi.", "Why (required); kept with the submission."
)
_ON = Pair("Kỳ của số liệu.", "The period of the figure.")
_ID = Pair(
    "Số của số liệu (xem cdstrack log -p), thay cho INDICATOR và --on.",
    "The figure's number (see cdstrack log -p), instead of INDICATOR and --on.",
)

KEEP: Mapping[str, Pair] = {
    **{
        f"{command}.{name}": ENTER[f"record.{name}"]
        for command, names in _LIKE_RECORD.items()
        for name in names
    },
    "correct": Pair(
        "Sửa một số liệu đã ghi; số cũ vẫn được giữ.\n\n"
        "Nêu chỉ tiêu và kỳ, hoặc --id. Văn bản và ghi chú giữ nguyên nếu không nêu. Tỷ lệ in và mức độ "
        "chính xác chỉ giữ khi số không đổi, ngày công bố chỉ giữ khi văn bản không đổi; để trống "
        '("") thì bỏ.',
        "Correct a recorded figure; the old one is kept.\n\n"
        "Name the indicator and the period, or --id. Document and note stay unless given. The stated "
        "percentage and the qualifier stay only where the number does, the reporting day only where "
        'the document does; "" clears.',
    ),
    "correct.words": Pair(
        "Chỉ tiêu (không nêu khi có --id) và số liệu đúng.",
        "The indicator (not with --id) and the right figure.",
    ),
    "correct.reported": Pair(
        "Ngày hoặc tháng số liệu được công bố (nếu không: ngày của văn bản, hoặc ngày ghi lần đầu).",
        "The day or month it was made known (else the document's day, or that of first recording).",
    ),
    "correct.number": _ID,
    "correct.on": _ON,
    "correct.reason": _REASON,
    "withdraw": Pair(
        "Rút một số liệu khỏi báo cáo; số liệu vẫn nằm trong nhật ký.\n\n"
        "Nêu chỉ tiêu và kỳ, hoặc --id.",
        "Take a figure out of the reports; it stays in the log.\n\n"
        "Name the indicator and the period, or --id.",
    ),
    "withdraw.number": _ID,
    "withdraw.on": _ON,
    "withdraw.reason": _REASON,
    "undo": Pair(
        "Hoàn tác lần ghi mới nhất chưa hoàn tác, bằng một lần ghi mới.\n\n"
        "Chạy lại thì lùi thêm một lần ghi. undo N hoàn tác lần ghi N; nếu N là một lần hoàn tác thì đưa "
        "trở lại. Từ chối khi số liệu đã được thay đổi sau đó.",
        "Take back the latest submission not yet undone, by a new one.\n\n"
        "Again takes back the one before. undo N takes back submission N; where N is an undo, that "
        "puts things back. Refused where a figure has been changed since.",
    ),
    "undo.number": Pair("Số của lần ghi (xem cdstrack log).", "The submission (see cdstrack log)."),
    "undo.reason": Pair("Lý do, được giữ cùng lần ghi.", "Why; kept with the submission."),
    "document": Pair("Văn bản nguồn của số liệu.", "The documents that figures come from."),
    "document add": Pair(
        "Ghi một văn bản nguồn vào kho, bên cạnh những văn bản kế hoạch khai báo.",
        "Keep a source document in the store, beside those that the plan declares.",
    ),
    "document add.key": Pair("Mã văn bản, ví dụ bao-cao-2022-08.", "Its id: bao-cao-2022-08."),
    "document add.title": Pair("Tên văn bản (bắt buộc).", "Its title (required)."),
    "document add.number": Pair("Số, ký hiệu.", "Its number."),
    "document add.issuer": Pair("Cơ quan ban hành.", "Who issued it."),
    "document add.issued": Pair("Ngày ban hành.", "The day it was issued."),
    "document add.url": Pair("Địa chỉ trên mạng.", "Its address on the web."),
    "document add.note": Pair("Ghi chú.", "A note."),
    "document add.reason": Pair(
        "Lý do, khi thay nội dung của văn bản đã có.", "Why, where it revises one that is there."
    ),
    "document list": Pair(
        "Mọi văn bản của kế hoạch và của kho, và số lần được dẫn.",
        "All documents of plan and store, and how often each is cited.",
    ),
    "document show": Pair(
        "Một văn bản, và những mục tiêu, số liệu dẫn nó.",
        "One document, with the targets and figures that cite it.",
    ),
    "document show.key": Pair("Mã hoặc vài từ của tên.", "Its id, or words of its title."),
    "plan": Pair("Các phiên bản của kế hoạch.", "The versions of the plan."),
    "plan diff": Pair(
        "Thay đổi giữa hai phiên bản của kế hoạch: thêm, bỏ, nâng, hạ, sửa lời văn.\n\n"
        "Phiên bản là mã (phần đầu), ngày (bản có hiệu lực hôm đó), tệp, hoặc current (tệp hiện nay). "
        "Nếu không nêu: bản dùng trước đó so với tệp hiện nay.",
        "What changed between two versions: targets added, dropped, raised, lowered, reworded.\n\n"
        "A version is a digest (its beginning), a date (the one then in force), a file, or current (the file "
        "as it is now). Unless named: the version used before, and the file as it is now.",
    ),
    "plan diff.before": Pair("Phiên bản trước.", "The earlier version."),
    "plan diff.after": Pair(
        "Phiên bản sau (nếu không: tệp hiện nay).", "The later one (else current)."
    ),
    "plan versions": Pair(
        "Các phiên bản của kế hoạch mà kho còn giữ, và các lần ghi theo mỗi bản.",
        "The versions of the plan that the record keeps, and what was recorded under each.",
    ),
    "backup": Pair(
        "Sao lưu kho số liệu trong lúc vẫn dùng, rồi kiểm tra bản sao.\n\n"
        "Tên tệp có ngày giờ (UTC); không ghi đè bản nào.",
        "Copy the store while it is in use, and verify the copy.\n\n"
        "Its name is the instant (UTC); no file is ever replaced.",
    ),
    "backup.folder": Pair(
        "Thư mục (nếu không: backups cạnh kho).", "The folder (else backups beside the store)."
    ),
    "backup.keep": Pair(
        "Chỉ giữ N bản mới nhất trong số các bản do lệnh này tạo.",
        "Keep only the latest N of those that this command made.",
    ),
    "restore": Pair(
        "Đưa một bản sao lưu vào chỗ của kho; tệp cũ được giữ.\n\n"
        "Kiểm tra bản sao lưu trước; nếu hỏng thì không thay đổi gì.",
        "Put a backup in the place of the store; the replaced file is kept.\n\n"
        "The backup is verified first; where it is not sound, nothing is changed.",
    ),
    "restore.file": Pair("Bản sao lưu.", "The backup."),
    "check.acknowledge": Pair(
        "Chấp nhận phát hiện mang mã này, kèm --reason; viết nhiều lần được.",
        "Accept the finding with this id, with --reason; may be repeated.",
    ),
    "check.reason": Pair("Vì sao chấp nhận.", "Why it may stand."),
    "check.everything": Pair(
        "Cả những điều đã chấp nhận, và mọi điều giống nhau.",
        "Also what was accepted, and all that are alike.",
    ),
    "doctor.migrate": Pair(
        "Nâng cấp kho cũ sau khi sao lưu.", "Bring an older store up to date, after a backup."
    ),
    "log.patch": Pair(
        "Từng số liệu trước và sau, đầy đủ.", "Every figure before and after, in full."
    ),
    "log.who": Pair("Chỉ những lần ghi của người này.", "Only what this person recorded."),
    "log.since": Pair("Chỉ từ ngày hoặc thời điểm này.", "Only from this day or instant on."),
    "log.until": Pair("Chỉ đến ngày hoặc thời điểm này.", "Only up to this day or instant."),
    "*.plan_at": Pair(
        "Đánh giá theo phiên bản kế hoạch này: ngày, mã, hoặc current (nếu không: bản có hiệu lực lúc "
        "--known-at, hoặc tệp hiện nay).",
        "Judge by this version of the plan: a date, a digest, or current (else the one in force at "
        "--known-at, or the file as it is now).",
    ),
}
