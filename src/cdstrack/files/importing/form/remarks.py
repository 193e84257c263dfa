"""Remarks about what a form holds beside the figures that are read: hidden, commented, other sheets."""

from collections.abc import Collection, Iterator
from itertools import islice
from textwrap import shorten

from cdstrack.files.csv.sheet import BookSheet, Remark
from cdstrack.files.importing.form.heading import Heading
from cdstrack.words.labels.cells import cell_name, column_letters
from cdstrack.words.labels.headings import SHEET
from cdstrack.words.parse.clean import clean

_MOST_TOLD = 12
_MOST_COMMENTS, _COMMENT = 5, 60
"""Comments that are quoted, and characters of each."""
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
