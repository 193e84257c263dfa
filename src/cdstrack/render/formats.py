"""What a report is written from, and the text of it in each format.

Owns which shape a format can write. A report has a shape for people (`Tabular`, `Outline` or
`Prose`), fields for programs, and rows for CSV where it is a table. Writers are loaded when they
are needed, because every command pays for what it loads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NoReturn, assert_never

from cdstrack.render.page.layout import Outline, Prose, Tabular
from cdstrack.render.view import Format, View

if TYPE_CHECKING:
    from cdstrack.render.machine.fields import Fields

Shape = Tabular | Outline | Prose


@dataclass(frozen=True, slots=True)
class Rendering:
    """The shapes that a report is written from; without `fields` it has no JSON, without `rows` no CSV."""

    shape: Shape
    fields: "Callable[[], Fields] | None" = None
    rows: Callable[[], str] | None = None


def written(rendering: Rendering, form: Format, view: View) -> str:
    """The report as text in a format.

    Raises:
        LookupError: The report has no such format. Commands offer only formats that it has.
    """
    match form:
        case Format.TABLE:
            return _table(rendering.shape, view)
        case Format.TEXT:
            return _text(rendering.shape, view)
        case Format.MARKDOWN:
            return _markdown(rendering.shape)
        case Format.HTML:
            return _html(rendering.shape)
        case Format.JSON | Format.CSV:
            return _machine(rendering, form)
        case Format.XLSX | Format.DOCX | Format.PDF:
            # No texts: `cdstrack.files.export` writes them.
            return _lacks(form)
        case _:
            assert_never(form)


def _machine(rendering: Rendering, form: Literal[Format.JSON, Format.CSV]) -> str:
    if form is Format.JSON and rendering.fields:
        from cdstrack.render.machine.output import dumped

        return dumped(rendering.fields())
    return rendering.rows() if form is Format.CSV and rendering.rows else _lacks(form)


def _table(shape: Shape, view: View) -> str:
    from cdstrack.render.page.outline import outline_text
    from cdstrack.render.page.terminal import DRAWN, drawn, widest

    match shape:
        case Tabular():
            page = widest(shape.drawn, view.width)
            return drawn(page, view.width, DRAWN, colour=view.colour)
        case Outline():
            return outline_text(shape.drawn(), view.width, colour=view.colour, links=view.links)
        case Prose():
            return _lacks(Format.TABLE)
        case _:
            assert_never(shape)


def _text(shape: Shape, view: View) -> str:
    if isinstance(shape, Prose):
        from cdstrack.render.page.plain import document_text

        return document_text(shape.document(), view.width, links=view.links)
    from cdstrack.render.page.outline import outline_text
    from cdstrack.render.page.terminal import PLAIN, drawn, widest

    match shape:
        case Tabular():
            return drawn(widest(shape.plain, view.width), view.width, PLAIN)
        case Outline():
            return outline_text(shape.plain(), view.width)
        case _:
            assert_never(shape)


def _markdown(shape: Shape) -> str:
    from cdstrack.render.page.markdown import document_markdown, outline_markdown, page_markdown

    match shape:
        case Tabular():
            return page_markdown(next(iter(shape.plain)).page())
        case Outline():
            return outline_markdown(shape.plain())
        case Prose():
            return document_markdown(shape.document())
        case _:
            assert_never(shape)


def _html(shape: Shape) -> str:
    from cdstrack.render.page.html import document_html

    match shape:
        case Prose():
            return document_html(shape.document())
        case Tabular() | Outline():
            return _lacks(Format.HTML)
        case _:
            assert_never(shape)


def _lacks(form: Format) -> NoReturn:
    raise LookupError(form)
