"""What is said about a file of figures beside the answer: what was passed over, what is doubtful.

Owns how much of it is told, and in which order. The sentences are in `cdstrack.words`.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session

if TYPE_CHECKING:
    from cdstrack.core.problem import Problem
    from cdstrack.files.importing.canonical.reader import Figures
    from cdstrack.files.importing.form.layout import Form
    from cdstrack.files.importing.form.reader import FormFigures
    from cdstrack.files.importing.open_file import Told

_MOST_WARNINGS = 20
_FEW_ALIKE = 3
_OF_WHOLE_COLUMNS = "CDS240"
"""The warning that a column has on every row, if on one."""


def say_remarks(session: Session, figures: "Figures | FormFigures", told: "Told") -> None:
    """Tells what of a file was passed over, and where it states another period than `--on`."""
    for remark in figures.remarks:
        session.talk(remark.key, **remark.facts)
    if told.period and told.form:
        _remark_on_period(session, figures, told.form, told.period)


def _remark_on_period(
    session: Session, figures: "Figures | FormFigures", form: "Form", on: str
) -> None:
    """Says where the form states another period than `--on`, which holds all the same."""
    from cdstrack.core.record.period import Period
    from cdstrack.files.importing.form.detect import stated_otherwise
    from cdstrack.files.importing.form.reader import FormFigures
    from cdstrack.words.labels.cell_names import cell_name
    from cdstrack.words.parse.dates import format_period

    if not isinstance(figures, FormFigures):
        return
    language = session.language.value
    for place, period in stated_otherwise(figures, form):
        told, stated = (format_period(Period.parse(each), language) for each in (on, period))
        facts = {"on": told, "at": cell_name(place), "stated": stated}
        session.talk("import.on_against_form", **facts)


def say_warnings(session: Session, warnings: "list[Problem]") -> None:
    """Tells the first warnings, and how many more there are."""
    from cdstrack.cli.app.errors import say_problems

    warnings = _gathered(warnings)
    if warnings:
        say_problems(warnings[:_MOST_WARNINGS], session.language.value)
    if (more := len(warnings) - _MOST_WARNINGS) > 0:
        session.talk("import.more_warnings", count=str(more))


def _gathered(warnings: "list[Problem]") -> "list[Problem]":
    """The warnings, those about shares below one percent drawn together: a whole column has them."""
    from cdstrack.core.problem import MOST_PROBLEMS

    alike = [each for each in warnings if each.code == _OF_WHOLE_COLUMNS]
    if len(alike) <= _FEW_ALIKE:
        return warnings
    count = f"{len(alike)}+" if len(warnings) >= MOST_PROBLEMS else str(len(alike))
    first = replace(alike[0], facts={**alike[0].facts, "count": count})
    others = (each for each in warnings if each is alike[0] or each.code != _OF_WHOLE_COLUMNS)
    return [first if each is alike[0] else each for each in others]
