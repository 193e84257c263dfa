"""Help is complete, in both languages, and each command has its page."""

import re
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.cli.app.application import Command, Group, build
from cdstrack.cli.app.command_names import names
from cdstrack.words.help.pages import HELP

DOCS = Path(__file__).parent.parent.parent / "docs"
LANGUAGES = ("vi", "en")


def found(program: Group, name: str) -> Command:
    """The command of that name, loaded."""
    import typer

    place: object = program
    for word in name.split():
        assert isinstance(place, Group)
        place = place.get_command(typer.Context(program), word)
    assert isinstance(place, Command)
    return place


@pytest.mark.parametrize("name", names())
def test_a_command_and_its_parameters_are_described_in_both_languages(name: str) -> None:
    told = {}
    for language in LANGUAGES:
        command = found(build(language), name)
        told[language] = [command.help, *(getattr(each, "help", None) for each in command.params)]
        assert all(told[language])
    assert told["vi"] != told["en"]


def test_every_help_text_is_used() -> None:
    asked = {"cdstrack", "*.help"}
    places: list[Command | Group] = [build("en"), *(found(build("en"), name) for name in names())]
    for place in places:
        asked |= {place.path} | {f"{place.path}.{each.name}" for each in place.params}
    groups = {name.split()[0] for name in names() if " " in name}
    known = {key for key in HELP if not key.startswith("word.")} - groups
    shared = {f"*.{key.rpartition('.')[2]}" for key in asked}
    assert known <= asked | shared


def test_both_languages_name_the_same_options_and_variables() -> None:
    for key, pair in HELP.items():
        literal = [sorted(set(re.findall(r"--[a-z-]+|CDSTRACK_\w+", text))) for text in pair]
        assert literal[0] == literal[1], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_every_command_under_what_it_is_for(
    language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_LANG", language)
    told = run("--help")
    assert told.code == 0
    for name in names():
        assert re.search(rf"^  {name}  ", told.out, re.MULTILINE), name


def test_without_a_command_the_help_is_talk_and_the_usage_wrong(run: Run) -> None:
    told = run()
    assert (told.code, told.out) == (2, "")
    assert told.err == run("--help").out
