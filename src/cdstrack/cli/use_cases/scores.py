"""Scores by role, and what-if questions; nothing is recorded."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.area_figures import area_figures
from cdstrack.cli.use_cases.figure_input import CellInput, FigureInput, read_figure
from cdstrack.cli.use_cases.names import (
    find_indicator,
    find_to_write,
    find_unit,
    indicator_names,
)
from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.scores import ScoresReport, build_scores
from cdstrack.core.reports.whatif import (
    GoalReport,
    WhatIfReport,
    assumed_period,
    build_goal,
    build_what_if,
)
from cdstrack.store.ledger import open_reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period_on
from cdstrack.words.parse.values import read_value


def read_scores(
    workspace: Workspace, basis: Basis, typed: str, org_unit: str | None, on: str | None
) -> ScoresReport:
    """The scores of an indicator by role, of the plan's area unless another unit is named.

    Raises:
        RefusedError: The indicator, the org unit or the period cannot be found.
    """
    plan = workspace.plan
    wanted = accept(find_indicator(typed, plan))
    period = None if on is None else accept(read_period_on(on, basis.as_of))
    asked = None if period is None else period.cut_by(wanted.calendar)
    day = basis.as_of if asked is None else asked.end
    unit = plan.area if org_unit is None else accept(find_unit(org_unit, plan, day))
    with open_reader(workspace.store) as ledger:
        figures = area_figures(ledger, plan, [wanted], day, basis.known_at, area=unit)
        header = report_header(workspace, basis, "scores", ledger.cutoff(basis.known_at))
    if asked is not None:
        figures = [figure for figure in figures if figure.period.days == asked.days]
    return build_scores(plan, wanted, figures, header, unit)


def assume(
    workspace: Workspace, basis: Basis, typed: Sequence[str], by: Sequence[str], today: date
) -> WhatIfReport:
    """What the assumed figures, typed as `INDICATOR=VALUE`, would change.

    Raises:
        RefusedError: CDS245, there is no `=`; or a figure that would be refused when recorded.
    """
    plan = workspace.plan
    with open_reader(workspace.store) as ledger:
        figures = area_figures(ledger, plan, plan.indicators, basis.as_of, basis.known_at)
        header = report_header(workspace, basis, "whatif", ledger.cutoff(basis.known_at))
    derived = derive(plan, figures)
    assumed: list[Observation] = []
    for text in typed:
        name, separator, value = text.partition("=")
        if not separator or not name.strip() or not value.strip():
            raise RefusedError(Problem("CDS245", {"value": clean(text)}))
        indicator = plan.by_id[
            accept(find_to_write(name.strip(), indicator_names(plan), "INDICATOR"))
        ]
        period = assumed_period(plan, indicator, derived, basis.as_of)
        cell = CellInput(indicator.id, period.text, by=by)
        assumed.append(read_figure(workspace, FigureInput(cell, value.strip()), today)[0])
    return build_what_if(plan, figures, assumed, header, basis.method)


def read_goal(workspace: Workspace, basis: Basis, typed: Sequence[str], goal: str) -> GoalReport:
    """The gap of an index to a value, member by member; of the only index if none is named.

    Raises:
        RefusedError: CDS246, no index is meant or several are; CDS247, its scale ends below.
    """
    plan = workspace.plan
    indicator = _index(workspace, typed)
    read = accept(read_value(goal, indicator))
    assert indicator.composite is not None  # noqa: S101 - `_index` gives nothing else
    value = None if read.value is None else Fraction(read.value)
    if value is None or value > Fraction(indicator.composite.of):
        facts = {"value": clean(goal), "of": str(indicator.composite.of)}
        raise RefusedError(Problem("CDS247", {"indicator": indicator.id, **facts}))
    with open_reader(workspace.store) as ledger:
        figures = area_figures(ledger, plan, [indicator], basis.as_of, basis.known_at)
        header = report_header(workspace, basis, "goal", ledger.cutoff(basis.known_at))
    return build_goal(plan, indicator, derive(plan, figures), header, value)


def _index(workspace: Workspace, typed: Sequence[str]) -> Indicator:
    plan = workspace.plan
    known = [each for each in plan.indicators if each.composite is not None]
    if len(typed) == 1:
        found = accept(find_indicator(typed[0], plan))
        if found.composite is not None:
            return found
    elif not typed and len(known) == 1:
        return known[0]
    raise RefusedError(Problem("CDS246", {"known": ", ".join(each.id for each in known)}))
