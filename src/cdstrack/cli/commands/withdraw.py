"""`cdstrack withdraw`: takes a recorded figure out of use; it stays in the log."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.completion import complete_group, complete_indicator, complete_org_unit
from cdstrack.cli.app.options import Texts, argument, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.revising import ByNumber
    from cdstrack.core.record.acts import Withdrawal
    from cdstrack.core.record.observation import Cell, Observation

Text = str | None


@takes("format", formats=(Format.TEXT, Format.JSON))
def withdraw(
    session: Session,
    indicator: Annotated[Text, argument("[INDICATOR]", complete_indicator)] = None,
    *,
    reason: Annotated[str, option("--reason", metavar="TEXT")],
    number: Annotated[Text, option("--id", metavar="N")] = None,
    on: Annotated[Text, option("--on", metavar="PERIOD")] = None,
    org_unit: Annotated[
        Text, option("--org-unit", metavar="ID", complete=complete_org_unit)
    ] = None,
    by: Annotated[Texts, option("--by", metavar="NAME=GROUP", complete=complete_group)] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says which figure is no longer in use."""
    from cdstrack.cli.use_cases.revising import reasoned_act, revise, write_revision
    from cdstrack.core.record.acts import ActKind

    meant = _meant(session, indicator, number, (on, org_unit, by))
    act = reasoned_act(session, ActKind.WITHDRAW, reason)
    revision = revise(session, act, meant, _withdrawal, dry_run=dry_run)
    write_revision(session, revision)


def _meant(
    session: Session, indicator: str | None, number: str | None, where: tuple[Text, Text, Texts]
) -> "ByNumber | Cell":
    """The figure, by its number or by what it is about.

    Raises:
        RefusedError: The arguments do not go together, or one of them cannot be read.
    """
    from cdstrack.cli.use_cases.entry import read_cell
    from cdstrack.cli.use_cases.revising import ByNumber, read_number

    session.plan  # noqa: B018 - an invalid plan is told before anything else
    names = ("INDICATOR", "--on", "--org-unit", "--by")
    given = [name for name, typed in zip(names, (indicator, *where), strict=True) if typed]
    if number is not None:
        if given:
            raise RefusedError(Problem("CDS009", {"first": "--id", "second": given[0]}))
        return ByNumber(read_number(number, "--id"))
    on, org_unit, by = where
    if indicator is None:
        raise RefusedError(Problem("CDS705", {"command": "cdstrack withdraw"}))
    return read_cell(session, indicator, on, org_unit, by)


def _withdrawal(kept: "Observation") -> "Withdrawal":
    from cdstrack.core.record.acts import Withdrawal

    return Withdrawal(kept.indicator, kept.org_unit, kept.period, kept.disaggregation)
