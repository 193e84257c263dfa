"""Judging the same figures by two plans: finds the other plan, and pairs the indicators."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.cli.use_cases.names import find_id, indicator_names
from cdstrack.cli.use_cases.reports import Judged
from cdstrack.core.derived.figures import Derived
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import PlanInvalidError, Problem, RefusedError, accept
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.reports.against import AgainstReport
    from cdstrack.files.plan.plan_file import PlanFile


def compare_plans(
    workspace: Workspace, basis: Basis, judged: Judged, typed: str, pairs: Sequence[str]
) -> "AgainstReport":
    """The items of a status report, compared with their verdicts by another plan.

    Args:
        workspace: The own plan.
        basis: The day and the method.
        judged: The status by the own plan, with its figures.
        typed: A plan file, a folder that holds one, or the name of an example.
        pairs: `OWN=OTHER`, ids of indicators that are the same.

    Raises:
        PlanInvalidError: The other plan has errors.
        RefusedError: It cannot be found, or a pair cannot be read.
    """
    from cdstrack.core.reports.against import OtherPlan, build_against, shared_indicators

    file = _other_plan(typed)
    other = file.plan
    if other is None:
        raise PlanInvalidError(*file.errors)
    named = dict(_pair(each, workspace.plan, other) for each in pairs)
    shared = shared_indicators(workspace.plan, other, named)
    beside = OtherPlan(other, file.digest, shared)
    derived = Derived(judged.figures)
    return build_against(workspace.plan, beside, judged.report, derived, basis.method)


def _other_plan(typed: str) -> "PlanFile":
    """The plan at a path, or else the example of that name."""
    from cdstrack.files.plan.reader import read_plan
    from cdstrack.files.workplace import PLAN_NAME, example

    path = Path(typed)
    if path.is_dir():
        path = path / PLAN_NAME
    if not path.exists() and path.suffix == "" and "/" not in typed:
        path = example(typed).plan
    return read_plan(path)


def _pair(typed: str, plan: Plan, other: Plan) -> tuple[str, str]:
    """The two ids of a typed `OWN=OTHER`.

    Raises:
        RefusedError: CDS040, there is no `=`; or an id is unknown.
    """
    own, separator, there = (part.strip() for part in typed.partition("="))
    if not separator or not own or not there:
        raise RefusedError(Problem("CDS040", {"value": clean(typed)}))
    ids = (
        accept(find_id(name, indicator_names(of), "--pair"))
        for name, of in ((own, plan), (there, other))
    )
    return next(ids), next(ids)
