"""A letter as Markdown that GitHub draws.

Owns the syntax; text from outside is escaped, so that it is never obeyed. The address of a source
is the one thing that becomes a link, and only where it is one of the web.
"""

import re
import unicodedata

from cdstrack.render.markdown import escaped
from cdstrack.render.page.letter import Block, Item, Letter, Part, Source

_WEB = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)


def letter_markdown(letter: Letter) -> str:
    """The letter with headings and lists; ends with one line break."""
    title, *others = letter.heading
    blocks = [f"# {escaped(title)}", *(escaped(text) for text in (*others, *letter.opening))]
    for part in letter.parts:
        blocks += _part(part)
    if letter.sources:
        blocks += [f"## {escaped(letter.sources_title)}"]
        blocks += ["\n".join(_source(source) for source in letter.sources)]
    if letter.foot:
        blocks += [f"## {escaped(letter.foot_title)}", _items(letter.foot)]
    return unicodedata.normalize("NFC", "\n\n".join(blocks) + "\n")


def web_address(url: str) -> str:
    """The address where it is one of the web and nothing else; else an empty text.

    >>> web_address("https://dti.gov.vn/xep-hang-2022"), web_address("javascript:alert(1)")
    ('https://dti.gov.vn/xep-hang-2022', '')
    """
    return url if _WEB.fullmatch(url) else ""


def _part(part: Part) -> list[str]:
    blocks = [f"## {escaped(part.title)}"] if part.title else []
    for block in part.blocks:
        blocks += _block(block)
    return blocks


def _block(block: Block) -> list[str]:
    blocks = [f"### {escaped(block.title)}"] if block.title else []
    blocks += [escaped(block.text)] if block.text else []
    return blocks + ([_items(block.items)] if block.items else [])


def _items(items: tuple[Item, ...]) -> str:
    return "\n".join("- " + "<br>\n  ".join(map(escaped, item.lines)) for item in items)


def _source(source: Source) -> str:
    text = f"- \\[{source.number}\\] {escaped(source.text)}"
    address = web_address(source.url)
    if address:
        return f"{text} <{address}>"
    return f"{text} {escaped(source.url)}" if source.url else text
