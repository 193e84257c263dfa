"""Names in a form over which a person decides: asked at a terminal, never anywhere else.

Owns the questions and what may be answered. What a name may mean belongs to
`cdstrack.files.importing.form.known_names`; where nobody can be asked, the file is refused.
"""

import sys
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.session import Session

if TYPE_CHECKING:
    from cdstrack.files.importing.canonical.reader import Figures
    from cdstrack.files.importing.form.names import Uncertain
    from cdstrack.files.importing.form.reader import FormFigures

_NARROW = 20
_MOST_QUESTIONS = 20
"""A form with more unknown names than this is another form."""


def ask_for_names(session: Session, figures: "Figures | FormFigures") -> None:
    """Asks which indicators are meant by names that are nearly theirs, and tells the form.

    Whatever is left open is refused when the file is read. Nobody is asked about a file that is
    refused anyway.

    Raises:
        KeyboardInterrupt: The person stopped.
        ImportRefusedError: The file cannot be read.
    """
    from cdstrack.files.importing.form.names import take_names, uncertain_names
    from cdstrack.files.importing.form.reader import FormFigures

    if not isinstance(figures, FormFigures) or not _somebody_is_there():
        return
    uncertain = uncertain_names(figures)
    if not 0 < len(uncertain) <= _MOST_QUESTIONS or not _lacks_only_names(figures):
        return
    answers = {each.name: found for each in uncertain if (found := _ask(session, each))}
    if answers:
        take_names(figures, answers)
        session.talk("import.names_told")
        # A line for each: what is to be copied must not be cut by the width of a terminal.
        lines = [f"  {_quoted(name)}: {found}" for name, found in answers.items()]
        terminal.say("\n".join(["indicators:", *lines]))


def _lacks_only_names(figures: "FormFigures") -> bool:
    """Whether nothing else is wrong with the file, as far as it can be read."""
    from cdstrack.core.problem import ImportRefusedError

    try:
        for _ in figures:
            pass
    except ImportRefusedError as refused:
        return all(each.facts.get("where") == "indicator" for each in refused.problems)
    return True


def _quoted(name: str) -> str:
    """A name as YAML takes it."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _somebody_is_there() -> bool:
    return terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)


def _ask(session: Session, uncertain: "Uncertain") -> str | None:
    """The indicator that a name means; None where the person knows none."""
    from cdstrack.words.parse.clean import clean

    plan, language = session.plan, session.language.value
    _say(session.sentence("import.which", at=uncertain.at, name=uncertain.name))
    for number, id_ in enumerate(uncertain.candidates, 1):
        name = clean(plan.by_id[id_].name.text(language))
        _say(f"{id_}: {name}", f"  {number}  ")
    count = str(len(uncertain.candidates))
    while True:
        key = "import.choose_one" if count == "1" else "import.choose"
        _say(session.sentence(key, count=count))
        typed = sys.stdin.readline()
        answer = clean(typed).strip()
        if not answer:
            return None
        if answer in uncertain.candidates:
            return answer
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= int(count):
            return uncertain.candidates[int(answer) - 1]
        session.talk("import.not_understood", typed=answer)


def _say(text: str, before: str = "") -> None:
    """A text in lines that a person can read: broken at words, the later ones under the first."""
    from cdstrack.render.page.sizing import wrapped

    width = terminal.talk_width()
    lines = [text] if width is None else wrapped(text, max(_NARROW, width - len(before)))
    terminal.say(before + f"\n{'':{len(before)}}".join(lines))
