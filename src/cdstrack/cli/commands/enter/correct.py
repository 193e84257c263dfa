"""`cdstrack correct`: replaces a recorded figure; the old one is kept."""

from collections.abc import Sequence
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
def correct(
    ctx: typer.Context,
    words: Annotated[list[str], opt.argument("[INDICATOR] VALUE", complete_indicator)],
    *,
    reason: opt.RequiredReason,
    number: opt.FigureNumber = None,
    on: opt.On = None,
    org_unit: opt.OrgUnit = None,
    by: opt.By = None,
    stated: opt.Stated = None,
    qualifier: opt.Qualifier = None,
    document: opt.Document = None,
    reported: opt.Reported = None,
    note: opt.Note = None,
    accept_doubt: opt.AcceptDoubt = None,
    late: opt.Late = None,
    dry_run: opt.DryRun = False,
) -> None:
    """Says what the figure was and what it is now."""
    from cdstrack.cli.use_cases.figure_input import Beside
    from cdstrack.cli.use_cases.revise import correct_figure
    from cdstrack.render.record.revision import revision_fields, revision_text

    run = Invocation.of(ctx)
    meant = _meant(words, number, on, org_unit, by)
    beside = Beside(stated, qualifier, document, reported, note)
    revision, warnings = correct_figure(
        run.workspace,
        meant,
        words[-1],
        beside,
        reason,
        run.author,
        accept_doubt=accept_doubt,
        late=late,
        dry_run=dry_run,
    )
    run.note(revision.submission)
    run.answer("correct", partial(revision_text, revision), partial(revision_fields, revision))
    run.complain(warnings)


def _meant(
    words: Sequence[str], number: opt.Text, on: opt.Text, org_unit: opt.Text, by: opt.Texts
) -> "ByNumber | CellInput":
    """The figure, by its number or by what it is about."""
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.figure_input import CellInput
    from cdstrack.cli.use_cases.revise import ByNumber

    if number is None:
        if len(words) != 2:
            raise RefusedError(_wrong_count(words, ("INDICATOR", "VALUE")))
        return CellInput(words[0], on, org_unit, by)
    others = {"INDICATOR": len(words) > 1, "--on": on, "--org-unit": org_unit, "--by": by}
    if other := next((name for name, typed in others.items() if typed), None):
        raise RefusedError(Problem("CDS009", {"first": "--id", "second": other}))
    if len(words) != 1:
        raise RefusedError(_wrong_count(words, ("VALUE",)))
    return ByNumber(read_number(number, "--id"))


def _wrong_count(words: Sequence[str], wanted: tuple[str, ...]) -> Problem:
    if len(words) < len(wanted):
        command = "cdstrack correct"
        on = "--id N" if wanted == ("VALUE",) else "--on PERIOD"
        write = " ".join([command, *wanted, on, "--reason TEXT"])
        return Problem("CDS003", {"name": wanted[len(words)], "command": command, "write": write})
    extra = " ".join(words[len(wanted) :])
    return Problem("CDS007", {"arguments": extra, "command": "cdstrack correct"})
