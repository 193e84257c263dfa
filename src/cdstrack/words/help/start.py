"""Help texts of the commands that set up and check."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

START: Mapping[str, Pair] = {
    "init": Pair(
        "Tạo thư mục làm việc: kế hoạch, số liệu và một kho số liệu trống.\n\n"
        "Nếu thư mục đã có kế hoạch thì chỉ tạo kho trống. Không bao giờ ghi đè tệp nào; đây "
        "là lệnh duy nhất tạo ra kho số liệu.",
        "Create a working folder: a plan, figures and an empty store.\n\n"
        "If the folder already has a plan, only the empty store is created. Nothing is ever "
        "overwritten, and no other command creates a store.",
    ),
    "init.folder": Pair("Thư mục (nếu không nêu: thư mục này).", "The folder (default: this one)."),
    "init.example": Pair(
        "Kế hoạch mẫu cần dùng (xem cdstrack examples).",
        "The example plan to use (see cdstrack examples).",
    ),
    "init.blank": Pair(
        "Một kế hoạch ngắn có chú thích, để viết tiếp.", "A short commented plan to complete."
    ),
    "examples": Pair(
        "Liệt kê các kế hoạch mẫu có sẵn; với FORM, in mô tả của biểu có sẵn.\n\n"
        "cdstrack examples theo-doi > bieu.yaml: sửa tệp đó, rồi cdstrack import --map bieu.yaml.",
        "List the built-in example plans; with FORM, print the description of that form.\n\n"
        "cdstrack examples theo-doi > form.yaml: edit that file, then cdstrack import --map "
        "form.yaml.",
    ),
    "examples.form": Pair(
        "Mô tả biểu cần in: theo-doi, dti-xa.", "The description to print: theo-doi, dti-xa."
    ),
    "check": Pair(
        "Kiểm tra kế hoạch và kho số liệu theo mọi quy tắc.\n\n"
        "Kế hoạch sai: mã 3. Có cảnh báo: mã 10; với --strict, khuyến nghị cũng tính.",
        "Check the plan and the store against every rule.\n\n"
        "Exits with 3 if the plan is invalid, with 10 if there are warnings; with --strict, "
        "advice counts too.",
    ),
    "check.strict": Pair("Tính cả khuyến nghị.", "Count advice too."),
    "check.acknowledge": Pair(
        "Chấp nhận phát hiện có mã này, kèm --reason; có thể nêu nhiều lần.",
        "Accept the finding with this id, with --reason; may be repeated.",
    ),
    "check.reason": Pair("Lý do chấp nhận.", "The reason for accepting it."),
    "check.everything": Pair(
        "Hiện cả những phát hiện đã chấp nhận và mọi phát hiện cùng loại.",
        "Also list accepted findings, and every finding of the same kind.",
    ),
    "doctor": Pair(
        "Cho biết kế hoạch, kho số liệu và các thiết lập đang có hiệu lực, và vì sao.\n\n"
        "Kết thúc với mã 10 nếu có vấn đề.",
        "Show which plan, store and settings are in force, and why.\n\n"
        "Exits with 10 if anything is wrong.",
    ),
    "doctor.migrate": Pair(
        "Nâng cấp kho cũ sau khi sao lưu.", "Upgrade an older store, after a backup."
    ),
}
