"""`cdstrack check`: plan and store against every rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.common import Session
from cdstrack.cli.options import WRITTEN, flag, takes
from cdstrack.core.problem import ExitCode, Severity
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cdstrack.core.problem import Problem


@takes(*WRITTEN, formats=(Format.TEXT, Format.JSON))
def check(session: Session, *, strict: Annotated[bool, flag("--strict")] = False) -> None:
    """Errors, warnings and advice, with their places; errors in the plan end the check."""
    plan_file = session.plan_file
    problems = list(plan_file.problems)
    if plan_file.plan is not None:
        problems += _store_findings(session)
    _write(session, problems, strict=strict)
    if plan_file.plan is None:
        raise typer.Exit(ExitCode.PLAN)
    counting = {Severity.WARNING, Severity.ADVICE} if strict else {Severity.WARNING}
    if any(problem.severity in counting for problem in problems):
        raise typer.Exit(ExitCode.FINDINGS)


def _store_findings(session: Session) -> "list[Problem]":
    """What is wrong with what the store keeps; one that was never made keeps nothing."""
    from cdstrack.cli.settings import Origin

    path, origin = session.store_path.value, session.store_path.origin
    if origin is Origin.DEFAULT and not path.exists():
        session.talk("check.no_store", store=str(path))
        return []
    from cdstrack.core.issued import missed_summaries
    from cdstrack.store.ledger import open_reader

    with open_reader(path) as ledger:
        issued = ledger.summaries()
    return missed_summaries(issued, session.clock.today)


def _write(session: Session, problems: "Sequence[Problem]", *, strict: bool) -> None:
    from cdstrack.render.findings import check_json, check_text

    language = session.language.value
    if session.format is Format.TEXT:
        session.write(check_text(problems, language, strict=strict))
        return
    plan_file = session.plan_file
    plan = {"id": None, "title": None, "digest": plan_file.digest}
    if plan_file.plan is not None:
        header = plan_file.plan.plan
        plan |= {"id": header.id, "title": header.title.text(language)}
    session.write(check_json(problems, language, plan))
