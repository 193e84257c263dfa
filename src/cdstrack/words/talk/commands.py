"""Messages of the commands that change what was recorded, and maintain the store.

Owns these sentences only; `cdstrack.words.talk.general` looks them up.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

KEEP: Mapping[str, Pair] = {
    "correct.recorded": Pair("đã sửa, lần ghi {number}", "corrected, submission {number}"),
    "correct.already_recorded": Pair(
        "số liệu không thay đổi: không thêm gì", "the figure is unchanged: nothing was added"
    ),
    "correct.kept": Pair("giữ nguyên: {fields}", "unchanged: {fields}"),
    "withdraw.recorded": Pair("đã rút, lần ghi {number}", "withdrawn, submission {number}"),
    "undo.recorded": Pair(
        "đã hoàn tác lần ghi {undoes} ({kind}, {by}); đây là lần ghi {number}",
        "undid submission {undoes} ({kind}, {by}); this is submission {number}",
    ),
    "undo.would_record": Pair(
        "chỉ xem trước (--dry-run): sẽ hoàn tác lần ghi {undoes} ({kind}, {by})",
        "dry run (--dry-run): submission {undoes} ({kind}, {by}) would be undone",
    ),
    "undo.taking_back": Pair("đưa số liệu về như trước", "putting the figures back"),
    "undo.again": Pair(
        "để khôi phục: cdstrack undo {number}", "to revert this: cdstrack undo {number}"
    ),
    "keep.would_record": Pair(
        "chỉ xem trước (--dry-run): chưa ghi gì", "dry run (--dry-run): nothing was recorded"
    ),
    "keep.verdict": Pair("đánh giá: {verdict}", "verdict: {verdict}"),
    "document.recorded": Pair(
        "đã ghi văn bản {document}, lần ghi {number}",
        "document {document} recorded, submission {number}",
    ),
    "document.already_recorded": Pair(
        "văn bản {document} đã có rồi: không thêm gì",
        "document {document} already exists: nothing was added",
    ),
    "document.title": Pair("tên", "title"),
    "document.number": Pair("số", "number"),
    "document.issuer": Pair("cơ quan ban hành", "issuer"),
    "document.issued": Pair("ngày ban hành", "issued"),
    "document.url": Pair("địa chỉ", "address"),
    "document.note": Pair("ghi chú", "note"),
    "document.kept_in": Pair("khai báo ở", "declared in"),
    "document.plan": Pair("kế hoạch", "the plan"),
    "document.store": Pair("kho số liệu", "the store"),
    "document.targets": Pair("mục tiêu dẫn văn bản này: {count}", "targets that cite it: {count}"),
    "document.figures": Pair("số liệu dẫn văn bản này: {count}", "figures that cite it: {count}"),
    "document.none": Pair("chưa có văn bản nào", "no documents yet"),
    "document.counts": Pair(
        "{plan} văn bản trong kế hoạch, {store} trong kho",
        "documents in the plan: {plan}, in the store: {store}",
    ),
    "backup.made": Pair("đã sao lưu và kiểm tra: {file}", "backed up and verified: {file}"),
    "backup.let_go": Pair("đã xóa bản sao lưu cũ: {file}", "deleted an old backup: {file}"),
    "copy.done": Pair("đã sao chép {source} sang {target}", "copied {source} to {target}"),
    "copy.last": Pair(
        "lần ghi cuối: {number}, dấu chuỗi {head}, giống hệt ở hai nơi",
        "last submission: {number}, chain head {head}, the same in both",
    ),
    "restore.done": Pair("đã khôi phục {store} từ {file}", "restored {store} from {file}"),
    "restore.last": Pair(
        "lần ghi cuối trong kho: {number}, {at}", "last submission in the store: {number}, {at}"
    ),
    "restore.empty": Pair("kho chưa có lần ghi nào", "the store has no submissions"),
    "restore.kept": Pair(
        "tệp bị thay được giữ tại: {file}", "the replaced file is kept as: {file}"
    ),
    "restore.unknown": Pair(
        "không đọc được tệp bị thay: không rõ tệp đó có lần ghi nào mà kho không có",
        "the replaced file cannot be read: it may contain submissions that the store lacks",
    ),
    "restore.lost": Pair(
        "số lần ghi chỉ có trong tệp bị thay: {count}; lần cuối: {number}, {at}",
        "submissions only in the replaced file: {count}; the last one: {number}, {at}",
    ),
    "log.part": Pair(
        "{head} thuộc kho này: đến lần ghi {act} ({at}, {by}) không có gì bị thay đổi",
        "{head} is part of this record: nothing was changed up to submission {act} ({at}, {by})",
    ),
    "log.no_part": Pair(
        "{head} không thuộc kho này: kho đã bị thay đổi hoặc cắt bớt sau khi in, hoặc đây là kho khác",
        "{head} is not part of this record: it was changed or cut after printing, or this is another "
        "store",
    ),
    "log.part_changed": Pair(
        "{head} là dấu của lần ghi {act}, nhưng dữ liệu đã bị thay đổi từ lần ghi {first}",
        "{head} is the head of submission {act}, but the record was changed from submission {first} "
        "on",
    ),
    "doctor.record": Pair("Lần ghi", "Submissions"),
    "doctor.acts": Pair("{count}, mới nhất {at}", "{count}, the last one {at}"),
    "doctor.no_acts": Pair("chưa có lần nào", "none yet"),
    "doctor.sound": Pair("Toàn vẹn", "Soundness"),
    "doctor.is_sound": Pair(
        "mọi trang, tham chiếu và cơ chế chống sửa xóa đều nguyên vẹn",
        "all pages, references and guards are intact",
    ),
    "doctor.chain": Pair("Chuỗi", "Chain"),
    "doctor.chained": Pair(
        "khớp đến lần ghi {count}, dấu chuỗi {head}",
        "intact up to submission {count}, chain head {head}",
    ),
    "doctor.chained_since": Pair(
        "khớp đến lần ghi {count}, dấu chuỗi {head}; có chuỗi từ {at}, khi đó đóng dấu các lần ghi 1…{sealed}",
        "intact up to submission {count}, chain head {head}; chained since {at}; submissions "
        "1…{sealed} were sealed then",
    ),
    "doctor.not_chained": Pair("chưa có lần ghi nào", "no submissions yet"),
    "doctor.rows": Pair("Nội dung", "Contents"),
    "doctor.rows_agree": Pair(
        "giá trị, kỳ, số thứ tự và văn bản đều khớp",
        "values, periods, ids and texts agree",
    ),
    "doctor.leftovers": Pair("Tệp tạm", "Leftovers"),
    "doctor.no_leftovers": Pair("không có", "none"),
    "doctor.journal": Pair("Nhật ký SQLite", "Journal"),
    "doctor.place": Pair("Nơi chứa", "Place"),
    "doctor.local": Pair("ổ đĩa trong máy", "a local disk"),
    "doctor.network": Pair("ổ mạng ({kind})", "a network share ({kind})"),
    "doctor.synced": Pair("thư mục tự đồng bộ ({name})", "a synchronised folder ({name})"),
    "doctor.permissions": Pair("Quyền", "Permissions"),
    "doctor.backup": Pair("Sao lưu gần nhất", "Last backup"),
    "doctor.no_backup": Pair("chưa có bản nào", "none yet"),
    "doctor.back_up": Pair(
        "cdstrack backup (chưa có bản sao lưu nào)", "cdstrack backup (no backup yet)"
    ),
    "doctor.server": Pair("Máy chủ", "Server"),
    "doctor.is_server": Pair("PostgreSQL {version}", "PostgreSQL {version}"),
    "doctor.role": Pair("Tài khoản", "Account"),
    "doctor.is_owner": Pair(
        "{account}: chủ kho (tạo, nâng cấp, ghi, xem)",
        "{account}: owner (makes, upgrades, records, reads)",
    ),
    "doctor.is_writer": Pair("{account}: ghi và xem", "{account}: writer (records and reads)"),
    "doctor.is_reader": Pair("{account}: chỉ xem", "{account}: reader (reads only)"),
    "doctor.zone": Pair("Múi giờ", "Time zone"),
    "doctor.zones": Pair("{zone}; máy: UTC{offset}", "{zone}; computer: UTC{offset}"),
    "doctor.screen": Pair("Màn hình", "Terminal"),
    "doctor.is_screen": Pair("{columns} cột, {encoding}", "{columns} columns, {encoding}"),
    "doctor.no_kept_plan": Pair("không giữ", "none kept"),
    "doctor.kept_count": Pair("{count}: {files}", "{count}: {files}"),
    "doctor.no_screen": Pair("không có màn hình, {encoding}", "none, {encoding}"),
    "migrate.done": Pair(
        "kho đã được nâng cấp; bản trước nâng cấp: {file}",
        "the store was upgraded; the previous version is kept as: {file}",
    ),
    "migrate.on_server": Pair("kho {store} đã được nâng cấp", "upgraded the store {store}"),
    "migrate.current": Pair("kho đã ở phiên bản mới nhất", "the store is already up to date"),
    "plan_diff.title": Pair("Thay đổi của kế hoạch", "Changes of the plan"),
    "plan_diff.from": Pair("từ", "from"),
    "plan_diff.to": Pair("đến", "to"),
    "plan_diff.none": Pair("hai phiên bản giống nhau", "the two versions are identical"),
    "plan_diff.version": Pair(
        "bản {digest}, lần ghi {first}–{last} ({since} – {until})",
        "version {digest}, submissions {first}–{last} ({since} – {until})",
    ),
    "plan_diff.version_once": Pair(
        "bản {digest}, lần ghi {first} ({since})", "version {digest}, submission {first} ({since})"
    ),
    "plan_diff.file": Pair("bản {digest}, tệp {file}", "version {digest}, file {file}"),
    "plan_diff.sections": Pair("Khai báo chung của kế hoạch", "General settings of the plan"),
    "plan_versions.none": Pair(
        "kho chưa có phiên bản nào: phiên bản được lưu cùng lần ghi",
        "the store has none yet: a version is stored with each submission",
    ),
    "plan_versions.units": Pair(
        "tệp đơn vị hành chính {digest}, từ lần ghi {id} ({since})",
        "units file {digest}, from submission {id} ({since})",
    ),
    "plan_versions.file": Pair("tệp hiện nay: {digest}", "current file: {digest}"),
    "plan_versions.unknown": Pair(
        "tệp hiện nay: {digest}, chưa có lần ghi nào theo bản này",
        "current file: {digest}; no submissions under it yet",
    ),
    "check.accepted": Pair("đã chấp nhận: {count}", "accepted: {count}"),
    "check.accept_with": Pair(
        "Để chấp nhận một phát hiện: cdstrack check --acknowledge MÃ --reason …",
        "To accept a finding: cdstrack check --acknowledge ID --reason …",
    ),
    "check.accepted_because": Pair("đã chấp nhận: {reason}", "accepted: {reason}"),
    "check.acknowledged": Pair(
        "đã chấp nhận {ids}, lần ghi {number}", "accepted {ids}, submission {number}"
    ),
    "check.acknowledged_already": Pair(
        "đã được chấp nhận trước đó: không thêm gì", "already accepted: nothing was added"
    ),
    "check.looking": Pair("kiểm tra số liệu", "checking the figures"),
    "check.more_alike": Pair(
        "… và {count} phát hiện {code} nữa (--all để xem hết)",
        "… and {count} more {code} (--all to list all)",
    ),
}
"""By key; the part before the point is the command."""
