"""`cdstrack template`: a workbook for a department to fill in, which import reads as it comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.template import Form

_ENDING = ".xlsx"


@opt.takes("as_of", *opt.DECLARED_FILTERS)
def template(
    ctx: typer.Context,
    file: Annotated[str, opt.argument("FILE")],
    filters: opt.FilterWords = None,
    *,
    org_unit: opt.OrgUnit = None,
    units: Annotated[bool, opt.flag("--units")] = False,
    on: opt.On = None,
) -> None:
    """The indicators asked for, their last figures, and empty cells for the next."""
    from cdstrack.cli.use_cases.names import read_filters
    from cdstrack.cli.use_cases.template import read_form, read_unit_forms, write_form

    run = Invocation.of(ctx)
    _refuse_name(file)
    workspace = run.workspace
    chosen = read_filters(workspace.plan, filters, run.given.named(opt.DECLARED_FILTERS))
    as_of = run.basis.as_of
    read = read_unit_forms if units else read_form
    form = read(workspace, chosen, org_unit, on, as_of)
    with run.output.file(Path(file)) as target:
        write_form(target, workspace, form, as_of, run.view)
    run.talk("template.made", file=file, count=str(len(form.rows)))
    if form.until < as_of:
        _tell_closing(run, form)


def _refuse_name(file: str) -> None:
    """A workbook that has come back filled in may be there: it is not replaced."""
    if Path(file).suffix.lower() != _ENDING:
        raise RefusedError(Problem("CDS018", {"file": file, "ending": _ENDING}))
    if Path(file).is_file():
        raise RefusedError(Problem("CDS410", {"path": file}))


def _tell_closing(run: Invocation, form: "Form") -> None:
    from cdstrack.words.parse.dates import format_day

    day = format_day(form.until, run.spoken_language)
    run.talk("template.closed", org_unit=form.unit, closed=day)
    if successor := run.workspace.plan.org_units[form.unit].sole_heir:
        run.talk("template.successor", successor=successor)
