"""Closed periods, and what became of them, for people and for programs."""

from collections.abc import Iterator, Sequence

from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.closings import ClosedPeriod, ClosingReceipt, LateChange, Moved
from cdstrack.render.changes import change_words, observation_words
from cdstrack.render.machine.fields import Fields, change_fields, figure_fields, picked
from cdstrack.render.page.folding import hung
from cdstrack.render.page.header_footer import DIGEST_SHOWN, zone_of
from cdstrack.render.view import View
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant, format_period
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.talk.general import talk_text

MOST_LISTED = 20
"""Late figures, and indicators that moved, of one period that are listed; the rest is counted."""


def closing_text(receipt: ClosingReceipt, view: View) -> str:
    """What was done to the period, and what the seal is."""
    closing, language = receipt.closing, view.language
    facts = {
        "period": format_period(closing.period, language),
        "text": closing.period.text,
        "number": str(receipt.submission or ""),
        "count": format_number(closing.figures, language),
        "by": clean(closing.approved_by),
        "head": (closing.head or "-")[:DIGEST_SHOWN],
    }
    return (
        talk_text("closing.opened" if receipt.opened else "closing.closed", language, facts) + "\n"
    )


def closing_fields(receipt: ClosingReceipt) -> Fields:
    """The same for programs."""
    closing = receipt.closing
    return {
        "outcome": "reopened" if receipt.opened else "closed",
        "submission": receipt.submission,
        "period": closing.period.text,
        **picked(closing, "approved_by", "figures", "head"),
    }


def closings_text(periods: Sequence[ClosedPeriod], view: View) -> str:
    """Each closed period with its seal, what came later, and what differs by now."""
    if not periods:
        return talk_text("closing.none", view.language) + "\n"
    lines: list[str] = []
    for each in periods:
        lines += [_sealed(each, view), *(f"  {line}" for line in _since(each, view))]
    return "".join(f"{each}\n" for line in lines for each in hung(line, view.width))


def closings_fields(periods: Sequence[ClosedPeriod]) -> Fields:
    """The same for programs."""
    return {"items": [_fields(each) for each in periods]}


def _sealed(closed: ClosedPeriod, view: View) -> str:
    closing, act, language = closed.closing, closed.submission, view.language
    zone, _ = zone_of(view.plan.plan.timezone)
    facts = {
        "period": format_period(closing.period, language),
        "at": format_instant(act.at, zone, language),
        "by": clean(closing.approved_by),
        "count": format_number(closing.figures, language),
        "head": (closing.head or "-")[:DIGEST_SHOWN],
        "number": str(act.id),
        "reason": f": {clean(act.reason)}" if act.reason else "",
    }
    return talk_text("closing.sealed", language, facts)


def _since(closed: ClosedPeriod, view: View) -> Iterator[str]:
    late = [_late(each, view) for each in closed.late]
    moved = [_moved(each, view) for each in closed.moved]
    for key, lines in (("late", late), ("moved", moved)):
        if not lines:
            continue
        yield talk_text(
            f"closing.{key}", view.language, {"count": format_number(len(lines), view.language)}
        )
        yield from (f"  {line}" for line in lines[:MOST_LISTED])
        if (rest := len(lines) - MOST_LISTED) > 0:
            yield f"  {talk_text('listed.more', view.language, {'count': str(rest)})}"


def _late(late: LateChange, view: View) -> str:
    facts = {
        "change": change_words(late.change, view),
        "number": str(late.submission.id),
        "by": clean(late.submission.by),
        "reason": clean(late.reason),
    }
    return talk_text("closing.late_figure", view.language, facts)


def _moved(moved: Moved, view: View) -> str:
    facts = {
        "indicator": view.short_name(moved.indicator),
        "sealed": _words(moved.sealed, view),
        "now": _words(moved.now, view),
    }
    return talk_text("closing.moved_indicator", view.language, facts)


def _words(figure: Observation | None, view: View) -> str:
    return observation_words(figure, view) or talk_text("closing.no_figure", view.language)


def _fields(closed: ClosedPeriod) -> Fields:
    act, closing = closed.submission, closed.closing
    return {
        "period": closing.period.text,
        **picked(closing, "approved_by", "figures", "head"),
        "submission": picked(act, "id", "at", "by", "reason"),
        "late": [
            {
                **change_fields(each.change),
                "submission": picked(each.submission, "id", "at", "by"),
                "reason": each.reason,
            }
            for each in closed.late
        ],
        "moved": [
            {
                "indicator": each.indicator.id,
                "sealed": each.sealed and figure_fields(each.sealed),
                "now": each.now and figure_fields(each.now),
            }
            for each in closed.moved
        ],
    }
