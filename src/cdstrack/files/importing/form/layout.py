"""How a form is laid out: where its heading stands, which columns it has, how it was filled in.

Owns the shape of such a description, the one that describes our own columns, and the YAML files
that describe others, those that ship with the program included; `docs/mapping.md` explains every
key. Knows no file that was filled in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from cdstrack.core.problem import Problem, RefusedError, Severity
from cdstrack.files.importing.form.free_row import Habits
from cdstrack.files.importing.row import COLUMNS
from cdstrack.files.text.text_file import TextFile, read_text_file
from cdstrack.files.yaml.tree import read_yaml
from cdstrack.files.yaml.values import Values
from cdstrack.words.labels.headings import BESIDE, HEADING
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean, fold, unmarked

READ = (*COLUMNS, "unit")
"""The columns that a form may have."""
REQUIRED = ("indicator", "period", "value")
SHIPPED = Path(__file__).parent / "mappings"
"""The folder of the forms that come with the program."""
EXAMPLES: Mapping[str, str] = {
    "form": "form: 1",
    "name": "name: Biểu theo dõi chỉ tiêu",
    "sheets": 'sheets: ["Phụ lục*"]',
    "heading": "heading: {row: 5, rows: 2}",
    "columns": 'columns: {indicator: "Chỉ tiêu", unit: [ĐVT, "Đơn vị tính"], note: {column: H}}',
    "values": 'values: ["Kết quả*", {heading: "Thành thị", disaggregation: khu-vuc=thanh-thi}]',
    "fixed": "fixed: {org_unit: tinh-mau, document: bao-cao-7}",
    "period_from": "period_from: [heading, title]",
    "decimal": 'decimal: ","',
    "dates": "dates: serial",
    "nothing": 'nothing: ["-", x]',
    "states": 'states: {"Đạt": done, "Đang làm": in-progress}',
    "skip": 'skip: ["Tổng*", "Cộng"]',
    "ignore": 'ignore: ["Mục tiêu*", "Đánh giá"]',
    "indicators": 'indicators: {"Tỷ lệ hồ sơ": ho-so}',
    "units": 'units: {"phần trăm (%)": "%"}',
}
"""The keys of a description in the order in which they are explained, each with an example."""
_LETTERS = re.compile(r"[A-Za-z]{1,2}", re.ASCII)
_ROW = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_FIXED = tuple(name for name in READ if name not in {"value", "unit"})


class PeriodFrom(StrEnum):
    """Where else than in a column or an option the period of a form's figures may stand."""

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
        """Whether a text stands over this column; `*` in a heading stands for any words."""
        return bool(self.fitting(heading))

    def fitting(self, heading: str) -> list[str]:
        """The headings of this column that fit a text."""
        folded = fold(heading)
        return [each for each in self.headings if _pattern(each).fullmatch(folded)]


