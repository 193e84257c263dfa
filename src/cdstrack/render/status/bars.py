"""Small bars of the way made, from characters one column wide."""

_FULL, _EMPTY = "█", "░"
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bar(share: float | None, width: int = 8) -> str:
    """A bar of `width` columns; empty text where the share is not known.

    Full means arrived and empty means not begun: neither is shown by rounding.

    >>> bar(0.5), bar(0.999), bar(0.001), bar(1.0)
    ('████░░░░', '███████▉', '▏░░░░░░░', '████████')
    """
    if share is None:
        return ""
    steps = 8 * width
    filled = int(share * steps)
    if share > 0:
        filled = max(filled, 1)
    whole, eighths = divmod(filled, 8)
    drawn = _FULL * whole + _EIGHTHS[eighths]
    return drawn + _EMPTY * (width - len(drawn))


def percent_of_way(share: float | None) -> str:
    """The same as a whole percentage, cut off: 100 % only when arrived.

    >>> percent_of_way(0.999), percent_of_way(1.0), percent_of_way(None)
    ('99%', '100%', '')
    """
    if share is None:
        return ""
    # 0.29 is a little less than 29 hundredths in binary.
    whole = int(share * 100 + 1e-9)
    return f"{whole if share == 1 else min(whole, 99)}%"
