"""`cdstrack summary`: the page of a week."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.completion import complete_status
from cdstrack.cli.app.options import WRITTEN, Texts, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.render.view import DOCUMENT, Format

if TYPE_CHECKING:
    from cdstrack.core.weekly.week import Week


@takes(*WRITTEN, "known_at", "plan_at", "method", formats=DOCUMENT)
def summary(
    session: Session,
    *,
    week: Annotated[str | None, option("--week", metavar="WEEK")] = None,
    issue: Annotated[bool, flag("--issue")] = False,
    only_if_changed: Annotated[bool, flag("--only-if-changed")] = False,
    fail_on: Annotated[
        Texts, option("--fail-on", metavar="STATUS", complete=complete_status)
    ] = None,
    listed: Annotated[bool, flag("--list")] = False,
    number: Annotated[str | None, option("--number", metavar="N")] = None,
) -> None:
    """Prints the page, or what was issued before."""
    _refuse_together({"--list": listed, "--number": number, "--issue": issue})
    _refuse_together({"--list": listed, "--number": number, "--week": week})
    if listed:
        _write_list(session)
    elif number is not None:
        _write_issued(session, number)
    else:
        _write_page(session, week, fail_on, issue=issue, only_if_changed=only_if_changed)


def _write_page(
    session: Session,
    typed: str | None,
    fail_on: Texts,
    *,
    issue: bool,
    only_if_changed: bool,
) -> None:
    from cdstrack.cli.use_cases.filters import read_statuses
    from cdstrack.cli.use_cases.reports import write_report
    from cdstrack.cli.use_cases.week_record import issue as keep_issue
    from cdstrack.cli.use_cases.week_record import read_summary
    from cdstrack.render import formats

    failing = read_statuses(fail_on, "--fail-on")
    report = read_summary(session, _week(session, typed))
    if issue:
        text = formats.written(formats.summary(report, session.view), Format.TEXT, session.view)
        keep_issue(session, report, text)
    if report.has_news or not only_if_changed:
        write_report(session, formats.summary, report)
    if any(item.status in failing for item in report.after.items):
        raise typer.Exit(ExitCode.FINDINGS)


def _week(session: Session, typed: str | None) -> "Week":
    """The week asked for, else the last full one.

    Raises:
        RefusedError: There is no such week, or it is not over (CDS601).
    """
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.core.weekly.week import Week
    from cdstrack.words.parse.weeks import read_week

    session.plan  # noqa: B018 - an invalid plan is told before anything else
    today = session.clock.today
    if typed is None:
        return Week.last_full(today)
    week = Week.of(accept(read_week(typed, Week.of(today).year)).start)
    if week.sunday >= today:
        facts = {"week": week.text, "sunday": week.sunday.isoformat()}
        raise RefusedError(Problem("CDS601", facts))
    return week


def _write_list(session: Session) -> None:
    from cdstrack.cli.use_cases.reports import write_report
    from cdstrack.cli.use_cases.week_record import read_issues
    from cdstrack.render import formats

    write_report(session, formats.issues, read_issues(session))


def _write_issued(session: Session, typed: str) -> None:
    """The page as it was issued, byte for byte; whatever the plan says by now.

    Raises:
        RefusedError: Another format was asked for than it was kept in, or there is no such page.
    """
    from cdstrack.store.ledger import open_reader
    from cdstrack.words.parse.clean import clean

    replace(session, formats=(Format.TEXT,)).format  # noqa: B018 - refuses any other
    with open_reader(session.store_path.value) as ledger:
        issued = {str(each.number): each for each in ledger.summaries(session.known_at)}
    if typed not in issued:
        raise RefusedError(Problem("CDS602", {"number": clean(typed)}))
    session.write(issued[typed].text)


def _refuse_together(given: dict[str, bool | str | None]) -> None:
    """Refuses (CDS603) the first two of these options, where more than one was given."""
    named = [name for name, value in given.items() if value]
    if len(named) > 1:
        raise RefusedError(Problem("CDS603", {"first": named[0], "second": named[1]}))
