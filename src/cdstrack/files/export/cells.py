"""Cells of a workbook: how texts, numbers, days and qualified numbers are written and formatted.

A text is always written as text, whatever it begins with. A number that a spreadsheet would round
is also written as text, so that no digit is lost.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from math import isfinite
from typing import Any

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.sheet import DAY_ZERO, Qualified, Value
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.memo import Memo

_VIETNAMESE = "[$-42A]"
"""The locale code that makes a spreadsheet show 1.446,5 in every country."""
_DAY = f"{_VIETNAMESE}dd/mm/yyyy"
_LONGEST = 32_000
_REMEMBERED = 4096
_SHOWN, _STATED = 2, 4
_FIRST_DAY = date(1906, 1, 9)
"""Earlier days are written as texts: their numbers, up to 2200, look like years typed into cells for
dates. Before March 1900 spreadsheets also disagree, as some take 1900 for a leap year."""


class Styles:
    """The cell formats of a workbook, each made once.

    `text`, `day` and `number` (by number format) are the usual ones: a large table has no others.
    """

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}
        self.number: Memo[str, Any] = Memo(lambda shown: self.get(num_format=shown))

    @cached_property
    def text(self) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """The format of a text."""
        return self.get(text_wrap=True)

    @cached_property
    def day(self) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """The format of a day."""
        return self.get(num_format=_DAY, align="center")

    def get(self, **look: object) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """The format with these properties."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"valign": "top", **look})
        return self._made[key]


def write_value(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    place: tuple[int, int],
    value: Value,
    styles: Styles,
    **look: object,
) -> None:
    """Writes one value by its type; for None at most the format, if `look` gives one."""
    match value:
        case None:
            if look:
                sheet.write_blank(*place, None, styles.get(**look))
        case str():
            style = styles.get(**{"text_wrap": True, **look}) if look else styles.text
            sheet.write_string(*place, written(value), style)
        case date() if value < _FIRST_DAY:
            sheet.write_string(*place, format_day(value, "vi"), styles.get(**look))
        case date():
            usual = {"num_format": _DAY, "align": "center"}
            style = styles.get(**{**usual, **look}) if look else styles.day
            sheet.write_number(*place, (value - DAY_ZERO).days, style)
        case _:
            _write_number(sheet, place, value, styles, look)


def _write_number(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    place: tuple[int, int],
    value: Decimal | float | Qualified,
    styles: Styles,
    look: Mapping[str, object],
) -> None:
    """Writes a number, its qualifier as part of the number format; as text if it would be rounded."""
    number = value.value if isinstance(value, Qualified) else value
    shown = _exactly_shown(number)
    if shown is None:
        sheet.write_string(*place, str(value), styles.get(**look))
        return
    if isinstance(value, Qualified):
        # LibreOffice accepts a locale code only at the very beginning.
        plain = shown.removeprefix(_VIETNAMESE)
        shown = f"{_VIETNAMESE}{_quoted(value.before)}{plain}{_quoted(value.after)}"
    style = styles.get(**{"num_format": shown, **look}) if look else styles.number[shown]
    sheet.write_number(*place, float(number), style)


def _quoted(words: str) -> str:
    """Words as a literal of a number format."""
    plain = clean(words).replace('"', "")
    return f'"{plain}"' if plain else ""


@lru_cache(maxsize=_REMEMBERED)
def written(text: str) -> str:
    """A text as it is written to a cell; cached, because a column has few different ones.

    XlsxWriter takes a text that begins with `<r>` and ends with `</r>` for rich-text markup and
    puts it into the file unescaped. A space at its end keeps it a text.
    """
    shown = _cut(clean(text))
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def _cut(text: str) -> str:
    """As much of a text as a cell can hold, counted in UTF-16 code units."""
    if len(text) * 2 <= _LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def number_format(value: Decimal | float) -> str:
    """The format of a number: grouped thousands, and all decimals that a source may have stated.

    A number with more than four decimals is a quotient: two are shown if they suffice, while the
    cell holds all. A number that is not whole is never shown as whole.

    >>> number_format(Decimal("67.842324")), number_format(Decimal("99.999996"))
    ('[$-42A]#,##0.00', '[$-42A]#,##0.000000')
    >>> number_format(Decimal("1.446"))
    '[$-42A]#,##0.000'
    """
    if isinstance(value, float):
        return f"{_VIETNAMESE}#,##0.00"
    decimals = len(format_decimal(value).partition(".")[2])
    if decimals > _STATED and round(value, _SHOWN) != round(value):
        decimals = _SHOWN
    return f"{_VIETNAMESE}#,##0" + (f".{'0' * decimals}" if decimals else "")


def share_format(share: float) -> str:
    """The format of a share: a whole percentage, but 100 % only if it is exactly 1.

    >>> share_format(0.5), share_format(0.9996), share_format(1.0)
    ('0%', '0.00%', '0%')
    """
    decimals = next((each for each in (0, 2) if share == 1 or round(share, each + 2) != 1), 4)
    return f"0.{'0' * decimals}%" if decimals else "0%"


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _exactly_shown(value: Decimal | float) -> str | None:
    """The format of a number; None if a spreadsheet would round the number."""
    return number_format(value) if _is_exact(value) else None


def _is_exact(value: Decimal | float) -> bool:
    """Whether a spreadsheet, which calculates with 15 significant digits, keeps the number exactly."""
    if isinstance(value, float):
        return isfinite(value)
    return Decimal(f"{float(value):.15g}") == value
