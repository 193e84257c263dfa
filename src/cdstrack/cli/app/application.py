"""The commands as one application: which there are, and how each is loaded when it is needed.

Owns the list of commands. A command is a function in a module of the same name (`plan_diff` for
`plan diff`, `import_` for `import`, which Python reserves); its module is loaded only when it is
run, completed or asked for help, so `--help` costs little however many commands there are.
"""

import keyword
import re
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException
from typing_extensions import override

from cdstrack.cli.app.help_page import write_help
from cdstrack.cli.app.options import before_commands, formats_of
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.help.pages import help_text
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

if TYPE_CHECKING:
    from typer._click.core import Command as TyperCommandBase
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer._click.shell_completion import CompletionItem
    from typer._coercion import RuntimeParam

COMMANDS: dict[str, tuple[str, ...]] = {
    "start": ("init", "examples", "check", "doctor"),
    "enter": ("record", "correct", "withdraw", "undo", "document add", "import"),
    "read": ("status", "gaps", "targets", "show", "explain", "log"),
    "sources": ("document list", "document show", "plan diff", "plan versions"),
    "week": ("summary", "owners", "remind", "schedule"),
    "care": ("backup", "restore"),
    "exchange": ("export", "template"),
}
"""The commands by what they are for, in the order in which help lists them."""

PROGRAM = "cdstrack"
_NEGATIVE = re.compile(r"-[\d.,].*", re.DOTALL)


class Command(TyperCommand):
    """One command, with help in one language."""

    language = "en"
    path = ""

    @override
    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The help page, from the table of `cdstrack.words.help.pages`."""
        write_help(self, ctx, formatter, self.language)

    @override
    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """The `--help` option, like all others."""
        return _dressed(super().get_help_option(ctx), self.path, self.language)

    @override
    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Reads the arguments; a negative number is a value, not an unknown option."""
        try:
            return super().parse_args(ctx, _negatives_last(self, args))
        except TyperException as wrong:
            if getattr(wrong, "ctx", None) is None:
                wrong.ctx = ctx  # type: ignore[attr-defined] # some complaints do not say where
            raise


class Group(TyperGroup):
    """Commands that are loaded one by one; `path` is `""` for the program itself."""

    language = "en"
    path = ""

    @override
    def list_commands(self, ctx: "Context") -> list[str]:
        """The first words after this group's own."""
        return list(dict.fromkeys(words[0] for _, words in self._below()))

    @override
    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | Group | None":
        """The command or group of that name, loaded; None where there is none."""
        del ctx
        below = [words for _, words in self._below() if words[0] == cmd_name]
        path = f"{self.path} {cmd_name}".strip()
        if not below:
            return None
        return _command(path, self.language) if len(below[0]) == 1 else _group(path, self.language)

    @override
    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> tuple[str | None, "TyperCommandBase | None", list[str]]:
        """The command that the first argument names.

        Raises:
            RefusedError: CDS002, there is none of that name.
        """
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            near = ", ".join(did_you_mean(args[0], known))
            facts = {"name": clean(args[0]), "near": near, "command": ctx.command_path}
            raise RefusedError(Problem("CDS002", facts))
        return super().resolve_command(ctx, args)

    def sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What the help page lists: purposes with commands and what each does, nothing loaded."""
        listed: dict[str, list[tuple[str, str]]] = {}
        for purpose, words in self._below():
            name = " ".join(words)
            listed.setdefault(purpose, []).append((name, self._summary(name)))
        return list(listed.items())

    def _summary(self, name: str) -> str:
        path = f"{self.path} {name}".strip()
        return help_text(path, self.language).splitlines()[0]

    @override
    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The help page, with the commands by what they are for."""
        write_help(self, ctx, formatter, self.language, self.sections())

    @override
    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """The `--help` option, like all others."""
        return _dressed(super().get_help_option(ctx), self.path, self.language)

    @override
    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """The commands and options that begin so; no command is loaded for it."""
        from typer._click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=self._summary(name))
            for name in self.list_commands(ctx)
            if name.startswith(incomplete)
        ]
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


class _AsTyped:
    """Hands every value on as typer's parser made it: a text, a flag or a list of texts.

    Typer would build a pydantic validator for each parameter, which costs `--help` as much again
    as all the rest; there is nothing to validate, for commands read their texts themselves.
    """

    def coerce(self, value: Any, param: "Parameter", ctx: "Context") -> Any:  # noqa: ANN401
        """The value; nothing where a list was not given."""
        del param, ctx
        return value


_AS_TYPED = cast("RuntimeParam", _AsTyped())


def build(language: str) -> Group:
    """The whole application, with its help in one language."""
    app = typer.Typer(cls=Group, add_completion=True, context_settings={"max_content_width": 100})
    app.callback(no_args_is_help=True)(_program)
    return cast("Group", _spoken(app, "", language))


def names() -> list[str]:
    """All commands, those of two words included, in the order of help."""
    return [name for group in COMMANDS.values() for name in group]


def _say_version(value: bool) -> None:
    if value:
        from cdstrack import __version__
        from cdstrack.cli.app.terminal import emit

        emit(f"{PROGRAM} {__version__}")
        raise typer.Exit


@before_commands
def _program(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """What stands before the command; the version has been printed already when it was asked."""
    del version


def module_name(command: str) -> str:
    """What a command's module and its function in it are called.

    >>> module_name("plan diff"), module_name("import")
    ('plan_diff', 'import_')
    """
    name = command.replace(" ", "_").replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _command(path: str, language: str) -> Command:
    name = module_name(path)
    function = getattr(import_module(f"cdstrack.cli.commands.{name}"), name)
    app = typer.Typer(add_completion=False)
    app.command(path.rsplit(maxsplit=1)[-1], cls=Command)(function)
    command = cast("Command", _spoken(app, path, language))
    _name_formats(command, [*formats_of(function)])
    return command


def _name_formats(command: Command, formats: Sequence[str]) -> None:
    """Tells help which formats the command can write."""
    for parameter in cast("list[TyperOption]", command.params):
        if parameter.name == "format":
            parameter.help = (parameter.help or "").replace("{formats}", ", ".join(formats))


def _group(path: str, language: str) -> Group:
    app = typer.Typer(name=path.rsplit(maxsplit=1)[-1], cls=Group, add_completion=False)
    app.callback(no_args_is_help=True)(lambda: None)
    return cast("Group", _spoken(app, path, language))


def _spoken(app: typer.Typer, path: str, language: str) -> Command | Group:
    """What typer makes of it, with the help texts of its language."""
    made = cast("Command | Group", typer.main.get_command(app))
    made.path, made.language, made.rich_markup_mode = path, language, None
    made.help = help_text(path or PROGRAM, language)
    for parameter in cast("list[TyperOption]", made.params):
        _dressed(parameter, path, language)
    return made


def _dressed(parameter: TyperOption | None, path: str, language: str) -> TyperOption | None:
    """A parameter with its help in one language, its value left as it was typed."""
    if parameter is not None:
        parameter.help = help_text(f"{path}.{parameter.name}", language)
        parameter._runtime_param = _AS_TYPED  # noqa: SLF001 - see _AsTyped
    return parameter


def _negatives_last(command: Command, args: list[str]) -> list[str]:
    """The arguments with negative numbers behind `--`, unless they are an option's value."""
    with_value = {name for each in command.params for name in each.opts if not _is_flag(each)}
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
