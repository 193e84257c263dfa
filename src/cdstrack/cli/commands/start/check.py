"""`cdstrack check`: plan and store against every rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Reason, Texts, flag, option, takes
from cdstrack.cli.app.settings import Origin
from cdstrack.core.problem import ExitCode, Problem, RefusedError, Severity
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cdstrack.core.checks.finding import Finding


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def check(
    ctx: typer.Context,
    *,
    strict: Annotated[bool, flag("--strict")] = False,
    acknowledge: Annotated[Texts, option("--acknowledge", metavar="ID")] = None,
    reason: Reason = None,
    everything: Annotated[bool, flag("--all")] = False,
) -> None:
    """Errors, warnings and advice, with their places; errors in the plan end the check."""
    run = Invocation.of(ctx)
    if acknowledge and reason is None:
        raise RefusedError(Problem("CDS521"))
    findings = _findings(run)
    if acknowledge:
        _accept(run, findings, acknowledge, reason or "")
        return
    _write(run, findings, strict=strict, everything=everything)
    if run.plans.file.plan is None:
        raise typer.Exit(ExitCode.PLAN)
    counting = {Severity.WARNING, Severity.ADVICE} if strict else {Severity.WARNING}
    open_ = (finding.problem.severity for finding in findings if finding.accepted is None)
    if counting.intersection(open_):
        raise typer.Exit(ExitCode.FINDINGS)


def _findings(run: Invocation) -> "Sequence[Finding]":
    """All findings; those of the plan alone where it has errors, or where no store was made yet."""
    from cdstrack.cli.use_cases.check import check_all, check_plan

    file, store = run.plans.file, run.settings.store
    if file.plan is None:
        return check_plan(file)
    if store.origin is Origin.DEFAULT and not run.settings.local_store.exists():
        run.talk("check.no_store", store=str(store.value))
        return check_plan(file)
    return check_all(run.workspace, run.clock)


def _accept(run: Invocation, findings: "Sequence[Finding]", ids: list[str], reason: str) -> None:
    from cdstrack.cli.use_cases.check import accept_findings, find_meant

    meant = find_meant(findings, ids)
    accepted, number = accept_findings(run.workspace, meant, reason, run.author)
    if number is None:
        run.output.write(run.sentence("check.acknowledged_already"))
        return
    run.done.append(str(number))
    listed = ", ".join(found.id for found in accepted)
    run.output.write(run.sentence("check.acknowledged", ids=listed, number=str(number)))


def _write(
    run: Invocation, findings: "Sequence[Finding]", *, strict: bool, everything: bool
) -> None:
    from cdstrack.render.findings import Shown, check_fields, check_text

    if run.output.format is Format.JSON:
        run.write_fields("check", check_fields(findings, run.language))
        return
    plan = run.plans.file.plan
    shown = Shown(strict=strict, everything=everything, area=plan.area if plan else "")
    run.output.write(check_text(findings, run.language, shown))
