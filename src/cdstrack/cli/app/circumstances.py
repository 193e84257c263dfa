"""The values that the options and the environment of a run resolve to.

Each is made on first use, so that a command pays only for what it uses.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.given import Given
from cdstrack.cli.app.output import Output
from cdstrack.cli.app.plan_version import Plans
from cdstrack.cli.app.settings import Colour, Settings
from cdstrack.core.problem import RefusedError, StoreUnusableError
from cdstrack.render.view import STANDARD_WIDTH, Format, View

if TYPE_CHECKING:
    from cdstrack.cli.app.clock import Clock
    from cdstrack.cli.app.workspace import Author, Basis, Workspace


@dataclass(frozen=True)
class Circumstances:
    """Plan, store, day, language and width of one run; `formats` are those of its command, its own first."""

    given: Given = field(default_factory=Given)
    formats: tuple[Format, ...] = ()

    def check_options(self) -> None:
        """Refuses options that a command would only stumble over later, or not at all.

        Later may be when something has been recorded already.

        Raises:
            RefusedError: CDS012, CDS013, CDS018 or CDS026.
        """
        self.settings.width  # noqa: B018 - whether it is one
        self.settings.language(lambda: "vi")
        self.output.check()

    @cached_property
    def settings(self) -> Settings:
        """Which plan, store, language, colour and user the run has, and why."""
        return Settings(self.given.wanted)

    @cached_property
    def plans(self) -> Plans:
        """The plan file, and the version of it that this run uses."""
        given, settings = self.given, self.settings
        return Plans(settings.plan.value, settings.store.value, given.plan_at, given.known_at)

    @cached_property
    def workspace(self) -> "Workspace":
        """The valid plan that this run uses, and the store.

        Raises:
            PlanInvalidError: The plan has errors.
        """
        from cdstrack.cli.app.workspace import Workspace

        return Workspace(self.plans.file, self.settings.store.value)

    @cached_property
    def current(self) -> "Workspace":
        """The current plan file, whichever version the run uses, and the store.

        Raises:
            PlanInvalidError: The plan has errors.
        """
        from cdstrack.cli.app.workspace import Workspace

        return Workspace(self.plans.current_file, self.settings.store.value)

    @cached_property
    def clock(self) -> "Clock":
        """Today and now."""
        from cdstrack.cli.app.clock import read_clock

        return read_clock(self.settings.environ, self.plans.zone)

    @cached_property
    def author(self) -> "Author":
        """Who records, and when.

        Raises:
            RefusedError: CDS014 or CDS015, there is no user or no clock.
        """
        from cdstrack.cli.app.workspace import Author

        return Author(self.settings.user.value, self.clock)

    @cached_property
    def basis(self) -> "Basis":
        """The basis of the reports of this run.

        Raises:
            RefusedError: `--known-at` or `--as-of` is no time.
        """
        from cdstrack.cli.app.clock import read_as_of
        from cdstrack.cli.app.workspace import Basis

        given, known_at = self.given, self.plans.known_instant
        as_of = read_as_of(given.as_of, self.clock.today)
        return Basis(as_of, known_at, given.method, given.plan_at is not None)

    @cached_property
    def language(self) -> str:
        """The language of what is printed.

        Raises:
            RefusedError: CDS012, there is no such language.
        """
        return self.settings.language(self.plans.language).value

    @cached_property
    def spoken_language(self) -> str:
        """The same for a refusal, which must be reported whatever is wrong with the settings."""
        return self.settings.spoken_language(self.plans.language)

    @cached_property
    def view(self) -> View:
        """How this reader wants a report."""
        wanted, width = self.settings.colour.value, self.settings.width
        if self.output.target is not None:
            colour, columns = wanted is Colour.ALWAYS, width or STANDARD_WIDTH
        else:
            colour, columns = terminal.colour(wanted), terminal.width(width)
        return View(self.plans.plan, self.language, columns, colour)

    @cached_property
    def sourced_view(self) -> View:
        """The same, which can name the documents that the store keeps."""
        from cdstrack.store.ledger import open_reader

        try:
            with open_reader(self.settings.store.value) as ledger:
                documents = ledger.documents(self.plans.known_instant)
        except StoreUnusableError:
            # What was done must be reported, if need be with ids for names.
            return self.view
        kept = {each.key: each.number or each.title for each in documents}
        return replace(self.view, kept=kept)

    @property
    def line_width(self) -> int | None:
        """The columns that sentences among data are folded into: as asked, else the terminal's.

        None where nobody watches: what is searched for in a pipe or a file stays in one line.
        """
        is_seen = self.output.target is None
        return self.settings.width or (terminal.seen_width() if is_seen else None)

    @property
    def talk_width(self) -> int | None:
        """The same for talk, which has to be said even where the width that was asked for is none."""
        with suppress(RefusedError):
            if wanted := self.settings.width:
                return wanted
        return terminal.talk_width()

    @property
    def pager(self) -> str | None:
        """The program that shows what is longer than the screen; None where none is wanted."""
        return None if self.given.no_pager else self.settings.pager

    @cached_property
    def output(self) -> Output:
        """Where the data of the command go."""
        given, settings = self.given, self.settings
        target = Path(given.output) if given.output else None
        plan, store = settings.plan.value, settings.local_store
        return Output(self.formats, given.format, target, plan, store, self._say_written)

    def _say_written(self, path: Path) -> None:
        """Says which file was written, to a person at a terminal; a job gets no mail for it."""
        from cdstrack.render.problems import within
        from cdstrack.words.talk.general import talk_text

        if (width := terminal.talk_width()) and (path.is_file() or path.is_dir()):
            told = talk_text("output.written", self.spoken_language, {"file": str(path)})
            terminal.say(within(told, width))
