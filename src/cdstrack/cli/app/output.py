"""The output of a command: its format, its file, and the problems on stderr.

Owns the choice of the format, by `--format` or by the ending of `-o FILE`.
"""

import shlex
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from cdstrack.cli.app import terminal
from cdstrack.cli.app.settings import one_of
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import ENDINGS, Format


@dataclass(frozen=True)
class Output:
    """Where the data of a command go. `formats` are those that it can write, its own first.

    `wanted` and `target` are `--format` and `-o`; the plan and the store are never replaced.
    `announce` is called with each file or folder of data once it is written.
    """

    formats: tuple[Format, ...]
    wanted: Format | None
    target: Path | None
    plan: Path | None
    store: Path
    announce: Callable[[Path], None]

    @cached_property
    def format(self) -> Format:
        """The format asked for: `--format`, else by the ending of `-o`, else the command's own.

        Raises:
            RefusedError: CDS018, the command can write no file of that ending.
        """
        if self.wanted is not None:
            return self.wanted
        if self.target is None:
            return self.formats[0]
        found = ENDINGS.get(self.target.suffix.lower())
        if found in self.formats:
            return found
        endings = ", ".join(ending for ending, each in ENDINGS.items() if each in self.formats)
        facts = {"file": str(self.target), "endings": endings, **_written_by(self.target, found)}
        raise RefusedError(Problem("CDS018", facts))

    def only(self, *forms: Format) -> None:
        """Refuses every other format than these.

        Raises:
            RefusedError: CDS012 or CDS018, another one was asked for.
        """
        if self.wanted is not None:
            one_of("--format", self.wanted, forms)
        replace(self, formats=forms).format  # noqa: B018 - what the ending asks for

    def check(self) -> None:
        """Refuses a format or a file that writing would stumble over.

        Raises:
            RefusedError: CDS018 or CDS026.
        """
        if self.formats:
            self.format  # noqa: B018 - whether the command can write it
        if self.target is not None:
            self._refuse_precious(self.target)

    def show(self, text: str, pager: str | None) -> None:
        """A report: as `write`, but at a terminal a long one is shown by the pager.

        Raises:
            RefusedError: CDS026, the file is not one to be replaced.
            OSError: It cannot be written; a file is then as it was before.
        """
        if self.target is None:
            terminal.show(text, pager=pager)
        else:
            self.write(text)

    def write(self, text: str | Iterable[str]) -> None:
        """Data, to the file of `-o` or to stdout; pieces are written as they come.

        Raises:
            RefusedError: CDS026, the file is not one to be replaced.
            OSError: It cannot be written; a file is then as it was before.
        """
        if self.target is None:
            terminal.emit(text)
            return
        from cdstrack.files.output import write_whole

        self._refuse_precious(self.target)
        write_whole(self.target, text)
        self.announce(self.target)

    def write_into(self, folder: Path, texts: Iterable[tuple[str, str]]) -> None:
        """Files in a folder, which is made where there is none; their names are said on stderr.

        Raises:
            RefusedError: CDS026, one of the files is not to be replaced.
            OSError: One cannot be written; all are then as they were before.
        """
        from cdstrack.files.output import write_files

        contents = list(texts)
        for name, _ in contents:
            self._refuse_precious(folder / name)
        for path in write_files(folder, contents):
            terminal.say(str(path))

    def write_folder(self, folder: Path, pages: Iterable[tuple[str, str]]) -> None:
        """Pages under their paths, in a folder that is replaced as a whole.

        Raises:
            RefusedError: CDS029, the folder holds something else.
            OSError: It cannot be written, and is as it was before.
        """
        from cdstrack.files.folder import write_folder

        write_folder(folder, pages)
        self.announce(folder)

    @contextmanager
    def data_file(self) -> Iterator[BinaryIO]:
        """The file of `-o`, for data that are no text.

        Raises:
            RefusedError: CDS026, it is the plan, the store, or another SQLite file.
            OSError: It cannot be written, and is as it was before.
        """
        assert self.target is not None  # noqa: S101 - commands ask for a file before they make data
        with self.file(self.target) as file:
            yield file
        self.announce(self.target)

    @contextmanager
    def file(self, path: Path) -> Iterator[BinaryIO]:
        """A file of bytes, under the name that a command was given.

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

        refuse_precious(path, self.plan, self.store)


def _written_by(file: Path, form: Format | None) -> dict[str, str]:
    """The command that writes a file of a kind which most commands do not."""
    name = shlex.quote(str(file))
    match form:
        case Format.XLSX:
            command = f"export {name} --report all"
        case Format.DOCX | Format.PDF | Format.HTML:
            command = f"report -o {name}"
        case _:
            return {}
    return {"command": command, "suffix": file.suffix.lower()}


def say_problems(problems: Iterable[Problem], language: str, width: int | None = None) -> None:
    """Each problem with its place and remedy, on stderr; in a width, else that of the terminal."""
    from cdstrack.render.problems import render_problems

    terminal.say(render_problems(problems, language, width or terminal.talk_width()))
