"""Sentences for CDS326 to CDS399: files that arrive, their encodings, sheets, cells and forms."""

from collections.abc import Mapping

from cdstrack.words.problems.sentences import Sentences

WORKBOOK: Mapping[str, Sentences] = {
    "CDS326": Sentences(
        "ô gộp {value} không cho biết số liệu thuộc dòng nào",
        "the merged cell {value} does not show which row its figure belongs to",
        "Bỏ gộp ô rồi ghi số liệu cho từng dòng.",
        "Unmerge it and enter the figure of each row.",
    ),
    "CDS328": Sentences(
        "không có mô tả biểu {value}",
        "there is no form description {value}",
        "Có phải là: {suggestions}? || Nêu tệp YAML, hoặc mô tả có sẵn: {allowed} (docs/mapping.md).",
        "Did you mean: {suggestions}? || "
        "Give a YAML file, or a built-in description: {allowed} (docs/mapping.md).",
    ),
    "CDS329": Sentences(
        "{file} không phải tệp thường (ống dẫn hoặc thiết bị)",
        "{file} is not a regular file (a pipe or a device)",
        "Lưu nội dung thành tệp rồi nhập tệp đó: tệp được đọc hơn một lần.",
        "Save the content to a file and import that file: it is read more than once.",
    ),
    "CDS330": Sentences(
        "văn bản gõ bằng phông chữ {font} cũ, không phải Unicode",
        "the text was typed for old {font} fonts and is not Unicode",
        "Chuyển mã sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi nhập lại.",
        "Convert the text to Unicode (for example with UniKey, Ctrl+Shift+F6), then import it.",
    ),
    "CDS331": Sentences(
        "{file} là tệp {sheet}, chưa được hỗ trợ || {file} là tệp {kind}, không phải bảng số liệu",
        "{file} is a {sheet} file, which is not supported || "
        "{file} is a {kind} file, not a table of figures",
        "[sheet] Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx. || "
        "Ghi số liệu vào một bảng tính, ví dụ bảng do cdstrack template tạo, rồi nhập bảng đó.",
        "[sheet] Open it in Excel or LibreOffice and save it as .xlsx. || "
        "Enter the figures in a table, such as one made by cdstrack template, and import that.",
    ),
    "CDS332": Sentences(
        "[locked] {file} có mật khẩu || {file} là bảng tính dạng cũ (.xls)",
        "[locked] {file} is password-protected || {file} is a workbook in the old format (.xls)",
        "[locked] Mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu lại dạng .xlsx. || "
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
        "[locked] Open it in Excel or LibreOffice, remove the password and save it as .xlsx. "
        "|| Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "CDS333": Sentences(
        "không đọc được bảng tính {file}: tệp hỏng hoặc sao chép chưa đầy đủ ({detail}) || "
        "không đọc được bảng tính {file}",
        "the workbook {file} cannot be read: it is damaged or incomplete ({detail}) || "
        "the workbook {file} cannot be read",
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
        "Open the file in Excel or LibreOffice and save it as .xlsx again.",
    ),
    "CDS334": Sentences(
        "bảng tính {file} sau khi giải nén quá lớn (hơn {limit} MB)",
        "the workbook {file} is too large when unpacked (more than {limit} MB)",
        "Chỉ giữ các trang có số liệu, hoặc lưu dạng CSV.",
        "Keep only the sheets with figures, or save it as CSV.",
    ),
    "CDS335": Sentences(
        "ô có công thức nhưng chưa có kết quả",
        "the cell contains a formula without a result",
        "Mở tệp bằng Excel hoặc LibreOffice để tính lại rồi lưu, hoặc dán giá trị.",
        "Open the file in Excel or LibreOffice, let it calculate and save, or paste the value.",
    ),
    "CDS336": Sentences(
        "ô báo lỗi {value}",
        "the cell shows the error {value}",
        "Sửa công thức hoặc ghi số; để trống nếu không có số liệu.",
        "Correct the formula or enter the number; leave it empty if there is no figure.",
    ),
    "CDS337": Sentences(
        "{file}: trang {sheet} có hơn {limit} dòng",
        "{file}: the sheet {sheet} has more than {limit} rows",
        "Xóa hẳn các dòng thừa ở cuối trang; nếu thực sự có nhiều số liệu như vậy, lưu dạng "
        "CSV với các cột chuẩn.",
        "Delete the surplus rows below the table; if there really are so many figures, save "
        "them as CSV with the canonical columns.",
    ),
    "CDS338": Sentences(
        'ô chứa thời gian, không phải số hay chữ: "{value}"',
        'the cell contains a time, not a number or text: "{value}"',
        "Định dạng lại ô thành số hoặc văn bản rồi ghi lại số liệu.",
        "Format the cell as number or text and enter the figure again.",
    ),
    "CDS339": Sentences(
        'chữ bị lỗi bảng mã: "{value}" đúng ra là "{meant}"',
        'garbled text: "{value}" should be "{meant}"',
        "Tệp UTF-8 đã bị mở nhầm bảng mã rồi lưu lại. Nhập tệp gốc, hoặc mở lại tệp gốc với "
        "bảng mã UTF-8 (Excel: Data, From Text/CSV, 65001) rồi lưu; hoặc gõ lại chữ này. Nếu "
        "nội dung tệp CSV đúng là như vậy, thêm --encoding utf-8.",
        "A UTF-8 file was opened in another encoding and saved. Import the original file, or "
        "open it as UTF-8 (Excel: Data, From Text/CSV, 65001) and save; or retype the text. If "
        "the CSV file is correct as it is, add --encoding utf-8.",
    ),
    "CDS340": Sentences(
        "ô kỳ số liệu chứa số {value}, không phải ngày",
        "the period cell contains the number {value}, not a date",
        "Định dạng ô thành ngày, hoặc viết 31/7/2022; nếu cả cột ghi ngày bằng số thứ tự như "
        "Excel, ghi dates: serial trong mô tả biểu.",
        "Format the cell as a date or write 2022-07-31; if the whole column has Excel serial "
        "dates, put dates: serial in the form description.",
    ),
    "CDS341": Sentences(
        'đơn vị tính "{value}" không phải đơn vị tính của {indicator} ({unit})',
        'the unit "{value}" is not the unit of {indicator} ({unit})',
        "Kiểm tra chỉ tiêu và số liệu; nếu chỉ là cách viết khác, ghi vào units của mô tả biểu.",
        "Check the indicator and the figure; if it is only another spelling, add it under "
        "units in the form description.",
    ),
    "CDS342": Sentences(
        "{value} có quá sáu chữ số thập phân; ghi với sáu chữ số",
        "{value} has more than six decimals; it is recorded with six",
        "Không cần sửa; ghi tử số và mẫu số để giữ chính xác tuyệt đối.",
        "Nothing needs to be done; enter numerator and denominator to keep it exact.",
    ),
    "CDS343": Sentences(
        "ô số liệu chứa ngày {value}",
        "the figure cell contains the date {value}",
        "Excel đổi 5/10 thành ngày: định dạng ô thành văn bản rồi ghi lại.",
        "Excel turned 5/10 into a date: format the cell as text and enter it again.",
    ),
    "CDS344": Sentences(
        'tiêu đề "{column}" khớp với hai cột',
        'the heading "{column}" matches two columns',
        "Trong mô tả biểu, ghi tiêu đề đầy đủ hơn, hoặc chỉ cột bằng chữ cái: {column: F} (in "
        "mô tả có sẵn để sửa: cdstrack examples theo-doi).",
        "In the form description, give more of the heading, or name the column: {column: F} "
        "(to print the built-in description for editing: cdstrack examples theo-doi).",
    ),
    "CDS345": Sentences(
        '"{value}" dùng dấu thập phân khác với "{other}" ở {at} || '
        '"{value}" không dùng dấu thập phân "{mark}" như mô tả biểu',
        '"{value}" uses a different decimal mark than "{other}" at {at} || '
        '"{value}" does not use the decimal mark "{mark}" of the form description',
        "Dùng thống nhất một dấu thập phân trong cả tệp.",
        "Use one decimal mark in the whole file.",
    ),
    "CDS346": Sentences(
        "không trang nào có tiêu đề của biểu {form}: {columns} || "
        "không tìm thấy dòng tiêu đề: {columns}",
        "no sheet has the heading of the form {form}: {columns} || no heading was found: {columns}",
        "[form] Sửa tiêu đề cột cho đúng, hoặc viết mô tả cho biểu này (docs/mapping.md). || "
        "Nếu là biểu theo dõi chỉ tiêu, thêm --map theo-doi; biểu khác: viết mô tả (docs/mapping.md).",
        "[form] Correct the headings, or write a description of this form (docs/mapping.md). "
        "|| For a usual follow-up form add --map theo-doi; for any other form write a "
        "description (docs/mapping.md).",
    ),
    "CDS347": Sentences(
        'tiêu đề "{column}" nêu nhiều hơn một kỳ: {periods} || tiêu đề "{column}" không nêu rõ kỳ '
        "số liệu || biểu không cho biết kỳ của cột số liệu này",
        'the heading "{column}" names more than one period: {periods} || '
        'the heading "{column}" does not clearly state the period || '
        "the form does not state the period of this column of figures",
        "[column] Viết một kỳ có đủ năm trong tiêu đề, ví dụ quý II/2022; hoặc ghi kỳ của cột "
        "trong mô tả biểu: {column: F, period: 2022-Q2} (docs/mapping.md). || "
        "Thêm --on, ví dụ --on 31/7/2022.",
        "[column] Write one period with its year in the heading, for example quý II/2022, or set "
        "the period of the column in the form description: {column: F, period: 2022-Q2} "
        "(docs/mapping.md). || Add --on, for example --on 2022-07-31.",
    ),
    "CDS348": Sentences(
        "--on-conflict correct cần lý do",
        "--on-conflict correct needs a reason",
        'Thêm --reason "…": lý do được giữ cùng lần ghi.',
        'Add --reason "…": it is kept with the submission.',
    ),
    "CDS349": Sentences(
        "không in được bảng tính ra màn hình",
        "a workbook cannot be printed to the terminal",
        "Nêu tên tệp, ví dụ so-lieu.xlsx.",
        "Give a file name, for example figures.xlsx.",
    ),
    "CDS350": Sentences(
        "khóa không hợp lệ: {value}",
        "unknown key: {value}",
        "Có phải là: {suggestions}? || Các khóa: {allowed}.",
        "Did you mean: {suggestions}? || Allowed keys: {allowed}.",
    ),
    "CDS351": Sentences(
        'giá trị của {key} không đúng: "{value}" || giá trị của {key} không đúng dạng || '
        "mô tả biểu không đúng dạng",
        'invalid value for {key}: "{value}" || {key} has the wrong form || this is not a form '
        "description",
        "Viết: {example} || Xem docs/mapping.md.",
        "Write: {example} || See docs/mapping.md.",
    ),
    "CDS352": Sentences(
        "thiếu khóa {key}", "the key {key} is missing", "Viết: {example}", "Write: {example}"
    ),
    "CDS353": Sentences(
        "một tệp CSV chỉ chứa một bảng, không chứa được: {reports}",
        "a CSV file holds only one table, not: {reports}",
        "Xuất từng bảng, hoặc xuất ra .xlsx.",
        "Export them one by one, or as .xlsx.",
    ),
    "CDS354": Sentences(
        "nhiều số liệu hơn một trang bảng tính chứa được ({limit} dòng)",
        "more figures than a sheet can hold ({limit} rows)",
        "Xuất ra .csv.",
        "Export them as .csv.",
    ),
    "CDS355": Sentences(
        "không có chỉ tiêu nào khớp",
        "no indicator matches",
        "Bớt điều kiện lọc; xem cdstrack targets.",
        "Use fewer filters; see cdstrack targets.",
    ),
    "CDS356": Sentences(
        'cột "{column}" nằm dưới tiêu đề kết quả nhưng chưa rõ là số liệu gì',
        'the column "{column}" is under a heading of results, but what it contains is unclear',
        "Trong mô tả biểu, nêu tiêu đề này ở values nếu là kết quả, ở ignore nếu không phải "
        "(in mô tả có sẵn để sửa: cdstrack examples theo-doi).",
        "In the form description, list this heading under values if it holds results, under "
        "ignore if it does not (to print the built-in description for editing: cdstrack "
        "examples theo-doi).",
    ),
    "CDS357": Sentences(
        'hai cột số liệu cho cùng một kỳ ({period}): "{column}" và "{other}" ở {at} || '
        'hai cột số liệu cho cùng một kỳ: "{column}" và "{other}" ở {at}',
        'two columns of figures for the same period ({period}): "{column}" and "{other}" at {at} '
        '|| two columns of figures for the same period: "{column}" and "{other}" at {at}',
        "Trong mô tả biểu, chỉ rõ cột cần đọc, ví dụ values: {column: F}, hoặc ghi kỳ của từng cột "
        "(in mô tả có sẵn để sửa: cdstrack examples theo-doi).",
        "In the form description, name the column to read, for example values: {column: F}, or "
        "set the period of each column (to print the built-in description for editing: "
        "cdstrack examples theo-doi).",
    ),
}
