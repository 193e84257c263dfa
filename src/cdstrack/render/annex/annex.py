"""The annex of the plan in the official form (Nghị định 30/2020/NĐ-CP): what is in which cell.

Owns the choice of words for each cell. Marks of notes are numbered in the order in which the table
is read, row by row.
"""

from collections.abc import Iterator, Mapping

from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Flag, Status
from cdstrack.render.annex.notes import Notebook, Run, Runs
from cdstrack.render.annex.shape import (
    Annex,
    AnnexEntry,
    AnnexHead,
    AnnexSection,
    AnnexTarget,
    Overview,
)
from cdstrack.render.annex.standing import DOUBTFUL, completion_words, reached_words, standing
from cdstrack.render.figure_words import value_with_parts
from cdstrack.render.members import partial_words
from cdstrack.render.page.header_footer import notices, provenance
from cdstrack.render.page.layout import Cell, sentence
from cdstrack.render.verdict_notes import verdict_notes
from cdstrack.render.view import View
from cdstrack.words.labels.annex import annex_text as say
from cdstrack.words.labels.cells import unit_words
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import tendency_sentence
from cdstrack.words.labels.vocabulary import FLAG, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean

COLUMNS = ("number", "indicator", "unit", "target", "result", "completion", "lead", "note")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"))


def annex(report: PlanReport, view: View) -> Annex:
    """The annex in the reader's language."""
    language, header = view.language, report.header
    notebook = Notebook(report.documents, language)
    sections = tuple(_sections(report, notebook, view))
    title = clean(header.plan_title.text(language))
    day = plain_day(header.as_of, language)
    return Annex(
        language=language,
        head=_head(report, view),
        number=say("annex", language, number=roman(1)),
        title=(say("title", language), title, say("as_of", language, day=day)),
        attached=say("attached", language),
        summary=(*_counts(report.status, language), *notices(header, view)),
        overview=_overview(report, view),
        columns=tuple(say(f"head_{name}", language) for name in COLUMNS),
        sections=sections,
        empty="" if sections else say("nothing", language),
        remarks=tuple(_remarks(report, view)),
        notes=notebook.notes,
        provenance=tuple(map(_joined, provenance(header, view))),
    )


def roman(number: int) -> str:
    """The number as annexes and sections are numbered.

    >>> [roman(each) for each in (1, 4, 9, 14, 49)]
    ['I', 'IV', 'IX', 'XIV', 'XLIX']
    """
    written = ""
    for value, letters in (*_ROMAN, (1, "I")):
        times, number = divmod(number, value)
        written += letters * times
    return written


def _head(report: PlanReport, view: View) -> AnnexHead:
    """The body is the plan's area, or what took its place by the day of the report."""
    language, plan = view.language, view.plan
    area = plan.org_units.get(plan.area)
    is_over = area is not None and area.closed is not None and area.closed < report.header.as_of
    body = area.successor if area is not None and is_over and area.successor else plan.area
    return AnnexHead(
        body=view.org_unit(body).upper(),
        country=say("country", language),
        motto=say("motto", language),
        number=say("number", language),
        place_and_day=say("place_and_day", language),
    )


def _joined(cell: Cell) -> str:
    """The lines of a cell as a sentence."""
    return sentence(" ".join(line.text for line in cell))


def _counts(report: StatusReport, language: str) -> Iterator[str]:
    """How many verdicts of each kind: over the indicators, then for each milestone's targets."""
    if report.counts:
        total = sum(report.counts.values())
        yield say("counts", language, n=total, counts=_counted(report.counts, language))
    for due, statuses in report.counts_by_due.items():
        facts = {"due": due_words(due, language), "n": sum(statuses.values())}
        yield say("counts_by_due", language, **facts, counts=_counted(statuses, language))


def _counted(counts: Mapping[Status, int], language: str) -> str:
    return ", ".join(f"{label(STATUS, status, language)} {n}" for status, n in counts.items())


