"""A file of figures as it arrives: what it is, and who reads it.

Owns the choice between the canonical CSV, other CSV and workbooks, by what is in the file and not
by its name. All three give figures in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cdstrack.core.plan.model import Plan
from cdstrack.files.csv.lines import LineUnreadableError, read_stretches
from cdstrack.files.csv.table import csv_book
from cdstrack.files.importing.canonical.reader import Figures, is_blank, read_figures
from cdstrack.files.importing.canonical.row import COLUMNS
from cdstrack.files.importing.form.detect import with_names
from cdstrack.files.importing.form.layout import OWN, Form
from cdstrack.files.importing.form.reader import FormFigures
from cdstrack.files.importing.sheet import Progress
from cdstrack.files.importing.workbook.reader import is_workbook, read_workbook
from cdstrack.files.text.encodings import Encoded, examine, open_file
from cdstrack.files.text.unsupported import refuse_foreign
from cdstrack.words.parse.clean import clean


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says about the file: its encoding, its form, the period of its figures."""

    encoding: str | None = None
    form: Form | None = None
    period: str | None = None


def open_figures(
    path: Path,
    plan: Plan,
    told: Told,
    *,
    today: date,
    documents: Mapping[str, str],
    progress: Progress = lambda _: None,
) -> Figures | FormFigures:
    """The figures of a file, read as one iterates.

    Args:
        path: The file.
        plan: Declares the indicators, bodies and documents that the file may name.
        told: What the file itself need not say.
        today: A period that ends later than this day has not ended.
        documents: The titles of documents that the store keeps beside the plan's, by their keys.
        progress: Is told, now and then, what part of the file has been read.

    Raises:
        ImportRefusedError: It is neither text nor a workbook that can be read.
        RefusedError: It is no plain file, or the encoding is not known.
        OSError: It cannot be opened.
    """
    form = told.form or OWN
    if told.period:
        form = replace(form, fixed={**form.fixed, "period": told.period})
    with open_file(path) as file:
        refuse_foreign(file, path)
        file.seek(0)
        head = file.read(8)
    if is_workbook(head):
        book = read_workbook(path)
        return with_names(FormFigures(book, form, plan, today, documents, progress))
    source = examine(path, told.encoding)
    if form is OWN and _is_canonical(source):
        return read_figures(source, plan, today=today, documents=documents, progress=progress)
    return with_names(FormFigures(csv_book(source), form, plan, today, documents, progress))


def _is_canonical(source: Encoded) -> bool:
    """Whether the first row names our columns between commas, or could hardly name others."""
    with source.open() as file:
        try:
            first = next(
                (each for each in read_stretches(file, "") if not is_blank(each.rows[0])), None
            )
        except LineUnreadableError:
            return True
    if first is None:
        return True
    names = {clean(cell).strip() for cell in first.rows[0]}
    return first.separator == "," and first.first == 1 and not names.isdisjoint(COLUMNS)
