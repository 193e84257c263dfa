"""`cdstrack copy-store`: the whole record into an empty store, a file or a database."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import argument, takes


@takes()
def copy_store(
    ctx: typer.Context,
    source: Annotated[str, argument("FROM")],
    target: Annotated[str, argument("TO")],
) -> None:
    """Says up to which submission was copied, and the head that both have."""
    from cdstrack.cli.use_cases.store import copy_record

    run = Invocation.of(ctx)
    copied = copy_record(source, target)
    run.done.append("")
    run.tell("copy.done", source=copied.source, target=copied.target)
    if copied.head is None:
        run.tell("restore.empty")
    else:
        run.tell("copy.last", number=str(copied.last), head=copied.head)
