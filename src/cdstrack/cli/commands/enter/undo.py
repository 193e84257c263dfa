"""`cdstrack undo`: undoes a submission, by another one."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import DryRun, Late, Reason, Text, argument, takes
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def undo(
    ctx: typer.Context,
    number: Annotated[Text, argument("[N]")] = None,
    *,
    reason: Reason = None,
    late: Late = None,
    dry_run: DryRun = False,
) -> None:
    """Says what was undone: before and after."""
    from cdstrack.cli.app.bar import bar_shown
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.undo import LISTED, undo_submission
    from cdstrack.render.record.revision import SHOWN, revision_fields, revision_text

    run = Invocation.of(ctx)
    workspace = run.workspace
    wanted = None if number is None else read_number(number, "N")
    act = partial(undo_submission, workspace, wanted, run.author, reason, late=late)
    listed = LISTED if run.output.format is Format.JSON else SHOWN
    with bar_shown(run.sentence("undo.taking_back")) as show:
        revision = act(dry_run=dry_run, listed=listed, progress=show)
    run.note(revision.submission)
    run.answer("undo", partial(revision_text, revision), partial(revision_fields, revision))
