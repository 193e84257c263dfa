"""The weekly reports: the page of a week and its issue, who is responsible, and which figures are due.

Owns the single read of the store that each of them makes, and the numbering of issued pages.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from cdstrack.cli.app.workspace import Author, Basis, Workspace, new_act, report_header
from cdstrack.cli.use_cases.names import Filters, find_id, org_unit_names
from cdstrack.cli.use_cases.page_figures import page_figures
from cdstrack.cli.use_cases.reports import read_judged
from cdstrack.cli.use_cases.units_as_known import units_as_known
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.acts import ActKind, Change, IssuedSummary, Submission
from cdstrack.core.reports.arrange import in_order
from cdstrack.core.reports.closings import LateChange
from cdstrack.core.reports.order import Order
from cdstrack.core.weekly.as_known import REVISING, KnownRecord
from cdstrack.core.weekly.issued import IssuesReport, build_issues, last_of_week
from cdstrack.core.weekly.news import of_the_page
from cdstrack.core.weekly.obligations import OwnersReport, build_owners, leading_bodies
from cdstrack.core.weekly.summary import SummaryReport, build_summary
from cdstrack.core.weekly.week import Week, day_in
from cdstrack.store.address import Address
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.reading import Reader
from cdstrack.words.parse import weeks
from cdstrack.words.parse.clean import clean


def read_week(typed: str | None, as_of: date, today: date) -> Week:
    """The typed week, by default the last full one before the day.

    Raises:
        RefusedError: There is no such week, or it has not ended (CDS601).
    """
    week = Week.last_full(as_of) if typed is None else _typed_week(typed, as_of)
    return _refuse_unless(week, "CDS601", week.sunday < min(as_of, today))


def read_draft_week(typed: str | None, as_of: date, today: date) -> Week:
    """The week of the day, for a draft.

    Raises:
        RefusedError: Another week was typed (CDS611), or the day lies ahead (CDS601).
    """
    week = Week.of(as_of)
    if typed is not None:
        asked = _typed_week(typed, as_of)
        _refuse_unless(asked, "CDS601", asked <= week)
        _refuse_unless(asked, "CDS611", asked == week)
    return _refuse_unless(week, "CDS601", as_of <= today)


def _typed_week(typed: str, as_of: date) -> Week:
    return Week.of(accept(weeks.read_week(typed, Week.of(as_of).year)).start)


def _refuse_unless(week: Week, code: str, holds: bool) -> Week:
    if not holds:
        raise RefusedError(Problem(code, {"week": week.text, "sunday": week.sunday.isoformat()}))
    return week


def read_summary(workspace: Workspace, basis: Basis, week: Week) -> SummaryReport:
    """The page of a week; a draft of it where the day of the basis lies in it."""
    record = _read_record(workspace, basis, week)
    header = report_header(workspace, basis, "summary", record.cutoff)
    zone, method = workspace.zone, basis.method
    return build_summary(workspace.plan, record, header, week, zone, method=method)


def issue_summary(
    workspace: Workspace, report: SummaryReport, text: str, language: str, author: Author
) -> int | None:
    """Stores the page under the next number, unless it equals the last page issued for its week.

    `workspace` has the current plan; `text` is the page as plain text in `language`, whatever is
    printed. Returns the number of the submission, None if nothing was stored.
    """
    act = new_act(workspace, author, ActKind.SUMMARY)
    header = report.header
    with open_writer(workspace.store) as ledger, ledger.writing() as write:
        last = last_of_week(write.summaries(), report.week)
        if last is not None and last.text == text:
            return None
        summary = IssuedSummary(
            number=write.next_summary_number(),
            week=report.week.text,
            as_of=header.as_of,
            known_at=header.known_at,
            plan_digest=header.plan_digest,
            language=language,
            text=text,
        )
        return write.append(act, [summary]).id


def read_issues(workspace: Workspace, basis: Basis, today: date) -> IssuesReport:
    """The summaries issued, and the weeks missed."""
    known_at = basis.known_at
    with open_reader(workspace.store) as ledger:
        submissions = ledger.submissions(known_at=known_at)
        summaries = ledger.summaries(known_at)
        cutoff = ledger.cutoff(known_at)
    acts = [each for each in reversed(submissions) if each.kind is ActKind.SUMMARY]
    header = report_header(workspace, basis, "summaries", cutoff)
    return build_issues(header, summaries, acts, today)


def read_issued_page(store: Address, known_at: datetime | None, number: str) -> str:
    """The page as it was issued, byte for byte.

    Raises:
        RefusedError: CDS602, there is no page of this number.
    """
    with open_reader(store) as ledger:
        issued = {str(each.number): each for each in ledger.summaries(known_at)}
    if number not in issued:
        raise RefusedError(Problem("CDS602", {"number": clean(number)}))
    return issued[number].text


def read_owners(
    workspace: Workspace,
    basis: Basis,
    chosen: Filters | None = None,
    *,
    order: Order = Order.PLAN,
    context: bool = False,
) -> OwnersReport:
    """Who is responsible for the chosen indicators (or all) on the day, and which figures are due."""
    judged = read_judged(workspace, basis, chosen, context=context)
    report = in_order(judged.report, order)
    header = replace(report.header, report="owners")
    return replace(build_owners(workspace.plan, report, judged.figures), header=header)


def bodies_that_owe(report: OwnersReport) -> list[str]:
    """The lead bodies with figures due, in the order of the plan."""
    owing = (owner.lead for owner in report.owners if owner.owed and owner.lead is not None)
    return list(dict.fromkeys(owing))


def find_lead(plan: Plan, typed: str) -> str:
    """The typed body, among present and former lead bodies and their successors.

    Raises:
        RefusedError: There is no such body, several are meant, or it leads no indicator (CDS609).
    """
    known = org_unit_names(plan)
    leads = leading_bodies(plan)
    names = {key: known.get(key, ()) for key in leads}
    found = find_id(typed, names or known, "--lead")
    if isinstance(found, Problem) and found.code == "CDS216":
        found = find_id(typed, known, "--lead")
    accepted = accept(found)
    if accepted not in leads:
        facts = {"lead": plan.unit_name(accepted, "vi"), "leads": ", ".join(leads)}
        raise RefusedError(Problem("CDS609", facts))
    return accepted


def _read_record(workspace: Workspace, basis: Basis, week: Week) -> KnownRecord:
    plan, known_at, zone = workspace.plan, basis.known_at, workspace.zone
    with open_reader(workspace.store) as ledger:
        submissions = {each.id: each for each in ledger.submissions(known_at=known_at)}
        kept = page_figures(ledger, plan, submissions, week, zone, known_at)
        figures = tuple(of_the_page(kept, submissions, plan, week, zone))
        days = week.before.sunday, week.day_of_page(basis.as_of)
        revised = [f.cell for f in figures if submissions[f.submission or 0].kind in REVISING]
        found = KnownRecord(
            figures=figures,
            submissions=submissions,
            changes=tuple(_changes(ledger, submissions, week, zone)),
            documents=tuple(ledger.documents(known_at)),
            histories={cell: ledger.revisions(cell, known_at) for cell in revised},
            accepted=ledger.accepted(known_at),
            late=tuple(_late(ledger, submissions, week, zone, known_at)),
            units=units_as_known(ledger, plan, submissions, zone, days, known_at),
        )
        return replace(found, head=ledger.digest(found.last.id) if found.last else None)


def _changes(
    ledger: Reader, submissions: dict[int, Submission], week: Week, zone: ZoneInfo
) -> Iterator[Change]:
    """The changes of the week to cells that had a figure.

    First figures of a cell, of which an import may bring very many, are omitted.
    """
    for act, submission in sorted(submissions.items()):
        if day_in(zone, submission.at) in week:
            yield from ledger.replacing(act)


def _late(
    ledger: Reader,
    submissions: dict[int, Submission],
    week: Week,
    zone: ZoneInfo,
    known_at: datetime | None,
) -> Iterator[LateChange]:
    """The figures of the week for periods that were already closed."""
    closings = ledger.closings(known_at)
    for act, reason in ledger.late_reasons(known_at).items():
        if day_in(zone, submissions[act].at) not in week:
            continue
        for change in ledger.iter_changes(act):
            if closed := closings.covering(change.cell.period, before=act):
                yield LateChange(closed.closing, submissions[act], change, reason)
