"""The apostrophe that keeps a text of a CSV file from being run as a formula.

Owns when it is put in front and that exactly one is taken off again. Workbooks need none: there a
text is a text.
"""

_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, and the guard itself."""


def guarded(text: str) -> str:
    """The text as it is written.

    >>> guarded("=1+1"), guarded("'tis"), guarded("5")
    ("'=1+1", "''tis", '5')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The text as it was before it was written.

    >>> unguarded("'=1+1"), unguarded("''tis")
    ('=1+1', "'tis")
    """
    return text.removeprefix("'")
