"""Recording one figure: the arguments read together, and the figure kept.

Owns what is decided while nobody else can write: already there, in conflict, or new.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cdstrack.cli.app.workspace import (
    Author,
    Basis,
    Workspace,
    new_act,
    opened,
    read_text,
    report_header,
)
from cdstrack.cli.use_cases.names import (
    find_document,
    find_id,
    find_to_write,
    indicator_names,
    org_unit_names,
    was_recorded,
)
from cdstrack.core.checks.doubts import doubts_of, figure_before
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem, RefusedError, Severity, accept, refuse
from cdstrack.core.record.acts import Acknowledgement, ActKind, Entry, differences
from cdstrack.core.record.observation import Cell, Observation, Qualifier
from cdstrack.core.record.observation_rules import observation_problems, unjudged_group
from cdstrack.core.record.period import Period, Precision
from cdstrack.core.record.refusal import RecordRefusedError, contradiction
from cdstrack.core.record.same_day import contradicting, same_day
from cdstrack.core.reports.receipts import Outcome, Receipt
from cdstrack.core.reports.status import build_status
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period, read_period_on
from cdstrack.words.parse.values import (
    read_disaggregation,
    read_qualifier,
    read_stated,
    read_value,
)


@dataclass(frozen=True, slots=True)
class CellInput:
    """What a figure is about, as typed; None where something was left out."""

    indicator: str
    on: str | None = None
    org_unit: str | None = None
    by: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was typed beside the number; null where nothing was."""

    stated: str | None = None
    qualifier: str | None = None
    document: str | None = None
    reported: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FigureInput:
    """A figure as it is typed."""

    cell: CellInput
    value: str
    beside: Beside = Beside()


def record_figure(
    workspace: Workspace,
    typed: FigureInput,
    author: Author,
    *,
    accept_doubt: str | None = None,
    dry_run: bool = False,
) -> tuple[Receipt, list[Problem]]:
    """Records the figure unless it is there already; with `dry_run` only finds out.

    With `accept_doubt` what makes the figure doubtful is accepted for that reason in the same act.

    Returns:
        What became of it, and the warnings about it, its doubts last.

    Raises:
        RefusedError: Something cannot be read, or a rule is broken; all of it is named.
        RecordRefusedError: CDS218 or CDS243, there is another figure or an estimate.
    """
    figure, warnings = read_figure(workspace, typed, author.clock.today)
    reason = read_text("--accept-doubt", accept_doubt)
    indicator = workspace.plan.by_id[figure.indicator]
    with opened(workspace.store, dry_run=dry_run) as (reader, write):
        known = reader.current(org_unit=figure.org_unit, indicators=[figure.indicator])
        kept = _kept(reader, figure, known, indicator)
        if kept is not None:
            return Receipt(kept, Outcome.ALREADY_RECORDED), warnings
        doubts = tuple(doubts_of(figure, known, indicator))
        submission = None
        if write:
            entries: list[Entry] = [figure, *acceptances(figure, doubts, reason)]
            submission = write.append(new_act(workspace, author, ActKind.RECORD), entries).id
            figure = write.latest_in_cell(figure.cell) or figure
    receipt = Receipt(
        figure,
        Outcome.WOULD_RECORD if dry_run else Outcome.RECORDED,
        submission,
        *_verdicts(workspace, figure, known, author.clock.today),
        previous=figure_before(figure, known),
        doubts=() if reason else doubts,
    )
    return receipt, [*warnings, *_without_document(figure), *receipt.doubts]


def _without_document(figure: Observation) -> list[Problem]:
    """A warning that a new figure states no source; said once, it is no doubt about the number."""
    if figure.document is not None or not figure.is_figure:
        return []
    return [Problem("CDS506", severity=Severity.WARNING)]


def acceptances(
    figure: Observation, doubts: Iterable[Problem], reason: str | None
) -> list[Acknowledgement]:
    """What accepts the doubts about a figure; nothing without a reason."""
    if reason is None:
        return []
    return [Acknowledgement(about_observation(each, figure).key, reason) for each in doubts]


def read_figure(
    workspace: Workspace, typed: FigureInput, today: date
) -> tuple[Observation, list[Problem]]:
    """The figure, and the warnings about it.

    Raises:
        RefusedError: Something cannot be read, or a rule is broken; all of it is named.
    """
    indicator = _indicator(workspace, typed.cell.indicator)
    figure = _put_together(workspace, typed, indicator, today)
    warnings = check_figure(workspace, figure, today)
    group = unjudged_group(figure, indicator)
    return figure, [*warnings, *([group] if group else [])]


