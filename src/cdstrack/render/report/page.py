"""The report as pages: one file that needs nothing beside it, or the same as pages with links.

Owns which parts a page has. Pages are given piece by piece, so that long ones can be written while they
are made. Nothing is fetched from anywhere: style and script are in the page and named by their digests,
so that no text from outside can bring its own.
"""

import unicodedata
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from cdstrack import __version__
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.render.page.header_footer import counts, footnotes, notices, provenance, title
from cdstrack.render.page.html import template
from cdstrack.render.report import scale
from cdstrack.render.report.picture import plot
from cdstrack.render.report.section import section
from cdstrack.render.report.table import due_words, heat_rows, indicator_table
from cdstrack.render.status.glance import headline
from cdstrack.render.view import View
from cdstrack.words.labels.report import report_text
from cdstrack.words.parse.clean import clean

INDEX = "index.html"
FOLDER = "indicators"
NEWEST, MORE = 8, 200
"""Figures that a section lists where it is one of many, and on a page of its own; `show` has all."""


class SitePage(NamedTuple):
    """One file of a site: its path below the folder, and its text."""

    path: str
    text: str


def report_pieces(report: PlanReport, view: View) -> Iterator[str]:
    """The whole report as one file: its top, a piece an indicator, its end.

    There are two pieces more than indicators.
    """
    yield _piece("top", report, view, base="#i-", end="")
    for detail in report.indicators:
        yield _section(detail, view, NEWEST, back="#t-")
    yield _piece("end", report, view)


def site_pages(report: PlanReport, view: View) -> Iterator[SitePage]:
    """The same as pages with links: the overview, then a page an indicator."""
    top = _piece("top", report, view, base=f"{FOLDER}/", end=".html")
    yield SitePage(INDEX, top + _piece("end", report, view))
    around = (None, *report.indicators, None)
    for before, detail, after in zip(around, report.indicators, around[2:], strict=False):
        name = view.name(detail.item.indicator)
        head = _piece("head", report, view, page=name)
        told = _section(detail, view, MORE, back=f"../{INDEX}#t-")
        beside = {"previous": _neighbour(before, view), "next": _neighbour(after, view)}
        foot = _piece("foot", report, view, **beside)
        yield SitePage(f"{FOLDER}/{detail.item.indicator.id}.html", head + told + foot)


def _neighbour(detail: IndicatorDetail | None, view: View) -> tuple[str, str] | None:
    """The file and the name of the page before or after."""
    if detail is None:
        return None
    indicator = detail.item.indicator
    return f"{indicator.id}.html", view.short_name(indicator)


def _section(detail: IndicatorDetail, view: View, newest: int, back: str) -> str:
    """One indicator; `back` with its id leads to its row."""
    told, drawn = section(detail, view, newest), plot(detail, view)
    return _rendered("section", view, section=told, plot=drawn, back=back, frame=scale)


def _piece(name: str, report: PlanReport, view: View, **more: object) -> str:
    lines = [line for each in report.indicators for line in each.item.targets]
    known: dict[str, object] = {
        "title": title(report.header, view),
        "plan": clean(report.header.plan_title.text(view.language)),
        "generator": f"cdstrack {__version__}",
        "style": _asset("style.css"),
        "script": _asset("script.js"),
        "policy": _policy(),
    }
    if name == "top":
        known |= {
            "notices": notices(report.header, view),
            "headline": headline(report.status, view),
            "counts": counts(report.status, view),
            "milestones": tuple(due_words(due, view.language) for due in report.heat.milestones),
            "heat": heat_rows(report, view),
            "table": indicator_table(report, view),
        }
    if name in {"end", "foot"}:
        known["below"] = (*footnotes(lines, view), *provenance(report.header, view))
    return _rendered(name, view, **known, **more)


def _rendered(name: str, view: View, **facts: object) -> str:
    language = view.language

    def say(key: str, **more: object) -> str:
        return report_text(key, language, **more)

    text = template(f"report/{name}.html.j2").render(language=language, say=say, **facts)
    return unicodedata.normalize("NFC", text)


@cache
def _asset(name: str) -> str:
    folder = files("cdstrack.render") / "templates" / "report"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """What the page may do: its own style and its own script, told by their digests, and no more."""
    style, script = (_digest(_asset(name)) for name in ("style.css", "script.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; img-src data:"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
