"""The commands as one application, each loaded only when it is run, completed or asked for help.

So `--help` costs little however many commands there are. Which there are is in `command_names`.
"""

from functools import partial
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typing_extensions import override

from cdstrack.cli.app.command_names import COMMANDS, PROGRAM, function_name, module_name
from cdstrack.cli.app.given import Given, take_out
from cdstrack.cli.app.help_page import write_help
from cdstrack.cli.app.near_verbs import near_verbs
from cdstrack.cli.app.options import SETTINGS, Shared, shared_by
from cdstrack.cli.app.parameters import Option, negatives_last, own, shared_parameters
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.help.pages import help_text
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

_Context = Any
"""Typer's base class of contexts, which is private, as are those of its formatter and parameters."""
_Formatter = Any
_CONTEXT = {"max_content_width": 100, "help_option_names": ["--help", "-h"]}


class NoCommandError(Exception):
    """Nothing was typed after the program's or a group's name; carries the help page."""


class Command(TyperCommand):
    """One command, with help in one language."""

    language = "en"
    path = ""
    shared = Shared()
    help_option: Option | None = None

    @override
    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """The help page, from the table of `cdstrack.words.help.pages`."""
        write_help(self, ctx, formatter, self.language)

    @override
    def get_help_option(self, ctx: _Context) -> Option | None:
        """The `--help` option, like all others."""
        return _help_option(super().get_help_option(ctx), self)

    @override
    def parse_args(self, ctx: _Context, args: list[str]) -> list[str]:
        """Reads the arguments; a negative number is a value, not an unknown option.

        Raises:
            RefusedError: The arguments are not those of the command.
        """
        try:
            return super().parse_args(ctx, negatives_last(self.params, args))
        except TyperException as wrong:
            raise _refused(wrong, ctx) from None

    @override
    def invoke(self, ctx: _Context) -> None:
        """Runs the command; `ctx.obj` is then its `Invocation`, made of the shared options."""
        from cdstrack.cli.app.errors import run_command
        from cdstrack.cli.app.invocation import Invocation

        given = take_out(self.shared.options, ctx.params).over(ctx.find_object(Given) or Given())
        ctx.obj = Invocation(given, self.shared.formats)
        run_command(ctx.obj, partial(super().invoke, ctx))


