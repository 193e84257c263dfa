"""What every command starts from: the plan, the store and the settings of this run.

Owns how options, environment and plan together decide. Everything is looked up when it is asked
for, so that a command pays for what it uses, and the plan is read before the store is looked at.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from cdstrack.cli.app import settings, terminal
from cdstrack.cli.app.options import Given
from cdstrack.cli.app.output_format import read_format
from cdstrack.cli.app.settings import Setting
from cdstrack.core.problem import PlanInvalidError, Problem, RefusedError, StoreUnusableError
from cdstrack.render.view import STANDARD_WIDTH, Format, View

if TYPE_CHECKING:
    from cdstrack.cli.app.clock import Clock
    from cdstrack.core.plan.model import MethodName, Plan
    from cdstrack.files.plan.reader import PlanFile


@dataclass(frozen=True)
class Session:
    """One run of one command. `formats` are those that the command can write, its own first.

    `done` is what it has done for good: numbers of acts, "" for what has no number. A failure to
    say so is then not told as if nothing had been done.
    """

    given: Given = field(default_factory=Given)
    formats: tuple[Format, ...] = ()
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    done: list[str] = field(default_factory=list)

    def at(self, plan: Path) -> "Session":
        """The same run with this plan file, whatever the settings say."""
        return replace(self, given=replace(self.given, plan=str(plan)))

    def check_options(self) -> None:
        """Refuses options that a command would only stumble over later, or not at all.

        Later may be when something has been recorded already.

        Raises:
            RefusedError: CDS012, CDS013, CDS018 or CDS026.
        """
        settings.colour_setting(self.given.color, self.environ)
        settings.width_option(self.given.width)
        settings.language_setting(self.given.lang, self.environ, lambda: "vi")
        if self.formats:
            self.format  # noqa: B018 - whether the command can write it
        if self.given.output is not None:
            self._refuse_precious(Path(self.given.output))

    @cached_property
    def plan_path(self) -> Setting[Path | None]:
        """Where the plan is; None where there is none to be found."""
        from cdstrack.files.workplace import find_plan

        return settings.plan_setting(self.given.plan, self.environ, find_plan)

    @cached_property
    def plan_file(self) -> "PlanFile":
        """The plan that this run goes by, with its problems.

        That is the file as it is now, or with `--known-at` or `--plan-at` the version of it that
        the record keeps.

        Raises:
            RefusedError: CDS011, there is no plan here; the file cannot be read; or there is no
                such version.
        """
        if self.given.known_at is None and self.given.plan_at is None:
            return self.current_plan_file
        from cdstrack.cli.app.plan_version import plan_asked_for

        return plan_asked_for(self)

    @cached_property
    def current_plan_file(self) -> "PlanFile":
        """The plan file as it is now, with its problems.

        Raises:
            RefusedError: CDS011, there is no plan here; or the file cannot be read.
        """
        from cdstrack.files.plan.reader import read_plan

        path = self.plan_path.value
        if path is None:
            raise RefusedError(Problem("CDS011", {"folder": str(Path.cwd())}))
        return read_plan(path)

    @property
    def current_plan(self) -> "Plan":
        """The valid plan of the file as it is now.

        Raises:
            PlanInvalidError: It has errors.
        """
        return _valid(self.current_plan_file)

    @cached_property
    def plan(self) -> "Plan":
        """The valid plan that this run goes by.

        Raises:
            PlanInvalidError: It has errors.
        """
        return _valid(self.plan_file)

    @cached_property
    def store_path(self) -> Setting[Path]:
        """Where the store is, or would be."""
        from cdstrack.files.workplace import default_store

        beside = default_store(self.plan_path.value or Path())
        return settings.store_setting(self.given.db, self.environ, beside)

    @cached_property
    def language(self) -> Setting[str]:
        """The language of what is printed: option, environment, the plan's, else the locale's.

        Raises:
            RefusedError: CDS012, there is no such language.
        """
        return settings.language_setting(self.given.lang, self.environ, self._default_language)

    @property
    def spoken_language(self) -> str:
        """The same for a refusal, which must be told whatever is wrong with the settings."""
        try:
            return self.language.value
        except RefusedError:
            return self._default_language()

    def _default_language(self) -> str:
        """The plan's language as far as there is a plan and it says one, else the locale's."""
        plan_language = self._plan_language(lambda: self.plan_file)
        # The version that was asked for may be what is wrong.
        plan_language = plan_language or self._plan_language(lambda: self.current_plan_file)
        return plan_language or settings.locale_language(self.environ)

    @staticmethod
    def _plan_language(read: "Callable[[], PlanFile]") -> str | None:
        try:
            return read().language
        except RefusedError:
            return None

    @cached_property
    def zone(self) -> ZoneInfo:
        """The plan's time zone."""
        from cdstrack.cli.app.clock import read_zone

        return read_zone(self.plan.plan.timezone)

    @cached_property
    def clock(self) -> "Clock":
        """Today and now."""
        from cdstrack.cli.app.clock import read_clock

        return read_clock(self.environ, self.zone)

    @cached_property
    def as_of(self) -> date:
        """The day that a report speaks about."""
        from cdstrack.cli.app.clock import read_as_of

        return read_as_of(self.given.as_of, self.clock.today)

    @cached_property
    def known_at(self) -> datetime | None:
        """The instant up to which records count; None for all of them."""
        from cdstrack.cli.app.clock import read_known_at, read_zone

        # The day ends by the plan as it is now: which version was in force is not known yet.
        zone = read_zone(self.current_plan.plan.timezone)
        return read_known_at(self.given.known_at, zone)

    @cached_property
    def method(self) -> "MethodName | None":
        """The method asked for; None where each indicator's own one counts.

        Raises:
            RefusedError: CDS012, there is no such method.
        """
        from cdstrack.core.plan.model import MethodName

        if self.given.method is None:
            return None
        return MethodName(settings.one_of("--method", self.given.method, tuple(MethodName)))

    @cached_property
    def user(self) -> Setting[str]:
        """Who records."""
        return settings.user_setting(self.environ, settings.login_name)

    @cached_property
    def view(self) -> View:
        """How this reader wants a report."""
        wanted = settings.colour_setting(self.given.color, self.environ).value
        width = settings.width_option(self.given.width)
        if self.given.output:
            colour, columns = wanted == "always", width or STANDARD_WIDTH
        else:
            colour, columns = terminal.colour(wanted), terminal.width(width)
        return View(self.plan, self.language.value, columns, colour)

    @cached_property
    def sourced_view(self) -> View:
        """The same, which can name the documents that the store keeps."""
        from cdstrack.store.ledger import open_reader

        try:
            with open_reader(self.store_path.value) as ledger:
                documents = ledger.documents(self.known_at)
        except StoreUnusableError:
            # What was done must be told, if need be with ids for names.
            return self.view
        kept = {each.key: each.number or each.title for each in documents}
        return replace(self.view, kept=kept)

    @cached_property
    def format(self) -> Format:
        """The format asked for: `--format`, else by the ending of `-o`, else the command's own.

        Raises:
            RefusedError: CDS012 or CDS018, the command cannot write it, or the ending says nothing.
        """
        return read_format(self.given, self.formats)

    def write(self, text: str | Iterable[str]) -> None:
        """Data, to the file of `-o` or to stdout; pieces are written as they come.

        Raises:
            RefusedError: CDS026, the file is not one to be replaced.
            OSError: It cannot be written; a file is then as it was before.
        """
        if self.given.output is None:
            terminal.emit(text)
            return
        from cdstrack.files.output import write_whole

        path = Path(self.given.output)
        self._refuse_precious(path)
        write_whole(path, text)

    @contextmanager
    def output_file(self, path: Path) -> Iterator[BinaryIO]:
        """The same for a file of bytes, under the name that a command was given.

        Raises:
            RefusedError: CDS026, it is the plan, the store, or another SQLite file.
            OSError: It cannot be written, and is as it was before.
        """
        from cdstrack.files.output import whole_file

        self._refuse_precious(path)
        with whole_file(path) as file:
            yield file

    def _refuse_precious(self, path: Path) -> None:
        from cdstrack.files.output import refuse_precious

        refuse_precious(path, self.plan_path.value, self.store_path.value)

    def talk(self, key: str, **facts: str) -> None:
        """A sentence of `cdstrack.words.talk.general`, to stderr."""
        terminal.say(self.sentence(key, **facts))

    def sentence(self, key: str, **facts: str) -> str:
        """A sentence of `cdstrack.words.talk.general` in the language of this run."""
        from cdstrack.words.talk.general import talk_text

        return talk_text(key, self.spoken_language, facts)


def _valid(plan_file: "PlanFile") -> "Plan":
    if plan_file.plan is None:
        raise PlanInvalidError(*plan_file.errors)
    return plan_file.plan
