"""The tutorial, and pages like it, are typed in command by command and answered as they show.

A block of `console` holds commands after `$ ` and what a terminal shows; a block of `yaml` is what
the reader writes over the plan. A command ends with 0 unless `echo $?` after it says otherwise.
`make golden` writes the answers anew.
"""

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.conftest import Golden, run_program

from cdstrack.cli.app.command_names import names

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / "tutorial.md", DOCS / "commands" / "examples.md"]
BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")
MENTIONED = re.compile(r"`cdstrack ([a-z]+)")


@dataclass
class Reader:
    """Somebody who follows the page in a terminal."""

    patch: pytest.MonkeyPatch
    codes: list[int] = field(default_factory=list)

    def follow(self, block: re.Match[str]) -> str:
        """The block as it should stand on the page."""
        kind, text = block[1], block[2]
        if kind == "yaml":
            Path("targets.yaml").write_text(text, encoding="utf-8")
            return block[0]
        commands = [line for line in text.splitlines() if line.startswith("$ ")]
        answers = (f"{line}\n{self.type(line.removeprefix('$ '))}" for line in commands)
        return f"```console\n{''.join(answers)}```"

    def type(self, command: str) -> str:
        """What a terminal shows for a command."""
        match shlex.split(command):
            case ["export", setting]:
                self.patch.setenv(*setting.split("=", 1))
            case ["cd", folder]:
                self.patch.chdir(folder)
            case ["cat", name]:
                return Path(name).read_text(encoding="utf-8")
            case ["echo", "$?"]:
                return f"{self.codes.pop()}\n"
            case ["cdstrack", *arguments]:
                assert not any(self.codes), "a command failed and the page does not say so"
                answer = run_program(*arguments)
                self.codes.append(answer.code)
                return answer.out + answer.err
            case _:
                pytest.fail(f"the page has a command that is not tested: {command}")
        return ""


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request: pytest.FixtureRequest) -> Path:
    """Each of the pages in turn."""
    path: Path = request.param
    return path


@pytest.mark.usefixtures("folder")
def test_a_reader_who_follows_a_page_sees_what_it_shows(
    page: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    for name in ("CDSTRACK_TODAY", "CDSTRACK_USER"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    reader = Reader(monkeypatch)
    given = BLOCK.sub(reader.follow, page.read_text(encoding="utf-8"))
    assert not any(reader.codes)
    golden(page, given)


def test_a_page_names_commands_and_pages_that_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(MENTIONED.findall(text)) <= set(names())
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
