"""`cdstrack summary`: the page of a week."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import REPORT, FailOn, Text, Texts, flag, option, takes
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.render.view import DOCUMENT, STANDARD_WIDTH, Format

if TYPE_CHECKING:
    from cdstrack.core.weekly.summary import SummaryReport


@takes(*REPORT, formats=DOCUMENT)
def summary(
    ctx: typer.Context,
    *,
    week: Annotated[Text, option("--week", metavar="WEEK")] = None,
    full: Annotated[bool, flag("--full")] = False,
    draft: Annotated[bool, flag("--draft")] = False,
    issue: Annotated[bool, flag("--issue")] = False,
    only_if_changed: Annotated[bool, flag("--only-if-changed")] = False,
    fail_on: FailOn = None,
    listed: Annotated[bool, flag("--list")] = False,
    number: Annotated[Text, option("--number", metavar="N")] = None,
) -> None:
    """Prints the page, or what was issued before."""
    run = Invocation.of(ctx)
    _refuse_together({"--list": listed, "--number": number, "--issue": issue})
    _refuse_together({"--list": listed, "--number": number, "--week": week})
    _refuse_together({"--list": listed, "--number": number, "--draft": draft})
    _refuse_together({"--list": listed, "--number": number, "--full": full})
    _refuse_together({"--draft": draft, "--issue": issue})
    is_plain = not (listed or number or issue or only_if_changed or fail_on)
    if is_plain and run.shows_kept(ctx):
        return
    if listed:
        _write_list(run)
    elif number is not None:
        _write_issued(run, number)
    else:
        report = _read(run, week, draft=draft)
        _write_page(run, report, fail_on, full=full, issue=issue, silent=only_if_changed)


def _read(run: Invocation, week: Text, *, draft: bool) -> "SummaryReport":
    from cdstrack.cli.use_cases.weekly import read_draft_week, read_summary, read_week

    basis, today = run.basis, run.clock.today
    read = read_draft_week if draft else read_week
    return read_summary(run.workspace, basis, read(week, basis.as_of, today))


def _write_page(
    run: Invocation,
    report: "SummaryReport",
    fail_on: Texts,
    *,
    full: bool,
    issue: bool,
    silent: bool,
) -> None:
    from cdstrack.cli.use_cases.names import read_statuses
    from cdstrack.cli.use_cases.weekly import issue_summary
    from cdstrack.render import formats, renderings

    failing = read_statuses(fail_on, "--fail-on")
    render = partial(renderings.summary, full=full)
    if issue:
        rendering = render(report, run.view)
        page = formats.written(rendering, Format.TEXT, replace(run.view, width=STANDARD_WIDTH))
        run.note(issue_summary(run.current, report, page, run.language, run.author))
    if report.has_news or not silent:
        run.report(render, report)
    if any(item.status in failing for item in report.after.items):
        raise typer.Exit(ExitCode.FINDINGS)


def _write_list(run: Invocation) -> None:
    from cdstrack.cli.use_cases.weekly import read_issues
    from cdstrack.render import renderings

    run.report(renderings.issues, read_issues(run.workspace, run.basis, run.clock.today))


def _write_issued(run: Invocation, number: str) -> None:
    """The page as it was issued, byte for byte; whatever the plan says by now."""
    from cdstrack.cli.use_cases.weekly import read_issued_page

    run.output.only(Format.TEXT)
    run.output.write(read_issued_page(run.settings.store.value, run.plans.known_instant, number))


def _refuse_together(given: dict[str, bool | str | None]) -> None:
    """Refuses (CDS603) the first two of these options, where more than one was given."""
    named = [name for name, value in given.items() if value]
    if len(named) > 1:
        raise RefusedError(Problem("CDS603", {"first": named[0], "second": named[1]}))
