"""The report as data for typst, which sets it as a PDF: the annex's table, then a section an indicator.

Owns what goes into the data. They are texts only; the template `templates/report.typ` shows each of
them as it is and reads none as markup.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from itertools import count

from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.render.annex.annex import annex
from cdstrack.render.annex.notes import Runs
from cdstrack.render.annex.shape import Annex, AnnexEntry, AnnexTarget
from cdstrack.render.machine.fields import Fields
from cdstrack.render.page.layout import Cell
from cdstrack.render.report.numbers import Measured
from cdstrack.render.report.picture import Mark, Plot, plot
from cdstrack.render.report.scale import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH
from cdstrack.render.report.section import MeasureRow, section
from cdstrack.render.view import View
from cdstrack.words.labels.report import report_text

NEWEST = 6
"""Figures of an indicator that its section lists."""
_DOT = re.compile(r"M([\d.-]+ [\d.-]+)h0")
_GROUP = re.compile(r"g\d")
_SIDES = {"start", "end"}
FONT = "Libertinus Serif"
"""A free font (SIL Open Font License) that typst brings along; it has every Vietnamese letter."""


@cache
def typst_template() -> str:
    """The layout; it is the same for every report."""
    path = files("cdstrack.render") / "templates" / "report.typ"
    return path.read_text(encoding="utf-8")


def typst_data(
    report: PlanReport, view: View, show: Callable[[float], None] = lambda _: None
) -> str:
    """What the layout shows, as JSON; `show` is told which share of the indicators is done."""
    total, done = len(report.indicators), count(1)

    def shown(detail: IndicatorDetail) -> Fields:
        fields = _detail(detail, view)
        show(next(done) / total)
        return fields

    language, found = view.language, annex(report, view)
    seen: set[int] = set()
    sections = [
        {
            "number": part.number,
            "title": part.title,
            "entries": [_entry(each, seen) for each in part.entries],
        }
        for part in found.sections
    ]
    data = _head(found) | {
        "font": FONT,
        "headings": {
            "totals": report_text("totals", language),
            "table": report_text("indicators", language),
            "measure": report_text("measure", language),
        },
        "sections": sections,
        "width": WIDTH,
        "height": HEIGHT,
        "frame": (LEFT, RIGHT, TOP, BOTTOM),
        "details": [
            {
                "title": f"{part.number}. {part.title}",
                "indicators": [shown(each) for each in report.section(pillar)],
            }
            for part, pillar in zip(found.sections, report.pillars, strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False)


def _head(found: Annex) -> Fields:
    return {
        "language": found.language,
        "body": found.head.body,
        "title": found.title,
        "summary": found.summary,
        "overview": found.overview and asdict(found.overview),
        "columns": found.columns,
        "empty": found.empty,
        "remarks": found.remarks,
        "notes": [f"{note.text} {note.url}".rstrip() for note in found.notes],
        "provenance": found.provenance,
    }


def _entry(entry: AnnexEntry, seen: set[int]) -> Fields:
    """A row of the table; what is read first says so of its notes."""
    first = [_target(each, seen) for each in entry.targets[:1]]
    result = [_runs(line, seen) for line in entry.result]
    empty = {"target": [], "completion": "", "note": entry.note}
    return {
        "number": entry.number,
        "name": entry.name,
        "unit": entry.unit,
        "result": result,
        "lead": entry.lead,
        "targets": [*first, *(_target(each, seen) for each in entry.targets[1:])] or [empty],
    }


def _target(target: AnnexTarget, seen: set[int]) -> Fields:
    return {
        "target": _runs(target.target, seen),
        "completion": target.completion,
        "note": target.note,
    }


def _runs(runs: Runs, seen: set[int]) -> list[Fields]:
    told = []
    for run in runs:
        notes = []
        for number in run.notes:
            notes.append({"number": number, "first": number not in seen})
            seen.add(number)
        told.append({"text": run.text, "notes": notes})
    return told


def _detail(detail: IndicatorDetail, view: View) -> Fields:
    told, drawn = section(detail, view, NEWEST), plot(detail, view)
    return {
        "name": told.name,
        "verdict": told.verdict.text,
        "tendency": told.tendency,
        "plot": drawn and _plot(drawn),
        "targets": [
            {"due": each.due, "asked": each.asked, "told": each.told} for each in told.targets
        ],
        "measures": [[row.head, *(_words(row, cell) for cell in row.cells)] for row in told.rows],
        "facts": [(name, _joined(cell, "; ")) for name, cell in told.facts],
        "figures_head": told.figures_head,
        "figures": [[_joined(cell, "\n") for cell in row] for row in told.figures],
        "earlier": told.earlier,
        "sources": [" ".join((*each.lines, each.url)).rstrip() for each in told.sources],
    }


def _words(row: MeasureRow, cell: Sequence[Measured]) -> str:
    return row.between.join(part.words for part in cell)


def _joined(cell: Cell, between: str) -> str:
    return between.join(line.text for line in cell)


def _plot(drawn: Plot) -> Fields:
    """The drawing; the group and the side that the kind of a mark names are told apart."""
    fields = asdict(drawn)
    for name in ("marks", "names", "targets", "years"):
        fields[name] = [_mark(mark) for mark in getattr(drawn, name)]
    fields["dots"] = [
        {"group": group, "places": [place.split(" ") for place in _DOT.findall(places)]}
        for group, places in drawn.dots
    ]
    return fields


def _mark(mark: Mark) -> Fields:
    words = mark.kind.split(" ")
    group = next((int(word[1:]) for word in words if _GROUP.fullmatch(word)), 0)
    side = next((word for word in words if word in _SIDES), "middle")
    return {
        **asdict(mark),
        "kind": words[0],
        "group": group,
        "side": side,
        "below": "below" in words,
    }
