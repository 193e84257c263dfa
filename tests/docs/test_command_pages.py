"""Each command has a page that shows its help as it is, and examples that answer as written.

A page's part between `<!-- help -->` and `<!-- /help -->` is what `--help` prints; a block fenced
as `transcript` is typed in, in a folder with the sample plan and its figures recorded. `make
golden` writes both anew.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.conftest import Golden, run_program
from tests.desk import Desk, replay

from cdstrack.cli.app.command_names import COMMANDS, names
from cdstrack.words.help.pages import help_text

PAGES = Path(__file__).parent.parent.parent / "docs" / "commands"
INDEX = PAGES.parent / "README.md"
_COMMANDS = re.compile(r"<!-- commands -->\n.*?<!-- /commands -->\n", re.DOTALL)
_HELP = re.compile(r"<!-- help -->\n.*?<!-- /help -->\n", re.DOTALL)
_TRANSCRIPT = re.compile(r"(?<=^```transcript\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def page_of(name: str) -> Path:
    """Where the page of a command is."""
    return PAGES / f"{name.replace(' ', '-')}.md"


def current(text: str, name: str, desk: Desk) -> str:
    """The page with its help and its answers as they are now."""
    told = run_program(*name.split(), "--help").out
    shown = f"<!-- help -->\n```text\n{told}```\n<!-- /help -->\n"
    if not _HELP.search(text):
        text = f"{text.rstrip()}\n\n## Help\n\n{shown}"
    text = _HELP.sub(lambda _: shown, text)
    return _TRANSCRIPT.sub(lambda match: replay(match[0], desk), text)


@pytest.mark.parametrize("name", names())
def test_the_page_shows_the_help_and_the_answers_of_today(
    name: str, sample: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    for arguments in (["init"], ["import", "figures.csv"]):
        assert run_program(*arguments).code == 0
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    page = page_of(name)
    written = page.read_text(encoding="utf-8")
    given = current(written, name, Desk(sample, monkeypatch))
    golden(page, given)


def test_no_page_is_about_a_command_that_is_gone() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {page_of(name).stem for name in names()}


def test_the_index_lists_the_commands_by_what_they_are_for(golden: Golden) -> None:
    rows = [
        f"| {help_text(f'word.{purpose}', 'en').lower()} | {listed(names)} |\n"
        for purpose, names in COMMANDS.items()
    ]
    table = f"<!-- commands -->\n| for | commands |\n|---|---|\n{''.join(rows)}<!-- /commands -->\n"
    written = INDEX.read_text(encoding="utf-8")
    given = _COMMANDS.sub(lambda _: table, written)
    golden(INDEX, given)


def listed(commands: Iterable[str]) -> str:
    """Links to the pages of commands."""
    return ", ".join(f"[{name}](commands/{page_of(name).name})" for name in commands)


def test_the_index_leads_to_every_page() -> None:
    entrance = INDEX.read_text(encoding="utf-8")
    for page in sorted(INDEX.parent.rglob("*.md")):
        if page != INDEX:
            assert f"({page.relative_to(INDEX.parent)}" in entrance, page
