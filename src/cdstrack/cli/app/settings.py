"""Which setting wins: the option, else the environment, else the default.

Owns the names of the environment variables, and the checks of what they hold. Reads neither the
plan nor the store: where the default depends on the plan, the caller gives it.
"""

import os
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

Value = TypeVar("Value")

NARROWEST, WIDEST = 40, 1000
_LONGEST_NAME = 100
_NO_STORE = "CDS401"


class Language(StrEnum):
    """The languages of what is printed."""

    VI = "vi"
    EN = "en"


class Colour(StrEnum):
    """When to print colour; `auto` is on a terminal."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Origin(StrEnum):
    """Where a setting comes from; the earlier one wins."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of every command as typed; None where one was not."""

    plan: str | None = None
    db: str | None = None
    lang: str | None = None
    color: Colour | None = None
    width: str | None = None


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
    return Setting(one_of(found.name, found.value or "", tuple(Language)), found.origin, found.name)


def locale_language(environ: Mapping[str, str]) -> str:
    """What the locale asks for: Vietnamese where it says so, else English."""
    locale = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "vi" if locale.lower().startswith("vi") else "en"


def help_language(environ: Mapping[str, str]) -> str:
    """The language of help: `CDSTRACK_LANG`, else the locale; never a reason to fail."""
    wanted = environ.get("CDSTRACK_LANG", "")
    return wanted if wanted in tuple(Language) else locale_language(environ)


def colour_setting(typed: Colour | None, environ: Mapping[str, str]) -> Setting[Colour]:
    """When to print colour: `--color`, else NO_COLOR, else `auto`.

    `NO_COLOR` counts when it is not empty. A terminal that calls itself dumb gets no colour. No
    variable adds colour to what is piped or mailed: FORCE_COLOR, which build servers set for all
    their programs, is ignored; `--color always` is not.
    """
    if typed:
        return Setting(typed, Origin.OPTION, "--color")
    if environ.get("NO_COLOR"):
        return Setting(Colour.NEVER, Origin.ENVIRONMENT, "NO_COLOR")
    if environ.get("TERM") == "dumb":
        return Setting(Colour.NEVER, Origin.ENVIRONMENT, "TERM")
    return Setting(Colour.AUTO, Origin.DEFAULT)


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


@dataclass(frozen=True)
class Settings:
    """Which plan, store, language, colour and user a run has, and why; looked up when asked for."""

    wanted: Wanted = field(default_factory=Wanted)
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @cached_property
    def plan(self) -> Setting[Path | None]:
        """Where the plan is; None where there is none to be found."""
        from cdstrack.files.workplace import find_plan

        return plan_setting(self.wanted.plan, self.environ, find_plan)

    @cached_property
    def store(self) -> Setting[Path]:
        """Where the store is, or would be."""
        from cdstrack.files.workplace import default_store

        beside = default_store(self.plan.value or Path())
        return store_setting(self.wanted.db, self.environ, beside)

    @cached_property
    def user(self) -> Setting[str]:
        """Who records.

        Raises:
            RefusedError: CDS014, nobody.
        """
        return user_setting(self.environ, login_name)

    @cached_property
    def colour(self) -> Setting[Colour]:
        """When to print colour."""
        return colour_setting(self.wanted.color, self.environ)

    @property
    def width(self) -> int | None:
        """The width asked for; None where none was.

        Raises:
            RefusedError: CDS013, it is no sensible one.
        """
        return width_option(self.wanted.width)

    def language(self, of_plan: Callable[[], str | None]) -> Setting[str]:
        """The language of what is printed: option, environment, the plan's, else the locale's.

        Raises:
            RefusedError: CDS012, there is no such language.
        """
        return language_setting(
            self.wanted.lang, self.environ, lambda: self._default_language(of_plan)
        )

    def spoken_language(self, of_plan: Callable[[], str | None]) -> str:
        """The same for a refusal, which must be reported whatever is wrong with the settings."""
        try:
            return self.language(of_plan).value
        except RefusedError:
            return self._default_language(of_plan)

    def _default_language(self, of_plan: Callable[[], str | None]) -> str:
        return of_plan() or locale_language(self.environ)


def with_command(problem: Problem, settings: Settings) -> Problem:
    """The problem with the command that creates the store, where it is that there is none.

    `cdstrack init` by itself would lay out a folder here, beside the plan that is in use.
    """
    store, plan = settings.store, settings.plan
    if problem.code != _NO_STORE or plan.value is None:
        return problem
    words, above = ["cdstrack", "init"], ""
    if plan.origin is Origin.OPTION:
        words += ["--plan", str(plan.value)]
    elif plan.origin is Origin.DEFAULT and plan.value.parent.name:
        words.append(str(plan.value.parent))
        above = str(plan.value)
    if store.origin is Origin.OPTION:
        words += ["--db", str(store.value)]
    return replace(problem, facts={**problem.facts, "command": shlex.join(words), "plan": above})
