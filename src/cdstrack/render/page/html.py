"""The weekly document as one HTML file: no script, nothing loaded from elsewhere.

Owns the page's looks; the template escapes every text, and only addresses of the web become links.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from cdstrack.render.page.layout import Document
from cdstrack.render.page.markdown import web_address

_COLOURS = {
    "good": {"achieved", "achieved_late", "on_track"},
    "warn": {"behind"},
    "bad": {"off_track", "deteriorating", "missed", "overdue"},
}
"""The lights: green, amber, red; what is none of them is grey. Sign and word stand beside it."""

if TYPE_CHECKING:
    from jinja2 import Template


def document_html(document: Document) -> str:
    """The whole file; ends with one line break."""
    text = _template().render(document=document, web_address=web_address, colour=_colour)
    return unicodedata.normalize("NFC", text)


def _colour(tone: str) -> str:
    return next((name for name, tones in _COLOURS.items() if tone in tones), "none")


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        # Always on: the default goes by the ending of the name, and `.j2` is not on its list.
        autoescape=True,
        undefined=StrictUndefined,
        loader=PackageLoader("cdstrack.render"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("document.html.j2")
