"""One command as it was invoked: the values that its options and the environment come to.

Each is made when it is first asked for, so that a command pays for what it uses. Commands give use
cases those they need, and write what comes back.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import typer

from cdstrack.cli.app import terminal
from cdstrack.cli.app.given import Given
from cdstrack.cli.app.output import Output, say_problems
from cdstrack.cli.app.plan_version import Plans
from cdstrack.cli.app.settings import Colour, Settings
from cdstrack.core.problem import Problem, RefusedError, StoreUnusableError
from cdstrack.render.view import STANDARD_WIDTH, Format, View

if TYPE_CHECKING:
    from cdstrack.cli.app.clock import Clock
    from cdstrack.cli.app.kept import LookUp
    from cdstrack.cli.app.workspace import Author, Basis, Workspace
    from cdstrack.render.formats import Rendering
    from cdstrack.render.machine.fields import Fields

R = TypeVar("R")


@dataclass(frozen=True)
class Invocation:
    """One run of one command. `formats` are those that the command can write, its own first.

    `done` is what it has done for good: numbers of acts, "" for what has no number. A failure to
    report it is then not reported as if nothing had been done. `keeping` says where its report goes.
    """

    given: Given = field(default_factory=Given)
    formats: tuple[Format, ...] = ()
    done: list[str] = field(default_factory=list)
    keeping: "list[LookUp]" = field(default_factory=list)

    @staticmethod
    def of(ctx: typer.Context) -> "Invocation":
        """The invocation of the command that runs in a context."""
        return cast("Invocation", ctx.obj)

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
        """The plan file, and the version of it that this run goes by."""
        given, settings = self.given, self.settings
        return Plans(settings.plan.value, settings.store.value, given.plan_at, given.known_at)

    @cached_property
    def workspace(self) -> "Workspace":
        """The valid plan that this run goes by, and the store.

        Raises:
            PlanInvalidError: The plan has errors.
        """
        from cdstrack.cli.app.workspace import Workspace

        return Workspace(self.plans.file, self.settings.store.value)

    @cached_property
    def current(self) -> "Workspace":
        """The plan file as it is now, whichever version the run goes by, and the store.

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
        """What a report of this run is based on.

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
        return Output(self.formats, given.format, target, plan, store)

    def _linking(self, view: View) -> View:
        """The view of a person whose terminal opens addresses at a click."""
        is_seen = self.output.target is None and terminal.is_terminal()
        return replace(view, links=is_seen and view.colour and self.settings.links)

    def note(self, act: int | None) -> None:
        """Notes the number of an act that was kept; null for none."""
        if act is not None:
            self.done.append(str(act))

    def answer(
        self, report: str, text: Callable[[View], str], fields: "Callable[[], Fields]"
    ) -> None:
        """Writes what was done or found, where nothing is judged, in the format asked for."""
        view = self._linking(self.sourced_view)
        if self.output.format is Format.JSON:
            self.write_fields(report, fields())
        else:
            from cdstrack.render.page.folding import folded

            self.output.show(folded(text(view), view.width), self.pager)

    def write_fields(self, report: str, fields: "Fields") -> None:
        """Writes fields as JSON behind a header, which has what is known of an invalid plan."""
        from cdstrack.render.machine.output import dumped

        self.output.write(dumped(self._header_fields(report) | fields))

    def shows_kept(self, ctx: typer.Context) -> bool:
        """Shows the report that was written before of the same; false, and it is kept once written.

        Only for a command that does nothing but write one report.
        """
        found = self._look_up(ctx)
        if found is None:
            return False
        text = found.copy.find()
        if text is None:
            self.keeping.append(found)
            return False
        self.output.show(text, self.pager)
        return True

    def _look_up(self, ctx: typer.Context) -> "LookUp | None":
        """Where the report of this command is kept; null where it cannot be.

        What the record keeps of an earlier plan may need another units file; a refusal is the
        command's to report.
        """
        from cdstrack.cli.app.kept import look_up

        given = self.given
        if given.known_at or given.plan_at:
            return None
        try:
            view, days = self._linking(self.view), (self.basis.as_of, self.clock.today)
            shown = (view.language, view.width, view.colour, view.links, terminal.is_terminal())
            wanted = (ctx.command_path, sorted(ctx.params.items()), given, *shown)
            return look_up(self.settings.store.value, self.plans.current_file, wanted, days)
        except RefusedError:
            return None

    def report(
        self, rendering: "Callable[[R, View], Rendering]", report: R, view: View | None = None
    ) -> None:
        """Writes a report in the format asked for, by a function of `cdstrack.render.renderings`."""
        from cdstrack.render.formats import written

        view = self._linking(view or self.view)
        text = written(rendering(report, view), self.output.format, view)
        for each in self.keeping:
            each.keep(text)
        self.output.show(text, self.pager)

    def report_found(
        self,
        rendering: "Callable[[R, View], Rendering]",
        report: R,
        rows: Collection[object],
        remarks: Iterable[tuple[str, Mapping[str, str]]],
    ) -> None:
        """Writes a report that filters have narrowed down; where they left nothing, says why.

        Remarks on the filters then stand in place of an empty page; a program gets its empty report.
        `rows` is what the filters left, `remarks` why that is nothing; none where nothing was filtered.
        """
        said = [] if rows else list(remarks)
        if said:
            self.keeping.clear()
        if not said or self.output.format not in {Format.TABLE, Format.TEXT}:
            self.report(rendering, report)
        self.remark(said)

    def _header_fields(self, report: str) -> "Fields":
        """The header of a JSON report, whatever can be known of it: of a plan with errors its digest."""
        from cdstrack.cli.app.workspace import latest_header
        from cdstrack.render.machine.fields import bare_header, header_fields

        try:
            file = self.plans.file
            if file.plan is None:
                return bare_header(report, {"id": None, "title": None, "digest": file.digest})
            return header_fields(latest_header(self.workspace, self.basis, report), self.view)
        except RefusedError:
            return bare_header(report, None)

    def remark(self, sentences: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        """Sentences of `cdstrack.words.talk.general`, each a key with its facts, to stderr."""
        for key, facts in sentences:
            self.talk(key, **facts)

    def talk(self, key: str, **facts: str) -> None:
        """A sentence of `cdstrack.words.talk.general`, to stderr."""
        from cdstrack.render.problems import within

        terminal.say(within(self.sentence(key, **facts), self.talk_width))

    def tell(self, key: str, **facts: str) -> None:
        """The same as data, where a sentence is the answer."""
        from cdstrack.render.problems import within

        self.output.write(within(self.sentence(key, **facts), self.line_width))

    def sentence(self, key: str, **facts: str) -> str:
        """A sentence of `cdstrack.words.talk.general` in the language of this run."""
        from cdstrack.words.talk.general import talk_text

        return talk_text(key, self.spoken_language, facts)

    def complain(self, problems: Iterable[Problem]) -> None:
        """Problems with their places and remedies, to stderr; nothing where there are none."""
        if told := list(problems):
            say_problems(told, self.spoken_language, self.talk_width)
