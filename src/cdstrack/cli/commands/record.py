"""`cdstrack record`: one figure, as it is typed."""

from functools import partial
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
def record(
    session: Session,
    indicator: Annotated[str, argument("INDICATOR", complete_indicator)],
    value: Annotated[str, argument("VALUE")],
    *,
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
    """Says what was understood and what became of it."""
    from cdstrack.cli.app.errors import say_problems
    from cdstrack.cli.use_cases.entry import Typed, read_figure
    from cdstrack.cli.use_cases.recording import keep_figure
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.render.record.receipt import record_fields, record_text

    parts = (indicator, value, on, org_unit, by, stated, qualifier, document, reported, note)
    figure, warnings = read_figure(session, Typed(*parts))
    receipt = keep_figure(session, figure, dry_run=dry_run)
    render = partial(record_text, receipt), partial(record_fields, receipt)
    write_answer(session, "record", *render, session.sourced_view)
    if warnings:
        say_problems(warnings, session.language.value)
