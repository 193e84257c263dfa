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
        f"Quote what holds spaces. {_SEE_EN}",
    ),
    "CDS008": Sentences(
        "dòng lệnh chưa đúng: {detail}", "the command line is wrong: {detail}", _SEE_VI, _SEE_EN
    ),
    "CDS009": Sentences(
        "{first} và {second} không đi cùng nhau",
        "{first} and {second} exclude each other",
        "Chọn một trong hai.",
        "Choose one of them.",
    ),
    "CDS011": Sentences(
        "không tìm thấy kế hoạch (targets.yaml) ở {folder} và các thư mục trên",
        "no plan (targets.yaml) in {folder} or any folder above",
        "Chuyển vào thư mục có kế hoạch, dùng --plan TỆP, hoặc tạo thư mục mới: cdstrack init THƯ_MỤC",
        "Go to the folder of the plan, use --plan FILE, or lay out a new folder: cdstrack init DIR",
    ),
    "CDS012": Sentences(
        '{where} không nhận "{value}"',
        '{where} does not take "{value}"',
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
        "không rõ ai đang ghi",
        'the name in CDSTRACK_USER is longer than {limit} characters: "{value}" || '
        "it is not known who records",
        "Đặt CDSTRACK_USER là tên của bạn.",
        "Set CDSTRACK_USER to your name.",
    ),
    "CDS015": Sentences(
        '{where} không phải là ngày hay thời điểm: "{value}"',
        '{where} is neither a date nor an instant: "{value}"',
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
        "đuôi tệp không cho biết dạng cần ghi: {file}",
        "the ending does not tell the format: {file}",
        "Dùng một trong các đuôi {endings}, hoặc thêm --format. || Đặt tên tệp có đuôi {ending}.",
        "Use one of the endings {endings}, or add --format. || Give it a name that ends in {ending}.",
    ),
    "CDS019": Sentences(
        'không có kế hoạch mẫu "{value}"',
        'no such example: "{value}"',
        "Có phải là: {near}? || Các kế hoạch mẫu: {names}.",
        "Did you mean: {near}? || The examples are: {names}.",
    ),
    "CDS020": Sentences(
        "đã có sẵn và không bị ghi đè: {files}",
        "there already, and never overwritten: {files}",
        "Chọn thư mục khác; nếu chỉ cần kho số liệu cạnh kế hoạch đã có, dùng cdstrack init không "
        "kèm --example hay --blank.",
        "Choose another folder; for just a store beside the plan that stands there, use cdstrack "
        "init without --example or --blank.",
    ),
    "CDS021": Sentences(
        'không lọc được theo "{value}"',
        'cannot filter by "{value}"',
        "Viết vài từ cần tìm, hoặc khóa=giá trị với một trong các khóa: {allowed}.",
        "Write words to be found, or key=value with one of the keys: {allowed}.",
    ),
    "CDS022": Sentences(
        '{where} cần một số nguyên dương: "{value}"',
        '{where} needs a whole number from 1 up: "{value}"',
        "Viết một số, ví dụ 10.",
        "Write a number, for example 10.",
    ),
    "CDS023": Sentences(
        'cần một ngày hoặc một tháng: "{value}"',
        'a day or a month is needed: "{value}"',
        "Viết ngày hoặc tháng công bố, ví dụ 15/8/2022 hoặc 2022-08.",
        "Write the day or month it was made known, for example 2022-08-15 or 2022-08.",
    ),
    "CDS024": Sentences(
        "bản sao được đặt vào một thư mục, mà {value} là tên tệp",
        "a copy goes into a folder, and {value} is the name of a file",
        "Tên tệp do chương trình đặt theo thời điểm: cdstrack backup {folder}",
        "The program names the copy by the instant: cdstrack backup {folder}",
    ),
    "CDS025": Sentences(
        'kế hoạch không có mốc "{value}"',
        'the plan has no milestone "{value}"',
        "Các mốc của kế hoạch: {milestones}. || Kế hoạch không nêu thời hạn nào.",
        "The milestones of the plan are: {milestones}. || The plan names no due date.",
    ),
    "CDS026": Sentences(
        "[plan] {file} là kế hoạch đang dùng, không bị ghi đè || "
        "[store] {file} thuộc kho số liệu đang dùng, không bị ghi đè || "
        "{file} là tệp SQLite (kho số liệu hoặc bản sao lưu), không bị ghi đè",
        "[plan] {file} is the plan in use and is not replaced || "
        "[store] {file} belongs to the store in use and is not replaced || "
        "{file} is an SQLite file (a store or a backup) and is not replaced",
        "Chọn tên khác cho tệp cần ghi; không có gì bị thay đổi.",
        "Write to another name; nothing was changed.",
    ),
    "CDS027": Sentences(
        "[number] đã ghi ở lần ghi {number}, nhưng không ghi được tệp {file}: {why} || "
        "đã ghi ở lần ghi {number}, nhưng không in được câu trả lời: {why} || "
        "đã làm xong, nhưng không in được câu trả lời: {why}",
        "[number] recorded as submission {number}, but {file} could not be written: {why} || "
        "recorded as submission {number}, but the answer could not be printed: {why} || "
        "done, but the answer could not be printed: {why}",
        "[number] Xem bằng cdstrack log -p; không chạy lại lệnh. || Không cần chạy lại lệnh.",
        "[number] See cdstrack log -p; do not run it again. || There is no need to run it again.",
    ),
}
