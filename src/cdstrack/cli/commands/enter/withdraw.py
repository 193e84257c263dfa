"""`cdstrack withdraw`: takes a recorded figure out of use; it stays in the log."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.completion import complete_indicator
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.figure_input import CellInput
    from cdstrack.cli.use_cases.revise import ByNumber


@opt.takes("format", formats=(Format.TEXT, Format.JSON))
def withdraw(
    ctx: typer.Context,
    indicator: Annotated[opt.Text, opt.argument("[INDICATOR]", complete_indicator)] = None,
    *,
    reason: opt.RequiredReason,
    number: opt.FigureNumber = None,
    on: opt.On = None,
    org_unit: opt.OrgUnit = None,
    by: opt.By = None,
    late: opt.Late = None,
    dry_run: opt.DryRun = False,
) -> None:
    """Says which figure is no longer in use."""
    from cdstrack.cli.use_cases.revise import withdraw_figure
    from cdstrack.render.record.revision import revision_fields, revision_text

    run = Invocation.of(ctx)
    workspace, meant = run.workspace, _meant(indicator, number, on, org_unit, by)
    revision = withdraw_figure(workspace, meant, reason, run.author, late=late, dry_run=dry_run)
    run.note(revision.submission)
    run.answer("withdraw", partial(revision_text, revision), partial(revision_fields, revision))


def _meant(
    indicator: opt.Text, number: opt.Text, on: opt.Text, org_unit: opt.Text, by: opt.Texts
) -> "ByNumber | CellInput":
    """The figure, by its number or by what it is about."""
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.figure_input import CellInput
    from cdstrack.cli.use_cases.revise import ByNumber

    where = {"INDICATOR": indicator, "--on": on, "--org-unit": org_unit, "--by": by}
    given = [name for name, typed in where.items() if typed]
    if number is not None:
        if given:
            raise RefusedError(Problem("CDS009", {"first": "--id", "second": given[0]}))
        return ByNumber(read_number(number, "--id"))
    if indicator is None:
        raise RefusedError(Problem("CDS705", {"command": "cdstrack withdraw"}))
    return CellInput(indicator, on, org_unit, by)
