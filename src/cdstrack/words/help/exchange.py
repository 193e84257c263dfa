"""Help texts of the commands that exchange files."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

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
    "template": Pair(
        "Tạo tệp Excel để gửi đơn vị ghi số liệu; nhập lại được ngay.\n\n"
        "Mỗi chỉ tiêu một dòng, có số liệu gần nhất để đối chiếu, kỳ số liệu, danh sách để chọn và ô "
        "trống để ghi. FILTER là từ trong tên, hoặc khóa=giá trị.",
        "Make a workbook for a department to fill in, which import reads as it comes back.\n\n"
        "A row an indicator, with the last figure to compare with, a period, lists to choose from "
        "and cells to write in. FILTER is a word of the name, or key=value.",
    ),
    "template.file": Pair("Tệp .xlsx cần tạo.", "The .xlsx to make."),
    "template.filters": Pair(
        "Chỉ các chỉ tiêu khớp (nếu không: tất cả).", "Only indicators that match (else all)."
    ),
    "template.org_unit": Pair(
        "Đơn vị mà số liệu nói đến (nếu không: địa bàn của kế hoạch).",
        "The org unit that the figures are about (else the plan's area).",
    ),
    "template.on": Pair(
        "Kỳ số liệu cần ghi (nếu không: kỳ vừa qua theo tần suất của chỉ tiêu).",
        "The period to report (else the last one by the indicator's frequency).",
    ),
}
