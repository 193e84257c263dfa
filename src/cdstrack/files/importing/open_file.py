"""A file of figures as it arrives: its format, and the reader of that format.

Owns the choice between the canonical CSV, other CSV and workbooks, by the content of the file and
not by its name, and the one interface that all of them have.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.columns import NumberedObservation, ObservationColumns
from cdstrack.files.csv.lines import LineUnreadableError, read_stretches
from cdstrack.files.csv.sheet import Progress, Remark, csv_book
from cdstrack.files.importing.canonical.reader import is_blank, read_figures
from cdstrack.files.importing.row import COLUMNS
from cdstrack.files.importing.uncertain import NamesMeant, UncertainName
from cdstrack.files.importing.workbook.signature import is_workbook
from cdstrack.files.text.encodings import Encoded, examine, open_file
from cdstrack.files.text.unsupported import refuse_foreign
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.files.importing.form.layout import Form

_WORKBOOK_NAMES = {".xlsx", ".xlsm", ".ods"}


class FigureFile(Protocol):
    """A file of figures, whatever its format."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""

    @property
    def rows(self) -> int:
        """How many figures there are at most, sound or not."""

    @property
    def is_interpreted(self) -> bool:
        """Whether its cells are as people write them, so that a reader may have erred."""

    def __iter__(self) -> Iterator[NumberedObservation | ObservationColumns]:
        """The sound figures, one by one or many at once.

        Raises:
            ImportRefusedError: At the end, with every problem of the file, if there is one.
        """

    @property
    def warnings(self) -> Sequence[Problem]:
        """The warnings; complete once the figures have been iterated."""

    @property
    def remarks(self) -> Sequence[Remark]:
        """Remarks about what was skipped, and where the file contradicts an option."""

    @property
    def uncertain(self) -> Sequence[UncertainName]:
        """The names over which a person may decide."""

    @property
    def has_other_problems(self) -> bool:
        """Whether something else than names is wrong, so that the file is refused in any case."""

    @property
    def new_documents(self) -> Sequence[SourceDocument]:
        """The documents that its evidence names and that neither plan nor store has."""

    def place(self, line: int) -> Place:
        """The place of the figure with that line."""

    def with_names(self, names: NamesMeant) -> "FigureFile":
        """The file with further names, each with the id that it means."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user states about the file: its encoding and form, the period and unit of its figures."""

    encoding: str | None = None
    form: "Form | None" = None
    period: str | None = None
    org_unit: str | None = None

    @property
    def leave_all_to_the_file(self) -> bool:
        """Whether nothing is stated of its figures."""
        return self.form is None and self.period is None and self.org_unit is None

    def described(self) -> "Form":
        """The description of the form with that period and that unit."""
        from cdstrack.files.importing.form.layout import OWN

        form = self.form or OWN
        if self.org_unit is not None:
            form = replace(form, fixed={**form.fixed, "org_unit": self.org_unit})
        if self.period is None:
            return form
        on = self.period if self.form and "period" not in form.fixed else None
        return replace(form, on=on, fixed={**form.fixed, "period": self.period})


def open_figures(
    path: Path,
    plan: Plan,
    options: ImportOptions,
    *,
    today: date,
    documents: Mapping[str, SourceDocument],
    progress: Progress = lambda _: None,
) -> FigureFile:
    """The figures of a file.

    Args:
        path: The file.
        plan: Declares the indicators, bodies and documents that the file may name.
        options: What the file itself need not say.
        today: A period that ends later than this day has not ended.
        documents: The documents that the store keeps beside the plan's, by their keys.
        progress: Receives, now and then, the fraction of the file that has been read.

    Raises:
        ImportRefusedError: It is neither text nor a workbook that can be read; CDS369, it is
            text under the name of a workbook; CDS325, it has the heading of a form that ships
            with the program; or CDS378, the form does not say whose figures they are.
        RefusedError: It is no plain file, or the encoding is not known.
        OSError: It cannot be opened.
    """
    # A canonical file needs no description of a form, nor what reads one.
    form = None if options.leave_all_to_the_file else options.described()
    if form and form.lacks():
        raise ImportRefusedError(Problem("CDS378", {"form": form.name, "file": str(path)}))
    with open_file(path) as file:
        refuse_foreign(file, path)
        file.seek(0)
        head = file.read(8)
    if is_workbook(head):
        from cdstrack.files.importing.workbook.reader import read_workbook

        book = read_workbook(path)
    else:
        source = examine(path, options.encoding)
        if form is None and _is_canonical(source):
            return read_figures(source, plan, today=today, documents=documents, progress=progress)
        book = csv_book(source)
    from cdstrack.files.importing.form.filled import read_form
    from cdstrack.files.importing.form.reader import form_figures

    filled = read_form(book, form or options.described())
    if not is_workbook(head):
        _refuse_misnamed(path, filled.tables.problems)
    return form_figures(filled, plan, today=today, documents=documents, progress=progress)


def _refuse_misnamed(path: Path, problems: Sequence[Problem]) -> None:
    """Refuses a text without a heading whose name promises a workbook.

    Raises:
        ImportRefusedError: CDS369.
    """
    suffix = path.suffix.lower()
    if suffix in _WORKBOOK_NAMES and any(each.code == "CDS346" for each in problems):
        facts = {"file": path.name, "suffix": suffix, "renamed": f"{path.stem}.csv"}
        raise ImportRefusedError(Problem("CDS369", facts))


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