def _overview(report: PlanReport, view: View) -> Overview | None:
    """How many targets of each pillar are met or on track at each milestone."""
    heat, language = report.heat, view.language
    if not heat.cells:
        return None
    dues = (sentence(due_words(due, language))[:-1] for due in heat.milestones)
    rows = []
    for pillar in heat.pillars:
        cells = (heat.cells.get((pillar, due)) for due in heat.milestones)
        told = (f"{cell.on_course}/{cell.total}" if cell else "–" for cell in cells)
        rows.append((view.pillar(pillar), *told))
    head = (say("head_pillar", language), *dues)
    return Overview(say("overview", language), head, tuple(rows))


def _sections(report: PlanReport, notebook: Notebook, view: View) -> Iterator[AnnexSection]:
    number = 0
    for place, pillar in enumerate(report.pillars, 1):
        entries = []
        for detail in report.section(pillar):
            number += 1
            entries.append(_entry(str(number), detail.item, notebook, view))
        yield AnnexSection(roman(place), view.pillar(pillar), tuple(entries))


def _entry(number: str, item: StatusItem, notebook: Notebook, view: View) -> AnnexEntry:
    # In the order in which the rows are read, by which notes are numbered.
    first = [_target(item, line, notebook, view) for line in item.targets[:1]]
    result = _result(item, notebook, view)
    return AnnexEntry(
        number=number,
        name=view.name(item.indicator),
        unit=unit_words(item.indicator, view.language),
        result=result,
        lead=view.org_unit(item.lead) if item.lead else "",
        targets=(*first, *(_target(item, line, notebook, view) for line in item.targets[1:])),
        note=sentence(tendency_sentence(item.tendency, view.language)),
    )


def _target(item: StatusItem, line: TargetLine, notebook: Notebook, view: View) -> AnnexTarget:
    language, target, verdict = view.language, line.target, line.verdict
    asked = view.asked(target, item.indicator)
    if target.due is not None:
        asked = say(
            "by", language, due=sentence(due_words(target.due, language))[:-1], target=asked
        )
    reached = reached_words(line, language)
    told = [label(STATUS, verdict.status, language) + (f" ({reached})" if reached else "")]
    told += standing(item, line, view)
    if Flag.ASSUMED_BASELINE in verdict.flags:
        told.append(label(FLAG, Flag.ASSUMED_BASELINE, language))
    told += verdict_notes(line, language)
    if target.ended is not None:
        day = plain_day(target.ended.date, language)
        told.append(phrase("ended", language, day=day, reason=clean(target.ended.reason)))
    note = sentence("; ".join(dict.fromkeys(filter(None, told))))
    runs = (Run(asked, notebook.numbers(target.document)),)
    return AnnexTarget(runs, completion_words(verdict.completion, language), note)


def _result(item: StatusItem, notebook: Notebook, view: View) -> tuple[Runs, ...]:
    """The latest figure with the note of its document, its part and its period."""
    figure, language = item.latest, view.language
    if figure is None:
        return ((Run(partial_words(item, language) or say("no_figure", language)),),)
    line = item.active_line
    value = value_with_parts(
        figure, item.indicator, language, line.verdict.threshold if line else None
    )
    value += DOUBTFUL if item.doubts else ""
    cited = notebook.numbers([figure.document] if figure.document else [])
    beside = [
        view.disaggregation(figure.disaggregation),
        say("period", language, period=plain_period(figure.period, language)),
        label(FLAG, "stale", language) if item.stale else "",
    ]
    return ((Run(value, cited),), *((Run(text),) for text in beside if text))


def _remarks(report: PlanReport, view: View) -> Iterator[str]:
    """What the marks mean, of those that occur."""
    if any(line.verdict.completion is not None for line in report.status.lines):
        yield say("completion_is", view.language)
    if any(item.doubts for item in report.status.items):
        yield say("doubtful", view.language)
    if any(Flag.ASSUMED_BASELINE in line.verdict.flags for line in report.status.lines):
        yield say("assumed", view.language)
