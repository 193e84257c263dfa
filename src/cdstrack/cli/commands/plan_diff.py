"""`cdstrack plan diff`: what changed between two versions of the plan."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import PlanInvalidError, Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Plan
    from cdstrack.core.reports.history import Version
    from cdstrack.files.plan.reader import PlanFile


@takes("format", "output", formats=(Format.TEXT, Format.JSON))
def plan_diff(
    session: Session,
    before: Annotated[str | None, argument("[BEFORE]")] = None,
    after: Annotated[str | None, argument("[AFTER]")] = None,
) -> None:
    """Targets added, dropped, raised, lowered, reworded; and what else changed."""
    from cdstrack.cli.app.plan_version import CURRENT, plan_version
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.core.plan.changes import plan_changes
    from cdstrack.core.reports.history import PlanDiff
    from cdstrack.render.record.plan_diff import plan_diff_fields, plan_diff_text

    session.current_plan  # noqa: B018 - an invalid plan is told before a missing store
    names = (before or _used_before(session), after or CURRENT)
    old, new = (plan_version(session, name, files=True) for name in names)
    was, now = (_named(session, file, name) for file, name in zip((old, new), names, strict=True))
    changes = plan_changes(_valid(old), _valid(new))
    diff = PlanDiff(_valid(old), _valid(new), was, now, changes)
    render = partial(plan_diff_text, diff), partial(plan_diff_fields, diff)
    write_answer(session, "plan_diff", *render, session.view)


def _valid(file: "PlanFile") -> "Plan":
    if file.plan is None:
        raise PlanInvalidError(*file.errors)
    return file.plan


def _used_before(session: Session) -> str:
    """The digest of the version used last, of those that the file no longer is.

    Raises:
        RefusedError: CDS717, there is none.
        StoreUnusableError: The store cannot be read.
    """
    from cdstrack.store.ledger import open_reader

    current = session.current_plan_file.digest
    with open_reader(session.store_path.value) as ledger:
        others = [each for each in ledger.plan_versions() if each.digest != current]
    if not others:
        raise RefusedError(Problem("CDS717"))
    return max(others, key=lambda each: each.last.id).digest


def _named(session: Session, file: "PlanFile", name: str) -> "Version":
    """The version with the acts made under it, where there is a store to ask."""
    from cdstrack.cli.app.plan_version import CURRENT
    from cdstrack.core.reports.history import Version
    from cdstrack.store.ledger import open_reader

    kept = None
    if session.store_path.value.exists():
        with open_reader(session.store_path.value) as ledger:
            found = (each for each in ledger.plan_versions() if each.digest == file.digest)
            kept = next(found, None)
    path = str(session.plan_path.value) if name == CURRENT else name
    return Version(file.digest, kept, None if kept else path)
