"""Help texts of the commands that set up and check."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

START: Mapping[str, Pair] = {
    "init": Pair(
        "Tạo thư mục làm việc: kế hoạch, số liệu và một kho số liệu trống.\n\n"
        "Cạnh một kế hoạch đã có thì chỉ tạo kho trống. Không bao giờ ghi đè tệp nào; đây là lệnh duy "
        "nhất tạo ra kho số liệu.",
        "Lay out a working folder: a plan, figures and an empty store.\n\n"
        "Beside a plan that stands already only the empty store is made. Nothing is ever "
        "overwritten, and no other command creates a store.",
    ),
    "init.folder": Pair("Thư mục (nếu không: thư mục này).", "The folder (else this one)."),
    "init.example": Pair(
        "Kế hoạch mẫu cần lấy (xem cdstrack examples).",
        "Which example plan to lay out (see cdstrack examples).",
    ),
    "init.blank": Pair(
        "Một kế hoạch ngắn có chú thích, để viết tiếp.",
        "A short plan with comments, to be written on.",
    ),
    "examples": Pair(
        "Liệt kê các kế hoạch mẫu đi kèm; với FORM, in mô tả biểu mẫu đi kèm.\n\n"
        "cdstrack examples theo-doi > bieu.yaml: sửa tệp đó, rồi cdstrack import --map bieu.yaml.",
        "List the example plans that ship with the program; of a FORM, print its description.\n\n"
        "cdstrack examples theo-doi > form.yaml: change that file, then cdstrack import --map "
        "form.yaml.",
    ),
    "examples.form": Pair("Mô tả biểu cần in: theo-doi.", "The description to print: theo-doi."),
    "check": Pair(
        "Kiểm tra kế hoạch và kho số liệu theo mọi quy tắc.\n\n"
        "Kế hoạch sai: mã 3. Có cảnh báo: mã 10; với --strict, khuyến nghị cũng tính.",
        "Check plan and store against every rule.\n\n"
        "An invalid plan exits with 3, warnings with 10; with --strict advice counts too.",
    ),
    "check.strict": Pair("Tính cả khuyến nghị.", "Count advice too."),
    "doctor": Pair(
        "Nói rõ kế hoạch nào, kho nào, thiết lập nào đang có hiệu lực và vì sao.\n\n"
        "Kết thúc với mã 10 nếu thấy điều gì không ổn.",
        "Say which plan, which store and which settings are in force, and why.\n\n"
        "Exits with 10 when something is wrong.",
    ),
}
