"""What would be if figures were others, and what an index lacks to a value: outlines and fields."""

from collections.abc import Iterator

from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.reports.whatif import Effect, GoalReport, Need, WhatIfReport
from cdstrack.render.machine.fields import Fields, decimal, header_fields, picked
from cdstrack.render.members import missing_names, points_words, unfinished_words
from cdstrack.render.page.header_footer import milestone, outline_foot, outline_head
from cdstrack.render.page.layout import Block, Cell, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.composite import put
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.scores import score_text
from cdstrack.words.labels.value import figure_words, value_words, with_unit
from cdstrack.words.labels.vocabulary import status_words
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import format_toward


def what_if_blocks(report: WhatIfReport, view: View) -> list[Block]:
    """The figures assumed, and each indicator that they change."""
    language = view.language
    day = phrase("on_day", language, day=format_day(report.header.as_of, language))
    blocks = outline_head(score_text("whatif", language, day=day), report.header, view)
    told = [_assumed(figure, view) for figure in report.assumed]
    blocks.append(Lines(cell(*told, score_text("not_recorded", language))))
    if report.effects:
        head = ("indicator", "now", "then", "verdicts")
        rows = tuple(_effect(effect, view) for effect in report.effects)
        blocks.append(SmallTable(tuple(score_text(key, language) for key in head), rows))
    else:
        blocks.append(Lines(cell(score_text("no_effect", language))))
    return [*blocks, outline_foot(report.header, view)]


def _assumed(figure: Observation, view: View) -> str:
    indicator, language = view.plan.by_id[figure.indicator], view.language
    facts = {
        "name": view.short_name(indicator),
        "value": figure_words(figure, indicator, language),
        "period": format_period(figure.period, language),
    }
    return score_text("assumed", language, **facts)


def _effect(effect: Effect, view: View) -> tuple[Cell, ...]:
    return (
        cell(view.short_name(effect.after.indicator)),
        cell(_value(effect.before, view.language)),
        (Line(_value(effect.after, view.language), "strong"),),
        tuple(_verdicts(effect, view.language)),
    )


def _value(item: StatusItem, language: str) -> str:
    if item.latest is None:
        return unfinished_words(item.composition, language) or "–"
    return figure_words(item.latest, item.indicator, language)


def _verdicts(effect: Effect, language: str) -> Iterator[Line]:
    """Each target's verdict before and after; one that stays is said to stay."""
    for was, now in zip(effect.before.targets, effect.after.targets, strict=True):
        due = now.target.due
        status = now.verdict.status
        facts = {
            "due": milestone(due, language) if due else phrase("undated", language),
            "was": status_words(was.verdict.status, language),
            "now": status_words(status, language),
        }
        key = "verdict_kept" if was.verdict.status is status else "verdict"
        yield Line(score_text(key, language, **facts), status)


def what_if_fields(report: WhatIfReport, view: View) -> Fields:
    """The same for programs: each indicator that changes, before and after."""
    return header_fields(report.header, view) | {
        "assumed": [
            picked(figure, "indicator", "value", "period") | {"value": figure.state or figure.value}
            for figure in report.assumed
        ],
        "items": [
            {
                "indicator": each.after.indicator.id,
                "name": each.after.indicator.name.text(view.language),
                "before": _state(each.before),
                "after": _state(each.after),
            }
            for each in report.effects
        ],
    }


def _state(item: StatusItem) -> Fields:
    lines = item.targets
    return {
        "value": item.latest and (item.latest.state or item.latest.value),
        "period": item.latest and item.latest.period,
        "status": item.status,
        "targets": [
            {"due": each.target.due, **picked(each.verdict, "status", "met", "gap")}
            for each in lines
        ],
    }


def goal_blocks(report: GoalReport, view: View) -> list[Block]:
    """The gap, and the members by what each can still add."""
    language, indicator = view.language, report.indicator
    day = phrase("on_day", language, day=format_day(report.header.as_of, language))
    facts = {
        "name": view.short_name(indicator),
        "goal": value_words(report.goal, indicator, language),
    }
    blocks = outline_head(score_text("goal", language, **facts, day=day), report.header, view)
    blocks.append(Lines(cell(*_said(report, view))))
    if report.needs:
        head = ("member", "left", "running")
        rows = tuple(_need(need, view) for need in report.needs)
        blocks.append(SmallTable(tuple(score_text(key, language) for key in head), rows))
    return [*blocks, outline_foot(report.header, view)]


def _said(report: GoalReport, view: View) -> Iterator[str]:
    language, missing, now = view.language, report.missing, report.now
    if report.composition is None:
        yield put("no_member_figures", language)
        return
    if missing is None or now is None:
        yield put("needs", language, members=missing_names(report.composition, view))
        return
    # As many decimals as what is missing has, and never the goal itself before it is reached.
    number = format_toward(now, report.goal, language, decimals=3)
    shown = with_unit(number, report.indicator, language)
    if missing <= 0:
        yield score_text("goal_reached", language, now=shown)
        return
    left = points_words(missing, language)
    yield score_text("goal_missing", language, now=shown, missing=left)
    enough = report.enough
    if enough is not None:
        yield score_text("enough_one" if enough == 1 else "enough", language, n=enough)


def _need(need: Need, view: View) -> tuple[Cell, ...]:
    language, member = view.language, need.member
    name = cell(view.short_name(member.indicator))
    if member.lost is None or need.running is None:
        return (name, cell(score_text("no_figure", language)), ())
    return (
        name,
        cell(points_words(member.lost, language)),
        cell(points_words(need.running, language)),
    )


def goal_fields(report: GoalReport, view: View) -> Fields:
    """The same for programs; `left` is null for a member without a figure."""
    return header_fields(report.header, view) | {
        "indicator": report.indicator.id,
        "name": report.indicator.name.text(view.language),
        "now": decimal(report.now),
        "to": decimal(report.goal),
        "missing": decimal(report.missing),
        "enough": report.enough,
        "members": [
            {
                "indicator": each.member.indicator.id,
                "name": each.member.indicator.name.text(view.language),
                "weight": decimal(each.member.weight),
                "left": decimal(each.member.lost),
                "running": decimal(each.running),
            }
            for each in report.needs
        ],
    }
