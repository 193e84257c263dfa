"""The options that commands share, and the decorator that gives them to a command.

Owns their spelling. What they mean when left out is decided in `cdstrack.cli.app.settings`; what they
say in `--help` stands in `cdstrack.words.help.pages`. Loads nothing that `--help` should not pay for.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Annotated, Any, get_type_hints

import typer

from cdstrack.cli.app.completion import (
    complete_indicator,
    complete_level,
    complete_org_unit,
    complete_pillar,
    complete_status,
)
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.render.view import Format

Texts = list[str] | None
"""What an option that may be repeated gives; None where it was not given."""

COLOURS = ("auto", "always", "never")
LANGUAGES = ("vi", "en")
METHODS = tuple(MethodName)


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


@dataclass(frozen=True, slots=True)
class Given:
    """The shared options as they were typed; None where one was not."""

    plan: Annotated[str | None, option("--plan", metavar="FILE")] = None
    db: Annotated[str | None, option("--db", metavar="FILE")] = None
    lang: Annotated[str | None, option("--lang", metavar="vi|en", complete=offer(*LANGUAGES))] = (
        None
    )
    color: Annotated[str | None, option("--color", metavar="WHEN", complete=offer(*COLOURS))] = None
    width: Annotated[str | None, option("--width", metavar="N")] = None
    format: Annotated[str | None, option("--format", metavar="FORMAT", complete=offer(*Format))] = (
        None
    )
    output: Annotated[str | None, option("--output", "-o", metavar="FILE")] = None
    as_of: Annotated[str | None, option("--as-of", metavar="DATE")] = None
    known_at: Annotated[str | None, option("--known-at", metavar="TIME")] = None
    plan_at: Annotated[str | None, option("--plan-at", metavar="DATE|DIGEST")] = None
    method: Annotated[str | None, option("--method", metavar="NAME", complete=offer(*METHODS))] = (
        None
    )

    pillar: Annotated[Texts, option("--pillar", metavar="ID", complete=complete_pillar)] = None
    level: Annotated[Texts, option("--level", metavar="ID", complete=complete_level)] = None
    status: Annotated[Texts, option("--status", metavar="STATUS", complete=complete_status)] = None
    lead: Annotated[Texts, option("--lead", metavar="ID", complete=complete_org_unit)] = None
    indicator: Annotated[
        Texts, option("--indicator", metavar="ID", complete=complete_indicator)
    ] = None

    def over(self, earlier: "Given") -> "Given":
        """These options where given, else those that stood before the command."""
        names = (field.name for field in fields(self))
        chosen = ((name, getattr(self, name)) for name in names)
        return Given(
            **{name: getattr(earlier, name) if value is None else value for name, value in chosen}
        )


SETTINGS = ("plan", "db", "lang", "color", "width")
"""Options of every command, which may also stand before it."""
WRITTEN = ("format", "output")
"""Options of a command that prints data."""
CLOCKS = ("as_of", "known_at", "plan_at")
REPORT = (*WRITTEN, *CLOCKS, "method")
"""Options of a command that judges."""

DECLARED_FILTERS = ("pillar", "level", "lead", "indicator")
"""Options that narrow a report of the plan down, beside the words of `FILTER`."""
FILTERS = (*DECLARED_FILTERS, "status")
"""The same for a report that judges."""

CommandFunction = Callable[..., None]


def takes(
    *names: str, formats: tuple[Format, ...] = ()
) -> Callable[[CommandFunction], CommandFunction]:
    """Gives a command the shared options `names` beside `SETTINGS`, and a `Session` made of them.

    The command's first parameter is the session; the others are its own. `formats` are those it
    can write, the first being the one it writes unless told otherwise.
    """
    shared = (*names, *SETTINGS)

    def decorate(command: CommandFunction) -> CommandFunction:
        def run(ctx: typer.Context, **typed: Any) -> None:  # noqa: ANN401 - any option's value
            from cdstrack.cli.app.errors import run_command

            own = Given(**{name: typed.pop(name) for name in shared})
            given = own.over(ctx.find_object(Given) or Given())
            run_command(given, formats, lambda session: command(session, **typed))

        _, *parameters = inspect.signature(command, eval_str=True).parameters.values()
        signed(run, [*parameters, *_shared_parameters(shared)], command)
        return with_formats(run, formats)

    return decorate


def with_formats(command: CommandFunction, formats: tuple[Format, ...]) -> CommandFunction:
    """The command, with what it can write noted on it for its help page and for completion."""
    noted: Any = command
    noted.formats = formats
    return command


def formats_of(command: CommandFunction) -> tuple[Format, ...]:
    """What a command can write, its own format first."""
    return getattr(command, "formats", ())


def before_commands(command: CommandFunction) -> CommandFunction:
    """Gives the program itself the options of `SETTINGS`, kept for the command that follows."""

    def run(ctx: typer.Context, **typed: Any) -> None:  # noqa: ANN401 - any option's value
        ctx.obj = Given(**{name: typed.pop(name) for name in SETTINGS})
        command(**typed)

    parameters = inspect.signature(command, eval_str=True).parameters.values()
    return signed(run, [*parameters, *_shared_parameters(SETTINGS)], command)


def _shared_parameters(names: tuple[str, ...]) -> list[inspect.Parameter]:
    hints = get_type_hints(Given, include_extras=True)
    keyword = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(name, keyword, default=None, annotation=hints[name]) for name in names
    ]


def signed(
    run: CommandFunction, parameters: Iterable[inspect.Parameter], command: CommandFunction
) -> CommandFunction:
    """`run` under the name of `command`, with the parameters that typer is to read off it."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter("ctx", keyword, annotation=typer.Context)
    everything = [context, *(parameter.replace(kind=keyword) for parameter in parameters)]
    described: Any = run
    described.__name__, described.__doc__ = command.__name__, command.__doc__
    described.__signature__ = inspect.Signature(everything)
    described.__annotations__ = {each.name: each.annotation for each in everything}
    return run
