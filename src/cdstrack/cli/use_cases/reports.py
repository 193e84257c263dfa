"""From plan and store to a report: what all reporting commands do.

Owns the order: the plan first, then one look into the store, then the arithmetic.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import RefusedError, StoreUnusableError
from cdstrack.render.view import Format, View

if TYPE_CHECKING:
    from cdstrack.core.record.observation import Observation
    from cdstrack.core.reports.status import ReportHeader, StatusReport
    from cdstrack.render.formats import Rendering
    from cdstrack.render.machine.fields import Fields

R = TypeVar("R")


def read_status(session: Session, *, context: bool = False) -> "StatusReport":
    """Where the plan's area stands, as of the day and by the knowledge asked for.

    Raises:
        RefusedError: An option is wrong, the plan invalid, or the store cannot be used.
    """
    return read_judged(session, context=context)[0]


def read_judged(
    session: Session, *, context: bool = False
) -> "tuple[StatusReport, list[Observation]]":
    """The same with the figures that it was built from.

    Raises:
        RefusedError: An option is wrong, the plan invalid, or the store cannot be used.
    """
    from cdstrack.core.reports.status import build_status
    from cdstrack.store.ledger import open_reader

    plan = session.plan
    known_at, method = session.known_at, session.method
    wanted = {indicator.id for indicator in plan.indicators if indicator.targets or context}
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(org_unit=plan.area, indicators=wanted, known_at=known_at)
        last = ledger.knowledge(known_at)
    header = report_header(session, "status", last.at if last else None)
    return build_status(plan, figures, header, method=method, context=context), figures


def report_header(session: Session, report: str, known_at: datetime | None) -> "ReportHeader":
    """What a report speaks about; `known_at` is the last instant that it counts."""
    from cdstrack.core.plan.model import MethodName
    from cdstrack.core.reports.status import ReportHeader, area_notices, knowledge_notices

    plan = session.plan
    # An empty log may be one of an indicator, and judges nothing.
    nothing_by = session.known_at if known_at is None and report != "log" else None
    return ReportHeader(
        report=report,
        plan_id=plan.plan.id,
        plan_title=plan.plan.title,
        plan_digest=session.plan_file.digest,
        as_of=session.as_of,
        known_at=known_at,
        method=session.method or MethodName.LINEAR,
        timezone=plan.plan.timezone,
        notices=(
            *area_notices(plan, session.as_of),
            *knowledge_notices(nothing_by, by_the_file=session.given.plan_at is None),
        ),
    )


def latest_header(session: Session, report: str) -> "ReportHeader":
    """The same by all that is known now, for what is not judged; null where there is no store.

    Raises:
        RefusedError: An option is wrong, or the plan invalid.
    """
    from cdstrack.store.ledger import open_reader

    last = None
    with suppress(StoreUnusableError), open_reader(session.store_path.value) as ledger:
        last = ledger.knowledge(session.known_at)
    return report_header(session, report, last.at if last else None)


def write_answer(
    session: Session,
    report: str,
    text: Callable[[View], str],
    fields: "Callable[[], Fields]",
    view: View,
) -> None:
    """Writes what a command did or found, where nothing is judged, in the format asked for.

    Raises:
        RefusedError: An option is wrong, or the plan invalid.
        OSError: It cannot be written.
    """
    if session.format is Format.JSON:
        from cdstrack.render.machine.fields import header_fields
        from cdstrack.render.machine.output import dumped

        header = header_fields(latest_header(session, report), view)
        session.write(dumped(header | fields()))
    else:
        session.write(text(view))


def header_of_any(session: Session, report: str) -> "Fields":
    """The header as fields, whatever can be known of it: of a plan with errors only its digest."""
    from cdstrack.render.machine.fields import bare_header, header_fields

    try:
        plan_file = session.plan_file
        if plan_file.plan is None:
            return bare_header(report, {"id": None, "title": None, "digest": plan_file.digest})
        return header_fields(latest_header(session, report), session.view)
    except RefusedError:
        return bare_header(report, None)


def write_report(
    session: Session,
    rendering: "Callable[[R, View], Rendering]",
    report: R,
    view: View | None = None,
) -> None:
    """The report in the format asked for, to the file asked for.

    Args:
        session: The format and the file.
        rendering: What the report is written from, of `cdstrack.render.formats`.
        report: The report.
        view: Where it is not the session's own.

    Raises:
        RefusedError: The format cannot be written.
        OSError: The file cannot be written.
    """
    from cdstrack.render.formats import written

    # A format that the command does not offer is refused before anything is rendered.
    form, view = session.format, view or session.view
    session.write(written(rendering(report, view), form, view))
