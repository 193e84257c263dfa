"""Descriptions of forms: the YAML files that say how a form is laid out and filled in.

Owns the keys of such a file, those that ship with the program included; `docs/mapping.md` explains
every key. What a form is belongs to `cdstrack.files.importing.form.layout`.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from cdstrack.core.plan.values import SLUG
from cdstrack.core.problem import Problem, RefusedError, Severity
from cdstrack.core.record.role import Role
from cdstrack.files.importing.calendar import FIRST_DAY, FIRST_DAYS, Calendar
from cdstrack.files.importing.form.habits import Habits, sign
from cdstrack.files.importing.form.layout import READ, Column, Form, PeriodFrom
from cdstrack.files.importing.row import COLUMNS
from cdstrack.files.importing.spelling import read_number
from cdstrack.files.text.text_file import TextFile, read_text_file
from cdstrack.files.yaml.tree import read_yaml
from cdstrack.files.yaml.values import Values
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean, fold
from cdstrack.words.parse.values import read_qualifier

SHIPPED = Path(__file__).parent / "mappings"
"""The folder of the forms that come with the program."""
EXAMPLES: Mapping[str, str] = {
    "form": "form: 1",
    "name": "name: Biểu theo dõi chỉ tiêu",
    "sheets": 'sheets: ["Phụ lục*"]',
    "heading": "heading: {row: 5, rows: 2}",
    "columns": 'columns: {indicator: "Chỉ tiêu", unit: [ĐVT, "Đơn vị tính"], note: {column: H}}',
    "values": 'values: ["Kết quả*", {heading: "Thành thị", disaggregation: khu-vuc=thanh-thi}]',
    "needs": "needs: org_unit",
    "fixed": "fixed: {org_unit: tinh-mau, document: bao-cao-7}",
    "period_from": "period_from: [heading, title]",
    "decimal": 'decimal: ","',
    "dates": "dates: serial",
    "years": "years: school",
    "periods": "periods: sdmx",
    "nothing": 'nothing: ["-", x]',
    "states": 'states: {"Đạt": done, "Đang làm": in-progress}',
    "skip": 'skip: ["Tổng*", "Cộng"]',
    "ignore": 'ignore: ["Mục tiêu*", "Đánh giá"]',
    "indicators": 'indicators: {"Tỷ lệ hồ sơ": ho-so}',
    "org_units": 'org_units: {V01: huyen-a, "Toàn tỉnh": ""}',
    "units": 'units: {"phần trăm (%)": "%"}',
    "groups": 'groups: {"Nam": sex=nam, "Nữ": sex=nu, "Chung": ""}',
    "qualifiers": 'qualifiers: {p: preliminary, "*": estimate, "Normal value": exact}',
    "difference": "difference: self-appraised",
    "multipliers": 'multipliers: {"Nghìn": 1000, "3": 1000}',
}
"""The keys of a description in the order in which they are explained, each with an example."""
_LETTERS = re.compile(r"[A-Za-z]{1,2}", re.ASCII)
_GROUPS = "disaggregation"
_ROW = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_DIMENSION = re.compile(SLUG)
_FIXED = tuple(name for name in COLUMNS if name != "value")
_DIFFERENCES = {"self-appraised": Role.SELF, "appraised-self": Role.APPRAISED}


def shipped_names() -> list[str]:
    """The names of the forms that come with the program."""
    return sorted(path.stem for path in SHIPPED.glob("*.yaml"))


def find_form(name: str) -> Form:
    """The form that a file describes, or the shipped one of that name.

    Raises:
        RefusedError: There is none (CDS328), or something is wrong with it; all of it is named.
    """
    return read_form(form_source(name))


def form_source(name: str) -> TextFile:
    """The text of a file that describes a form, or of the shipped one of that name.

    Raises:
        RefusedError: There is none (CDS328).
    """
    path = Path(name)
    if name in shipped_names() and not path.exists():
        path = SHIPPED / f"{name}.yaml"
    if not path.exists():
        raise RefusedError(_unknown(name))
    return read_text_file(path)


def shipped_text(name: str) -> str:
    """The shipped description of that name as it is in its file, to begin one of one's own.

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
        needs=values.choices(("needs",), ("org_unit",)),
        minuend=_DIFFERENCES.get(values.choice(("difference",), (*_DIFFERENCES,)), Role.SELF),
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
    paths: list[tuple[tuple[str | int, ...], str]] = []
    for name in found:
        path = ("columns", name)
        count = values.count(path) if name == _GROUPS else None
        several = [(*path, at) for at in range(count or 0)]
        is_list = bool(several) and all(map(values.is_mapping, several))
        paths += [(each, name) for each in (several if is_list else [path])]
    columns = tuple(_column(values, path, name) for path, name in paths)
    if len({each.name for each in columns}) < len(columns):
        values.wrong(("columns", _GROUPS))
    return columns


