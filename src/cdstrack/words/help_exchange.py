"""Help texts of the commands that exchange files."""

from collections.abc import Mapping

from cdstrack.words.labels import Pair

EXCHANGE: Mapping[str, Pair] = {
    "export": Pair(
        "Xuất số liệu và báo cáo ra CSV hoặc Excel.\n\n"
        "Nếu không nêu gì thêm: số liệu hiện hành, dạng CSV chuẩn; nhập lại cho đúng số liệu cũ. Tệp "
        ".xlsx có thêm trang nguồn; nhập lại được.",
        "Write figures and reports as CSV or Excel.\n\n"
        "Unless told otherwise: the current figures as canonical CSV; importing the file gives the "
        "same figures again. An .xlsx has a sheet of sources too, and can be imported.",
    ),
    "export.file": Pair(
        "Tệp cần ghi, .csv hoặc .xlsx (nếu không: in ra CSV).",
        "The file to write, .csv or .xlsx (else print CSV).",
    ),
    "export.report": Pair(
        "Bảng cần xuất: figures, status, gaps, log, all; viết nhiều lần được (.xlsx).",
        "What to write: figures, status, gaps, log, all; may be repeated (.xlsx).",
    ),
    "export.excel": Pair(
        "CSV cho Excel tiếng Việt: BOM, dấu chấm phẩy, dấu phẩy thập phân; nhập lại được.",
        "CSV for a Vietnamese Excel: BOM, semicolons, decimal comma; can be imported.",
    ),
}
