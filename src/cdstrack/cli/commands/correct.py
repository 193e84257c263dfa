"""`cdstrack correct`: another figure in the place of a recorded one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.completion import (
    complete_document,
    complete_group,
    complete_indicator,
    complete_org_unit,
    complete_qualifier,
)
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, Texts, argument, flag, option, takes
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.revise import ByNumber, CellInput


@takes("format", formats=(Format.TEXT, Format.JSON))
def correct(
    ctx: typer.Context,
    words: Annotated[list[str], argument("[INDICATOR] VALUE", complete_indicator)],
    *,
    reason: Annotated[str, option("--reason", metavar="TEXT")],
    number: Annotated[Text, option("--id", metavar="N")] = None,
    on: Annotated[Text, option("--on", metavar="PERIOD")] = None,
    org_unit: Annotated[
        Text, option("--org-unit", metavar="ID", complete=complete_org_unit)
    ] = None,
    by: Annotated[Texts, option("--by", metavar="NAME=GROUP", complete=complete_group)] = None,
    stated: Annotated[Text, option("--stated", metavar="VALUE")] = None,
    qualifier: Annotated[
        Text, option("--qualifier", metavar="WORD", complete=complete_qualifier)
    ] = None,
    document: Annotated[
        Text, option("--document", metavar="ID", complete=complete_document)
    ] = None,
    reported: Annotated[Text, option("--reported", metavar="DATE")] = None,
    note: Annotated[Text, option("--note", metavar="TEXT")] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says what the figure was and what it is now."""
    from cdstrack.cli.use_cases.revise import Beside, correct_figure
    from cdstrack.render.record.revision import revision_fields, revision_text

    run = Invocation.of(ctx)
    meant = _meant(words, number, on, org_unit, by)
    beside = Beside(stated, qualifier, document, reported, note)
    revision, warnings = correct_figure(
        run.workspace, meant, words[-1], beside, reason, run.author, dry_run=dry_run
    )
    run.note(revision.submission)
    run.answer("correct", partial(revision_text, revision), partial(revision_fields, revision))
    run.warn(warnings)


def _meant(
    words: Sequence[str], number: Text, on: Text, org_unit: Text, by: Texts
) -> "ByNumber | CellInput":
    """The figure, by its number or by what it is about.

    Raises:
        RefusedError: The arguments do not go together.
    """
    from cdstrack.cli.app.workspace import read_number
    from cdstrack.cli.use_cases.revise import ByNumber, CellInput

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
        return Problem("CDS003", {"name": wanted[len(words)], "command": "cdstrack correct"})
    extra = " ".join(words[len(wanted) :])
    return Problem("CDS007", {"arguments": extra, "command": "cdstrack correct"})