def check_figure(workspace: Workspace, figure: Observation, today: date) -> list[Problem]:
    """The warnings about the figure with everything given beside it.

    Raises:
        RefusedError: It breaks a rule.
    """
    plan, issued = workspace.plan, _issued(workspace, figure.document)
    problems = observation_problems(figure, plan.by_id[figure.indicator], plan, today, issued)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise RefusedError(*errors)
    return problems


def _issued(workspace: Workspace, document: str | None) -> dict[str, date]:
    """The day on which a document that only the store keeps was issued, where that is known."""
    if document is None or document in workspace.plan.documents:
        return {}
    with open_reader(workspace.store) as ledger:
        kept = {each.key: each.issued for each in ledger.documents() if each.issued}
    return {key: kept[key] for key in kept.keys() & {document}}


def read_cell(workspace: Workspace, typed: CellInput, today: date) -> Cell:
    """What a figure is about.

    Raises:
        RefusedError: Something cannot be read; all of it is named.
    """
    wanted = _indicator(workspace, typed.indicator)
    period, unit = _period(typed.on, today), _org_unit(workspace, typed.org_unit)
    group = read_disaggregation(typed.by or (), wanted)
    refuse(period, unit, group)
    return Cell(wanted.id, accept(unit), accept(group), accept(period).text)


def verdict_on(
    workspace: Workspace, indicator: str, figures: Iterable[Observation], today: date
) -> Status | None:
    """The verdict on an indicator of the plan by these figures; null where it has no target."""
    wanted = workspace.plan.by_id[indicator]
    plan = workspace.plan.model_copy(update={"indicators": (wanted,)})
    header = report_header(workspace, Basis(today), "status", None)
    items = build_status(plan, figures, header).items
    return items[0].status if items else None


def _indicator(workspace: Workspace, typed: str) -> Indicator:
    """The indicator that was meant, where that is certain enough to write to."""
    plan = workspace.plan
    if typed not in plan.by_id and was_recorded(workspace.store, typed):
        raise RefusedError(Problem("CDS239", {"value": clean(typed)}))
    return plan.by_id[accept(find_to_write(typed, indicator_names(plan), "INDICATOR"))]


def _put_together(
    workspace: Workspace, typed: FigureInput, indicator: Indicator, today: date
) -> Observation:
    reading = read_value(typed.value, indicator)
    cell = typed.cell
    period, org_unit = _period(cell.on, today), _org_unit(workspace, cell.org_unit)
    group = read_disaggregation(cell.by or (), indicator)
    source = _source(workspace, typed.beside, indicator)
    refuse(reading, period, org_unit, group, *source.values())
    read = accept(reading)
    kept = {key: value for key, value in source.items() if value is not None}
    return Observation(
        indicator=indicator.id,
        org_unit=accept(org_unit),
        period=accept(period),
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
    """What the source says beside the figure, by the names of an observation's fields."""
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
    """A problem names the option it was typed at, where its sentence does not do so itself."""
    if not isinstance(found, Problem) or "where" in found.facts:
        return found
    return replace(found, facts={**found.facts, "typed_at": option})


def _period(typed: str | None, today: date) -> Period | Problem:
    return Problem("CDS220") if typed is None else read_period_on(typed, today)


def _org_unit(workspace: Workspace, typed: str | None) -> str | Problem:
    if typed is None:
        return workspace.plan.area
    return find_id(typed, org_unit_names(workspace.plan), "--org-unit")


def _reported(typed: str) -> Period | Problem:
    """A day or a month."""
    period = read_period(typed)
    if isinstance(period, Problem) or period.precision in {Precision.DAY, Precision.MONTH}:
        return period
    return Problem("CDS023", {"value": clean(typed)})


def _note(typed: str) -> str | Problem:
    note = clean(typed).strip()
    return note or Problem("CDS222", {"where": "--note"})


def _kept(
    reader: Reader, figure: Observation, known: Iterable[Observation], indicator: Indicator
) -> Observation | None:
    """The figure as the record holds it already; None where it is new."""
    kept = reader.latest_in_cell(figure.cell)
    different: tuple[str, ...] = ()
    if kept is not None:
        different = differences(kept, figure)
    elif kept := same_day(figure, known, indicator):
        different = contradicting(kept, figure)
    if kept is not None and different:
        raise RecordRefusedError(contradiction(kept, figure, different))
    return kept


def _verdicts(
    workspace: Workspace, figure: Observation, known: list[Observation], today: date
) -> tuple[Status | None, Status | None]:
    """The verdict on the indicator without and with the figure; None for another area's."""
    if figure.org_unit != workspace.plan.area:
        return None, None
    before = verdict_on(workspace, figure.indicator, known, today)
    return before, verdict_on(workspace, figure.indicator, [*known, figure], today)
