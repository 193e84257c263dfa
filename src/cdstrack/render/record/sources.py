"""The documents of plan and store, for people and for programs."""

from collections.abc import Iterator, Sequence

from cdstrack.core.plan.model import Indicator, Target
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.sources import Citations, CitedDocument
from cdstrack.render.changes import observation_words
from cdstrack.render.machine.fields import (
    Fields,
    cell_fields,
    declaration_fields,
    document_fields,
    figure_fields,
)
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.links import address_of, linked, shortened
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.talk.general import talk_text


def documents_text(sources: Sequence[CitedDocument], view: View) -> str:
    """One line a document: id, number or title, day, how often it is cited."""
    language = view.language
    if not sources:
        return talk_text("document.none", language) + "\n"
    widest = max(len(source.document.key) for source in sources)
    lines = [f"{source.document.key:<{widest}}  {_brief(source, view)}" for source in sources]
    declared = sum(source.in_plan for source in sources)
    counts = {"plan": str(declared), "store": str(len(sources) - declared)}
    return "\n".join([*lines, talk_text("document.counts", language, counts), ""])


def documents_fields(sources: Sequence[CitedDocument]) -> Fields:
    """The same for programs."""
    items = [
        {
            "key": source.document.key,
            **document_fields(source.document),
            "declared_in": "plan" if source.in_plan else "store",
            "targets": source.targets,
            "figures": source.figures,
        }
        for source in sources
    ]
    return {"items": items}


def document_text(document: SourceDocument, cited: Citations, view: View) -> str:
    """What is known of it, then the targets and the figures that cite it."""
    language = view.language
    kept_in = "plan" if document.key in view.plan.documents else "store"
    facts = {
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "issued": format_day(document.issued, language) if document.issued else None,
        "url": document.url,
        "note": document.note,
        "kept_in": talk_text(f"document.{kept_in}", language),
    }
    shown = {key: clean(fact) for key, fact in facts.items() if fact}
    names = {key: talk_text(f"document.{key}", language) for key in facts}
    widest = max(map(len, names.values()))
    lines = [clean(document.key)]
    if view.links and (address := address_of(shown.get("url", ""))):
        shown["url"] = linked(shortened(address, view.width - widest - 4), address)
    lines += [f"  {names[key]:<{widest}}  {fact}" for key, fact in shown.items()]
    for key, rows in (("targets", _targets(cited, view)), ("figures", _figures(cited, view))):
        told = list(rows)
        lines.append(talk_text(f"document.{key}", language, {"count": str(len(told))}))
        lines += [f"  {row}" for row in told]
    return "\n".join([*lines, ""])


def cited_fields(document: SourceDocument, cited: Citations, view: View) -> Fields:
    """The same for programs."""
    return {
        "document": {"key": document.key, **document_fields(document)},
        "declared_in": "plan" if document.key in view.plan.documents else "store",
        "targets": [
            {"indicator": indicator.id, **declaration_fields(target)}
            for indicator, target in cited.targets
        ],
        "figures": [cell_fields(figure) | figure_fields(figure) for figure in cited.figures],
    }


def _brief(source: CitedDocument, view: View) -> str:
    document, language = source.document, view.language
    named = [document.number, document.title, document.issuer]
    words = [clean(text) for text in named if text]
    words += [format_day(document.issued, language)] if document.issued else []
    cited = {"targets": source.targets, "figures": source.figures}
    words += [
        talk_text(f"document.{key}", language, {"count": str(count)})
        for key, count in cited.items()
        if count
    ]
    return "; ".join(words)


def _targets(cited: Citations, view: View) -> Iterator[str]:
    for indicator, target in cited.targets:
        yield f"{indicator.id} {_asked(indicator, target, view)}"


def _asked(indicator: Indicator, target: Target, view: View) -> str:
    due = target.due
    day = milestone(due, view.language) if due else phrase("undated", view.language)
    return f"{day}: {view.asked(target, indicator)}"


def _figures(cited: Citations, view: View) -> Iterator[str]:
    for figure in cited.figures:
        about = " ".join(part for part in (figure.indicator, figure.disaggregation) if part)
        period = format_period(figure.period, view.language, short=True)
        yield f"{clean(about)} {period}: {observation_words(figure, view)}"
