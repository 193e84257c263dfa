"""What a person decides about names of a form that are nearly those of the plan, and what is kept of it.

Owns which names are asked about, and that a guess which nobody confirmed stays a comment. At a
terminal a person decides what a name means; anywhere else the file is refused and the lines that
would explain its names are printed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.dialogue import agrees, ask, say_wrapped
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from cdstrack.files.importing.form.reader import UncertainName
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
    accepted: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def kept_in(run: Invocation, typed: str | None, form: str | None) -> "Names":
        """Where the names are to be kept.

        Raises:
            RefusedError: CDS018, the name has another ending; or the file is no description.
        """
        from cdstrack.files.importing.form.save_names import description_of

        if typed is None:
            return Names(run)
        path = Path(typed)
        if path.suffix.lower() not in _ENDINGS:
            raise RefusedError(Problem("CDS018", {"file": typed, "ending": _ENDINGS[0]}))
        return Names(run, path, description_of(path, form))

    def decide(self, uncertain: "Sequence[UncertainName]") -> Mapping[str, str]:
        """Asks about the names."""
        self.accepted |= ask_for_names(self.run, uncertain)
        return self.accepted

    def keep(self, undecided: "Sequence[UncertainName]") -> None:
        """Writes or prints the accepted names, and those that nobody has decided on.

        Raises:
            RefusedError: CDS367, the description cannot be added to.
            OSError: It cannot be written, and is as it was before.
        """
        guesses = {each.name: each.candidates for each in undecided}
        if self.path is None or self.description is None:
            self._print(guesses)
        elif self.accepted or guesses:
            self._write(self.path, self.description, guesses)

    def _print(self, guesses: Mapping[str, Sequence[str]]) -> None:
        from cdstrack.files.importing.form.save_names import guess_line, name_line, quoted

        # A line for each: what is to be copied must not be cut by the width of a terminal.
        lines = [f"  {name_line(*each)}" for each in self.accepted.items()]
        if lines:
            self.run.talk("import.names_told")
            terminal.say("\n".join(["indicators:", *lines]))
        if not guesses:
            return
        self.run.talk("import.names_near", count=str(len(guesses)))
        lines = [f"  {guess_line(name, ids)}" for name, ids in guesses.items()]
        terminal.say("\n".join(["indicators:", *lines]))
        self.run.talk("import.names_as_aliases")
        lines = [f"  # {ids[0]}\n  aliases: [{quoted(name)}]" for name, ids in guesses.items()]
        terminal.say("\n".join(lines))

    def _write(
        self, path: Path, description: "TextFile", guesses: Mapping[str, Sequence[str]]
    ) -> None:
        from cdstrack.files.importing.form.save_names import with_names

        text = with_names(description, self.accepted, guesses)
        if text != description.text or not path.exists():
            with self.run.output.file(path) as file:
                file.write(text.encode())
        counts = {"count": str(len(self.accepted)), "guesses": str(len(guesses))}
        key = "import.names_proposed" if guesses else "import.names_saved"
        self.run.talk(key, file=str(path), **counts)


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
    return answers


def _all_at_once(run: Invocation, uncertain: "Sequence[UncertainName]") -> dict[str, str]:
    """The names that are like one indicator only, where a person takes all of them with one key."""
    single = {each.name: each.candidates[0] for each in uncertain if len(each.candidates) == 1}
    often = Counter(single.values())
    sure = {name: found for name, found in single.items() if often[found] == 1}
    if len(sure) < _WORTH_ONE_KEY:
        return {}
    for name, found in sure.items():
        say_wrapped(f"{name} → {run.view.name(run.workspace.plan.by_id[found])} ({found})", "  ")
    return sure if agrees(run, "import.take_all", count=str(len(sure))) else {}


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
