"""Everything that is to be found in plan and store, and what of it was accepted.

Owns the one look into the store that `check` takes.
"""

from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cdstrack.core.checks.finding import Finding
    from cdstrack.core.plan.model import Plan
    from cdstrack.store.reading import Reader


def find(session: Session) -> "list[Finding]":
    """What is wrong with the plan, then, where it is valid, with the record.

    Raises:
        RefusedError: The plan cannot be read.
        StoreUnusableError: There is a store, and it cannot be used.
    """
    from cdstrack.core.checks.finding import about_plan, accepted

    findings = about_plan(session.plan_file.problems)
    plan = session.plan_file.plan
    if plan is None or not _has_store(session):
        return findings
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        findings += _of_record(session, plan, ledger)
        reasons = {each.problem: each.reason for each in ledger.acknowledgements()}
    return accepted(findings, reasons)


def _has_store(session: Session) -> bool:
    """Whether there is something to look into; a store that was never made keeps nothing."""
    from cdstrack.cli.app.settings import Origin

    path, origin = session.store_path.value, session.store_path.origin
    if origin is Origin.DEFAULT and not path.exists():
        session.talk("check.no_store", store=str(path))
        return False
    return True


def _of_record(session: Session, plan: "Plan", ledger: "Reader") -> "Iterator[Finding]":
    from cdstrack.core.checks.finding import about_record
    from cdstrack.core.checks.observations import (
        CheckContext,
        observation_findings,
        submission_findings,
    )
    from cdstrack.core.record.sources import all_documents
    from cdstrack.core.weekly.issued import missed_summaries

    clock = session.clock
    around = CheckContext(plan, all_documents(plan, ledger.documents()), clock.today)
    yield from observation_findings(ledger.figures(), around)
    acts = reversed(ledger.submissions())
    yield from submission_findings(acts, None if clock.by_hand else clock.now)
    yield from map(about_record, missed_summaries(ledger.summaries(), clock.today))
