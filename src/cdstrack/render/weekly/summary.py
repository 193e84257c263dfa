"""The full weekly page as a document: heading, first line, three parts, numbered sources, foot.

Owns the order of the page, as the province writes its reports, what its foot states so that the
same page can be printed again, and the list of pages issued.
"""

from collections.abc import Mapping

from cdstrack import __version__
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.weekly.issued import Issue, IssuesReport
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.core.weekly.week import Week
from cdstrack.render.machine.output import instant
from cdstrack.render.page.header_footer import notices, zone_of
from cdstrack.render.page.layout import Chapter, Document, Item, Passage, Reference, item
from cdstrack.render.view import View
from cdstrack.render.weekly.figures import FigureFormatter
from cdstrack.render.weekly.lights import lights
from cdstrack.render.weekly.results import results
from cdstrack.render.weekly.shortcomings import shortcomings
from cdstrack.render.weekly.spoken import counts_line, spoken
from cdstrack.render.weekly.tasks import tasks
from cdstrack.words.labels.weekly import plain_day, say, week_name, week_title
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant

COMMAND_WIDTH = 74
"""Columns of a line of a command: a shell joins only the lines that end in a backslash."""
DIGEST_SHOWN = 12
"""Enough digits of a digest to tell the versions of a plan apart."""


def full_document(report: SummaryReport, view: View) -> Document:
    """The page of a week in the reader's language, with everything that it knows."""
    language = view.language
    numbers = {source.key: number for number, source in enumerate(report.sources, 1)}
    formatter = FigureFormatter(view, numbers)
    return Document(
        language=language,
        banner=banner(report, language),
        heading=week_heading(report, language),
        opening=opening(report, view),
        lights=lights(report, formatter),
        chapters=(
            results(report, formatter),
            shortcomings(report, formatter),
            tasks(report, formatter),
        ),
        sources_title=say("sources", language),
        sources=tuple(source_of(source, numbers, language) for source in report.sources),
        foot_title=say("foot", language),
        foot=_foot(report, language),
    )


def week_heading(report: SummaryReport, language: str) -> tuple[str, ...]:
    """The plan, the week, and the day of the page."""
    title = clean(report.header.plan_title.text(language))
    day = plain_day(report.header.as_of, language)
    return (title, week_title(report.week, language), say("as_of", language, day=day))


def opening(report: SummaryReport, view: View) -> tuple[str, ...]:
    """What the week comes to in a sentence and in numbers, and what is to be known of the report."""
    language = view.language
    return (spoken(report, language), counts_line(report, language), *notices(report.header, view))


def banner(report: SummaryReport, language: str) -> str:
    """That the page is a draft; empty where it is not."""
    day = plain_day(report.header.as_of, language)
    return say("draft", language, day=day) if report.is_draft else ""


def source_of(source: SourceDocument, numbers: Mapping[str, int], language: str) -> Reference:
    """A document as it is cited: title, number, issuer, day of issue."""
    issued = plain_day(source.issued, language) if source.issued else None
    known = (source.title, source.number, source.issuer, issued)
    text = ", ".join(clean(part) for part in known if part)
    return Reference(numbers[source.key], f"{text}.", clean(source.url or ""))


def again_command(report: SummaryReport, language: str, *, full: bool = False) -> tuple[str, ...]:
    """The command that prints the page again, byte for byte, as lines that a shell joins.

    The version of the plan is named too: the file may have been edited since the last act, and
    `--known-at` alone goes by the version of that act. So is the language, which a variable may
    set.
    """
    header = report.header
    which = f"--draft --as-of {header.as_of}" if report.is_draft else f"--week {report.week.text}"
    words = [f"cdstrack summary {which}"]
    if header.known_at is not None:
        words.append(f"--known-at {instant(header.known_at)}")
    words.append(f"--plan-at {header.plan_digest[:DIGEST_SHOWN]}")
    if report.method_chosen is not None:
        words.append(f"--method {report.method_chosen}")
    words.append(f"--lang {language}")
    words += ["--full"] if full else []
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) < COMMAND_WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return (*(f"{line} \\" for line in lines[:-1]), lines[-1])


def known_at_line(header: ReportHeader, last: int | None, language: str) -> str:
    """Up to which instant records were counted: exactly, and as the plan's clocks show it.

    `last` is the number of the last act that was counted, where it is to be shown.
    """
    if header.known_at is None:
        return say("nothing_recorded", language)
    zone, name = zone_of(header.timezone)
    local = format_instant(header.known_at, zone, language)
    exact = instant(header.known_at)
    act = "" if last is None else say("last_act", language, id=last)
    return say("known_at", language, instant=exact, local=local, zone=name, act=act)


def head_line(header: ReportHeader, language: str) -> tuple[Item, ...]:
    """The beginning of the chain's head, the last line of every page; none of an empty record."""
    if header.head is None:
        return ()
    return (item(say("chain_head", language, head=header.head[:DIGEST_SHOWN])),)


def issues_document(report: IssuesReport, view: View) -> Document:
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
    return Document(
        language=language,
        heading=(say("list_title", language), title),
        opening=(text,),
        chapters=(Chapter("", (Passage(items=entries),)),) if entries else (),
    )


def _foot(report: SummaryReport, language: str) -> tuple[Item, ...]:
    header = report.header
    last = report.last_submission.id if report.last_submission else None
    program = say("program", language, method=header.method, program=f"cdstrack {__version__}")
    changed = report.plan_before and say(
        "plan_changed", language, digest=report.plan_before[:DIGEST_SHOWN]
    )
    again = again_command(report, language, full=True)
    return (
        item(known_at_line(header, last, language)),
        item(say("plan_digest", language, digest=header.plan_digest), changed or ""),
        item(program),
        item(say("again", language), *again),
        *head_line(header, language),
    )


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
    known = instant(summary.known_at) if summary.known_at else say("list_nothing_known", language)
    facts = {
        "known": known,
        "plan": summary.plan_digest[:DIGEST_SHOWN],
        "sha": summary.sha256[:DIGEST_SHOWN],
    }
    return item(first + again, say("list_facts", language, **facts))


def _missed(week: Week, language: str) -> Item:
    return item(say("list_missed", language, week=week_name(week, language)))
