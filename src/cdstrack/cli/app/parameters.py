"""Typer's parameters, with two changes: help in one language, and values left as typed.

Typer would build a pydantic validator for each parameter, which costs `--help` as much again as all
the rest, and its complaints are English. Here a text stays a text, for commands read it themselves,
and only a word of an enum is looked up.
"""

import re
import shlex
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperOption
from typing_extensions import override

from cdstrack.cli.app.given import Given
from cdstrack.cli.app.options import SETTINGS
from cdstrack.cli.app.settings import one_of
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format
from cdstrack.words.help.pages import help_text

_NEGATIVE = re.compile(r"-[\d.,].*", re.DOTALL)
_Context = Any
"""Typer's base class of contexts, which is private."""


class Option(TyperOption):
    """An option whose value is handed on as it was typed; `allowed` are the words of its enum."""

    allowed: Sequence[Enum] = ()

    @override
    def process_value(self, ctx: _Context, value: Any) -> Any:
        """The value, or the member of the enum that it names."""
        return _processed(self, ctx, value)


class Argument(TyperArgument):
    """The same for a positional argument."""

    allowed: Sequence[Enum] = ()

    @override
    def process_value(self, ctx: _Context, value: Any) -> Any:
        """The value, or the member of the enum that it names."""
        return _processed(self, ctx, value)


def _processed(parameter: Option | Argument, ctx: _Context, value: Any) -> Any:  # noqa: ANN401 - any value
    """The value that a command receives for the text typed.

    Raises:
        RefusedError: CDS003, nothing was typed for a parameter that needs something; CDS012, it is
            no word of the enum.
    """
    if parameter.required and parameter.value_is_missing(value):
        name = _as_typed(parameter)
        facts = {"command": ctx.command_path, "name": name, "write": _line_to_type(ctx)}
        raise RefusedError(Problem("CDS003", facts))
    if isinstance(value, str) and parameter.allowed:
        # A setting that is set to nothing counts as not set, as its variable does.
        value = _member(parameter, value) if value or parameter.name not in SETTINGS else None
    return value if parameter.callback is None else parameter.callback(ctx, parameter, value)


def _member(parameter: Option | Argument, value: str) -> Enum:
    words = {str(each.value): each for each in parameter.allowed}
    return words[one_of(_as_typed(parameter), value, tuple(words))]


def _as_typed(parameter: Option | Argument) -> str:
    """An option as it is typed, an argument as the usage line names it."""
    options = [name for name in parameter.opts if name.startswith("-")]
    return options[0] if options else (parameter.metavar or "").strip("[]")


def _line_to_type(ctx: _Context) -> str:
    """The command with its arguments, the options that it needs, and what was typed of others."""
    parts = [ctx.command_path]
    for each in ctx.command.params:
        is_option = each.opts[0].startswith("-")
        typed = ctx.params.get(each.name)
        words = (
            [typed]
            if isinstance(typed, str)
            else list(typed)
            if isinstance(typed, list | tuple)
            else []
        )
        is_given = bool(words) and typed != each.default
        if is_given or each.required or not is_option:
            parts += [_as_typed(each)] if is_option else []
            parts += map(shlex.quote, words) if is_given else [each.metavar or ""]
    return " ".join(parts)


def own(
    parameter: Option | Argument | TyperOption | TyperArgument,
    command: str,
    language: str,
    formats: Sequence[Format] = (),
) -> Option | Argument:
    """A copy of a parameter that typer made, as this program wants it.

    Its help is found by the path of its command; `formats` are the words of `--format`.
    """
    kind = Option if isinstance(parameter, TyperOption) else Argument
    copied: Any = kind.__new__(kind)
    vars(copied).update(vars(parameter))
    text = help_text(f"{command}.{parameter.name}", language)
    copied.help = text.replace("{formats}", ", ".join(formats))
    allowed = formats if parameter.name == "format" else parameter.type_descriptor.choices
    copied.allowed = tuple(allowed or ())
    return cast("Option | Argument", copied)


@cache
def _shared() -> dict[str, Any]:
    """Every shared option, as typer reads it off `Given`."""
    app = typer.Typer(add_completion=False)
    app.command()(Given)
    return {str(each.name): each for each in typer.main.get_command(app).params}


def shared_parameters(names: Sequence[str]) -> list[Any]:
    """The shared options of these names."""
    return [_shared()[name] for name in names]


def negatives_last(parameters: Sequence[Any], args: list[str]) -> list[str]:
    """The arguments with negative numbers behind `--`, unless they are an option's value."""
    with_value = {name for each in parameters for name in each.opts if not _is_flag(each)}
    moved = [
        position
        for position, arg in enumerate(args)
        if _NEGATIVE.fullmatch(arg) and (position == 0 or args[position - 1] not in with_value)
    ]
    if not moved or "--" in args:
        return args
    kept = [arg for position, arg in enumerate(args) if position not in moved]
    return [*kept, "--", *(args[position] for position in moved)]


def _is_flag(parameter: object) -> bool:
    return bool(getattr(parameter, "is_flag", False))
