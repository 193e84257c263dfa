"""The log with every change in full: what was there (`-`) and what stands there now (`+`)."""

from collections.abc import Iterator

from cdstrack.core.reports.history import LogAct, LogReport
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.record.change_words import full_lines
from cdstrack.render.record.log_page import kind_words
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant

_SHOWN = 12


def log_patch(report: LogReport, view: View) -> str:
    """Each act with a line of its own, then its changes, a blank line between two acts."""
    blocks = ["\n".join(_block(act, report, view)) for act in report.acts]
    return "\n\n".join(blocks or [phrase("no_acts", view.language)]) + "\n"


def _block(act: LogAct, report: LogReport, view: View) -> Iterator[str]:
    done, language = act.submission, view.language
    zone, _ = zone_of(report.header.timezone)
    at = format_instant(done.at, zone, language)
    head = [f"{phrase('head_act', language)} {done.id}", at, clean(done.by)]
    yield "  ".join([*head, kind_words(act, language)])
    notes = {
        "head_reason": done.reason,
        "source_file": done.source_name,
        "test_clock": "" if done.test_clock else None,
    }
    for key, text in notes.items():
        if text is not None:
            yield "  " + ": ".join(part for part in (phrase(key, language), clean(text)) if part)
    yield "  " + phrase("plan_version", language, digest=done.plan_digest[:_SHOWN])
    for change in act.everything:
        yield from (f"    {line}" for line in full_lines(change, view))
    if act.more:
        yield f"    {phrase('and_more', language, n=act.more)}"
