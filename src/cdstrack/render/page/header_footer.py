"""Header and footer of every report for people: title, notices, counts, footnotes, provenance.

Owns these lines for all renderers, so that each report says of which day, by what knowledge, by
which method and for which version of the plan it was made.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, tzinfo
from zoneinfo import ZoneInfo

from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Flag, Status
from cdstrack.render.notices import notice_sentence
from cdstrack.render.page.layout import Block, Cell, Heading, Line, Lines, cell
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import METHOD, STATUS, STATUS_SIGN, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant

DIGEST_SHOWN = 12
"""So much of a digest tells the versions of a plan apart, and one record from any other."""
_OF_A_DAY = {"status", "gaps", "report", "units"}


def title(header: ReportHeader, view: View) -> str:
    """What the report is, and of which day where it depends on one."""
    name = phrase(f"title_{header.report}", view.language)
    if header.report not in _OF_A_DAY:
        return name
    day = format_day(header.as_of, view.language)
    return f"{name}, {phrase('on_day', view.language, day=day)}"


def notices(header: ReportHeader, view: View) -> tuple[str, ...]:
    """The notices, one sentence each."""
    return tuple(notice_sentence(notice, view.plan, view.language) for notice in header.notices)


def counts(report: StatusReport, view: View) -> tuple[Cell, ...]:
    """How many verdicts of each kind: over the indicators, then for each milestone's targets."""
    language = view.language
    lines = []
    if report.counts:
        total = phrase("count_indicators", language, n=sum(report.counts.values()))
        lines.append(_counted(total, report.counts, language))
    for due, statuses in report.counts_by_due.items():
        name = phrase("milestone_counts", language, due=milestone(due, language))
        lines.append(_counted(name, statuses, language))
    return tuple(lines)


def outline_head(text: str, header: ReportHeader, view: View) -> list[Block]:
    """The beginning of an outline: its title, then the notices."""
    warnings = tuple(Line(f"! {each}", "strong") for each in notices(header, view))
    return [Heading(text, level=1), *([Lines(warnings)] if warnings else [])]


def outline_foot(header: ReportHeader, view: View) -> Lines:
    """The state of the record and the plan; the method is named where it is used."""
    known, plan = provenance(header, view)
    return Lines((known[0], *plan))


def heads(language: str, *keys: str) -> tuple[str, ...]:
    """The lines of a column's heading."""
    return tuple(phrase(f"head_{key}", language) for key in keys)


def milestone(due: date, language: str) -> str:
    """A due date as a column is headed by it: the year alone for its last day."""
    return str(due.year) if (due.month, due.day) == (12, 31) else format_day(due, language)


def any_doubtful(items: Iterable[StatusItem]) -> bool:
    """Whether a latest figure carries the mark of a doubtful one."""
    return any(item.doubts and item.latest for item in items)


def footnotes(
    lines: Iterable[TargetLine], view: View, items: Iterable[StatusItem] = ()
) -> tuple[Cell, ...]:
    """What the marks of targets and of the latest figures of `items` mean; only those that occur."""
    keys = {"note_doubtful": any_doubtful(items), "note_assumed": False, "note_declared": False}
    for line in lines:
        keys["note_assumed"] |= Flag.ASSUMED_BASELINE in line.verdict.flags
        keys["note_declared"] |= line.target.declared is not None
    return tuple(cell(phrase(key, view.language)) for key, occurs in keys.items() if occurs)


def provenance(header: ReportHeader, view: View) -> tuple[Cell, ...]:
    """The state of the record, the method, and the version of the plan."""
    language = view.language
    known = phrase("nothing_recorded", language)
    if header.known_at is not None:
        zone, name = zone_of(header.timezone)
        moment = format_instant(header.known_at, zone, language, exact=True)
        known = phrase("known_at", language, moment=moment, zone=name)
    name = label(METHOD, header.method, language)
    method = phrase("method", language, method=f"{name} ({header.method})")
    return (cell(known, method), plan_line(header, view))


def plan_line(header: ReportHeader, view: View) -> Cell:
    """The plan's title, the beginning of its digest, and that of the chain's head."""
    named = phrase("plan", view.language, title=clean(header.plan_title.text(view.language)))
    digest = phrase("plan_version", view.language, digest=header.plan_digest[:DIGEST_SHOWN])
    head = header.head and phrase("chain_head", view.language, head=header.head[:DIGEST_SHOWN])
    return cell(" · ".join(part for part in (named, digest, head) if part))


def _counted(name: str, statuses: Mapping[Status, int], language: str) -> Cell:
    """One line; its first word group is the name, then each verdict in its tone."""
    parts = [Line(f"{name}:", "strong")]
    parts += [
        Line(f"{STATUS_SIGN[status]} {count} {label(STATUS, status, language)}", status)
        for status, count in statuses.items()
    ]
    return tuple(parts)


def zone_of(name: str) -> tuple[tzinfo, str]:
    """The plan's time zone and its name; UTC, and named so, where this machine does not know it."""
    try:
        return ZoneInfo(name), clean(name)
    except (KeyError, ValueError, OSError):
        return UTC, "UTC"
