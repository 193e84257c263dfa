"""What a person sees of an import beside its answer: a bar, questions, remarks and warnings.

Owns which names are asked about, and how much is said. The sentences are in `cdstrack.words`. At a
terminal a person decides what a name means; anywhere else the file is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.bar import bar_shown
from cdstrack.cli.app.dialogue import agrees, ask, say_wrapped
from cdstrack.cli.app.invocation import Invocation

if TYPE_CHECKING:
    from cdstrack.core.problem import Problem
    from cdstrack.files.csv.sheet import Progress, Remark
    from cdstrack.files.importing.form.reader import UncertainName

_LARGE = 1 << 18
"""Size in bytes from which the progress of reading a file is shown."""
_MOST_QUESTIONS = 20
"""A form with more unknown names than this is another form."""
_WORTH_ONE_KEY = 2
_FEW_ALIKE = 5
"""Warnings of one code that are said in full."""


@contextmanager
def progress_shown(run: Invocation, path: Path) -> Iterator["Progress"]:
    """Shows on a terminal how far a large file has been read; nowhere else."""
    from cdstrack.words.parse.clean import clean

    is_large = path.is_file() and path.stat().st_size >= _LARGE
    with bar_shown(run.sentence("import.reading", file=clean(path.name)), when=is_large) as show:
        yield show


def ask_for_names(run: Invocation, uncertain: "Sequence[UncertainName]") -> Mapping[str, str]:
    """Asks which indicators are meant by names that are nearly theirs.

    Raises:
        KeyboardInterrupt: The person stopped.
    """
    if len(uncertain) > _MOST_QUESTIONS:
        return {}
    answers = _all_at_once(run, uncertain)
    asked = (each for each in uncertain if each.name not in answers)
    answers |= {each.name: found for each in asked if (found := _ask(run, each))}
    if answers:
        run.talk("import.names_told")
        # A line for each: what is to be copied must not be cut by the width of a terminal.
        lines = [f"  {_quoted(name)}: {found}" for name, found in answers.items()]
        terminal.say("\n".join(["indicators:", *lines]))
    return answers


def _all_at_once(run: Invocation, uncertain: "Sequence[UncertainName]") -> dict[str, str]:
    """The names that are like one indicator only, where a person takes all of them with one key."""
    sure = {each.name: each.candidates[0] for each in uncertain if len(each.candidates) == 1}
    if len(sure) < _WORTH_ONE_KEY:
        return {}
    for name, found in sure.items():
        say_wrapped(f"{name} → {found}")
    return sure if agrees(run, "import.take_all", count=str(len(sure))) else {}


def _quoted(name: str) -> str:
    """A name as YAML takes it."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _ask(run: Invocation, uncertain: "UncertainName") -> str | None:
    """The indicator that a name means; None where the person knows none."""
    from cdstrack.words.labels.cells import cell_name
    from cdstrack.words.parse.clean import clean

    plan, language, place = run.workspace.plan, run.language, uncertain.place
    at = f"{place.file}:{' ' if place.sheet else ''}{cell_name(place)}"
    say_wrapped(run.sentence("import.which", at=at, name=uncertain.name))
    for number, id_ in enumerate(uncertain.candidates, 1):
        name = clean(plan.by_id[id_].name.text(language))
        say_wrapped(f"{id_}: {name}", f"  {number}  ")
    count = str(len(uncertain.candidates))
    while True:
        key = "import.choose_one" if count == "1" else "import.choose"
        answer = ask(run, key, count=count)
        if not answer:
            return None
        if answer in uncertain.candidates:
            return answer
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= int(count):
            return uncertain.candidates[int(answer) - 1]
        run.talk("import.not_understood", typed=answer)


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
        run.warn(alike[:_FEW_ALIKE])
        if (more := len(alike) - _FEW_ALIKE) > 0:
            count = f"{more}+" if len(alike) >= MOST_PROBLEMS else str(more)
            run.talk("import.more_warnings", code=code, count=count)


def say_refusal(
    run: Invocation, file: str, problems: "Sequence[Problem]", conflicting: int, *, by_form: bool
) -> None:
    """Says every problem, how many there are, that nothing was recorded, and the ways out.

    `conflicting` figures differ from recorded ones; not all of them need be among the problems.
    """
    from cdstrack.cli.app.output import say_problems
    from cdstrack.words.parse.numbers import format_number

    say_problems(problems, run.spoken_language)
    unlisted = sum(int(each.facts["count"]) - 1 for each in problems if each.code == "CDS309")
    count = str(len(problems) + unlisted)
    run.talk("import.refused_whole", file=file, count=count)
    if conflicting:
        number = format_number(conflicting, run.spoken_language)
        run.talk("import.conflicts", count=number)
    unknown = sum(each.facts.get("where") == "indicator" for each in problems)
    if unknown and by_form:
        run.talk("import.names", count=str(unknown))
