"""The page obeys nothing that comes from outside: no markup, no script, no escape code."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from tests.page_tags import handlers, tags_of

from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.weekly.summary import SummaryReport
from cdstrack.render.page.html import document_html
from cdstrack.render.page.layout import Document
from cdstrack.render.page.markdown import document_markdown
from cdstrack.render.page.plain import document_text
from cdstrack.render.view import View
from cdstrack.render.weekly.sheet import sheet_document
from cdstrack.render.weekly.summary import full_document

ESCAPE = "\x1b[31m"
HOSTILE = f"<script>alert(1)</script> **đậm** [x](http://x) {{0}} {ESCAPE}đỏ\u202e | `mã`\n# dòng"

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]


def hostile_document(figure: Figure, page: Page, plan: Plan) -> Document:
    figures = [figure("ho-so", "60", "2022-07-31", reported="2022-08-17", note=HOSTILE)]
    return full_document(page("2022-W33", figures), View(plan))


def test_the_html_loads_nothing_and_runs_nothing(
    figure: Figure, page: Page, plan: Plan, full: SummaryReport
) -> None:
    for document in (hostile_document(figure, page, plan), full_document(full, View(plan))):
        text = document_html(document)
        tags = tags_of(text)
        assert {tag for tag, _ in tags}.isdisjoint({"script", "img", "link", "iframe", "object"})
        assert handlers(tags) == []
        assert "\x1b" not in text
        assert text.count("<!doctype html>") == 1
        assert unicodedata.is_normalized("NFC", text)


def test_markdown_and_text_obey_nothing_from_outside(
    figure: Figure, page: Page, plan: Plan
) -> None:
    document = hostile_document(figure, page, plan)
    markdown, text = document_markdown(document), document_text(document)
    assert "<script>" not in markdown
    assert "\\*\\*đậm\\*\\* \\[x\\](http://x) \\{0\\}" in markdown
    assert not {"\x1b", "\u202e"} & {*markdown, *text}
    assert "\n# dòng" not in markdown


def test_a_source_becomes_a_link_only_where_it_is_one_of_the_web(
    figure: Figure, page: Page, plan: Plan
) -> None:
    figures = [figure("ho-so", "60", "2022-06-30", document="bao-cao-6")]
    document = full_document(page("2022-W28", figures), View(plan))
    assert 'href="https://mau.example.vn' in document_html(document)
    assert "<https://mau.example.vn" in document_markdown(document)
    hostile_source = replace(document.sources[0], url="javascript:alert(1)")
    altered = replace(document, sources=(hostile_source,))
    assert 'href="javascript' not in document_html(altered)
    assert "<javascript" not in document_markdown(altered)


def test_hostile_names_on_the_sheet_stay_names(full: SummaryReport, plan: Plan) -> None:
    def renamed(each: Indicator) -> Indicator:
        name = each.name.model_copy(update={"vi": HOSTILE})
        return each.model_copy(update={"name": name, "short": None})

    items = tuple(each._replace(indicator=renamed(each.indicator)) for each in full.after.items)
    news = tuple(replace(each, indicator=renamed(each.indicator)) for each in full.news)
    report = replace(full, after=replace(full.after, items=items), news=news)
    document = sheet_document(report, View(plan))
    text = document_html(document)
    assert "&lt;script&gt;alert(1)" in text.partition("<svg")[2].partition("</svg>")[0]
    assert "&lt;script&gt;alert(1)" in text.partition("<table>")[2].partition("</table>")[0]
    assert {tag for tag, _ in tags_of(text)}.isdisjoint({"script", "img", "link", "iframe"})
    assert not {"\x1b", "\u202e"} & {*text, *document_text(document), *document_markdown(document)}
