"""Checks plan and store against every rule, and accepts findings.

Owns the single read of the store that a check makes, the look-up of findings by id, and the
submission that records an acceptance.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cdstrack.cli.app.clock import Clock
from cdstrack.cli.app.progress import FEW, Progress, told
from cdstrack.cli.app.workspace import Author, Workspace, new_act
from cdstrack.core.checks.finding import Finding, Findings, about_plan, about_record
from cdstrack.core.problem import Problem, RefusedError, Severity, StoreUnusableError
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

if TYPE_CHECKING:
    from cdstrack.core.record.series import RecordedSeries
    from cdstrack.store.address import Address
    from cdstrack.store.reading import Reader

_SHORTEST = 4


def check_plan(file: PlanFile) -> list[Finding]:
    """The problems of the plan file."""
    return about_plan(file.problems)


def is_there(store: "Address") -> bool:
    """Whether the address or path leads to something that may be a store.

    Raises:
        StoreUnusableError: Access is denied.
    """
    from cdstrack.store.version_check import exists

    return exists(store)


def check_all(
    workspace: Workspace,
    clock: Clock,
    *,
    most: int | None = None,
    progress: Progress = lambda _: None,
) -> Findings:
    """The findings about the plan and the record, accepted ones included.

    Args:
        workspace: The plan and the store.
        clock: The day and the instant it is.
        most: How many findings of one code about figures are listed; None for all of them.
        progress: Receives, now and then, the share of the record that was checked.

    Raises:
        StoreUnusableError: The store cannot be read, and the unreadable row cannot be named.
    """
    from cdstrack.store.ledger import open_reader

    known = check_plan(workspace.file)
    with open_reader(workspace.store) as ledger:
        total = ledger.figure_count()
        if total > FEW:  # looking whether the record proves itself takes a while, too
            progress(0.0)
        known += [about_record(problem) for problem in _untrue(workspace.store)]
        is_untrue = len(known) > len(workspace.file.problems)
        try:
            reasons = {each.problem: each.reason for each in ledger.acknowledgements()}
            found = Findings(most, reasons)
            found.add(known)
            figures = told(ledger.series(), total, progress, FEW, len)
            found.add(_of_record(workspace, ledger, clock, figures, found))
        except StoreUnusableError:
            # A row that cannot be read has been named.
            if not is_untrue:
                raise
            found = Findings(most)
            found.add(known)
    return found


def _untrue(store: "Address") -> "Iterator[Problem]":
    """The contradictions within the store: in its structure, its chain, and single rows."""
    from cdstrack.store.verification import structure_problems, verify

    yield from structure_problems(store)
    yield from verify(store).problems


def find_meant(findings: Sequence[Finding], ids: Iterable[str]) -> list[Finding]:
    """The findings with these ids, each once.

    Raises:
        RefusedError: CDS520, no finding has an id; CDS522, it is that of an error.
    """
    return list({found.key: found for found in (_meant(findings, typed) for typed in ids)}.values())


def accept_findings(
    workspace: Workspace, findings: Sequence[Finding], reason: str, author: Author
) -> tuple[list[Finding], int | None]:
    """Records the acceptance of each finding that was not accepted before.

    Returns:
        The findings accepted now, and the number of the submission; None if there were none.
    """
    from cdstrack.core.record.acts import Acknowledgement, ActKind
    from cdstrack.store.ledger import open_writer

    act = new_act(workspace, author, ActKind.ACKNOWLEDGE, reason)
    with open_writer(workspace.store) as ledger, ledger.writing() as write:
        known = {each.problem for each in write.acknowledgements()}
        new = [found for found in findings if found.key not in known]
        if not new:
            return [], None
        entries = [Acknowledgement(found.key, act.reason or "") for found in new]
        return new, write.append(act, entries).id


def _of_record(
    workspace: Workspace,
    ledger: "Reader",
    clock: Clock,
    figures: "Iterable[RecordedSeries]",
    found: Findings,
) -> Iterator[Finding]:
    from cdstrack.cli.use_cases.area_figures import figures_of_units
    from cdstrack.core.checks.observations import (
        CheckContext,
        observation_findings,
        submission_findings,
    )
    from cdstrack.core.record.sources import all_documents
    from cdstrack.core.weekly.issued import missed_summaries

    documents = all_documents(workspace.plan, ledger.documents())
    around = CheckContext(workspace.plan, documents, clock.today)
    yield from observation_findings(figures, around, found.only_counts)
    if units := figures_of_units(ledger, workspace.plan):
        from cdstrack.core.checks.stated import contradicted_by_units

        yield from contradicted_by_units(workspace.plan, units, clock.today)
    acts = reversed(ledger.submissions())
    yield from submission_findings(acts, None if clock.by_hand else clock.now)
    yield from map(about_record, missed_summaries(ledger.summaries(), clock.today))


def _meant(findings: Sequence[Finding], typed: str) -> Finding:
    fitting = [found for found in findings if found.id.startswith(typed.lower())]
    if len(typed) < _SHORTEST or len({found.key for found in fitting}) != 1:
        near = did_you_mean(typed, [found.id for found in findings if _can_be_accepted(found)])
        raise RefusedError(Problem("CDS520", {"value": clean(typed), "near": ", ".join(near)}))
    if not _can_be_accepted(fitting[0]):
        raise RefusedError(Problem("CDS522", {"code": fitting[0].problem.code}))
    return fitting[0]


def _can_be_accepted(found: Finding) -> bool:
    return found.problem.severity is not Severity.ERROR
