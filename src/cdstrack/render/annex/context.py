"""The annex as plain values for an office's own template: names that its placeholders may use.

Owns these names; docs/commands/report.md lists them. Every value is a text, a number or a list of such.
"""

from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.render.annex.annex import annex
from cdstrack.render.annex.notes import Run, Runs, plain
from cdstrack.render.annex.shape import AnnexEntry, AnnexSection, AnnexTarget
from cdstrack.render.machine.fields import Fields
from cdstrack.render.view import View
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import plain_day


def template_context(report: PlanReport, view: View) -> Fields:
    """What a template can show."""
    found, language, day = annex(report, view), view.language, report.header.as_of
    return {
        "plan": found.title[1],
        "body": found.head.body,
        "annex": found.number,
        "as_of": plain_day(day, language),
        "day": day.day,
        "month": day.month,
        "year": day.year,
        "indicators": len(report.indicators),
        "counts": [
            {"verdict": label(STATUS, status, language), "number": number}
            for status, number in report.status.counts.items()
        ],
        "summary": list(found.summary),
        "columns": list(found.columns),
        "pillars": [_pillar(part) for part in found.sections],
        "rows": [row for part in found.sections for row in _rows(part)],
        "notes": [
            {"number": note.number, "text": note.text, "url": note.url} for note in found.notes
        ],
        "remarks": list(found.remarks),
        "provenance": list(found.provenance),
    }


def _pillar(part: AnnexSection) -> Fields:
    rows = [row for entry in part.entries for row in _entry_rows(entry)]
    return {"number": part.number, "name": part.title, "rows": rows}


def _rows(part: AnnexSection) -> list[Fields]:
    """The pillar as a row of its own, then a row for each target."""
    title = {**_entry_row(None, None), "is_pillar": True, "number": part.number, "name": part.title}
    return [title, *(row for entry in part.entries for row in _entry_rows(entry))]


def _entry_rows(entry: AnnexEntry) -> list[Fields]:
    """A row for each target; what is the same for all is in the first."""
    first, *others = entry.targets or (None,)
    return [_entry_row(entry, first), *(_entry_row(None, each) for each in others)]


def _entry_row(entry: AnnexEntry | None, target: AnnexTarget | None) -> Fields:
    return {
        "is_pillar": False,
        "number": entry.number if entry else "",
        "name": entry.name if entry else "",
        "unit": entry.unit if entry else "",
        "target": _marked(target.target) if target else "",
        "result": " ".join(map(_marked, entry.result)) if entry else "",
        "completion": target.completion if target else "",
        "lead": entry.lead if entry else "",
        "note": target.note if target else (entry.note if entry else ""),
    }


def _marked(runs: Runs) -> str:
    """The text with the numbers of its notes in brackets."""
    return plain(Run(run.text + "".join(f" [{n}]" for n in run.notes)) for run in runs)
