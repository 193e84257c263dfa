"""`cdstrack backup`: a verified copy of the store, named by the instant."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, option, takes


@takes()
def backup(
    ctx: typer.Context,
    folder: Annotated[Text, argument("[DIR]")] = None,
    *,
    keep: Annotated[Text, option("--keep", metavar="N")] = None,
) -> None:
    """Prints the path of the copy; says which old ones were deleted."""
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.store import back_up, delete_old_backups

    run = Invocation.of(ctx)
    kept = None if keep is None else read_number(keep, "--keep")
    store, beside = run.settings.store.value, run.settings.local_store
    made = back_up(store, run.clock.now, beside, folder)
    run.done.append("")
    run.tell("backup.made", file=str(made))
    for old in delete_old_backups(beside, folder, kept) if kept else ():
        run.tell("backup.let_go", file=str(old))
