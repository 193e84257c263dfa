"""Scores side by side as an outline, and for programs."""

from collections.abc import Iterator
from fractions import Fraction

from cdstrack.core.record.role import Role
from cdstrack.core.reports.scores import ScoreRow, ScoresReport
from cdstrack.render.machine.fields import Fields, decimal, header_fields
from cdstrack.render.members import points_words
from cdstrack.render.page.header_footer import outline_foot, outline_head
from cdstrack.render.page.layout import Block, Cell, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.composite import put
from cdstrack.words.labels.scores import score_text
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period

_MOST_NAMED = 3


def scores_blocks(report: ScoresReport, view: View) -> list[Block]:
    """The table of criteria with the points by role, and where most is lost."""
    language = view.language
    facts = {"name": view.name(report.indicator), "unit": view.org_unit(report.org_unit)}
    if report.period is None:
        title = score_text("title_undated", language, **facts)
    else:
        title = score_text(
            "title", language, **facts, period=format_period(report.period, language)
        )
    blocks = outline_head(title, report.header, view)
    if not report.rows:
        blocks.append(Lines(cell(score_text("none", language))))
    else:
        roles = _roles(report)
        extra = (*_roleless(report), *_compared(report))
        is_common = bool(_common_evidence(report, view))
        own_evidence = not is_common and any(_evidence(row, view) for row in report.rows)
        head = ("criterion", "most", *_weighed(report), *roles, *extra, "lost", "evidence")
        rows = [_row(row, report, view) for row in report.rows]
        if report.indicator.composite is not None:
            rows.append(_total(report, view))
        if not own_evidence:
            head, rows = head[:-1], [row[:-1] for row in rows]
        blocks.append(SmallTable(tuple(score_text(key, language) for key in head), tuple(rows)))
        blocks.append(Lines(cell(*_notes(report, view))))
    return [*blocks, outline_foot(report.header, view)]


def _common_evidence(report: ScoresReport, view: View) -> Cell:
    """The evidence common to all criteria, which is then below the table; else nothing."""
    first, *others = (_evidence(row, view) for row in report.rows)
    return first if others and all(each == first for each in others) else ()


def _evidence(row: ScoreRow, view: View) -> Cell:
    return cell(*map(view.document, row.evidence), *map(clean, row.notes))


def _roles(report: ScoresReport) -> tuple[Role, ...]:
    """Self-assessed and appraised always, final where somebody gave one."""
    has_final = any(row.points(Role.FINAL) is not None for row in report.rows)
    return tuple(role for role in Role if role is not Role.FINAL or has_final)


def _roleless(report: ScoresReport) -> tuple[str, ...]:
    """What counts is in a column of its own where a figure of no role counts."""
    unnamed = (each.counted for each in report.rows if each.counted.points is not None)
    return ("counts",) if any(each.role is None for each in unnamed) else ()


def _weighed(report: ScoresReport) -> tuple[str, ...]:
    """The weights have a column where criteria have scales of their own, which do not add up."""
    own = any(row.counted.most != row.counted.weight for row in report.rows)
    return ("weight",) if own else ()


def _compared(report: ScoresReport) -> tuple[str, ...]:
    return ("difference",) if any(row.difference is not None for row in report.rows) else ()


def _row(row: ScoreRow, report: ScoresReport, view: View) -> tuple[Cell, ...]:
    language = view.language
    points = (row.points(role) for role in _roles(report))
    return (
        cell(view.short_name(row.counted.indicator)),
        cell(points_words(row.counted.most, language)),
        *(cell(points_words(row.counted.weight, language)) for _ in _weighed(report)),
        *(cell(_points(each, language)) for each in points),
        *(cell(_points(row.counted.points, language)) for _ in _roleless(report)),
        *(cell(_signed(row.difference, language)) for _ in _compared(report)),
        cell(_points(row.lost, language)),
        _evidence(row, view),
    )


def _total(report: ScoresReport, view: View) -> tuple[Cell, ...]:
    """The index by each role, on its own scale; a role with gaps has no total."""
    language = view.language
    lost = None if report.total is None or report.of is None else report.of - report.total
    return (
        (Line(score_text("total", language), "strong"),),
        *(() for _ in _weighed(report)),
        cell(_points(report.of, language)),
        *(cell(_points(report.totals.get(role), language)) for role in _roles(report)),
        *(cell(_points(report.total, language)) for _ in _roleless(report)),
        *(cell(_signed(report.difference, language)) for _ in _compared(report)),
        cell(_points(lost, language)),
        (),
    )


def _notes(report: ScoresReport, view: View) -> Iterator[str]:
    language = view.language
    if report.total is not None and report.of is not None:
        facts = {
            name: _points(each, language)
            for name, each in (("value", report.total), ("of", report.of))
        }
        yield score_text("counted", language, **facts)
    else:
        missing = sum(row.counted.part is None for row in report.rows)
        words = put("unfinished", language, n=missing, total=len(report.rows))
        yield score_text("incomplete", language, words=words)
    losing = report.most_lost[:_MOST_NAMED]
    if losing and len(report.rows) > 1:
        named = (
            score_text(
                "row_lost",
                language,
                name=view.short_name(row.counted.indicator),
                points=_points(row.counted.lost, language),
            )
            for row in losing
        )
        yield score_text("most_lost", language, rows=", ".join(named))
    if _weighed(report) and report.indicator.composite is not None:
        yield score_text("own_scales", language)
    if _compared(report):
        yield score_text("sign", language)
    if common := _common_evidence(report, view):
        words = "; ".join(line.text for line in common)
        yield score_text("common_evidence", language, documents=words)


def _points(points: Fraction | None, language: str) -> str:
    return "–" if points is None else points_words(points, language)


def _signed(points: Fraction | None, language: str) -> str:
    if points is None:
        return "–"
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return sign + points_words(abs(points), language)


def scores_fields(report: ScoresReport, view: View) -> Fields:
    """The scores for programs; points are on the scale of each criterion, totals on the index's."""
    return header_fields(report.header, view) | {
        "indicator": report.indicator.id,
        "name": report.indicator.name.text(view.language),
        "org_unit": report.org_unit,
        "period": report.period,
        "of": decimal(report.of),
        "counted": decimal(report.total),
        **{role.value: decimal(report.totals.get(role)) for role in Role},
        "difference": decimal(report.difference),
        "items": [_row_fields(row, view) for row in report.rows],
    }


def _row_fields(row: ScoreRow, view: View) -> Fields:
    counted = row.counted
    return {
        "indicator": counted.indicator.id,
        "name": counted.indicator.name.text(view.language),
        "weight": decimal(counted.weight),
        "max": decimal(counted.most),
        "counted": decimal(counted.points),
        "role": counted.role,
        **{role.value: decimal(row.points(role)) for role in Role},
        "difference": decimal(row.difference),
        "lost": decimal(row.lost),
        "evidence": list(row.evidence),
        "notes": list(row.notes),
    }
