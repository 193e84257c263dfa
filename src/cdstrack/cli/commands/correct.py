"""`cdstrack correct`: another figure in the place of a recorded one."""

from typing import Annotated

from cdstrack.cli.app.completion import (
    complete_document,
    complete_group,
    complete_indicator,
    complete_org_unit,
    complete_qualifier,
)
from cdstrack.cli.app.options import Texts, argument, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

Text = str | None


@takes("format", formats=(Format.TEXT, Format.JSON))
def correct(
    session: Session,
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
    from cdstrack.cli.app.errors import say_problems
    from cdstrack.cli.use_cases.correcting import Beside, correct_figure, figure_meant
    from cdstrack.cli.use_cases.revising import write_revision

    beside = Beside(stated, qualifier, document, reported, note)
    meant, figure = figure_meant(session, words, number, (on, org_unit, by), beside)
    revision, warnings = correct_figure(session, meant, figure, beside, reason, dry_run=dry_run)
    write_revision(session, revision)
    if warnings:
        say_problems(warnings, session.language.value)
