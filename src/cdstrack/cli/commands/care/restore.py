"""`cdstrack restore`: restores a backup over the store, and keeps the replaced file."""

from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, takes

if TYPE_CHECKING:
    from cdstrack.core.record.acts import Submission
    from cdstrack.store.restore import Restored


@takes()
def restore(ctx: typer.Context, file: Annotated[Text, argument("[FILE]")] = None) -> None:
    """Says what was restored, up to which submission, and where the old file is."""
    from cdstrack.cli.use_cases.store import restore_backup
    from cdstrack.render.problems import within

    run = Invocation.of(ctx)
    done = restore_backup(run.workspace.store, file, run.clock.now, run.settings.local_store)
    run.done.append("")
    for line in _lines(run, done, file or ""):
        run.output.write(within(line, run.line_width))


def _lines(run: Invocation, done: "Restored", file: str) -> list[str]:
    store = str(run.settings.store.value)
    lines = [run.sentence("restore.done", store=store, file=file)]
    if done.last is None:
        lines.append(run.sentence("restore.empty"))
    else:
        lines.append(run.sentence("restore.last", **_number_and_time(run, done.last)))
    if done.replaced is not None:
        lines.append(run.sentence("restore.kept", file=str(done.replaced)))
    if done.lost is None:
        lines.append(run.sentence("restore.unknown"))
    elif done.lost:
        facts = {"count": str(len(done.lost)), **_number_and_time(run, done.lost[0])}
        lines.append(run.sentence("restore.lost", **facts))
    return lines


def _number_and_time(run: Invocation, act: "Submission") -> dict[str, str]:
    from cdstrack.words.parse.dates import format_instant

    return {"number": str(act.id), "at": format_instant(act.at, run.plans.zone, run.language)}
