"""What a person sees during an import: a progress bar, remarks and warnings.

Owns how much is shown. The sentences are in `cdstrack.words`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.bar import bar_shown
from cdstrack.cli.app.invocation import Invocation

if TYPE_CHECKING:
    from cdstrack.core.problem import Problem
    from cdstrack.files.csv.sheet import Progress, Remark

_LARGE = 1 << 18
"""Size in bytes from which the progress of reading a file is shown."""
_OF_ONE_DAY = {"in_record", "in_file"}
"""Facts of a figure that contradicts another one of its day, under another period."""
_FEW_ALIKE = 5
"""Warnings of one code that are said in full."""


@contextmanager
def progress_shown(run: Invocation, path: Path) -> Iterator["Progress"]:
    """Shows on a terminal how far a large file has been read; nowhere else."""
    from cdstrack.words.parse.clean import clean

    is_large = path.is_file() and path.stat().st_size >= _LARGE
    with bar_shown(run.sentence("import.reading", file=clean(path.name)), when=is_large) as show:
        yield show


def say_remarks(run: Invocation, remarks: "Sequence[Remark]") -> None:
    """Says what of a file was passed over, and where it contradicts an option."""
    from cdstrack.core.record.period import Period
    from cdstrack.words.parse.dates import format_period

    language = run.spoken_language
    for key, facts, periods in remarks:
        shown = {
            name: format_period(Period.parse(text), language) for name, text in periods.items()
        }
        run.talk(key, **facts, **shown)


def say_warnings(run: Invocation, warnings: "Sequence[Problem]") -> None:
    """Says the first warnings of each code, and how many more there are of it."""
    from cdstrack.core.problem import MOST_PROBLEMS

    by_code: dict[str, list[Problem]] = {}
    for each in warnings:
        by_code.setdefault(each.code, []).append(each)
    for code, alike in by_code.items():
        run.complain(alike[:_FEW_ALIKE])
        if (more := len(alike) - _FEW_ALIKE) > 0:
            count = f"{more}+" if len(alike) >= MOST_PROBLEMS else str(more)
            run.talk("import.more_warnings", code=code, count=count)


def say_refusal(
    run: Invocation,
    file: str,
    problems: "Sequence[Problem]",
    conflicting: int,
    near: int,
    *,
    form: str | None,
) -> None:
    """Says every problem, how many there are, that nothing was recorded, and the ways out.

    `conflicting` figures differ from recorded ones; not all of them need be among the problems.
    `near` names are similar to those of the plan, and are listed after this. `form` is the
    description that was named.
    """
    from cdstrack.words.parse.numbers import format_number

    run.complain(problems)
    unlisted = sum(int(each.facts["count"]) - 1 for each in problems if each.code == "CDS309")
    count = str(len(problems) + unlisted)
    run.talk("import.refused_whole", file=file, count=count)
    # Those of one day have a remedy of their own: no option chooses between two periods.
    conflicting -= sum(not each.facts.keys().isdisjoint(_OF_ONE_DAY) for each in problems)
    if conflicting > 0:
        number = format_number(conflicting, run.spoken_language)
        run.talk("import.conflicts", count=number)
    unknown = sum(each.facts.get("where") == "indicator" for each in problems) - near
    if unknown > 0 and form is not None:
        from cdstrack.files.importing.form.description import shipped_names

        shown = form if form in shipped_names() else "theo-doi"
        run.talk("import.names", count=str(unknown), form=shown)
