"""How commands declare their options, those that several have, and those that are shared.

What an option means when it is left out is decided in `cdstrack.cli.app.settings`; its help is in
`cdstrack.words.help.pages`. Loads nothing that `--help` should not pay for.
"""

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

import typer

from cdstrack.cli.app.completion import (
    complete_document,
    complete_filter,
    complete_group,
    complete_indicator,
    complete_org_unit,
    complete_qualifier,
    complete_status,
)
from cdstrack.core.reports.order import Order
from cdstrack.render.view import Format

Text = str | None
Texts = list[str] | None
"""The values of an option that may be repeated; None where it was not given."""

SETTINGS = ("plan", "db", "lang", "color", "width", "no_pager")
"""Options of every command, which may also be given before it."""
WRITTEN = ("format", "output")
"""Options of a command that prints data."""
REPORT = (*WRITTEN, "as_of", "known_at", "plan_at", "method")
"""Options of a command that judges."""
DECLARED_FILTERS = ("pillar", "level", "lead", "indicator", "milestone")
"""Options that narrow a report of the plan down, beside the words of `FILTER`."""
FILTERS = (*DECLARED_FILTERS, "status")
"""The same for a report that judges."""

CommandFunction = Callable[..., None]


class Shared(NamedTuple):
    """The shared options of a command, and the formats that it can write.

    The first format is the one that it writes by default.
    """

    options: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()


def takes(
    *names: str, formats: tuple[Format, ...] = ()
) -> Callable[[CommandFunction], CommandFunction]:
    """Gives a command the shared options `names` beside `SETTINGS`.

    The command declares only its own; `Invocation.of(ctx)` has what the shared ones say.
    """

    def note(command: CommandFunction) -> CommandFunction:
        noted: Any = command
        noted.shared = Shared((*names, *SETTINGS), formats)
        return command

    return note


def shared_by(command: CommandFunction) -> Shared:
    """The shared options and formats that `takes` declared for a command."""
    return getattr(command, "shared", Shared())


def offer(*values: str) -> Callable[[str], list[str]]:
    """Completion from a fixed list."""

    def complete(incomplete: str) -> list[str]:
        return [value for value in values if value.startswith(incomplete)]

    return complete


def option(*names: str, metavar: str, complete: Callable[..., list[Any]] | None = None) -> Any:  # noqa: ANN401 - typer's own type is private
    """An option with a value; its help is found by command and parameter name."""
    return typer.Option(*names, metavar=metavar, autocompletion=complete, show_default=False)


def flag(*names: str) -> Any:  # noqa: ANN401 - typer's own type is private
    """An option without a value."""
    return typer.Option(*names, show_default=False)


def argument(metavar: str, complete: Callable[..., list[Any]] | None = None) -> Any:  # noqa: ANN401 - typer's own type is private
    """A positional argument; its help is found by command and parameter name."""
    return typer.Argument(metavar=metavar, autocompletion=complete, show_default=False)


Indicator = Annotated[str, argument("INDICATOR", complete_indicator)]
FilterWords = Annotated[Texts, argument("[FILTER]...", complete_filter)]
On = Annotated[Text, option("--on", metavar="PERIOD")]
OrgUnit = Annotated[Text, option("--org-unit", metavar="ID", complete=complete_org_unit)]
By = Annotated[Texts, option("--by", metavar="NAME=GROUP", complete=complete_group)]
Stated = Annotated[Text, option("--stated", metavar="VALUE")]
Qualifier = Annotated[Text, option("--qualifier", metavar="WORD", complete=complete_qualifier)]
Document = Annotated[Text, option("--document", metavar="ID", complete=complete_document)]
Reported = Annotated[Text, option("--reported", metavar="DATE")]
Note = Annotated[Text, option("--note", metavar="TEXT")]
Reason = Annotated[Text, option("--reason", metavar="TEXT")]
RequiredReason = Annotated[str, option("--reason", metavar="TEXT")]
FigureNumber = Annotated[Text, option("--id", metavar="N")]
Long = Annotated[bool, flag("--long")]
Sort = Annotated[Order | None, option("--sort", metavar="ORDER")]
FailOn = Annotated[Texts, option("--fail-on", metavar="STATUS", complete=complete_status)]
AcceptDoubt = Annotated[Text, option("--accept-doubt", metavar="REASON")]
Late = Annotated[Text, option("--late", metavar="REASON")]
Yes = Annotated[bool, flag("--yes", "-y")]
DryRun = Annotated[bool, flag("--dry-run")]
