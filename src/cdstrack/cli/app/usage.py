"""A wrong command line, told in the user's language.

Owns the translation of what typer complains about into problems of our own.
"""

import re

from typer._click import exceptions
from typer.exceptions import TyperException

from cdstrack.cli.app import terminal
from cdstrack.cli.app.errors import say_problems
from cdstrack.core.problem import ExitCode, Problem
from cdstrack.words.parse.clean import clean

_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((?P<arguments>.*)\)", re.DOTALL)


def say_usage(wrong: TyperException, language: str) -> int:
    """Says what is wrong with the command line and where to read on; the exit code is 2."""
    if isinstance(wrong, exceptions.NoArgsIsHelpError):
        terminal.say(wrong.message)
    else:
        say_problems([usage_problem(wrong)], language)
    return ExitCode.USAGE


def usage_problem(wrong: TyperException) -> Problem:
    """The problem that a complaint of typer's is."""
    context = getattr(wrong, "ctx", None)
    facts = {"command": context.command_path if context else "cdstrack"}
    match wrong:
        case exceptions.NoSuchOption():
            near = ", ".join(sorted(wrong.possibilities or ()))
            return Problem("CDS001", {**facts, "option": clean(wrong.option_name), "near": near})
        case exceptions.MissingParameter() if wrong.param is not None:
            return Problem("CDS003", {**facts, "name": _parameter_name(wrong.param)})
        case exceptions.BadOptionUsage():
            code = "CDS005" if "does not take" in wrong.message else "CDS004"
            return Problem(code, {**facts, "option": wrong.option_name})
        case _:
            return _other(wrong, facts)


def _other(wrong: TyperException, facts: dict[str, str]) -> Problem:
    if wrong.message.startswith("Missing command"):
        return Problem("CDS006", facts)
    if extra := _EXTRA.search(wrong.message):
        return Problem("CDS007", {**facts, "arguments": clean(extra["arguments"])})
    return Problem("CDS008", {**facts, "detail": clean(wrong.format_message())})


def _parameter_name(parameter: object) -> str:
    """An option as it is typed, an argument as the usage line names it."""
    options = [name for name in getattr(parameter, "opts", []) if name.startswith("-")]
    return options[0] if options else str(getattr(parameter, "metavar", None) or "")
