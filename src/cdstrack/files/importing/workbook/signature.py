"""By what the first bytes of a file tell that it is a workbook."""

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is a workbook."""
    return head.startswith(_ARCHIVES)
