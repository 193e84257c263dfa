"""Addresses that a terminal opens at a click (OSC 8), where it says that it can.

Owns the escape code, and how an address is shortened to stay in one line. What stands for a person
without such a terminal, in a pipe or in a file is never written here.
"""

import re

_WEB = re.compile(r"https?://[!-~]+")
"""An address of the web in printable ASCII: what a terminal is asked to open holds nothing else."""
_LINKED = re.compile(r"\x1b]8;[^;]*;([^\x1b]+)\x1b\\.*?\x1b]8;;\x1b\\")


def address_of(text: str) -> str:
    """The text where it is an address and nothing else; else an empty one.

    >>> address_of("https://dti.gov.vn/xep-hang"), address_of("xem https://dti.gov.vn")
    ('https://dti.gov.vn/xep-hang', '')
    """
    return text if _WEB.fullmatch(text) else ""


def shortened(address: str, width: int) -> str:
    """As much of an address as one line of the width shows.

    >>> shortened("https://dti.gov.vn/xep-hang", 20)
    'https://dti.gov.vn/…'
    """
    return address if len(address) <= width else f"{address[: max(width - 1, 1)]}…"


def linked(words: str, address: str) -> str:
    """The words with the address behind them."""
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"


def unlinked(text: str) -> str:
    """The text with every address in full and no link, for a pager that may not know links.

    >>> unlinked(f"Nguồn: {linked('https://dti…', 'https://dti.gov.vn')}.")
    'Nguồn: https://dti.gov.vn.'
    """
    return _LINKED.sub(r"\1", text)
