"""Records one figure.

Owns what is decided inside the write transaction: whether the figure is already recorded, in
conflict, or new.
"""

from collections.abc import Iterable
from datetime import date

from cdstrack.cli.app.workspace import Author, Workspace, new_act, opened, read_text
from cdstrack.cli.use_cases.area_figures import derived_figures
from cdstrack.cli.use_cases.figure_input import FigureInput, read_figure
from cdstrack.core.checks.course import LOOKED_BACK
from cdstrack.core.checks.doubts import doubts_of, figure_before
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.acts import Acknowledgement, ActKind, Entry, differences
from cdstrack.core.record.closing import refuse_closed
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.refusal import RecordRefusedError, contradiction
from cdstrack.core.record.same_day import contradicting, same_day
from cdstrack.core.reports.judging import status_of
from cdstrack.core.reports.receipts import Outcome, Receipt
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.store.reading import Reader


def record_figure(
    workspace: Workspace,
    typed: FigureInput,
    author: Author,
    *,
    accept_doubt: str | None = None,
    late: str | None = None,
    dry_run: bool = False,
) -> tuple[Receipt, list[Problem]]:
    """Records a figure unless it is recorded already; `dry_run` only shows the outcome.

    With `accept_doubt` its doubts are accepted for that reason in the same submission; `late` is
    the reason for a figure of a closed period.

    Returns:
        The outcome, and the warnings about the figure, its doubts last.

    Raises:
        RefusedError: An argument cannot be read, or a rule is broken; all problems are named.
        RecordRefusedError: CDS218 or CDS243, there is another figure or an estimate.
        PeriodClosedError: CDS719, its period is closed, and nothing says why it comes late.
    """
    figure, warnings = read_figure(workspace, typed, author.clock.today)
    reason = read_text("--accept-doubt", accept_doubt)
    indicator = workspace.plan.by_id[figure.indicator]
    with opened(workspace.store, dry_run=dry_run) as (reader, write):
        known = known_beside(reader, workspace, figure)
        kept = _kept(reader, figure, known, indicator)
        if kept is not None:
            return Receipt(kept, Outcome.ALREADY_RECORDED), warnings
        if late is None:
            refuse_closed(reader.closings(), [figure.period.text])
        doubts = tuple(doubts_of(figure, known, indicator))
        today = author.clock.today
        beside = derived_figures(reader, workspace.plan, [figure.indicator], today, None)
        submission = None
        if write:
            entries: list[Entry] = [figure, *acceptances(figure, doubts, reason)]
            submission = write.append(
                new_act(workspace, author, ActKind.RECORD, late=late), entries
            ).id
            figure = write.latest_in_cell(figure.cell) or figure
    receipt = Receipt(
        figure,
        Outcome.WOULD_RECORD if dry_run else Outcome.RECORDED,
        submission,
        *_verdicts(workspace, figure, [*known, *beside], today),
        previous=figure_before(figure, known),
        doubts=() if reason else doubts,
    )
    return receipt, [*warnings, *without_document(figure), *receipt.doubts]


def known_beside(reader: Reader, workspace: Workspace, figure: Observation) -> list[Observation]:
    """The figures that the rules at entry compare with: all figures only if a verdict is given."""
    indicator = workspace.plan.by_id.get(figure.indicator)
    if figure.org_unit == workspace.plan.area and indicator is not None and indicator.targets:
        return reader.current(org_unit=figure.org_unit, indicators=[figure.indicator])
    return reader.near(figure.cell, figure.period.end, LOOKED_BACK)


def without_document(figure: Observation) -> list[Problem]:
    """The warning that a new figure has no source document; it is no doubt about the value."""
    if figure.document is not None or not figure.is_figure:
        return []
    return [Problem("CDS506", severity=Severity.WARNING)]


def acceptances(
    figure: Observation, doubts: Iterable[Problem], reason: str | None
) -> list[Acknowledgement]:
    """The acknowledgements of the doubts about a figure; none without a reason."""
    if reason is None:
        return []
    return [Acknowledgement(about_observation(each, figure).key, reason) for each in doubts]


def verdict_on(
    workspace: Workspace, indicator: str, figures: Iterable[Observation], today: date
) -> Status | None:
    """The verdict on an indicator of the plan by these figures; None where it has no target."""
    wanted = workspace.plan.by_id[indicator]
    plan = workspace.plan.model_copy(update={"indicators": (wanted,)})
    return status_of(plan, wanted, figures, today)


def _kept(
    reader: Reader, figure: Observation, known: Iterable[Observation], indicator: Indicator
) -> Observation | None:
    """The recorded figure that equals this one; None if this one is new."""
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
    """The verdicts on the indicator without and with the figure; None for another area's figure."""
    if figure.org_unit != workspace.plan.area:
        return None, None
    before = verdict_on(workspace, figure.indicator, known, today)
    return before, verdict_on(workspace, figure.indicator, [*known, figure], today)
