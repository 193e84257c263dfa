"""Markdown that GitHub draws: tables, outlines and the weekly document.

Owns the syntax and the escaping: text from outside shows as it is, and never becomes a link, a tag,
code or another column. The address of a source is the one thing that becomes a link, and only where
it is an address of the web.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from cdstrack.render.page.layout import (
    Block,
    Cell,
    Chapter,
    Document,
    Drawing,
    Facts,
    Heading,
    Item,
    Line,
    Lines,
    Numbered,
    Page,
    Reference,
    SmallTable,
)

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]|^(?:[#+=-]|\d+[.)](?= ))")
_WEB = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)
_BREAK = "<br>"


def page_markdown(page: Page) -> str:
    """The page as headings, tables and lines."""
    blocks = [f"## {escaped(page.title)}"]
    blocks += ["  ".join(escaped(part.text) for part in line) for line in page.totals]
    blocks += [f"> {escaped(notice)}" for notice in page.above]
    if page.is_empty:
        blocks.append(escaped(page.empty))
    for section in page.sections if not page.is_empty else ():
        blocks += [f"### {escaped(section.title)}"] if section.title else []
        heads = [tuple(map(Line, column.head)) for column in page.columns]
        if section.rows:
            blocks.append("\n".join(_table(heads, section.rows)))
        if section.folded is not None:
            folded = section.folded
            blocks.append(escaped(f"{folded.lead} {', '.join(folded.entries)}"))
    blocks += ["  ".join(escaped(part.text) for part in line) for line in page.below]
    return "\n\n".join(blocks) + "\n"


def outline_markdown(blocks: Sequence[Block]) -> str:
    """The outline as headings, lists and tables."""
    return "\n\n".join("\n".join(_block(block)) for block in blocks) + "\n"


def document_markdown(document: Document) -> str:
    """The document with headings and lists; ends with one line break."""
    title, *others = document.heading
    blocks = [f"**{escaped(document.banner)}**"] if document.banner else []
    blocks += [f"# {escaped(title)}", *(escaped(text) for text in (*others, *document.opening))]
    for chapter in document.chapters:
        blocks += _chapter(chapter)
    if document.sources:
        blocks += [f"## {escaped(document.sources_title)}"]
        blocks += ["\n".join(_reference(each) for each in document.sources)]
    if document.foot:
        blocks += [f"## {escaped(document.foot_title)}"] if document.foot_title else ["---"]
        blocks.append(_items(document.foot))
    return unicodedata.normalize("NFC", "\n\n".join(blocks) + "\n")


def web_address(url: str) -> str:
    """The address where it is one of the web and nothing else; else an empty text.

    >>> web_address("https://dti.gov.vn/xep-hang-2022"), web_address("javascript:alert(1)")
    ('https://dti.gov.vn/xep-hang-2022', '')
    """
    return url if _WEB.fullmatch(url) else ""


def escaped(text: str) -> str:
    r"""The text with everything that Markdown or HTML would obey made plain.

    >>> escaped("[x](y) | <b> 2_3")
    '\\[x\\](y) \\| &lt;b&gt; 2\\_3'
    """
    entities = "".join(_ENTITIES.get(character, character) for character in text)
    return _SPECIAL.sub(_escape, entities)


def _escape(match: re.Match[str]) -> str:
    """A backslash before the sign; in `1.` before the point."""
    return f"{match[0][:-1]}\\{match[0][-1]}"


def _table(head: Iterable[Cell], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    titles = [_cell(cell) for cell in head]
    yield _row(titles)
    yield _row("---" for _ in titles)
    for row in rows:
        yield _row(map(_cell, row))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return _BREAK.join(escaped(line.text) for line in cell)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Lines(lines=lines, listed=True):
            yield from (f"- {escaped(line.text)}" for line in lines)
        case Lines(lines=lines):
            yield _cell(lines)
        case Numbered(steps=steps):
            yield from (f"{place}. {escaped(step)}" for place, step in enumerate(steps, start=1))
        case Facts(rows=rows):
            yield from _table(((), ()), [((Line(name),), cell) for name, cell in rows])
        case SmallTable(head=head, rows=rows):
            yield from _table([(Line(text),) for text in head], rows)
        case Drawing(text=text):
            yield f"```text\n{text}\n```"


def _chapter(chapter: Chapter) -> Iterator[str]:
    if chapter.title:
        yield f"## {escaped(chapter.title)}"
    for passage in chapter.passages:
        if passage.title:
            yield f"### {escaped(passage.title)}"
        if passage.text:
            yield escaped(passage.text)
        if passage.items:
            yield _items(passage.items)


def _items(items: tuple[Item, ...]) -> str:
    return "\n".join("- " + "<br>\n  ".join(map(escaped, item.lines)) for item in items)


def _reference(source: Reference) -> str:
    text = f"- \\[{source.number}\\] {escaped(source.text)}"
    address = web_address(source.url)
    if address:
        return f"{text} <{address}>"
    return f"{text} {escaped(source.url)}" if source.url else text
