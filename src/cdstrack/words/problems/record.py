"""Sentences for CDS7xx: what was asked of the record: corrections, undoing, documents, versions."""

from cdstrack.words.problems.sentences import Sentences

_LOG_VI = "Xem cdstrack log."
_LOG_EN = "See cdstrack log."

TEXTS: dict[str, Sentences] = {
    "CDS701": Sentences(
        "chưa có số liệu nào của {indicator} kỳ {period} để sửa hay rút",
        "there is no figure of {indicator} for {period} to correct or withdraw",
        "Các kỳ đã có số liệu: {recorded}. || Ghi số liệu mới bằng cdstrack record.",
        "Periods with figures: {recorded}. || Record one with cdstrack record.",
    ),
    "CDS702": Sentences(
        "không có số liệu có mã số {number}",
        "there is no figure with the number {number}",
        "Xem mã số của từng số liệu: cdstrack log -p",
        "To see the numbers of the figures: cdstrack log -p",
    ),
    "CDS703": Sentences(
        "số liệu {number} đã được thay bằng số liệu {latest}: {value}",
        "figure {number} was replaced by figure {latest}: {value}",
        "Dùng --id {latest} nếu cần sửa tiếp.",
        "Use --id {latest} to change it again.",
    ),
    "CDS704": Sentences(
        "số liệu {number} đã được rút",
        "figure {number} was withdrawn",
        "Ghi lại bằng cdstrack record, hoặc hoàn tác lần rút bằng cdstrack undo.",
        "Record it again with cdstrack record, or undo the withdrawal with cdstrack undo.",
    ),
    "CDS705": Sentences(
        "chưa nêu số liệu nào: cần INDICATOR và --on, hoặc --id",
        "no figure given: INDICATOR and --on are required, or --id",
        "Ví dụ: {command} CHỈ-TIÊU --on 31/7/2022 --reason …",
        "For example: {command} INDICATOR --on 2022-07-31 --reason …",
    ),
    "CDS706": Sentences(
        "không có lần ghi {number}", "there is no submission {number}", _LOG_VI, _LOG_EN
    ),
    "CDS707": Sentences(
        "không còn lần ghi nào để hoàn tác",
        "nothing left to undo",
        "Để khôi phục một lần ghi đã hoàn tác: cdstrack undo SỐ của lần hoàn tác ấy.",
        "To revert an undo: cdstrack undo N, with the number of that undo.",
    ),
    "CDS708": Sentences(
        "lần ghi {number} đã được hoàn tác ở lần ghi {by}",
        "submission {number} was already undone by submission {by}",
        "Để khôi phục: cdstrack undo {by}",
        "To revert that: cdstrack undo {by}",
    ),
    "CDS709": Sentences(
        "không thể hoàn tác lần ghi {number}: {cell} đã được thay đổi ở lần ghi {later} "
        "({kind}, {by})",
        "submission {number} cannot be undone: {cell} was changed later by submission {later} "
        "({kind}, {by})",
        "Hoàn tác lần ghi {later} trước, hoặc sửa bằng cdstrack correct.",
        "Undo submission {later} first, or use cdstrack correct.",
    ),
    "CDS710": Sentences(
        "lần ghi {number} là một bản tóm tắt đã phát hành, không thể hoàn tác",
        "submission {number} issued a summary, which cannot be undone",
        "Phát hành bản mới khi số liệu đã được sửa.",
        "Issue a new one once the figures have been corrected.",
    ),
    "CDS711": Sentences(
        "văn bản {key} đã có trong kho với nội dung khác: {fields}",
        "the store already has document {key} with different content: {fields}",
        "Để thay: thêm --reason; bản cũ vẫn được lưu.",
        "To revise it, add --reason; the old version is kept.",
    ),
    "CDS712": Sentences(
        "văn bản {key} được khai báo trong kế hoạch",
        "document {key} is declared in the plan",
        "Sửa trong mục documents của tệp kế hoạch, hoặc chọn mã khác.",
        "Change it under documents in the plan file, or choose another id.",
    ),
    "CDS713": Sentences(
        'mã văn bản chỉ gồm chữ thường không dấu, số và gạch nối: "{value}"',
        'a document id has lower-case letters without accents, digits and hyphens: "{value}"',
        "Ví dụ: bao-cao-2022-08",
        "For example: bao-cao-2022-08",
    ),
    "CDS714": Sentences(
        'kho không có phiên bản kế hoạch "{value}"',
        'the store has no version of the plan "{value}"',
        "[least] Nêu ít nhất {least} ký tự đầu của mã; các phiên bản: {versions}. || "
        "Các phiên bản: {versions}. || Kho chưa có phiên bản nào: phiên bản được lưu cùng lần ghi.",
        "[least] Give at least the first {least} characters of the digest; available versions: "
        "{versions}. || Available versions: {versions}. || There are none yet: a version is "
        "stored with each submission.",
    ),
    "CDS715": Sentences(
        '"{value}" là phần đầu của nhiều phiên bản: {versions}',
        '"{value}" is the start of several versions: {versions}',
        "Viết thêm vài ký tự.",
        "Write more characters.",
    ),
    "CDS716": Sentences(
        "chương trình này không đọc được phiên bản kế hoạch {value} trong kho",
        "this program cannot read the plan version {value} in the store",
        "Dùng --plan-at current để đánh giá theo kế hoạch hiện nay.",
        "Use --plan-at current to judge by the current plan.",
    ),
    "CDS717": Sentences(
        "chỉ có một phiên bản kế hoạch, không có phiên bản khác để so sánh",
        "there is only one version of the plan, so nothing to compare",
        "Nêu hai phiên bản: cdstrack plan diff TRƯỚC SAU (mã, ngày hoặc tệp).",
        "Give two versions: cdstrack plan diff BEFORE AFTER (digest, date or file).",
    ),
}