class Group(TyperGroup):
    """Commands that are loaded one by one; `path` is `""` for the program itself."""

    language = "en"
    path = ""
    shared = Shared()
    help_option: Option | None = None

    @override
    def list_commands(self, ctx: _Context) -> list[str]:
        """The first words after this group's own."""
        return list(dict.fromkeys(words[0] for _, words in self._below()))

    @override
    def get_command(self, ctx: _Context, cmd_name: str) -> "Command | Group | None":
        """The command or group of that name, loaded; None where there is none."""
        del ctx
        below = [words for _, words in self._below() if words[0] == cmd_name]
        path = f"{self.path} {cmd_name}".strip()
        if not below:
            return None
        return _command(path, self.language) if len(below[0]) == 1 else _group(path, self.language)

    @override
    def parse_args(self, ctx: _Context, args: list[str]) -> list[str]:
        """Reads the options before the command.

        Raises:
            NoCommandError: There are no arguments at all.
            RefusedError: The options are not those of the group.
        """
        if not args and not ctx.resilient_parsing:
            raise NoCommandError(ctx.get_help())
        try:
            return super().parse_args(ctx, args)
        except TyperException as wrong:
            raise _refused(wrong, ctx) from None

    @override
    def invoke(self, ctx: _Context) -> Any:
        """Runs the command that was named, with the shared options typed before it.

        Raises:
            RefusedError: CDS006, there are options and no command.
        """
        if self.shared.options:
            ctx.obj = take_out(self.shared.options, ctx.params)
        try:
            return super().invoke(ctx)
        except TyperException as wrong:
            raise _refused(wrong, ctx) from None

    @override
    def resolve_command(self, ctx: _Context, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the first argument names.

        Raises:
            RefusedError: CDS002, there is none of that name.
        """
        known = self.list_commands(ctx)
        if args[0] == "help":
            return self._help(ctx, args[1:])
        if args[0] not in known and not ctx.resilient_parsing:
            near = ", ".join(near_verbs(args[0], known) or did_you_mean(args[0], known))
            facts = {"name": clean(args[0]), "near": near, "command": ctx.command_path}
            raise RefusedError(Problem("CDS002", facts))
        return super().resolve_command(ctx, args)

    def _help(self, ctx: _Context, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """`help COMMAND` is `COMMAND --help`; `help` alone prints the page of the whole and ends."""
        if not args:
            raise SystemExit(super().parse_args(ctx, ["--help"]))
        return self.resolve_command(ctx, [*args, "--help"])

    def sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The sections of the help page: purposes with their commands, without loading any."""
        listed: dict[str, list[tuple[str, str]]] = {}
        for purpose, words in self._below():
            name = " ".join(words)
            listed.setdefault(purpose, []).append((name, self._summary(name)))
        return list(listed.items())

    def _summary(self, name: str) -> str:
        path = f"{self.path} {name}".strip()
        return help_text(path, self.language).splitlines()[0]

    @override
    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """The help page, with the commands by what they are for."""
        write_help(self, ctx, formatter, self.language, self.sections())

    @override
    def get_help_option(self, ctx: _Context) -> Option | None:
        """The `--help` option, like all others."""
        return _help_option(super().get_help_option(ctx), self)

    @override
    def shell_complete(self, ctx: _Context, incomplete: str) -> list[Any]:
        """The commands and options that begin so; no command is loaded for it."""
        light: dict[str, Any] = {
            name: TyperCommand(name, short_help=self._summary(name))
            for name in self.list_commands(ctx)
        }
        listing = TyperGroup(name=self.name, commands=light, add_help_option=False)
        found = listing.shell_complete(typer.Context(listing), incomplete)
        return found + super(TyperGroup, self).shell_complete(ctx, incomplete)

    def _below(self) -> list[tuple[str, list[str]]]:
        """Every command under this group, as its purpose and its remaining words."""
        start = f"{self.path} ".lstrip()
        return [
            (purpose, name.removeprefix(start).split())
            for purpose, names in COMMANDS.items()
            for name in names
            if name.startswith(start)
        ]


def build(language: str) -> Group:
    """The whole application, with its help in one language."""
    app = typer.Typer(cls=Group, add_completion=True, context_settings=_CONTEXT)
    app.callback()(_program)
    return cast("Group", _spoken(app, "", language, Shared(SETTINGS)))


def _say_version(value: bool) -> None:
    if value:
        from cdstrack import __version__
        from cdstrack.cli.app.terminal import emit

        emit(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _program(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Options before the command; the version has been printed already when it was asked for."""
    del version


def _command(path: str, language: str) -> Command:
    module = import_module(f"cdstrack.cli.commands.{module_name(path)}")
    function = getattr(module, function_name(path))
    app = typer.Typer(add_completion=False)
    app.command(path.rsplit(maxsplit=1)[-1], cls=Command)(function)
    return cast("Command", _spoken(app, path, language, shared_by(function)))


def _group(path: str, language: str) -> Group:
    app = typer.Typer(name=path.rsplit(maxsplit=1)[-1], cls=Group, add_completion=False)
    app.callback()(lambda: None)
    return cast("Group", _spoken(app, path, language, Shared()))


def _spoken(app: typer.Typer, path: str, language: str, shared: Shared) -> Command | Group:
    """The Typer command of a function: its own options, then the shared ones, with help in one language."""
    made = cast("Command | Group", typer.main.get_command(app))
    made.path, made.language, made.shared, made.rich_markup_mode = path, language, shared, None
    made.help = help_text(path or PROGRAM, language)
    completion = [each for each in made.params if str(each.name).endswith("_completion")]
    declared = [each for each in made.params if each not in completion]
    made.params = [
        own(cast("Option", each), path, language, shared.formats)
        for each in (*declared, *shared_parameters(shared.options), *completion)
    ]
    return made


def _help_option(made: Any, command: Command | Group) -> Option | None:  # noqa: ANN401 - of typer
    """The `--help` option as this program wants it; always the same one, as typer compares them."""
    if made is not None and command.help_option is None:
        command.help_option = cast("Option", own(made, command.path, command.language))
    return command.help_option


def _refused(wrong: TyperException, ctx: _Context) -> RefusedError:
    from cdstrack.cli.app.errors import usage_problem

    return RefusedError(usage_problem(wrong, ctx.command_path))
