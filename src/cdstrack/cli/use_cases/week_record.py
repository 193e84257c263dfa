"""From the store to a week's page, and back: what `summary` reads and keeps.

Owns the one look into the store that a page needs, and the numbering of the pages issued.
"""

from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.cli.use_cases.recording import new_act
from cdstrack.cli.use_cases.reports import report_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cdstrack.core.record.acts import Change, Submission
    from cdstrack.core.weekly.as_known import KnownRecord
    from cdstrack.core.weekly.issued import IssuesReport
    from cdstrack.core.weekly.summary import SummaryReport
    from cdstrack.core.weekly.week import Week
    from cdstrack.store.reading import Reader


def read_summary(session: Session, week: "Week") -> "SummaryReport":
    """The page of a week, by the knowledge asked for.

    Raises:
        RefusedError: The plan is invalid, an option is wrong, or the store cannot be used.
    """
    from cdstrack.core.weekly.summary import build_summary

    plan, method = session.plan, session.method
    record = _read_record(session, week)
    header = report_header(session, "summary", record.last.at if record.last else None)
    return build_summary(plan, record, header, week, session.zone, method=method)


def issue(session: Session, report: "SummaryReport", text: str) -> None:
    """Keeps the page under the next number, unless the last one of its week is the same page.

    Raises:
        StoreUnusableError: The store cannot be written.
    """
    from cdstrack.core.record.acts import ActKind, IssuedSummary
    from cdstrack.core.weekly.issued import last_of_week
    from cdstrack.store.ledger import open_writer

    act = new_act(session, ActKind.SUMMARY)
    header = report.header
    with open_writer(session.store_path.value) as ledger, ledger.writing() as write:
        standing = last_of_week(write.summaries(), report.week)
        if standing is not None and standing.text == text:
            return
        summary = IssuedSummary(
            number=write.next_summary_number(),
            week=report.week.text,
            as_of=header.as_of,
            known_at=header.known_at,
            plan_digest=header.plan_digest,
            language=session.language.value,
            text=text,
        )
        kept = write.append(act, [summary])
    session.done.append(str(kept.id))


def read_issues(session: Session) -> "IssuesReport":
    """The summaries issued, and the weeks missed.

    Raises:
        RefusedError: The plan is invalid, an option is wrong, or the store cannot be used.
    """
    from cdstrack.core.record.acts import ActKind
    from cdstrack.core.weekly.issued import build_issues
    from cdstrack.store.ledger import open_reader

    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    known_at = session.known_at
    with open_reader(session.store_path.value) as ledger:
        submissions = ledger.submissions(known_at=known_at)
        summaries = ledger.summaries(known_at)
        last = ledger.knowledge(known_at)
    acts = [each for each in reversed(submissions) if each.kind is ActKind.SUMMARY]
    header = report_header(session, "summaries", last.at if last else None)
    return build_issues(header, summaries, acts, session.clock.today)


def _read_record(session: Session, week: "Week") -> "KnownRecord":
    from cdstrack.core.weekly.as_known import REVISING, KnownRecord
    from cdstrack.core.weekly.news import of_the_page
    from cdstrack.store.ledger import open_reader

    known_at, zone = session.known_at, session.zone
    with open_reader(session.store_path.value) as ledger:
        submissions = {each.id: each for each in ledger.submissions(known_at=known_at)}
        kept = ledger.figures(known_at)
        figures = tuple(of_the_page(kept, submissions, session.plan, week, zone))
        revised = [f.cell for f in figures if submissions[f.submission or 0].kind in REVISING]
        return KnownRecord(
            figures=figures,
            submissions=submissions,
            changes=tuple(_changes(ledger, submissions, week, session)),
            documents=tuple(ledger.documents(known_at)),
            histories={cell: ledger.revisions(cell, known_at) for cell in revised},
        )


def _changes(
    ledger: "Reader", submissions: "dict[int, Submission]", week: "Week", session: Session
) -> "Iterator[Change]":
    """What the submissions of the week did to cells that held something.

    Figures for empty cells, of which an import may bring very many, are left out here.
    """
    from cdstrack.core.weekly.week import day_in

    for act, submission in sorted(submissions.items()):
        if day_in(session.zone, submission.at) in week:
            changes = ledger.iter_changes(act)
            yield from (change for change in changes if change.before is not None)
