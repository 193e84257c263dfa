"""One run of the program: arguments in, exit code out.

Owns what happens outside a command: a wrong command line, an interruption, a mistake of the
program itself.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from cdstrack.cli.app import terminal
from cdstrack.cli.app.application import NoCommandError, build
from cdstrack.cli.app.command_names import PROGRAM
from cdstrack.cli.app.settings import help_language
from cdstrack.core.problem import ExitCode, RefusedError

if TYPE_CHECKING:
    from cdstrack.cli.app.settings import Language


def run(arguments: Sequence[str] | None) -> int:
    """Runs the program; the exit code is that of docs/exit-codes.md. Never raises."""
    terminal.prepare()
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = help_language(os.environ, _value_of("--lang", words), partial(_of_plan, words))
    try:
        code = _run(arguments, language)
        terminal.flush()
    except BrokenPipeError:
        terminal.fall_silent()
        return terminal.GONE
    except OSError as error:
        return _refuse_file(error, language)
    except Exception:  # noqa: BLE001 - the last one who can still say something
        return _admit(language)
    return code


def _run(arguments: Sequence[str] | None, language: str) -> int:
    try:
        program = build(language)
        code = program.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except NoCommandError as unsaid:
        terminal.say(str(unsaid))
        return ExitCode.USAGE
    except RefusedError as refused:
        from cdstrack.cli.app.output import say_problems

        say_problems(refused.problems, _answering(arguments, language))
        return refused.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except SystemExit as end:
        # Typer's completion ends the process itself, with 1 where the shell is unknown.
        return ExitCode.USAGE if end.code not in (None, 0) else ExitCode.DONE
    return code if isinstance(code, int) else ExitCode.DONE


def _of_plan(words: Sequence[str]) -> str | None:
    """The language of the plan, where help is asked for; nothing else depends on it here."""
    if words and not {"--help", "-h", "help"} & set(words):
        return None
    from cdstrack.files.workplace import find_plan, language_of

    named = _value_of("--plan", words) or os.environ.get("CDSTRACK_PLAN")
    path = Path(named) if named else find_plan()
    return language_of(path) if path else None


def _answering(arguments: Sequence[str] | None, language: str) -> str:
    """The language of an answer to a command line that was not understood: as of any refusal.

    Typer has not read the options then, so `--lang` and `--plan` are looked for here.
    """
    from cdstrack.cli.app.given import Given
    from cdstrack.cli.app.invocation import Invocation

    words = list(sys.argv[1:] if arguments is None else arguments)
    # What was typed may be no language; then it is not the one to answer in.
    typed = cast("Language | None", _value_of("--lang", words))
    try:
        given = Given(lang=typed, plan=_value_of("--plan", words))
        return Invocation(given).spoken_language
    except OSError:
        return language


def _value_of(option: str, words: Sequence[str]) -> str | None:
    """What comes after the option, as the next word or after an equals sign."""
    for word, following in pairwise([*words, ""]):
        if word == option:
            return following
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return None


def _refuse_file(error: OSError, language: str) -> int:
    from cdstrack.cli.app.errors import file_problem
    from cdstrack.cli.app.output import say_problems

    terminal.fall_silent()
    say_problems([file_problem(error)], language)
    return ExitCode.USAGE


def _admit(language: str) -> int:
    from cdstrack import __version__
    from cdstrack.words.talk.general import talk_text

    terminal.fall_silent()
    traceback.print_exc(file=sys.stderr)
    facts = {"program": PROGRAM, "version": __version__, "python": sys.version.split()[0]}
    terminal.say(talk_text("main.bug", language, facts))
    return ExitCode.BUG
