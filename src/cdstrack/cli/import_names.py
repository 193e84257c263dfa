"""Names in a form over which a person decides: asked at a terminal, never anywhere else.

Owns the questions and what may be answered. What a name may mean belongs to
`cdstrack.words.known_names`; where nobody can be asked, the file is refused.
"""

import sys
from typing import TYPE_CHECKING

from cdstrack.cli import terminal
from cdstrack.cli.common import Session

if TYPE_CHECKING:
    from cdstrack.files.figures_csv import Figures
    from cdstrack.files.form_in import FormFigures
    from cdstrack.files.form_names import Uncertain

_MOST_QUESTIONS = 20
"""A form with more unknown names than this is another form."""


def ask_for_names(session: Session, figures: "Figures | FormFigures") -> None:
    """Asks which indicators are meant by names that are nearly theirs, and tells the form.

    Whatever is left open is refused when the file is read.

    Raises:
        KeyboardInterrupt: The person stopped.
        ImportRefusedError: The file cannot be read.
    """
    from cdstrack.files.form_in import FormFigures
    from cdstrack.files.form_names import take_names, uncertain_names

    if not isinstance(figures, FormFigures) or not _somebody_is_there():
        return
    uncertain = uncertain_names(figures)
    if len(uncertain) > _MOST_QUESTIONS:
        return
    answers = {each.name: found for each in uncertain if (found := _ask(session, each))}
    if answers:
        take_names(figures, answers)
        told = ", ".join(f'"{name}": {found}' for name, found in answers.items())
        session.talk("import.names_told", names=told)


def _somebody_is_there() -> bool:
    return terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)


def _ask(session: Session, uncertain: "Uncertain") -> str | None:
    """The indicator that a name means; None where the person knows none."""
    from cdstrack.words.clean import clean

    plan, language = session.plan, session.language.value
    session.talk("import.which", at=uncertain.at, name=uncertain.name)
    for number, id_ in enumerate(uncertain.candidates, 1):
        name = clean(plan.by_id[id_].name.text(language))
        terminal.say(f"  {number}  {id_}: {name}")
    count = str(len(uncertain.candidates))
    while True:
        session.talk("import.choose_one" if count == "1" else "import.choose", count=count)
        typed = sys.stdin.readline()
        answer = clean(typed).strip()
        if not answer:
            return None
        if answer in uncertain.candidates:
            return answer
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= int(count):
            return uncertain.candidates[int(answer) - 1]
        session.talk("import.not_understood", typed=answer)
