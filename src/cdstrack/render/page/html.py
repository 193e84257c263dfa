"""Pages in HTML from templates, which escape every text; only addresses of the web become links.

Owns the weekly document, one file without script to which nothing is loaded from elsewhere.
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
"""The lights: green, amber, red; what is none of them is grey. Sign and word are beside it."""

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def document_html(document: Document) -> str:
    """The whole file; ends with one line break."""
    text = template("document.html.j2").render(document=document)
    return unicodedata.normalize("NFC", text)


def light(tone: str) -> str:
    """The light that a verdict is shown in: `good`, `warn`, `bad`, else `none`."""
    return next((name for name, tones in _COLOURS.items() if tone in tones), "none")


def template(name: str) -> "Template":
    """A template of this program, in which every text is escaped."""
    return _environment().get_template(name)


@cache
def _environment() -> "Environment":
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
    environment.globals.update(web_address=web_address, colour=light)
    return environment
