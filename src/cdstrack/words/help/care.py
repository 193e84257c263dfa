"""Help texts of the commands that look after the store."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

CARE: Mapping[str, Pair] = {
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
        "A file or database without any record; created if missing.",
    ),
    "restore": Pair(
        "Khôi phục kho từ một bản sao lưu; tệp bị thay được giữ lại.\n\n"
        "Bản sao lưu được kiểm tra trước; nếu bản sao lưu hỏng thì không thay đổi gì.",
        "Restore a backup over the store; the replaced file is kept.\n\n"
        "The backup is verified first; if it is damaged, nothing is changed.",
    ),
    "restore.file": Pair("Bản sao lưu.", "The backup file."),
}
