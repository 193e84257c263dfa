"""What a person decides about names of a form that are nearly those of the plan, and what is kept of it.

Owns which names are asked about, and that a guess which nobody confirmed stays a comment. At a
terminal a person decides what a name means; anywhere else the file is refused and the lines that
would explain its names are printed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.dialogue import agrees, ask, say_wrapped
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from cdstrack.files.importing.uncertain import NamesMeant, UncertainName
    from cdstrack.files.text.text_file import TextFile

_MOST_QUESTIONS = 20
"""A form with more unknown names than this is another form."""
_WORTH_ONE_KEY = 2
_ENDINGS = (".yaml", ".yml")


@dataclass
class Names:
    """The names that a person accepts during an import, and the description that keeps them.

    `path` is None where they are to be printed.
    """

    run: Invocation
    path: Path | None = None
    description: "TextFile | None" = None
    accepted: "dict[UncertainName, str]" = field(default_factory=dict)

    @staticmethod
    def kept_in(run: Invocation, typed: str | None, form: str | None) -> "Names":
        """Where the names are to be kept.

        Raises:
            RefusedError: CDS018, the name has another ending; or the file is no description.
        """
        if typed is None:
            return Names(run)
        from cdstrack.files.importing.form.save_names import description_of

        path = Path(typed)
        if path.suffix.lower() not in _ENDINGS:
            raise RefusedError(Problem("CDS018", {"file": typed, "ending": _ENDINGS[0]}))
        return Names(run, path, description_of(path, form))

    def decide(self, uncertain: "Sequence[UncertainName]") -> "NamesMeant":
        """Asks about the names."""
        self.accepted |= ask_for_names(self.run, uncertain)
        return self.accepted

    def keep(self, undecided: "Sequence[UncertainName]") -> None:
        """Writes or prints the accepted names, and those that nobody has decided on.

        Raises:
            RefusedError: CDS367, the description cannot be added to.
            OSError: It cannot be written, and is as it was before.
        """
        if not self.accepted and not undecided:
            return
        if self.path is None or self.description is None:
            self._print(undecided)
        else:
            self._write(self.path, self.description, undecided)

    def _accepted(self, kind: str) -> dict[str, str]:
        return {each.name: id_ for each, id_ in self.accepted.items() if each.kind == kind}

    def _print(self, undecided: "Sequence[UncertainName]") -> None:
        from cdstrack.files.importing.form.save_names import (
            SECTIONS,
            guess_line,
            name_line,
            quoted,
        )

        # A line for each: what is to be copied must not be cut by the width of a terminal.
        if self.accepted:
            self.run.talk("import.names_told")
        for kind, key in SECTIONS.items():
            _say_lines(key, [name_line(*each) for each in self._accepted(kind).items()])
        if not undecided:
            return
        self.run.talk("import.names_near", count=str(len(undecided)))
        guesses = {kind: _guesses(undecided, kind) for kind in SECTIONS}
        for kind, key in SECTIONS.items():
            _say_lines(key, [guess_line(*each) for each in guesses[kind].items()])
        # An alias is a name alone: with a wrong code before it, it would be one of that code.
        aliases = [each for each in undecided if each.kind == "indicator" and not each.coded]
        if aliases:
            self.run.talk("import.names_as_aliases")
            lines = [
                f"  # {each.candidates[0]}\n  aliases: [{quoted(each.name)}]" for each in aliases
            ]
            terminal.say("\n".join(lines))

    def _write(
        self, path: Path, description: "TextFile", undecided: "Sequence[UncertainName]"
    ) -> None:
        from cdstrack.files.importing.form.save_names import SECTIONS, with_every_name

        text = with_every_name(
            description,
            {kind: self._accepted(kind) for kind in SECTIONS},
            {kind: _guesses(undecided, kind) for kind in SECTIONS},
        )
        if text != description.text or not path.exists():
            with self.run.output.file(path) as file:
                file.write(text.encode())
        counts = {"count": str(len(self.accepted)), "guesses": str(len(undecided))}
        key = "import.names_proposed" if undecided else "import.names_saved"
        self.run.talk(key, file=str(path), **counts)


def _guesses(undecided: "Sequence[UncertainName]", kind: str) -> dict[str, Sequence[str]]:
    return {each.name: each.candidates for each in undecided if each.kind == kind}


def _say_lines(key: str, lines: Sequence[str]) -> None:
    """Prints the lines of a description under their key; nothing where there are none."""
    if lines:
        terminal.say("\n".join([f"{key}:", *(f"  {line}" for line in lines)]))


def ask_for_names(run: Invocation, uncertain: "Sequence[UncertainName]") -> "NamesMeant":
    """Asks what is meant by names that are nearly those of the plan.

    Raises:
        KeyboardInterrupt: The person stopped.
    """
    if len(uncertain) > _MOST_QUESTIONS:
        return {}
    answers = _all_at_once(run, uncertain)
    asked = (each for each in uncertain if each not in answers)
    answers |= {each: found for each in asked if (found := _ask(run, each))}
    return answers


def _all_at_once(
    run: Invocation, uncertain: "Sequence[UncertainName]"
) -> "dict[UncertainName, str]":
    """The names that are like one id only, where a person takes all of them with one key."""
    single = {each: each.candidates[0] for each in uncertain if len(each.candidates) == 1}
    often = Counter((each.kind, id_) for each, id_ in single.items())
    sure = {each: id_ for each, id_ in single.items() if often[each.kind, id_] == 1}
    if len(sure) < _WORTH_ONE_KEY:
        return {}
    for each, found in sure.items():
        say_wrapped(f"{each.name} → {_name(run, each, found)} ({found})", "  ")
    return sure if agrees(run, "import.take_all", count=str(len(sure))) else {}


def _name(run: Invocation, uncertain: "UncertainName", id_: str) -> str:
    """The name of a candidate; that of a unit with what it is a part of, and with its days."""
    from cdstrack.words.parse.clean import clean
    from cdstrack.words.parse.dates import format_day

    plan, language = run.workspace.plan, run.language
    if uncertain.kind == "indicator":
        return clean(plan.by_id[id_].name.text(language))
    unit = plan.org_units.get(id_)
    if unit is None:
        return id_
    days = [format_day(each, language) if each else "…" for each in (unit.since, unit.closed)]
    more = [plan.unit_name(unit.parent, language)] if unit.parent else []
    more += [" – ".join(days)] if unit.since or unit.closed else []
    return clean(", ".join([unit.text(language), *more]))


def _ask(run: Invocation, uncertain: "UncertainName") -> str | None:
    """What a name means; None where the person knows of nothing."""
    from cdstrack.words.labels.cells import cell_name

    place, is_unit = uncertain.place, uncertain.kind != "indicator"
    at = f"{place.file}:{' ' if place.sheet else ''}{cell_name(place)}"
    which = "import.which_unit" if is_unit else "import.which"
    say_wrapped(run.sentence(which, at=at, name=uncertain.name))
    for number, id_ in enumerate(uncertain.candidates, 1):
        say_wrapped(f"{id_}: {_name(run, uncertain, id_)}", f"  {number}  ")
    count = str(len(uncertain.candidates))
    several = "import.choose_unit" if is_unit else "import.choose"
    while True:
        answer = ask(run, "import.choose_one" if count == "1" else several, count=count)
        if not answer:
            return None
        if answer in uncertain.candidates:
            return answer
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= int(count):
            return uncertain.candidates[int(answer) - 1]
        run.talk("import.not_understood", typed=answer)
