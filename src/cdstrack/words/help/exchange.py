"""Help texts of the commands that exchange files."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

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
