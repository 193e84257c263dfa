"""`cdstrack doctor`: which plan, store and settings are in force, and why."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, flag, takes
from cdstrack.core.problem import ExitCode
from cdstrack.render.view import Format


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def doctor(ctx: typer.Context, *, migrate: Annotated[bool, flag("--migrate")] = False) -> None:
    """One line a setting; exit 10 when something is wrong with one of them."""
    from cdstrack.cli.app import terminal
    from cdstrack.cli.use_cases.doctor.diagnosis import diagnose
    from cdstrack.cli.use_cases.doctor.setup import Setup
    from cdstrack.render.findings import doctor_fields, doctor_text

    run = Invocation.of(ctx)
    if migrate:
        _migrate(run)
    language = run.spoken_language
    columns, on_terminal = terminal.width(None), terminal.is_terminal()
    lines = list(diagnose(Setup(run.settings, run.plans, language, columns, on_terminal)))
    if run.output.format is Format.JSON:
        run.write_fields("doctor", doctor_fields(lines, language))
    else:
        run.output.write(doctor_text(lines, language, run.line_width))
    if any(line.problem for line in lines):
        raise typer.Exit(ExitCode.FINDINGS)


def _migrate(run: Invocation) -> None:
    """Brings an older store up to date."""
    from cdstrack.store.address import Server
    from cdstrack.store.migrations import migrate
    from cdstrack.store.server_access import grant_access

    kept = migrate(run.workspace.store)
    if kept is None:
        run.talk("migrate.current")
    elif isinstance(kept, Server):
        run.talk("migrate.on_server", store=str(kept))
        if left := grant_access(kept):
            run.talk("init.to_grant")
            run.output.write("".join(f"{statement};\n" for statement in left))
    else:
        run.talk("migrate.done", file=str(kept))
