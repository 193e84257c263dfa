"""`cdstrack plan`: the versions of the plan that the record keeps, and what changed between two."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, takes
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.reports.history import Version
    from cdstrack.files.plan.plan_file import PlanFile


@takes("format", "output", formats=(Format.TEXT, Format.JSON))
def plan_diff(
    ctx: typer.Context,
    before: Annotated[Text, argument("[BEFORE]")] = None,
    after: Annotated[Text, argument("[AFTER]")] = None,
) -> None:
    """Targets added, dropped, raised, lowered, reworded; and what else changed."""
    from cdstrack.cli.app.plan_version import CURRENT, plan_version, used_before, valid_plan
    from cdstrack.core.plan.changes import plan_changes
    from cdstrack.core.reports.history import PlanDiff
    from cdstrack.render.record.plan_diff import plan_diff_fields, plan_diff_text

    run = Invocation.of(ctx)
    current, store = run.current.file, run.current.store
    names = (before or used_before(current, store), after or CURRENT)
    files = [plan_version(name, current, store, files=True) for name in names]
    was, now = (_named(run, file, name) for file, name in zip(files, names, strict=True))
    old, new = map(valid_plan, files)
    diff = PlanDiff(old, new, was, now, plan_changes(old, new))
    run.answer("plan_diff", partial(plan_diff_text, diff), partial(plan_diff_fields, diff))


@takes("format", formats=(Format.TEXT, Format.JSON))
def plan_versions(ctx: typer.Context) -> None:
    """One line a version: digest, submissions, days."""
    from cdstrack.render.record.plan_diff import versions_fields, versions_text
    from cdstrack.store.ledger import open_reader

    run = Invocation.of(ctx)
    digest = run.current.file.digest
    with open_reader(run.current.store) as ledger:
        versions, units = ledger.plan_versions(), ledger.units_versions()
    text = partial(versions_text, versions, units, digest)
    run.answer("plan_versions", text, partial(versions_fields, versions, units))


def _named(run: Invocation, file: "PlanFile", name: str) -> "Version":
    """The version with the acts made under it, where there is a store to ask."""
    from cdstrack.cli.app.plan_version import CURRENT
    from cdstrack.core.reports.history import Version
    from cdstrack.store.ledger import open_reader
    from cdstrack.store.version_check import exists

    kept, store = None, run.current.store
    if exists(store):
        with open_reader(store) as ledger:
            found = (each for each in ledger.plan_versions() if each.digest == file.digest)
            kept = next(found, None)
    path = str(run.settings.plan.value) if name == CURRENT else name
    return Version(file.digest, kept, None if kept else path)
