"""Figures that came after their period was closed, listed apart from everything else of the week."""

from cdstrack.core.reports.closings import LateChange
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.changes import observation_words
from cdstrack.render.page.layout import Item, Passage, item, sentence
from cdstrack.render.weekly.figures import FigureFormatter, full_name
from cdstrack.words.labels.weekly import plain_period
from cdstrack.words.parse.clean import clean


def late_figures(report: SummaryReport, formatter: FigureFormatter, most: int) -> Passage:
    """At most so many of them, each with its closed period and the reason; the rest is counted."""
    if not report.late:
        return Passage()
    shown = report.late[:most]
    title = formatter.say("after_closing")
    if len(shown) < len(report.late):
        facts = {"title": title, "n": len(shown), "total": len(report.late)}
        title = formatter.say("some_of", **facts)
    return Passage(title, tuple(_late(each, formatter) for each in shown))


def _late(late: LateChange, formatter: FigureFormatter) -> Item:
    figure = late.change.after or late.change.before
    assert figure is not None  # noqa: S101 - a change has one end at least
    indicator = formatter.view.plan.by_id.get(figure.indicator)
    name = clean(figure.indicator)
    if indicator is not None:
        name = full_name(figure, indicator, formatter, short=True)
    nothing = formatter.say("no_figure_before")
    before, after = (
        observation_words(each, formatter.view) or nothing
        for each in (late.change.before, late.change.after)
    )
    words = formatter.say(
        "late_change",
        name=name,
        period=plain_period(figure.period, formatter.language),
        before=before,
        after=after,
        closed=plain_period(late.closing.period, formatter.language),
        reason=clean(late.reason),
    )
    return item(sentence(words))
