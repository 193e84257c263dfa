"""The cells of the status at a glance: an indicator in as few words as its layout has room for.

Owns the short forms; which columns are side by side is decided by `glance`.
"""

import re
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from cdstrack.core.record.period import Period, Precision
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Flag
from cdstrack.render.gap_words import missing_number_words, missing_words
from cdstrack.render.members import beside_words, partial_words
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.layout import Cell, Line, cell
from cdstrack.render.status.cells import bar, doubt_mark, percent_of_way, way
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import short_chance_words, tendency_words
from cdstrack.words.labels.value import figure_words
from cdstrack.words.labels.vocabulary import ASSUMED, STALE, STATUS_SHORT, STATUS_SIGN, label
from cdstrack.words.parse.dates import format_period

_ANY = 1000
"""More columns than a figure with its unit takes."""
_NUMBER = re.compile(r"^\D+$|^\D*\d\S*|\s*\S+")
"""What is before a number and the number itself, then each word; all of what has no number."""


@dataclass(frozen=True, slots=True)
class GlanceLayout:
    """What there is room for.

    `milestones` is how many due dates get a column of their own; with 0 each target has a line in
    one column. `name` is what a name has at least, `figure` what a figure has at most. `asked` adds
    what a target asks and the units; `full` draws bars and writes the names of lead bodies in full.
    `lines` says that an indicator has several lines: its lead body under its name, the period under
    the figure; `merged` puts what is missing there too. `tight` leaves one blank column between two
    columns.
    """

    milestones: int
    name: int = 24
    figure: int = _ANY
    asked: bool = False
    full: bool = False
    lines: bool = False
    tight: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class GlanceCells:
    """Writes the cells of an item; `dues` are the due dates that have a column of their own."""

    view: View
    layout: GlanceLayout
    dues: tuple[date, ...]
    bars: bool

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.view.language

    def name(self, item: StatusItem) -> Cell:
        """The short name; where there are several lines the lead body under it."""
        name = Line(self.view.short_name(item.indicator), "strong")
        return (name, *self.lead(item)) if self.layout.lines else (name,)

    def lead(self, item: StatusItem) -> Cell:
        """The lead body, in full or as short as it is typed."""
        if item.lead is None:
            return ()
        named = self.view.org_unit if self.layout.full else self.view.short_unit
        return cell(named(item.lead))

    def value(self, item: StatusItem) -> Cell:
        """The latest figure; where there is little room with as much of its unit as fits."""
        return cell(value_words_of(item, self.language, self.layout.figure))

    def period(self, item: StatusItem) -> Cell:
        """The period of the figure, with a mark where the figure is stale."""
        if item.latest is None:
            return ()
        words = format_period(in_months(item.latest.period), self.language, short=True)
        return (Line(f"{words} {STALE}", "stale"),) if item.stale else cell(words)

    def figure(self, item: StatusItem) -> Cell:
        """Figure and period below one another."""
        value = value_words_of(item, self.language)
        figure = (*((Line(value, "strong"),) if value else ()), *self.period(item))
        return figure + self.missing_lines(item) if self.layout.merged else figure

    def milestone(self, item: StatusItem, due: date) -> Cell:
        """The targets of one due date; the last column also has those without a column."""
        lines = [line for line in item.targets if line.target.due == due]
        if due == self.dues[-1]:
            lines += beside(item, self.dues)
        return tuple([self._target(line, item) for line in lines])

    def _target(self, line: TargetLine, item: StatusItem) -> Line:
        """The sign of a verdict, what the target asks where there is room, and what is missing."""
        verdict, language = line.verdict, self.language
        sign = STATUS_SIGN[verdict.status]
        if not self.layout.asked:
            words = missing_number_words(verdict, line.target, item.indicator, language)
            return Line(f"{sign} {words}".rstrip(), verdict.status)
        asked = self.view.asked(line.target, item.indicator, short=True)
        words = missing_words(verdict, line.target, item.indicator, language, short=True)
        return Line(f"{sign} {asked}" + (f" · {words}" if words else ""), verdict.status)

    def missing_lines(self, item: StatusItem) -> Cell:
        """Every target in a line of its own, after its due date."""
        return tuple(self._dated(line, item) for line in item.targets)

    def _dated(self, line: TargetLine, item: StatusItem) -> Line:
        target, verdict, language = line.target, line.verdict, self.language
        due = milestone(target.due, language) if target.due else phrase("undated", language)
        words = missing_words(verdict, target, item.indicator, language, short=True)
        words = words or self.view.asked(target, item.indicator, short=True)
        return Line(f"{due}: {STATUS_SIGN[verdict.status]} {words}", verdict.status)

    def way(self, item: StatusItem) -> Cell:
        """The share of the way made to the active target."""
        line = item.active_line
        if line is None or line.verdict.way_made is None:
            return ()
        made = percent_of_way(way(line))
        drawn = f"{bar(way(line))} {made}" if self.bars and self.layout.full else made
        return (Line(drawn, line.verdict.status),)

    def verdict(self, item: StatusItem) -> Cell:
        """The verdict on the active target, or which way a context figure moves."""
        line = item.active_line
        if line is None:
            return cell(tendency_words(item.tendency, self.language))
        verdict = line.verdict
        mark = f" {ASSUMED}" if Flag.ASSUMED_BASELINE in verdict.flags else ""
        words = label(STATUS_SHORT, verdict.status, self.language)
        return (Line(f"{STATUS_SIGN[verdict.status]} {words}{mark}", verdict.status),)

    def chance(self, item: StatusItem) -> Cell:
        """The chance that the active target is met, in tenths."""
        line = item.active_line
        if line is None or line.verdict.likely is None:
            return ()
        return cell(short_chance_words(line.verdict.likely.chance))

    def verdict_lines(self, item: StatusItem) -> Cell:
        """Verdict, way made and chance below one another."""
        line = item.active_line
        made = () if line is None else self.way(item)
        if line is not None and made and self.bars:
            made = (Line(f"{bar(way(line))} {made[0].text}", made[0].tone),)
        chance = self.chance(item)
        if chance:
            chance = cell(phrase("chance", self.language, chance=chance[0].text))
        return self.verdict(item) + made + chance


def in_months(period: Period) -> Period:
    """The period as far as a glance needs it: of a day or a span the month that it ends in."""
    if period.precision in {Precision.DAY, Precision.RANGE}:
        return Period.parse(f"{period.end:%Y-%m}")
    return period


def value_words_of(item: StatusItem, language: str, most: int = _ANY) -> str:
    """The latest figure in a few words; of an index how many members are missing, else empty.

    Words behind the number are left out until `most` columns do.
    """
    figure = item.latest
    if figure is None:
        return partial_words(item, language)
    if figure.not_available is not None:
        return phrase("not_available_short", language)
    line = item.active_line
    bound = None if line is None else line.verdict.threshold
    words = beside_words(item, figure_words(figure, item.indicator, language, bound), language)
    return _tight(words, most) + doubt_mark(item)


def _tight(words: str, most: int) -> str:
    """The words that fit, a number always whole.

    >>> _tight("gần 22 cơ sở dữ liệu", 12), _tight("1.234.567.890 hồ sơ", 12)
    ('gần 22 cơ…', '1.234.567.890…')
    """
    first, *others = (match[0] for match in _NUMBER.finditer(words))
    for other in others:
        if cell_len(first + other) + bool(first + other != words) > most:
            return f"{first.rstrip()}…"
        first += other
    return first


def beside(item: StatusItem, dues: tuple[date | None, ...]) -> list[TargetLine]:
    """The targets whose due date has no column."""
    return [line for line in item.targets if line.target.due not in dues]
