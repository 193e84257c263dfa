"""`cdstrack doctor`: which plan, store and settings are in force, and why."""

import typer

from cdstrack.cli.common import Session
from cdstrack.cli.options import WRITTEN, takes
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import Format


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def doctor(session: Session) -> None:
    """One line a setting; exit 10 when one of them is no good."""
    from cdstrack.cli.diagnosis import diagnose
    from cdstrack.render.diagnosis import doctor_json, doctor_text

    lines = list(diagnose(session))
    render = doctor_json if session.format is Format.JSON else doctor_text
    session.write(render(lines, session.spoken_language))
    if any(line.problem for line in lines):
        raise typer.Exit(ExitCode.FINDINGS)
