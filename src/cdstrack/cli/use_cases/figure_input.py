"""Reads a typed figure: all its arguments together, with everything that is wrong in them.

Owns the meaning of the options of `record` and `correct`. Records nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cdstrack.cli.app.workspace import Workspace
from cdstrack.cli.use_cases.names import (
    find_document,
    find_to_write,
    find_unit,
    indicator_names,
    is_unit_code,
    was_recorded,
)
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem, RefusedError, Severity, accept, refuse
from cdstrack.core.record.observation import Cell, Observation, Qualifier
from cdstrack.core.record.observation_rules import observation_problems, unjudged_group
from cdstrack.core.record.period import Period, Precision
from cdstrack.store.ledger import open_reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period, read_period_on
from cdstrack.words.parse.disaggregation import read_disaggregation
from cdstrack.words.parse.values import read_qualifier, read_stated, read_value


@dataclass(frozen=True, slots=True)
class CellInput:
    """The cell of a figure, as typed; None for what was left out."""

    indicator: str
    on: str | None = None
    org_unit: str | None = None
    by: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was typed besides the value; None for what was left out."""

    stated: str | None = None
    qualifier: str | None = None
    document: str | None = None
    reported: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FigureInput:
    """A figure as typed."""

    cell: CellInput
    value: str
    beside: Beside = Beside()


def read_figure(
    workspace: Workspace, typed: FigureInput, today: date
) -> tuple[Observation, list[Problem]]:
    """The figure, and the warnings about it.

    Raises:
        RefusedError: An argument cannot be read, or a rule is broken; all problems are named.
    """
    indicator = find_to_record(workspace, typed.cell.indicator)
    figure = _put_together(workspace, typed, indicator, today)
    warnings = check_figure(workspace, figure, today)
    group = unjudged_group(figure, indicator)
    return figure, [*warnings, *([group] if group else [])]


def check_figure(workspace: Workspace, figure: Observation, today: date) -> list[Problem]:
    """The warnings about a figure.

    Raises:
        RefusedError: It breaks a rule.
    """
    problems = figure_problems(workspace, figure, today)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise RefusedError(*errors)
    return problems


def figure_problems(workspace: Workspace, figure: Observation, today: date) -> list[Problem]:
    """The errors and warnings that concern the figure alone, not its series."""
    plan, issued = workspace.plan, _issued(workspace, figure.document)
    return observation_problems(figure, plan.by_id[figure.indicator], plan, today, issued)


def _issued(workspace: Workspace, document: str | None) -> dict[str, date]:
    """The issue date of a document that only the store has, if known."""
    if document is None or document in workspace.plan.documents:
        return {}
    with open_reader(workspace.store) as ledger:
        kept = {each.key: each.issued for each in ledger.documents() if each.issued}
    return {key: kept[key] for key in kept.keys() & {document}}


def read_cell(workspace: Workspace, typed: CellInput, today: date) -> Cell:
    """The cell of a figure.

    Raises:
        RefusedError: An argument cannot be read; all problems are named.
    """
    wanted = find_to_record(workspace, typed.indicator)
    period = _period(typed.on, today)
    unit = _org_unit(workspace, typed.org_unit, _day(period, wanted, today))
    group = read_disaggregation(typed.by or (), wanted)
    refuse(period, unit, group)
    return Cell(wanted.id, accept(unit), accept(group), accept(period).text)


def read_given(
    workspace: Workspace, typed: FigureInput, indicator: Indicator, today: date
) -> tuple[str | None, str]:
    """The org unit and the group, before the other parts of the figure are known.

    The unit is None if it was given by a code that stands for different units over time, because
    the period is still unknown.

    Raises:
        RefusedError: An argument cannot be read; all problems are named.
    """
    period, named = _period(typed.cell.on, today), typed.cell.org_unit
    is_open = named is not None and is_unit_code(named, workspace.plan)
    unit: str | Problem | None = None
    if not (is_open and isinstance(period, Problem)):
        unit = _org_unit(workspace, named, _day(period, indicator, today))
    group = read_disaggregation(typed.cell.by or (), indicator)
    refuse(unit, group, *_source(workspace, typed.beside, indicator).values())
    return None if unit is None else accept(unit), accept(group)


def find_to_record(workspace: Workspace, typed: str) -> Indicator:
    """The indicator that was typed, if that is certain enough to record a figure.

    Raises:
        RefusedError: CDS216, CDS217 or CDS239, it is not certain.
    """
    plan = workspace.plan
    if typed not in plan.by_id and was_recorded(workspace.store, typed):
        raise RefusedError(Problem("CDS239", {"value": clean(typed)}))
    return plan.by_id[accept(find_to_write(typed, indicator_names(plan), "INDICATOR"))]


def _put_together(
    workspace: Workspace, typed: FigureInput, indicator: Indicator, today: date
) -> Observation:
    reading = read_value(typed.value, indicator)
    cell = typed.cell
    period = _period(cell.on, today)
    org_unit = _org_unit(workspace, cell.org_unit, _day(period, indicator, today))
    group = read_disaggregation(cell.by or (), indicator)
    source = _source(workspace, typed.beside, indicator)
    refuse(reading, period, org_unit, group, *source.values())
    read = accept(reading)
    kept = {key: value for key, value in source.items() if value is not None}
    return Observation(
        indicator=indicator.id,
        org_unit=accept(org_unit),
        period=accept(period).cut_by(indicator.calendar),
        disaggregation=accept(group),
        value=read.value,
        state=read.state,
        not_available=read.not_available,
        numerator=read.numerator,
        denominator=read.denominator,
        entered=read.entered,
        **{"qualifier": read.qualifier or Qualifier.EXACT, "stated": read.stated, **kept},
    )


def _source(workspace: Workspace, typed: Beside, indicator: Indicator) -> dict[str, Any]:
    """The facts about the source of the figure, by the names of an observation's fields."""
    read: dict[str, Callable[[str], object]] = {
        "stated": lambda text: read_stated(text, indicator),
        "qualifier": read_qualifier,
        "document": lambda text: find_document(text, workspace),
        "reported": _reported,
        "note": _note,
    }
    given = {key: getattr(typed, key) for key in read}
    found = {key: None if text is None else read[key](text) for key, text in given.items()}
    return {key: _typed_at(f"--{key}", value) for key, value in found.items()}


def _typed_at(option: str, found: object) -> object:
    """The problem with the name of its option, unless its sentence names the option already."""
    if not isinstance(found, Problem) or "where" in found.facts:
        return found
    return replace(found, facts={**found.facts, "typed_at": option})


def _period(typed: str | None, today: date) -> Period | Problem:
    return Problem("CDS220") if typed is None else read_period_on(typed, today)


def _day(period: Period | Problem, indicator: Indicator, today: date) -> date:
    """The last day of the period; today if the period cannot be read."""
    return today if isinstance(period, Problem) else period.cut_by(indicator.calendar).end


def _org_unit(workspace: Workspace, typed: str | None, day: date) -> str | Problem:
    return workspace.plan.area if typed is None else find_unit(typed, workspace.plan, day)


def _reported(typed: str) -> Period | Problem:
    """A day or a month."""
    period = read_period(typed)
    if isinstance(period, Problem) or period.precision in {Precision.DAY, Precision.MONTH}:
        return period
    return Problem("CDS023", {"value": clean(typed)})


def _note(typed: str) -> str | Problem:
    note = clean(typed).strip()
    return note or Problem("CDS222", {"where": "--note"})
