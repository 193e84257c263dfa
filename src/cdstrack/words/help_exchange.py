"""Help texts of the commands that exchange files."""

from collections.abc import Mapping

from cdstrack.words.labels import Pair

EXCHANGE: Mapping[str, Pair] = {
    "export": Pair(
        "Xuất số liệu ra CSV; nhập lại tệp này cho đúng số liệu cũ.",
        "Write the figures as CSV; importing the file gives the same figures again.",
    ),
    "export.file": Pair("Tệp cần ghi (nếu không: in ra).", "The file to write (else print it)."),
}
