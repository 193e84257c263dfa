"""The week on one sheet: sentence, three parts, sources, a short footer, in at most 60 lines.

Owns the order, and the fitting: each list names fewer entries until the sheet is short enough.
"""

from cdstrack import __version__
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.page.layout import Document, Item, Reference, item
from cdstrack.render.page.plain import document_text
from cdstrack.render.view import View
from cdstrack.render.weekly.figures import FigureFormatter
from cdstrack.render.weekly.lights import lights
from cdstrack.render.weekly.sheet_results import Chosen, chosen, sheet_results
from cdstrack.render.weekly.sheet_tasks import sheet_shortcomings, sheet_tasks
from cdstrack.render.weekly.summary import (
    DIGEST_SHOWN,
    again_command,
    banner,
    opening,
    week_heading,
)
from cdstrack.words.labels.weekly import plain_day, say
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant

MOST_LINES = 60
"""Lines of the plain text."""
MOST_ENTRIES = 8
"""Entries that a list names where there is room."""


def sheet_document(report: SummaryReport, view: View) -> Document:
    """The sheet in the reader's language."""
    document = _sheet(report, view, MOST_ENTRIES)
    for most in range(MOST_ENTRIES - 1, 0, -1):
        if len(document_text(document).splitlines()) <= MOST_LINES:
            break
        document = _sheet(report, view, most)
    return document


def _sheet(report: SummaryReport, view: View, most: int) -> Document:
    language, told = view.language, chosen(report, most)
    numbers = _numbers(told)
    formatter = FigureFormatter(view, numbers)
    return Document(
        language=language,
        banner=banner(report, language),
        heading=week_heading(report, language),
        opening=opening(report, view),
        lights=lights(report, formatter),
        chapters=(
            sheet_results(report, told, formatter),
            sheet_shortcomings(report, told, formatter),
            sheet_tasks(report, told, formatter),
        ),
        sources_title=say("sources", language),
        sources=_sources(report, numbers, view),
        foot=_foot(report, language),
        short=True,
    )


def _numbers(told: Chosen) -> dict[str, int]:
    """The sources of what the sheet names, numbered in the order in which it names them."""
    figures = [new.known.figure for new in told.news]
    figures += [each.correction.after or each.correction.before for each in told.corrections]
    figures += [known.figure for known in told.additions]
    figures += [figure for figure, _ in told.contradictions]
    figures += [each.latest for each in told.doubtful if each.latest]
    keys = dict.fromkeys(figure.document for figure in figures if figure.document)
    return {key: number for number, key in enumerate(keys, 1)}


def _sources(report: SummaryReport, numbers: dict[str, int], view: View) -> tuple[Reference, ...]:
    """Each document by its number, else its title, with issuer and day."""
    by_key = {source.key: source for source in report.sources}
    cited = []
    for key, number in numbers.items():
        source = by_key[key]
        issued = plain_day(source.issued, view.language) if source.issued else None
        parts = (source.number or source.title, source.issuer, issued)
        text = ", ".join(clean(part) for part in parts if part)
        cited.append(Reference(number, f"{text}.", clean(source.url or "")))
    return tuple(cited)


def _foot(report: SummaryReport, language: str) -> tuple[Item, ...]:
    header, last = report.header, report.last_submission
    known = say("short_nothing", language)
    if header.known_at is not None and last is not None:
        zone, name = zone_of(header.timezone)
        local = format_instant(header.known_at, zone, language)
        known = say("short_known", language, local=local, zone=name, id=last.id)
    basis = say(
        "short_foot",
        language,
        known=known,
        digest=header.plan_digest[:DIGEST_SHOWN],
        method=header.method,
        program=f"cdstrack {__version__}",
        head=say("short_head", language, head=header.head[:DIGEST_SHOWN]) if header.head else "",
    )
    again = again_command(report, language)
    return (item(say("short_again", language), *again), item(basis))
