"""The page that `--help` prints: usage, what the command does, its options, then the shared ones.

Owns the order and the headings. The words stand in `cdstrack.words.help`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from cdstrack.cli.options import SETTINGS
from cdstrack.words.help import help_text

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperOption

Rows = list[tuple[str, str]]
_SHARED = {*SETTINGS, "help", "version", "install_completion", "show_completion"}


def write_help(
    command: "Command",
    ctx: "Context",
    formatter: "HelpFormatter",
    language: str,
    commands: Sequence[tuple[str, Rows]] = (),
) -> None:
    """Writes the page of a command, or of a group with its `commands` by purpose."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, help_text("word.usage", language) + ": ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")
    widest = max((len(name) for _, rows in commands for name, _ in rows), default=0)
    for purpose, rows in commands:
        aligned = [(f"{name:<{widest}}", does) for name, does in rows]
        _write_section(formatter, help_text(f"word.{purpose}", language), aligned)
    for heading, rows in _parameters(command, ctx).items():
        _write_section(formatter, help_text(f"word.{heading}", language), rows)


def _parameters(command: "Command", ctx: "Context") -> dict[str, Rows]:
    sections: dict[str, Rows] = {"arguments": [], "options": [], "shared": []}
    for parameter in cast("list[TyperOption]", command.get_params(ctx)):
        record = parameter.get_help_record(ctx)
        if record is None:
            continue
        is_shared = parameter.name in _SHARED
        kind = "arguments" if parameter.param_type_name == "argument" else "options"
        sections["shared" if is_shared else kind].append((record[0], parameter.help or ""))
    return sections


def _write_section(formatter: "HelpFormatter", heading: str, rows: Rows) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)
