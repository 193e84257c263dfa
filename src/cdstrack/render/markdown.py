"""Reports as Markdown tables that GitHub draws.

Owns the escaping: text from outside shows as it is, and never becomes a link, a tag, code or
another column.
"""

import re
from dataclasses import replace

from cdstrack.core.reports.history import LogReport
from cdstrack.core.reports.status import GapsReport, StatusReport, TargetsReport
from cdstrack.render.page.layout import Cell, Page, Section
from cdstrack.render.record import log_page
from cdstrack.render.status import gaps_page, targets_page
from cdstrack.render.status import page as status_page
from cdstrack.render.view import View

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]|^(?:[#+=-]|\d+[.)](?= ))")
_BREAK = "<br>"


def status_markdown(report: StatusReport, view: View) -> str:
    """Where every indicator stands, a table a pillar."""
    layout = replace(status_page.WIDE, way=None)
    return marked_down(status_page.status_page(report, view, layout))


def gaps_markdown(report: GapsReport, view: View) -> str:
    """What is missing to every target."""
    return marked_down(gaps_page.gaps_page(report, view, replace(gaps_page.WIDE, way=None)))


def targets_markdown(report: TargetsReport, view: View) -> str:
    """The plan's targets as declared, a table a pillar."""
    return marked_down(targets_page.targets_page(report, view, targets_page.WIDE))


def log_markdown(report: LogReport, view: View) -> str:
    """Who changed what, when and why."""
    return marked_down(log_page.log_page(report, view))


def marked_down(page: Page) -> str:
    """The page as headings, tables and lines."""
    blocks = [f"## {escaped(page.title)}"]
    blocks += [f"> {escaped(notice)}" for notice in page.above]
    if page.is_empty:
        blocks.append(escaped(page.empty))
    for section in page.sections if not page.is_empty else ():
        blocks += [f"### {escaped(section.title)}"] if section.title else []
        blocks.append(_table(page, section))
    blocks += ["  ".join(escaped(part.text) for part in line) for line in page.below]
    return "\n\n".join(blocks) + "\n"


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


def _table(page: Page, section: Section) -> str:
    heads = [_BREAK.join(map(escaped, column.head)) for column in page.columns]
    rows = [heads, ["---"] * len(heads), *([_cell(cell) for cell in row] for row in section.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Cell) -> str:
    return _BREAK.join(escaped(line.text) for line in cell)
