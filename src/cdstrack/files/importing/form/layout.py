"""How a form is laid out: where its heading is, which columns it has, how it was filled in.

Owns the shape of such a description and the one that describes our own columns. Knows no file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from cdstrack.core.record.role import Role
from cdstrack.files.importing.form.habits import Habits
from cdstrack.files.importing.row import COLUMNS
from cdstrack.words.labels.headings import BESIDE, HEADING
from cdstrack.words.parse.search import fold

BESIDE_FIGURES = ("unit", "multiplier", "code", "points_max", "difference", "evidence")
"""Columns of a form that say something about a figure and are none of ours."""
READ = (*COLUMNS, *BESIDE_FIGURES)
"""The columns that a form may have."""
REQUIRED = ("indicator", "period", "value")


class PeriodFrom(StrEnum):
    """Where else than in a column or an option the period of a form's figures may be."""

    HEADING = "heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the headings over it, any of which will do, or the letter that it has.

    `fixed` are canonical texts that hold for every figure in the column.
    """

    name: str
    headings: tuple[str, ...] = ()
    letter: int | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)

    def fits(self, heading: str) -> bool:
        """Whether a text is a heading of this column; `*` matches any words."""
        return bool(self.fitting(heading))

    def fitting(self, heading: str) -> list[str]:
        """The headings of this column that fit a text."""
        folded = _folded(heading)
        return [each for each in self.headings if _pattern(each).fullmatch(folded)]


@dataclass(frozen=True, slots=True)
class Form:
    """A form, found by its headings or by the row that they are in.

    `columns` are those beside the values, at most one for each name; `values` those with figures,
    one or more. `fixed` are canonical texts that hold for every figure. `heading_row` is the row
    of the heading's first line, None where it is looked for; it has `heading_rows` lines. Rows
    whose first text fits one of `skip` are no figures. Columns under one of `ignore` are known to
    hold none; any other that is not read is reported. Where `strict`, an unknown heading is a
    mistake. `needs` are columns that the form does not have and that must be stated beside it.
    `minuend` is the role whose points a column of differences takes those of the other from.
    `on` is the period of an option that replaces those of the headings.
    """

    name: str
    columns: tuple[Column, ...]
    values: tuple[Column, ...]
    fixed: Mapping[str, str] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    sheets: tuple[str, ...] = ()
    heading_row: int | None = None
    heading_rows: int | None = None
    period_from: tuple[PeriodFrom, ...] = ()
    skip: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    needs: tuple[str, ...] = ()
    minuend: Role = Role.SELF
    on: str | None = None

    def lacks(self) -> tuple[str, ...]:
        """The facts that must be given besides the form, and are missing."""
        stated = {*self.fixed, *(each.name for each in self.columns)}
        return tuple(name for name in self.needs if name not in stated)

    def reads(self, sheet: str) -> bool:
        """Whether figures are looked for in a sheet of this name."""
        return not self.sheets or _fits_any(self.sheets, sheet)

    def skips(self, text: str) -> bool:
        """Whether a row that begins with this text is no figure's."""
        return _fits_any(self.skip, text)

    def ignores(self, heading: str) -> bool:
        """Whether a column under this heading is known to hold no figures."""
        return _fits_any(self.ignore, heading)


PASSED_OVER = tuple(heading for key, pair in BESIDE.items() if key != "unit" for heading in pair)
"""Headings of columns that we write beside our own for people."""
OWN = Form(
    "",
    (
        *(Column(name, (name, *HEADING[name])) for name in COLUMNS if name != "value"),
        Column("unit", ("unit", *BESIDE["unit"])),
    ),
    (Column("value", ("value", *HEADING["value"])),),
    ignore=PASSED_OVER,
    strict=True,
)
"""The form with our own columns: under their names, or under the headings that we write."""


def _fits_any(patterns: tuple[str, ...], text: str) -> bool:
    folded = fold(text)
    return any(_pattern(each).fullmatch(folded) for each in patterns)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A text for comparing; a heading is compared with each column of each description."""
    return fold(text)


@cache
def _pattern(heading: str) -> re.Pattern[str]:
    """The pattern of a folded heading; `*` matches any words or none."""
    parts = [re.escape(fold(part)) for part in heading.split("*")]
    return re.compile(" ?.*".join(parts))
