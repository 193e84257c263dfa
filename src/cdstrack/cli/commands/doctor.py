"""`cdstrack doctor`: which plan, store and settings are in force, and why."""

from typing import Annotated

import typer

from cdstrack.cli.app.options import WRITTEN, flag, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import Format


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def doctor(session: Session, *, migrate: Annotated[bool, flag("--migrate")] = False) -> None:
    """One line a setting; exit 10 when one of them is no good."""
    from cdstrack.cli.use_cases.doctor_settings import diagnose
    from cdstrack.render.findings import doctor_fields, doctor_text

    if migrate:
        _migrate(session)
    lines = list(diagnose(session))
    language = session.spoken_language
    if session.format is Format.JSON:
        from cdstrack.cli.use_cases.reports import header_of_any
        from cdstrack.render.machine.output import dumped

        session.write(dumped(header_of_any(session, "doctor") | doctor_fields(lines, language)))
    else:
        session.write(doctor_text(lines, language))
    if any(line.problem for line in lines):
        raise typer.Exit(ExitCode.FINDINGS)


def _migrate(session: Session) -> None:
    """Brings an older store up to date.

    Raises:
        StoreUnusableError: It cannot be opened, copied or written.
    """
    from cdstrack.store.migrations import migrate

    session.plan  # noqa: B018 - an invalid plan is told before anything is changed
    kept = migrate(session.store_path.value)
    if kept is None:
        session.talk("migrate.current")
    else:
        session.talk("migrate.done", file=str(kept))
