"""The table of lights: every indicator that is judged, its colour, sign and word, worst first.

Owns what the table contains. What has no figure or nothing to judge by is counted below it.
"""

from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.layout import Light, Lights
from cdstrack.render.weekly.decisions import lead_names
from cdstrack.render.weekly.figures import FigureFormatter, still_missing, value
from cdstrack.words.labels.vocabulary import STATUS, label, status_words
from cdstrack.words.labels.weekly import due_words, plain_period

WORST_FIRST = (
    Status.DETERIORATING,
    Status.OFF_TRACK,
    Status.MISSED,
    Status.OVERDUE,
    Status.BEHIND,
    Status.INSUFFICIENT_DATA,
    Status.AWAITING_DATA,
    Status.ACHIEVED_LATE,
    Status.ON_TRACK,
    Status.ACHIEVED,
)
"""Verdicts with a row of their own."""
COLUMNS = ("verdict", "name", "value", "target", "missing", "lead")


def lights(report: SummaryReport, formatter: FigureFormatter) -> Lights | None:
    """The table; None where nothing is judged."""
    leads = lead_names(report, formatter)
    shown = [each for each in report.after.items if each.status in WORST_FIRST]
    shown.sort(key=lambda each: WORST_FIRST.index(each.status or Status.ACHIEVED))
    if not shown:
        return None
    rest = formatter.say("and").join(
        formatter.say("count", status=label(STATUS, status, formatter.language), n=n)
        for status, n in report.after.counts.items()
        if status not in WORST_FIRST
    )
    return Lights(
        title=formatter.say("lights"),
        head=tuple(formatter.say(f"light_{column}") for column in COLUMNS),
        rows=tuple(_light(each, leads, formatter) for each in shown),
        rest=formatter.say("light_rest", counts=rest) if rest else "",
    )


def _light(found: StatusItem, leads: dict[str, str], formatter: FigureFormatter) -> Light:
    line = found.targets[found.active or 0]
    language, latest = formatter.language, "–"
    if found.latest is not None:
        latest = formatter.say(
            "has_value",
            value=value(found.latest, found.indicator, formatter, line),
            period=plain_period(found.latest.period, language),
        )
    due = due_words(line.target.due, language)
    asked = f"{formatter.view.asked(line.target, found.indicator)} ({due})"
    status = line.verdict.status
    cells = (
        formatter.view.short_name(found.indicator),
        latest,
        asked,
        still_missing(found, line, formatter) or "–",
        leads.get(found.indicator.id) or "–",
    )
    return Light(status, status_words(status, language), cells)
