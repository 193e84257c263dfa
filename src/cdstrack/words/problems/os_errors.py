"""Why a file cannot be used: what the operating system and SQLite say, in both languages.

Owns these sentences. An error that is in neither table is passed on in its original wording.
"""

import errno
from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

_SYSTEM: Mapping[str, Pair] = {
    "ENOENT": Pair("không có tệp hoặc thư mục này", "no such file or folder"),
    "EACCES": Pair("không có quyền", "permission denied"),
    "EPERM": Pair("không được phép", "not permitted"),
    "EISDIR": Pair("đó là một thư mục", "it is a folder"),
    "ENOTDIR": Pair(
        "một phần của đường dẫn không phải thư mục", "part of the path is not a folder"
    ),
    "EEXIST": Pair("đã có sẵn", "it already exists"),
    "ENOSPC": Pair("hết chỗ trên đĩa", "the disk is full"),
    "EDQUOT": Pair("hết hạn mức đĩa", "the disk quota is used up"),
    "EFBIG": Pair("tệp lớn quá mức cho phép", "the file is larger than allowed"),
    "EIO": Pair("lỗi đọc hoặc ghi ổ đĩa", "disk read or write error"),
    "EROFS": Pair("ổ đĩa ở chế độ chỉ đọc", "the disk is read-only"),
    "ENAMETOOLONG": Pair("tên tệp quá dài", "the file name is too long"),
    "ELOOP": Pair("liên kết vòng", "the link is circular"),
    "EBADF": Pair("đầu ra đã bị đóng", "the output is closed"),
    "EPIPE": Pair("chương trình nhận kết quả đã dừng", "the reading program has stopped"),
    "EBUSY": Pair("tệp đang được dùng", "the file is in use"),
}
"""By the name of the error number."""
_DATABASE: Mapping[str, Pair] = {
    "NotADBError": Pair("tệp này không phải cơ sở dữ liệu SQLite", "file is not a database"),
    "CorruptError": Pair("nội dung tệp bị hỏng", "database disk image is malformed"),
    "FormatError": Pair("tệp có dạng không đọc được", "the file's format cannot be read"),
    "CantOpenError": Pair("không mở được tệp", "unable to open database file"),
    "ReadOnlyError": Pair("tệp chỉ cho đọc", "attempt to write a readonly database"),
    "PermissionsError": Pair("không có quyền", "permission denied"),
    "AuthError": Pair("không được phép", "not permitted"),
    "FullError": Pair("hết chỗ trên đĩa", "database or disk is full"),
    "IOError": Pair("lỗi đọc hoặc ghi ổ đĩa", "disk I/O error"),
    "NoLFSError": Pair(
        "ổ đĩa không chứa được tệp lớn như vậy", "the disk does not support files of this size"
    ),
    "BusyError": Pair("chương trình khác đang khóa tệp", "database is locked"),
    "LockedError": Pair("chương trình khác đang khóa tệp", "database is locked"),
}
"""By APSW's name of SQLite's kind of error."""
_FAULTS: Mapping[str, str] = {
    "missing": "thiếu",
    "changed": "bị đổi",
    "added": "bị thêm",
    "foreign key": "tham chiếu sai",
    "no store of cdstrack": "không phải kho số liệu của cdstrack",
}
"""How the lines of `cdstrack.store.integrity` begin, in Vietnamese."""


def cause(error: BaseException | None) -> Pair:
    """What an error of the operating system or of SQLite means.

    >>> cause(PermissionError(errno.EACCES, "Permission denied")).vi
    'không có quyền'
    """
    if hasattr(error, "extendedresult"):
        known = _DATABASE.get(type(error).__name__)
    else:
        number = error.errno if isinstance(error, OSError) else None
        known = _SYSTEM.get(errno.errorcode.get(number or 0, ""))
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return known or Pair(said, said)


def faults_told(faults: list[str]) -> Pair:
    """What is wrong with a store, on one line; SQLite's own words about a page stay.

    >>> faults_told(["missing: trigger observation_no_delete"]).vi
    'thiếu: trigger observation_no_delete'
    """
    return Pair("; ".join(map(_fault, faults)), "; ".join(faults))


def _fault(line: str) -> str:
    kind, colon, name = line.partition(":")
    return f"{_FAULTS.get(kind, kind)}{colon}{name}"


def both(name: str, words: Pair) -> dict[str, str]:
    """The words as facts of a problem: English under the name, Vietnamese under `<name>_vi`."""
    return {name: words.en, f"{name}_vi": words.vi}
