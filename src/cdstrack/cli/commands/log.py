"""`cdstrack log`: who recorded what, and when."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import WRITTEN, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import TABULAR, Format

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from cdstrack.core.record.acts import Submission
    from cdstrack.core.reports.history import LogAct
    from cdstrack.store.reading import Reader

_TOLD = 1000
"""So many changes of an act go into the report; a renderer tells fewer still."""


@takes(*WRITTEN, "known_at", "indicator", formats=TABULAR)
def log(
    session: Session,
    *,
    last: Annotated[str | None, option("--last", "-n", metavar="N")] = None,
    patch: Annotated[bool, flag("--patch", "-p")] = False,
    who: Annotated[str | None, option("--who", metavar="NAME")] = None,
    since: Annotated[str | None, option("--since", metavar="TIME")] = None,
    until: Annotated[str | None, option("--until", metavar="TIME")] = None,
) -> None:
    """One line a submission, the latest first."""
    from cdstrack.cli.use_cases.reports import report_header, write_report
    from cdstrack.cli.use_cases.revising import read_number
    from cdstrack.core.reports.history import LogReport
    from cdstrack.render import formats
    from cdstrack.render.record.log import log_patch
    from cdstrack.store.ledger import open_reader

    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    limit = None if last is None else read_number(last, "--last")
    span = _first_moment(session, since), _last_moment(session, until)
    indicators = _indicators(session)
    with open_reader(session.store_path.value) as ledger:
        undone = ledger.undone(session.known_at)
        wanted = _wanted(session, ledger, span, who, indicators)[:limit]
        acts = tuple(_act(ledger, submission, undone, indicators) for submission in wanted)
    known_at = max((act.submission.at for act in acts), default=None)
    report = LogReport(report_header(session, "log", known_at), acts)
    if patch and session.format in {Format.TABLE, Format.TEXT}:
        session.write(log_patch(report, session.sourced_view))
    else:
        write_report(session, formats.log, report, session.sourced_view)


def _wanted(
    session: Session,
    ledger: "Reader",
    span: "tuple[datetime | None, datetime | None]",
    who: str | None,
    indicators: frozenset[str] | None,
) -> "list[Submission]":
    """The submissions that were asked for, the latest first.

    Raises:
        RefusedError: CDS216 or CDS217, nobody of that name has recorded anything, or several have.
    """
    since, until = span
    ends = [moment for moment in (session.known_at, until) if moment is not None]
    known_at = min(ends, default=None)
    found = {each.id: each for each in ledger.submissions(known_at=known_at, since=since)}
    if indicators is not None:
        touched = [
            each.id
            for indicator in indicators
            for each in ledger.submissions(indicator=indicator, known_at=known_at, since=since)
        ]
        found = {number: found[number] for number in sorted(touched, reverse=True)}
    if who is not None:
        name = _name(who, (each.by for each in ledger.submissions()))
        found = {number: each for number, each in found.items() if each.by == name}
    return list(found.values())


def _act(
    ledger: "Reader",
    submission: "Submission",
    undone: frozenset[int],
    indicators: frozenset[str] | None,
) -> "LogAct":
    """One act with its first changes, of these indicators only; the rest is only counted."""
    from itertools import islice

    from cdstrack.core.reports.history import LogAct

    number = submission.id
    changes = ledger.iter_changes(number)
    if indicators is None:
        told = tuple(islice(changes, _TOLD))
        more = ledger.change_count(number) - len(told)
    else:
        chosen = (change for change in changes if change.cell.indicator in indicators)
        told = tuple(islice(chosen, _TOLD))
        more = sum(1 for _ in chosen)
    return LogAct(
        submission,
        told,
        more,
        undone=number in undone,
        documents=tuple(ledger.documents_changed(number)),
        warnings=tuple(ledger.acknowledgements_changed(number)),
    )


def _indicators(session: Session) -> frozenset[str] | None:
    """The indicators of `--indicator`; a full id counts even where the plan has dropped it."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_indicator, was_recorded

    typed = session.given.indicator
    if not typed:
        return None
    plan = session.plan
    return frozenset(
        name
        if name in plan.by_id or was_recorded(session, name)
        else accept(find_indicator(name, plan)).id
        for name in typed
    )


def _name(typed: str, names: "Iterable[str]") -> str:
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_id

    return accept(find_id(typed, {name: [name] for name in names}, "--who"))


def _first_moment(session: Session, typed: str | None) -> "datetime | None":
    """The moment that was typed; of a day, its first one."""
    from datetime import UTC, datetime, time

    from cdstrack.core.problem import Problem
    from cdstrack.words.parse.dates import read_day

    if typed is None:
        return None
    day = read_day(typed)
    if isinstance(day, Problem):
        return _last_moment(session, typed)
    return datetime.combine(day, time.min, session.zone).astimezone(UTC)


def _last_moment(session: Session, typed: str | None) -> "datetime | None":
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.words.parse.dates import read_instant

    return None if typed is None else accept(read_instant(typed, session.zone))
