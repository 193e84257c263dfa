"""What became of a correction, a withdrawal or an undo, for people and for programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cdstrack.core.record.acts import AcknowledgementChange, ActKind, Change, DocumentChange
from cdstrack.core.record.revision import AnyChange
from cdstrack.core.reports.receipts import Outcome, RevisionReceipt
from cdstrack.render.changes import beside_words, change_words, ends, kept_words
from cdstrack.render.verdict_notes import verdict_change
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import KIND, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.talk.general import talk_text

if TYPE_CHECKING:
    from cdstrack.render.machine.fields import Fields

SHOWN = 10
"""Changes that people are told, one sentence each."""


def revision_text(revision: RevisionReceipt, view: View) -> str:
    """What was done, then one sentence a change, before and after, and the verdict."""
    language = view.language
    lines = [_done(revision, view)]
    both = revision.kind is ActKind.UNDO
    for change in revision.changes[:SHOWN]:
        lines += [f"  {words}" for words in _told(change, revision.kind, view)]
    rest = revision.more + max(0, len(revision.changes) - SHOWN)
    if rest:
        lines.append(f"  {phrase('and_more', language, n=rest)}")
    if verdict := verdict_change(revision.before, revision.after, language):
        lines.append(f"  {talk_text('keep.verdict', language, {'verdict': verdict})}")
    if revision.submission is not None and both:
        again = {"number": str(revision.submission)}
        lines.append(f"  {talk_text('undo.again', language, again)}")
    return "\n".join([*lines, ""])


def revision_fields(revision: RevisionReceipt) -> "Fields":
    """The same for programs."""
    from cdstrack.render.machine.fields import (
        change_fields,
        document_change_fields,
        picked,
        warning_change_fields,
    )

    undoes = revision.undoes
    figures = [each for each in revision.changes if isinstance(each, Change)]
    documents = [each for each in revision.changes if isinstance(each, DocumentChange)]
    warnings = [each for each in revision.changes if isinstance(each, AcknowledgementChange)]
    return {
        **picked(revision, "outcome", "submission"),
        "undoes": undoes and undoes.id,
        "changes": [change_fields(change) for change in figures],
        "documents": [document_change_fields(change) for change in documents],
        "warnings": [warning_change_fields(change) for change in warnings],
        "more": revision.more,
        "status_before": revision.before,
        "status_after": revision.after,
        "doubts": [each.code for each in revision.doubts],
    }


def _told(change: AnyChange, kind: ActKind, view: View) -> Iterator[str]:
    """A change in a sentence; of a correction also what went beside the figure, and what stayed."""
    words = change_words(change, view, both=kind is ActKind.UNDO)
    if kind is not ActKind.CORRECT or not isinstance(change, Change):
        yield words
        return
    before, after = ends(change, view)
    beside = "" if before == after else beside_words(change, view)
    yield "; ".join(part for part in (words, beside) if part)
    if kept := kept_words(change, view):
        yield talk_text("correct.kept", view.language, {"fields": kept})


def _done(revision: RevisionReceipt, view: View) -> str:
    language, undoes = view.language, revision.undoes
    facts = {"number": str(revision.submission or "")}
    if undoes is not None:
        kind = label(KIND, undoes.kind, language)
        facts |= {"undoes": str(undoes.id), "kind": kind, "by": clean(undoes.by)}
    key = f"{revision.kind}.{revision.outcome}"
    if revision.outcome is Outcome.WOULD_RECORD and revision.kind is not ActKind.UNDO:
        key = f"keep.{revision.outcome}"
    return talk_text(key, language, facts)
