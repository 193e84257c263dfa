"""Places in tables as a spreadsheet names them: `Quý III!C7`.

Owns the letters of columns. Knows no file.
"""

from cdstrack.core.problem import Place


def column_letters(column: int) -> str:
    """The name of a column, counted from 1, as a spreadsheet shows it.

    >>> column_letters(3), column_letters(28)
    ('C', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(place: Place) -> str:
    """A place as a person looks for it: `Sheet1!C7`, or `7:3` where there are no sheets.

    >>> cell_name(Place("bao-cao.xlsx", 7, 3, sheet="Quý III"))
    'Quý III!C7'
    """
    if place.sheet is None:
        return f"{place.line}:{place.column}"
    return f"{place.sheet}!{column_letters(place.column)}{place.line}"
