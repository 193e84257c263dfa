"""Workbooks to be filled in: the indicators and units that they ask about, with the last figures.

Owns the choice of the rows, from plan and store, and the title above them. The layout of a workbook
belongs to `cdstrack.files.export.template`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.names import Filters, find_unit
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.sources import all_documents
from cdstrack.core.record.template import (
    RequestedObservation,
    asked_until,
    is_asked,
    requested_observations,
)
from cdstrack.core.units.tree import units_of
from cdstrack.core.weekly.obligations import responsible_on
from cdstrack.files.export.template import TOP, Title, write_template
from cdstrack.files.importing.workbook.facts import MOST_ROWS
from cdstrack.render.record.grids import sources_grid
from cdstrack.render.status.grids import caption
from cdstrack.render.view import View
from cdstrack.store.ledger import open_reader
from cdstrack.words.parse.dates import read_period_on
from cdstrack.words.parse.search import fold


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of a form; `until` is the last day on which its unit exists."""

    unit: str
    until: date
    rows: Sequence[RequestedObservation]
    documents: Mapping[str, SourceDocument]
    body: str | None
    """The id of the body that was asked for by name; null where all are asked."""


def read_form(
    workspace: Workspace, chosen: Filters, org_unit: str | None, on: str | None, as_of: date
) -> Form:
    """A form for one unit: the chosen indicators with their last figures, by lead body.

    `org_unit` None is the plan's area, and `on` None each indicator's last period.

    Raises:
        RefusedError: An argument cannot be read, or no indicator is asked for (CDS355).
    """
    plan = workspace.plan
    period = None if on is None else accept(read_period_on(on, as_of))
    unit = _found_unit(workspace, org_unit, period, as_of)
    with open_reader(workspace.store) as ledger:
        figures = ledger.current(org_unit=unit)
        documents = all_documents(plan, ledger.documents())
    until = asked_until(plan, unit, as_of)
    asked = _asked(workspace, chosen, until, as_of)
    shown = _telling_names(plan).get(unit, unit)
    rows = requested_observations(asked, figures, unit, until, period, shown)
    leads = chosen.chosen.get("lead", frozenset())
    return Form(unit, until, rows, documents, next(iter(leads)) if len(leads) == 1 else None)


def read_unit_forms(
    workspace: Workspace, chosen: Filters, org_unit: str | None, on: str | None, as_of: date
) -> Form:
    """One form for all units of an area: the indicators that are rolled up, unit by unit.

    The units are those at the end of the period if it is given, else those of the day.

    Raises:
        RefusedError: As for `read_form`; CDS355 too where no unit of the area is to report, and
            CDS379 where import would refuse the form for its length.
    """
    plan = workspace.plan
    period = None if on is None else accept(read_period_on(on, as_of))
    area = _found_unit(workspace, org_unit, period, as_of)
    asked = [each for each in _asked(workspace, chosen, as_of, as_of) if each.rollup]
    with open_reader(workspace.store) as ledger:
        figures = ledger.last_figures({each.id for each in asked})
        documents = all_documents(plan, ledger.documents())
    by_unit: dict[str, list[Observation]] = {}
    for figure in figures:
        by_unit.setdefault(figure.org_unit, []).append(figure)
    names = _telling_names(plan)
    rows: list[RequestedObservation] = []
    day = min(period.end, as_of) if period else as_of
    for unit, of_unit in _units_asked(plan, area, asked, day).items():
        known, name = by_unit.get(unit, ()), names.get(unit, unit)
        rows += requested_observations(of_unit, known, unit, as_of, period, name)
    if not rows:
        raise RefusedError(Problem("CDS355"))
    if len(rows) > MOST_ROWS - TOP:
        facts = {"count": str(len(rows)), "limit": str(MOST_ROWS - TOP)}
        raise RefusedError(Problem("CDS379", facts))
    return Form(area, as_of, rows, documents, None)


def _units_asked(
    plan: Plan, area: str, asked: Sequence[Indicator], day: date
) -> dict[str, list[Indicator]]:
    """The units that exist on a day, each with the indicators that are rolled up from its level."""
    units, found = units_of(plan), dict[str, list[Indicator]]()
    for indicator in asked:
        level = indicator.rollup.from_ if indicator.rollup else ""
        if area != plan.area and not units.has_parts(area, level):
            continue
        for unit, is_inside in units.parts_of(area, level).items():
            if is_inside and units.in_force(unit, day):
                found.setdefault(unit, []).append(indicator)
    return found


def _telling_names(plan: Plan) -> dict[str, str]:
    """The units that have a unique name, by which import finds them, with that name."""
    language = plan.plan.language
    names = {unit: plan.unit_name(unit, language) for unit in plan.org_units}
    called = Counter(
        text
        for unit, label in plan.org_units.items()
        for text in {fold(each) for each in (unit, *label.texts, *label.aliases)}
    )
    return {unit: name for unit, name in names.items() if called[fold(name)] == 1}


def _found_unit(workspace: Workspace, typed: str | None, period: Period | None, as_of: date) -> str:
    """The typed unit, or the plan's area; a code is that of a unit at the end of the period."""
    if typed is None:
        return workspace.plan.area
    return accept(find_unit(typed, workspace.plan, period.end if period else as_of))


def _asked(workspace: Workspace, chosen: Filters, until: date, as_of: date) -> list[Indicator]:
    """The chosen indicators, by lead body; those with targets first."""
    found = []
    for each in workspace.plan.indicators:
        body = responsible_on(workspace.plan, each, as_of)
        if is_asked(each, until) and chosen.keep_declared(each, body.unit if body else None):
            found.append(each)
    if not found:
        raise RefusedError(Problem("CDS355"))
    return sorted(found, key=lambda each: not each.targets)


def write_form(file: BinaryIO, workspace: Workspace, form: Form, as_of: date, view: View) -> None:
    """The form as a workbook, which import reads when it comes back.

    Raises:
        OSError: The file cannot be written.
    """
    sources = sources_grid(form.documents, view)
    head = caption(report_header(workspace, Basis(as_of), "status", None), view)
    names = list(form.documents)
    plan, language = workspace.plan, view.language
    body = plan.unit_name(form.body, language) if form.body else None
    title = Title(plan.plan.title.text(language), body, head)
    write_template(file, form.rows, names, sources, title=title, language=language)
