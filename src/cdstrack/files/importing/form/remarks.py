"""Remarks about what a form holds beside the figures that are read.

Owns what is hidden or commented, other sheets, rows that the description skips, words around a
table that say how firm its figures are, and words of a heading that may narrow them.
"""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from textwrap import shorten

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.sheet import BookSheet, Remark, shown
from cdstrack.files.importing.form.heading import Heading
from cdstrack.files.importing.form.heading_periods import mentioned
from cdstrack.files.importing.form.layout import Form
from cdstrack.files.importing.form.unit_words import is_unit
from cdstrack.words.labels.cells import cell_name, column_letters
from cdstrack.words.labels.headings import SHEET
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold

_MOST_TOLD = 12
_MOST_COMMENTS, _COMMENT = 5, 60
"""Comments that are quoted, and characters of each."""
_LONGEST_TITLE = 200
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_USUAL_WORDS = """
ket qua kq thuc hien th dat duoc da so lieu lui ke gia tri luong ti le phan tram ki nai trong bao cao
tinh tu den het ngai nam thang qui thoi diem cuoi dau chot bo uoc du toan dia ban tong cong chung chinh te
ke hoach muc tieu chi nhiem vu de an nghi quiet chuong trinh cua cac ca tai moi nhat don vi dvt
results result figures figure actual value values as of the total
"""
_USUAL = frozenset(_USUAL_WORDS.split())
"""Words of a heading that change nothing of what its figures are, as `fold` writes them."""
_OURS = {title for name, pair in SHEET.items() if name != "figures" for title in pair}


def told_first(places: Collection[str]) -> str:
    """The first of many places in one text."""
    return ", ".join(islice(places, _MOST_TOLD)) + (", …" if len(places) > _MOST_TOLD else "")


def unread_sheet(sheet: BookSheet) -> Iterator[Remark]:
    """That a sheet is not read, unless the program wrote it for people."""
    if sheet.name not in _OURS:
        key = "import.sheet_hidden" if sheet.hidden else "import.sheet_other"
        yield Remark(key, {"sheet": sheet.name or ""})


def hidden(sheet: BookSheet, heading: Heading) -> Iterator[Remark]:
    """That hidden rows and columns of a table are read all the same."""
    name = {"sheet": sheet.name or ""}
    if rows := sorted(row for row in sheet.hidden_rows if row > heading.last):
        yield Remark("import.rows_hidden", {**name, "rows": told_first([*map(str, rows)])})
    read = {*heading.columns.values(), *(each.index for each in heading.values)}
    if columns := sorted(read & sheet.hidden_columns):
        letters = told_first([*map(column_letters, columns)])
        yield Remark("import.columns_hidden", {**name, "columns": letters})


def commented(sheet: BookSheet, heading: Heading) -> Iterator[Remark]:
    """That cells which are read have comments, which are not."""
    read = {*heading.columns.values(), *(each.index for each in heading.values)}
    told = [
        f"{cell_name(sheet.place(*place))} “{shorten(clean(text), _COMMENT, placeholder=' …')}”"
        for place, text in sheet.comments.items()
        if place[1] in read and text
    ]
    if told:
        facts = {"count": str(len(told)), "cells": "; ".join(told[:_MOST_COMMENTS])}
        yield Remark("import.comments", facts)


def narrowed(heading: Heading, form: Form, plan: Plan) -> Iterator[Remark]:
    """The headings of results that say more than that: perhaps of which part they are.

    Only what a `*` of the description stands for is looked at; other words are meant by it. The
    plan's own units and the name of its area say nothing more.
    """
    labels = (each.unit_label for each in plan.indicators if each.unit_label is not None)
    area = [plan.org_units[plan.area]] if plan.area in plan.org_units else []
    texts = (text for label in (*labels, *area) for text in label.texts)
    usual = _USUAL.union(word for text in texts for word in fold(text).split())
    for each in heading.values:
        lines = heading.over.get(each.index, ())
        names = each.column.fitting(lines[-1]) if lines else []
        if form.strict or each.column.fixed or not names:
            continue
        if all(_says_more(lines[-1], name, usual) for name in names):
            told = shorten(lines[-1], _COMMENT, placeholder=" …")
            yield Remark("form.heading_says_more", {"column": told})


def _says_more(line: str, name: str, usual: Collection[str]) -> bool:
    """Whether a heading has words that are neither in a name of the column nor usual beside results."""
    bare = _BRACKETS.sub(lambda part: " " if is_unit(part[1]) else part[0], line)
    known = {*usual, *fold(name.replace("*", " ")).split()}
    return not set(fold(mentioned(bare).rest).split()) <= known


def is_skipped(form: Form, cells: tuple[CellContent, ...], name: CellContent) -> bool:
    """Whether the description says that a row is no figure's, by its first text or its name."""
    first = next((each for each in map(shown, cells) if each), "")
    return form.skips(first) or form.skips(shown(name))


def skipped(sheet: BookSheet, heading: Heading, form: Form) -> Iterator[Remark]:
    """The rows with figures that the description skips."""
    if not form.skip:
        return
    names = heading.columns.get("indicator", 0)
    results = {each.index for each in heading.values}
    rows = [
        str(row)
        for row, cells in sheet.rows
        if row > heading.last
        and any(at in results and any(map(str.isdigit, shown(each))) for at, each in _at(cells))
        and is_skipped(form, cells, dict(_at(cells)).get(names))
    ]
    if rows:
        yield Remark("form.rows_skipped", {"count": str(len(rows)), "rows": told_first(rows)})


def _at(cells: tuple[CellContent, ...]) -> Iterator[tuple[int, CellContent]]:
    return enumerate(cells, 1)


def firmness(sheet: BookSheet, heading: Heading, form: Form, last: int) -> Iterator[Remark]:
    """The first words above or below a table that call its figures estimates or preliminary.

    No column and no heading says so: the figures are recorded without it.
    """
    is_said = any(each.qualifier for each in heading.values)
    if is_said or "qualifier" in {*heading.columns, *form.fixed}:
        return
    for row, cells in sheet.rows:
        if heading.first <= row <= last:
            continue
        for text in filter(None, map(shown, cells)):
            said = mentioned(text).qualifier if len(text) <= _LONGEST_TITLE else None
            if said is not None:
                told = shorten(text, _COMMENT, placeholder=" …")
                yield Remark("form.firmness", {"text": told, "word": str(said)})
                return
