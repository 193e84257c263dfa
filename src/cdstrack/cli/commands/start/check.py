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

    from cdstrack.core.checks.finding import Finding, Findings


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
    found = _found(run, in_full=everything or bool(acknowledge))
    if acknowledge:
        _accept(run, found.listed, acknowledge, reason or "")
        return
    _write(run, found, strict=strict, everything=everything)
    if run.plans.file.plan is None:
        raise typer.Exit(ExitCode.PLAN)
    counting = {Severity.WARNING, Severity.ADVICE} if strict else {Severity.WARNING}
    if any(found.open[severity] for severity in counting):
        raise typer.Exit(ExitCode.FINDINGS)


def _found(run: Invocation, *, in_full: bool) -> "Findings":
    """All findings; those of the plan alone where it has errors, or where no store was made yet.

    Of many that are alike only those are made that a person is shown, unless all are asked for.
    """
    from cdstrack.cli.app.bar import bar_shown
    from cdstrack.cli.use_cases.check import check_all, check_plan, is_there
    from cdstrack.core.checks.finding import Findings
    from cdstrack.render.findings import MOST_ALIKE

    file, store = run.plans.file, run.settings.store
    no_store = store.origin is Origin.DEFAULT and not is_there(run.settings.local_store)
    if file.plan is None or no_store:
        if file.plan is not None:
            run.talk("check.no_store", store=str(store.value))
        found = Findings()
        found.add(check_plan(file))
        return found
    most = None if in_full or run.output.format is Format.JSON else MOST_ALIKE
    with bar_shown(run.sentence("check.looking")) as show:
        return check_all(run.workspace, run.clock, most=most, progress=show)


def _accept(run: Invocation, findings: "Sequence[Finding]", ids: list[str], reason: str) -> None:
    from cdstrack.cli.use_cases.check import accept_findings, find_meant

    meant = find_meant(findings, ids)
    accepted, number = accept_findings(run.workspace, meant, reason, run.author)
    if number is None:
        run.tell("check.acknowledged_already")
        return
    run.done.append(str(number))
    listed = ", ".join(found.id for found in accepted)
    run.tell("check.acknowledged", ids=listed, number=str(number))


def _write(run: Invocation, found: "Findings", *, strict: bool, everything: bool) -> None:
    from cdstrack.render.findings import Shown, check_fields, check_text

    if run.output.format is Format.JSON:
        run.write_fields("check", check_fields(found, run.language))
        return
    plan = run.plans.file.plan
    area = plan.area if plan else ""
    shown = Shown(strict=strict, everything=everything, area=area, width=run.line_width)
    run.output.show(check_text(found, run.language, shown), run.pager)
