"""What became of a file of figures, for people and for programs.

A file of any size is answered in a few lines: what draws tables is loaded where figures are listed.
"""

from typing import TYPE_CHECKING

from cdstrack.core.reports.receipts import ImportReceipt
from cdstrack.render.view import View
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.talk.general import talk_text

if TYPE_CHECKING:
    from cdstrack.render.machine.fields import Fields


def import_text(intake: ImportReceipt, view: View) -> str:
    """How many figures of the file are new, which act keeps them, and the first ones as read."""
    language = view.language
    changed = intake.new or intake.corrected
    key = "refused" if intake.refused else "trial" if intake.trial else "kept"
    facts = {
        "file": intake.file,
        "new": format_number(intake.new, language),
        "same": format_number(intake.same, language),
        "conflicting": format_number(intake.conflicting, language),
        "number": "" if intake.submission is None else str(intake.submission),
    }
    key = key if changed or intake.refused else "nothing_new"
    lines = [talk_text(f"import.{key}", language, facts)]
    for name in ("repeated", "corrected", "skipped"):
        if count := getattr(intake, name):
            told = {"count": format_number(count, language)}
            lines.append(talk_text(f"import.{name}", language, told))
    if not intake.listed:
        return "\n".join([*lines, ""])
    from cdstrack.render.record.listed import listed_table

    return "\n".join([*lines, listed_table(intake, view)])


def import_fields(intake: ImportReceipt) -> "Fields":
    """The same for programs."""
    from cdstrack.render.machine.fields import picked

    return {
        "file": intake.file,
        "sha256": intake.digest,
        "dry_run": intake.trial,
        **picked(intake, "refused", "new"),
        "already_recorded": intake.same,
        **picked(intake, "repeated", "corrected", "skipped", "conflicting", "submission"),
        "doubtful": intake.doubtful,
    }
