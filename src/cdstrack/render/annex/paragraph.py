"""An indicator in two sentences, ready to be pasted: figure, day, change, gap, verdict, sources.

Owns the sentences. They say what figures and plan carry, and no cause.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cdstrack.core.plan.model import Unit
from cdstrack.core.record.movement import Movement
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Precision
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.verdict.vocabulary import Flag, Status
from cdstrack.render.annex.notes import Note, Notebook, Run, Runs, plain
from cdstrack.render.annex.standing import DOUBTFUL, reached_words, standing
from cdstrack.render.figure_words import movement_words, value_with_parts
from cdstrack.render.machine.fields import Fields, header_fields
from cdstrack.render.members import partial_words
from cdstrack.render.page.markdown import escaped, web_address
from cdstrack.render.verdict_notes import flag_notes
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import tendency_sentence
from cdstrack.words.labels.paragraph import paragraph_text as say
from cdstrack.words.labels.vocabulary import FLAG, STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.labels.weekly import say as weekly_text
from cdstrack.words.parse.clean import clean

_HOW = {Unit.STATE: "is_state", Unit.RANK: "is_rank"}
_PLACED = {Qualifier.EXACT, Qualifier.PRELIMINARY, Qualifier.DERIVED}
"""What is written behind a place, not before it: no place is called "ước 62"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Two sentences about one indicator; `remark` says why its figure is doubtful, or is empty."""

    indicator: str
    sentences: tuple[Runs, Runs]
    remark: str


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs, and the notes that their marks lead to."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


def paragraphs(report: PlanReport, view: View) -> Paragraphs:
    """A paragraph for each indicator, in the order of the report."""
    notebook = Notebook(report.documents, view.language)
    told = tuple(_paragraph(each, report, notebook, view) for each in report.indicators)
    return Paragraphs(told, notebook.notes)


def paragraphs_text(report: PlanReport, view: View, *, markdown: bool = False) -> str:
    """Plain text or Markdown: a line for each paragraph, marks in square brackets, then the notes."""
    found = paragraphs(report, view)
    mark, begin, written = ("[^{}]", "[^{}]: ", escaped) if markdown else ("[{}]", "[{}] ", str)
    blocks = [
        " ".join(_marked(sentence, mark, written) for sentence in each.sentences)
        for each in found.paragraphs
    ]
    if not blocks:
        return phrase("nothing", view.language) + "\n"
    blocks += [written(remark) for remark in _remarks(found)]
    notes = [begin.format(note.number) + _note_line(note, written) for note in found.notes]
    return "\n\n".join([*blocks, *(["\n".join(notes)] if notes else [])]) + "\n"


def paragraphs_fields(report: PlanReport, view: View) -> Fields:
    """The same for programs: sentences without marks, with the numbers of their notes."""
    found = paragraphs(report, view)
    header = replace(report.header, report="paragraphs")
    return header_fields(header, view) | {
        "items": [
            {
                "indicator": each.indicator,
                "text": " ".join(plain(sentence) for sentence in each.sentences),
                "notes": [n for sentence in each.sentences for run in sentence for n in run.notes],
                "remark": each.remark or None,
            }
            for each in found.paragraphs
        ],
        "notes": [note._asdict() | {"url": note.url or None} for note in found.notes],
    }


def _remarks(found: Paragraphs) -> list[str]:
    remarks = [each.remark for each in found.paragraphs if each.remark]
    return ["\n".join(remarks)] if remarks else []


def _marked(runs: Runs, mark: str, written: Callable[[str], str]) -> str:
    return "".join(written(run.text) + "".join(map(mark.format, run.notes)) for run in runs)


def _note_line(note: Note, written: Callable[[str], str]) -> str:
    url = f" <{note.url}>" if note.url else ""
    return written(note.text) + (url if web_address(note.url) else written(url))


def _paragraph(
    detail: IndicatorDetail, report: PlanReport, notebook: Notebook, view: View
) -> Paragraph:
    item, moved, language = detail.item, detail.movement, view.language
    day = plain_day(report.header.as_of, language)
    if item.latest is None or moved is None:
        words = partial_words(item, language)
        facts = {"name": view.name(item.indicator), "day": day, "words": words}
        first: Runs = (Run(say("unfinished" if words else "none", language, **facts)),)
    else:
        first = _figure(item, item.latest, moved, notebook, view)
    why = "; ".join(weekly_text(code, language) for code in item.doubts)
    remark = say("doubtful", language, name=view.name(item.indicator), why=why) if why else ""
    return Paragraph(item.indicator.id, (first, _against(item, day, notebook, view)), remark)


def _figure(
    item: StatusItem, figure: Observation, moved: Movement, notebook: Notebook, view: View
) -> Runs:
    """What the latest figure is, with the note of its document, and how far it moved."""
    indicator, language = item.indicator, view.language
    line = item.active_line
    bound = line.verdict.threshold if line else None
    value = value_with_parts(figure, indicator, language, bound)
    period = plain_period(figure.period, language)
    is_day = figure.period.precision is Precision.DAY
    facts = {
        "name": _name(item, figure, view),
        "when": say("on_day" if is_day else "in_period", language, period=period),
        "value": value + (DOUBTFUL if item.doubts else ""),
    }
    cited = notebook.numbers([figure.document] if figure.document else [])
    how = _HOW.get(indicator.unit, "is")
    if how == "is_rank" and figure.qualifier not in _PLACED:
        how = "is_rank_roughly"
    said = say(how, language, **facts)
    if not cited and figure.exact is None:
        said += weekly_text("no_source", language)
    change = movement_words(moved, indicator, language)
    return (Run(said, cited), Run(f", {change[:1].lower()}{change[1:]}."))


def _name(item: StatusItem, figure: Observation, view: View) -> str:
    name = view.name(item.indicator)
    part = view.disaggregation(figure.disaggregation)
    return f"{name} ({part})" if part else name


def _against(item: StatusItem, day: str, notebook: Notebook, view: View) -> Runs:
    """What is missing to the active target, with the note of its document, and the verdict."""
    language, line = view.language, item.active_line
    if line is None:
        tendency = tendency_sentence(item.tendency, language)
        told = "; ".join(filter(None, (say("no_target", language), tendency)))
        return (Run(told + "."),)
    asked = view.asked(line.target, item.indicator)
    due = line.target.due
    facts = {"due": due_words(due, language), "target": asked}
    against = say("against" if due else "against_undated", language, **facts)
    told = "; ".join([*_met(line, language), *standing(item, line, view)])
    if line.target.ended is not None and line.verdict.status is Status.NOT_APPLICABLE:
        ended = line.target.ended
        since, why = plain_day(ended.date, language), clean(ended.reason)
        told = phrase("ended", language, day=since, reason=why)
    told = told or say("unknown_gap", language)
    verdict = say("verdict", language, day=day, verdict=_verdict(item, line, language))
    cited = notebook.numbers(line.target.document)
    return (Run(against, cited), Run(f"{say('then', language)}{told}; {verdict}."))


def _met(line: TargetLine, language: str) -> list[str]:
    """That the target is met, and since when."""
    if not line.verdict.met:
        return []
    reached = reached_words(line, language)
    return [say("met", language) + (f" ({reached})" if reached else "")]


def _verdict(item: StatusItem, line: TargetLine, language: str) -> str:
    """The verdict, with what it rests on in brackets."""
    flags = line.verdict.flags
    beside = [label(FLAG, flag, language) for flag in (Flag.ASSUMED_BASELINE,) if flag in flags]
    beside += [label(FLAG, Flag.STALE, language)] if item.stale else []
    beside += flag_notes(line, language)
    words = label(STATUS, line.verdict.status, language)
    told = "; ".join(dict.fromkeys(beside))
    return f"{words} ({told})" if told else words