def _value_columns(values: Values) -> tuple[Column, ...]:
    count = values.count(("values",))
    if count is None:
        return (_column(values, ("values",), "value"),) if "values" in values.top else ()
    return tuple(_column(values, ("values", at), "value") for at in range(count))


def _column(values: Values, path: tuple[str | int, ...], name: str) -> Column:
    """A column as its headings, or as a mapping with more about it."""
    if not values.is_mapping(path):
        return Column(name, values.texts(path))
    more = _FIXED if name == "value" else ("dimension",) if name == _GROUPS else ()
    found = values.mapping(path, ("heading", "column", *more))
    letter = values.text((*path, "column")).upper()
    if ("column" in found) == ("heading" in found) or (letter and not _LETTERS.fullmatch(letter)):
        values.wrong(path)
        letter = ""
    index = 0
    for each in letter:
        index = index * 26 + ord(each) - ord("A") + 1
    fixed = {key: values.text((*path, key)) for key in more if key in found}
    if dimension := fixed.pop("dimension", ""):
        name = f"{name}:{dimension}"
        if not _DIMENSION.fullmatch(dimension):
            values.wrong((*path, "dimension"))
    headings = values.texts((*path, "heading")) if "heading" in found else ()
    return Column(name, headings, index or None, fixed)


def _habits(values: Values) -> Habits:
    dates = values.choice(("dates",), ("text", "serial"))
    return Habits(
        decimal=values.choice(("decimal",), (",", ".")) or None,
        serials=dates == "serial",
        calendar=_calendar(values),
        no_figure=frozenset(map(sign, values.texts(("nothing",)))),
        states=_folded(values, "states"),
        indicators=_folded(values, "indicators"),
        org_units=_folded(values, "org_units"),
        units=_folded(values, "units"),
        groups=_groups(values),
        qualifiers=_qualifiers(values),
        multipliers=_multipliers(values),
    )


def _folded(values: Values, key: str) -> dict[str, str]:
    return {fold(text): meant for text, meant in values.texts_by_key((key,), None).items()}


def _calendar(values: Values) -> Calendar:
    years = values.text(("years",))
    first_day = FIRST_DAYS.get(years, years or None)
    if first_day and not FIRST_DAY.fullmatch(first_day):
        values.wrong(("years",))
        first_day = None
    return Calendar(first_day, sdmx=values.choice(("periods",), ("text", "sdmx")) == "sdmx")


def _groups(values: Values) -> dict[tuple[str, str], str]:
    """The meaning of words in columns of groups: one mapping, or one for each dimension."""
    found: dict[tuple[str, str], str] = {}
    for key in values.mapping(("groups",), None):
        if values.is_mapping(("groups", key)):
            words = values.texts_by_key(("groups", key), None)
            found |= {(key, fold(word)): meant for word, meant in words.items()}
        else:
            found["", fold(key)] = values.text(("groups", key))
    return found


def _qualifiers(values: Values) -> dict[str, str]:
    found = {}
    for mark, word in values.texts_by_key(("qualifiers",), None).items():
        meant = read_qualifier(word)
        if isinstance(meant, Problem):
            values.wrong(("qualifiers", mark))
        else:
            found[sign(mark)] = str(meant)
    return found


def _multipliers(values: Values) -> dict[str, Decimal]:
    found = {}
    for word, text in values.texts_by_key(("multipliers",), None).items():
        number = read_number(text)
        if not isinstance(number, Decimal) or number <= 0:
            values.wrong(("multipliers", word))
        else:
            found[fold(word)] = number
    return found
