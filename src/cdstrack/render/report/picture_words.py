"""What a picture shows, in words: for whoever does not see it, and at its points."""

from datetime import date

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.render.view import View
from cdstrack.words.labels.likely import range_sentence
from cdstrack.words.labels.report import report_text
from cdstrack.words.labels.value import figure_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period


def trend_words(detail: IndicatorDetail, view: View) -> str:
    """From which figure to which; of one, that one."""
    figures, language = detail.figures, view.language
    if not figures:
        return report_text("no_figures", language)
    first, last = (
        point_words(each, detail.item.indicator, language) for each in (figures[0], figures[-1])
    )
    key = "only_figure" if len(figures) == 1 else "from_to"
    return report_text(key, language, first=first, last=last)


def description(detail: IndicatorDetail, view: View) -> str:
    """What the picture shows, in a sentence for whoever does not see it."""
    item, language = detail.item, view.language
    told = [trend_words(detail, view)]
    for line in item.targets:
        due = line.target.due
        if due is not None:
            asked = view.asked(line.target, item.indicator)
            told.append(report_text("goal", language, due=format_day(due, language), asked=asked))
        if due is not None and line.verdict.likely is not None:
            found = range_sentence(line.verdict.likely, item.indicator, language)
            told.append(
                report_text("likely_then", language, due=format_day(due, language), range=found)
            )
    told += [break_words(each.date, each.reason, language) for each in item.indicator.breaks]
    return "; ".join(told) + "."


def point_words(figure: Observation, indicator: Indicator, language: str) -> str:
    """A figure with its period."""
    value = figure_words(figure, indicator, language)
    period = format_period(figure.period, language, short=True)
    return report_text("at", language, value=value, period=period)


def break_words(day: date, reason: str, language: str) -> str:
    """From when on it is measured otherwise, and why."""
    return report_text("broken", language, day=format_day(day, language), reason=clean(reason))
