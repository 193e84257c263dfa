"""Precedence of settings: option, then environment, then default.

Owns the names of the environment variables and the validation of their values. Reads neither the
plan nor the store: a default that depends on the plan is given by the caller.
"""

import os
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path
from typing import Generic, TypeVar

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.store.address import Address, read_address
from cdstrack.words.parse.clean import clean

Value = TypeVar("Value")

NARROWEST, WIDEST = 40, 1000
_LONGEST_NAME = 100
_NO_STORE = "CDS401"
_LINKING_VTE = 5000
"""The version 0.50 of the library behind GNOME Terminal and others."""
_LINKING_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"}
_LINKING_TERMS = {"xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"}
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")
"""What terminals that open addresses say of themselves."""


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
    """The origin of a setting; the earlier one takes precedence."""

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


@dataclass(frozen=True)
class Settings:
    """Which plan, store, language, colour and user a run has, and why; looked up when asked for."""

    wanted: Wanted = field(default_factory=Wanted)
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @cached_property
    def plan(self) -> Setting[Path | None]:
        """The plan: `--plan`, else `CDSTRACK_PLAN`, else the nearest; None where there is none."""
        from cdstrack.files.workplace import find_plan

        return self._wins("--plan", self.wanted.plan, "CDSTRACK_PLAN", Path, find_plan)

    @cached_property
    def store(self) -> Setting[Address]:
        """Where the store is, or would be: `--db`, else `CDSTRACK_DB`, else beside the plan."""
        from cdstrack.files.workplace import default_store

        beside: Address = default_store(self.plan.value or Path())
        return self._wins("--db", self.wanted.db, "CDSTRACK_DB", read_address, lambda: beside)

    @cached_property
    def local_store(self) -> Path:
        """The store, or the file that it would be: what is kept beside it lies there."""
        from cdstrack.files.workplace import default_store

        store = self.store.value
        return store if isinstance(store, Path) else default_store(self.plan.value or Path())

    @cached_property
    def user(self) -> Setting[str]:
        """Who records: `CDSTRACK_USER`, else the login name; cleaned, never empty.

        Raises:
            RefusedError: CDS014, neither says anything, or it is too long for a name.
        """
        found = self._wins("", None, "CDSTRACK_USER", str, login_name)
        name = clean(found.value).strip()
        if not name or len(name) > _LONGEST_NAME:
            raise RefusedError(Problem("CDS014", {"value": name, "limit": str(_LONGEST_NAME)}))
        return replace(found, value=name)

    @cached_property
    def colour(self) -> Setting[Colour]:
        """When to print colour: `--color`, else NO_COLOR, else `auto`.

        `NO_COLOR` counts when it is not empty. A terminal that calls itself dumb gets no colour. No
        variable adds colour to what is piped or mailed: FORCE_COLOR, which build servers set for
        all their programs, is ignored; `--color always` is not.
        """
        if self.wanted.color:
            return Setting(self.wanted.color, Origin.OPTION, "--color")
        if self.environ.get("NO_COLOR"):
            return Setting(Colour.NEVER, Origin.ENVIRONMENT, "NO_COLOR")
        if self.environ.get("TERM") == "dumb":
            return Setting(Colour.NEVER, Origin.ENVIRONMENT, "TERM")
        return Setting(Colour.AUTO, Origin.DEFAULT)

    @cached_property
    def pager(self) -> str | None:
        """The program that shows long reports: `PAGER`, else less; set to nothing, none.

        A terminal that calls itself dumb gets none.
        """
        if self.environ.get("TERM") == "dumb":
            return None
        return self.environ.get("PAGER", "less").strip() or None

    @cached_property
    def links(self) -> bool:
        """Whether the terminal says that it opens addresses at a click (OSC 8).

        By the variables that such terminals set; `FORCE_HYPERLINK` says it for any other, or 0 that
        it does not. Inside tmux or screen nobody knows what is outside.
        """
        known = self.environ
        if said := known.get("FORCE_HYPERLINK"):
            return said != "0"
        if "TMUX" in known or "STY" in known:
            return False
        oldest = (
            int(vte) >= _LINKING_VTE if (vte := known.get("VTE_VERSION", "")).isdigit() else False
        )
        return (
            oldest
            or known.get("TERM_PROGRAM") in _LINKING_PROGRAMS
            or known.get("TERM", "") in _LINKING_TERMS
            or any(name in known for name in _LINKING_VARIABLES)
        )

    @cached_property
    def width(self) -> int | None:
        """The width asked for, in columns; None where none was.

        Raises:
            RefusedError: CDS013, it is no number or no sensible one.
        """
        typed = self.wanted.width
        if typed is None:
            return None
        if typed.isascii() and typed.isdigit() and NARROWEST <= int(typed[:9]) <= WIDEST:
            return int(typed)
        facts = {"value": clean(typed), "least": str(NARROWEST), "most": str(WIDEST)}
        raise RefusedError(Problem("CDS013", facts))

    def language(self, of_plan: Callable[[], str | None]) -> Setting[str]:
        """The language of what is printed: option, environment, the plan's, else the locale's.

        Raises:
            RefusedError: CDS012, there is no such language.
        """
        default = partial(self._default_language, of_plan)
        found = self._wins("--lang", self.wanted.lang, "CDSTRACK_LANG", str, default)
        one_of(found.name, found.value, tuple(Language))
        return found

    def spoken_language(self, of_plan: Callable[[], str | None]) -> str:
        """The same for a refusal, which must be reported whatever is wrong with the settings."""
        try:
            return self.language(of_plan).value
        except RefusedError:
            return help_language(self.environ, plan=lambda: self._default_language(of_plan))

    def _default_language(self, of_plan: Callable[[], str | None]) -> str:
        return of_plan() or locale_language(self.environ)

    def _wins(
        self,
        option: str,
        typed: str | None,
        variable: str,
        read: Callable[[str], Value],
        default: Callable[[], Value],
    ) -> Setting[Value]:
        """The value that wins; an option or variable that is set to nothing counts as not set."""
        if typed:
            return Setting(read(typed), Origin.OPTION, option)
        if text := self.environ.get(variable):
            return Setting(read(text), Origin.ENVIRONMENT, variable)
        return Setting(default(), Origin.DEFAULT)


def locale_language(environ: Mapping[str, str]) -> str:
    """The language of the locale: Vietnamese or else English."""
    locale = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "vi" if locale.lower().startswith("vi") else "en"


def help_language(
    environ: Mapping[str, str], typed: str | None = None, plan: Callable[[], str | None] = str
) -> str:
    """The language of help: chosen as for a report, but an invalid setting is no error.

    Args:
        environ: The environment.
        typed: What was typed behind `--lang`.
        plan: Looks up the language of the plan, where there is one.
    """
    wanted = (each for each in (typed, environ.get("CDSTRACK_LANG")) if each in tuple(Language))
    return next(wanted, None) or plan() or locale_language(environ)


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
