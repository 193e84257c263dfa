"""The sequence of summaries issued, as a letter and for programs; missed weeks stand in it.

Owns the order: weeks in their own order, so that a gap is seen where it is.
"""

from cdstrack.core.weekly.issued import Issue, IssuesReport
from cdstrack.core.weekly.week import Week
from cdstrack.render.machine.fields import Fields, header_fields, instant
from cdstrack.render.machine.output import dumped
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.page.letter import Block, Item, Letter, Part, item
from cdstrack.render.view import View
from cdstrack.words.labels.weekly import say, week_name
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant


def issues_letter(report: IssuesReport, view: View) -> Letter:
    """Every issued summary and every missed week, by week."""
    language = view.language
    told = [
        ((each.summary.week, each.summary.number), _issue(each, report, view))
        for each in report.issues
    ]
    told += [((week.text, 0), _missed(week, language)) for week in report.missed]
    entries = tuple(entry for _, entry in sorted(told, key=lambda each: each[0]))
    counts = say("list_counts", language, n=len(report.issues), missed=len(report.missed))
    text = counts if report.issues else say("list_none", language)
    title = clean(report.header.plan_title.text(language))
    return Letter(
        language=language,
        heading=(say("list_title", language), title),
        opening=(text,),
        parts=(Part("", (Block(items=entries),)),) if entries else (),
    )


def issues_json(report: IssuesReport, view: View) -> str:
    """The same for programs; text that ends with a line break."""
    issues = [_fields(each) for each in report.issues]
    missed = [week.text for week in report.missed]
    return dumped(header_fields(report.header, view) | {"issues": issues, "missed": missed})


def _issue(issue: Issue, report: IssuesReport, view: View) -> Item:
    summary, act, language = issue.summary, issue.submission, view.language
    zone, _ = zone_of(report.header.timezone)
    first = say(
        "list_issue",
        language,
        number=summary.number,
        week=week_name(Week.parse(summary.week), language),
        moment=format_instant(act.at, zone, language),
        by=clean(act.by),
    )
    replaces = issue.replaces
    again = say("list_replaces", language, number=replaces) if replaces is not None else ""
    known = instant(summary.known_at) or say("list_nothing_known", language)
    facts = {"known": known, "plan": summary.plan_digest[:12], "sha": summary.sha256[:12]}
    return item(first + again, say("list_facts", language, **facts))


def _missed(week: Week, language: str) -> Item:
    return item(say("list_missed", language, week=week_name(week, language)))


def _fields(issue: Issue) -> Fields:
    summary, act = issue.summary, issue.submission
    return {
        "number": summary.number,
        "week": summary.week,
        "as_of": summary.as_of.isoformat(),
        "known_at": instant(summary.known_at),
        "plan_digest": summary.plan_digest,
        "language": summary.language,
        "sha256": summary.sha256,
        "submission": act.id,
        "at": instant(act.at),
        "by": act.by,
        "replaces": issue.replaces,
    }
