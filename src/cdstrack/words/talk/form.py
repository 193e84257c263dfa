"""What is said about a form that was read: rows without a figure, columns that nobody reads.

Owns these sentences only; `cdstrack.words.talk.general` looks them up.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

FORM: Mapping[str, Pair] = {
    "form.rows_empty": Pair(
        "{count} dòng không có số liệu: {rows}", "rows without a figure: {count} ({rows})"
    ),
    "form.columns_unread": Pair(
        "trang {sheet}: không đọc cột {columns}", "sheet {sheet}: columns not read: {columns}"
    ),
    "form.columns_unread_csv": Pair("không đọc cột {columns}", "columns not read: {columns}"),
}
"""Sentences beside the answer of `import`."""
