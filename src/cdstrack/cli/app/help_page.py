"""The page that `--help` prints: usage, what the command does, its options, then the shared ones.

Owns the order and the headings. The texts are those of `cdstrack.words.help.pages`.
"""

import re
from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from cdstrack.cli.app.options import SETTINGS
from cdstrack.words.help.pages import help_text

_Context = Any
"""Typer's base class of contexts, which is private, as are those of its formatter and parameters."""
_Formatter = Any
_Parameter = Any
_OPTIONAL = re.compile(r"^\[([^\[\]]+)\](?:\.\.\.)?$")
Rows = list[tuple[str, str]]
_SHARED = {*SETTINGS, "help", "version", "install_completion", "show_completion"}


def write_help(
    command: TyperCommand | TyperGroup,
    ctx: _Context,
    formatter: _Formatter,
    language: str,
    commands: Sequence[tuple[str, Rows]] = (),
) -> None:
    """Writes the page of a command, or of a group with its `commands` by purpose."""
    usage = help_text("word.usage", language) + ": "
    formatter.write_usage(ctx.command_path, _pieces(command, language), usage)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")
    widest = max((len(name) for _, rows in commands for name, _ in rows), default=0)
    for purpose, rows in commands:
        aligned = [(f"{name:<{widest}}", does) for name, does in rows]
        _write_section(formatter, help_text(f"word.{purpose}", language), aligned)
    for heading, rows in _parameters(command, ctx).items():
        _write_section(formatter, help_text(f"word.{heading}", language), rows)


def _pieces(command: TyperCommand | TyperGroup, language: str) -> str:
    """What comes after the command's name in the usage line."""
    arguments = [each.metavar or "" for each in command.params if _is_argument(each)]
    below = help_text("word.below", language) if hasattr(command, "commands") else ""
    pieces = [f"[{help_text('word.options', language).upper()}]", *arguments, below]
    return " ".join(piece for piece in pieces if piece)


def _parameters(command: TyperCommand | TyperGroup, ctx: _Context) -> dict[str, Rows]:
    sections: dict[str, Rows] = {"arguments": [], "options": [], "shared": []}
    parameters: list[Any] = [*command.get_params(ctx)]
    for parameter in parameters:
        if _is_argument(parameter):
            name = _OPTIONAL.sub(r"\1", parameter.metavar or "")
            sections["arguments"].append((name, parameter.help or ""))
        elif record := parameter.get_help_record(ctx):
            kind = "shared" if parameter.name in _SHARED else "options"
            sections[kind].append((record[0], parameter.help or ""))
    return sections


def _is_argument(parameter: _Parameter) -> bool:
    return bool(parameter.param_type_name == "argument")


def _write_section(formatter: _Formatter, heading: str, rows: Rows) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)
