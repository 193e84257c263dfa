"""Remedies that can be typed as they stand: with the folder and the options of this run.

Owns which command makes a missing store. A store knows neither the plan nor how it was named.
"""

import shlex
from dataclasses import replace

from cdstrack.cli.app.session import Session
from cdstrack.cli.app.settings import Origin
from cdstrack.core.problem import Problem

_NO_STORE = "CDS401"


def advised(problem: Problem, session: Session) -> Problem:
    """The problem with the command that mends it, where it is that there is no store.

    `cdstrack init` by itself would lay out a folder here, beside the plan that is in use.
    """
    store, plan = session.store_path, session.plan_path
    if problem.code != _NO_STORE or plan.value is None:
        return problem
    words, above = ["cdstrack", "init"], ""
    if plan.origin is Origin.OPTION:
        words += ["--plan", str(plan.value)]
    elif plan.origin is Origin.DEFAULT and plan.value.parent.name:
        words.append(str(plan.value.parent))
        above = str(plan.value)
    if store.origin is Origin.OPTION:
        words += ["--db", str(store.value)]
    return replace(problem, facts={**problem.facts, "command": shlex.join(words), "plan": above})
