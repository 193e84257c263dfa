"""Keeping one figure: already there, in conflict, or new; decided while nobody else can write.

Owns the act that a command hands to the store, and the look at the verdict before and after.
"""

from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cdstrack.core.record.acts import Act, ActKind
    from cdstrack.core.record.observation import Observation
    from cdstrack.core.reports.receipts import Receipt
    from cdstrack.core.verdict.vocabulary import Status
    from cdstrack.store.reading import Reader


def keep_figure(session: Session, figure: "Observation", *, dry_run: bool) -> "Receipt":
    """Records the figure unless it is there already; with `dry_run` only says what would be done.

    Raises:
        RefusedError: CDS218, the cell holds another figure.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.core.record.acts import ActKind
    from cdstrack.core.reports.receipts import Outcome, Receipt
    from cdstrack.store.ledger import open_reader, open_writer

    path = session.store_path.value
    if dry_run:
        with open_reader(path) as ledger:
            kept = _kept(ledger, figure, session)
            if kept is not None:
                return Receipt(kept, Outcome.ALREADY_RECORDED)
            before = _known(ledger, figure)
        return Receipt(figure, Outcome.WOULD_RECORD, None, *_verdicts(session, figure, before))
    with open_writer(path) as ledger, ledger.writing() as write:
        kept = _kept(write, figure, session)
        if kept is not None:
            return Receipt(kept, Outcome.ALREADY_RECORDED)
        before = _known(write, figure)
        submission = write.append(new_act(session, ActKind.RECORD), [figure])
        figure = write.latest_in_cell(figure.cell) or figure
    session.done.append(str(submission.id))
    verdicts = _verdicts(session, figure, before)
    return Receipt(figure, Outcome.RECORDED, submission.id, *verdicts)


def new_act(session: Session, kind: "ActKind") -> "Act":
    """An act of this run's user, at this run's instant, under the plan as the file says now."""
    from cdstrack import __version__
    from cdstrack.core.record.acts import Act

    clock, plan_file = session.clock, session.current_plan_file
    return Act(
        kind=kind,
        by=session.user.value,
        at=clock.now,
        plan_digest=plan_file.digest,
        plan_text=plan_file.text,
        program=f"cdstrack {__version__}",
        test_clock=clock.by_hand,
    )


def _kept(ledger: "Reader", figure: "Observation", session: Session) -> "Observation | None":
    """The figure as the cell holds it already; None for an empty cell.

    Raises:
        RefusedError: CDS218, the cell holds another figure.
    """
    from cdstrack.core.record.acts import differences

    kept = ledger.latest_in_cell(figure.cell)
    if kept is None:
        return None
    different = differences(kept, figure)
    if not different:
        return kept
    from cdstrack.words.parse.dates import format_period

    language = session.language.value
    facts = {
        "indicator": figure.indicator,
        "period": format_period(figure.period, language),
        "recorded": _told(kept, different, session),
        "value": _told(figure, different, session),
    }
    raise RefusedError(Problem("CDS218", facts))


def _told(figure: "Observation", different: "Iterable[str]", session: Session) -> str:
    """The figure with everything in which it differs from another one."""
    from cdstrack.render.changes import named_fields
    from cdstrack.words.labels.value import figure_words, fraction_words

    language, indicator = session.language.value, session.plan.by_id[figure.indicator]
    fraction = fraction_words(figure, indicator, language)
    words = " = ".join(
        part for part in (figure_words(figure, indicator, language), fraction) if part
    )
    beside = named_fields(figure, different, session.sourced_view)
    return "; ".join([words, *beside])


def _known(ledger: "Reader", figure: "Observation") -> "list[Observation]":
    return ledger.current(org_unit=figure.org_unit, indicators=[figure.indicator])


def _verdicts(
    session: Session, figure: "Observation", known: "Iterable[Observation]"
) -> "tuple[Status | None, Status | None]":
    """The verdict on the indicator without and with the figure; None for another area's."""
    if figure.org_unit != session.plan.area:
        return None, None
    known = list(known)
    before = verdict_on(session, figure.indicator, known)
    return before, verdict_on(session, figure.indicator, [*known, figure])


def verdict_on(session: Session, indicator: str, known: "Iterable[Observation]") -> "Status | None":
    """The verdict on an indicator of the plan by these figures; null where it has no target."""
    from cdstrack.cli.use_cases.reports import report_header
    from cdstrack.core.reports.status import build_status

    wanted = session.plan.by_id[indicator]
    plan = session.plan.model_copy(update={"indicators": (wanted,)})
    items = build_status(plan, known, report_header(session, "status", None)).items
    return items[0].status if items else None
