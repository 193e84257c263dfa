"""One run of a command: the values of its options, and the writing of its results.

A command passes these values to use cases, and writes what they return.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar, cast

import typer

from cdstrack.cli.app import terminal
from cdstrack.cli.app.circumstances import Circumstances
from cdstrack.cli.app.output import say_problems
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format, View

if TYPE_CHECKING:
    from cdstrack.cli.app.kept import LookUp
    from cdstrack.render.formats import Rendering
    from cdstrack.render.machine.fields import Fields

R = TypeVar("R")


@dataclass(frozen=True)
class Invocation(Circumstances):
    """One run of one command.

    `done` is what it has done for good: numbers of acts, "" for what has no number. A failure to
    report it is then not reported as if nothing had been done. `keeping` says where its report
    goes.
    """

    done: list[str] = field(default_factory=list)
    keeping: "list[LookUp]" = field(default_factory=list)

    @staticmethod
    def of(ctx: typer.Context) -> "Invocation":
        """The invocation of the command that runs in a context."""
        return cast("Invocation", ctx.obj)

    def _linking(self, view: View) -> View:
        """The view of a person whose terminal opens addresses at a click."""
        is_seen = self.output.target is None and terminal.is_terminal()
        return replace(view, links=is_seen and view.colour and self.settings.links)

    def note(self, act: int | None) -> None:
        """Notes the number of an act that was kept; None where nothing was kept."""
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
        """Where the report of this command is kept; None where it cannot be.

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

        Remarks on the filters then take the place of an empty page; a program gets its empty
        report. `rows` is what the filters left, `remarks` why that is nothing; none where nothing
        was filtered.
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
