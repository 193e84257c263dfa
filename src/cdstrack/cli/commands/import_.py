"""`cdstrack import`: a file of figures, all of it or nothing."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, flag, offer, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

if TYPE_CHECKING:
    from cdstrack.files.importing.open_file import Told
    from cdstrack.store.bulk_import import OnConflict

Text = str | None
_CONFLICTS = ("fail", "skip", "correct")
_ENCODINGS = ("utf-8", "utf-16", "cp1258")


@takes("format", formats=(Format.TEXT, Format.JSON))
def import_(
    session: Session,
    file: Annotated[str, argument("FILE")],
    *,
    form: Annotated[Text, option("--map", metavar="FORM", complete=offer("theo-doi"))] = None,
    on: Annotated[Text, option("--on", metavar="PERIOD")] = None,
    encoding: Annotated[
        Text, option("--encoding", metavar="NAME", complete=offer(*_ENCODINGS))
    ] = None,
    on_conflict: Annotated[
        Text, option("--on-conflict", metavar="WHAT", complete=offer(*_CONFLICTS))
    ] = None,
    reason: Annotated[Text, option("--reason", metavar="TEXT")] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says how many figures are new and how many were there already."""
    from cdstrack.cli.use_cases.importing import Order, take_file

    session.plan  # noqa: B018 - an invalid plan is told before anything else
    order = Order(
        file,
        _told(form, on, encoding),
        _conflict(on_conflict, reason),
        None if reason is None else _reason(reason),
        dry_run,
    )
    take_file(session, order)


def _told(form: Text, on: Text, encoding: Text) -> "Told":
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.files.importing.open_file import Told
    from cdstrack.words.parse.dates import read_period

    found = None
    if form is not None:
        from cdstrack.files.importing.form.mapping import find_form

        found = find_form(form)
    period = None if on is None else accept(read_period(on)).text
    return Told(encoding, found, period)


def _conflict(typed: Text, reason: Text) -> "OnConflict":
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.store.bulk_import import OnConflict
    from cdstrack.words.parse.clean import clean

    if typed is not None and typed not in _CONFLICTS:
        facts = {"where": "--on-conflict", "value": clean(typed), "allowed": ", ".join(_CONFLICTS)}
        raise RefusedError(Problem("CDS012", facts))
    if typed == "correct" and not (reason or "").strip():
        raise RefusedError(Problem("CDS348"))
    return OnConflict(typed or "fail")


def _reason(typed: str) -> str:
    from cdstrack.core.problem import Problem, RefusedError
    from cdstrack.core.record.observation_rules import LONGEST_TEXT
    from cdstrack.words.parse.clean import clean

    reason = clean(typed).strip()
    if not reason:
        raise RefusedError(Problem("CDS222", {"where": "--reason"}))
    if len(reason) > LONGEST_TEXT:
        facts = {"where": "--reason", "limit": str(LONGEST_TEXT)}
        raise RefusedError(Problem("CDS222", facts))
    return reason
