"""`cdstrack remind`: letters that ask one body, or every body, for the figures that are due."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_org_unit
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, Text, argument, flag, option, takes
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import DOCUMENT, Format

FORMATS = tuple(each for each in DOCUMENT if each is not Format.JSON)
_ENDING = {Format.TEXT: "txt", Format.MARKDOWN: "md", Format.HTML: "html"}


@takes(*REPORT, formats=FORMATS)
def remind(
    ctx: typer.Context,
    body: Annotated[Text, argument("[BODY]", complete_org_unit)] = None,
    *,
    lead: Annotated[Text, option("--lead", metavar="ID", complete=complete_org_unit)] = None,
    everybody: Annotated[bool, flag("--all")] = False,
    folder: Annotated[Text, option("--dir", metavar="DIR")] = None,
) -> None:
    """Prints it; where the body owes nothing, the text says so.

    With `--all` the texts to all that owe figures; with `--dir` each of them is a file there.

    Raises:
        RefusedError: CDS009, both a body and `--all`; CDS003, neither.
    """
    from cdstrack.cli.use_cases.weekly import bodies_that_owe, find_lead, read_owners
    from cdstrack.core.weekly.obligations import leading_bodies
    from cdstrack.render import formats, renderings
    from cdstrack.words.parse.dates import format_day

    run = Invocation.of(ctx)
    typed, everybody = body or lead, everybody or folder is not None
    if typed and (everybody or (body and lead)):
        second = "--all" if everybody else "--lead"
        raise RefusedError(Problem("CDS009", {"first": "BODY", "second": second}))
    plan = run.workspace.plan
    if typed:
        found = find_lead(plan, typed)
        run.report(partial(renderings.reminder, lead=found), read_owners(run.workspace, run.basis))
        return
    if not everybody:
        facts = {
            "name": "BODY",
            "known": ", ".join(leading_bodies(plan)),
            "command": ctx.command_path,
        }
        raise RefusedError(Problem("CDS003", facts))
    report = read_owners(run.workspace, run.basis)
    form, view = run.output.format, run.view
    texts = {
        each: formats.written(renderings.reminder(report, view, lead=each), form, view)
        for each in bodies_that_owe(report)
    }
    if not texts:
        run.talk("remind.nobody", day=format_day(run.basis.as_of, view.language))
    if folder is not None:
        named = ((f"{each}.{_ENDING[form]}", text) for each, text in texts.items())
        run.output.write_into(Path(folder), named)
        return
    for text in texts.values():
        run.output.write(text)
