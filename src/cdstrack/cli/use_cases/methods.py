"""The comparison of methods that `status --methods` asks for.

Owns the reading of the option and the way from a judged report to the printed comparison.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.plan.model import MethodName
    from cdstrack.core.record.observation import Observation
    from cdstrack.core.reports.status import StatusReport

EVERY = "all"


def read_methods(typed: str | None) -> "tuple[MethodName, ...]":
    """The methods asked for, in the order of the documentation; none where nothing was typed.

    Raises:
        RefusedError: CDS012, there is no such method.
    """
    if typed is None:
        return ()
    from cdstrack.core.plan.model import MethodName

    names = [name.strip() for name in typed.split(",")]
    if names == [EVERY]:
        return tuple(MethodName)
    for name in names:
        if name not in set(MethodName):
            facts = {"value": clean(name), "allowed": ", ".join((EVERY, *MethodName))}
            raise RefusedError(Problem("CDS012", {"where": "--methods", **facts}))
    return tuple(method for method in MethodName if method in names)


def write_comparison(
    session: Session,
    report: "StatusReport",
    figures: "Sequence[Observation]",
    methods: "Sequence[MethodName]",
) -> None:
    """The indicators of the report by each method, in the format asked for.

    Raises:
        RefusedError: The format cannot be written.
        OSError: The file cannot be written.
    """
    from cdstrack.cli.use_cases.reports import write_report
    from cdstrack.core.reports.comparison import build_comparison
    from cdstrack.render import formats

    compared = build_comparison(
        session.plan, figures, report, method=session.method, methods=methods
    )
    write_report(session, formats.comparison, compared)
