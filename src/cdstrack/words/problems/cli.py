"""Sentences for CDS0xx: options, paths and settings."""

from cdstrack.words.problems.sentences import Sentences

_SEE_VI = "Xem: {command} --help"
_SEE_EN = "See: {command} --help"

TEXTS: dict[str, Sentences] = {
    "CDS001": Sentences(
        "không có tùy chọn {option}",
        "no such option: {option}",
        f"Có phải là: {{near}}? {_SEE_VI} || {_SEE_VI}",
        f"Did you mean: {{near}}? {_SEE_EN} || {_SEE_EN}",
    ),
    "CDS002": Sentences(
        'không có lệnh "{name}"',
        'no such command: "{name}"',
        f"Có phải là: {{near}}? {_SEE_VI} || {_SEE_VI}",
        f"Did you mean: {{near}}? {_SEE_EN} || {_SEE_EN}",
    ),
    "CDS003": Sentences("thiếu {name}", "{name} is missing", _SEE_VI, _SEE_EN),
    "CDS004": Sentences(
        "{option} cần một giá trị theo sau", "{option} needs a value", _SEE_VI, _SEE_EN
    ),
    "CDS005": Sentences("{option} không nhận giá trị", "{option} takes no value", _SEE_VI, _SEE_EN),
    "CDS006": Sentences("chưa nêu lệnh", "no command was given", _SEE_VI, _SEE_EN),
    "CDS007": Sentences(
        "thừa tham số: {arguments}",
        "too many arguments: {arguments}",
        f"Đặt trong dấu nháy nếu có khoảng trắng. {_SEE_VI}",
        f"Put arguments with spaces in quotes. {_SEE_EN}",
    ),
    "CDS008": Sentences(
        "dòng lệnh không hợp lệ: {detail}", "invalid command line: {detail}", _SEE_VI, _SEE_EN
    ),
    "CDS009": Sentences(
        "{first} và {second} không dùng cùng nhau",
        "{first} and {second} cannot be used together",
        "Chọn một trong hai.",
        "Choose one of them.",
    ),
    "CDS011": Sentences(
        "không tìm thấy kế hoạch (targets.yaml) ở {folder} và các thư mục trên",
        "no plan (targets.yaml) in {folder} or any folder above",
        "Chuyển vào thư mục có kế hoạch, dùng --plan TỆP, hoặc tạo thư mục mới: cdstrack init THƯ_MỤC",
        "Change to the folder of the plan, use --plan FILE, or create a new folder: cdstrack "
        "init DIR",
    ),
    "CDS012": Sentences(
        '{where} không nhận "{value}"',
        '{where} does not accept "{value}"',
        "Chọn một trong: {allowed}.",
        "Choose one of: {allowed}.",
    ),
    "CDS013": Sentences(
        '--width cần số cột từ {least} đến {most}: "{value}"',
        '--width needs a number of columns from {least} to {most}: "{value}"',
        "Ví dụ: --width 140",
        "For example: --width 140",
    ),
    "CDS014": Sentences(
        'tên người ghi trong CDSTRACK_USER dài quá {limit} ký tự: "{value}" || '
        "chưa xác định được người ghi",
        'the name in CDSTRACK_USER is longer than {limit} characters: "{value}" || '
        "the recording user is unknown",
        "Đặt CDSTRACK_USER là tên của bạn.",
        "Set CDSTRACK_USER to your name.",
    ),
    "CDS015": Sentences(
        '{where} không phải là ngày hay thời điểm: "{value}"',
        '{where} is neither a date nor a timestamp: "{value}"',
        "Viết 2022-08-31 hoặc 2022-08-31T09:00:00+07:00, hoặc bỏ biến này.",
        "Write 2022-08-31 or 2022-08-31T09:00:00+07:00, or unset the variable.",
    ),
    "CDS016": Sentences(
        'máy này không biết múi giờ "{zone}" của kế hoạch',
        'this computer does not know the plan\'s time zone "{zone}"',
        "Kiểm tra timezone trong kế hoạch (ví dụ Asia/Ho_Chi_Minh), hoặc cài gói tzdata.",
        "Check timezone in the plan (for example Asia/Ho_Chi_Minh), or install the package tzdata.",
    ),
    "CDS017": Sentences(
        "không dùng được tệp {file}: {why} || không đọc hoặc ghi được: {why}",
        "cannot use the file {file}: {why} || cannot read or write: {why}",
        "Kiểm tra đường dẫn, quyền và chỗ trống trên đĩa; không có gì được ghi.",
        "Check path, permissions and free space; nothing was recorded.",
    ),
    "CDS018": Sentences(
        "đuôi tệp không cho biết định dạng cần ghi: {file}",
        "the file extension does not indicate a format: {file}",
        "Dùng một trong các đuôi {endings}, hoặc thêm --format. || Đặt tên tệp có đuôi {ending}.",
        "Use one of the extensions {endings}, or add --format. || "
        "Use a file name that ends in {ending}.",
    ),
    "CDS019": Sentences(
        'không có kế hoạch mẫu "{value}"',
        'no such example: "{value}"',
        "Có phải là: {near}? || Các kế hoạch mẫu: {names}.",
        "Did you mean: {near}? || Available examples: {names}.",
    ),
    "CDS020": Sentences(
        "đã có sẵn và không bị ghi đè: {files}",
        "already exists and is not overwritten: {files}",
        "Chọn thư mục khác; nếu chỉ cần kho số liệu cạnh kế hoạch đã có, dùng cdstrack init không "
        "kèm --example hay --blank.",
        "Choose another folder; to create only a store beside the existing plan, use cdstrack "
        "init without --example or --blank.",
    ),
    "CDS021": Sentences(
        'không lọc được theo "{value}"',
        'cannot filter by "{value}"',
        "Viết vài từ cần tìm, hoặc khóa=giá trị với một trong các khóa: {allowed}.",
        "Write search words, or key=value with one of the keys: {allowed}.",
    ),
    "CDS022": Sentences(
        '{where} cần một số nguyên dương: "{value}"',
        '{where} needs a positive whole number: "{value}"',
        "Viết một số, ví dụ 10.",
        "Write a number, for example 10.",
    ),
    "CDS023": Sentences(
        'cần một ngày hoặc một tháng: "{value}"',
        'expected a day or a month: "{value}"',
        "Viết ngày hoặc tháng công bố, ví dụ 15/8/2022 hoặc 2022-08.",
        "Write the day or month of publication, for example 2022-08-15 or 2022-08.",
    ),
    "CDS024": Sentences(
        "bản sao lưu cần một thư mục, còn {value} là tên tệp",
        "a backup goes into a folder, but {value} is a file name",
        "Chương trình đặt tên tệp theo thời điểm: cdstrack backup {folder}",
        "The program names the backup after the date and time: cdstrack backup {folder}",
    ),
    "CDS025": Sentences(
        'kế hoạch không có mốc "{value}"',
        'the plan has no milestone "{value}"',
        "Các mốc của kế hoạch: {milestones}. || Kế hoạch không nêu thời hạn nào.",
        "Milestones of the plan: {milestones}. || The plan states no due date.",
    ),
    "CDS026": Sentences(
        "[plan] {file} là kế hoạch đang dùng, không bị ghi đè || "
        "[store] {file} thuộc kho số liệu đang dùng, không bị ghi đè || "
        "{file} là tệp SQLite (kho số liệu hoặc bản sao lưu), không bị ghi đè",
        "[plan] {file} is the plan in use and is not replaced || "
        "[store] {file} belongs to the store in use and is not replaced || "
        "{file} is an SQLite file (a store or a backup) and is not replaced",
        "Chọn tên khác cho tệp cần ghi; không có gì bị thay đổi.",
        "Choose another file name; nothing was changed.",
    ),
    "CDS027": Sentences(
        "[number] đã ghi ở lần ghi {number}, nhưng không ghi được tệp {file}: {why} || "
        "đã ghi ở lần ghi {number}, nhưng không in được kết quả: {why} || "
        "đã thực hiện xong, nhưng không in được kết quả: {why}",
        "[number] recorded as submission {number}, but {file} could not be written: {why} || "
        "recorded as submission {number}, but the output could not be printed: {why} || "
        "done, but the output could not be printed: {why}",
        "[number] Xem bằng cdstrack log -p; không chạy lại lệnh. || Không cần chạy lại lệnh.",
        "[number] See cdstrack log -p; do not run the command again. || "
        "There is no need to run the command again.",
    ),
}