@dataclass(frozen=True, slots=True)
class Form:
    """A form, found by its headings or by the row that they stand in.

    `columns` are those beside the values, at most one for each name; `values` those with figures,
    one or more. `fixed` are canonical texts that hold for every figure. `heading_row` is the row
    of the heading's first line, None where it is looked for; it has `heading_rows` lines. Rows
    whose first text fits one of `skip` are no figures. Columns under one of `ignore` are known to
    hold none; any other that is not read is reported. Where `strict`, an unknown heading is a
    mistake. `on` is the period of an option that replaces those of the headings.
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
    on: str | None = None

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


@cache
def _pattern(heading: str) -> re.Pattern[str]:
    """What a heading looks like when it is folded; `*` stands for any words or none."""
    parts = [re.escape(fold(part)) for part in heading.split("*")]
    return re.compile(" ?.*".join(parts))


def shipped_names() -> list[str]:
    """The names of the forms that come with the program."""
    return sorted(path.stem for path in SHIPPED.glob("*.yaml"))


def find_form(name: str) -> Form:
    """The form that a file describes, or the shipped one of that name.

    Raises:
        RefusedError: There is none (CDS328), or something is wrong with it; all of it is named.
    """
    path = Path(name)
    if name in shipped_names() and not path.exists():
        path = SHIPPED / f"{name}.yaml"
    if not path.exists():
        raise RefusedError(_unknown(name))
    return read_form(read_text_file(path))


def shipped_text(name: str) -> str:
    """The shipped description of that name as it stands in its file, to begin one of one's own.

    Raises:
        RefusedError: There is none (CDS328).
    """
    if name not in shipped_names():
        raise RefusedError(_unknown(name))
    return (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")


def _unknown(name: str) -> Problem:
    near, allowed = did_you_mean(name, shipped_names()), ", ".join(shipped_names())
    facts = {"value": clean(name), "suggestions": ", ".join(near), "allowed": allowed}
    return Problem("CDS328", facts)


def read_form(source: TextFile) -> Form:
    """The form that a text describes.

    Raises:
        RefusedError: Something is wrong with it; all of it is named.
    """
    problems = list(source.problems)
    form = None
    if not source.broken:
        tree = read_yaml(source)
        values = Values(source, tree, EXAMPLES)
        form = _form(values) if tree.whole else None
        problems += [*tree.problems, *values.problems]
    if form is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise RefusedError(*problems)
    return form


def _form(values: Values) -> Form:
    top = values.mapping((), (*EXAMPLES,))
    for key in ("form", "columns", "values"):
        if key not in top:
            values.missing(key)
    if "form" in top:
        values.choice(("form",), ("1",))
    heading = values.mapping(("heading",), ("row", "rows"))
    return Form(
        name=values.text(("name",)),
        columns=_columns(values),
        values=_value_columns(values),
        fixed=values.texts_by_key(("fixed",), _FIXED),
        habits=_habits(values),
        sheets=values.texts(("sheets",)),
        heading_row=_row(values, "row") if "row" in heading else None,
        heading_rows=_row(values, "rows") if "rows" in heading else None,
        period_from=tuple(
            PeriodFrom(each)
            for each in values.choices(("period_from",), tuple(map(str, PeriodFrom)))
        ),
        skip=values.texts(("skip",)),
        ignore=values.texts(("ignore",)),
    )


def _row(values: Values, key: str) -> int | None:
    path = ("heading", key)
    text = values.text(path)
    if _ROW.fullmatch(text):
        return int(text)
    values.wrong(path)
    return None


def _columns(values: Values) -> tuple[Column, ...]:
    names = tuple(name for name in READ if name != "value")
    found = values.mapping(("columns",), names)
    return tuple(_column(values, ("columns", name), name) for name in found)


def _value_columns(values: Values) -> tuple[Column, ...]:
    count = values.count(("values",))
    if count is None:
        return (_column(values, ("values",), "value"),) if "values" in values.top else ()
    return tuple(_column(values, ("values", at), "value") for at in range(count))


def _column(values: Values, path: tuple[str | int, ...], name: str) -> Column:
    """A column as its headings, or as a mapping with more about it."""
    if not values.is_mapping(path):
        return Column(name, values.texts(path))
    more = _FIXED if name == "value" else ()
    found = values.mapping(path, ("heading", "column", *more))
    letter = values.text((*path, "column")).upper()
    if ("column" in found) == ("heading" in found) or (letter and not _LETTERS.fullmatch(letter)):
        values.wrong(path)
        letter = ""
    index = 0
    for each in letter:
        index = index * 26 + ord(each) - ord("A") + 1
    fixed = {key: values.text((*path, key)) for key in more if key in found}
    headings = values.texts((*path, "heading")) if "heading" in found else ()
    return Column(name, headings, index or None, fixed)


def _habits(values: Values) -> Habits:
    dates = values.choice(("dates",), ("text", "serial"))
    states = values.texts_by_key(("states",), None)
    indicators = values.texts_by_key(("indicators",), None)
    units = values.texts_by_key(("units",), None)
    return Habits(
        decimal=values.choice(("decimal",), (",", ".")) or None,
        serials=dates == "serial",
        no_figure=frozenset(unmarked(text).strip() for text in values.texts(("nothing",))),
        states={fold(text): state for text, state in states.items()},
        indicators={fold(text): id_ for text, id_ in indicators.items()},
        units={fold(text): unit for text, unit in units.items()},
    )
