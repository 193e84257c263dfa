"""The form that a file has when it is not the one that was named: by names, or a shipped one.

Owns what is tried beside the form that was told, and what the file says against an option. Where
a form's heading stands belongs to `cdstrack.files.importing.form.heading`.
"""

import shlex
from collections.abc import Iterator
from dataclasses import replace

from cdstrack.core.problem import Place, Problem
from cdstrack.files.importing.form.layout import OWN, Form
from cdstrack.files.importing.form.mapping import find_form, shipped_names
from cdstrack.files.importing.form.reader import FormFigures
from cdstrack.files.importing.form.rows import Tables, find_tables

_NAMES = ("Chỉ tiêu", "Tên chỉ tiêu", "Indicator name")
"""Over a column that names the indicator where no column has its id."""
_OF_THE_HEADING = {"CDS305", "CDS306", "CDS307", "CDS346", "CDS347"}
_UNDATED = "CDS347"


def with_names(figures: FormFigures) -> FormFigures:
    """The figures; where only the column of ids is missing in our own form, those by name."""
    if figures.form.columns is not OWN.columns or _is_whole(figures.tables):
        return figures
    named = replace(figures, form=_by_name(figures.form))
    return named if _is_whole(named.tables) else figures


def _by_name(form: Form) -> Form:
    columns = tuple(
        replace(each, headings=_NAMES) if each.name == "indicator" else each
        for each in form.columns
    )
    return replace(form, columns=columns)


def _is_whole(tables: Tables) -> bool:
    """Whether no column is missing in the tables that were found."""
    return bool(tables.found) and not any(each.code == "CDS306" for each in tables.problems)


def shipped_fit(figures: FormFigures) -> Problem | None:
    """That a shipped form fits a file whose heading is not that of our own columns (CDS325).

    None where the heading is ours, where the form was told, or where no shipped one fits wholly.
    """
    codes = {each.code for each in figures.tables.problems}
    if not figures.form.strict or not codes & _OF_THE_HEADING:
        return None
    for name in shipped_names():
        form = replace(find_form(name), fixed=figures.form.fixed)
        tables = find_tables(figures.book, form)
        lacking = {each.code for each in tables.problems}
        if tables.found and lacking <= {_UNDATED}:
            table = tables.found[0]
            place = table.sheet.place(table.heading.last)
            facts = {"form": name, "file": shlex.quote(str(figures.path))}
            undated = {"on": "--on"} if lacking else {}
            return Problem("CDS325", {**facts, **undated}, place=place)
    return None


def stated_otherwise(figures: FormFigures, form: Form | None) -> Iterator[tuple[Place, str]]:
    """Where a form itself states another period than the one that was told for all of it.

    Args:
        figures: The figures, under the form with the period that was told.
        form: The form as it is described, without that period; None where none was named.
    """
    told = figures.form.fixed.get("period")
    if form is None or told is None or "period" in form.fixed:
        return
    for table in find_tables(figures.book, form).found:
        if "period" in table.heading.columns:
            continue
        for each in table.heading.values:
            if each.period is not None and each.period != told:
                yield table.sheet.place(table.heading.last, each.index), each.period
