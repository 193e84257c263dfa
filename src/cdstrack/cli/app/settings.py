"""Which setting wins: the option, else the environment, else the default.

Owns the names of the environment variables, and the checks of what they hold. Reads neither the
plan nor the store; what depends on the plan (its time zone, its language) is decided by
`cdstrack.cli.app.session.Session`.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

Value = TypeVar("Value")

LANGUAGES = ("vi", "en")
COLOURS = ("auto", "always", "never")
NARROWEST, WIDEST = 40, 1000
_LONGEST_NAME = 100


class Origin(StrEnum):
    """Where a setting comes from; the earlier one wins."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """A value with where it comes from; `name` is the option or variable as it is typed."""

    value: Value
    origin: Origin
    name: str = ""


def choose(
    option: tuple[str, str | None],
    variable: str | None,
    environ: Mapping[str, str],
    default: Callable[[], str | None],
) -> Setting[str | None]:
    """The text that wins; an option or variable that is set to nothing counts as not set."""
    name, typed = option
    if typed:
        return Setting(typed, Origin.OPTION, name)
    if variable and environ.get(variable):
        return Setting(environ[variable], Origin.ENVIRONMENT, variable)
    return Setting(default(), Origin.DEFAULT)


def plan_setting(
    typed: str | None, environ: Mapping[str, str], find: Callable[[], Path | None]
) -> Setting[Path | None]:
    """The plan file: `--plan`, else `CDSTRACK_PLAN`, else what `find` finds."""
    found = choose(("--plan", typed), "CDSTRACK_PLAN", environ, lambda: _text(find()))
    return Setting(Path(found.value) if found.value else None, found.origin, found.name)


def store_setting(typed: str | None, environ: Mapping[str, str], default: Path) -> Setting[Path]:
    """The store: `--db`, else `CDSTRACK_DB`, else the one beside the plan."""
    found = choose(("--db", typed), "CDSTRACK_DB", environ, lambda: str(default))
    return Setting(Path(found.value or default), found.origin, found.name)


def language_setting(
    typed: str | None, environ: Mapping[str, str], default: Callable[[], str]
) -> Setting[str]:
    """The language: `--lang`, else `CDSTRACK_LANG`, else the default.

    Raises:
        RefusedError: CDS012, there is no such language.
    """
    found = choose(("--lang", typed), "CDSTRACK_LANG", environ, default)
    return Setting(one_of(found.name, found.value or "", LANGUAGES), found.origin, found.name)


def locale_language(environ: Mapping[str, str]) -> str:
    """What the locale asks for: Vietnamese where it says so, else English."""
    locale = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "vi" if locale.lower().startswith("vi") else "en"


def help_language(environ: Mapping[str, str]) -> str:
    """The language of help: `CDSTRACK_LANG`, else the locale; never a reason to fail."""
    wanted = environ.get("CDSTRACK_LANG", "")
    return wanted if wanted in LANGUAGES else locale_language(environ)


def colour_setting(typed: str | None, environ: Mapping[str, str]) -> Setting[str]:
    """`always`, `never` or `auto`: `--color`, else NO_COLOR, else `auto`.

    `NO_COLOR` counts when it is not empty. A terminal that calls itself dumb gets no colour. No
    variable puts colour into what is piped or mailed: FORCE_COLOR, which build servers set for all
    their programs, is not heeded; `--color always` is.

    Raises:
        RefusedError: CDS012, the option has another value.
    """
    if typed:
        return Setting(one_of("--color", typed, COLOURS), Origin.OPTION, "--color")
    if environ.get("NO_COLOR"):
        return Setting("never", Origin.ENVIRONMENT, "NO_COLOR")
    if environ.get("TERM") == "dumb":
        return Setting("never", Origin.ENVIRONMENT, "TERM")
    return Setting("auto", Origin.DEFAULT)


def width_option(typed: str | None) -> int | None:
    """The width asked for, in columns; None where none was.

    Raises:
        RefusedError: CDS013, it is no number or no sensible one.
    """
    if typed is None:
        return None
    if typed.isascii() and typed.isdigit() and NARROWEST <= int(typed[:9]) <= WIDEST:
        return int(typed)
    facts = {"value": clean(typed), "least": str(NARROWEST), "most": str(WIDEST)}
    raise RefusedError(Problem("CDS013", facts))


def user_setting(environ: Mapping[str, str], login: Callable[[], str]) -> Setting[str]:
    """Who records: `CDSTRACK_USER`, else the login name; cleaned, never empty.

    Raises:
        RefusedError: CDS014, neither says anything, or it is too long for a name.
    """
    found = choose(("", None), "CDSTRACK_USER", environ, login)
    name = clean(found.value or "").strip()
    if not name or len(name) > _LONGEST_NAME:
        raise RefusedError(Problem("CDS014", {"value": name, "limit": str(_LONGEST_NAME)}))
    return Setting(name, found.origin, found.name)


def login_name() -> str:
    """The name of the account that runs the program, or its number where it has no name."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return f"uid {os.getuid()}"


def one_of(where: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value, where it is one of those that an option or variable can have.

    Raises:
        RefusedError: CDS012, it is not.
    """
    if value in allowed:
        return value
    facts = {"where": where, "value": clean(value), "allowed": ", ".join(allowed)}
    raise RefusedError(Problem("CDS012", facts))


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
