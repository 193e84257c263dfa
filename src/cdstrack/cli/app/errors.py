"""Turns refusals into sentences and exit codes.

Owns what a failed command prints; `program` does the same for errors outside a command.
"""

import re
from collections.abc import Callable

import typer
from typer.exceptions import TyperException

from cdstrack.cli.app import terminal
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.settings import with_command
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.words.parse.clean import clean

_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((?P<arguments>.*)\)", re.DOTALL)


def run_command(run: Invocation, command: Callable[[], None]) -> None:
    """Runs a command; every refusal is printed and becomes an exit code.

    Raises:
        typer.Exit: The command was refused, or its reader has gone away.
    """
    try:
        run.check_options()
        command()
        terminal.flush()
    except RefusedError as refused:
        run.complain(_reported(refused, run))
        raise typer.Exit(refused.exit_code) from None
    except BrokenPipeError as error:
        terminal.fall_silent()
        if run.done:
            run.complain([unsaid_problem(error, run.done[-1])])
        raise typer.Exit(terminal.GONE) from None
    except OSError as error:
        problem = unsaid_problem(error, run.done[-1]) if run.done else file_problem(error)
        terminal.fall_silent()
        run.complain([problem])
        raise typer.Exit(ExitCode.USAGE) from None


def _reported(refused: RefusedError, run: Invocation) -> list[Problem]:
    """The problems of a refusal, with what only this run can say about them."""
    from cdstrack.core.record.refusal import RecordRefusedError

    if isinstance(refused, RecordRefusedError):
        from cdstrack.render.record.refusal import refusal_problem

        return [refusal_problem(refused.refusal, run.sourced_view)]
    return [with_command(problem, run.settings) for problem in refused.problems]


def usage_problem(wrong: TyperException, command: str) -> Problem:
    """The problem for a usage error of typer's, which publishes only the base class of them.

    Which error it is shows in its attributes and its message. `command` is `cdstrack plan diff`.
    """
    facts = {"command": command}
    option = getattr(wrong, "option_name", None)
    if option is not None and hasattr(wrong, "possibilities"):
        near = ", ".join(sorted(wrong.possibilities or ()))
        return Problem("CDS001", {**facts, "option": clean(option), "near": near})
    if option is not None:
        code = "CDS005" if "does not take" in wrong.message else "CDS004"
        return Problem(code, {**facts, "option": option})
    if wrong.message.startswith("Missing command"):
        return Problem("CDS006", facts)
    if extra := _EXTRA.search(wrong.message):
        return Problem("CDS007", {**facts, "arguments": clean(extra["arguments"])})
    return Problem("CDS008", {**facts, "detail": clean(wrong.format_message())})


def file_problem(error: OSError) -> Problem:
    """The problem for an error of the operating system about a file."""
    return Problem("CDS017", _file_facts(error))


def unsaid_problem(error: OSError, act: str) -> Problem:
    """The problem that a submission (its number, or "") was recorded, but its report could not be written."""
    return Problem("CDS027", {**_file_facts(error), "number": act})


def _file_facts(error: OSError) -> dict[str, str]:
    from cdstrack.words.problems.os_errors import both, cause

    return {**both("why", cause(error)), "file": clean(str(error.filename or ""))}
