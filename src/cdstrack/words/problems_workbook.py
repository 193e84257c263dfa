"""Sentences for CDS329 to CDS399: files that arrive, their encodings, sheets, cells and forms."""

from collections.abc import Mapping

from cdstrack.words.problems import Sentences

WORKBOOK: Mapping[str, Sentences] = {
    "CDS329": Sentences(
        "{file} không phải tệp thường (ống dẫn hoặc thiết bị)",
        "{file} is no plain file (a pipe or a device)",
        "Lưu nội dung thành tệp rồi nhập tệp đó: tệp được đọc hơn một lần.",
        "Save the content to a file and import that: it is read more than once.",
    ),
    "CDS330": Sentences(
        "chữ trong tệp gõ theo phông {font} cũ, không phải Unicode",
        "the letters were typed for the old {font} fonts; they are not Unicode",
        "Chuyển mã sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi nhập lại.",
        "Convert the text to Unicode (for example with UniKey, Ctrl+Shift+F6), then import it.",
    ),
}
