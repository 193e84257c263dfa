"""Sentences for CDS3xx: files of figures."""

from cdstrack.words.problems.sentences import Sentences
from cdstrack.words.problems.workbook import WORKBOOK

_HEADER = "indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,document,reported,note"
_COLUMNS_VI = (
    "Mã chỉ tiêu (hoặc Chỉ tiêu, khi ghi tên), Kỳ số liệu, Số liệu; hoặc theo tên chuẩn: " + _HEADER
)
_COLUMNS = (
    "Indicator (or Indicator name, for names), Period, Value; or the canonical names: " + _HEADER
)
_LOOSE_VI = (
    "Muốn viết như trong Excel (67,84%, 30/6/2025), dùng tiêu đề cột: "
    "Mã chỉ tiêu, Kỳ số liệu, Số liệu."
)
_LOOSE = (
    "To write as in Excel (67.84%, 30/6/2025), use the column headings: Indicator, Period, Value."
)

TEXTS: dict[str, Sentences] = {
    "CDS301": Sentences(
        "dòng này không phải {encoding} || dòng này không phải UTF-8",
        "this line is not {encoding} || this line is not UTF-8",
        "Lưu lại tệp dạng CSV UTF-8, hoặc nêu bảng mã của tệp bằng --encoding (utf-16, cp1258).",
        "Save the file as CSV UTF-8, or give its encoding with --encoding (utf-16, cp1258).",
    ),
    "CDS302": Sentences(
        "dấu {open} mở từ dòng này không được đóng || có chữ sau dấu {closed} đóng ô || "
        "ô dài quá {limit} ký tự || không đọc được dòng CSV: {detail}",
        "the quote {open} opened on this line is never closed || there is text after the quote "
        "{closed} that closes a cell || the cell is longer than {limit} characters || not a valid "
        "line of CSV: {detail}",
        'Ô có dấu phẩy hoặc xuống dòng phải nằm trong "…"; dấu " bên trong viết hai lần.',
        'Put a cell with a comma or a line break in "…"; double any quote inside it.',
    ),
    "CDS303": Sentences(
        'các cột ngăn cách bằng "{sign}", không phải dấu phẩy',
        'the columns are separated by "{sign}", not by commas',
        "Lưu lại với dấu phẩy ngăn cột và dấu chấm thập phân.",
        "Save it with commas between columns and a decimal point.",
    ),
    "CDS304": Sentences(
        "tệp không có dòng tiêu đề",
        "the file has no header line",
        f"Dòng tiêu đề cần có: {_COLUMNS_VI}",
        f"Required columns: {_COLUMNS}",
    ),
    "CDS305": Sentences(
        'cột không dùng: "{value}"',
        'unknown column: "{value}"',
        f"Có phải là: {{suggestions}}? || Các cột: {_COLUMNS_VI}",
        f"Did you mean: {{suggestions}}? || The columns: {_COLUMNS}",
    ),
    "CDS306": Sentences(
        "thiếu cột: {column}",
        "missing column: {column}",
        "[on] Thêm cột này, hoặc thêm --on nếu cả tệp là một kỳ, ví dụ --on 31/7/2022. || "
        f"Dòng tiêu đề cần có: {_COLUMNS_VI}",
        "[on] Add it or, if the whole file is about one period, --on, for example --on 2022-07-31. || "
        f"Required columns: {_COLUMNS}",
    ),
    "CDS307": Sentences(
        'cột lặp lại: "{value}"',
        'duplicate column: "{value}"',
        "Bỏ một trong hai cột.",
        "Remove one of them.",
    ),
    "CDS308": Sentences(
        "dòng có {found} ô, dòng tiêu đề có {expected} cột",
        "the row has {found} cells, but the header has {expected} columns",
        'Đặt ô có dấu phẩy trong "…"; giữ đủ dấu phẩy cho các ô trống.',
        'Put cells with a comma in "…"; keep the commas of empty cells.',
    ),
    "CDS309": Sentences(
        "còn {count} lỗi nữa không liệt kê",
        "more problems, not listed: {count}",
        "Sửa các lỗi trên rồi nhập lại.",
        "Correct the problems above and import again.",
    ),
    "CDS310": Sentences(
        "{indicator} kỳ {period} đã có ở {at} với số khác: {recorded}, ở đây {value} || "
        "{indicator} kỳ {period} đã có ở dòng {line} với số khác: {recorded}, ở đây {value}",
        "{indicator} for {period} is already at {at} with another figure: {recorded}, here "
        "{value} || {indicator} for {period} is already on line {line} with another figure: "
        "{recorded}, here {value}",
        "Giữ lại một trong hai dòng.",
        "Keep one of the two lines.",
    ),
    "CDS311": Sentences(
        "tệp thay đổi trong khi đang đọc",
        "the file changed while it was being read",
        "Đợi tệp được lưu xong rồi nhập lại; chưa có gì được ghi.",
        "Wait until it is saved, then import again; nothing was recorded.",
    ),
    "CDS312": Sentences(
        "dòng dài quá {limit} byte",
        "the line is longer than {limit} bytes",
        "Kiểm tra tệp có đúng là CSV số liệu không.",
        "Check whether this is a CSV file of figures.",
    ),
    "CDS313": Sentences(
        "tệp không phải văn bản CSV: có byte rỗng (NUL) ở dòng này",
        "the file is not CSV text: there is a NUL byte on this line",
        "Kiểm tra có chọn nhầm tệp không; nếu không, lưu lại tệp dạng CSV UTF-8.",
        "Check that this is the right file; if so, save it as CSV UTF-8.",
    ),
    "CDS315": Sentences(
        "chưa có số: value trống",
        "no figure: value is empty",
        "Ghi value, hoặc numerator và denominator, hoặc na:lý do.",
        "Enter value, or numerator and denominator, or na:reason.",
    ),
    "CDS316": Sentences(
        "phân số thiếu {column}",
        "the fraction has no {column}",
        "Ghi đủ numerator và denominator, hoặc bỏ trống cả hai.",
        "Enter both numerator and denominator, or neither.",
    ),
    "CDS318": Sentences(
        'không phải số dạng chuẩn: "{value}"',
        'not a number in canonical form: "{value}"',
        "Ghi {numerator} vào cột numerator, {denominator} vào cột denominator; cột value để "
        "trống. || Viết số như 67.84; chỉ tiêu trạng thái viết một trong: {states}; chưa có số "
        "liệu thì ghi na:lý do. || Viết như 1446 hoặc 67.84: dấu chấm thập phân, không ngăn hàng "
        "nghìn, không kèm đơn vị. " + _LOOSE_VI,
        "Write {numerator} in the column numerator and {denominator} in denominator; leave value "
        "empty. || Write a number like 67.84; for a state, one of: {states}; if there is none, "
        "na:reason. || Write 1446 or 67.84: a decimal point, no thousands separator, no unit. "
        + _LOOSE,
    ),
    "CDS319": Sentences(
        'không phải kỳ số liệu dạng chuẩn: "{value}"',
        'not a period in canonical form: "{value}"',
        "Viết 2022-07-31, 2022-07, 2022-Q3, 2022-H1, 2022 hoặc 2022-01-01/2022-12-01. " + _LOOSE_VI,
        "Write 2022-07-31, 2022-07, 2022-Q3, 2022-H1, 2022 or 2022-01-01/2022-12-01. " + _LOOSE,
    ),
    "CDS320": Sentences(
        'phân tổ không viết đúng dạng chuẩn: "{value}"',
        'the disaggregation is not in canonical form: "{value}"',
        "Viết {meant}.",
        "Write {meant}.",
    ),
    "CDS321": Sentences(
        'ngày công bố phải là một ngày hoặc một tháng: "{value}"',
        'reported must be a day or a month: "{value}"',
        "Viết 2022-08-17 hoặc 2022-08.",
        "Write 2022-08-17 or 2022-08.",
    ),
    "CDS322": Sentences(
        "trạng thái hoặc na: không đi cùng phân số hay stated",
        "a state or na: cannot be combined with a fraction or stated",
        "Bỏ trống numerator, denominator và stated.",
        "Leave numerator, denominator and stated empty.",
    ),
    "CDS325": Sentences(
        "đây là biểu đọc được bằng mô tả có sẵn {form}",
        "this is the form of the built-in description {form}",
        "[on] Chạy: cdstrack import {file} --map {form} --on 31/7/2022 (kỳ của số liệu; biểu không "
        "ghi kỳ) || Chạy: cdstrack import {file} --map {form}",
        "[on] Run: cdstrack import {file} --map {form} --on 2022-07-31 (the period of the "
        "figures, which the form does not state) || Run: cdstrack import {file} --map {form}",
    ),
    **WORKBOOK,
}
