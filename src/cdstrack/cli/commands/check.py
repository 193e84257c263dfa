"""`cdstrack check`: plan and store against every rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.options import WRITTEN, Texts, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import ExitCode, Problem, RefusedError, Severity
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cdstrack.core.checks.finding import Finding


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def check(
    session: Session,
    *,
    strict: Annotated[bool, flag("--strict")] = False,
    acknowledge: Annotated[Texts, option("--acknowledge", metavar="ID")] = None,
    reason: Annotated[str | None, option("--reason", metavar="TEXT")] = None,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """Errors, warnings and advice, with their places; errors in the plan end the check."""
    from cdstrack.cli.use_cases.findings import find

    if acknowledge and reason is None:
        raise RefusedError(Problem("CDS521"))
    findings = find(session)
    if acknowledge:
        from cdstrack.cli.use_cases.acknowledging import accept_findings

        session.write(accept_findings(session, findings, acknowledge, reason))
        return
    _write(session, findings, strict=strict, everything=everything)
    if session.plan_file.plan is None:
        raise typer.Exit(ExitCode.PLAN)
    counting = {Severity.WARNING, Severity.ADVICE} if strict else {Severity.WARNING}
    open_ = (finding.problem.severity for finding in findings if finding.accepted is None)
    if counting.intersection(open_):
        raise typer.Exit(ExitCode.FINDINGS)


def _write(
    session: Session, findings: "Sequence[Finding]", *, strict: bool, everything: bool
) -> None:
    from cdstrack.render.findings import Shown, check_fields, check_text

    language = session.language.value
    if session.format is Format.TEXT:
        area = session.plan_file.plan.area if session.plan_file.plan else ""
        shown = Shown(strict=strict, everything=everything, area=area)
        session.write(check_text(findings, language, shown))
        return
    from cdstrack.cli.use_cases.reports import header_of_any
    from cdstrack.render.machine.output import dumped

    session.write(dumped(header_of_any(session, "check") | check_fields(findings, language)))
