"""The members of a composite index in words: the table of what each gives, and what is missing.

Owns the rows and the short form for a cell. Nothing is computed here.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cdstrack.core.derived.composite import Composition, MemberScore
from cdstrack.core.plan.model import Indicator, RollUpBy
from cdstrack.core.record.derived import RollUpPoint, is_derived
from cdstrack.core.reports.league import League, LeagueRow
from cdstrack.core.reports.status import StatusItem
from cdstrack.render.page.layout import Block, Cell, Heading, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.composite import put
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.value import computed_words, figure_words
from cdstrack.words.labels.vocabulary import ROLE, label
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import format_number, format_toward

_DECIMALS = 3
_SMALL_DECIMALS = 4
"""A score between 0 and 1 is published with four decimals."""


def points_words(points: Fraction, language: str) -> str:
    """Points with up to three decimals; what is not nothing is not written as nothing."""
    decimals = _DECIMALS if abs(points) >= 1 else _SMALL_DECIMALS
    return format_toward(points, 0, language, decimals=decimals)


def unfinished_words(composition: Composition | None, language: str) -> str:
    """That members are missing, in a few words; empty where none is, or all are."""
    if composition is None or not composition.is_unfinished:
        return ""
    n, total = len(composition.missing), len(composition.members)
    return put("unfinished", language, n=n, total=total)


def partial_words(item: StatusItem, language: str) -> str:
    """What is known of a computed figure of which a part is missing; empty for any other.

    Of units that did not all report, what those that did come to, with how many they are.
    """
    rollup = item.rollup
    if rollup is None or not rollup.is_short:
        return unfinished_words(item.composition, language)
    line = item.active_line
    return too_few_words(rollup.point, item.indicator, language, line and line.verdict.threshold)


def too_few_words(
    point: RollUpPoint, indicator: Indicator, language: str, asked: Fraction | None = None
) -> str:
    """What too few units come to, with how many they are; how many alone where that is nothing."""
    told = "" if point.value is None else computed_words(point.value, indicator, language, asked)
    facts = {"n": point.reported, "total": point.expected}
    return put("of_units", language, value=told, **facts).strip()


def beside_words(item: StatusItem, words: str, language: str) -> str:
    """The words of the figure that is judged; of a stated and a derived one of a day, both."""
    rollup, latest = item.rollup, item.latest
    if rollup is None or latest is None or rollup.point.value is None:
        return words
    stated, value = rollup.stated, rollup.stated_value
    if not is_derived(latest):
        stated, value = latest, item.latest_exact
    if (
        stated is None
        or value in {None, rollup.point.value}
        or stated.period.end != rollup.point.on
    ):
        return words
    units = _of_units(rollup.point.value, item, language)
    if is_derived(latest):
        shown = figure_words(stated, item.indicator, language)
        return put("beside_stated", language, value=units, stated=shown)
    return put("beside_units", language, value=words, sum=units)


def units_words(item: StatusItem, language: str) -> str:
    """How many units a derived figure comes from; of a stated one what units come to beside it."""
    point = item.rollup.point if item.rollup else None
    if item.latest is None or point is None or point.value is None:
        return ""
    facts = {"n": point.reported, "total": point.expected}
    if is_derived(item.latest):
        return put("from_units", language, **facts)
    day, value = format_day(point.on, language), _of_units(point.value, item, language)
    return put("sum_of_units", language, day=day, value=value, **facts)


def stated_words(item: StatusItem, language: str) -> str:
    """What is stated for the area where its units come to the figure that is judged; may be empty."""
    stated = item.rollup.stated if item.rollup else None
    if stated is None or item.latest is None or not is_derived(item.latest):
        return ""
    day, value = (
        format_day(stated.period.end, language),
        figure_words(stated, item.indicator, language),
    )
    return put("stated_by", language, day=day, value=value)


def _of_units(value: Fraction, item: StatusItem, language: str) -> str:
    line = item.active_line
    asked = line.verdict.threshold if line else None
    return computed_words(value, item.indicator, language, asked)


def members_blocks(
    composition: Composition | None, unfinished: Composition | None, view: View
) -> Iterator[Block]:
    """The table of members with their sum, and what a later period lacks."""
    if composition is None or composition.period is None:
        yield Lines(cell(put("no_member_figures", view.language)))
        return
    language = view.language
    period = format_period(composition.period, language)
    yield Heading(put("members", language, period=period))
    head = ("member", "figure", "score", "weight", "contribution", "lost")
    rows = [_row(member, view) for member in composition.members]
    yield SmallTable(
        tuple(put(key, language) for key in head), (*rows, _total(composition, language))
    )
    yield from _lacking(composition, unfinished, view)


def _row(member: MemberScore, view: View) -> tuple[Cell, ...]:
    language = view.language
    name = cell(view.short_name(member.indicator))
    weight = cell(points_words(member.weight, language))
    if member.figure is None or member.points is None:
        return (name, (Line(put("missing", language), "strong"),), cell("–"), weight, (), ())
    role = label(ROLE, member.role, language) if member.role else ""
    facts = {
        "points": points_words(member.points, language),
        "most": points_words(member.most, language),
    }
    return (
        name,
        cell(figure_words(member.figure, member.indicator, language), role),
        cell(put("score_of", language, **facts)),
        weight,
        cell(points_words(member.contribution or Fraction(0), language)),
        cell(points_words(member.lost or Fraction(0), language)),
    )


def _total(composition: Composition, language: str) -> tuple[Cell, ...]:
    """The sum of what is known; it is no value of the index while a member is missing."""
    known = [each.contribution for each in composition.members]
    lost = [each.lost for each in composition.members]
    total = sum((each for each in known if each is not None), Fraction(0))
    left = sum((each for each in lost if each is not None), Fraction(0))
    words = unfinished_words(composition, language)
    return (
        (Line(put("total", language), "strong"),),
        (Line(words, "strong"),) if words else (),
        (),
        cell(points_words(composition.of, language)),
        (Line(points_words(total, language), "strong"),),
        cell(points_words(left, language)),
    )


def _lacking(
    composition: Composition, unfinished: Composition | None, view: View
) -> Iterator[Block]:
    language = view.language
    if composition.missing:
        yield Lines(cell(put("needs", language, members=missing_names(composition, view))))
    elif unfinished is not None and unfinished.period is not None:
        facts = {
            "period": format_period(unfinished.period, language),
            "n": len(unfinished.missing),
            "total": len(unfinished.members),
            "members": missing_names(unfinished, view),
        }
        yield Lines(cell(put("later_period", language, **facts)))


def missing_names(composition: Composition, view: View) -> str:
    """The members without a figure, by their short names."""
    missing: Sequence[MemberScore] = [each for each in composition.members if each.part is None]
    return ", ".join(view.short_name(each.indicator) for each in missing)


def league_lines(report: League, view: View, *, pulling: bool = False) -> list[str]:
    """What the units of an area come to, which of them pull it, and which have not reported."""
    language, point = view.language, report.point
    facts = {"n": point.reported, "total": point.expected, "area": view.org_unit(report.area)}
    lines = [phrase("league_count", language, **facts)]
    if report.indicator.rollup is not None and point.value is not None:
        asked = report.asked.bound(point.value) if report.asked else None
        value = computed_words(point.value, report.indicator, language, asked)
        lines = [phrase("league_total", language, value=value, **facts)]
    if pulling and report.pulling:
        named = (
            f"{view.org_unit(row.org_unit)} {unit_figure_words(row, report, language)}"
            for row in report.pulling
        )
        lines.append(phrase("league_pulling", language, units="; ".join(named)))
    if point.missing:
        names = ", ".join(view.org_unit(unit) for unit in point.missing[:_NAMED])
        rest = len(point.missing) - _NAMED
        more = phrase("and_others", language, n=rest) if rest > 0 else ""
        lines.append(_not_counted(report, names + more, view))
    return lines


def _not_counted(report: League, units: str, view: View) -> str:
    """Which units do not count; some of them may have reported less than is needed."""
    rollup = report.indicator.rollup
    if rollup is None or rollup.by not in {RollUpBy.RATIO, RollUpBy.WEIGHTED_MEAN}:
        return phrase("league_missing", view.language, units=units)
    if rollup.weight is None:
        return phrase("league_no_parts", view.language, units=units)
    weight = view.short_name(view.plan.by_id[rollup.weight])
    return phrase("league_no_weight", view.language, units=units, weight=weight)


_NAMED = 10


def unit_figure_words(row: LeagueRow, report: League, language: str) -> str:
    """The figure of one unit with its parts; empty where it has not reported."""
    if row.value is None:
        return ""
    bound = report.asked.bound(row.value) if report.asked else None
    words = computed_words(row.value, report.indicator, language, bound)
    if row.numerator is None or row.denominator is None:
        return words
    parts = (format_number(each, language) for each in (row.numerator, row.denominator))
    return f"{words} ({'/'.join(parts)})"
