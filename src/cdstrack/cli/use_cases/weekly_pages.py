"""From the weekly reports to what is written: the letter in the format asked for, or JSON.

Owns which renderer writes which format; the letters are made in `cdstrack.render`.
"""

from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.core.weekly.issued import IssuesReport
    from cdstrack.core.weekly.obligations import OwnersReport
    from cdstrack.core.weekly.summary import SummaryReport
    from cdstrack.render.page.letter import Letter


def summary_text_of(session: Session, report: "SummaryReport") -> str:
    """The page as plain text, whatever format was asked for."""
    from cdstrack.render.page.letter_text import letter_text
    from cdstrack.render.weekly.page import summary_letter

    return letter_text(summary_letter(report, session.view))


def write_summary(session: Session, report: "SummaryReport") -> None:
    """The page of a week.

    Raises:
        OSError: The file cannot be written.
    """
    if session.format is Format.JSON:
        from cdstrack.render.weekly.machine import summary_json

        session.write(summary_json(report, session.view))
        return
    from cdstrack.render.weekly.page import summary_letter

    write_letter(session, summary_letter(report, session.view))


def write_issues(session: Session, report: "IssuesReport") -> None:
    """The sequence of pages issued.

    Raises:
        OSError: The file cannot be written.
    """
    from cdstrack.render.weekly.issued_list import issues_json, issues_letter

    if session.format is Format.JSON:
        session.write(issues_json(report, session.view))
    else:
        write_letter(session, issues_letter(report, session.view))


def write_owners(session: Session, report: "OwnersReport") -> None:
    """Who is responsible for what.

    Raises:
        OSError: The file cannot be written.
    """
    from cdstrack.render.weekly.owners import owners_json, owners_letter

    if session.format is Format.JSON:
        session.write(owners_json(report, session.view))
    else:
        write_letter(session, owners_letter(report, session.view))


def write_letter(session: Session, letter: "Letter") -> None:
    """A letter as text, Markdown or HTML.

    Raises:
        OSError: The file cannot be written.
    """
    if session.format is Format.HTML:
        from cdstrack.render.page.letter_html import letter_html

        session.write(letter_html(letter))
    elif session.format is Format.MARKDOWN:
        from cdstrack.render.page.letter_markdown import letter_markdown

        session.write(letter_markdown(letter))
    else:
        from cdstrack.render.page.letter_text import letter_text

        session.write(letter_text(letter))
