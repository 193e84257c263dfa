"""`cdstrack init`: lays out a working folder; the only command that creates a store."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.completion import complete_example
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, flag, option, takes
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cdstrack.store.address import Address


@takes()
def init(
    ctx: typer.Context,
    folder: Annotated[Text, argument("[DIR]")] = None,
    *,
    example: Annotated[Text, option("--example", metavar="NAME", complete=complete_example)] = None,
    blank: Annotated[bool, flag("--blank")] = False,
) -> None:
    """Plan, figures and an empty store; beside a plan that is there already, only the store."""
    from cdstrack.cli.use_cases.store import lay_out

    run = Invocation.of(ctx)
    if example and blank:
        raise RefusedError(Problem("CDS009", {"first": "--example", "second": "--blank"}))
    plan = _plan_path(run, folder)
    run = replace(run, given=replace(run.given, plan=str(plan)))
    language = run.language if blank else ""
    made = lay_out(plan, run.settings.store.value, language, example, blank=blank)
    if made:
        run.done.append("")
    _tell(run, plan, made)
    _grant(run)


def _plan_path(run: Invocation, folder: str | None) -> Path:
    """The plan to lay out or to stay beside: that of DIR, else the one named, else one here."""
    from cdstrack.files.workplace import PLAN_NAME

    if folder and run.given.plan:
        raise RefusedError(Problem("CDS009", {"first": "DIR", "second": "--plan"}))
    named = run.given.plan or run.settings.environ.get("CDSTRACK_PLAN")
    if folder or not named:
        return Path(folder or ".") / PLAN_NAME
    if not Path(named).exists():
        raise RefusedError(Problem("CDS100", {"file": named, "missing": "yes"}))
    return Path(named)


def _grant(run: Invocation) -> None:
    """Gives the roles of a server their rights; prints the SQL of what somebody else must do."""
    from cdstrack.store.server_access import grant_access

    if left := grant_access(run.settings.store.value):
        run.talk("init.to_grant")
        run.output.write("".join(f"{statement};\n" for statement in left))


def _tell(run: Invocation, plan: Path, made: "Sequence[Address]") -> None:
    from cdstrack.files.workplace import FIGURES_NAME

    if not made:
        store = str(run.settings.store.value)
        run.tell("init.all_there", plan=str(plan), store=store)
        return
    for path in made:
        run.tell("init.made", file=str(path))
    if plan.parent / FIGURES_NAME in made:
        run.talk("init.next_import", file=FIGURES_NAME)
    else:
        run.talk("init.next_record")
