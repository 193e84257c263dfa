"""What a remedy tells to type can be typed, and puts the thing right."""

import re
import shlex
from pathlib import Path

import pytest
from tests.conftest import Run

FIGURES = (
    ("giao-dich", "67840", "--on", "7/2022"),
    ("ho-so-cap-tinh", "981/1446", "--on", "30/6/2022"),
    ("doanh-thu", "1,4460 tỷ đồng", "--on", "1/1/2022-30/6/2022"),
    ("doanh-thu", "1446,5 tỷ đồng", "--on", "2021"),
)


@pytest.fixture
def begun(sample: Path, run: Run) -> Path:
    """The sample with an empty store."""
    assert run("init").code == 0
    return sample


def commands(said: str, name: str) -> list[list[str]]:
    """The command lines in what was said."""
    return [shlex.split(found)[1:] for found in re.findall(rf"(cdstrack {name} .*)", said)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("figure", FIGURES, ids=" ".join)
def test_a_missing_source_is_added_by_the_command_that_check_names(
    figure: tuple[str, ...], language: str, begun: Path, run: Run
) -> None:
    assert begun.exists()
    assert run("record", *figure).code == 0
    before = run("export").out
    told = run("check", "--lang", language).out
    (command,) = commands(told, "correct")
    answer = run(*["bao-cao-7" if word in {"MÃ", "ID"} else word for word in command])
    assert answer.code == 0, answer.err
    assert "CDS506" not in run("check").out
    assert run("export").out.replace("bao-cao-7", "") == before


def test_an_undo_says_how_to_put_things_back(begun: Path, run: Run) -> None:
    assert begun.exists()
    run("record", *FIGURES[0])
    before = run("export").out
    (again,) = commands(run("undo", "1").out, "undo")
    assert run("export").out != before
    assert run(*again).code == 0
    assert run("export").out == before
    assert commands(run("undo", "--dry-run").out, "undo") == [], "nothing was done yet"


def test_a_document_that_nobody_knows_is_kept_by_the_command_that_is_named(
    begun: Path, run: Run
) -> None:
    assert begun.exists()
    refused = run("record", *FIGURES[0], "--document", "bc-moi")
    assert refused.code == 2
    command = re.search(r'cdstrack document add MÃ --title "[^"]*"', refused.err)
    assert command is not None
    words = ["bc-moi" if word == "MÃ" else word for word in shlex.split(command[0])[1:]]
    assert run(*words).code == 0
    assert run("record", *FIGURES[0], "--document", "bc-moi").code == 0
