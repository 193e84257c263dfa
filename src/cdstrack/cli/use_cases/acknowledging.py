"""Accepting what a check found: by its id, once, with a reason.

Owns which finding an id means, and the act that keeps the acceptance.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError, Severity
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

if TYPE_CHECKING:
    from cdstrack.core.checks.finding import Finding

_SHORTEST = 4


def accept_findings(
    session: Session, findings: "Sequence[Finding]", ids: Iterable[str], reason: str | None
) -> str:
    """Keeps the acceptance of each finding that was not accepted before; says what was done.

    Raises:
        RefusedError: CDS520 or CDS522, an id means nothing that was found, or an error.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.cli.use_cases.revising import reasoned_act
    from cdstrack.core.record.acts import Acknowledgement, ActKind
    from cdstrack.store.ledger import open_writer

    wanted = {found.key: found for found in (_meant(findings, typed) for typed in ids)}
    act = reasoned_act(session, ActKind.ACKNOWLEDGE, reason)
    with open_writer(session.store_path.value) as ledger, ledger.writing() as write:
        known = {each.problem for each in write.acknowledgements()}
        new = [found for key, found in wanted.items() if key not in known]
        if not new:
            return session.sentence("check.acknowledged_already")
        entries = [Acknowledgement(found.key, act.reason or "") for found in new]
        number = write.append(act, entries).id
    session.done.append(str(number))
    ids_told = ", ".join(found.id for found in new)
    return session.sentence("check.acknowledged", ids=ids_told, number=str(number))


def _meant(findings: "Sequence[Finding]", typed: str) -> "Finding":
    fitting = [found for found in findings if found.id.startswith(typed.lower())]
    if len(typed) < _SHORTEST or len({found.key for found in fitting}) != 1:
        near = did_you_mean(typed, [found.id for found in findings if _can_be_accepted(found)])
        raise RefusedError(Problem("CDS520", {"value": clean(typed), "near": ", ".join(near)}))
    if not _can_be_accepted(fitting[0]):
        raise RefusedError(Problem("CDS522", {"code": fitting[0].problem.code}))
    return fitting[0]


def _can_be_accepted(found: "Finding") -> bool:
    return found.problem.severity is not Severity.ERROR
