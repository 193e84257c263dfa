"""Where refusals become sentences and exit codes.

Owns what a command answers when it did not do what was asked; `main` does the same for what goes
wrong outside a command.
"""

from collections.abc import Callable, Iterable

import typer

from cdstrack.cli.app import terminal
from cdstrack.cli.app.options import Given
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.render.view import Format
from cdstrack.words.parse.clean import clean


def run_command(
    given: Given, formats: tuple[Format, ...], command: Callable[[Session], None]
) -> None:
    """Runs a command with its session; every refusal is printed and becomes an exit code.

    Raises:
        typer.Exit: The command was refused, or its reader has gone away.
    """
    session = Session(given, formats)
    try:
        session.check_options()
        command(session)
        terminal.flush()
    except RefusedError as refused:
        from cdstrack.cli.app.error_hints import advised

        problems = [advised(problem, session) for problem in refused.problems]
        say_problems(problems, session.spoken_language)
        raise typer.Exit(refused.exit_code) from None
    except BrokenPipeError as error:
        terminal.fall_silent()
        if session.done:
            say_problems([unsaid_problem(error, session.done[-1])], session.spoken_language)
        raise typer.Exit(terminal.GONE) from None
    except OSError as error:
        done = session.done
        problem = unsaid_problem(error, done[-1]) if done else file_problem(error)
        terminal.fall_silent()
        say_problems([problem], session.spoken_language)
        raise typer.Exit(ExitCode.USAGE) from None


def say_problems(problems: Iterable[Problem], language: str) -> None:
    """Each problem with its place and remedy, on stderr."""
    from cdstrack.render.problems import render_problems

    terminal.say(render_problems(problems, language, terminal.talk_width()))


def file_problem(error: OSError) -> Problem:
    """What the operating system said about a file, in words where it is one of the usual things."""
    return Problem("CDS017", _file_facts(error))


def unsaid_problem(error: OSError, act: str) -> Problem:
    """That something was done, but the answer could not be given.

    Args:
        error: Why it could not.
        act: The number of the act that was kept, or "" for what has none.
    """
    return Problem("CDS027", {**_file_facts(error), "number": act})


def _file_facts(error: OSError) -> dict[str, str]:
    from cdstrack.words.problems.os_errors import both, cause

    return {**both("why", cause(error)), "file": clean(str(error.filename or ""))}
